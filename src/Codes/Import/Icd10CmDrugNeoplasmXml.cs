namespace CodingAhead.Codes.Import;

/// <summary>
/// The ICD-10-CM Table of Drugs and Chemicals and Table of Neoplasms in XML (<c>icd10cm-drug-2026.xml</c>, <c>icd10cm-neoplasm-2026.xml</c>; root <c>ICD10CM.index</c> with
/// <c>indexHeading</c>; CDC/NCHS, <c>icd10cm_drug_neoplasm.xsd</c>). The first column's heading, Substance or Neoplasm, says which of the two it is;
/// a cell of <c>-</c> or <c>--</c> means that there is no code.
/// </summary>
public sealed class Icd10CmDrugNeoplasmXml : IImporter
{
    /// <inheritdoc cref="Icd10CmIndex.Index"/>
    public static readonly Table Index = Icd10CmIndex.Index;

    /// <inheritdoc cref="Icd10CmIndex.See"/>
    public static readonly Table See = Icd10CmIndex.See;

    /// <inheritdoc/>
    public string Name => "icd10cm-drug-neoplasm";

    /// <inheritdoc/>
    public string Publisher => "CDC/NCHS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Index, See];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.XmlRoot == "ICD10CM.index" && probe.Text.Contains("<indexHeading", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel) => XmlRead.Guard(file, "ICD10CM.index", xml =>
    {
        string? version = null;
        var line = 0;
        var headings = new Dictionary<string, string>();
        Icd10CmIndex? index = null;
        foreach (var element in xml.Children())
        {
            switch (element)
            {
                case "version": version = xml.Text(); line = xml.Line; break;
                case "title": xml.Text(); break;
                case "indexHeading":
                    if (version is null) throw xml.Error("headings before the version", "<version> first");
                    foreach (var head in xml.Children())
                    {
                        if (head != "head") throw xml.Unknown("indexHeading");
                        var column = xml.Attribute("col");
                        if (!headings.TryAdd(column, xml.Text())) throw xml.Error($"column '{Icd.Shown(column)}' a second time", "each column once");
                    }

                    var book = headings.GetValueOrDefault("1") switch
                    {
                        "Substance" => "drug",
                        "Neoplasm" => "neoplasm",
                        var other => throw xml.Error($"first heading '{Icd.Shown(other ?? "")}'", "Substance or Neoplasm"),
                    };
                    headings.Remove("1");
                    sink.Edition(Icd.EditionStated(file, "icd10cm-index-" + book, version, line));
                    index = new Icd10CmIndex(file, sink, xml, book, headings, cancel);
                    break;
                case "letter": (index ?? throw xml.Error("entries before the headings", "<version> and <indexHeading> first")).Letter(); break;
                default: throw xml.Unknown("ICD10CM.index");
            }
        }

        (index ?? throw xml.Error("no headings", "<version> and <indexHeading>")).Notes();
    });
}
