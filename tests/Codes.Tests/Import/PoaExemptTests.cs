using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class PoaExemptTests
{
    // The read-me of the release states 38,349 codes.
    [Fact]
    public void Text_and_workbook_of_the_full_list_say_the_same()
    {
        var text = Imported.Read(Mirror.File("poa/2026/POAexemptCodesFY26.zip!POAexemptCodesFY26.txt"), "icd10cm-poa-exempt");
        var workbook = Imported.Read(Mirror.File("poa/2026/POAexemptCodesFY26.zip!POAexemptCodesFY26.xlsx"), "icd10cm-poa-exempt");
        Assert.Equal(("FY2026", 38349), (text.Edition.Label, text.Rows.Count));
        Assert.Equal(text.Edition, workbook.Edition);
        Assert.Equal(text.Rows.Select(r => (r.Key, r.Columns[0])), workbook.Rows.Select(r => (r.Key, r.Columns[0])));
    }

    [Theory]
    [InlineData("POAexemptAddCodesFY26.txt", 209)]
    [InlineData("POAexemptDeleteCodesFY26.xlsx", 14)]
    [InlineData("POAexemptReviseCodesFY26.txt", 50)]
    public void Changes_are_checked_and_not_stored(string name, int rows)
    {
        var read = Imported.Read(Mirror.File("poa/2026/POAexemptCodesFY26.zip!" + name), "icd10cm-poa-exempt");
        Assert.Empty(read.Rows);
        Assert.Equal("icd10cm-poa-exempt-changes", read.Edition.Dataset);
        Assert.StartsWith($"{rows} changes", Assert.Single(read.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_of_the_text_form_are_read() =>
        Assert.Equal("yes", Assert.Single(Imported.Text("POAexemptCodesFY26.txt", IcdSamples.Poa, "icd10cm-poa-exempt").Rows)["exempt"]);

    [Theory]
    [InlineData("01239\tB90.1", "3:")]
    [InlineData("x\tB90.1\tSample", "digits")]
    [InlineData("01239\tB9!\tSample", "an ICD-10-CM code")]
    [InlineData("01239\tB90.1\t", "its title")]
    [InlineData("01239\tB90.1\t\"Sample", "a closing quote")]
    [InlineData("01239\tB90.0\tSample", "each key once")]
    public void A_row_off_the_layout_is_refused(string row, string expected)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text("POAexemptCodesFY26.txt", IcdSamples.Poa + row, "icd10cm-poa-exempt"));
        Assert.Equal(3, e.Line);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_without_a_fiscal_year_is_refused() => Assert.Throws<ReleaseFormatException>(() => Imported.Text("poa.txt", IcdSamples.Poa, "icd10cm-poa-exempt"));
}
