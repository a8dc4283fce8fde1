using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class Icd10CmOrderTests
{
    // Figures: CDC's own counts at the end of the order addenda of the same release.
    [Theory]
    [InlineData("icd10cm/2026/icd10cm-Code Descriptions-2026.zip!icd10cm-order-2026.txt", "FY2026", "2025-10-01", 74719, 23467)]
    [InlineData("icd10cm/2025/ICD10-CM Code Descriptions 2025.zip!icd10cm-order-2025.txt", "FY2025", "2024-10-01", 74260, 23324)]
    [InlineData("icd10cm/2025/Code-desciptions-April-2025.zip!icd10cm-order-April-2025.txt", "FY2025 April", "2025-04-01", 74260, 23324)]
    [InlineData("icd10cm/history/cms_2014_dx.zip!icd10cm_order_2014.txt", "FY2014", "2013-10-01", 69823, 21914)]
    public void Every_header_and_code_of_an_edition_is_read(string path, string label, string from, int codes, int headers)
    {
        var read = Imported.Read(Mirror.File(path), "icd10cm-order");
        Assert.Equal(("icd10cm", label, from), (read.Edition.Dataset, read.Edition.Label, read.Edition.From.ToString("yyyy-MM-dd")));
        Assert.Equal((codes, headers), (read.Rows.Count(r => r["billable"] == "1"), read.Rows.Count(r => r["billable"] == "0")));
        Assert.Equal(["1", "Essential (primary) hypertension", "Essential (primary) hypertension"], read.Of("icd10cm-order", "I10").Single().Columns);
    }

    [Fact]
    public void A_row_cites_its_line()
    {
        var row = Imported.Read(Mirror.File("icd10cm/2026/icd10cm-Code Descriptions-2026.zip!icd10cm-order-2026.txt"), "icd10cm-order").Of("icd10cm-order", "E11.65").Single();
        Assert.Equal(4413, row.Line);
        Assert.Equal(("2025-10-01", "2026-09-30"), (row.From, row.To));
    }

    [Fact]
    public void The_second_character_may_be_a_letter() =>
        Assert.Single(Imported.Text("icd10cm-order-2026.txt", IcdSamples.CmOrder, "icd10cm-order").Of("icd10cm-order", "QA0.0101"));

    [Theory]
    [InlineData("00002 A000    1 Too short", "at least 78")]
    [InlineData("0000x A000    1 Sample                                                       Sample", "five digits")]
    [InlineData("00002 A000    2 Sample                                                       Sample", "0 (header) or 1")]
    [InlineData("00002 a000    1 Sample                                                       Sample", "an ICD-10-CM code")]
    [InlineData("00002 A0.0    1 Sample                                                       Sample", "an ICD-10-CM code")]
    [InlineData("00002 A000    1                                                              Sample", "a short title")]
    [InlineData("00002 A00     1 Sample                                                       Sample", "each key once")]
    [InlineData("00001 A000    1 Sample                                                       Sample", "rising order numbers")]
    [InlineData("00002 A000    1 Sample                                                      xSample", "blanks between")]
    public void A_line_off_the_layout_is_refused(string line, string expected)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text("icd10cm-order-2026.txt", IcdSamples.Lines(IcdSamples.OrderLine(1, "A00", '0', "Sample"), line), "icd10cm-order"));
        Assert.Equal(2, e.Line);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_year_in_its_name_is_refused() =>
        Assert.Contains("year", Assert.Throws<ReleaseFormatException>(() => Imported.Text("order.txt", IcdSamples.CmOrder, "icd10cm-order")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_in_the_archive_of_another_year_is_refused() =>
        Assert.Throws<ReleaseFormatException>(() => Imported.Text("codes-2025.zip!icd10cm-order-2026.txt", IcdSamples.CmOrder, "icd10cm-order"));
}
