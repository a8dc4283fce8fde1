namespace CodingAhead.Codes.Import;

/// <summary>
/// The fee schedule for parenteral and enteral nutrition (<c>DMEPEN26_JAN.xlsx</c>): as <see cref="Dmepos"/>, without jurisdiction, category, ceiling and floor.
/// </summary>
public sealed class DmePen : IImporter
{
    /// <summary>Fees in dollars; <c>fees</c> as in <see cref="Dmepos.Fees"/>.</summary>
    public static readonly Table Fees = new("pen", "modifier", "modifier2", "fees");

    private static readonly string[] Header = ["HCPCS", "MOD", "MOD2"];

    /// <inheritdoc/>
    public string Name => "pen";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Fees];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.HasSheetRow("HCPCS", "MOD", "MOD2", "AL(NR)") || probe.HasSheetRow("HCPCS", "MOD", "MOD2", "AL (NR)");

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel) => StateFees.Read(file, sink, "pen", Header, static (_, _) => { }, Fees, cancel);
}
