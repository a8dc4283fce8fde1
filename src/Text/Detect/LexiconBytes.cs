using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace CodingAhead.Text.Detect;

/// <summary>Writes the parts of a lexicon one after the other: numbers as differences to the one before, seven bits a byte, and lines of text; each part with its length in bytes before it.</summary>
internal sealed class LexiconWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 20);

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(4), bytes.Length);
        buffer.Advance(4);
        buffer.Write(bytes);
    }

    public void Numbers(ReadOnlySpan<int> numbers)
    {
        var bytes = new byte[numbers.Length * 5];
        var (at, before) = (0, 0);
        foreach (var number in numbers)
        {
            var difference = unchecked(number - before);
            before = number;
            // The sign goes last, so that small differences are small either way.
            for (var rest = (uint)(difference << 1 ^ difference >> 31); ; rest >>= 7)
            {
                bytes[at++] = (byte)(rest < 0x80 ? rest : rest | 0x80);
                if (rest < 0x80) break;
            }
        }

        Bytes(bytes.AsSpan(0, at));
    }

    public void Lines(IEnumerable<string> lines) => Bytes(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
}

/// <summary>Reads what <see cref="LexiconWriter"/> wrote, in the same order.</summary>
internal ref struct LexiconReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public int[] Numbers()
    {
        var part = Bytes();
        var count = 0;
        foreach (var b in part) count += b < 0x80 ? 1 : 0;
        var numbers = new int[count];
        var (at, before) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var value = 0u;
            for (var shift = 0; ; shift += 7)
            {
                var b = part[at++];
                value |= (uint)(b & 0x7F) << shift;
                if (b < 0x80) break;
            }

            numbers[i] = before = unchecked(before + ((int)(value >> 1) ^ -(int)(value & 1)));
        }

        return numbers;
    }

    public string[] Lines() => Bytes() is { IsEmpty: false } part ? Encoding.UTF8.GetString(part).Split('\n') : [];

    public ReadOnlySpan<byte> Bytes()
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
        var part = rest.Slice(4, length);
        rest = rest[(4 + length)..];
        return part;
    }
}
