using System.Collections.ObjectModel;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The ICD-10-CM Index to Diseases and Injuries and the Index of External Causes in XML (<c>icd10cm-index-2026.xml</c>, <c>icd10cm-eindex-2026.xml</c>; root
/// <c>ICD10CM.index</c> with a title and no column headings; CDC/NCHS, <c>icd10cm_index.xsd</c>). The title says which of the two it is.
/// </summary>
public sealed class Icd10CmIndexXml : IImporter
{
    /// <inheritdoc cref="Icd10CmIndex.Index"/>
    public static readonly Table Index = Icd10CmIndex.Index;

    /// <inheritdoc cref="Icd10CmIndex.See"/>
    public static readonly Table See = Icd10CmIndex.See;

    /// <inheritdoc/>
    public string Name => "icd10cm-index";

    /// <inheritdoc/>
    public string Publisher => "CDC/NCHS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Index, See];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.XmlRoot == "ICD10CM.index" && !probe.Text.Contains("<indexHeading", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel) => XmlRead.Guard(file, "ICD10CM.index", xml =>
    {
        string? version = null;
        var line = 0;
        Icd10CmIndex? index = null;
        foreach (var element in xml.Children())
        {
            switch (element)
            {
                case "version": version = xml.Text(); line = xml.Line; break;
                case "title":
                    if (version is null) throw xml.Error("a title before the version", "<version> first");
                    var title = xml.Text();
                    var book = title.Contains("EXTERNAL CAUSE", StringComparison.OrdinalIgnoreCase) ? "external"
                        : title.Contains("DISEASES", StringComparison.OrdinalIgnoreCase) ? "disease"
                        : throw xml.Error($"title '{Icd.Shown(title)}'", "the index to diseases and injuries, or of external causes");
                    sink.Edition(Icd.EditionStated(file, "icd10cm-index-" + book, version, line));
                    index = new Icd10CmIndex(file, sink, xml, book, ReadOnlyDictionary<string, string>.Empty, cancel);
                    break;
                case "letter": (index ?? throw xml.Error("entries before the title", "<version> and <title> first")).Letter(); break;
                default: throw xml.Unknown("ICD10CM.index");
            }
        }

        (index ?? throw xml.Error("no title", "<version> and <title>")).Notes();
    });
}
