namespace CodingAhead.Claims.Tests.Edits;

/// <summary>Diagnoses against the tabular list of FY2026 and the Medicare Code Editor 43.1, whose rows carry dates of their own.</summary>
[Collection(nameof(MirrorClaims))]
public sealed class DiagnosisTests(MirrorClaims mirror)
{
    [Theory]
    [InlineData("E10.9 E11.9", "fail")] // each excludes the other
    [InlineData("E11.9 E10.9", "fail")]
    [InlineData("J00 J02.9", "fail")] // J02.-
    [InlineData("R73.03 E11.9", "fail")] // inherited from R73.0, range E08-E13
    [InlineData("I10 O10.011", "fail")] // range O10-O11
    [InlineData("M54.50 S39.012A", "fail")] // inherited from M54.5
    [InlineData("J44.9 J45.909", "")] // code also
    [InlineData("J44.9 J43.9", "fail")]
    [InlineData("J18.9 J69.0", "fail")]
    [InlineData("F32.9 F33.9", "fail")]
    [InlineData("E11.9 I10", "")]
    [InlineData("M47.816 M17.11", "")]
    [InlineData("G89.29 R52", "fail")]
    [InlineData("J20.9 J40", "fail")]
    [InlineData("I20.9 I25.110", "fail")] // I25.1-
    [InlineData("H28 E11.36", "fail")]
    [InlineData("E11.9 E11.65", "")]
    public void Excludes1(string dx, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.DxExcludes1, Typed.Claim("99213", dx: dx)));

    [Theory]
    [InlineData("2025-10-15", false, "fail")]
    [InlineData("2024-10-15", false, "fail")] // FY2023 answers FY2025, marked
    [InlineData("2024-10-15", true, "not-checked")]
    [InlineData("2016-01-15", false, "not-checked")] // before the first tabular list loaded
    public void Excludes1_by_the_list_of_the_date(string on, bool strict, string expected) =>
        Assert.Equal(expected, mirror.Outcomes(Rules.DxExcludes1, Typed.Claim("99213", on, "E10.9 E11.9"), new CheckOptions { Strict = strict }));

    [Theory]
    [InlineData("F02.80 G30.9", "fail fail")] // a manifestation first, and the disease after it
    [InlineData("G30.9 F02.80", "")]
    [InlineData("F02.80", "fail")]
    [InlineData("I50.9 I11.0", "fail")] // code first at I50
    [InlineData("I11.0 I50.9", "")]
    [InlineData("I50.9", "")] // its note is for some causes only
    [InlineData("N18.30 E11.22", "fail")]
    [InlineData("E11.22 N18.30", "")]
    [InlineData("D63.0 C50.911", "fail fail")]
    [InlineData("C50.911 D63.0", "")]
    [InlineData("H28 E03.9", "fail fail")]
    public void Sequence(string dx, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.DxSequence, Typed.Claim("99213", dx: dx)));

    [Fact]
    public void A_line_does_not_point_first_to_a_manifestation() => Assert.Equal("fail", mirror.Outcomes(Rules.DxSequence, Typed.Claim("99213 #2,1", dx: "G30.9 F02.80")));

    [Theory]
    [InlineData("W19.XXXA S52.501A", "99213", "fail")]
    [InlineData("S52.501A W19.XXXA", "99213", "")]
    [InlineData("S52.501A W19.XXXA", "99213 #2", "fail")]
    [InlineData("S52.501A W19.XXXA", "99213 #1,2", "")]
    [InlineData("V43.52XA", "99213", "fail")]
    [InlineData("Z00.00", "99213", "")]
    public void An_external_cause_is_not_first(string dx, string lines, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.DxExternalFirst, Typed.Claim(lines, dx: dx)));

    [Theory]
    [InlineData("O80", "1990-01-01", "")]
    [InlineData("O80", "2020-01-01", "fail")] // maternity: 9 to 64 since 2019-10-01
    [InlineData("O80", "2016-10-15", "")] // nine on the day
    [InlineData("O80", "2016-10-16", "fail")] // eight the day before the birthday
    [InlineData("O80", "1960-10-15", "fail")]
    [InlineData("A33", "2025-10-01", "")]
    [InlineData("A33", "2020-10-01", "fail")] // newborn: 0
    [InlineData("A48.51", "2010-10-01", "")] // child: 0 to 17
    [InlineData("A48.51", "2007-10-15", "fail")]
    [InlineData("A18.14", "2015-10-01", "fail")] // adult: 15 to 124
    [InlineData("A18.14", "1970-10-01", "")]
    [InlineData("M47.816", "2020-10-01", "")]
    [InlineData("O80", null, "not-checked")]
    public void Age(string dx, string? born, string expected)
    {
        var claim = Typed.Claim("99213", dx: dx);
        Assert.Equal(expected, mirror.Outcomes(Rules.DxAge, claim with { Patient = new Patient(BirthDate: born is null ? null : Typed.Date(born)) }));
    }

    [Theory]
    [InlineData("A18.15", "F", "2024-09-15", "fail")] // a male diagnosis while the editor asked for the sex
    [InlineData("A18.15", "M", "2024-09-15", "")]
    [InlineData("A18.16", "M", "2024-09-15", "fail")]
    [InlineData("A18.16", null, "2024-09-15", "not-checked")]
    [InlineData("A18.16", "M", "2025-10-15", "")] // no sex edit since 2024-10-01
    public void Sex(string dx, string? sex, string on, string expected) =>
        Assert.Equal(expected, mirror.Outcomes(Rules.DxSex, Typed.Claim("99213", on, dx) with { Patient = new Patient(sex) }));

    [Theory]
    [InlineData("M47.816", "2025-10-15", "")]
    [InlineData("M47.81", "2025-10-15", "dx-billable fail")]
    [InlineData("E11", "2025-10-15", "dx-billable fail")]
    [InlineData("Z28.310", "2022-03-31", "dx-valid fail")] // from 2022-04-01
    [InlineData("A04.7", "2025-10-15", "dx-billable fail")] // since 2017-10-01 a heading
    [InlineData("Q99.999", "2025-10-15", "dx-valid fail")]
    [InlineData("M47.816", "2014-10-15", "dx-valid fail")] // ICD-9-CM until 2015-09-30
    [InlineData("M47.816", "2026-11-22", "")] // FY2027 is not loaded: FY2026 answers, and is named
    public void Valid_and_complete(string dx, string on, string expected)
    {
        var result = mirror.Check(Typed.Claim("99213", on, dx));
        Assert.Equal(expected, string.Join(' ', result.Findings.Where(f => f.Rule is Rules.DxValid or Rules.DxBillable).Select(f => $"{f.Rule} {Typed.Id(f.Outcome)}")));
        if (on == "2026-11-22") Assert.Contains(result.Stale, s => s.Contains("icd10cm FY2026", StringComparison.Ordinal));
    }

    [Fact]
    public void A_patients_date_of_birth_and_number_stay_out_of_the_answer()
    {
        var result = mirror.Check(Typed.Claim("99213", dx: "O80") with { Patient = new Patient("M", new DateOnly(1931, 7, 23), "1EG4TE5MK7X") });
        Assert.Contains(result.Findings, f => f.Rule == Rules.Mbi && f.Outcome == Outcome.Fail);
        Assert.All(result.Findings, f => Assert.DoesNotMatch("1931|MK7X|94", $"{f.Message} {f.Fix} {f.Condition}"));
    }
}
