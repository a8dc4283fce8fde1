using System.Text;
using CodingAhead.Claims.X12;
using static CodingAhead.Claims.Tests.X12.Samples;

namespace CodingAhead.Claims.Tests.X12;

/// <summary>Interchanges, groups and transaction sets: what does not agree is told, and the claims stand.</summary>
public class EnvelopeTests
{
    private static string File => Wrap(Join(Levels, Claim()));

    [Theory]
    [InlineData("SE*19*", "SE*18*", "Segment 21, SE01: expected the number of segments from ST to SE.")]
    [InlineData("SE*19*0001", "SE*19*0002", "Segment 21, SE02: expected the control number of its begin.")]
    [InlineData("SE*19*0001~", "", "Segment 21, GE: expected SE before it.")]
    [InlineData("GE*1*7", "GE*2*7", "Segment 22, GE01: expected the number of transaction sets in the group.")]
    [InlineData("GE*1*7", "GE*1*8", "Segment 22, GE02: expected the control number of its begin.")]
    [InlineData("GE*1*7~", "", "Segment 22, IEA: expected GE before it.")]
    [InlineData("IEA*1*", "IEA*X*", "Segment 23, IEA01: expected the number of groups in the interchange.")]
    [InlineData("IEA*1*000000007", "IEA*1*000000008", "Segment 23, IEA02: expected the control number of its begin.")]
    [InlineData("IEA*1*000000007~", "", "Segment 22, IEA: expected IEA before the end of the file.")]
    [InlineData("ST*837*0001*005010X222A1~", "", "Segment 3, BHT: expected ST before the segments of a transaction set.")]
    [InlineData("ST*837*0001*005010X222A1~", "ST*837*0001*005010X999~", "Segment 3, ST03: expected 005010X222A1 (837P) or 005010X223A2 (837I); the group's GS08 is followed.")]
    [InlineData("GS*HC*SENDER*RECEIVER*20251020*0830*7*X*005010X222A1~", "", "Segment 2, ST: expected GS before ST.")]
    [InlineData("BHT*0019*", "BHT*0085*", "Segment 4, BHT01: expected 0019.")]
    public void An_envelope_that_does_not_agree_is_told_and_the_claim_stands(string part, string broken, string error)
    {
        Assert.Contains(part, File, StringComparison.Ordinal);
        var read = Read(File.Replace(part, broken, StringComparison.Ordinal));
        Assert.Equal("C1", Assert.Single(read, r => r.Claim is not null).Claim!.Id);
        Assert.Equal(error, Assert.Single(read, r => r.Error is not null).Error!.Error);
        Assert.Null(read.First(r => r.Error is not null).Error!.Id);
    }

    [Theory]
    [InlineData("ST*837*", "ST*835*", "Segment 3, ST01: expected 837; other transaction sets are passed over.")]
    [InlineData("005010X222A1", "005010X224A2", "Segment 3, ST03: expected 005010X222A1 (837P) or 005010X223A2 (837I); the claims of this transaction set are not read.")]
    [InlineData("005010X222A1", "004010X098A1", "Segment 3, ST03: expected 005010X222A1 (837P) or 005010X223A2 (837I); the claims of this transaction set are not read.")]
    public void Another_transaction_set_is_passed_over(string part, string other, string error) =>
        Assert.Equal([error, null], Read(File.Replace(part, other, StringComparison.Ordinal) + File).Select(r => r.Error?.Error));

    [Fact]
    public void Several_interchanges_have_delimiters_of_their_own()
    {
        var other = File.Replace('*', '|').Replace(':', '>').Replace('~', '\'');
        var read = Read(File + "\r\n" + other + File.Replace("~", "", StringComparison.Ordinal));
        Assert.Equal(["C1", "C1", "C1"], read.Select(r => r.Claim?.Id));
        Assert.Equal([16, 39, 62], read.Select(r => r.Claim!.Place!.Segment));
        Assert.Single(read.Select(r => Shape(r.Claim!)).Distinct());
    }

    [Fact]
    public void An_interchange_may_begin_before_the_last_one_ended()
    {
        var read = Read(File[..File.IndexOf("SE*19", StringComparison.Ordinal)] + File);
        Assert.Equal(["C1", null, null, null, "C1"], read.Select(r => r.Claim?.Id));
        Assert.Equal(["The claim is not followed by another claim, an HL or SE: something of it may be missing."], read[0].Claim!.Remarks);
    }

    [Theory]
    [InlineData("ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *251020*0830*^*00501*000000007*0*T*:~", '*', ':', '^', '~')]
    [InlineData("ISA|00|          |00|          |ZZ|SENDER         |ZZ|RECEIVER       |251020|0830|{|00501|000000007|0|T|>\n", '|', '>', '{', '\n')]
    [InlineData("ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *251020*0830*U*00401*000000007*0*T*:~", '*', ':', '\0', '~')]
    [InlineData("ISA*00**00**ZZ*SENDER*ZZ*RECEIVER*251020*0830*^*00501*000000007*0*T*:~", '*', ':', '^', '~')]
    public void Delimiters_come_from_ISA(string header, char element, char component, char repetition, char terminator)
    {
        Assert.True(Delimiters.TryRead(Encoding.UTF8.GetBytes(header), out var found));
        Assert.Equal(new Delimiters((byte)element, (byte)component, (byte)repetition, (byte)terminator), found);
    }

    [Theory]
    [InlineData("ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *251020*0830*^*00501*000000007*0*T**~")]
    [InlineData("ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *251020*0830*^*00501*000000007*0*T*::")]
    [InlineData("ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *251020*0830*^*00501*000000007*0*T*A~")]
    [InlineData("ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *251020*0830*^*00501*000000007*0*T*:")]
    [InlineData("ISA*00*          *00*          *ZZ*SENDER")]
    [InlineData("ISA 00           00           ZZ SENDER          ZZ RECEIVER        251020 0830 ^ 00501 000000007 0 T :~")]
    [InlineData("ISABEL")]
    public void An_ISA_that_cannot_divide_is_refused(string header) => Assert.False(Delimiters.TryRead(Encoding.UTF8.GetBytes(header), out _));
}
