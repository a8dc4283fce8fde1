using System.Globalization;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The ICD-10-PCS tables in XML (<c>icd10pcs_tables_2026.xml</c>, root <c>ICD10PCS.tabular</c>; CMS, <c>icd10pcs_tabular.xsd</c>): for each table the values of
/// axes 1–3, then rows of the values of axes 4–7 that may be combined. The number of values of an axis and of codes of a row are stated and checked.
/// </summary>
public sealed class Icd10PcsTables : IImporter
{
    /// <summary>
    /// One row a value, at the table's three characters. <c>row</c>: 0 for axes 1–3, else the row of the table from 1; <c>position</c>: 1–7; <c>axis</c>: its title
    /// (Body Part); <c>definition</c>: of the root operation, at position 3.
    /// </summary>
    public static readonly Table Values = new("icd10pcs-table", "row", "position", "axis", "value", "label", "definition");

    /// <inheritdoc/>
    public string Name => "icd10pcs-tables";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Values];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.XmlRoot == "ICD10PCS.tabular";

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel) => XmlRead.Guard(file, "ICD10PCS.tabular", xml =>
    {
        foreach (var element in xml.Children())
        {
            switch (element)
            {
                case "version": sink.Edition(Icd.EditionStated(file, "icd10pcs-tables", xml.Text(), xml.Line)); break;
                case "title": xml.Text(); break;
                case "pcsTable":
                    if (sink.CurrentEdition is null) throw xml.Error("a table before the version", "<version> first");
                    ReadTable(file, sink, xml);
                    cancel.ThrowIfCancellationRequested();
                    break;
                default: throw xml.Unknown("ICD10PCS.tabular");
            }
        }

        if (sink.CurrentEdition is null) throw xml.Error("no version", "<version> with the fiscal year");
    });

    private static void ReadTable(ReleaseFile file, FactSink sink, XmlRead xml)
    {
        var line = xml.Line;
        var head = new List<Axis>();
        CodeKey? key = null;
        var row = 0;
        foreach (var element in xml.Children())
        {
            switch (element)
            {
                case "axis":
                    var axis = ReadAxis(xml, head.Count + 1);
                    if (axis.Labels.Count != 1 || head.Count == 3) throw xml.Error($"{axis.Labels.Count} values at position {axis.Position} of a table", "one value at each of positions 1-3");
                    head.Add(axis);
                    break;
                case "pcsRow":
                    if (head.Count != 3) throw xml.Error($"a row after {head.Count} axes", "axes 1-3 first");
                    key ??= Open(file, sink, head, line);
                    ReadRow(sink, xml, key.Value, ++row);
                    break;
                default: throw xml.Unknown("pcsTable");
            }
        }

        if (row == 0) throw file.Error(line, "a table without rows", "<pcsRow>");
    }

    private static CodeKey Open(ReleaseFile file, FactSink sink, List<Axis> head, int line)
    {
        var key = Icd.Pcs(file, line, string.Concat(head.Select(a => a.Labels[0].Code)), 3);
        sink.Unique(key, line);
        foreach (var axis in head) Store(sink, key, 0, axis);
        return key;
    }

    private static void ReadRow(FactSink sink, XmlRead xml, CodeKey key, int row)
    {
        var line = xml.Line;
        var stated = xml.Attribute("codes");
        var position = 4;
        var codes = 1L;
        foreach (var element in xml.Children())
        {
            if (element != "axis") throw xml.Unknown("pcsRow");
            var axis = ReadAxis(xml, position++);
            codes *= axis.Labels.Count;
            Store(sink, key, row, axis);
        }

        if (position != 8) throw xml.Error($"a row of {position - 4} axes from line {line}", "axes 4-7");
        if (stated != codes.ToString(CultureInfo.InvariantCulture)) throw xml.Error($"a row of {codes} codes that states {Icd.Shown(stated)}", "the stated number of codes");
    }

    private static Axis ReadAxis(XmlRead xml, int position)
    {
        if (position > 7 || xml.Attribute("pos") != position.ToString(CultureInfo.InvariantCulture)) throw xml.Error($"position '{Icd.Shown(xml.Attribute("pos"))}'", $"position {position}");
        var stated = xml.Attribute("values");
        var axis = new Axis(position, []);
        foreach (var element in xml.Children())
        {
            switch (element)
            {
                case "title": axis.Title = xml.Text(); break;
                case "label":
                    var line = xml.Line;
                    var code = xml.Attribute("code");
                    if (code.Length != 1 || !char.IsAsciiLetterOrDigit(code[0])) throw xml.Error($"value '{Icd.Shown(code)}'", "one character");
                    if (axis.Labels.Exists(l => l.Code == code)) throw xml.Error($"value {code} a second time", "each value of an axis once");
                    axis.Labels.Add((code, xml.Text(), line));
                    break;
                case "definition": axis.Definition = xml.Text(); break;
                default: throw xml.Unknown("axis");
            }
        }

        if (axis.Title.Length == 0) throw xml.Error("an axis without a title", "<title>");
        if (stated != axis.Labels.Count.ToString(CultureInfo.InvariantCulture)) throw xml.Error($"{axis.Labels.Count} values where {Icd.Shown(stated)} are stated", "the stated number of values");
        return axis;
    }

    private static void Store(FactSink sink, CodeKey key, int row, Axis axis)
    {
        foreach (var (code, label, line) in axis.Labels)
        {
            sink.Row().Column(row.ToString(CultureInfo.InvariantCulture)).Column(axis.Position.ToString(CultureInfo.InvariantCulture))
                .Column(axis.Title).Column(code).Column(label).Column(axis.Definition).End(Values, key, line);
        }
    }

    private sealed record Axis(int Position, List<(string Code, string Label, int Line)> Labels)
    {
        public string Title { get; set; } = "";

        public string Definition { get; set; } = "";
    }
}
