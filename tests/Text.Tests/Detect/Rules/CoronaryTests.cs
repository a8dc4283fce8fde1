namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.C.9.b and I.C.9.e.</summary>
[Collection(nameof(DetectBook))]
public class CoronaryTests(DetectBook book)
{
    [Theory]
    [InlineData("CAD with stable angina.", "outpatient", "I25.118", "")]
    [InlineData("Acute inferior STEMI.", "inpatient", "I21.19", "")]
    [InlineData("NSTEMI with known coronary artery disease.", "inpatient", "I21.4 I25.10", "")]
    [InlineData("Old myocardial infarction. Ischemic cardiomyopathy.", "outpatient", "I25.2 I25.5", "I21")]
    public void Angina_and_coronary_disease_are_one_code(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
