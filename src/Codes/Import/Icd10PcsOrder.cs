namespace CodingAhead.Codes.Import;

/// <summary>
/// The ICD-10-PCS order file (<c>icd10pcs_order_2026.txt</c>): every table of three characters and every code of seven, as described in CMS
/// <c>icd10pcsOrderFile.pdf</c>; columns in <see cref="OrderLines"/>. It begins with table 001, which tells it from the ICD-10-CM file.
/// </summary>
public sealed class Icd10PcsOrder : IImporter
{
    /// <summary>One row a table or code of the edition.</summary>
    public static readonly Table Order = new("icd10pcs-order", "billable", "short", "long") { Defines = true, Complete = [CodeSet.Icd10Pcs] };

    /// <inheritdoc/>
    public string Name => "icd10pcs-order";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Order];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => OrderLines.Begins(probe, char.IsAsciiDigit);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(Icd.Edition(file, "icd10pcs"));
        OrderLines.Read(file, sink, Order, CodeSet.Icd10Pcs, cancel);
    }
}
