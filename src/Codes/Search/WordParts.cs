using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace CodingAhead.Codes.Search;

/// <summary>Takes Greek and Latin medical words apart, after <c>data/search/roots.txt</c>.</summary>
internal static class WordParts
{
    private static readonly (FrozenDictionary<string, string> Roots, FrozenDictionary<string, string> Suffixes) Parts = Load();

    /// <summary>"splenomegaly" gives "enlargement spleen"; null when the word is not made of a known root and suffix.</summary>
    public static string? Apart(string word)
    {
        for (var at = 2; at < word.Length - 2; at++)
        {
            if (Parts.Suffixes.TryGetValue(word[at..], out var what) && Parts.Roots.TryGetValue(word[..at], out var where)) return what + " " + where;
        }

        return null;
    }

    private static (FrozenDictionary<string, string> Roots, FrozenDictionary<string, string> Suffixes) Load()
    {
        var (roots, suffixes) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("search/roots.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var isRoot = line.StartsWith("root:", StringComparison.Ordinal);
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            var forms = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..bar].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var plain = line[(bar + 1)..].Trim();
            foreach (var form in forms) (isRoot ? roots : suffixes).TryAdd(form, plain);
        }

        return (roots.ToFrozenDictionary(StringComparer.Ordinal), suffixes.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
