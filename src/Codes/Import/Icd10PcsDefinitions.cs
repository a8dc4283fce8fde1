using System.Globalization;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The ICD-10-PCS definitions in XML (<c>icd10pcs_definitions_2026.xml</c>, root <c>ICD10PCS.definitions</c>; CMS, <c>icd10pcs_definitions.xsd</c>): what the values of an axis mean
/// and which everyday words they include (the body part, device and substance keys), and which devices count as a broader device in some body systems.
/// </summary>
public sealed class Icd10PcsDefinitions : IImporter
{
    /// <summary>
    /// One row a value, at the section's character. Where several values share a definition each has its row. <c>includes</c> is separated by <c>|</c>;
    /// <c>position</c> is that of the axis, 3–6.
    /// </summary>
    public static readonly Table Definition = new("icd10pcs-definition", "section", "axis", "title", "definition", "explanation", "includes", "position");

    /// <summary>One row a specific device that is coded to a broader one, at PCSDEVICE of the register. <c>bodySystems</c> is separated by <c>|</c>.</summary>
    public static readonly Table Device = new("icd10pcs-device", "device", "operation", "bodySystems", "value", "parent");

    private static readonly CodeKey DeviceKey = CodeKey.Of(CodeSet.Register, "PCSDEVICE");

    /// <inheritdoc/>
    public string Name => "icd10pcs-definitions";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Definition, Device];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.XmlRoot == "ICD10PCS.definitions";

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel) => XmlRead.Guard(file, "ICD10PCS.definitions", xml =>
    {
        foreach (var element in xml.Children())
        {
            if (element is "section" or "deviceAggregation" && sink.CurrentEdition is null) throw xml.Error($"<{element}> before the version", "<version> first");
            switch (element)
            {
                case "version": sink.Edition(Icd.EditionStated(file, "icd10pcs-definitions", xml.Text(), xml.Line)); break;
                case "title": xml.Text(); break;
                case "section": Section(file, sink, xml); break;
                case "deviceAggregation":
                    foreach (var aggregate in xml.Children())
                    {
                        if (aggregate != "aggregate") throw xml.Unknown("deviceAggregation");
                        Aggregate(sink, xml);
                    }

                    break;
                default: throw xml.Unknown("ICD10PCS.definitions");
            }

            cancel.ThrowIfCancellationRequested();
        }

        if (sink.CurrentEdition is null) throw xml.Error("no version", "<version> with the fiscal year");
    });

    private static void Section(ReleaseFile file, FactSink sink, XmlRead xml)
    {
        var code = xml.Attribute("code");
        if (code.Length != 1) throw xml.Error($"section '{Icd.Shown(code)}'", "one character");
        var key = Icd.Pcs(file, xml.Line, code, 1);
        var section = "";
        foreach (var element in xml.Children())
        {
            if (element == "title") section = xml.Text();
            else if (element == "axis") Axis(sink, xml, key, section);
            else throw xml.Unknown("section");
        }
    }

    private static void Axis(FactSink sink, XmlRead xml, CodeKey key, string section)
    {
        var position = xml.Attribute("pos");
        if (!int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 1 or > 7) throw xml.Error($"position '{Icd.Shown(position)}'", "1 to 7");
        var axis = "";
        foreach (var element in xml.Children())
        {
            if (element == "title") axis = xml.Text();
            else if (element == "terms") Terms(sink, xml, key, section, axis, position);
            else throw xml.Unknown("axis");
        }
    }

    private static void Terms(FactSink sink, XmlRead xml, CodeKey key, string section, string axis, string position)
    {
        var titles = new List<(string Text, int Line)>();
        var includes = new List<string>();
        var definition = "";
        var explanation = "";
        foreach (var element in xml.Children())
        {
            var line = xml.Line;
            var text = xml.Text();
            switch (element)
            {
                case "title": titles.Add((text, line)); break;
                case "definition": definition = definition.Length == 0 ? text : throw xml.Error("a second definition", "one"); break;
                case "explanation": explanation = explanation.Length == 0 ? text : throw xml.Error("a second explanation", "one"); break;
                case "includes": includes.Add(text); break;
                default: throw xml.Error($"<{element}> in <terms>", "an element of the layout");
            }
        }

        if (titles.Count == 0) throw xml.Error("terms without a title", "<title>");
        foreach (var (title, line) in titles)
        {
            sink.Row().Column(section).Column(axis).Column(title).Column(definition).Column(explanation).Column(string.Join('|', includes)).Column(position).End(Definition, key, line);
        }
    }

    private static void Aggregate(FactSink sink, XmlRead xml)
    {
        var line = xml.Line;
        string device = "", operation = "", value = "", parent = "";
        var systems = new List<string>();
        foreach (var element in xml.Children())
        {
            switch (element)
            {
                case "device": device = xml.Text(); break;
                case "operation": operation = xml.Text(); break;
                case "bodySys": systems.Add(xml.Text()); break;
                case "parent":
                    value = xml.Attribute("value");
                    parent = xml.Text();
                    break;
                default: throw xml.Unknown("aggregate");
            }
        }

        if (device.Length == 0 || parent.Length == 0) throw xml.Error("an aggregate without device or parent", "<device> and <parent>");
        sink.Row().Column(device).Column(operation).Column(string.Join('|', systems)).Column(value).Column(parent).End(Device, DeviceKey, line);
    }
}
