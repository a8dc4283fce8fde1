using static CodingAhead.Claims.Tests.X12.Samples;

namespace CodingAhead.Claims.Tests.X12;

/// <summary>What is read of institutional claims: what a practitioner's claim has as well.</summary>
public class InstitutionalTests
{
    private const string Outpatient =
        """
        CLM*H1*500.25***13:A:1**A*Y*Y
        DTP*434*RD8*20251014-20251016
        CL1*1*7*01
        HI*ABK:M47816
        HI*APR:M545
        HI*ABF:I10*ABF:E119
        HI*BH:11:D8:20251001
        HI*BE:80:::1
        NM1*71*1*ZUCKERPFERD*DOC****XX*1999000015
        LX*1
        SV2*0450*HC:99284:25*350.25*UN*1
        DTP*472*D8*20251015
        LX*2
        SV2*0250**50*UN*3
        LX*3
        SV2*0636*HC:J1100*100*UN*4
        """;

    [Fact]
    public void Lines_with_a_HCPCS_code_are_read_and_the_others_told()
    {
        var claim = ReadOne(Wrap(Join(Levels, Outpatient), institutional: true));
        Assert.Equal(Setting.OutpatientHospital, claim.Setting);
        Assert.Equal(["M47816", "I10", "E119"], claim.Diagnoses);
        Assert.Equal(["99284 25 1 350.25 2025-10-15", "J1100  4 100 2025-10-14"],
            claim.Lines.Select(l => System.FormattableString.Invariant($"{l.Code} {string.Join(' ', l.Modifiers)} {l.Units} {l.Charge} {l.Date:yyyy-MM-dd}")));
        Assert.All(claim.Lines, l => Assert.Null(l.Pos));
        Assert.Equal(Npi, claim.Provider.Npi);
        Assert.Equal(["Lines without a date of their own have the claim's.", "Lines left out because they have no HCPCS code: 1.", "institutional edits: not checked"], claim.Remarks);
    }

    [Theory]
    [InlineData("11", true)]
    [InlineData("21", true)]
    [InlineData("13", false)]
    [InlineData("85", false)]
    public void An_inpatient_type_of_bill_is_remarked_on(string bill, bool remarked) =>
        Assert.Equal(remarked, ReadOne(Wrap(Join(Levels, Outpatient.Replace("13:A:1", bill + ":A:1", StringComparison.Ordinal)), institutional: true)).Remarks
            .Contains("CLM05-1: the type of bill is an inpatient one."));

    [Theory]
    [InlineData("SV2*0450*HC:99284*350.25*MJ*1", "Segment 26, SV204: expected UN or DA.")]
    [InlineData("SV2*0450*HC:99284*350.25*UN*0", "Segment 26, SV205: expected units above zero with at most three decimals.")]
    [InlineData("SV1*HC:99284*350.25*UN*1***1", "Segment 26, SV1: expected SV2 in an institutional claim.")]
    [InlineData("SV2*0450*HC:99284:5*350.25*UN*1", "Segment 26, SV202-3: expected a modifier of two letters or digits.")]
    public void A_broken_line_breaks_its_claim(string line, string error) =>
        Assert.Equal(error, Assert.Single(Read(Wrap(Join(Levels, Outpatient.Replace("SV2*0450*HC:99284:25*350.25*UN*1", line, StringComparison.Ordinal)), institutional: true))).Error!.Error);

    [Fact]
    public void A_code_of_another_set_than_HCPCS_is_no_line() =>
        Assert.Equal(["J1100"], ReadOne(Wrap(Join(Levels, Outpatient.Replace("HC:99284:25", "HP:AAA01", StringComparison.Ordinal)), institutional: true)).Lines.Select(l => l.Code));
}
