namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.B.5.</summary>
[Collection(nameof(DetectBook))]
public class IntegralTests(DetectBook book)
{
    [Theory]
    [InlineData("Acute appendicitis with right lower quadrant pain and vomiting.", "outpatient", "K35.80", "R10 R11")]
    [InlineData("UTI with dysuria and frequency.", "outpatient", "N39.0", "R30 R35")]
    [InlineData("Influenza with cough, fever and body aches.", "outpatient", "J11.1", "R05 R50")]
    [InlineData("Migraine with nausea.", "outpatient", "G43.909", "R11")]
    [InlineData("Gastroenteritis with diarrhea and vomiting.", "outpatient", "K52.9", "R19.7 R11")]
    public void A_symptom_of_a_coded_disease_is_not_coded(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
