namespace CodingAhead.Codes.Import;

/// <summary>
/// Hospital wage index by core-based statistical area, or by state for its rural area (two digits), as the outpatient Pricer holds it
/// (<c>cbsa-wage-index-2024.csv</c>).
/// </summary>
public sealed class WageIndex : IImporter
{
    /// <summary>Keyed by the register key <c>CBSA-49700</c>, or <c>CBSA-01</c> for rural Alabama.</summary>
    public static readonly Table Index = new("wage-index", "geographic", "reclassified", "imputedFloor", "name", "effective");

    private static readonly string[] Header = ["cbsa", "effectiveDate", "geographicWageIndex", "reclassifiedWageIndex", "imputedFloorWageIndex", "name"];

    /// <inheritdoc/>
    public string Name => "wage-index";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Index];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => !probe.IsBinary && probe.HasHeader(Header);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(PaymentEditions.CalendarYear("wage-index", file.Year()));
        foreach (var (line, c) in file.Csv().Below(file, Header))
        {
            cancel.ThrowIfCancellationRequested();
            var area = c[0].Trim();
            if (area.Length is not (2 or 5) || !area.All(char.IsAsciiDigit)) throw file.Error(line, "an area that is no CBSA", "five digits, or two for a state's rural area");
            var key = CodeKey.Of(CodeSet.Register, "CBSA-" + area);
            var effective = file.DateText(c[1], line, "effective date");
            if (string.IsNullOrWhiteSpace(c[2])) throw file.Error(line, "no wage index", "a number");
            sink.Unique(key, line, effective);
            sink.Row().Number(c[2], line, "wage index").Number(c[3], line, "reclassified wage index").Number(c[4], line, "imputed floor")
                .Column(c[5]).Column(effective).End(Index, key, line);
        }
    }
}
