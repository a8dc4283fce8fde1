namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Risks, instructions, precautions.</summary>
[Collection(nameof(DetectBook))]
public class HypotheticalTests(DetectBook book)
{
    [Theory]
    [InlineData("Return if you develop chest pain or shortness of breath.", "outpatient", "", "R07 R06")]
    [InlineData("Risks of the procedure include bleeding, infection and stroke.", "outpatient", "", "I63 R58")]
    [InlineData("Counseled about the risk of lung cancer with continued smoking.", "outpatient", "", "C34")]
    [InlineData("Aspirin for stroke prevention.", "outpatient", "", "I63")]
    [InlineData("Take ondansetron as needed for nausea.", "outpatient", "", "R11")]
    public void What_may_happen_is_not_coded(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
