using System.Globalization;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The ICD-10-PCS Index in XML (<c>icd10pcs_index_2026.xml</c>, root <c>ICD10PCS.index</c>; CMS, <c>icd10pcs_index.xsd</c>): main terms and terms by level, each with a code of
/// seven characters, the beginning of codes, a table, or a reference (<c>see</c> another term, <c>use</c> a PCS value) that may name a beginning.
/// A term without a title stands for one of several references of its parent.
/// </summary>
public sealed class Icd10PcsIndex : IImporter
{
    /// <summary>
    /// One row an entry, at the code or its beginning, or where none is given at a serial number. <c>kind</c>: <c>code codes tab see use</c>; <c>text</c>: of a reference;
    /// <c>codes</c>: as printed.
    /// </summary>
    public static readonly Table Index = new("icd10pcs-index", "path", "kind", "text", "codes");

    /// <inheritdoc/>
    public string Name => "icd10pcs-index";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Index];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.XmlRoot == "ICD10PCS.index";

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel) => XmlRead.Guard(file, "ICD10PCS.index", xml =>
    {
        var serial = 0;
        foreach (var element in xml.Children())
        {
            switch (element)
            {
                case "version": sink.Edition(Icd.EditionStated(file, "icd10pcs-index", xml.Text(), xml.Line)); break;
                case "title": xml.Text(); break;
                case "letter":
                    if (sink.CurrentEdition is null) throw xml.Error("entries before the version", "<version> first");
                    foreach (var part in xml.Children())
                    {
                        if (part == "title") xml.Text();
                        else if (part == "mainTerm") Term(file, sink, xml, "", 0, ref serial);
                        else throw xml.Unknown("letter");
                    }

                    cancel.ThrowIfCancellationRequested();
                    break;
                default: throw xml.Unknown("ICD10PCS.index");
            }
        }

        if (sink.CurrentEdition is null) throw xml.Error("no version", "<version> with the fiscal year");
    });

    private static void Term(ReleaseFile file, FactSink sink, XmlRead xml, string parent, int level, ref int serial)
    {
        var path = parent;
        foreach (var element in xml.Children())
        {
            var line = xml.Line;
            switch (element)
            {
                case "title":
                    var title = xml.Text();
                    if (title.Length == 0) throw xml.Error("an empty title", "its text");
                    path = parent.Length == 0 ? title : parent + " > " + title;
                    break;
                case "code" or "codes" or "tab":
                    if (path.Length == 0) throw xml.Error($"<{element}> before the title", "<title> first");
                    var codes = xml.Text();
                    Row(path, element, "", codes, Key(file, element, codes, line), line);
                    break;
                case "see" or "use":
                    if (path.Length == 0) throw xml.Error($"<{element}> before the title", "<title> first");
                    var named = "";
                    CodeKey? key = null;
                    var text = xml.Text(() =>
                    {
                        var kind = xml.Element;
                        if (kind is not ("codes" or "tab" or "code") || key is not null) throw xml.Unknown(element);
                        named = xml.Text();
                        key = Key(file, kind, named, line);
                    });
                    if (text.Length == 0) throw xml.Error($"an empty <{element}>", "what to see or use");
                    key ??= CodeKey.Of(CodeSet.IndexTerm, string.Create(CultureInfo.InvariantCulture, $"P{++serial:0000000}"));
                    Row(path, element, text, named, key.Value, line);
                    break;
                case "term":
                    if (xml.Attribute("level") != (level + 1).ToString(CultureInfo.InvariantCulture)) throw xml.Error($"level {Icd.Shown(xml.Attribute("level"))} inside level {level}", $"level {level + 1}");
                    Term(file, sink, xml, path, level + 1, ref serial);
                    break;
                default: throw xml.Unknown(level == 0 ? "mainTerm" : "term");
            }
        }

        void Row(string at, string kind, string text, string codes, CodeKey key, int line) =>
            sink.Row().Column(at).Column(kind).Column(text).Column(codes).End(Index, key, line);
    }

    private static CodeKey Key(ReleaseFile file, string kind, string codes, int line)
    {
        var (least, most) = kind switch { "code" => (7, 7), "tab" => (3, 3), _ => (3, 6) };
        if (codes.Length > most) throw file.Error(line, $"<{kind}> '{Icd.Shown(codes)}'", least == most ? $"{least} characters" : $"{least} to {most} characters");
        return Icd.Pcs(file, line, codes, least);
    }
}
