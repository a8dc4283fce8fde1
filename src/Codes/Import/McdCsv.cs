using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// What the layouts of the Medicare Coverage Database downloads share (CMS, <c>current_article.zip</c>, <c>current_lcd.zip</c>, <c>ncd.zip</c> and their
/// <c>all_…</c> forms): comma-separated files with a header, read by column name as their order has changed, HTML in the long texts, and the
/// numbering of documents. Descriptors of procedure codes in them are the AMA's and ADA's, stand in other releases too, and are never read.
/// </summary>
internal static partial class McdCsv
{
    /// <summary>CMS's placeholder for "no code applies".</summary>
    public const string NoCode = "XX000";

    /// <summary>The header's names, lower case; empty for what is no csv.</summary>
    public static string[] Header(this FileProbe probe) =>
        probe.IsBinary || probe.FirstLines.Count == 0 ? [] : Names(probe.FirstLines[0].Split(','));

    /// <summary>The rows below the header, each with a reading of its columns by name. A row of another width is refused.</summary>
    public static IEnumerable<McdRow> McdRows(this ReleaseFile file)
    {
        string[]? names = null;
        foreach (var (line, cells) in file.Csv())
        {
            if (names is null) { names = Names(cells); continue; }
            if (cells.All(c => c.Length == 0)) continue;
            if (cells.Length != names.Length) throw file.Error(line, $"{cells.Length} columns", $"{names.Length}, as in the header row");
            yield return new McdRow(file, line, names, cells);
        }

        if (names is null) throw file.Error(0, "no lines", "a header and rows");
    }

    /// <summary>
    /// The year that the file's own name or its archive's states; else "undated", as the downloads are republished every week without a date. Rows of an
    /// undated download have no dates of their own: <see cref="EndUndated"/> says so.
    /// </summary>
    public static EditionDates McdEdition(this ReleaseFile file, string dataset)
    {
        var archive = file.Path.Split('!')[0];
        return Year().IsMatch(file.Name) || Year().IsMatch(archive[(archive.LastIndexOf('/') + 1)..])
            ? PaymentEditions.CalendarYear(dataset, file.Year())
            : new EditionDates(dataset + "-current", "undated", new DateOnly(1900, 1, 1), DateOnly.MaxValue);
    }

    /// <summary>Ends a row that holds while its edition does, or, in an undated one, on days unknown.</summary>
    public static void EndUndated(this FactSink sink, Table table, CodeKey key, int line)
    {
        if (sink.CurrentEdition is { Label: "undated" }) sink.End(table, key, line, from: Day.Unknown, to: Day.Open);
        else sink.End(table, key, line);
    }

    /// <summary>HTML as one line of text, cut at the end of a sentence where it is longer than <paramref name="most"/> characters, which a final "…" shows.</summary>
    public static string Plain(string html, int most)
    {
        var text = Cells.Squeeze(WebUtility.HtmlDecode(Tag().Replace(Hidden().Replace(html, " "), m => Inline().IsMatch(m.Value) ? "" : " ")).Replace('\u00A0', ' '));
        if (text.Length <= most) return text;
        var end = text.LastIndexOf(". ", most - 2, StringComparison.Ordinal);
        if (end < most / 2) end = text.LastIndexOf(' ', most - 2) - 1;
        return end < most / 2 ? text[..(most - 1)] + "…" : text[..(end + 1)] + " …";
    }

    private static string[] Names(IEnumerable<string> cells) => [.. cells.Select(c => c.Trim(' ', '"', '\uFEFF').ToLowerInvariant())];

    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"<!--.*?-->|<(style|script)\b.*?</\1\s*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\A</?(?:b|i|u|em|strong|span|a|font|sub|sup)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}

/// <summary>A row of such a file.</summary>
internal readonly struct McdRow(ReleaseFile file, int line, string[] names, string[] cells)
{
    /// <summary>Its line.</summary>
    public int Line => line;

    /// <summary>The first of these columns that the file has, trimmed; empty when it has none of them or it is blank.</summary>
    public string this[params ReadOnlySpan<string> columns]
    {
        get
        {
            foreach (var column in columns)
            {
                var at = Array.IndexOf(names, column);
                if (at >= 0 && cells[at].Trim() is { Length: > 0 } text && !text.Equals("null", StringComparison.OrdinalIgnoreCase)) return text;
            }

            return "";
        }
    }

    /// <summary>A number of the database, without leading zeros.</summary>
    public string Number(string column) =>
        int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw file.Error(line, $"{column} '{Icd.Shown(this[column])}'", "a number");

    /// <summary>The document the row is of: an article (A) or a local coverage determination (L).</summary>
    public (CodeKey Key, string Version) Document() => names.Contains("article_id")
        ? (CodeKey.Of(CodeSet.Coverage, "A" + Number("article_id")), Number("article_version"))
        : (CodeKey.Of(CodeSet.Coverage, "L" + Number("lcd_id")), Number("lcd_version"));

    /// <summary>A day of one of these columns; they may carry a time of day, which is dropped.</summary>
    public DateOnly? Date(params ReadOnlySpan<string> columns)
    {
        var text = this[columns];
        if (text.Length == 0) return null;
        var day = text.Split('T', ' ')[0];
        return Codes.Day.TryParse(day, out var date) ? date : throw file.Error(line, $"date '{Icd.Shown(text)}'", "a date such as 2025-01-31");
    }
}
