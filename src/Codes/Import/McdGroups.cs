namespace CodingAhead.Codes.Import;

/// <summary>
/// What the groups of a coverage document are for, in its own words (CMS, Medicare Coverage Database, <c>article_x_hcpc_code_group.csv</c>, <c>lcd_x_hcpc_code_group.csv</c>,
/// <c>article_x_icd10_covered_group.csv</c>, <c>article_x_icd10_noncovered_group.csv</c>). Only the beginning is kept.
/// </summary>
public sealed class McdGroups : IImporter
{
    /// <summary>One row a group of a document; <c>list</c> is <c>procedures</c>, <c>covered</c> or <c>noncovered</c>.</summary>
    public static readonly Table Group = new("coverage-group", "version", "list", "group", "text");

    private const int Longest = 400;

    private static readonly (string List, string Column)[] Lists = [("procedures", "hcpc_code_group"), ("covered", "icd10_covered_group"), ("noncovered", "icd10_noncovered_group")];

    /// <inheritdoc/>
    public string Name => "mcd-groups";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Group];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) =>
        probe.Header() is [("article_id" or "lcd_id"), ..] header && header.Contains("paragraph") && Lists.Any(l => header.Contains(l.Column));

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var header = new FileProbe(file).Header();
        var (list, column) = Lists.First(l => header.Contains(l.Column));
        sink.Edition(file.McdEdition($"mcd-{(header[0] == "lcd_id" ? "lcd" : "article")}-groups-{list}"));
        foreach (var row in file.McdRows())
        {
            cancel.ThrowIfCancellationRequested();
            var (document, version) = row.Document();
            var text = McdCsv.Plain(row["paragraph"], Longest);
            if (text.Length > 0) sink.Row().Column(version).Column(list).Column(row.Number(column)).Column(text).EndUndated(Group, document, row.Line);
        }
    }
}
