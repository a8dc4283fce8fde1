namespace CodingAhead.Codes.Page;

/// <summary>
/// The side that a title of ICD-10-CM names, and the words that remain without it. "Unspecified" stands once more in the title of the code for an unspecified side:
/// "Unspecified fracture of … right radius" and "Unspecified fracture of … unspecified radius".
/// </summary>
internal static class Side
{
    /// <summary>In the order in which people expect them.</summary>
    public static readonly string[] Order = ["right", "left", "bilateral", "unspecified"];

    // Words that come and go with the side: "right eye" but "bilateral", "Unilateral … right hip" but "Bilateral … of hip", "left side".
    private static readonly HashSet<string> Loose = new(StringComparer.Ordinal)
        { "of", "the", "in", "on", "and", "side", "unilateral", "eye", "ear", "both" };

    /// <summary>The side a title names, or that it is unspecified; null when it names none. The words are what else it says, in no order.</summary>
    public static (string? Value, List<string> Words) Of(string title)
    {
        var words = WordsOf(title);
        foreach (var side in (string[])["right", "left", "bilateral"])
        {
            if (words.Remove(side)) return (side, Sorted(words));
        }

        return words.Remove("unspecified") ? ("unspecified", Sorted(words)) : (null, Sorted(words));
    }

    /// <summary>Whether a title says the same words but for its side.</summary>
    public static bool IsAlike(string title, List<string> words, out string side)
    {
        var (value, others) = Of(title);
        side = value ?? "";
        return value is not null && others.SequenceEqual(words);
    }

    private static List<string> WordsOf(string title)
    {
        var words = new List<string>();
        foreach (var part in title.ToLowerInvariant().Split([' ', ',', ';', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.Length > 4 && part[^1] == 's' && part[^2] is not ('s' or 'i' or 'u') ? part[..^1] : part;
            if (word == "both") words.Add("bilateral");
            else if (!Loose.Contains(word)) words.Add(word);
        }

        return words;
    }

    private static List<string> Sorted(List<string> words)
    {
        words.Sort(StringComparer.Ordinal);
        return words;
    }
}
