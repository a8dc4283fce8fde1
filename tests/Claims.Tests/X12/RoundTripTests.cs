using System.Text;
using CodingAhead.Claims.X12;
using CsCheck;

namespace CodingAhead.Claims.Tests.X12;

/// <summary>What is written is read, in whatever style, and in whatever pieces it comes.</summary>
public class RoundTripTests
{
    /// <summary>Element, component, repetition, terminator.</summary>
    private static readonly string[] Marks = ["*:^~", "|>{\n", "+,=\r", "\x1d\x1f\x1e\x1c", "*<^'"];

    private static readonly string[] LineEnds = ["", "\n", "\r\n"];

    private static readonly Gen<SampleStyle> AnyStyle = Gen.Select(Gen.Int[0, 4].Select(i => Marks[i]), Gen.Int[0, 2].Select(i => LineEnds[i]), Gen.Int[0, 7], Gen.Int[1, 3])
        .Select((marks, end, loops, size) => new SampleStyle
        {
            Element = marks[0], Component = marks[1], Repetition = marks[2], Terminator = marks[3..], LineEnd = end,
            Rendering = (loops & 1) > 0, Facility = (loops & 2) > 0, Dependent = (loops & 4) > 0, ClaimsInSet = size, SetsInInterchange = size,
        });

    [Fact]
    public void A_written_claim_is_read_as_it_was() =>
        Gen.Select(Samples.AnyClaim.Array[1, 6], AnyStyle).Sample((claims, style) =>
        {
            claims = [.. claims.Select(c => As(c, style))];
            var read = Samples.Read(Samples.Write(claims, style));
            Assert.Equal(claims.Select(c => Samples.Shape(c)), read.Select(r => r.Claim is null ? r.Error!.Error : Samples.Shape(r.Claim)));
        }, iter: 3_000);

    [Fact]
    public void A_file_is_the_same_in_whatever_pieces_it_comes() =>
        Gen.Select(Samples.AnyClaim.Array[1, 4], AnyStyle, Gen.Int[1, 300].Array[1, 20], Gen.Int[0, 3]).Sample((claims, style, pieces, damage) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Samples.Write(claims, style));
            if (damage == 1) bytes[bytes.Length / 2] = (byte)'~';
            if (damage == 2) bytes = [0xEF, 0xBB, 0xBF, .. "\r\n"u8, .. bytes[..^5]];
            if (damage == 3) bytes = [.. "HDR ISA*0 "u8, .. bytes, .. "ISA*"u8];
            var whole = Samples.Read(bytes);
            Assert.Equal(Outcomes(whole), Outcomes([.. X12Claims.Read(new PieceStream(bytes, pieces), "claims.837")]));
        }, iter: 1_000);

    [Fact]
    public void A_segment_too_long_is_the_same_in_whatever_pieces_it_comes()
    {
        foreach (var length in (int[])[X12Claims.LongestSegment - 8, X12Claims.LongestSegment, X12Claims.LongestSegment + 1, 300_000])
        {
            var bytes = Encoding.UTF8.GetBytes(Samples.Wrap(Samples.Join(Samples.Levels, Samples.Claim(), "NTE*ADD*" + new string('A', length), Samples.Claim("C2"))));
            var whole = Outcomes(Samples.Read(bytes));
            foreach (var piece in (int[])[1, 7, 4096, 100_000])
            {
                Assert.Equal(whole, Outcomes([.. X12Claims.Read(new PieceStream(bytes, [piece]), "claims.837")]));
            }
        }
    }

    [Fact]
    public async Task Reading_without_blocking_gives_the_same()
    {
        var claims = Samples.AnyClaim.Array[20].Single();
        var bytes = Encoding.UTF8.GetBytes(Samples.Write(claims));
        var read = new List<ReadClaim>();
        await foreach (var claim in X12Claims.ReadAsync(new PieceStream(bytes, [17, 1000]), "claims.837", TestContext.Current.CancellationToken)) read.Add(claim);
        Assert.Equal(Outcomes(Samples.Read(bytes)), Outcomes(read));
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var bytes = Encoding.UTF8.GetBytes(Samples.Write(Samples.AnyClaim.Array[20].Single()));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in X12Claims.ReadAsync(new MemoryStream(bytes), "claims.837", source.Token)) await source.CancelAsync();
        });
    }

    /// <summary>What a style cannot say.</summary>
    private static Claim As(Claim claim, SampleStyle style) => claim with
    {
        Setting = style.Rendering ? Setting.Practitioner : claim.Setting,
        Patient = style.Dependent ? claim.Patient with { Mbi = null } : claim.Patient,
    };

    private static List<string> Outcomes(List<ReadClaim> read) => [.. read.Select(r => r.Claim is null ? $"{r.Error!.Id} {r.Error.Place} {r.Error.Error}" : r.Claim.Place + Samples.Shape(r.Claim))];

    /// <summary>Gives its bytes in pieces of the given sizes, over and over.</summary>
    private sealed class PieceStream(byte[] bytes, int[] sizes) : MemoryStream(bytes)
    {
        private int _next;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, sizes[_next++ % sizes.Length])]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }
}
