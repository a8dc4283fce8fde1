using System.Text;
using CodingAhead.Claims.X12;
using static CodingAhead.Claims.Tests.X12.Samples;

namespace CodingAhead.Claims.Tests.X12;

/// <summary>What is wrong is told by its place, breaks its own claim, and no other.</summary>
public class BadInputTests
{
    [Theory]
    // 16 CLM, 17 HI, 18 LX, 19 SV1, 20 DTP
    [InlineData("CLM*C1*100*", "CLM**100*", "Segment 16, CLM01: expected a claim number of 1 to 38 characters.")]
    [InlineData("CLM*C1*100*", "CLM*C1*-100*", "Segment 16, CLM02: expected a charge of zero or more with at most two decimals.")]
    [InlineData("11:B:1", "ZZZ:B:1", "Segment 16, CLM05-1: expected two digits.")]
    [InlineData("*Y*A*Y*Y", "*Y*Q*Y*Y", "Segment 16, CLM07: expected A, B or C.")]
    [InlineData("ABK:M47816*", "", "Segment 17, HI01-1: expected the principal diagnosis (ABK or BK) first.")]
    [InlineData("ABF:I10", "ABK:I10", "Segment 17, HI02-1: expected one principal diagnosis.")]
    [InlineData("ABF:I10", "ABF:I", "Segment 17, HI02-2: expected a diagnosis code.")]
    [InlineData("ABF:I10", "ABF:I10 ZUCKERPFERD", "Segment 17, HI02-2: expected a diagnosis code.")]
    [InlineData("LX*1", "LX*ONE", "Segment 18, LX01: expected 1, the number of the line.")]
    [InlineData("LX*1", "LX*2", "Segment 18, LX01: expected 1, the number of the line.")]
    [InlineData("LX*1~", "", "Segment 18, SV1: expected LX before it.")]
    [InlineData("HC:99213", "WK:99213", "Segment 19, SV101-1: expected HC.")]
    [InlineData("HC:99213", "HC", "Segment 19, SV101-2: expected a CPT or HCPCS code.")]
    [InlineData("HC:99213", "HC:99213:2#", "Segment 19, SV101-3: expected a modifier of two letters or digits.")]
    [InlineData("99213*100*", "99213*-1*", "Segment 19, SV102: expected a charge of zero or more with at most two decimals.")]
    [InlineData("99213*100*", "99213*1.0000001*", "Segment 19, SV102: expected a charge of zero or more with at most two decimals.")]
    [InlineData("99213*100*", "99213*1e9*", "Segment 19, SV102: expected a charge of zero or more with at most two decimals.")]
    [InlineData("99213*100*", "99213*9999999999999999999999*", "Segment 19, SV102: expected a charge of zero or more with at most two decimals.")]
    [InlineData("99213*100*", "99213*.*", "Segment 19, SV102: expected a charge of zero or more with at most two decimals.")]
    [InlineData("UN*1", "F2*1", "Segment 19, SV103: expected UN or MJ.")]
    [InlineData("UN*1", "UN*MANY", "Segment 19, SV104: expected units above zero with at most three decimals.")]
    [InlineData("UN*1", "UN*0", "Segment 19, SV104: expected units above zero with at most three decimals.")]
    [InlineData("UN*1", "UN*", "Segment 19, SV104: expected units above zero with at most three decimals.")]
    [InlineData("UN*1", "MJ*1.5", "Segment 19, SV104: expected whole minutes, at least one.")]
    [InlineData("UN*1***1", "UN*1*OFFICE**1", "Segment 19, SV105: expected a place of service of two digits.")]
    [InlineData("UN*1***1", "UN*1***1:A", "Segment 19, SV107-2: expected the number of a diagnosis.")]
    [InlineData("UN*1***1", "UN*1***0", "Segment 19, SV107-1: expected the number of a diagnosis.")]
    [InlineData("UN*1***1~", "UN*1***1", "Segment 19, SV107-1: expected the number of a diagnosis.")] // the terminator is lost
    [InlineData("LX*1~", "LX*1", "Segment 18, LX: expected at most 1 elements; a segment terminator may be missing.")]
    [InlineData("D8*20251015", "D8*20251315", "Segment 20, DTP03: expected a date as CCYYMMDD.")]
    [InlineData("D8*20251015", "D8*20250229", "Segment 20, DTP03: expected a date as CCYYMMDD.")]
    [InlineData("D8*20251015", "D8*00000000", "Segment 20, DTP03: expected a date as CCYYMMDD.")]
    [InlineData("D8*20251015", "DT*202510150830", "Segment 20, DTP02: expected D8 or RD8.")]
    [InlineData("D8*20251015", "RD8*20251015-20251014", "Segment 20, DTP03: expected two dates as CCYYMMDD-CCYYMMDD, the later one last.")]
    [InlineData("DTP*472*D8*20251015~", "", "Segment 19, SV1: expected DTP 472 (date of service) after it.")]
    [InlineData("DTP*472*D8*20251015~", "DTP*472*D8*20251015~DTP*472*D8*20251015~", "Segment 21, DTP: expected one DTP 472 a line.")]
    [InlineData("DTP*472*D8*20251015~", "DTP*472*D8*20251015~LIN**N4*123", null)]
    [InlineData("DTP*472*D8*20251015~", "DTP*472*D8*20251015~LIN**N4*123~", "Segment 21, LIN03: expected a national drug code of eleven digits.")]
    [InlineData("DTP*472*D8*20251015~", "DTP*472*D8*20251015~LX*2~", "Segment 21, LX: expected SV1 after it.")]
    [InlineData("DTP*472*D8*20251015~", "DTP*472*D8*20251015~SV1*HC:99214*0*UN*1***1~", "Segment 21, SV1: expected LX before it.")]
    [InlineData("SV1*HC:99213*100*UN*1***1", "SV2*0450*HC:99213*100*UN*1", "Segment 19, SV2: expected SV1 in a professional claim.")]
    public void A_broken_segment_names_its_place_and_breaks_its_claim_alone(string part, string broken, string? error)
    {
        var claim = Claim().ReplaceLineEndings("~") + "~";
        var changed = claim.Replace(part, broken, StringComparison.Ordinal);
        Assert.NotEqual(claim, changed);
        var read = Read(Wrap(Join(Levels, changed, Claim("C2"))));
        if (error is null)
        {
            // A LIN that ate the next claim's CLM: that claim has lost its beginning.
            Assert.Contains(read, r => r.Error is not null);
            return;
        }

        Assert.Equal(error, read[0].Error?.Error);
        Assert.Equal(broken.StartsWith("CLM**", StringComparison.Ordinal) ? null : "C1", read[0].Error!.Id);
        Assert.Equal("claims.837", read[0].Error!.Place!.File);
        Assert.Equal("C2", read[^1].Claim?.Id);
        Assert.Equal(2, read.Count);
    }

    [Theory]
    [InlineData("DMG*D8*19581332*F", "Segment 14, DMG02: expected a date of birth as CCYYMMDD.")]
    [InlineData("DMG*D8*19580302*X", "Segment 14, DMG03: expected F, M or U.")]
    [InlineData("DMG*D8*19580302*F*******************", null)]
    public void What_is_wrong_with_a_patient_is_wrong_with_each_of_the_claims(string demographics, string? error)
    {
        var read = Read(Wrap(Join(Levels.Replace("DMG*D8*19580302*F", demographics, StringComparison.Ordinal), Claim("C1"), Claim("C2"),
            "HL*3*1*22*0~SBR*P*18*******MB~NM1*IL*1*X*****MI*1EG4TE5MK73~DMG*D8*19400101*M", Claim("C3"))));
        Assert.Equal([error, error, null], read.Select(r => r.Error?.Error));
        Assert.Equal("C3", read[2].Claim!.Id);
    }

    [Theory]
    [InlineData("HL*2*1*22*0", "HL*2*1*29*0", "Segment 9, HL03: expected 20, 22 or 23.")]
    [InlineData("HL*2*1*22*0", "HL*2*9*22*0", "Segment 9, HL02: expected the number of the level 20 before it.")]
    [InlineData("HL*2*1*22*0", "HL*2*1*23*0", "Segment 9, HL: expected HL of a subscriber (22) before it.")]
    [InlineData("HL*2*1*22*0\n", "", "Segment 9, SBR: expected HL before it.")]
    [InlineData("DMG*D8*", "NM1*IL*1*OTHER\nDMG*D8*", "Segment 14, NM1: expected HL of level 22 before it.")]
    [InlineData("N3*1 WIND", "NM1*85*2*OTHER*****XX*1999000031\nN3*1 WIND", "Segment 7, NM1: expected HL of level 20 before it.")]
    [InlineData("NM1*IL*", "NM1*QC*", "Segment 11, NM1: expected HL of level 23 before it.")]
    [InlineData("DMG*D8*", "SBR*S*18\nDMG*D8*", "Segment 14, SBR: expected HL before it.")]
    [InlineData("SBR*P*18*******MB", "HL*3*2*22*0", "Segment 10, HL02: expected the number of the level 20 before it.")]
    public void A_claim_below_a_wrong_level_is_not_read(string part, string broken, string error)
    {
        var read = Read(Wrap(Join(Levels.ReplaceLineEndings("\n").Replace(part, broken, StringComparison.Ordinal), Claim("C1"))));
        Assert.DoesNotContain(read, r => r.Claim is not null);
        Assert.Contains(read, r => r.Error!.Error == error);
    }

    [Fact]
    public void A_claim_that_lost_its_CLM_does_not_run_into_the_one_before()
    {
        var read = Read(Wrap(Join(Levels, Claim("C1"), Claim("C2")[Claim("C2").IndexOf("HI*", StringComparison.Ordinal)..], Claim("C3"))));
        Assert.Equal(["C1", null, "C3"], read.Select(r => r.Claim?.Id));
        Assert.Equal("Segment 21, HI: expected CLM before it.", read[1].Error!.Error);
        Assert.Single(read[0].Claim!.Lines);
    }

    [Fact]
    public void A_patient_who_lost_the_HL_does_not_get_the_claims_of_another()
    {
        var read = Read(Wrap(Join(Levels, Claim("C1"), "SBR*P*18*******MB~NM1*IL*1*X*****MI*1EG4TE5MK73~DMG*D8*19400101*M", Claim("C2"))));
        Assert.Equal(["C1", null], read.Select(r => r.Claim?.Id));
        Assert.Equal("Segment 21, SBR: expected HL before it.", read[1].Error!.Error);
    }

    [Fact]
    public void A_segment_of_no_837_is_left_out_with_a_remark() =>
        Assert.Equal(["Segment 21: not a segment of an 837; left out."], ReadOne(Wrap(Join(Levels, Claim(), "XYZ*ZUCKERPFERD"))).Remarks);

    [Fact]
    public void A_segment_without_end_breaks_its_claim()
    {
        var read = Read(Wrap(Join(Levels, Claim("C1"), "NTE*ADD*" + new string('X', 1_000_000), Claim("C2"))));
        Assert.Equal(["Segment 21, NTE: expected its terminator within 16384 bytes.", null], read.Select(r => r.Error?.Error));
    }

    [Fact]
    public void A_million_empty_or_unknown_segments_make_no_endless_list()
    {
        var stray = string.Concat(Enumerable.Repeat("~", 500_000)) + string.Concat(Enumerable.Repeat("Q1*X~", 500_000));
        var file = Wrap(Join(Levels, Claim("C1")));
        var read = Read(file.Replace("HL*1*", stray + "HL*1*", StringComparison.Ordinal).Replace("HL*2*", stray + "HL*2*", StringComparison.Ordinal)
            .Replace("SE*", stray + "SE*", StringComparison.Ordinal));
        Assert.Equal([null, "C1", null], read.Select(r => r.Claim?.Id)); // once before the levels; in the claim; the count of SE
        Assert.Equal(2 * 21, read[1].Claim!.Remarks.Count); // of the billing provider's level and of the claim
    }

    [Fact]
    public void A_claim_has_at_most_999_lines()
    {
        string Lines(int count) => string.Join('~', Enumerable.Range(1, count).Select(n => $"LX*{n}~SV1*HC:99213*1*UN*1***1~DTP*472*D8*20251015"));
        var read = Read(Wrap(Join(Levels, "CLM*C1*999***11:B:1*Y*A*Y*Y~" + Lines(999), "CLM*C2*5000***11:B:1*Y*A*Y*Y~" + Lines(5000), Claim("C3"))));
        Assert.Equal([999, null, 1], read.Select(r => r.Claim?.Lines.Count));
        Assert.Equal("C2", read[1].Error!.Id);
        Assert.EndsWith("LX: expected at most 999 service lines.", read[1].Error!.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Segment 1, ISA: expected an interchange; the file is empty.")]
    [InlineData(" \r\n ", "Segment 1, ISA: expected an interchange; the file is empty.")]
    [InlineData("%PDF-1.7 ISA and more", "Segment 1, ISA: expected an interchange, with its delimiters; what stands before it is passed over.")]
    [InlineData("ISA*00*", "Segment 1, ISA: expected an interchange, with its delimiters; what stands before it is passed over.")]
    public void What_is_no_837_is_told_once(string text, string error) => Assert.Equal(error, Read(text)[0].Error!.Error);

    [Fact]
    public void Binary_garbage_is_told_once_before_the_claims()
    {
        var garbage = new byte[100_000];
        new Random(7).NextBytes(garbage);
        var read = Read([.. garbage, .. Encoding.UTF8.GetBytes(Wrap(Join(Levels, Claim("C1"))))]);
        Assert.Equal([null, "C1"], read.Select(r => r.Claim?.Id));
    }

    [Fact]
    public void A_million_segments_outside_any_claim_are_told_once()
    {
        var read = Read(Wrap(string.Join('~', Enumerable.Repeat("HI*ABK:M47816", 1_000_000))));
        Assert.Equal("Segment 5, HI: expected CLM before it.", Assert.Single(read).Error!.Error);
    }

    [Fact]
    public void A_file_cut_anywhere_gives_the_claims_before_the_cut()
    {
        var text = Wrap(Join(Levels, Claim("C1"), Claim("C2"), Claim("C3")));
        var begins = ((string[])["CLM*C1", "CLM*C2", "CLM*C3"]).Select(c => text.IndexOf(c, StringComparison.Ordinal)).ToArray();
        for (var length = 0; length < text.Length - 1; length++)
        {
            var read = Read(text[..length]);
            Assert.Contains(read, r => r.Error is not null);
            Assert.All(begins[1..].Select((begin, i) => (begin, i)).Where(b => length >= b.begin + 4), b => Assert.Equal($"C{b.i + 1}", read[b.i].Claim?.Id));
        }
    }

    [Fact]
    public void The_last_terminator_may_be_missing() => Assert.Equal("C1", ReadOne(Wrap(Join(Levels, Claim())).TrimEnd('\n', '~')).Id);
}
