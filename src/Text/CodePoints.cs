namespace CodingAhead.Text;

/// <summary>
/// Translates offsets of a text from UTF-16 units, as .NET counts, to Unicode code points, as Python and most corpora count. A lone surrogate counts as one
/// code point. Texts without surrogates, nearly all, cost nothing.
/// </summary>
public sealed class CodePoints
{
    // Where each surrogate pair ends, in UTF-16 units, ascending; null when there is none.
    private readonly List<int>? pairs;

    /// <summary>Reads the text once.</summary>
    public CodePoints(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAnyInRange('\uD800', '\uDBFF');
        if (at < 0) return;
        for (; at < text.Length - 1; at++)
        {
            if (char.IsSurrogatePair(text[at], text[at + 1])) (pairs ??= []).Add(at + 2);
        }
    }

    /// <summary>The offset in code points of an offset in UTF-16 units. An offset within a pair is that of the pair's begin.</summary>
    public int FromUtf16(int offset)
    {
        if (pairs is null) return offset;
        var before = pairs.BinarySearch(offset);
        before = before >= 0 ? before + 1 : ~before;
        var within = before < pairs.Count && pairs[before] == offset + 1;
        return offset - before - (within ? 1 : 0);
    }

    /// <summary>The offset in UTF-16 units of an offset in code points.</summary>
    public int ToUtf16(int offset)
    {
        if (pairs is null) return offset;
        // The n-th pair ends at code point pairs[n] - (n + 1): those that end at or before the offset each add a unit.
        var (low, high) = (0, pairs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (pairs[middle] - (middle + 1) <= offset) low = middle + 1;
            else high = middle;
        }

        return offset + low;
    }
}
