using System.Runtime.InteropServices;
using System.Text;
using CodingAhead.Codes.Search;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>
/// Repairs a misspelt word to the one word of the lexicon that is one edit away. Only long words are repaired, and never the first letter: an English word of another
/// meaning must not become a disease.
/// </summary>
internal sealed class Spelling
{
    private const int Shortest = 7;

    private readonly Dictionary<uint, List<string>> byShorter = [];
    private readonly HashSet<string> english;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public Spelling(IEnumerable<string> surfaces)
    {
        english = [.. WordLists.Read("english.txt").SelectMany(c => c)];
        foreach (var word in surfaces)
        {
            if (word.Length < Shortest || word.Any(c => !char.IsAsciiLetterLower(c))) continue;
            known.Add(word);
            Place(word, word);
            for (var i = 1; i < word.Length; i++) Place(word.Remove(i, 1), word);
        }
    }

    /// <summary>The stem of the word meant; null when the word is short, plain English, or like no word or several.</summary>
    public string? Repair(string word)
    {
        if (word.Length < Shortest || word.Length > 30 || english.Contains(word) || known.Contains(word) || word.EndsWith('s') && known.Contains(word[..^1])) return null;
        string? found = null;
        if (!Try(word, word, ref found)) return null;
        for (var i = 1; i < word.Length; i++)
        {
            if (!Try(word.Remove(i, 1), word, ref found)) return null;
        }

        return found is null ? null : Analyzer.Stem(found);
    }

    private bool Try(string form, string word, ref string? found)
    {
        if (!byShorter.TryGetValue(Hash(form), out var candidates)) return true;
        foreach (var candidate in candidates)
        {
            // Spelt right.
            if (candidate == word) return false;
            if (candidate == found || candidate[0] != word[0] || Speller.Distance(Encoding.ASCII.GetBytes(candidate), Encoding.UTF8.GetBytes(word), 1) > 1) continue;
            if (found is not null && Analyzer.Stem(found) != Analyzer.Stem(candidate)) return false;
            found = candidate;
        }

        return true;
    }

    private void Place(string form, string word)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byShorter, Hash(form), out _);
        list ??= [];
        if (list.Count < 8) list.Add(word);
    }

    private static uint Hash(string word) => Speller.Hash(Encoding.UTF8.GetBytes(word));
}
