using System.Text;
using CodingAhead.Claims.X12;
using static CodingAhead.Claims.Tests.X12.Samples;

namespace CodingAhead.Claims.Tests.X12;

/// <summary>Tests that measure the process: nothing else may run beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>A file larger than the memory it may take, made while it is read.</summary>
[Collection(nameof(Alone))]
public class LargeFileTests
{
    private const long Length = 64L << 20;

    [Fact]
    public async Task A_long_file_is_read_claim_by_claim_in_little_memory()
    {
        var whole = Wrap(Join(Levels, Claim("C1")));
        var at = whole.IndexOf("CLM*", StringComparison.Ordinal);
        var end = whole.IndexOf("SE*", StringComparison.Ordinal);
        await using var file = new Endless(whole[..at], whole[at..end], Length);
        var (before, most, claims) = (GC.GetTotalMemory(forceFullCollection: true), 0L, 0);
        await foreach (var (claim, error) in X12Claims.ReadAsync(file, "long.837", TestContext.Current.CancellationToken))
        {
            // The end of the file is missing: that is told once, after all claims.
            if (claim is null) Assert.StartsWith("Segment ", error!.Error, StringComparison.Ordinal);
            else claims++;
            if (claims % 50_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.True(claims > 100_000, $"{claims} claims");
        Assert.True(most < 8 << 20, $"{most} bytes are held while a file of {Length} is read");
    }

    [Fact]
    public async Task A_segment_without_an_end_is_told_and_not_held()
    {
        await using var file = new Endless(Wrap(Join(Levels, Claim("C1")))[..^40] + "NTE*ADD*", "XXXXXXXXXXXXXXXX", 32L << 20);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var read = new List<ReadClaim>();
        await foreach (var one in X12Claims.ReadAsync(file, "long.837", TestContext.Current.CancellationToken)) read.Add(one);
        Assert.Contains(read, r => r.Error is not null);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 8 << 20);
    }

    // A beginning, then a piece again and again up to a length; never held as a whole.
    private sealed class Endless(string begin, string piece, long length) : Stream
    {
        private readonly byte[] head = Encoding.ASCII.GetBytes(begin), body = Encoding.ASCII.GetBytes(piece);
        private long at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            if (at >= length) return 0;
            var from = at < head.Length ? head.AsSpan((int)at) : body.AsSpan((int)((at - head.Length) % body.Length));
            var n = Math.Min(from.Length, buffer.Length);
            from[..n].CopyTo(buffer);
            at += n;
            return n;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
