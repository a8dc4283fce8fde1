namespace CodingAhead.Claims;

/// <summary>A stream whose first bytes were looked at and are read again.</summary>
internal sealed class PeekedStream(Stream stream) : Stream
{
    private readonly byte[] begin = new byte[ClaimFormats.Peeked];
    private int at, count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// The first bytes: two lines of them, or as many as are looked at. No more is waited for, so that claims typed or sent one by one are answered one by one.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(CancellationToken cancel)
    {
        while (count < begin.Length)
        {
            var read = await stream.ReadAsync(begin.AsMemory(count), cancel).ConfigureAwait(false);
            if (read == 0) break;
            count += read;
            var first = begin.AsSpan(0, count).IndexOf((byte)'\n');
            if (first >= 0 && ClaimFormats.Detect(begin.AsSpan(0, count)) is not (ClaimFormat.Json or ClaimFormat.Fhir or ClaimFormat.Unknown)) break;
        }

        return begin.AsMemory(0, count);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Take(buffer) is > 0 and var taken ? taken : stream.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Take(buffer.Span) is > 0 and var taken ? ValueTask.FromResult(taken) : stream.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Take(Span<byte> buffer)
    {
        var taken = Math.Min(buffer.Length, count - at);
        begin.AsSpan(at, taken).CopyTo(buffer);
        at += taken;
        return taken;
    }
}
