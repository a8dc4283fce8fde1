using System.Text.RegularExpressions;
using CodingAhead.Codes;

namespace CodingAhead.Site.Codes;

/// <summary>Finds the codes named inside a note, so that each can be a link. A code that the book does not have stays text.</summary>
public static partial class CodeLinks
{
    /// <summary>The text in pieces; a piece with a key is a code as printed.</summary>
    public static List<(string Text, CodeKey? Key)> Of(Book book, CodeSet set, string text) => Pieces(Icd(), _ => set, key => book.Rows(key).Any(), text);

    /// <summary>The same for a text of ours: CPT and HCPCS codes by their form, ICD-10-CM codes by their dot.</summary>
    public static List<(string Text, CodeKey? Key)> OfAnySet(Book book, DateOnly on, string text) => Pieces(
        AnySet(), code => code.Contains('.', StringComparison.Ordinal) ? CodeSet.Icd10Cm : char.IsAsciiLetter(code[0]) ? CodeSet.Hcpcs : CodeSet.Cpt,
        key => book.Find(key, on).Status != CodeStatus.UnknownCode, text);

    private static List<(string Text, CodeKey? Key)> Pieces(Regex form, Func<string, CodeSet> set, Predicate<CodeKey> has, string text)
    {
        var pieces = new List<(string Text, CodeKey? Key)>();
        var at = 0;
        foreach (var match in form.EnumerateMatches(text))
        {
            var printed = text.Substring(match.Index, match.Length);
            if (!CodeKey.TryParse(set(printed), printed, out var key) || !has(key)) continue;
            if (match.Index > at) pieces.Add((text[at..match.Index], null));
            pieces.Add((printed, key));
            at = match.Index + match.Length;
        }

        if (at < text.Length) pieces.Add((text[at..], null));
        return pieces;
    }

    [GeneratedRegex(@"\b[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?(?![0-9A-Za-z])")]
    private static partial Regex Icd();

    [GeneratedRegex(@"(?<![\w.,$])(?:[0-9]{4}[0-9FTUMA]|[A-V][0-9]{4}|[A-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4})(?!\w|,[0-9])")]
    private static partial Regex AnySet();
}
