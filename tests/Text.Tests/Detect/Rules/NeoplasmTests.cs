namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.C.2.</summary>
[Collection(nameof(DetectBook))]
public class NeoplasmTests(DetectBook book)
{
    [Theory]
    [InlineData("Carcinoma of the upper outer quadrant of the left breast.", "outpatient", "C50.412", "")]
    [InlineData("Metastatic cancer to the liver from colon cancer.", "outpatient", "C18.9 C78.7", "")]
    [InlineData("Squamous cell carcinoma of the lip.", "outpatient", "C44.02", "")]
    [InlineData("Lipoma of the back.", "outpatient", "D17.1", "")]
    [InlineData("Basal cell carcinoma of the nose.", "outpatient", "C44.311", "")]
    [InlineData("Multiple myeloma in remission.", "outpatient", "C90.01", "")]
    public void A_tumour_is_coded_by_site_and_behaviour(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
