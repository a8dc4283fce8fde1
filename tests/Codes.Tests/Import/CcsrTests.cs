using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class CcsrTests
{
    [Fact]
    public void The_reference_file_is_read()
    {
        var read = Imported.Read(Mirror.File("ccsr/DXCCSR-Reference-File-v2023-1.xlsx"), "ccsr");
        Assert.Equal(("v2023.1", new DateOnly(2022, 10, 1)), (read.Edition.Label, read.Edition.From));
        Assert.Equal((86288, 547), (read.Rows.Count(r => r.Table.Name == "ccsr"), read.Rows.Count(r => r.Table.Name == "ccsr-category")));
        Assert.Equal(["DIG001|Intestinal infection|Y|Y", "INF003|Bacterial infections|N|N"], read.Of("ccsr", "A00.0").Select(r => string.Join('|', r.Columns)));
        Assert.Equal(["Intestinal infection", "Diseases of the digestive system"], read.Of("ccsr-category", "DIG001").Single().Columns);
    }

    [Fact]
    public void The_list_without_defaults_is_read()
    {
        var read = Imported.Read(Mirror.File("ccsr/DXCCSR_v2025-1_CCSR_DX_mapping.derived.csv"), "ccsr");
        Assert.Equal(("v2025.1", 87137), (read.Edition.Label, read.Rows.Count));
        Assert.Equal(["END003|||", "END005|||"], read.Of("ccsr", "E11.65").Select(r => string.Join('|', r.Columns)));
    }

    [Theory]
    [InlineData("DIG001,ICD9CM,A001,Sample", 3, "ICD10CM")]
    [InlineData("DIG1,ICD10CM,A001,Sample", 3, "a category such as")]
    [InlineData("DIG001,ICD10CM,A001", 3, "4")]
    [InlineData("DIG001,ICD10CM,A000,Sample", 3, "each key once")]
    [InlineData("DIG001,ICD10CM,A001,Sample", 0, "End of Content")]
    public void A_row_of_the_list_off_the_layout_is_refused(string row, int line, string expected)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text("x_v2025-1.csv", IcdSamples.Lines("CCSR_category_code,vocabulary_id,code,code_description", "DIG001,ICD10CM,A000,Sample", row), "ccsr"));
        Assert.Equal(line, e.Line);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DIG001", "A000", "DIG001", "Q", "Y, N or X")]
    [InlineData("DIG001", "A000", "DIG002", "Y", "a category of the sheet before")]
    [InlineData("DIG001", "A-00", "DIG001", "Y", "an ICD-10-CM code")]
    [InlineData("FSH001", "A000", "FSH001", "Y", "a body system listed before")]
    [InlineData("DIG001", "A000", "", "Y", "6 cells")]
    public void A_row_of_the_workbook_off_the_layout_is_refused(string category, string code, string of, string inpatient, string expected)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Read(Imported.Bytes("DXCCSR-v2023-1.xlsx", IcdSamples.CcsrWorkbook([[category, "Sample"]], [[code, "t", of, "t", inpatient, "Y"]])), "ccsr"));
        Assert.Equal(3, e.Line);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_of_another_version_than_its_name_is_refused() =>
        Assert.Contains("v2023.1", Assert.Throws<ReleaseFormatException>(() => Imported.Read(Imported.Bytes("DXCCSR-v2024-1.xlsx", IcdSamples.CcsrWorkbook([], [])), "ccsr")).Message, StringComparison.Ordinal);
}
