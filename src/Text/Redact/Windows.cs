namespace CodingAhead.Text.Redact;

/// <summary>A part of a text with what stands around it.</summary>
/// <param name="Text">The part and its surroundings.</param>
/// <param name="From">Where the part begins in it.</param>
/// <param name="To">Where the part ends in it.</param>
/// <param name="At">Where <paramref name="Text"/> begins in the whole, in UTF-16 units.</param>
internal readonly record struct Window(string Text, int From, int To, long At);

/// <summary>
/// Cuts a text into windows whose parts follow each other without a gap. A part ends at a paragraph if it can, else at a line, a sentence, a blank, and never
/// within a word of ordinary length. A text of up to <see cref="Whole"/> characters is one window.
/// </summary>
internal static class Windows
{
    /// <summary>The longest text that is read at once.</summary>
    public const int Whole = 1 << 18;

    // No rule looks further than a few lines back or forth.
    private const int Around = 1 << 11;
    private const int Part = 1 << 16;

    /// <summary>The windows of a text that is held: one, without a copy, unless it is long.</summary>
    public static IEnumerable<Window> Of(string text) => text.Length <= Whole ? [new Window(text, 0, text.Length, 0)] : Of(new StringReader(text));

    public static IEnumerable<Window> Of(TextReader reader)
    {
        var buffer = new char[Whole];
        var (begin, end, ended, first) = (0, 0, false, true);
        var at = 0L;
        while (true)
        {
            // The whole first, to see whether it is a short text; then only what a window needs.
            var wanted = Math.Min(buffer.Length, first ? buffer.Length : begin + Part + Part / 4 + Around);
            while (!ended && end < wanted)
            {
                var read = reader.Read(buffer, end, buffer.Length - end);
                ended = read == 0;
                end += read;
            }

            // A full buffer may be the whole text.
            if (!ended && first && reader.Peek() < 0) ended = true;
            var last = ended && (first || end - begin <= Part + Part / 4);
            first = false;
            var to = last ? end : Cut(buffer, begin + Part * 3 / 4, begin + Part);
            var left = begin;
            if (begin > 0)
            {
                left = Math.Max(0, begin - Around);
                while (left > 0 && left < begin && !char.IsWhiteSpace(buffer[left - 1])) left++;
            }

            var right = last ? end : Math.Min(end, to + Around);
            while (right < end && right > to && !char.IsWhiteSpace(buffer[right])) right--;
            yield return new Window(new string(buffer, left, right - left), begin - left, to - left, at + left);
            if (last) yield break;
            var keep = Math.Max(0, to - Around);
            Array.Copy(buffer, keep, buffer, 0, end - keep);
            (at, begin, end) = (at + keep, to - keep, end - keep);
        }
    }

    private static int Cut(char[] buffer, int low, int high)
    {
        var range = buffer.AsSpan(low, high - low);
        if (range.LastIndexOf("\n\n") is var paragraph and >= 0) return low + paragraph + 2;
        if (range.LastIndexOf("\n\r\n") is var dos and >= 0) return low + dos + 3;
        if (range.LastIndexOf('\n') is var line and >= 0) return low + line + 1;
        if (range.LastIndexOf(". ") is var sentence and >= 0) return low + sentence + 2;
        if (range.LastIndexOfAny(" \t") is var blank and >= 0) return low + blank + 1;
        for (var i = high; i > low; i--)
        {
            if (!Tokens.IsLetterOrDigit(buffer[i - 1]) && !char.IsSurrogate(buffer[i - 1])) return i;
        }

        return char.IsLowSurrogate(buffer[high]) ? high - 1 : high;
    }
}
