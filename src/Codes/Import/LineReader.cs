using System.Buffers;
using System.Text;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Streams the lines of a text file as UTF-8 spans. Line ends are LF or CR LF and not part of a line; a byte-order mark is skipped.
/// A line longer than <see cref="ReleaseFile.MaxLineBytes"/>, a NUL byte or UTF-16 text is refused with its place.
/// </summary>
public sealed class LineReader : IDisposable
{
    // Windows-1252 in 0x80..0x9F; zero is unassigned. (Unicode mapping table CP1252.TXT.)
    private static ReadOnlySpan<ushort> Upper1252 =>
    [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ];

    private readonly ReleaseFile file;
    private readonly Stream stream;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
    private byte[] converted = [];
    private int start;
    private int end;
    private int lineStart;
    private int lineLength;
    private bool useConverted;
    private bool ended;
    private bool first = true;

    internal LineReader(ReleaseFile file, Stream stream)
    {
        this.file = file;
        this.stream = stream;
    }

    /// <summary>One-based number of the current line.</summary>
    public int Number { get; private set; }

    /// <summary>The current line in UTF-8; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Current => useConverted ? converted.AsSpan(0, lineLength) : buffer.AsSpan(lineStart, lineLength);

    /// <summary>Moves to the next line; false at the end.</summary>
    public bool Read()
    {
        var searched = 0;
        while (true)
        {
            var newline = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (newline >= 0) return Take(searched + newline, 1);
            searched = end - start;
            if (ended) return searched > 0 && Take(searched, 0);
            if (searched > ReleaseFile.MaxLineBytes) throw file.Error(Number + 1, $"a line longer than {ReleaseFile.MaxLineBytes} bytes", "the lines of an official layout");
            Fill();
        }
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        int read;
        try
        {
            read = stream.Read(buffer, end, buffer.Length - end);
        }
        catch (InvalidDataException e)
        {
            throw file.Error(Number + 1, $"damaged compressed data ({e.Message})", "an intact zip entry");
        }

        if (read == 0) ended = true;
        end += read;
    }

    private bool Take(int length, int terminator)
    {
        Number++;
        lineStart = start;
        start += length + terminator;
        if (length > ReleaseFile.MaxLineBytes) throw file.Error(Number, $"a line longer than {ReleaseFile.MaxLineBytes} bytes", "the lines of an official layout");
        if (length > 0 && buffer[lineStart + length - 1] == '\r') length--;
        if (first)
        {
            first = false;
            var head = buffer.AsSpan(lineStart, length);
            if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
                throw file.Error(1, "UTF-16 text", "UTF-8 or Windows-1252");
            if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) { lineStart += 3; length -= 3; }
        }

        lineLength = length;
        useConverted = false;
        var line = buffer.AsSpan(lineStart, length);
        if (line.Contains((byte)0)) throw file.Error(Number, "a NUL byte", "text in UTF-8 or Windows-1252");
        if (!Ascii.IsValid(line) && !System.Text.Unicode.Utf8.IsValid(line)) Convert(line);
        return true;
    }

    private void Convert(ReadOnlySpan<byte> line)
    {
        if (converted.Length < line.Length * 3) converted = new byte[line.Length * 3];
        var n = 0;
        foreach (var b in line)
        {
            var c = b is >= 0x80 and <= 0x9F ? Upper1252[b - 0x80] : b;
            if (c == 0 && b != 0) throw file.Error(Number, $"byte 0x{b:X2}, which is neither UTF-8 nor Windows-1252", "text in one of the two");
            n += new Rune((char)c).EncodeToUtf8(converted.AsSpan(n));
        }

        lineLength = n;
        useConverted = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }
}
