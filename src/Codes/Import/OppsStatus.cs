namespace CodingAhead.Codes.Import;

/// <summary>
/// Meanings of the OPPS status indicators (Addendum D1), as a csv of three columns that states no date.
/// </summary>
public sealed class OppsStatus : IImporter
{
    /// <summary>Whether OPPS pays, and the meaning, keyed by the indicator <c>OPPS-J1</c>.</summary>
    public static readonly Table Status = new("opps-status", "paid", "description");

    private static readonly string[] Header = ["StatusIndicator", "Paid", "Description"];

    /// <inheritdoc/>
    public string Name => "opps-status";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Status];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => !probe.IsBinary && probe.HasHeader(Header);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(file.NamedYearOrUndated("opps-status", out var undated));
        foreach (var (line, c) in file.Csv().Below(file, Header))
        {
            cancel.ThrowIfCancellationRequested();
            var key = CodeKey.Of(CodeSet.Indicator, "OPPS-" + file.OneOf(c[0], line, "status indicator", OppsAddendumB.Statuses));
            sink.Unique(key, line);
            sink.Row().Column(file.OneOf(c[1], line, "'Paid'", "Always", "Sometimes", "Never", "Unknown")).Column(c[2])
                .End(Status, key, line, Licence.Public, undated ? Day.Unknown : null, undated ? Day.Open : null);
        }
    }
}
