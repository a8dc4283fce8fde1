namespace CodingAhead.Codes.Import;

/// <summary>Names of Medicare contractors and of the states in the coverage database's numbering (CMS, Medicare Coverage Database, <c>contractor.csv</c>, <c>state_lookup.csv</c>).</summary>
public sealed class McdNames : IImporter
{
    /// <summary>One row a contractor (<c>C</c> and its number, once a version) or state (<c>S</c> and its number).</summary>
    public static readonly Table Named = new("coverage-name", "version", "name");

    private static readonly string[] ContractorNames = ["contractor_bus_name", "contractor_name", "contractor_dba_name"];
    private static readonly string[] StateNames = ["description", "state_name", "state_abbrev", "state"];

    /// <inheritdoc/>
    public string Name => "mcd-names";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Named];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.Header() is var header
        && ((header is ["contractor_id", ..] && ContractorNames.Any(header.Contains)) || (header is ["state_id", ..] && !header.Contains("contractor_id") && StateNames.Any(header.Contains)));

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var contractor = new FileProbe(file).Header()[0] == "contractor_id";
        sink.Edition(file.McdEdition(contractor ? "mcd-contractors" : "mcd-states"));
        foreach (var row in file.McdRows())
        {
            cancel.ThrowIfCancellationRequested();
            var name = McdCsv.Plain(row[contractor ? ContractorNames : StateNames], 200);
            if (name.Length == 0) continue;
            var key = CodeKey.Of(CodeSet.Coverage, contractor ? "C" + row.Number("contractor_id") : "S" + row.Number("state_id"));
            sink.Row().Column(contractor ? row["contractor_version"] : "").Column(name).EndUndated(Named, key, row.Line);
        }
    }
}
