using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class Icd10CmDrugNeoplasmXmlTests
{
    // Figures: cells other than - and --, counted with another XML reader.
    [Theory]
    [InlineData("icd10cm/2026/icd10cm-drug-April-1-2026-XML.xml", "icd10cm-index-drug", 40036, 132)]
    [InlineData("icd10cm/2026/icd10cm-neoplasm-April-1-2026-XML.xml", "icd10cm-index-neoplasm", 9020, 187)]
    [InlineData("icd10cm/2017/ICD10CM_FY2017_Full_XML.zip!icd10cm_neoplasm_2017.xml", "icd10cm-index-neoplasm", 9009, 187)]
    public void Every_cell_with_a_code_is_read(string path, string dataset, int cells, int references)
    {
        var read = Imported.Read(Mirror.File(path), "icd10cm-drug-neoplasm");
        Assert.Equal(dataset, read.Edition.Dataset);
        Assert.Equal((cells, references), (read.Rows.Count(r => r.Table.Name == "icd10cm-index"), read.Rows.Count(r => r.Table.Name == "icd10cm-index-see")));
    }

    [Fact]
    public void A_cell_carries_the_heading_of_its_column()
    {
        var read = Imported.Read(Mirror.File("icd10cm/2026/icd10cm-drug-April-1-2026-XML.xml"), "icd10cm-drug-neoplasm");
        var row = read.Of("icd10cm-index", "T39.1X5").Single(r => r["path"] == "Acetaminophen");
        Assert.Equal(["drug", "Acetaminophen", "", "Adverse effect", "T39.1X5", ""], row.Columns);
    }

    [Fact]
    public void A_dash_is_no_code()
    {
        var read = Imported.Text("icd10cm-neoplasm-2026.xml", IcdSamples.Neoplasm, "icd10cm-drug-neoplasm");
        Assert.Equal(["C80.1 Malignant Primary", "D36.9- Benign", "D05.- Benign"], read.Rows.Select(r => $"{r["printed"]} {r["column"]}"));
    }

    [Theory]
    [InlineData("<head col=\"1\">Neoplasm", "<head col=\"1\">Fish", "Substance or Neoplasm")]
    [InlineData("<head col=\"3\">", "<head col=\"2\">", "each column once")]
    [InlineData("<cell col=\"3\">D05", "<cell col=\"9\">D05", "a column of the heading")]
    [InlineData("D05.-", "D05,-", "a code such as")]
    [InlineData("D05.-", "", "a code such as")]
    public void A_document_off_the_layout_is_refused(string valid, string damaged, string expected)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text("icd10cm-neoplasm-2026.xml", IcdSamples.Neoplasm.Replace(valid, damaged, StringComparison.Ordinal), "icd10cm-drug-neoplasm"));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.True(e.Line > 0);
    }
}
