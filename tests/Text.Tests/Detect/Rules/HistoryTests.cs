namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.C.21.c.4: past conditions, and chronic ones told as history.</summary>
[Collection(nameof(DetectBook))]
public class HistoryTests(DetectBook book)
{
    [Theory]
    [InlineData("Personal history of breast cancer, treated with lumpectomy in 2012.", "outpatient", "Z85.3", "C50")]
    [InlineData("Past history of stroke in 2019 without residual deficits.", "outpatient", "Z86.73", "I63")]
    [InlineData("History of kidney stones.", "outpatient", "Z87.442", "N20")]
    [InlineData("Former smoker, quit ten years ago.", "outpatient", "Z87.891", "F17")]
    [InlineData("Status post appendectomy. Has asthma.", "outpatient", "J45.909 Z90.49", "K35")]
    [InlineData("History of asthma, uses albuterol.", "outpatient", "J45.909", "")]
    [InlineData("PAST MEDICAL HISTORY: hypertension, hypothyroidism, GERD.", "outpatient", "E03.9 I10 K21.9", "")]
    [InlineData("History of pulmonary embolism three years ago, no longer on anticoagulants.", "outpatient", "Z86.711", "I26")]
    [InlineData("Personal history of colon polyps.", "outpatient", "Z86.0100", "")]
    [InlineData("Left hemiplegia, nondominant side, following a stroke last year.", "outpatient", "I69.354", "I63")]
    public void What_is_over_has_a_history_code(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
