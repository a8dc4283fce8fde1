using System.Text;

namespace CodingAhead.Codes.Search;

/// <summary>Compares the words of a query with those of a phrase's own text, letter for letter: it decides between phrases that analysis has made equal.</summary>
internal static class LiteralMatch
{
    private const int LongestText = 1024;

    /// <summary>1 for the same words in the same order, else below .9 the part of the words that both have; 0 when the text is no phrase.</summary>
    public static float Of(uint[] query, ReadOnlySpan<byte> text)
    {
        Span<char> chars = stackalloc char[LongestText];
        if (text.Length > LongestText || query.Length == 0) return 0;
        var length = Encoding.UTF8.GetChars(text, chars);
        var reader = new WordReader(chars[..length], stackalloc char[WordReader.LongestWord]);
        var (n, same, inOrder) = (0, 0, true);
        while (reader.Next())
        {
            var hash = Hash(reader.Word);
            if (Array.IndexOf(query, hash) >= 0) same++;
            inOrder &= n < query.Length && query[n] == hash;
            n++;
        }

        if (n == 0) return 0;
        return inOrder && n == query.Length ? 1f : 0.9f * Math.Min(same, query.Length) / (n + query.Length - Math.Min(same, query.Length));
    }

    public static uint[] Hashes(ReadOnlySpan<char> text)
    {
        var hashes = new uint[text.Length / 2 + 1];
        var n = 0;
        var reader = new WordReader(text, stackalloc char[WordReader.LongestWord]);
        while (reader.Next()) hashes[n++] = Hash(reader.Word);
        return hashes[..n];
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
