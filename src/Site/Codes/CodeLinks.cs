using System.Text.RegularExpressions;
using CodingAhead.Codes;

namespace CodingAhead.Site.Codes;

/// <summary>Finds the codes named inside a note, so that each can be a link. A code that the book does not have stays text.</summary>
public static partial class CodeLinks
{
    /// <summary>The text in pieces; a piece with a key is a code as printed.</summary>
    public static List<(string Text, CodeKey? Key)> Of(Book book, CodeSet set, string text)
    {
        var pieces = new List<(string Text, CodeKey? Key)>();
        var at = 0;
        foreach (var match in Icd().EnumerateMatches(text))
        {
            var printed = text.Substring(match.Index, match.Length);
            if (!CodeKey.TryParse(set, printed, out var key) || !book.Rows(key).Any()) continue;
            if (match.Index > at) pieces.Add((text[at..match.Index], null));
            pieces.Add((printed, key));
            at = match.Index + match.Length;
        }

        if (at < text.Length) pieces.Add((text[at..], null));
        return pieces;
    }

    [GeneratedRegex(@"\b[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?(?![0-9A-Za-z])")]
    private static partial Regex Icd();
}
