namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.C.1.</summary>
[Collection(nameof(DetectBook))]
public class InfectionTests(DetectBook book)
{
    [Theory]
    [InlineData("Sepsis due to MRSA with septic shock.", "inpatient", "A41.02 R65.21", "")]
    [InlineData("Sepsis due to urinary tract infection.", "inpatient", "A41.9 N39.0", "")]
    [InlineData("Severe sepsis with acute kidney injury.", "inpatient", "A41.9 N17.9 R65.20", "")]
    [InlineData("COVID-19 pneumonia.", "outpatient", "J12.82 U07.1", "J18.9")]
    [InlineData("Herpes zoster of the trunk.", "outpatient", "B02.9", "")]
    [InlineData("Chronic hepatitis C.", "outpatient", "B18.2", "")]
    [InlineData("HIV positive, asymptomatic.", "outpatient", "Z21", "B20")]
    [InlineData("AIDS with Pneumocystis pneumonia.", "outpatient", "B20 B59", "Z21")]
    public void An_infection_is_coded_with_its_organism(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
