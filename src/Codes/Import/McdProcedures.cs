namespace CodingAhead.Codes.Import;

/// <summary>
/// The procedure codes that a coverage document names (CMS, Medicare Coverage Database, <c>article_x_hcpc_code.csv</c> and <c>lcd_x_hcpc_code.csv</c>). A document may have
/// several groups of them; its free text says what sets them apart.
/// </summary>
public sealed class McdProcedures : IImporter
{
    /// <summary>One row a document and group that names the code.</summary>
    public static readonly Table Procedure = new("coverage-procedure", "document", "version", "group");

    /// <summary>The same from the document's side: one row a group, its codes separated by blanks.</summary>
    public static readonly Table Procedures = new("coverage-procedures", "version", "group", "codes");

    /// <inheritdoc/>
    public string Name => "mcd-procedures";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Procedure, Procedures];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) =>
        probe.Header() is [("article_id" or "lcd_id"), ..] header && header.Contains("hcpc_code_id") && header.Contains("hcpc_code_group");

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var groups = new McdGroupCodes();
        var (placeholders, ranges) = (0, 0);
        foreach (var row in file.McdRows())
        {
            cancel.ThrowIfCancellationRequested();
            var (document, version) = row.Document();
            if (sink.CurrentEdition is null) sink.Edition(file.McdEdition(document.Code[0] == 'A' ? "mcd-article-procedures" : "mcd-lcd-procedures"));
            if (row["hcpc_code_id"] == McdCsv.NoCode) { placeholders++; continue; }
            var key = file.Procedure(row["hcpc_code_id"], row.Line);
            if (row["range"] is "Y" or "y") ranges++;
            var group = row.Number("hcpc_code_group");
            if (!groups.Add(document, version, group, key.Code, row.Line)) continue;
            sink.Row().Column(document.Code).Column(version).Column(group).EndUndated(Procedure, key, row.Line);
        }

        foreach (var g in groups.All) sink.Row().Column(g.Version).Column(g.Group).Column(g.Codes).EndUndated(Procedures, g.Document, g.Line);
        if (placeholders > 0) sink.Notes.Add($"{placeholders} rows say that no code applies ({McdCsv.NoCode})");
        if (ranges > 0) sink.Notes.Add($"{ranges} rows are marked as a range: only the code itself is kept");
    }
}

/// <summary>Gathers the codes of each group of each document in the order of the file.</summary>
internal sealed class McdGroupCodes
{
    private readonly Dictionary<(CodeKey Document, string Version, string Group), (List<string> Codes, HashSet<string> Known, int Line)> groups = [];

    /// <summary>The groups, in the order of document, version and group.</summary>
    public IEnumerable<(CodeKey Document, string Version, string Group, string Codes, int Line)> All => groups
        .OrderBy(g => g.Key.Document).ThenBy(g => g.Value.Line)
        .Select(g => (g.Key.Document, g.Key.Version, g.Key.Group, string.Join(' ', g.Value.Codes), g.Value.Line));

    /// <summary>Adds a code; false when its group has it already (codes are listed once a version of the code).</summary>
    public bool Add(CodeKey document, string version, string group, string code, int line)
    {
        if (!groups.TryGetValue((document, version, group), out var list)) groups.Add((document, version, group), list = ([], new HashSet<string>(StringComparer.Ordinal), line));
        if (!list.Known.Add(code)) return false;
        list.Codes.Add(code);
        return true;
    }
}
