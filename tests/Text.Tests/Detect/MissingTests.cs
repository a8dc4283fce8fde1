namespace CodingAhead.Text.Tests.Detect;

/// <summary>What a code leaves unsaid is asked for; what its title only names beside other things is not.</summary>
[Collection(nameof(DetectBook))]
public class MissingTests(DetectBook book)
{
    [Theory]
    [InlineData("Hypertension with stage 4 chronic kidney disease.", "I12.9", "")]
    [InlineData("Hypertension. CKD 3b.", "I12.9", "")]
    [InlineData("Hypertensive heart disease, CKD stage 2.", "I13.10", "")]
    [InlineData("Chronic gastric ulcer with bleeding.", "K25.4", "")]
    [InlineData("Incarcerated umbilical hernia with obstruction.", "K42.0", "")]
    [InlineData("Hypertension with chronic kidney disease.", "N18.9", "specificity")]
    [InlineData("Obesity, diet discussed.", "E66.9", "specificity")]
    [InlineData("Primary osteoarthritis of the hip.", "M16.10", "laterality")]
    public void Only_what_is_open_is_missing(string text, string code, string missing)
    {
        var found = Assert.Single(book.Detect("ASSESSMENT: " + text).Codes, c => c.Code == code);
        Assert.Equal(missing, string.Join(' ', found.Missing.Select(m => m.What)));
    }
}
