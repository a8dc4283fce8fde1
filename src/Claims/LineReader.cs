namespace CodingAhead.Claims;

/// <summary>Cuts a stream into lines without decoding them. It holds one line at a time, of at most so many bytes; a longer one is passed over and told.</summary>
public sealed class LineReader(Stream stream, int longest)
{
    private byte[] buffer = new byte[1 << 16];
    private int begin, end, searched;
    private bool ended;

    /// <summary>The number of the line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The line without its end; valid until the next one is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>The line is longer than allowed; <see cref="Line"/> is then its last part.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The line has nothing but blanks.</summary>
    public bool IsBlank => !TooLong && Line.Span.IndexOfAnyExcept(" \t\r"u8) < 0;

    /// <summary>Reads on to the next line; false at the end.</summary>
    public async ValueTask<bool> NextAsync(CancellationToken cancel)
    {
        TooLong = false;
        while (true)
        {
            var at = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (at >= 0) return Take(searched + at, 1);
            searched = end;
            if (ended) return (begin < end || TooLong) && Take(end, 0);
            if (end - begin > longest) (TooLong, begin) = (true, end);
            if (begin > 0)
            {
                Buffer.BlockCopy(buffer, begin, buffer, 0, end - begin);
                (begin, end, searched) = (0, end - begin, searched - begin);
            }

            if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancel).ConfigureAwait(false);
            end += read;
            ended = read == 0;
        }
    }

    private bool Take(int to, int mark)
    {
        var line = buffer.AsMemory(begin, to - begin);
        if (line.Length > 0 && line.Span[^1] == '\r') line = line[..^1];
        TooLong |= line.Length > longest;
        if (Number++ == 0 && line.Span.StartsWith("\uFEFF"u8)) line = line[3..];
        Line = line;
        begin = searched = to + mark;
        return true;
    }
}
