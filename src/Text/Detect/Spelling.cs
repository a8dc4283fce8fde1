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

    // Shorter words have too few consonants to tell them apart.
    private const int ShortestBySound = 9;

    // Names of diseases that end as no English word does are repaired from five letters on: "astma", "exzema".
    public const int ShortestName = 5;

    private static readonly string[] NameEndings = ["thma", "zema", "emia", "epsis", "rnia", "dema", "psia", "gina", "tosis", "goiter"];

    private const string Head = "disease";

    private readonly string[] words;
    // Every word, whole and with each letter after the first left out, by the hash of what remains.
    private readonly uint[] hashes;
    private readonly ushort[] owners;
    private readonly HashSet<string> english = [.. WordLists.Read("english.txt").SelectMany(c => c)];

    private readonly string[] shortNames;

    private readonly Lazy<Dictionary<string, List<string>>> sounds;

    private Spelling(string[] words, uint[] hashes, ushort[] owners)
    {
        (this.words, this.hashes, this.owners) = (words, hashes, owners);
        shortNames = [.. words.Where(IsName)];
        sounds = new(BySounds);
    }

    private Dictionary<string, List<string>> BySounds()
    {
        var map = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var word in words) if (word.Length >= Shortest) Lexicon.ListOf(map, Sound(word)).Add(word);
        return map;
    }

    /// <summary>Of the words that are spelt right.</summary>
    public static Spelling Of(IEnumerable<string> surfaces)
    {
        var words = surfaces.Where(static w => (w.Length >= Shortest || IsName(w)) && w.All(char.IsAsciiLetterLower)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(ushort.MaxValue).ToArray();
        var (hashes, owners) = (new List<uint>(), new List<ushort>());
        for (var w = 0; w < words.Length; w++)
        {
            for (var i = 0; i < words[w].Length; i++)
            {
                hashes.Add(Hash(i == 0 ? words[w] : words[w].Remove(i, 1)));
                owners.Add((ushort)w);
            }
        }

        var (sorted, owner) = (hashes.ToArray(), owners.ToArray());
        Array.Sort(sorted, owner);
        return new Spelling(words, sorted, owner);
    }

    /// <summary>The stem of the word meant; null when there is none.</summary>
    public string? Repair(string word) => Meant(word) is { } meant ? Analyzer.Stem(meant) : null;

    /// <summary>The word meant; null when the word is short, plain English, or like no word or several.</summary>
    /// <param name="word">As written, folded to lower case.</param>
    /// <param name="bySound">Also a word that only sounds alike; no name of a person should become a disease so.</param>
    public string? Meant(string word, bool bySound = true)
    {
        // The commonest word of all names, with a letter left out.
        if (word.Length == Head.Length - 1 && word[0] == Head[0] && Speller.Distance(Encoding.ASCII.GetBytes(Head), Encoding.UTF8.GetBytes(word), 1) <= 1) return Head;
        if (Swapped(word) is { } straight) return straight;
        if (word.Length < Shortest) return word.Length >= ShortestName ? ShortName(word) ?? Sounding(word) : null;
        if (word.Length > 30 || english.Contains(word) || Known(word) || word.EndsWith('s') && Known(word[..^1])) return null;
        string? found = null;
        if (!Try(word, word, ref found)) return null;
        for (var i = 1; i < word.Length; i++)
        {
            if (!Try(word.Remove(i, 1), word, ref found)) return null;
        }

        // A genitive without its apostrophe: "alzhiemers".
        if (found is null && word.EndsWith('s') && word.Length > Shortest) return Meant(word[..^1], bySound);
        return found ?? (bySound && word.Length >= ShortestBySound ? BySound(word) : null);
    }

    // Words of every note that are too short to be repaired otherwise.
    private static readonly string[] Everyday =
    [
        "pain", "throat", "sprain", "strain", "elbow", "wrist", "ankle", "knee", "shoulder", "finger", "thigh", "chest", "heart", "liver", "lung", "kidney", "breast", "fever", "cough", "chills", "nausea", "rash", "itching", "swelling", "bleeding", "ulcer", "wound", "burn", "asthma", "stroke", "anemia", "cancer", "tumor", "cyst",
        "hernia", "fracture", "injury", "trauma", "muscle", "nerve", "spine", "pelvis", "bladder", "urine", "stool", "vomiting", "dizzy", "numbness", "tremor", "seizure", "anxiety", "panic", "eczema", "murmur", "abscess", "infection", "chronic", "acute", "severe",
    ];

    // "Pian", "sprian", "thraot": two neighbours in each other's place.
    private static string? Swapped(string word)
    {
        foreach (var meant in Everyday)
        {
            if (meant.Length != word.Length || meant[0] != word[0]) continue;
            var at = 1;
            while (at < word.Length && word[at] == meant[at]) at++;
            if (at + 1 < word.Length && word[at] == meant[at + 1] && word[at + 1] == meant[at] && word.AsSpan(at + 2).SequenceEqual(meant.AsSpan(at + 2))) return meant;
        }

        return null;
    }

    // "Nausia", "kidny": one of them but for a vowel.
    private string? Sounding(string word)
    {
        if (english.Contains(word)) return null;
        foreach (var meant in Everyday)
        {
            if (meant.Length > 5 && meant[0] == word[0] && meant != word && Sound(meant) == Sound(word) && Speller.Distance(Encoding.ASCII.GetBytes(meant), Encoding.UTF8.GetBytes(word), 1) <= 1) return meant;
        }

        return null;
    }

    /// <summary>The word that differs only in letters that are doubled, for a word whose stem is that of another ("vomitting"); null when there is none.</summary>
    public string? Doubled(string word)
    {
        var twice = false;
        for (var i = 1; i < word.Length; i++) twice |= word[i] == word[i - 1];
        if (!twice || word.Length < Shortest || word.Length > 30 || english.Contains(word) || Known(word) || word.EndsWith('s') && Known(word[..^1])) return null;
        var single = Single(word);
        string? found = null;
        return Try(word, word, ref found) && Enumerable.Range(1, word.Length - 1).All(i => Try(word.Remove(i, 1), word, ref found)) && found is not null && Single(found) == single ? found : null;
    }

    /// <summary>The name of a disease that a word of its ending is one slip from, where its stem by chance is that of another word ("endometreosis"); null when it is spelt right.</summary>
    public string? Hidden(string word) => Swapped(word) is { } straight ? straight : word.Length >= ShortestBySound && Array.Exists(Diseases, e => word.EndsWith(e, StringComparison.Ordinal)) && Meant(word, bySound: false) is { } meant && Array.Exists(Diseases, e => meant.EndsWith(e, StringComparison.Ordinal)) ? meant : null;

    private static readonly string[] Diseases = ["osis", "itis", "emia", "algia", "pathy", "rrhea", "uria", "hidrosis", "ectasis", "oma"];

    // "Defisency", "hyponatrima", "bronkitis": two slips at most that leave the consonants as they sound.
    private string? BySound(string word)
    {
        if (!sounds.Value.TryGetValue(Sound(word), out var candidates)) return null;
        string? found = null;
        foreach (var candidate in candidates)
        {
            if (Speller.Distance(Encoding.ASCII.GetBytes(candidate), Encoding.UTF8.GetBytes(word), 2) > 2 && Speller.Distance(Encoding.ASCII.GetBytes(Single(candidate)), Encoding.UTF8.GetBytes(Single(word)), 2) > 2) continue;
            if (found is not null && Analyzer.Stem(found) != Analyzer.Stem(candidate)) return null;
            found = candidate;
        }

        return found;
    }

    // The first letter and the consonants behind it, those that sound alike as one.
    private static string Sound(string word)
    {
        var text = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var (c, next) = (word[i], i + 1 < word.Length ? word[i + 1] : ' ');
            if (i == 0) { text.Append(c == 'p' && next == 'h' ? 'f' : c); continue; }
            var sound = c switch { 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or 'w' => ' ', 'c' when next is 'e' or 'i' or 'y' => 's', 'c' or 'q' or 'x' => 'k', 'z' => 's', 'p' when next == 'h' => 'f', _ => c };
            if (sound != ' ' && text[^1] != sound) text.Append(sound);
        }

        return text.ToString();
    }

    private string? ShortName(string word)
    {
        string? found = null;
        foreach (var name in shortNames)
        {
            if (name[0] != word[0] || Math.Abs(name.Length - word.Length) > 1) continue;
            if (name == word) return null;
            if (Speller.Distance(Encoding.ASCII.GetBytes(name), Encoding.UTF8.GetBytes(word), 1) > 1) continue;
            if (found is not null) return null;
            found = name;
        }

        return found is null || english.Contains(word) ? null : found;
    }

    private static bool IsName(string word) => word.Length is >= ShortestName and < Shortest && Array.Exists(NameEndings, e => word.EndsWith(e, StringComparison.Ordinal));

    private bool Known(string word) => Array.BinarySearch(words, word, StringComparer.Ordinal) >= 0;

    private bool Try(string form, string word, ref string? found)
    {
        var hash = Hash(form);
        var at = Array.BinarySearch(hashes, hash);
        if (at < 0) return true;
        while (at > 0 && hashes[at - 1] == hash) at--;
        for (; at < hashes.Length && hashes[at] == hash; at++)
        {
            var candidate = words[owners[at]];
            if (candidate == found || candidate[0] != word[0] || Speller.Distance(Encoding.ASCII.GetBytes(candidate), Encoding.UTF8.GetBytes(word), 1) > 1 && Single(candidate) != Single(word)) continue;
            // Of two as near the one that sounds as it is written: "migrane" is no larva migrans.
            if (found is not null && Analyzer.Stem(found) != Analyzer.Stem(candidate))
            {
                // "Fascitis" only lacks a double letter, and is nearer to that than to the fauces.
                var single = Single(word);
                if (Single(candidate) == single != (Single(found) == single))
                {
                    if (Single(candidate) == single) found = candidate;
                    continue;
                }

                var sound = Sound(word);
                if (Sound(candidate) == sound == (Sound(found) == sound)) return false;
                if (Sound(found) == sound) continue;
            }

            found = candidate;
        }

        return true;
    }

    // With every letter once where it is doubled: which letter of a name is the double one is what people get wrong.
    private static string Single(string word)
    {
        var text = new StringBuilder(word.Length);
        foreach (var c in word) if (text.Length == 0 || text[^1] != c) text.Append(c);
        return text.ToString();
    }

    private static uint Hash(string word) => Speller.Hash(Encoding.UTF8.GetBytes(word));

    /// <summary>Writes it as it is used.</summary>
    public void Write(LexiconWriter to)
    {
        to.Lines(words);
        to.Numbers(Array.ConvertAll(hashes, static h => unchecked((int)h)));
        to.Numbers(Array.ConvertAll(owners, static o => (int)o));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Spelling Read(ref LexiconReader from) => new(from.Lines(), Array.ConvertAll(from.Numbers(), static h => unchecked((uint)h)), Array.ConvertAll(from.Numbers(), static o => (ushort)o));
}
