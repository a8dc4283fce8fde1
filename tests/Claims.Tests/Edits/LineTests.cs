namespace CodingAhead.Claims.Tests.Edits;

/// <summary>What a line says on its own: its code, status, place, setting, dates and pointers.</summary>
[Collection(nameof(MirrorClaims))]
public sealed class LineTests(MirrorClaims mirror)
{
    [Theory]
    [InlineData("64635", "2025-10-15", "")]
    [InlineData("64622", "2025-10-15", "code-successor fail")] // deleted for 2012
    [InlineData("64623", "2025-10-15", "code-successor fail")]
    [InlineData("64626", "2025-10-15", "code-successor fail")]
    [InlineData("64627", "2025-10-15", "code-successor fail")]
    [InlineData("64635", "2011-12-31", "code-valid fail")] // from 2012-01-01
    [InlineData("99999", "2025-10-15", "code-valid fail")]
    [InlineData("6463", "2025-10-15", "code-valid fail")]
    [InlineData("G0439", "2025-10-15", "")]
    [InlineData("g0439", "2025-10-15", "")]
    public void A_code_on_its_date(string lines, string on, string expected) =>
        Assert.Equal(expected, string.Join(' ', mirror.Check(Typed.Claim(lines, on)).Findings.Where(f => f.Rule is Rules.CodeValid or Rules.CodeSuccessor).Select(f => $"{f.Rule} {Typed.Id(f.Outcome)}")));

    [Theory]
    [InlineData("64622", "64635")]
    [InlineData("64626", "64633")]
    public void A_deleted_code_names_its_successor(string code, string successor) =>
        Assert.Contains(successor, Assert.Single(mirror.Check(Typed.Claim(code)).Findings, f => f.Rule == Rules.CodeSuccessor).Fix!, StringComparison.Ordinal);

    [Theory]
    [InlineData("64635", "")]
    [InlineData("99070", "fail")] // B
    [InlineData("99024", "fail")] // B
    [InlineData("0213T", "not-checked")] // C
    [InlineData("94760", "")] // T alone
    [InlineData("94760; 99213", "fail")] // T beside what is paid
    [InlineData("A0428", "not-checked")] // X
    [InlineData("99213", "")]
    public void Status(string lines, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.StatusCode, Typed.Claim(lines)));

    [Theory]
    [InlineData("64635 @11", "")]
    [InlineData("64635 @24", "")]
    [InlineData("27447 @11", "")] // NA: rarely there, no denial
    [InlineData("99213 @02", "")]
    [InlineData("99213 @10", "")]
    [InlineData("64635 @98", "fail")]
    [InlineData("64635 @1", "fail")]
    [InlineData("64635 @--", "not-checked")]
    [InlineData("93005 @22", "fail")] // PC/TC 3
    [InlineData("93005 @11", "")]
    [InlineData("93000 @21", "fail")] // PC/TC 4
    [InlineData("93010 @21", "")] // PC/TC 2
    [InlineData("71046 @22", "fail")] // PC/TC 1 without 26
    [InlineData("71046-26 @22", "")]
    [InlineData("71046 @11", "")]
    [InlineData("77003 @22", "fail")]
    [InlineData("96372 @22", "fail")] // PC/TC 5
    [InlineData("96372 @11", "")]
    public void Place(string lines, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.Pos, Typed.Claim(lines)));

    [Theory]
    [InlineData("64635", "")] // J1
    [InlineData("64635; 64636", "")] // N beside it
    [InlineData("64636", "fail")] // N alone
    [InlineData("33533", "fail")] // C
    [InlineData("33533-CA", "bypassed")]
    [InlineData("99213", "fail")] // B: hospitals bill G0463
    [InlineData("G0463", "")]
    [InlineData("A9270", "fail")] // E1
    [InlineData("E0601", "fail")] // Y
    [InlineData("A0428", "")] // A is paid, by another schedule
    [InlineData("90662", "")] // L
    [InlineData("80053", "")] // Q4
    public void Hospital_status(string lines, string expected) =>
        Assert.Equal(expected, mirror.Outcomes(Rules.OppsStatus, Typed.Claim(lines) with { Setting = Setting.OutpatientHospital }));

    [Fact]
    public void A_hospital_claim_says_what_is_not_checked() =>
        Assert.Equal("not-checked", mirror.Outcomes(Rules.Institutional, Typed.Claim("64635") with { Setting = Setting.OutpatientHospital }));

    [Theory]
    [InlineData("J3490", "not-checked")]
    [InlineData("64999", "not-checked")]
    [InlineData("22899", "not-checked")]
    [InlineData("64635", "")]
    public void Without_a_code_of_its_own(string lines, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.Unlisted, Typed.Claim(lines)));

    [Theory]
    [InlineData("64635; 64635", "fail")]
    [InlineData("64635; 64635; 64635", "fail")]
    [InlineData("64635-RT; 64635-LT", "")]
    [InlineData("64635; 64635-59", "")]
    [InlineData("64635-RT-59; 64635-59-RT", "fail")]
    [InlineData("64635; 64635 on 2025-10-16", "")]
    [InlineData("71046; 71046-76", "")]
    public void Duplicates(string lines, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.DuplicateLine, Typed.Claim(lines)));

    [Theory]
    [InlineData("99213 #1", "M47.816", "")]
    [InlineData("99213 #2", "M47.816", "fail")]
    [InlineData("99213 #0", "M47.816", "fail")]
    [InlineData("99213 #1,1", "M47.816", "fail")]
    [InlineData("99213 #1,2,3,4,5", "M47.816 I10 E11.9 M17.11 Z79.4", "fail")]
    public void Pointers(string lines, string dx, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.Pointers, Typed.Claim(lines, dx: dx)));

    [Theory]
    [InlineData("1234567893", "")]
    [InlineData("1234567890", "fail")]
    [InlineData("3234567893", "fail")]
    [InlineData("123456789", "fail")]
    public void Npi(string npi, string expected)
    {
        var claim = Typed.Claim("99213");
        Assert.Equal(expected, mirror.Outcomes(Rules.Npi, claim with { Provider = claim.Provider with { Npi = npi } }));
    }

    [Theory]
    [InlineData("1EG4-TE5-MK73", "")] // CMS's own example
    [InlineData("1eg4te5mk73", "")]
    [InlineData("0EG4TE5MK73", "fail")]
    [InlineData("1SG4TE5MK73", "fail")]
    [InlineData("1EG4TE5MK7", "fail")]
    [InlineData("1EG4TE5MK733", "fail")]
    public void Mbi(string mbi, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.Mbi, Typed.Claim("99213") with { Patient = new Patient(Mbi: mbi) }));
}
