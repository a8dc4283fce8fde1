using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class Icd10OrderAddendaTests
{
    [Fact]
    public void The_actions_of_a_year_are_read()
    {
        var read = Imported.Read(Mirror.File("icd10cm/2026/icd10cm-Code Descriptions-2026.zip!icd10cm-order-addenda-2026.txt"), "icd10-order-addenda");
        Assert.Equal("icd10cm-order-addenda", read.Edition.Dataset);
        Assert.Equal(
            [("add", 630), ("delete", 28), ("revise-from", 45), ("revise-to", 45)],
            read.Rows.CountBy(r => r["action"]).Select(c => (c.Key, c.Value)).OrderBy(c => c.Key, StringComparer.Ordinal));
        Assert.Equal(["delete 1", "add 0"], read.Of("order-addenda", "B88.0").Select(r => $"{r["action"]} {r["billable"]}"));
        Assert.Empty(read.Notes);
    }

    [Theory]
    [InlineData("icd10cm/history/cms_2023_dx.zip!icd10cm_order_addenda_2023.txt")]
    [InlineData("icd10cm/history/cms_2021_dx.zip!2021-code-descriptions-tabular-order/icd10cm_order_addenda_2021.txt")]
    public void Addenda_between_two_files_of_one_year_or_to_a_month_are_noted_as_an_update_within_it(string path)
    {
        var read = Imported.Read(Mirror.File(path), "icd10-order-addenda");
        Assert.Contains("within the fiscal year", Assert.Single(read.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Procedures_have_no_flag()
    {
        var read = Imported.Read(Mirror.File("icd10cm/history/cms_2022_errata.zip!order_addenda_2022.txt"), "icd10-order-addenda");
        Assert.Equal(["XW023X7", "XW023Y7"], read.Rows.Select(r => r.Key.Display));
        Assert.Equal(("", 0), (read.Rows[0]["billable"], read.Edition.Revision));
    }

    [Theory]
    [InlineData("Added:       1 A001    Sample", 2, "a count")]
    [InlineData("Add:         2 A001    Sample", 2, "flag, code")]
    [InlineData("Revise to:   1 A001    Sample                                                       Sample", 2, "each 'Revise from'")]
    [InlineData("Revise from: 1 A001    Sample                                                       Sample", 2, "its 'Revise to'")]
    public void A_line_off_the_layout_is_refused(string line, int at, string expected)
    {
        var first = $"Add:         1 A000    {"Sample fever",-60} Sample fever";
        var file = Imported.Bytes("icd10cm-order-addenda-2026.txt", System.Text.Encoding.UTF8.GetBytes(IcdSamples.Lines(first, line)));
        var e = Assert.Throws<ReleaseFormatException>(() => new Icd10OrderAddenda().Read(file, new FactSink(file, new StringPool(), Licence.Public), CancellationToken.None));
        Assert.Equal(at, e.Line);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }
}
