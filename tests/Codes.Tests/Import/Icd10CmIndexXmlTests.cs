using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class Icd10CmIndexXmlTests
{
    // Figures: <code> elements and reference elements counted with another XML reader.
    [Theory]
    [InlineData("icd10cm/2025/icd10cm_index_2025_rebuilt.xml", "icd10cm-index-disease", "FY2025", 62721, 14193)]
    [InlineData("icd10cm/2017/ICD10CM_FY2017_Full_XML.zip!icd10cm_index_2017.xml", "icd10cm-index-disease", "FY2017", 59412, 13828)]
    [InlineData("icd10cm/2026/icd10cm-eindex-April-1-2026-XML.xml", "icd10cm-index-external", "FY2026 April", 6671, 904)]
    public void Every_code_and_reference_is_read(string path, string dataset, string label, int codes, int references)
    {
        var read = Imported.Read(Mirror.File(path), "icd10cm-index");
        Assert.Equal((dataset, label), (read.Edition.Dataset, read.Edition.Label));
        Assert.Equal((codes, references), (read.Rows.Count(r => r.Table.Name == "icd10cm-index"), read.Rows.Count(r => r.Table.Name == "icd10cm-index-see")));
    }

    [Fact]
    public void Paths_modifiers_and_second_codes_are_kept()
    {
        var read = Imported.Text("icd10cm-index-2026.xml", IcdSamples.Index, "icd10cm-index");
        Assert.Equal(["disease", "Sample NEC", "(mild) (old)", "", "A00.0-", "H35.0-"], read.Of("icd10cm-index", "A00.0").Single().Columns);
        Assert.Equal(["disease", "Sample NEC > late > very", "(very)", "", "I63.-", ""], read.Of("icd10cm-index", "I63").Single().Columns);
        Assert.Equal(
            ["D0000001 disease|Sample NEC > late||see|Sample, old", "D0000002 disease|Sample NEC > late > very|(very)|seeAlso|Fever"],
            read.Rows.Where(r => r.Table.Name == "icd10cm-index-see").Select(r => $"{r.Key.Display} {string.Join('|', r.Columns)}"));
        Assert.Contains("Sample NEC > unknown", Assert.Single(read.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<code>A00.0-</code>", "<code>A00.0--</code>", "a code such as")]
    [InlineData("<code>A00.0-</code>", "<code>A00.0</code><code>A00.1</code>", "one code an entry")]
    [InlineData("<manif>H35.0-</manif>", "<manif>eye</manif>", "a code such as")]
    [InlineData("<see>Sample, old</see>", "<see/>", "where to look")]
    [InlineData("<see>Sample, old</see>", "<look>Sample</look>", "an element of the layout")]
    [InlineData("level=\"2\"", "level=\"3\"", "level 2")]
    [InlineData("<title>late</title>", "", "<title> first")]
    [InlineData("DISEASES and INJURIES", "FISHES", "the index to diseases")]
    public void A_document_off_the_layout_is_refused(string valid, string damaged, string expected)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text("icd10cm-index-2026.xml", IcdSamples.Index.Replace(valid, damaged, StringComparison.Ordinal), "icd10cm-index"));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.True(e.Line > 0);
    }
}
