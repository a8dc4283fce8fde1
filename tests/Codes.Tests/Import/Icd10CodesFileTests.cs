using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class Icd10CodesFileTests
{
    [Theory]
    [InlineData("icd10cm/2026/icd10cm-Code Descriptions-2026.zip!icd10cm-codes-2026.txt", "icd10cm-codes", 74719)]
    [InlineData("icd10cm/2026/icd10cm-Code Descriptions-2026.zip!icd10cm-codes-addenda-2026.txt", "icd10cm-codes", 591)]
    [InlineData("icd10cm/history/cms_2016_pr.zip!icd10pcs_codes_2016.txt", "icd10pcs-codes", 71974)]
    public void The_codes_file_is_checked_and_not_stored(string path, string dataset, int lines)
    {
        var read = Imported.Read(Mirror.File(path), "icd10-codes");
        Assert.Equal(dataset, read.Edition.Dataset);
        Assert.Empty(read.Rows);
        Assert.StartsWith($"{lines} lines checked", Assert.Single(read.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A0.0    Sample", "a code in columns 1-7")]
    [InlineData("A000", "a code in columns 1-7")]
    [InlineData("A000    Sample fever, again", "each key once")]
    [InlineData("Add:         A0011   Sample", "either a list of codes, or an addenda")]
    public void A_line_off_the_layout_is_refused(string line, string expected)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text("icd10cm-codes-2026.txt", IcdSamples.Codes + line, "icd10-codes"));
        Assert.Equal(3, e.Line);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }
}
