using System.Text.RegularExpressions;
using CodingAhead.Codes;
using CodingAhead.Codes.Browse;

namespace CodingAhead.Site.Codes;

/// <summary>A piece of a note: text as printed, and where it leads when it names a code or a range that the book has.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Key">The code, or of a range its first; null for plain text.</param>
/// <param name="Path">The address, without the date; null for plain text.</param>
public readonly record struct Piece(string Text, CodeKey? Key, string? Path);

/// <summary>
/// Finds the codes of ICD-10-CM named inside a note, so that each can be a link: single codes, with the dash that says that more characters are due (<c>E08.-</c>,
/// <c>S52.5-</c>), and ranges in every form that the tabular list prints (<c>J00-J06</c>, <c>T40.0-T40.2-</c>, <c>F10.--F19.-</c>, <c>I01.0 -I01.9</c>). A range that is a block or
/// chapter leads to it. What the book does not have stays text.
/// </summary>
public static partial class CodeLinks
{
    /// <summary>Codes in a text of ours: CPT and HCPCS codes by their form, ICD-10-CM codes by their dot; a piece with a key is a code as printed.</summary>
    public static List<(string Text, CodeKey? Key)> OfAnySet(Book book, DateOnly on, string text)
    {
        var pieces = new List<(string Text, CodeKey? Key)>();
        var at = 0;
        foreach (var match in AnySet().EnumerateMatches(text))
        {
            var printed = text.Substring(match.Index, match.Length);
            var set = printed.Contains('.', StringComparison.Ordinal) ? CodeSet.Icd10Cm : char.IsAsciiLetter(printed[0]) ? CodeSet.Hcpcs : CodeSet.Cpt;
            if (!CodeKey.TryParse(set, printed, out var key) || book.Find(key, on).Status == CodeStatus.UnknownCode) continue;
            if (match.Index > at) pieces.Add((text[at..match.Index], null));
            pieces.Add((printed, key));
            at = match.Index + match.Length;
        }

        if (at < text.Length) pieces.Add((text[at..], null));
        return pieces;
    }

    /// <summary>The text in pieces, none of it lost.</summary>
    public static List<Piece> Of(Book book, CodeSet set, string text, CodeBrowser? browser = null, DateOnly? on = null)
    {
        var pieces = new List<Piece>();
        var at = 0;
        foreach (Match match in Icd().Matches(text))
        {
            var (first, last) = (match.Groups["from"], match.Groups["to"]);
            if (!CodeKey.TryParse(set, first.ValueSpan, out var from) || !IsKnown(book, from)) continue;
            if (!last.Success)
            {
                Add(match.Index, match.Length, from, Page(from));
            }
            else if (CodeKey.TryParse(set, last.ValueSpan, out var to) && IsKnown(book, to) && from < to)
            {
                var block = browser?.NamedBlock(from.Code, to.Code, on ?? DateOnly.MaxValue);
                Add(match.Index, match.Length, from, block is null ? $"/browse/{set.Id()}/{from.Display}-{to.Display}" : $"/codes/icd10cm-block/{block}");
            }
            else
            {
                Add(first.Index, first.Length, from, Page(from));
                if (CodeKey.TryParse(set, last.ValueSpan, out to) && IsKnown(book, to)) Add(last.Index, last.Length, to, Page(to));
            }
        }

        if (at < text.Length) pieces.Add(new(text[at..], null, null));
        return pieces;

        void Add(int index, int length, CodeKey key, string path)
        {
            if (index > at) pieces.Add(new(text[at..index], null, null));
            pieces.Add(new(text.Substring(index, length), key, path));
            at = index + length;
        }
    }

    private static string Page(CodeKey key) => $"/codes/{key.Set.Id()}/{key.Display}";

    // A heading that a book of few codes does not have is known by what is below it.
    private static bool IsKnown(Book book, CodeKey key) => book.Rows(key).Any();

    [GeneratedRegex(@"\b(?<from>[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?|[A-Z][A-Z][0-9](?:\.[0-9A-Z]{1,4})?)(?![0-9A-Za-z])"
        + @"(?:(?:\.?-)??\.?\s?[-–]\s?(?<to>[A-Z][0-9A-Z][0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?![0-9A-Za-z]))?(?:\.?-+(?![0-9A-Za-z-])|\.-?(?=\s*[),]|\s+with\b))?")]
    private static partial Regex Icd();

    [GeneratedRegex(@"(?<![\w.,$])(?:[0-9]{4}[0-9FTUMA]|[A-V][0-9]{4}|[A-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4})(?!\w|,[0-9])")]
    private static partial Regex AnySet();
}
