namespace CodingAhead.Claims.Tests.Edits;

/// <summary>Pairs, unit limits and add-on codes, against the files of the mirror (pairs of 2024 Q3, limits of 2026 Q2 for practitioners, add-on edits of 2026 Q2 with dates of their own).</summary>
[Collection(nameof(MirrorClaims))]
public sealed class NcciTests(MirrorClaims mirror)
{
    [Theory]
    [InlineData("64635-50; 77003", "2025-10-15", "fail")] // 50 is no NCCI-associated modifier (NCCI policy manual, chapter I, section E)
    [InlineData("77003; 64635-50", "2025-10-15", "fail")]
    [InlineData("64635; 77003-59", "2025-10-15", "bypassed")]
    [InlineData("64635-59; 77003", "2025-10-15", "bypassed")] // on either code since 2019-07-01
    [InlineData("64635; 77003-XU", "2025-10-15", "bypassed")]
    [InlineData("64635-22; 77003-76", "2025-10-15", "fail")] // 22, 76 and 77 open nothing (chapter I, section E)
    [InlineData("64635; 77003-26", "2025-10-15", "fail")]
    [InlineData("64635-RT; 64493-RT", "2025-10-15", "fail")] // the same side twice names one site
    [InlineData("64635-RT; 64493-LT", "2025-10-15", "bypassed")]
    [InlineData("64635; 64493-T1", "2025-10-15", "fail")] // no toe at the spine
    [InlineData("64635; 99213-25", "2025-10-15", "bypassed")] // chapter I, section D
    [InlineData("64635; 99213", "2025-10-15", "fail")]
    [InlineData("64635-25; 99213", "2025-10-15", "fail")] // 25 belongs on the visit
    [InlineData("58573; 58571-59", "2024-07-15", "fail")] // indicator 0 since 2024-04-01
    [InlineData("27540; 27380", "2024-07-15", "fail")] // column 1 is 27540 after 2024-06-30
    [InlineData("43239; 43235", "2025-10-15", "fail")] // chapter VI, section C: the diagnostic endoscopy is part of the surgical one
    [InlineData("43239; 43235-59", "2025-10-15", "fail")]
    [InlineData("45385; 45380-59", "2025-10-15", "bypassed")] // chapter VI, section C: another lesion
    [InlineData("93000; 93005", "2025-10-15", "fail")]
    [InlineData("80053; 80048-59", "2025-10-15", "fail")] // chapter I, section N: panels
    [InlineData("11721; 11720-59", "2025-10-15", "fail")]
    [InlineData("97530; 97116", "2025-10-15", "")] // indicator 9 since 2020-01-01: no edit
    [InlineData("29880-RT; 29881-LT", "2025-10-15", "bypassed")] // chapter IV, section E: the other knee
    [InlineData("29880-RT; 29881-RT", "2025-10-15", "fail")]
    [InlineData("66982-RT; 66984-LT", "2025-10-15", "bypassed")] // chapter VIII: the other eye
    [InlineData("64635; 77003 on 2025-10-16", "2025-10-15", "")] // not the same day
    [InlineData("64635; 64635-59", "2025-10-15", "")]
    [InlineData("64635; 77003", "2024-06-30", "not-checked")] // before the only quarter loaded
    [InlineData("64635", "2024-06-30", "")]
    public void Pairs(string lines, string on, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.NcciPtp, Typed.Claim(lines, on)));

    [Fact]
    public void A_pair_from_a_quarter_that_is_over_is_marked_and_not_checked_when_strict()
    {
        var claim = Typed.Claim("64635; 77003");
        var result = mirror.Check(claim);
        Assert.True(Assert.Single(result.Findings, f => f.Rule == Rules.NcciPtp).Stale);
        Assert.Contains("CMS ncci-ptp-practitioner 2024 Q3", result.Stale);
        Assert.Equal("not-checked", mirror.Outcomes(Rules.NcciPtp, claim, new CheckOptions { Strict = true }));
        Assert.Contains("CMS ncci-ptp-practitioner 2024 Q3", mirror.Check(Typed.Claim("64635; 73560-LT")).Stale);
        Assert.Equal("not-checked", mirror.Outcomes(Rules.NcciPtp, Typed.Claim("64635; 73560-LT"), new CheckOptions { Strict = true }));
    }

    [Fact]
    public void A_bypass_and_its_advice_always_state_their_condition()
    {
        Assert.All(mirror.Check(Typed.Claim("64635; 77003-59; 99213")).Findings.Where(f => f.Rule == Rules.NcciPtp), f => Assert.NotNull(f.Condition));
        Assert.All(mirror.Check(Typed.Claim("43239; 43235")).Findings.Where(f => f.Rule == Rules.NcciPtp), f => Assert.DoesNotContain("59", f.Fix!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("64635", "")]
    [InlineData("64635 x2", "fail")] // MAI 2, one a day
    [InlineData("64635-RT; 64635-LT-59", "fail")] // splitting lines does not lift MAI 2 (chapter I, section V)
    [InlineData("64635; 64635 on 2026-05-16", "")]
    [InlineData("64636 x4", "")]
    [InlineData("64636 x5", "fail")] // MAI 3 is of the day, not of the encounter
    [InlineData("64636 x2; 64636-59 x3", "fail")]
    [InlineData("69210 x2", "fail")]
    [InlineData("27447-50", "")]
    [InlineData("27447-RT; 27447-LT", "fail")] // one line with 50 and one unit (chapter I, section V, 3.a)
    [InlineData("71046 x2", "")]
    [InlineData("71046 x3", "fail")]
    [InlineData("97110 x6", "")]
    [InlineData("97110 x7", "fail")]
    [InlineData("J1885 x8", "")]
    [InlineData("J1885 x9", "fail")]
    [InlineData("93000 x3; 93000-76", "fail")]
    public void Units(string lines, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.NcciMue, Typed.Claim(lines, "2026-05-15")));

    [Fact]
    public void Units_of_several_days_are_divided_by_them()
    {
        var claim = Typed.Claim("97110 x12", "2026-05-15");
        Assert.Equal("fail", mirror.Outcomes(Rules.NcciMue, claim));
        Assert.Equal("", mirror.Outcomes(Rules.NcciMue, claim with { Lines = [claim.Lines[0] with { To = new DateOnly(2026, 5, 16) }] }));
    }

    [Fact]
    public void Units_before_the_first_edition_loaded_are_not_checked() => Assert.Equal("not-checked", mirror.Outcomes(Rules.NcciMue, Typed.Claim("64635 x2; 64636")));

    [Fact]
    public void An_absolute_limit_offers_no_modifier_and_a_clinical_one_names_the_record()
    {
        Assert.Null(Assert.Single(mirror.Check(Typed.Claim("64635 x2", "2026-05-15")).Findings, f => f.Rule == Rules.NcciMue).Condition);
        Assert.Contains("record", Assert.Single(mirror.Check(Typed.Claim("64636 x5", "2026-05-15")).Findings, f => f.Rule == Rules.NcciMue).Condition!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("64635; 64636 x2", "", "")] // NCCI policy manual, chapter I, sections R and W
    [InlineData("64636", "", "fail")]
    [InlineData("64636; 64493", "", "fail")]
    [InlineData("64635 on 2025-10-14; 64636", "", "fail")]
    [InlineData("64493; 64494; 64495", "", "")]
    [InlineData("64494", "", "fail")]
    [InlineData("22551; 22552", "", "")]
    [InlineData("22552", "", "fail")]
    [InlineData("11103", "", "fail")]
    [InlineData("11102; 11103", "", "")]
    [InlineData("99291; 99292", "", "")]
    [InlineData("99292", "99291 2025-10-15 group", "bypassed")] // chapter I, section R: critical care of a colleague of the group
    [InlineData("99292", "99291 2025-10-15 other", "fail")]
    [InlineData("64636", "64635 2025-10-15 same", "")]
    [InlineData("64636", "64635 2025-10-15 group", "fail")]
    public void Add_on_codes(string lines, string history, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.AddOn, Typed.Claim(lines, history: history)));
}
