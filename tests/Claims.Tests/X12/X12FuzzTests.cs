using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using static CodingAhead.Claims.Tests.X12.Samples;

namespace CodingAhead.Claims.Tests.X12;

/// <summary>What damage does: nothing is thrown, no error repeats what stood in the file, and a claim's damage stays its own.</summary>
public partial class X12FuzzTests
{
    private static readonly string[] Ids = ["C11", "C22", "C33", "C44", "C55"];

    private static readonly string Sample = Wrap(Join(
        Levels, Rich("C11"), Rich("C22"), "HL*3*1*22*1~SBR*P**~NM1*IL*1*ZUCKERPFERD~HL*4*3*23*0~PAT*19~NM1*QC*1*AMARANTA~DMG*D8*20150505*F", Rich("C33"), Rich("C44"), Claim("C55")))
        .Replace("\n", "", StringComparison.Ordinal);

    private static string Rich(string id) =>
        $"""
        CLM*{id}*350***11:B:1*Y*A*Y*Y
        DTP*431*D8*20251001
        REF*D9*ACCT77
        HI*ABK:M47816*ABF:I10*ABF:E119
        NM1*82*1*ZUCKERPFERD*DOC****XX*1999000015
        PRV*PE*PXC*207Q00000X
        NM1*77*2*QUELLBACH ANNEX
        N3*3 WINDMUEHLE WAY
        N4*CHICAGO*IL*60602
        SBR*S*18*******CI
        OI***Y
        NM1*IL*1*ZUCKERPFERD****MI*ACCT77
        LX*1
        SV1*HC:64635:50*200*UN*1***1:2
        DTP*472*D8*20251015
        LX*2
        SV1*HC:J1100:JZ*150*UN*4***1
        DTP*472*RD8*20251015-20251016
        LIN**N4*00409123401
        CTP****4*ML
        """;

    private static readonly string[] Segments = Sample.Split('~', StringSplitOptions.RemoveEmptyEntries);

    private static readonly Dictionary<string, string> Whole = Read(Sample).ToDictionary(r => r.Claim!.Id!, r => Shape(r.Claim!));

    [GeneratedRegex("^Segment [0-9]+, ([A-Z][A-Z0-9]{1,2}([0-9]{2}(-[0-9])?)?|unknown segment): expected [^\\r\\n]+\\.$")]
    private static partial Regex Told();

    [Fact]
    public void The_sample_is_read_in_full() => Assert.Equal(Ids, Read(Sample).Select(r => r.Claim?.Id));

    [Fact]
    public void Damage_anywhere_throws_nothing_and_tells_nothing_private()
    {
        var bytes = Encoding.UTF8.GetBytes(Sample);
        Gen.Select(Gen.Int[0, int.MaxValue].Array[1, 6], Gen.Int[0, 6], Gen.Byte).Sample((places, kind, value) => Check(Damage(bytes, places, kind, value)), iter: 30_000);
    }

    [Fact]
    public void Random_bytes_after_a_header_throw_nothing() =>
        Gen.Select(Gen.Int[0, 120].Select(n => Sample[..Math.Min(Sample.Length, n * 4)]), Gen.Byte.Array[0, 400]).Sample((head, tail) => Check([.. Encoding.UTF8.GetBytes(head), .. tail]), iter: 10_000);

    /// <summary>Every segment left out, doubled, put in the place of every other, and cut at every character.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Damage_to_a_claim_leaves_the_others_as_they_were(int kind) => Everywhere(kind, ' ');

    /// <summary>Each character of each claim replaced by one that separates, begins another segment's name, or means nothing.</summary>
    [Theory]
    [InlineData("*:~^ 0")]
    [InlineData("19AHSILMNX")]
    public void A_changed_character_leaves_the_other_claims_as_they_were(string characters)
    {
        foreach (var c in characters) Everywhere(3, c);
    }

    private static void Everywhere(int kind, char c)
    {
        for (var claim = 0; claim < Ids.Length; claim++)
        {
            var begin = Array.FindIndex(Segments, s => s.StartsWith($"CLM*{Ids[claim]}*", StringComparison.Ordinal));
            for (var first = 0; first == 0 || !Regex.IsMatch(Segments[begin + first], "^(CLM|HL|SE)\\*"); first++)
            {
                var most = kind < 2 ? 1 : kind == 2 ? 20 : Segments[begin + first].Length;
                for (var second = 0; second < most; second++) OthersStand(claim, first, second, kind, c);
            }
        }
    }

    /// <summary>Damage that once went further than its claim, or could.</summary>
    [Theory]
    [InlineData(1, 0, 0, 0, ' ')] // CLM of the second claim is missing
    [InlineData(2, 0, 0, 0, ' ')] // CLM of a patient's first claim is missing
    [InlineData(1, 12, 0, 0, ' ')] // the first LX is missing
    [InlineData(1, 15, 0, 0, ' ')] // the second LX is missing
    [InlineData(1, 9, 0, 0, ' ')] // the other payer's SBR is missing
    [InlineData(1, 0, 0, 1, ' ')] // CLM stands twice
    [InlineData(1, 3, 0, 1, ' ')] // HI stands twice
    [InlineData(1, 12, 0, 1, ' ')] // LX stands twice
    [InlineData(1, 13, 0, 1, ' ')] // SV1 stands twice
    [InlineData(1, 3, 14, 2, ' ')] // HI after the first line
    [InlineData(1, 0, 2, 3, '1')] // CLM became CL1
    [InlineData(2, 0, 2, 3, '1')] // CLM of a patient's first claim became CL1
    [InlineData(1, 12, 15, 2, ' ')] // lines numbered backwards
    public void Damage_of_this_kind_leaves_the_other_claims_as_they_were(int claim, int first, int second, int kind, char c) => Assert.True(OthersStand(claim, first, second, kind, c));

    [Theory]
    [InlineData(2, 32, 21, 2, 'I')] // the other payer's SBR within a line
    [InlineData(1, 9, 19, 2, ' ')] // the other payer's SBR at the end
    [InlineData(3, 11, 13, 2, ' ')] // the other subscriber within a line
    [InlineData(1, 0, 19, 2, ' ')] // CLM last
    [InlineData(2, 0, 8, 2, ' ')] // a facility's N4 in the place of a patient's first CLM
    [InlineData(0, 120, 229, 2, 'f')] // the other payer's SBR in the subscriber's level
    public void Damage_that_looks_like_another_patient_may_refuse_claims_but_reads_none_otherwise(int claim, int first, int second, int kind, char c) => Assert.False(OthersStand(claim, first, second, kind, c));

    /// <returns>False when other claims may rightly have been refused.</returns>
    private static bool OthersStand(int claim, int first, int second, int kind, char c)
    {
        var begin = Array.FindIndex(Segments, s => s.StartsWith($"CLM*{Ids[claim]}*", StringComparison.Ordinal));
        var count = 1;
        while (!Regex.IsMatch(Segments[begin + count], "^(CLM|HL|SE)\\*")) count++;
        var own = Segments[begin..(begin + count)].ToList();
        var (i, j) = (first % count, second % count);
        switch (kind)
        {
            case 0: own.RemoveAt(i); break;
            case 1: own.Insert(i, own[i]); break;
            case 2: (own[i], own[j]) = (own[j], own[i]); break;
            case 3: own[i] = own[i][..(second % own[i].Length)] + c + own[i][(second % own[i].Length + 1)..]; break;
            default: own[i] = own[i][..(second % own[i].Length)]; break;
        }

        // Where a level or envelope seems to begin, the claims after it may be another patient's: they may be refused, but not read otherwise.
        // So are the segments before a CLM that was put elsewhere.
        var lines = own.FindIndex(s => s.StartsWith("LX", StringComparison.Ordinal));
        var ends = (kind == 2 && !own[0].StartsWith("CLM*", StringComparison.Ordinal))
            || (lines >= 0 && own[lines..].Any(s => Regex.IsMatch(s, @"^(SBR|DMG|PAT|BHT|CUR|NM1\*(IL|QC|85|87|PR|4.))")))
            || own.Any(s => Regex.IsMatch(s, "^(HL|SE|ST|GS|GE|IEA|ISA)"));
        var text = string.Join('~', [.. Segments[..begin], .. own, .. Segments[(begin + count)..]]) + "~";
        var read = Read(text);
        foreach (var id in Ids.Where(id => id != Ids[claim]))
        {
            var other = read.SingleOrDefault(r => r.Claim?.Id == id);
            if (other.Claim is null ? !ends : Shape(other.Claim with { Remarks = [] }) != Whole[id]) Assert.Fail($"{id} is not as it was: {string.Join('|', read.Select(r => r.Error?.Error ?? r.Claim!.Id))}");
        }

        return !ends;
    }

    private static void Check(byte[] bytes)
    {
        foreach (var (claim, error) in Read(bytes))
        {
            Assert.True(claim is null != error is null);
            foreach (var text in (string[])[.. claim?.Remarks ?? [], error?.Error ?? ""])
            {
                Assert.DoesNotContain(Private, p => text.Contains(p, StringComparison.Ordinal));
            }

            if (error is not null) Assert.Matches(Told(), error.Error);
            else Assert.All(claim!.Lines, l => Assert.True(l.Units > 0 && l.Charge >= 0 && l.Date.Year is >= 1900 and < 2100 && l.Code.Length > 0 && l.Modifiers.Count <= 4));
        }
    }

    private static byte[] Damage(byte[] bytes, int[] places, int kind, byte value)
    {
        var (at, to) = (places[0] % bytes.Length, places[^1] % bytes.Length);
        if (at > to) (at, to) = (to, at);
        switch (kind)
        {
            case 0: return bytes[..at];
            case 1: return [.. bytes[..at], .. bytes[to..]];
            case 2: return [.. bytes[..to], .. bytes[at..]];
            case 3: return [.. bytes[..at], .. Enumerable.Repeat(value, 40_000), .. bytes[at..]];
            case 4: return bytes[at..];
            default:
                var changed = bytes.ToArray();
                foreach (var place in places) changed[place % bytes.Length] = kind == 5 ? value : (byte)"*:~^\r\n -"[place % 8];
                return changed;
        }
    }
}
