namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.C.15.a and I.C.21.c.11.</summary>
[Collection(nameof(DetectBook))]
public class PregnancyTests(DetectBook book)
{
    [Theory]
    [InlineData("Pregnant at 10 weeks gestation with hyperemesis gravidarum.", "outpatient", "O21.0 Z3A.10", "")]
    [InlineData("Gestational diabetes controlled with insulin, 30 weeks gestation.", "outpatient", "O24.414 Z3A.30", "")]
    [InlineData("Severe preeclampsia, 36 weeks pregnant.", "outpatient", "O14.13 Z3A.36", "")]
    public void Chapter_15_comes_first_with_the_weeks(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
