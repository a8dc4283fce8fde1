namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.C.21.c.2, c.5, c.13.</summary>
[Collection(nameof(DetectBook))]
public class EncountersTests(DetectBook book)
{
    [Theory]
    [InlineData("Screening colonoscopy.", "outpatient", "Z12.11", "")]
    [InlineData("Well child visit, no concerns.", "outpatient", "Z00.129", "")]
    [InlineData("Encounter for tetanus vaccination.", "outpatient", "Z23", "")]
    [InlineData("Routine gynecologic examination.", "outpatient", "Z01.419", "")]
    public void A_visit_without_disease_has_a_code(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
