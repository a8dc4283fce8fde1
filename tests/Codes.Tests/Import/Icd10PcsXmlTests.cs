using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>The three ICD-10-PCS documents: tables, index, definitions.</summary>
public class Icd10PcsXmlTests
{
    [Theory]
    [InlineData("icd10pcs/2025/icd10pcs_tables_2025.xml", "FY2025", 908, 33135, 78948)]
    [InlineData("icd10cm/history/cms_2022_errata.zip!icd10pcs_tables_2022.xml", "FY2022", 895, 32225, 78229)]
    public void The_tables_make_up_exactly_the_codes_of_the_order_file(string path, string label, int tables, int values, int codes)
    {
        var read = Imported.Read(Mirror.File(path), "icd10pcs-tables");
        Assert.Equal((label, values), (read.Edition.Label, read.Rows.Count));
        Assert.Equal(tables, read.Rows.Select(r => r.Key).Distinct().Count());
        var made = read.Rows.Where(r => r["row"] != "0").GroupBy(r => (r.Key, r["row"]))
            .Sum(row => row.GroupBy(r => r["position"]).Aggregate(1, (n, axis) => n * axis.Count()));
        Assert.Equal(codes, made);
        Assert.Equal("Bypass", read.Of("icd10pcs-table", "001").Single(r => r["position"] == "3")["label"]);
    }

    [Theory]
    [InlineData("icd10pcs/2025/icd10pcs_index_2025.xml", 4127 + 14711)]
    [InlineData("icd10cm/history/cms_2022_errata.zip!icd10pcs_index_2022.xml", 3936 + 14534)]
    public void Every_code_and_reference_of_the_index_is_read(string path, int entries)
    {
        var read = Imported.Read(Mirror.File(path), "icd10pcs-index");
        Assert.Equal(entries, read.Rows.Count);
        Assert.Contains(read.Of("icd10pcs-index", "0UT9"), r => r["path"] == "Abdominohysterectomy" && r["kind"] == "see" && r["text"] == "Resection, Uterus");
    }

    [Theory]
    [InlineData("icd10pcs/2025/icd10pcs_definitions_2025.xml", 1066)]
    [InlineData("icd10cm/history/cms_2022_errata.zip!icd10pcs_definitions_2022.xml", 1012)]
    public void Every_defined_value_is_read(string path, int values)
    {
        var read = Imported.Read(Mirror.File(path), "icd10pcs-definitions");
        Assert.Equal((values, 60), (read.Rows.Count(r => r.Table.Name == "icd10pcs-definition"), read.Rows.Count(r => r.Table.Name == "icd10pcs-device")));
        var excision = read.Of("icd10pcs-definition", "0").Single(r => r["title"] == "Excision");
        Assert.Equal(("Operation", "3", "Cutting out or off, without replacement, a portion of a body part"), (excision["axis"], excision["position"], excision["definition"]));
    }

    [Fact]
    public void An_untitled_term_of_the_index_takes_its_parents_path()
    {
        var read = Imported.Text("icd10pcs_index_2026.xml", IcdSamples.PcsIndex, "icd10pcs-index");
        Assert.Equal(
            ["0UT9 Sampling see", "0016070 Sampling > Twice code", "P0000001 Samplitis use", "F02 Table tab"],
            read.Rows.Select(r => $"{r.Key.Display} {r["path"]} {r["kind"]}"));
    }

    [Fact]
    public void Values_that_share_a_definition_have_a_row_each() =>
        Assert.Equal(["Part, Left Bit|Piece", "Part, Right Bit|Piece", "Tube"],
            Imported.Text("icd10pcs_definitions_2026.xml", IcdSamples.PcsDefinitions, "icd10pcs-definitions").Rows.Select(r => r.Table.Name == "icd10pcs-device" ? r["device"] : $"{r["title"]} {r["includes"]}"));

    [Theory]
    [InlineData("codes=\"2\"", "codes=\"3\"", "the stated number of codes")]
    [InlineData("pos=\"5\" values=\"2\"", "pos=\"5\" values=\"1\"", "the stated number of values")]
    [InlineData("pos=\"5\"", "pos=\"6\"", "position 5")]
    [InlineData("<label code=\"3\">", "<label code=\"0\">", "each value of an axis once")]
    [InlineData("<label code=\"3\">", "<label code=\"33\">", "one character")]
    [InlineData("<label code=\"1\">Bypass", "<label code=\"I\">Bypass", "3 to 7 characters")]
    [InlineData("<label code=\"1\">Bypass</label>", "<label code=\"1\">Bypass</tag>", "well-formed")]
    public void A_table_off_the_layout_is_refused(string valid, string damaged, string expected) => Refused("icd10pcs_tables_2026.xml", IcdSamples.PcsTables, "icd10pcs-tables", valid, damaged, expected);

    [Theory]
    [InlineData("<codes>0UT9</codes>", "<codes>0UT9000</codes>", "3 to 6 characters")]
    [InlineData("<code>0016070</code>", "<code>001607</code>", "seven characters")]
    [InlineData("<tab>F02</tab>", "<tab>F0</tab>", "3 to 7 characters")]
    [InlineData("<use>Part, Upper</use>", "<use/>", "what to see or use")]
    [InlineData("<use>Part, Upper</use>", "<avoid>Part</avoid>", "an element of the layout")]
    public void An_index_off_the_layout_is_refused(string valid, string damaged, string expected) => Refused("icd10pcs_index_2026.xml", IcdSamples.PcsIndex, "icd10pcs-index", valid, damaged, expected);

    [Theory]
    [InlineData("<section code=\"0\">", "<section code=\"O\">", "1 to 7 characters")]
    [InlineData("<axis pos=\"4\">", "<axis pos=\"8\">", "1 to 7")]
    [InlineData("<title>Part, Left</title><title>Part, Right</title>", "", "<title>")]
    [InlineData("<includes>Bit</includes>", "<contains>Bit</contains>", "an element of the layout")]
    public void Definitions_off_the_layout_are_refused(string valid, string damaged, string expected) => Refused("icd10pcs_definitions_2026.xml", IcdSamples.PcsDefinitions, "icd10pcs-definitions", valid, damaged, expected);

    private static void Refused(string path, string sample, string importer, string valid, string damaged, string expected)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text(path, sample.Replace(valid, damaged, StringComparison.Ordinal), importer));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.True(e.Line > 0);
    }
}
