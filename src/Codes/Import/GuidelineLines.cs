using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>A line of the guidelines' text that is not part of a page's foot.</summary>
/// <param name="Number">One-based line of the file.</param>
/// <param name="Indent">Blanks before it; margins differ from page to page.</param>
/// <param name="Text">Without surrounding blanks, inner runs of blanks made one.</param>
/// <param name="AfterBlank">A blank line or the top of a page is before it.</param>
/// <param name="TopOfPage">It is the first of its page.</param>
/// <param name="Full">It ends near the right margin of its page, so that the next line may belong to the same sentence.</param>
internal readonly record struct GuidelineLine(int Number, int Indent, string Text, bool AfterBlank, bool TopOfPage, bool Full);

/// <summary>The lines of the guidelines' text as <c>pdftotext -layout</c> writes it, feet of pages and blank lines taken out.</summary>
internal static partial class GuidelineLines
{
    private const int RaggedRight = 14;

    public static List<GuidelineLine> Read(ReleaseFile file)
    {
        var lines = new List<GuidelineLine>();
        var page = new List<(int Number, string Raw, bool AfterBlank)>();
        var blank = true;
        using var reader = file.Lines();
        while (reader.Read())
        {
            var raw = System.Text.Encoding.UTF8.GetString(reader.Current).Replace("\u00AD", "", StringComparison.Ordinal).TrimEnd(' ', '\t');
            if (raw.Contains('\f', StringComparison.Ordinal))
            {
                Close(page, lines);
                blank = true;
                raw = raw.Replace("\f", "", StringComparison.Ordinal);
            }

            if (string.IsNullOrWhiteSpace(raw)) blank = true;
            else if (Foot().IsMatch(raw)) { if (PageNumber().IsMatch(raw)) Close(page, lines); blank = true; }
            else
            {
                page.Add((reader.Number, raw, blank));
                blank = false;
            }
        }

        Close(page, lines);
        return lines;
    }

    private static void Close(List<(int Number, string Raw, bool AfterBlank)> page, List<GuidelineLine> lines)
    {
        var right = page.Count == 0 ? 0 : page.Max(l => l.Raw.Length);
        for (var i = 0; i < page.Count; i++)
        {
            var (number, raw, blank) = page[i];
            var text = raw.TrimStart();
            lines.Add(new GuidelineLine(number, raw.Length - text.Length, Cells.Squeeze(text), blank || i == 0, i == 0, raw.Length >= right - RaggedRight));
        }

        page.Clear();
    }

    // Three lines at the bottom of each page; the first two also stand on the cover, where nothing is lost with them.
    [GeneratedRegex(@"\A\s*(?:ICD-10-CM Official Guidelines for Coding and Reporting|FY ?20[0-9]{2}|Page [0-9]{1,3} of [0-9]{1,3})\s*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Foot();

    [GeneratedRegex(@"\A\s*Page [0-9]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
