using CodingAhead.Claims.Edits;
using CodingAhead.Codes;

namespace CodingAhead.Claims.Tests.Edits;

/// <summary>The rules on invented releases: these run without a mirror.</summary>
public sealed class SmallClaimTests(SmallClaims small) : IClassFixture<SmallClaims>
{
    [Fact]
    public void Every_small_release_is_read() => Assert.Empty(small.Report.Errors.Select(e => e.Message));

    [Theory]
    [InlineData(Rules.NcciPtp, "64635-50; 77003", "fail")]
    [InlineData(Rules.NcciPtp, "64635; 77003-59", "bypassed")]
    [InlineData(Rules.NcciPtp, "64635-XS; 77003", "bypassed")]
    [InlineData(Rules.NcciPtp, "64635; 77003-76", "fail")]
    [InlineData(Rules.NcciPtp, "27447-RT; 64635-LT", "bypassed")]
    [InlineData(Rules.NcciPtp, "27447-RT; 64635-RT", "fail")]
    [InlineData(Rules.NcciPtp, "27447 on 2025-11-01; 64635-59 on 2025-11-01", "fail")] // another indicator since that day
    [InlineData(Rules.NcciPtp, "71046; 64635", "")] // indicator 9 is no edit
    [InlineData(Rules.NcciMue, "64635 x2", "fail")]
    [InlineData(Rules.NcciMue, "64635; 64635-59", "fail")]
    [InlineData(Rules.NcciMue, "71046 x2; 71046-76 x2", "")] // MAI 1 is of the line
    [InlineData(Rules.NcciMue, "71046 x3", "fail")]
    [InlineData(Rules.NcciMue, "99213 x3", "fail")]
    [InlineData(Rules.NcciMue, "93005 x2", "not-checked")] // no limit published
    [InlineData(Rules.NcciMue, "93005", "")]
    [InlineData(Rules.ModifierBilateral, "64635-RT; 64635-LT", "fail")]
    [InlineData(Rules.ModifierBilateral, "99213-50", "fail")]
    [InlineData(Rules.ModifierComponent, "71046-TC @21", "fail")]
    [InlineData(Rules.ModifierComponent, "27447-26", "fail")]
    [InlineData(Rules.ModifierAssistant, "27447-80", "")]
    [InlineData(Rules.ModifierAssistant, "64635-80", "fail")]
    [InlineData(Rules.ModifierNotAllowed, "27447-62", "bypassed")]
    [InlineData(Rules.ModifierNotAllowed, "27447-25", "fail")]
    [InlineData(Rules.GlobalPeriod, "27447; 99213 on 2025-10-30", "fail")]
    [InlineData(Rules.GlobalPeriod, "27447; 99213-24 on 2025-10-30", "bypassed")]
    [InlineData(Rules.StatusCode, "77003", "fail")]
    [InlineData(Rules.Pos, "93005 @22", "fail")]
    [InlineData(Rules.Pos, "88141 @11", "fail")]
    [InlineData(Rules.Pos, "88141 @21", "")]
    [InlineData(Rules.Dates, "64635 x0", "fail")]
    [InlineData(Rules.Dates, "64635 x-1", "fail")]
    public void A_rule_on_a_claim(string rule, string lines, string expected) => Assert.Equal(expected, Typed.Outcomes(small.Checker.Check(Typed.Claim(lines)), rule));

    [Fact]
    public void A_failure_cites_the_line_of_its_file()
    {
        var result = small.Checker.Check(Typed.Claim("64635-50; 77003"));
        var finding = Assert.Single(result.Findings, f => f.Rule == Rules.NcciPtp);
        var source = result.Sources.Single(s => s.Id == Assert.Single(finding.Sources));
        Assert.EndsWith("ccipra-v313r0-f1.TXT", source.File, StringComparison.Ordinal);
        Assert.Equal(4, source.Line);
        Assert.Equal([1, 2], finding.Lines);
    }

    [Fact]
    public void A_quarter_that_is_over_answers_marked_and_not_at_all_when_strict()
    {
        var claim = Typed.Claim("64635; 77003", "2026-02-15");
        Assert.True(Assert.Single(small.Checker.Check(claim).Findings, f => f.Rule == Rules.NcciPtp).Stale);
        var strict = small.Checker.Check(claim, new CheckOptions { Strict = true });
        Assert.Equal("not-checked", Typed.Outcomes(strict, Rules.NcciPtp));
        Assert.DoesNotContain(strict.Findings, f => f.Outcome is Outcome.Fail && f.Stale);
    }

    [Fact]
    public void A_quarter_that_is_yet_to_come_answers_nothing() => Assert.Equal("not-checked", Typed.Outcomes(small.Checker.Check(Typed.Claim("64635; 77003", "2025-09-30")), Rules.NcciPtp));

    [Fact]
    public void Passes_are_listed_when_asked_for_only()
    {
        var claim = Typed.Claim("64635; 71046");
        Assert.DoesNotContain(small.Checker.Check(claim).Findings, f => f.Outcome == Outcome.Pass);
        Assert.Contains(small.Checker.Check(claim, new CheckOptions { All = true }).Findings, f => f is { Rule: Rules.NcciPtp, Outcome: Outcome.Pass });
    }

    [Theory]
    [InlineData("(J02.-)", "J029", true)]
    [InlineData("(J02.-)", "J039", false)]
    [InlineData("(E08-E13)", "E1165", true)]
    [InlineData("(E08-E13)", "E14", false)]
    [InlineData("(B15, B17.1-)", "B1710", true)]
    [InlineData("(E10.21-)", "E1021", true)]
    [InlineData("(E00-E03.-)", "E039", true)]
    [InlineData("(T36-T50 with fifth or sixth character 5)", "T360X5A", true)]
    [InlineData("(T36-T50 with fifth or sixth character 5)", "T360X1A", false)]
    [InlineData("(T36-T65 with 5th or 6th character 1-4 or 6)", "T400X4A", true)]
    [InlineData("(T36-T65 with 5th or 6th character 1-4 or 6)", "T400X5A", false)]
    [InlineData("(S72 with something else)", "S7201XA", false)]
    public void A_note_names_codes(string note, string code, bool names) =>
        Assert.Equal(names, NamedCodes.Read("invented words " + note, CodeKey.Of(CodeSet.Icd10Cm, "A00"), 0, default)?.Names(code) ?? false);

    [Theory]
    [InlineData("2020-02-29", "2025-02-28", 4)]
    [InlineData("2020-02-29", "2025-03-01", 5)]
    [InlineData("2025-10-15", "2025-10-15", 0)]
    public void Completed_years(string born, string on, int years) => Assert.Equal(years, DxAge.Years(Typed.Date(born), Typed.Date(on)));

    [Fact]
    public void A_claim_of_999_lines_and_one_of_none_are_answered()
    {
        Assert.Equal("pass", small.Checker.Check(new Claim()).Verdict);
        Assert.Equal("fail", small.Checker.Check(Typed.Claim(string.Join(';', Enumerable.Repeat("64635", 999)))).Verdict);
    }
}
