using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class HccTests
{
    [Fact]
    public void The_categories_of_a_payment_year_are_read()
    {
        var read = Imported.Read(Mirror.File("hcc/ra_dx_to_cc_2026.csv"), "hcc");
        Assert.Equal(("payment year 2026", new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)), (read.Edition.Label, read.Edition.From, read.Edition.To));
        Assert.Equal(58985, read.Rows.Count);
        Assert.Equal("38", read.Of("hcc", "E11.65").Single(r => r["model"] == "CMS-HCC Model V28")["cc"]);
    }

    [Fact]
    public void The_coefficients_of_a_payment_year_are_read()
    {
        var read = Imported.Read(Mirror.File("hcc/ra_coefficients_2026.csv"), "hcc");
        Assert.Equal((8413, "hcc-coefficient"), (read.Rows.Count, read.Edition.Dataset));
        Assert.Equal(1237, read.Rows.Count(r => r["version"] == "C28"));
        Assert.Contains("828 coefficients", Assert.Single(read.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diagnosis_code,cc,model_name", "A-00,6,Model", "an ICD-10-CM code")]
    [InlineData("diagnosis_code,cc,model_name", "A000,HCC6,Model", "a number")]
    [InlineData("diagnosis_code,cc,model_name", "A000,6", "3")]
    [InlineData("diagnosis_code,cc,model_name", "A000,6,", "the name of a model")]
    [InlineData("coefficient,value,model_domain,model_version", "CNA_HCC1,high,CMS-HCC,C28", "a number")]
    [InlineData("coefficient,value,model_domain,model_version", "CNA_HCC1,0.3,,C28", "coefficient, value, domain and version")]
    public void A_row_off_the_layout_is_refused(string header, string row, string expected)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text("ra_2026.csv", IcdSamples.Lines(header, row), "hcc"));
        Assert.Equal(2, e.Line);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_category_twice_is_refused() =>
        Assert.Equal(3, Assert.Throws<ReleaseFormatException>(() => Imported.Text("ra_2026.csv", IcdSamples.HccCategories + "A000,6,CMS-HCC Model V28", "hcc")).Line);
}
