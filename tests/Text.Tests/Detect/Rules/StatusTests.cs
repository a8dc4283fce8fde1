namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.C.21.c.3 and I.B.14.</summary>
[Collection(nameof(DetectBook))]
public class StatusTests(DetectBook book)
{
    [Theory]
    [InlineData("Atrial fibrillation on warfarin.", "outpatient", "I48.91 Z79.01", "")]
    [InlineData("ALLERGIES: penicillin, latex.", "outpatient", "Z88.0 Z91.040", "")]
    [InlineData("Morbid obesity with BMI 45.", "outpatient", "E66.01 Z68.42", "")]
    [InlineData("BMI 31. Here for a cough.", "outpatient", "R05.9", "Z68")]
    [InlineData("Pacemaker in place. Sick sinus syndrome.", "outpatient", "I49.5 Z95.0", "")]
    [InlineData("Kidney transplant recipient.", "outpatient", "Z94.0", "")]
    [InlineData("Below-knee amputation of right leg.", "outpatient", "Z89.511", "")]
    public void A_status_is_coded_where_it_is_said(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
