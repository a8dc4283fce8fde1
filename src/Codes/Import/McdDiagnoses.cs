namespace CodingAhead.Codes.Import;

/// <summary>
/// The diagnoses that support a service, or do not (CMS, Medicare Coverage Database, <c>article_x_icd10_covered.csv</c> and <c>article_x_icd10_noncovered.csv</c>). Which group
/// of diagnoses belongs to which group of procedures is said only in the groups' free text.
/// </summary>
public sealed class McdDiagnoses : IImporter
{
    /// <summary>One row an article and group that lists the code; <c>list</c> is <c>covered</c> or <c>noncovered</c>.</summary>
    public static readonly Table Diagnosis = new("coverage-diagnosis", "document", "version", "list", "group");

    /// <summary>The same from the article's side: one row a group, its codes without dots separated by blanks.</summary>
    public static readonly Table Diagnoses = new("coverage-diagnoses", "version", "list", "group", "codes");

    /// <inheritdoc/>
    public string Name => "mcd-diagnoses";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Diagnosis, Diagnoses];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) =>
        probe.Header() is ["article_id", ..] header && header.Contains("icd10_code_id") && (header.Contains("icd10_covered_group") || header.Contains("icd10_noncovered_group"));

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var list = new FileProbe(file).Header().Contains("icd10_covered_group") ? "covered" : "noncovered";
        sink.Edition(file.McdEdition("mcd-article-" + list));
        var groups = new McdGroupCodes();
        var (placeholders, ranges) = (0, 0);
        foreach (var row in file.McdRows())
        {
            if ((row.Line & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            var (document, version) = row.Document();
            if (row["icd10_code_id"] == McdCsv.NoCode) { placeholders++; continue; }
            var key = Icd.Cm(file, row.Line, row["icd10_code_id"]);
            if (row["range"] is "Y" or "y") ranges++;
            var group = row.Number($"icd10_{list}_group");
            if (!groups.Add(document, version, group, key.Code, row.Line)) continue;
            sink.Row().Column(document.Code).Column(version).Column(list).Column(group).EndUndated(Diagnosis, key, row.Line);
        }

        foreach (var g in groups.All) sink.Row().Column(g.Version).Column(list).Column(g.Group).Column(g.Codes).EndUndated(Diagnoses, g.Document, g.Line);
        if (placeholders > 0) sink.Notes.Add($"{placeholders} rows say that no code applies ({McdCsv.NoCode})");
        if (ranges > 0) sink.Notes.Add($"{ranges} rows are marked as a range: only the code itself is kept");
    }
}
