namespace CodingAhead.Codes.Search;

/// <summary>Finds the words nearest to a misspelt one.</summary>
internal static class Speller
{
    /// <summary>Hash of a word or of a word with a letter left out.</summary>
    public static uint Hash(ReadOnlySpan<byte> word)
    {
        var hash = 2166136261u;
        foreach (var b in word) hash = (hash ^ b) * 16777619u;
        return hash ^ hash >> 15;
    }

    /// <summary>
    /// Edits between two words: a letter more, a letter less, another letter, or two neighbours exchanged (optimal string alignment).
    /// Stops counting above <paramref name="limit"/> and returns <paramref name="limit"/> + 1.
    /// </summary>
    public static int Distance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        Span<int> rows = stackalloc int[3 * (b.Length + 1)];
        var width = b.Length + 1;
        for (var j = 0; j < width; j++) rows[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var current = rows.Slice(i % 3 * width, width);
            var previous = rows.Slice((i + 2) % 3 * width, width);
            var before = rows.Slice((i + 1) % 3 * width, width);
            current[0] = i;
            var best = i;
            for (var j = 1; j < width; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var d = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d = Math.Min(d, before[j - 2] + 1);
                current[j] = d;
                if (d < best) best = d;
            }

            if (best > limit) return limit + 1;
        }

        var distance = rows[a.Length % 3 * width + b.Length];
        return distance > limit ? limit + 1 : distance;
    }
}
