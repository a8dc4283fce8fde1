namespace CodingAhead.Codes.Import;

/// <summary>
/// What a coverage document is tied to (CMS, Medicare Coverage Database): other documents (<c>article_related_documents.csv</c>, <c>article_related_ncd_documents.csv</c>, the same
/// of <c>lcd</c>), the contractors that issued it (<c>article_x_contractor.csv</c>, <c>lcd_x_contractor.csv</c>) and the states it is for
/// (<c>article_x_primary_jurisdiction.csv</c>, the same of <c>lcd</c>).
/// </summary>
public sealed class McdLinks : IImporter
{
    /// <summary>One row a tie: <c>to</c> is A, L, N (document), C (contractor) or S (state) and its number.</summary>
    public static readonly Table Link = new("coverage-link", "version", "to");

    private static readonly (string Column, string Letter)[] Ends =
        [("r_article_id", "A"), ("r_lcd_id", "L"), ("r_ncd_id", "N"), ("contractor_id", "C"), ("state_id", "S")];

    /// <inheritdoc/>
    public string Name => "mcd-links";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Link];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) =>
        probe.Header() is [("article_id" or "lcd_id"), ("article_version" or "lcd_version"), ..] header && Ends.Any(e => header.Contains(e.Column)) && !header.Contains("title");

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var header = new FileProbe(file).Header();
        var ends = Ends.Where(e => header.Contains(e.Column)).ToList();
        sink.Edition(file.McdEdition($"mcd-{(header[0] == "lcd_id" ? "lcd" : "article")}-links-{ends[0].Letter}{(ends.Count > 1 ? ends[^1].Letter : "")}".ToLowerInvariant()));
        foreach (var row in file.McdRows())
        {
            cancel.ThrowIfCancellationRequested();
            var (document, version) = row.Document();
            foreach (var (column, letter) in ends)
            {
                // A row ties to one document: the columns of the others are blank, or zero.
                if (row[column] is "" or "0") continue;
                sink.Row().Column(version).Column(letter + row.Number(column)).EndUndated(Link, document, row.Line);
            }
        }
    }
}
