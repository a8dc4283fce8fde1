using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class IcdConversionTableTests
{
    [Theory]
    [InlineData("icd10cm/2026/ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx", 5884)]
    [InlineData("icd10cm/2025/icd-10-cm-conversion-table-FY2025.xlsx", 5397)]
    public void The_table_of_diagnoses_is_read(string path, int rows)
    {
        var read = Imported.Read(Mirror.File(path), "icd10-conversion");
        Assert.Equal(rows, read.Rows.Count);
        Assert.Contains("8 rows stand twice", Assert.Single(read.Notes), StringComparison.Ordinal);
        var row = read.Of("icd10cm-conversion", "A04.71").Single();
        Assert.Equal(("A047", "2017", "2017-10-01", null), (row["previousCodes"], row["effective"], row.From, row.To));
        Assert.Equal("2023-04-01", read.Of("icd10cm-conversion", "Z91.148").Single().From);
    }

    [Fact]
    public void The_table_of_procedures_is_read()
    {
        var read = Imported.Read(Mirror.File("icd10cm/history/cms_2022_errata.zip!icd10pcs_conversion_table_2022.xlsx"), "icd10-conversion");
        Assert.Equal((16263, 1), (read.Rows.Count, read.Edition.Revision));
        Assert.Equal([("Deleted", 3047), ("New", 10372), ("Revised", 2844)], read.Rows.CountBy(r => r["change"]).Select(c => (c.Key, c.Value)).OrderBy(c => c.Key, StringComparer.Ordinal));
        var row = Assert.Single(read.Of("icd10pcs-conversion", "001607A"));
        Assert.Equal(("00H60YZ", "2019-10-01", "New"), (row["previousCodes"], row["effective"], row["change"]));
    }

    [Theory]
    [InlineData("A04.7", "A047")]
    [InlineData("None", "")]
    [InlineData("C56.1 and C56.2", "C561|C562")]
    [InlineData("I63.011 AND I63.012", "I63011|I63012")]
    [InlineData("M93.001 & M93.002", "M93001|M93002")]
    [InlineData("E75.240, E75.241, E75.248, E75.249 ", "E75240|E75241|E75248|E75249")]
    [InlineData("H02.101-H02.106; H02.109", "H02101-H02106|H02109")]
    [InlineData("H44.20-H44.23 and H35.051-H35.059", "H4420-H4423|H35051-H35059")]
    [InlineData("I63.- and P91.88", "I63-|P9188")]
    [InlineData("Codes in Categories T15-T19", "T15-T19")]
    [InlineData("K59.09 AND Code from categories T36-T50", "K5909|T36-T50")]
    [InlineData("K31.89 and a code from R11-", "K3189|R11-")]
    public void Every_printed_form_of_previous_codes_is_understood(string printed, string codes)
    {
        var row = Assert.Single(Imported.Read(Imported.Bytes("table-FY2026.xlsx", IcdSamples.Conversion(["C56.3 ", "2021", printed])), "icd10-conversion").Rows);
        Assert.Equal((codes, printed.Trim()), (row["previousCodes"], row["printed"]));
    }

    [Theory]
    [InlineData("C56.33x", "2021", "C56.1", "an ICD-10-CM code")]
    [InlineData("C56.3", "21", "C56.1", "a year or a date")]
    [InlineData("C56.3", "2021", "see C56", "a code, a list, a range, or None")]
    [InlineData("C56.3", "2021", "", "a code, a list, a range, or None")]
    [InlineData("A04.71", "2021", "A04.7", "each code once")]
    public void A_row_off_the_layout_is_refused(string code, string effective, string previous, string expected)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Read(Imported.Bytes("table-FY2026.xlsx", IcdSamples.Conversion(["A04.71", "2017", "A04.7"], [code, effective, previous])), "icd10-conversion"));
        Assert.Equal(4, e.Line);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0016070", "2019", "00H60YZ", "Moved", "10.01", "New, Revised or Deleted")]
    [InlineData("0016070", "2019", "00H60YZ", "New", "13.01", "a month and day")]
    [InlineData("NoPCS", "2019", "NoPCS", "Deleted", "10.01", "at least one")]
    [InlineData("NoPCS", "2019", "00H60YZ", "New", "10.01", "Deleted")]
    [InlineData("00160", "2019", "00H60YZ", "New", "10.01", "seven characters")]
    public void A_row_of_procedures_off_the_layout_is_refused(string code, string year, string previous, string change, string monthDay, string expected)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Read(Imported.Bytes("pcs_2022.xlsx", IcdSamples.PcsConversion([code, "t", year, previous, "t", change, "", monthDay])), "icd10-conversion"));
        Assert.Equal(2, e.Line);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_procedure_deleted_without_successor_stands_at_itself()
    {
        var row = Assert.Single(Imported.Read(Imported.Bytes("pcs_2022.xlsx", IcdSamples.PcsConversion(["NoPCS", "", "2019", "00H60YZ", "t", "Deleted", "", "4.01"])), "icd10-conversion").Rows);
        Assert.Equal(("00H60YZ", "", "2019-04-01"), (row.Key.Display, row["previousCodes"], row["effective"]));
    }
}
