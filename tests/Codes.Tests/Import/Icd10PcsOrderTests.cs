using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class Icd10PcsOrderTests
{
    [Theory]
    [InlineData("icd10pcs/2025/cms_2025-icd-10-pcs-order-file-long-and-abbreviated-titles.zip!icd10pcs_order_2025.txt", "FY2025", 0, 78948, 908)]
    [InlineData("icd10pcs/2026/cms_2026-icd-10-pcs-order-file-long-and-abbreviated-titles.zip!icd10pcs_order_2026.txt", "FY2026", 0, 79115, 914)]
    [InlineData("icd10cm/history/cms_2022_pr.zip!icd10pcs_order_2022.txt", "FY2022", 0, 78227, 895)]
    [InlineData("icd10cm/history/cms_2022_errata.zip!icd10pcs_order_2022.txt", "FY2022", 1, 78229, 895)]
    public void Every_table_and_code_of_an_edition_is_read(string path, string label, int revision, int codes, int tables)
    {
        var read = Imported.Read(Mirror.File(path), "icd10pcs-order");
        Assert.Equal(("icd10pcs", label, revision), (read.Edition.Dataset, read.Edition.Label, read.Edition.Revision));
        Assert.Equal((codes, tables), (read.Rows.Count(r => r["billable"] == "1"), read.Rows.Count(r => r["billable"] == "0")));
        Assert.StartsWith("Bypass Cerebral Ventricle to Nasopharynx", read.Of("icd10pcs-order", "0016070").Single()["long"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("001607", '1')]
    [InlineData("0016", '0')]
    [InlineData("001607O", '1')]
    [InlineData("0016070", '0')]
    public void A_code_is_seven_characters_and_a_table_three_without_I_and_O(string code, char flag)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text("icd10pcs_order_2026.txt", IcdSamples.Lines(IcdSamples.OrderLine(1, "001", '0', "Sample"), IcdSamples.OrderLine(2, code, flag, "Sample")), "icd10pcs-order"));
        Assert.Equal(2, e.Line);
        Assert.Contains("seven characters", e.Message, StringComparison.Ordinal);
    }
}
