namespace CodingAhead.Claims.Tests.Edits;

/// <summary>Modifiers against the indicators of RVU25D, the HCPCS file of October 2025 and the rules of our table.</summary>
[Collection(nameof(MirrorClaims))]
public sealed class ModifierTests(MirrorClaims mirror)
{
    [Theory]
    [InlineData("64635-50", "2025-10-15", "")]
    [InlineData("64635-XS", "2025-10-15", "")]
    [InlineData("64635-XS", "2014-06-01", "fail")] // from 2015-01-01
    [InlineData("64635-ZQ", "2025-10-15", "fail")]
    [InlineData("64635-5", "2025-10-15", "fail")]
    [InlineData("64635-500", "2025-10-15", "fail")]
    [InlineData("64635-rt", "2025-10-15", "")]
    public void Unknown_or_not_valid_on_the_date(string lines, string on, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.ModifierUnknown, Typed.Claim(lines, on)));

    [Theory]
    [InlineData("64635-25", "fail")]
    [InlineData("64635-24", "fail")]
    [InlineData("64635-57", "fail")]
    [InlineData("99213-25", "")]
    [InlineData("99213-57", "")]
    [InlineData("99213-59", "fail")] // NCCI policy manual, chapter I, section E: 59 is not for visits
    [InlineData("99213-22", "fail")]
    [InlineData("99213-78", "fail")]
    [InlineData("99213-76", "fail")]
    [InlineData("27447-22", "")]
    [InlineData("64636-51", "fail")] // an add-on code
    [InlineData("64635-51", "")]
    [InlineData("99213-51", "fail")]
    [InlineData("27447-54", "")]
    [InlineData("27447-55", "")]
    [InlineData("64493-54", "fail")] // 000: no follow-up days
    [InlineData("99213-55", "fail")]
    [InlineData("27447-58", "")]
    [InlineData("27447-78", "")]
    [InlineData("27447-79", "")]
    [InlineData("64635-T1", "fail")] // a toe at the spine
    [InlineData("64635-FA", "fail")]
    [InlineData("64635-E1", "fail")]
    [InlineData("64635-LC", "fail")]
    [InlineData("64635-62", "fail")] // co-surgeon 0
    [InlineData("27447-62", "bypassed")] // co-surgeon 1: with documentation
    [InlineData("22551-62", "")] // co-surgeon 2
    [InlineData("27447-66", "fail")] // team 0
    [InlineData("22899-66", "bypassed")] // team 1: by report
    [InlineData("64635-91", "fail")]
    [InlineData("80053-91", "")]
    [InlineData("64635-73", "fail")] // the facility's
    [InlineData("64635-AA", "fail")]
    [InlineData("00100-AA", "")]
    [InlineData("64635-53", "")]
    [InlineData("99213-53", "fail")]
    public void No_place_on_the_code(string lines, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.ModifierNotAllowed, Typed.Claim(lines)));

    [Theory]
    [InlineData("64635-50", "")]
    [InlineData("64635-50 x2", "fail")] // NCCI policy manual, chapter I, section V, 3.a.ii: one unit
    [InlineData("64635 x2", "")] // two units alone do not say both sides
    [InlineData("64635-50-RT", "fail")]
    [InlineData("64635-RT; 64635-LT", "fail")] // 3.a.ii: an operation is one line with 50
    [InlineData("64635-LT; 64635-RT", "fail")]
    [InlineData("27447-RT; 27447-LT", "fail")]
    [InlineData("76641-RT; 76641-LT", "")] // 3.a.ii: a test may be two lines
    [InlineData("73560-RT; 73560-LT", "")]
    [InlineData("73560-50", "")] // indicator 3
    [InlineData("69210-50", "fail")] // 3.a.iii: indicator 2
    [InlineData("69210 x2", "fail")]
    [InlineData("69210-RT; 69210-LT", "fail")]
    [InlineData("31231-50", "fail")]
    [InlineData("99213-50", "fail")] // 3.a.i: indicator 0
    [InlineData("22551-50", "fail")]
    [InlineData("64635-RT; 64635-LT on 2025-10-16", "")]
    public void Both_sides(string lines, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.ModifierBilateral, Typed.Claim(lines)));

    [Theory]
    [InlineData("71046-26", "")]
    [InlineData("71046-TC", "")]
    [InlineData("71046-26-TC", "fail")]
    [InlineData("71046-TC @22", "fail")]
    [InlineData("71046-TC @11", "")]
    [InlineData("71046-26 @22", "")]
    [InlineData("64635-26", "fail")] // PC/TC 0
    [InlineData("64635-TC", "fail")]
    [InlineData("93010-26", "fail")] // PC/TC 2
    [InlineData("93005-TC", "fail")] // PC/TC 3
    [InlineData("93000-26", "fail")] // PC/TC 4
    [InlineData("90471-26", "fail")] // PC/TC 5
    [InlineData("99213-26", "fail")]
    public void Parts(string lines, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.ModifierComponent, Typed.Claim(lines)));

    [Theory]
    [InlineData("27447-80", "physician", "")] // indicator 2
    [InlineData("27447-AS", "np-pa", "")]
    [InlineData("27447-AS", "physician", "fail")]
    [InlineData("27447-80", "np-pa", "fail")]
    [InlineData("27447-80-AS", "np-pa", "")]
    [InlineData("27447-82", "physician", "bypassed")] // no qualified resident; a physician's modifier
    [InlineData("64635-80", "physician", "fail")] // indicator 1: by law
    [InlineData("64635-82", "physician", "fail")]
    [InlineData("29881-80", "physician", "bypassed")] // indicator 0: with documentation
    [InlineData("29881-AS", "np-pa", "bypassed")]
    [InlineData("99213-80", "physician", "fail")]
    [InlineData("27447", "physician", "")]
    public void Assistants(string lines, string kind, string expected)
    {
        var claim = Typed.Claim(lines);
        Assert.Equal(expected, mirror.Outcomes(Rules.ModifierAssistant, claim with { Provider = claim.Provider with { Kind = kind } }));
    }

    [Theory]
    [InlineData("64635-LT-RT", "fail")]
    [InlineData("64635-RT", "")]
    [InlineData("27447-54-55", "fail")]
    [InlineData("27447-54-56", "fail")]
    [InlineData("27447-54-55-56", "fail fail fail")]
    [InlineData("27447-62-80", "fail")]
    [InlineData("27447-62-66", "fail")]
    [InlineData("27447-80-82", "fail")]
    [InlineData("64635-59-XS", "fail")]
    [InlineData("64635-XS-XU", "fail")]
    [InlineData("64635-52-53", "fail")]
    [InlineData("27447-58-78", "fail")]
    [InlineData("64635-59-59", "fail")]
    [InlineData("64635-59-59-59", "fail")]
    [InlineData("99213-24-25", "")]
    [InlineData("97110-GP-KX-CQ-59", "")]
    [InlineData("97110-GP-KX-CQ-59-22", "fail")]
    [InlineData("97110-GP-GO", "fail")]
    [InlineData("00100-AA-QK", "fail")]
    [InlineData("J1885-JW-JZ", "fail")]
    public void Contradictions(string lines, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.ModifierConflict, Typed.Claim(lines)));

    [Theory]
    [InlineData("64635-RT #1", "M25.511", "")]
    [InlineData("20610-RT #1", "M25.511", "")]
    [InlineData("20610-LT #1", "M25.511", "fail")]
    [InlineData("20610-LT #1,2", "M25.511 M25.512", "")]
    [InlineData("20610-50 #1", "M25.511", "fail")]
    [InlineData("20610-50 #1,2", "M25.511 M25.512", "")]
    [InlineData("27447-50 #1", "M17.0", "")] // both knees
    [InlineData("27447-RT #1", "M17.12", "fail")]
    [InlineData("27447-RT #1", "M17.11", "")]
    [InlineData("27447-RT #1", "M17.9", "")] // names no side
    [InlineData("20610-LT #1,2", "M25.511 M19.90", "")]
    [InlineData("66984-RT #1", "H25.12", "fail")]
    [InlineData("66984-LT #1", "H25.12", "")]
    [InlineData("64635-RT #1", "I44.7", "")] // a bundle branch has no other side in its code
    [InlineData("64635-LT #1", "G81.91", "")] // the side of the weakness, not of its cause
    public void Sides_of_the_diagnosis(string lines, string dx, string expected) => Assert.Equal(expected, mirror.Outcomes(Rules.DxLaterality, Typed.Claim(lines, dx: dx)));
}
