namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Denied, absent and ruled out; and names that only look like it.</summary>
[Collection(nameof(DetectBook))]
public class NegationTests(DetectBook book)
{
    [Theory]
    [InlineData("Denies nausea, vomiting or diarrhea. Has constipation.", "outpatient", "K59.00", "R11 R19.7")]
    [InlineData("No evidence of pneumonia or effusion. Wheezing noted.", "outpatient", "R06.2", "J18 J90")]
    [InlineData("Negative for diabetes and hypertension.", "outpatient", "", "E11 I10")]
    [InlineData("The patient does not have asthma.", "outpatient", "", "J45")]
    [InlineData("Patient has migraine without aura.", "outpatient", "G43.009", "")]
    [InlineData("Strep test was negative. Sore throat.", "outpatient", "J02.9", "J02.0")]
    [InlineData("PE was ruled out. Pleuritic chest pain.", "outpatient", "R07.81", "I26")]
    [InlineData("Psoriasis is no better.", "outpatient", "L40.9", "")]
    [InlineData("Gram-negative pneumonia.", "outpatient", "J15.69", "")]
    [InlineData("Tuberculosis: none. Gout: present.", "outpatient", "M10.9", "A15")]
    public void What_is_denied_is_not_coded(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
