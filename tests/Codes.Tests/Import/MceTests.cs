using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class MceTests
{
    [Theory]
    [InlineData("mce/43.1/mce_v43.1_icd10cm_dx_code_validity.csv", "mce-icd10cm-validity", 75719)]
    [InlineData("mce/43.1/mce_v43.1_icd10pcs_code_validity.csv", "mce-icd10pcs-validity", 82407)]
    [InlineData("mce/43.1/mce_v43.1_icd10cm_dx_edit_flags.csv", "mce-icd10cm-flags", 84932 - 62479)]
    [InlineData("mce/43.1/mce_v43.1_icd10pcs_edit_flags.csv", "mce-icd10pcs-flags", 86809 - 82132)]
    [InlineData("mce/43.1/mce_v43.1_age_ranges.csv", "mce-age", 5)]
    [InlineData("mce/43.1/mce_v43.1_discharge_status.csv", "mce-discharge", 45)]
    public void The_tables_of_a_version_are_read(string path, string dataset, int rows)
    {
        var read = Imported.Read(Mirror.File(path), "mce");
        Assert.Equal((dataset, "v43.1", new DateOnly(2026, 4, 1), new DateOnly(2026, 9, 30)), (read.Edition.Dataset, read.Edition.Label, read.Edition.From, read.Edition.To));
        Assert.Equal(rows, read.Rows.Count);
    }

    [Fact]
    public void A_span_has_dates_of_its_own()
    {
        var flags = Imported.Read(Mirror.File("mce/43.1/mce_v43.1_icd10cm_dx_edit_flags.csv"), "mce");
        Assert.Equal(
            [("maternity|female|unacceptable", "2015-10-01", "2024-09-30"), ("maternity|unacceptable", "2024-10-01", null)],
            flags.Of("mce-flags", "O09.00").Select(r => (r["flags"], r.From, r.To)));
    }

    // The fiscal year is 1983 + the version.
    [Theory]
    [InlineData("mce_v43.1_age.csv", "2026-04-01", "2026-09-30")]
    [InlineData("mce_v43.0_age.csv", "2025-10-01", "2026-09-30")]
    [InlineData("43.0/age.csv", "2025-10-01", "2026-09-30")]
    [InlineData("mce_v33.0_age.csv", "2015-10-01", "2016-09-30")]
    public void A_version_is_a_fiscal_year(string path, string from, string to)
    {
        var edition = Imported.Text(path, IcdSamples.MceAge, "mce").Edition;
        Assert.Equal((from, to), (edition.From.ToString("yyyy-MM-dd"), edition.To.ToString("yyyy-MM-dd")));
    }

    [Theory]
    [InlineData("code,valid_from,valid_to", "A00!,20151001,", "an ICD-10-CM code")]
    [InlineData("code,valid_from,valid_to", "A001,2015-10-01,", "yyyyMMdd")]
    [InlineData("code,valid_from,valid_to", "A001,20151301,", "yyyyMMdd")]
    [InlineData("code,valid_from,valid_to", "A001,20151001,20140930", "an end after its beginning")]
    [InlineData("code,valid_from,valid_to", "A001,20151001", "3")]
    [InlineData("code,valid_from,valid_to", "A000,20151001,", "each key once")]
    [InlineData("code,start_date,end_date,flags", "A001,20151001,,male;female", "separated by |")]
    [InlineData("age_group,start_age,end_age,start_date,end_date", "Adult,old,124,19840301,", "completed years")]
    [InlineData("discharge_status,start_date,end_date", "home,19801001,", "one or two digits")]
    public void A_row_off_the_layout_is_refused(string header, string row, string expected)
    {
        var first = header[0] == 'c' ? "A000,20151001," + (header.EndsWith("flags", StringComparison.Ordinal) ? "," : "") : header[0] == 'a' ? "Newborn,0,0,19840301," : "1,19801001,";
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text("mce_v43.1.csv", IcdSamples.Lines(header, first, row), "mce"));
        Assert.Equal(3, e.Line);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mce.csv")]
    [InlineData("mce_v43.2_age.csv")]
    public void An_unknown_version_is_refused(string path) => Assert.Throws<ReleaseFormatException>(() => Imported.Text(path, IcdSamples.MceAge, "mce"));
}
