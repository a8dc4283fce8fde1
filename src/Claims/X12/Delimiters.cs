namespace CodingAhead.Claims.X12;

/// <summary>The four characters that an interchange is divided by. Each interchange states its own in its ISA segment, which is of a fixed layout for that reason.</summary>
/// <param name="Element">Between elements: the character right after <c>ISA</c>.</param>
/// <param name="Component">Within a composite: ISA16.</param>
/// <param name="Repetition">Between repeated values: ISA11; zero where an older version has a letter there.</param>
/// <param name="Terminator">After each segment: the character after ISA16.</param>
internal readonly record struct Delimiters(byte Element, byte Component, byte Repetition, byte Terminator)
{
    /// <summary>ISA has 106 characters; a little more is searched, because some senders pad its elements otherwise.</summary>
    public const int LongestHeader = 160;

    private const int RepetitionElement = 11, LastElement = 16;

    /// <summary>Whether an ISA segment could begin here: the letters, and something after them that can separate elements.</summary>
    public static bool BeginsHeader(ReadOnlySpan<byte> bytes) => bytes.Length > 3 && bytes.StartsWith("ISA"u8) && CanDelimit(bytes[3]);

    /// <summary>Reads the delimiters of the ISA segment at the begin of the bytes.</summary>
    /// <param name="bytes">At least <see cref="LongestHeader"/> bytes, or all that are left.</param>
    /// <param name="found">The delimiters.</param>
    /// <returns>False when no interchange header stands there: too few elements, or characters that cannot divide anything.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Delimiters found)
    {
        found = default;
        if (!BeginsHeader(bytes)) return false;
        var header = bytes[..Math.Min(bytes.Length, LongestHeader)];
        var (separator, at, repetition) = (header[3], 3, (byte)0);
        for (var element = 1; element < LastElement; element++)
        {
            var length = header[(at + 1)..].IndexOf(separator);
            if (length < 0) return false;
            if (element == RepetitionElement && length == 1) repetition = header[at + 1];
            at += length + 1;
        }

        if (at + 2 >= header.Length) return false;
        var (component, terminator) = (header[at + 1], header[at + 2]);
        if (!CanDelimit(component) || !CanDelimit(terminator) || component == separator || terminator == separator || component == terminator) return false;
        if (!CanDelimit(repetition) || repetition == separator || repetition == component || repetition == terminator) repetition = 0;
        found = new Delimiters(separator, component, repetition, terminator);
        return true;
    }

    private static bool CanDelimit(byte b) => b is not 0 and not (byte)' ' && !char.IsAsciiLetterOrDigit((char)b);
}
