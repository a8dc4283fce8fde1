using static CodingAhead.Claims.Tests.X12.Samples;

namespace CodingAhead.Claims.Tests.X12;

/// <summary>What of a professional claim is read from where.</summary>
public class ClaimReadingTests
{
    private static ClaimLine Line(string line, string date = "DTP*472*D8*20251015") => Assert.Single(ReadOne(Wrap(Join(Levels, Claim(line: line, date: date)))).Lines);

    [Fact]
    public void A_claim_has_what_its_levels_and_segments_say()
    {
        var claim = ReadOne(Wrap(Join(Levels, Claim("C1"))));
        Assert.Equal("C1", claim.Id);
        Assert.Equal(Setting.Practitioner, claim.Setting);
        Assert.Equal(new Patient("F", new DateOnly(1958, 3, 2), Mbi), claim.Patient);
        Assert.Equal(new Provider { Npi = Npi, Zip = "606011234", State = "IL", Participating = true, Kind = "physician" }, claim.Provider);
        Assert.Equal(["M47816", "I10"], claim.Diagnoses);
        Assert.Equal(new Origin("claims.837", 16), claim.Place);
        Assert.Empty(claim.Remarks);
    }

    [Theory]
    [InlineData("SV1*HC:99213*100*UN*1***1", "99213", "", "1", "100", "11", "1", null)]
    [InlineData("SV1*HC:64635:50*100.50*UN*1*22**1:2", "64635", "50", "1", "100.50", "22", "1 2", null)]
    [InlineData("SV1*HC:20610:RT:59:XS:76*.5*UN*2***2:1:3:4", "20610", "RT 59 XS 76", "2", "0.5", "11", "2 1 3 4", null)]
    [InlineData("SV1*HC:J1100::JZ:::::A DESCRIPTION*12*UN*0.125***1", "J1100", "JZ", "0.125", "12", "11", "1", null)]
    [InlineData("SV1*HC:00840:QK:P3*900*MJ*95***1", "00840", "QK P3", "1", "900", "11", "1", 95)]
    [InlineData("SV1*HC:99213*0*UN*1", "99213", "", "1", "0", "11", "", null)]
    [InlineData("SV1*HC:99213*100*UN*1**********", "99213", "", "1", "100", "11", "", null)]
    public void A_service_is_read_from_SV1(string segment, string code, string modifiers, string units, string charge, string pos, string pointers, int? minutes)
    {
        var line = Line(segment);
        Assert.Equal(code, line.Code);
        Assert.Equal(modifiers, string.Join(' ', line.Modifiers));
        Assert.Equal(decimal.Parse(units, System.Globalization.CultureInfo.InvariantCulture), line.Units);
        Assert.Equal(decimal.Parse(charge, System.Globalization.CultureInfo.InvariantCulture), line.Charge);
        Assert.Equal(pos, line.Pos);
        Assert.Equal(pointers, string.Join(' ', line.Dx));
        Assert.Equal(minutes, line.Minutes);
    }

    [Theory]
    [InlineData("DTP*472*D8*20251015", "2025-10-15", null)]
    [InlineData("DTP*472*D8*20240229", "2024-02-29", null)]
    [InlineData("DTP*472*RD8*20251015-20251017", "2025-10-15", "2025-10-17")]
    [InlineData("DTP*472*RD8*20251015-20251015", "2025-10-15", null)]
    [InlineData("DTP*573*D8*20251111~DTP*472*D8*20251015~DTP*607*D8*19990101", "2025-10-15", null)]
    public void A_date_of_service_is_read_from_DTP_472(string segments, string from, string? to)
    {
        var line = Line("SV1*HC:99213*100*UN*1***1", segments);
        Assert.Equal(from, line.Date.ToString("yyyy-MM-dd", null));
        Assert.Equal(to, line.To?.ToString("yyyy-MM-dd", null));
    }

    [Theory]
    [InlineData("LIN**N4*00409123401~CTP****2*ML", "00409123401")]
    [InlineData("LIN**N4*00409-1234-01", "00409123401")]
    [InlineData("LIN**EN*123456", null)]
    public void A_drug_code_is_read_from_LIN(string segments, string? ndc) => Assert.Equal(ndc, Line("SV1*HC:J1100*12*UN*1***1", "DTP*472*D8*20251015~" + segments).Ndc);

    [Theory]
    [InlineData("ABK:M47816", "M47816")]
    [InlineData("ABK:M47816*ABF:I10*ABF:E119", "M47816 I10 E119")]
    [InlineData("BK:72210*BF:4019", "72210 4019")]
    [InlineData("ABK:M47.816*ABF:I10", "M47.816 I10")]
    [InlineData("ABK:M47816~HI*BP:00840~HI*BG:09", "M47816")]
    [InlineData("ABK:M47816~HI*ABF:I10", "M47816 I10")]
    [InlineData("ABK:A01*ABF:A02*ABF:A03*ABF:A04*ABF:A05*ABF:A06*ABF:A07*ABF:A08*ABF:A09*ABF:A10*ABF:A11*ABF:A12", "A01 A02 A03 A04 A05 A06 A07 A08 A09 A10 A11 A12")]
    public void Diagnoses_are_read_from_HI_in_order(string codes, string expected) =>
        Assert.Equal(expected, string.Join(' ', ReadOne(Wrap(Join(Levels, Claim().Replace("ABK:M47816*ABF:I10", codes, StringComparison.Ordinal)))).Diagnoses));

    [Fact]
    public void An_unknown_qualifier_is_left_out_with_a_remark() =>
        Assert.Equal(["Segment 17, HI02: unknown qualifier; left out."], ReadOne(Wrap(Join(Levels, Claim().Replace("ABF:I10", "QQQ:I10", StringComparison.Ordinal)))).Remarks);

    [Fact]
    public void A_billing_address_without_ZIP_code_is_remarked_on()
    {
        var claim = ReadOne(Wrap(Join(Levels.Replace("606011234", "6060", StringComparison.Ordinal), Claim())));
        Assert.Null(claim.Provider.Zip);
        Assert.Equal(["Segment 8, N403: no ZIP code of five or nine digits; left out."], claim.Remarks);
    }

    [Theory]
    [InlineData("A", true)]
    [InlineData("C", false)]
    [InlineData("B", false)] // accepts for laboratory services only
    [InlineData("", true)]
    public void Assignment_is_CLM07(string assignment, bool accepts) =>
        Assert.Equal(accepts, ReadOne(Wrap(Join(Levels, Claim().Replace("*Y*A*Y*Y", $"*Y*{assignment}*Y*Y", StringComparison.Ordinal)))).Provider.Participating);

    [Theory]
    [InlineData("", "1234567893", "606011234", "physician")]
    [InlineData("NM1*82*1*ZUCKERPFERD*DOC****XX*1999000015", "1999000015", "606011234", "physician")]
    [InlineData("NM1*82*1*ZUCKERPFERD*DOC****XX*1999000015~PRV*PE*PXC*363LF0000X", "1999000015", "606011234", "np-pa")]
    [InlineData("NM1*82*1*ZUCKERPFERD*DOC****XX*1999000015~PRV*PE*PXC*367500000X", "1999000015", "606011234", "crna")]
    [InlineData("NM1*77*2*ANNEX*****XX*1999000031~N3*A~N4*PEORIA*IL*61602", "1234567893", "61602", "physician")]
    [InlineData("NM1*77*2*ANNEX~N4*PEORIA*IL*61602-1234", "1234567893", "616021234", "physician")]
    [InlineData("NM1*77*2*ANNEX~N4*TORONTO*ON*M5V*CA", "1234567893", "606011234", "physician")]
    [InlineData("NM1*DN*1*ZUCKERPFERD*REF****XX*1999000031~PRV*RF*PXC*363A00000X", "1234567893", "606011234", "physician")]
    [InlineData("NM1*PW*2~N4*PEORIA*IL*61602", "1234567893", "606011234", "physician")]
    [InlineData("SBR*S*18*******CI~DMG*D8*19990101*M~OI***Y~NM1*IL*1*OTHER****MI*X1~N4*GARY*IN*46402~NM1*85*2~NM1*82*1~REF*G2*1~NM1*77*2~N4*GARY*IN*46402", "1234567893", "606011234", "physician")]
    public void The_provider_is_that_of_the_claim_else_the_billing_one_and_never_another_payers(string segments, string npi, string zip, string kind)
    {
        var claim = ReadOne(Wrap(Join(Levels, Claim().Replace("LX*1", segments + "\nLX*1", StringComparison.Ordinal))));
        Assert.Equal((npi, zip, kind), (claim.Provider.Npi, claim.Provider.Zip, claim.Provider.Kind));
        Assert.Equal(new Patient("F", new DateOnly(1958, 3, 2), Mbi), claim.Patient);
    }

    [Fact]
    public void A_claim_inherits_nothing_from_the_one_before()
    {
        const string All = "NM1*82*1*ZUCKERPFERD*DOC****XX*1999000015~PRV*PE*PXC*363LF0000X~NM1*77*2*ANNEX~N4*PEORIA*IL*61602~LX*1";
        var rich = Claim("C1", line: "SV1*HC:J1100:JZ:59*100*MJ*30*22**1:2", date: "DTP*472*RD8*20251015-20251017~LIN**N4*00409123401~XX*1")
            .Replace("LX*1", All, StringComparison.Ordinal).Replace("*Y*A*", "*Y*C*", StringComparison.Ordinal).Replace("HI*", "DTP*434*D8*20250101\nHI*", StringComparison.Ordinal);
        var alone = Shape(ReadOne(Wrap(Join(Levels, Claim("C2")))));
        var read = Read(Wrap(Join(Levels, rich, Claim("C2"), rich, "LX*5", Claim("C2"), rich, Claim("C3", date: ""))));
        Assert.Equal(["C1", "C2", null, "C2", "C1", null], read.Select(r => r.Claim?.Id));
        Assert.Equal([alone, alone], read.Where(r => r.Claim?.Id == "C2").Select(r => Shape(r.Claim!)));
    }

    [Theory]
    [InlineData("1999000015", "1999000015", "1999000015", null)]
    [InlineData("1999000015", "1999000031", "1234567893", "Lines 1, 2 name another rendering provider (NM1 82), which is left out.")]
    [InlineData("1234567893", "1999000031", "1234567893", "Lines 2 name another rendering provider (NM1 82), which is left out.")]
    public void A_provider_that_all_lines_name_is_that_of_the_claim(string first, string second, string expected, string? remark)
    {
        var claim = ReadOne(Wrap(Join(Levels, Claim(charge: "150"), $"NM1*82*1*A*****XX*{first}", "LX*2", "SV1*HC:99214*50*UN*1***1", "DTP*472*D8*20251015", $"NM1*82*1*A*****XX*{second}",
            "SVD*X1*50*HC:99214**1")));
        Assert.Equal(expected, claim.Provider.Npi);
        Assert.Equal(remark, claim.Remarks.SingleOrDefault());
    }

    [Theory]
    [InlineData("MB", "MI", Mbi)]
    [InlineData("MA", "MI", Mbi)]
    [InlineData("", "MI", Mbi)]
    [InlineData("CI", "MI", null)] // a commercial insurer's member number is no MBI
    [InlineData("MB", "II", null)]
    public void An_MBI_is_the_member_number_of_Medicare(string filing, string qualifier, string? mbi)
    {
        var levels = Levels.Replace("*****MB", "*****" + filing, StringComparison.Ordinal).Replace("*MI*", $"*{qualifier}*", StringComparison.Ordinal);
        Assert.Equal(mbi, ReadOne(Wrap(Join(levels, Claim()))).Patient.Mbi);
    }

    [Fact]
    public void Several_claims_patients_and_providers_follow_each_other()
    {
        var read = Read(Wrap(Join(
            Levels, Claim("A1"), Claim("A2"),
            "HL*3*1*22*1~SBR*P**~NM1*IL*1*PARENT~DMG*D8*19700101*M~HL*4*3*23*0~PAT*19~NM1*QC*1*CHILD~N4*GARY*IN*46402~DMG*D8*20150505*F", Claim("B1"),
            "HL*5*3*23*0~PAT*19~NM1*QC*1*CHILD2~DMG*D8*20160606*U", Claim("B2"),
            "HL*6**20*1~PRV*BI*PXC*332B00000X~NM1*85*2*SHOP*****XX*1999000031~N4*PEORIA*IL*61602~HL*7*6*22*0~SBR*P*18*******MB~NM1*IL*1*X*****MI*1EG4TE5MK73~DMG*D8*19400101*M", Claim("C1"))));
        Assert.All(read, r => Assert.Null(r.Error));
        Assert.Equal(
            ["A1 F 1958-03-02 1234567893 True", "A2 F 1958-03-02 1234567893 True", "B1 F 2015-05-05 1234567893 False", "B2  2016-06-06 1234567893 False", "C1 M 1940-01-01 1999000031 True"],
            read.Select(r => $"{r.Claim!.Id} {r.Claim.Patient.Sex} {r.Claim.Patient.BirthDate:yyyy-MM-dd} {r.Claim.Provider.Npi} {r.Claim.Patient.Mbi is not null}"));
        Assert.Equal(Setting.Dme, read[^1].Claim!.Setting);
        Assert.Equal("IN", read[2].Claim!.Provider.State);
    }

    [Theory]
    [InlineData("99", "CLM02 is not the sum of the lines' charges: a line may be missing.")]
    [InlineData("100", null)]
    public void Charges_that_do_not_add_up_are_remarked_on(string total, string? remark) => Assert.Equal(remark, ReadOne(Wrap(Join(Levels, Claim(charge: total)))).Remarks.SingleOrDefault());

    [Theory]
    [InlineData("DTP*472*D8*20251014", "2025-10-14")]
    [InlineData("DTP*434*RD8*20251014-20251016", "2025-10-14")]
    public void A_line_without_date_has_the_claims(string date, string expected)
    {
        var claim = ReadOne(Wrap(Join(Levels, Claim(date: "").Replace("HI*", date + "\nHI*", StringComparison.Ordinal))));
        Assert.Equal(expected, claim.Lines[0].Date.ToString("yyyy-MM-dd", null));
        Assert.Equal(["Lines without a date of their own have the claim's."], claim.Remarks);
    }

    [Fact]
    public void The_onset_of_an_illness_is_no_date_of_service() =>
        Assert.Equal("Segment 20, SV1: expected DTP 472 (date of service) after it.",
            Assert.Single(Read(Wrap(Join(Levels, Claim(date: "").Replace("HI*", "DTP*431*D8*20251014\nHI*", StringComparison.Ordinal))))).Error!.Error);
}
