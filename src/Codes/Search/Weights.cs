namespace CodingAhead.Codes.Search;

/// <summary>How much a term says: rare terms much, words that every second title has little.</summary>
internal static class Weights
{
    /// <summary>A query word that no phrase has counts as a rare one: what it asks for is missing everywhere.</summary>
    public const float Unknown = 7f;

    /// <summary>Weight of a term that stands in <paramref name="frequency"/> of <paramref name="phrases"/> phrases.</summary>
    public static float Of(string term, int frequency, int phrases)
    {
        var idf = MathF.Log(1 + phrases / (1f + frequency));
        return term switch
        {
            "unspecified" or "unspecif" => 0.15f,
            "other" => 0.8f,
            "specified" or "specif" => 0.4f,
            "due" => 0.5f,
            "with" => 0.6f,
            "without" => 1.2f,
            "not" => 0.8f,
            "disease" or "diseas" => Math.Min(idf, 1.5f),
            "encounter" or "encount" => Math.Min(idf, 0.6f),
            "type" or "site" or "part" => Math.Min(idf, 1.5f),
            _ => idf,
        };
    }
}
