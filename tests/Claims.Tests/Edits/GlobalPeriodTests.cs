namespace CodingAhead.Claims.Tests.Edits;

/// <summary>Global periods, Pub. 100-04, chapter 12, sections 40.1 to 40.4, and NCCI policy manual, chapter I, section D; global days of RVU25D.</summary>
[Collection(nameof(MirrorClaims))]
public sealed class GlobalPeriodTests(MirrorClaims mirror)
{
    [Theory]
    // minor procedures: 20610 has 000, 64635 010
    [InlineData("20610; 99213", "", "fail")]
    [InlineData("20610; 99213-25", "", "bypassed")]
    [InlineData("20610; 99213-57", "", "fail")] // 57 is for major surgery
    [InlineData("20610; 99213 on 2025-10-16", "", "")]
    [InlineData("64635; 99213 on 2025-10-25", "", "fail")] // day 10
    [InlineData("64635; 99213 on 2025-10-26", "", "")] // day 11
    [InlineData("64635; 99213-24 on 2025-10-25", "", "bypassed")]
    [InlineData("64635; 99213-25 on 2025-10-25", "", "fail")]
    [InlineData("64635; 99213 on 2025-10-14", "", "")] // no day before
    // major surgery: 27447 has 090
    [InlineData("27447; 99214", "", "fail")]
    [InlineData("27447; 99214-57", "", "bypassed")]
    [InlineData("27447; 99214-25", "", "fail")]
    [InlineData("27447; 99214 on 2025-10-14", "", "fail")] // the day before
    [InlineData("27447; 99214-57 on 2025-10-14", "", "bypassed")]
    [InlineData("27447; 99214 on 2025-10-13", "", "")]
    [InlineData("99213", "27447 2025-10-01", "fail")]
    [InlineData("99213", "27447 2025-10-01 group", "fail")]
    [InlineData("99213", "27447 2025-10-01 other", "")]
    [InlineData("99213-24", "27447 2025-10-01", "bypassed")]
    [InlineData("99213 on 2025-12-30", "27447 2025-10-01", "fail")] // day 90
    [InlineData("99213 on 2025-12-31", "27447 2025-10-01", "")] // day 91
    [InlineData("99213", "27447-54 2025-10-01", "")] // the aftercare was left to another
    [InlineData("99213", "27447-80 2025-10-01", "")]
    // procedures in the period
    [InlineData("20610", "27447 2025-10-01", "fail")]
    [InlineData("20610-79", "27447 2025-10-01", "bypassed")]
    [InlineData("20610-78", "27447 2025-10-01", "bypassed")]
    [InlineData("20610-58", "27447 2025-10-01", "bypassed")]
    [InlineData("20610-76", "27447 2025-10-01", "fail")]
    [InlineData("71046", "27447 2025-10-01", "")] // a test is not surgery
    [InlineData("27447-55 on 2025-10-20", "27447 2025-10-15", "")]
    [InlineData("20610", "10060 2025-10-10", "fail")]
    [InlineData("20610", "10060 2025-10-01", "")]
    [InlineData("20610; 64635", "", "")] // one day is for the pairs and the multiple procedure rule
    // no period of their own
    [InlineData("71046; 99213", "", "")]
    [InlineData("99213", "27447-78 2025-10-01", "")] // a return opens none
    public void Visits_and_procedures(string lines, string history, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.GlobalPeriod, Typed.Claim(lines, history: history)));

    [Fact]
    public void A_period_whose_days_are_not_loaded_is_not_checked() =>
        Assert.Equal("not-checked", mirror.Outcomes(Rules.GlobalPeriod, Typed.Claim("99213", history: "33405 2025-09-15")));
}
