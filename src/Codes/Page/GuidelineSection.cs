using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Page;

/// <summary>A paragraph of the Official Guidelines that names a code.</summary>
/// <param name="Paragraph">Its number, <c>I.C.9.a.1</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Its own text; a line end between parts; empty where it only heads others.</param>
/// <param name="Names">What in it names the code: the code, its category, or a range, as in <c>E08-E13</c>.</param>
/// <param name="Stale">Taken from an edition that is over on the date.</param>
/// <param name="Source">Where it stands.</param>
public sealed record GuidelineCitation(string Paragraph, string Title, string Text, string Names, bool Stale, int? Source);

/// <summary>Paragraphs of the Official Guidelines that name an ICD-10-CM code: by itself, by a heading above it, by a range, by its chapter.</summary>
internal static class GuidelineSection
{
    public static List<GuidelineCitation>? Of(PageReader page)
    {
        if (page.Key.Set != CodeSet.Icd10Cm || page.Table(Icd10CmGuidelines.Paragraph.Name) is null) return null;
        var named = new List<(int Distance, Shown Row)>();
        var code = page.Key.Code;
        for (var n = code.Length; n >= 3; n--)
        {
            var at = n == code.Length ? page.Key : CodeKey.Of(CodeSet.Icd10Cm, code.AsSpan(0, n));
            foreach (var row in page.Rows(Icd10CmGuidelines.Named.Name, at)) named.Add((code.Length - n, row));
        }

        foreach (var row in page.Rows(Icd10CmGuidelines.Named.Name, Guidelines.RangesKey))
        {
            if (Width(row["named"], code) is { } width) named.Add((width, row));
        }

        var list = new List<(int Distance, CodeKey Key, GuidelineCitation Citation)>();
        foreach (var paragraph in named.GroupBy(n => n.Row["paragraph"]))
        {
            var (distance, nearest) = paragraph.MinBy(n => n.Distance);
            if (Guidelines.Key(paragraph.Key) is not { } key || page.Rows(Icd10CmGuidelines.Paragraph.Name, key) is not [var row, ..]) continue;
            list.Add((distance, key, new GuidelineCitation(
                paragraph.Key, row["title"], row["text"].Replace('\u2029', '\n'), nearest["named"], row.Stale, page.Cite(row))));
        }

        return [.. list.OrderBy(c => c.Distance).ThenBy(c => c.Key).Select(c => c.Citation)];
    }

    // How far a range is from the code it holds: beyond every heading, then by how many categories it has; null when it does not hold it.
    private static int? Width(string range, string code)
    {
        var dash = range.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0) return null;
        var (from, to) = (range[..dash].Replace(".", "", StringComparison.Ordinal), range[(dash + 1)..].Replace(".", "", StringComparison.Ordinal));
        // A category lies in a range of finer codes only if the range names all of it, which is not known: it does not.
        if (code.Length < from.Length || code.Length < to.Length) return null;
        if (string.CompareOrdinal(code[..from.Length], from) < 0 || string.CompareOrdinal(code[..to.Length], to) > 0) return null;
        return 10 + Ordinal(to) - Ordinal(from);

        static int Ordinal(string c) => ((c[0] * 36) + Digit(c[1])) * 36 + Digit(c[2]);
        static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
    }
}
