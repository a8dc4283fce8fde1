using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>
/// Phrases that lead to one code by usage or by a rule, where the index is silent or older than the code: an entry <c>=CODE</c> of <c>synonyms.txt</c>. In the text the phrase
/// becomes a term of its own, so that it competes with the words it is made of.
/// </summary>
internal static class DirectTerms
{
    /// <summary>Codes without dot and the terms that stand for them.</summary>
    public static IReadOnlyList<(string Code, string Stem)> All { get; } =
        [.. WordLists.Read("synonyms.txt").Concat(WordLists.Read("abbreviations.txt")).Where(c => c[1].StartsWith('=')).Select(c => c[1]).Distinct().Select(c => (c[1..], Stem(c)))];

    /// <summary>The term of an entry.</summary>
    public static string Stem(string entry) => Mark + entry[1..].ToLowerInvariant();

    /// <summary>Whether a term is one of these.</summary>
    public static bool Is(string stem) => stem.StartsWith(Mark, StringComparison.Ordinal);

    private const string Mark = "code=";
}
