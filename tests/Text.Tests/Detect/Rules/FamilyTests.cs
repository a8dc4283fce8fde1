namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.C.21.c.4: relatives have family history codes, others none.</summary>
[Collection(nameof(DetectBook))]
public class FamilyTests(DetectBook book)
{
    [Theory]
    [InlineData("Her sister was diagnosed with ovarian cancer.", "outpatient", "Z80.41", "C56")]
    [InlineData("Maternal grandmother had colon cancer. Patient has hemorrhoids.", "outpatient", "K64.9 Z80.0", "C18")]
    [InlineData("FAMILY HISTORY: Coronary disease in father, asthma in brother.", "outpatient", "Z82.49 Z82.5", "I25 J45")]
    [InlineData("His wife has the flu. He has a sore throat.", "outpatient", "J02.9 Z20.828", "J11 J10")]
    [InlineData("Daughter reports that the patient has had dysuria.", "outpatient", "R30.0", "")]
    public void Another_persons_disease_is_not_the_patients(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
