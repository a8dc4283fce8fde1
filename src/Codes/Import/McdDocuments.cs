using System.Globalization;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Local coverage articles and determinations of the Medicare Coverage Database (CMS, <c>article.csv</c> and <c>lcd.csv</c>): title and dates of each version.
/// The bodies, up to a hundred pages of HTML each, are not kept.
/// </summary>
public sealed class McdDocuments : IImporter
{
    /// <summary>One row a version, at <c>A</c> or <c>L</c> and the document's number; it holds from its revision, or else its first day, to its end.</summary>
    public static readonly Table Document = new("coverage-document", "version", "title", "effective", "revised", "ends") { Snapshot = false };

    private const int LongestTitle = 400;

    /// <inheritdoc/>
    public string Name => "mcd-documents";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Document];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.Header() is [("article_id" or "lcd_id"), ("article_version" or "lcd_version"), ..] header && header.Contains("title");

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        foreach (var row in file.McdRows())
        {
            cancel.ThrowIfCancellationRequested();
            var (key, version) = row.Document();
            if (sink.CurrentEdition is null) sink.Edition(file.McdEdition(key.Code[0] == 'A' ? "mcd-article" : "mcd-lcd"));
            var title = McdCsv.Plain(row["title"], LongestTitle);
            if (title.Length == 0) throw file.Error(row.Line, $"{key.Code} without a title", "its title");
            var effective = row.Date("article_eff_date", "orig_det_eff_date", "eff_date");
            var revised = row.Date("article_rev_eff_date", "rev_eff_date");
            var ends = row.Date("date_retired", "article_end_date", "article_rev_end_date", "ent_det_end_date", "rev_end_date");
            var from = revised ?? effective;
            // As in the national determinations, a retirement may be entered after the day it took effect: then the beginning is not known.
            if (ends < from) from = effective <= ends ? effective : null;
            sink.Unique(key, row.Line, version);
            sink.Row().Column(version).Column(title).Column(Text(effective)).Column(Text(revised)).Column(Text(ends))
                .End(Document, key, row.Line, from: from is { } f ? Day.Of(f) : Day.Unknown, to: ends is { } e ? Day.Of(e) : Day.Open);
        }
    }

    private static string Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
