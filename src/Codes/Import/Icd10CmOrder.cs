namespace CodingAhead.Codes.Import;

/// <summary>
/// The ICD-10-CM order file (<c>icd10cm-order-2026.txt</c>), every header and every billable code of an edition in tabular order, as described
/// in CDC/NCHS <c>icd10OrderFiles.pdf</c>; columns in <see cref="OrderLines"/>. The edition is named only by the file and its zip.
/// The FY2014 and FY2015 files precede the date on which ICD-10 came into use (2015-10-01); they are kept as editions of their years.
/// </summary>
public sealed class Icd10CmOrder : IImporter
{
    /// <summary>One row a header or code of the edition.</summary>
    public static readonly Table Order = new("icd10cm-order", "billable", "short", "long") { Defines = true, Complete = [CodeSet.Icd10Cm] };

    /// <inheritdoc/>
    public string Name => "icd10cm-order";

    /// <inheritdoc/>
    public string Publisher => "CDC/NCHS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Order];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => OrderLines.Begins(probe, char.IsAsciiLetterUpper);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(Icd.Edition(file, "icd10cm"));
        OrderLines.Read(file, sink, Order, CodeSet.Icd10Cm, cancel);
    }
}
