namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.C.19.e.5.</summary>
[Collection(nameof(DetectBook))]
public class DrugsTests(DetectBook book)
{
    [Theory]
    [InlineData("Hives due to penicillin.", "outpatient", "L50.0 T36.0X5A", "")]
    [InlineData("Angioedema from lisinopril.", "outpatient", "T46.4X5A T78.3XXA", "")]
    [InlineData("Accidental overdose of acetaminophen.", "inpatient", "T39.1X1A", "")]
    [InlineData("Myalgia due to atorvastatin.", "outpatient", "M79.10 T46.6X5A", "")]
    [InlineData("Diarrhea due to metformin.", "outpatient", "K52.1 T38.3X5A", "")]
    public void A_drug_that_harms_is_coded_beside_the_harm(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
