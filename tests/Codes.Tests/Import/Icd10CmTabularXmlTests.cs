using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class Icd10CmTabularXmlTests
{
    // Figures counted with another XML reader: chapters + sections + diag elements, notes by element (and six lines of the table at H54).
    [Fact]
    public void The_list_of_FY2023_is_read()
    {
        var read = Imported.Read(Mirror.File("icd10cm/2023/icd10cm_tabular_2023.xml"), "icd10cm-tabular");
        Assert.Equal(("icd10cm-tabular", "FY2023"), (read.Edition.Dataset, read.Edition.Label));
        Assert.Equal(
            [("chapter", 22), ("section", 296), ("entry", 45869)],
            [("chapter", Count("chapter")), ("section", Count("section")), ("entry", Count("category") + Count("subcategory") + Count("code"))]);
        Assert.Equal(
            "codeAlso 445, codeFirst 748, excludes1 5438, excludes2 2339, includes 1023, inclusionTerm 12064, note 178, sevenChrNote 507, useAdditionalCode 1431, visualImpairment 6",
            string.Join(", ", read.Rows.Where(r => r.Table.Name == "icd10cm-note").CountBy(r => r["kind"]).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}")));
        Assert.Equal(["A", "B", "B+", "C", "D"], read.Of("icd10cm-7th", "S52").Take(5).Select(r => r["character"] + (r["inclusion"] == "1" ? "+" : "")));
        Assert.Equal(("section", "CH01"), (read.Of("icd10cm-tabular", "A00-A09").Single()["kind"], read.Of("icd10cm-tabular", "A00-A09").Single()["parent"]));
        Assert.Equal(("category", "A00-A09"), (read.Of("icd10cm-tabular", "A00").Single()["kind"], read.Of("icd10cm-tabular", "A00").Single()["parent"]));

        int Count(string kind) => read.Rows.Count(r => r.Table.Name == "icd10cm-tabular" && r["kind"] == kind);
    }

    [Fact]
    public void Notes_keep_their_order_at_every_level()
    {
        var read = Imported.Text("icd10cm-tabular-2026.xml", IcdSamples.Tabular, "icd10cm-tabular");
        Assert.Equal(["1 one", "2 two"], read.Of("icd10cm-note", "A00").Where(r => r["kind"] == "excludes1").Select(r => $"{r["ordinal"]} {r["text"]}"));
        Assert.Equal("all samples", read.Of("icd10cm-note", "CH01").Single()["text"]);
        Assert.Equal("chills (R68.83)", read.Of("icd10cm-note", "A00-A09").Single()["text"]);
        Assert.Equal(["A initial encounter", "A first visit", "D subsequent encounter"], read.Of("icd10cm-7th", "A00").Select(r => $"{r["character"]} {r["label"]}"));
        Assert.Equal(["subcategory", "code"], read.Rows.Where(r => r.Table.Name == "icd10cm-tabular" && r.Key.Code.StartsWith("A000", StringComparison.Ordinal)).OrderBy(r => r.Key).Select(r => r["kind"]));
        Assert.Equal(("A000", "1"), (read.Of("icd10cm-tabular", "A00.0X").Single()["parent"], read.Of("icd10cm-tabular", "A00.0X").Single()["placeholder"]));
    }

    [Theory]
    [InlineData("</excludes2>", "</excludes3>", "well-formed")]
    [InlineData("<excludes2><note>chills (R68.83)</note></excludes2>", "<excludes3/>", "an element of the layout")]
    [InlineData("<version>2026</version>", "<version>FY26</version>", "the fiscal year")]
    [InlineData("<version>2026</version>", "<version>2025</version>", "a release of 2026")]
    [InlineData("<version>2026</version>", "", "<version>")]
    [InlineData("<name>A00.0</name>", "<name>A00.0!</name>", "an ICD-10-CM code")]
    [InlineData("<name>A00.0</name>", "<name>A00</name>", "each key once")]
    [InlineData("<name>A00.0</name>", "", "<name> first")]
    [InlineData("<desc>Sample fever</desc>", "", "a title")]
    [InlineData("<note>one</note>", "<note/>", "its text")]
    [InlineData("<note>one</note>", "one", "elements only")]
    [InlineData("char=\"A\"", "char=\"AB\"", "a letter or a digit")]
    [InlineData("id=\"A00-A09\"><desc>", "id=\"A00 to A09\"><desc>", "a block")]
    [InlineData("placeholder=\"true\"", "placeholder=\"yes\"", "true or false")]
    public void A_document_off_the_layout_is_refused(string valid, string damaged, string expected)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text("icd10cm-tabular-2026.xml", IcdSamples.Tabular.Replace(valid, damaged, StringComparison.Ordinal), "icd10cm-tabular"));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.True(e.Line > 0);
    }
}
