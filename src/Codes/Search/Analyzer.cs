using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace CodingAhead.Codes.Search;

/// <summary>One term of an analysed text.</summary>
/// <param name="Text">The stem that is indexed.</param>
/// <param name="Surface">The word as typed, folded to lower case and plain letters; several words for a concept of several.</param>
/// <param name="Optional">It stood in brackets: its absence from a query says nothing.</param>
internal readonly record struct Term(string Text, string Surface, bool Optional);

/// <summary>
/// Turns text into terms, the same way for the index and for queries: lower case, accents off, British spellings to American, words of one
/// concept to one form (<c>data/search/equivalents.txt</c>), endings off, filler words out.
/// </summary>
internal static class Analyzer
{
    /// <summary>Words of the longest form in <c>equivalents.txt</c>.</summary>
    internal const int LongestForm = 5;

    private static readonly FrozenSet<string> Fillers = new[]
    {
        "of", "the", "a", "an", "in", "on", "at", "for", "by", "to", "or", "and", "as", "is", "are", "from", "into", "its", "be", "s", "other", "any", "all", "this", "that",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Equivalents = LoadEquivalents();
    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> EquivalentForms = Equivalents.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FillerForms = Fillers.GetAlternateLookup<ReadOnlySpan<char>>();

    // These join the word after them, so that non-toxic, non toxic and nontoxic are one.
    private static readonly FrozenSet<string> Prefixes = new[]
    {
        "non", "pre", "post", "anti", "sub", "hyper", "hypo", "extra", "intra", "inter", "pseudo", "peri", "para", "micro", "macro", "multi", "supra", "infra", "retro", "auto", "neuro", "oculo",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Before the stem of what a text says is not there.</summary>
    public const string Denied = "-";

    [ThreadStatic]
    private static List<(string Word, bool Optional)>? reused;

    /// <summary>Analyses a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="terms">Cleared, then filled with the terms in order.</param>
    public static void Analyze(ReadOnlySpan<char> text, List<Term> terms)
    {
        terms.Clear();
        var words = reused ??= new List<(string Word, bool Optional)>(16);
        words.Clear();
        Words(text, words);
        Normalize(words);
        Span<char> joined = stackalloc char[128];
        // "Without obstruction or gangrene": both are another thing than what comes with them.
        var (denies, denied) = (false, false);
        void Put(Term term)
        {
            denied = denies;
            terms.Add(denies ? term with { Text = Denied + term.Text, Surface = Denied + term.Surface } : term);
            denies = term.Text == "without";
        }

        for (var i = 0; i < words.Count;)
        {
            if (denied && words[i].Word is "or" or "nor") denies = true;
            if (TryEquivalent(words, i, joined, out var length, out var canonical))
            {
                var surface = length == 1 ? words[i].Word : Joined(words, i, length);
                foreach (var c in canonical)
                {
                    // The letter of hepatitis A is no article.
                    if (!Fillers.Contains(c) || canonical.Length == 1 || c == "a") Put(new Term(c == "other" ? c : Stem(c), canonical.Length == 1 ? surface : c, words[i].Optional));
                }

                i += length;
                continue;
            }

            var (word, optional) = words[i++];
            if (i < words.Count && Prefixes.Contains(word)) word += words[i++].Word;
            if (!Fillers.Contains(word)) Put(new Term(Stem(word), word, optional));
        }
    }

    private static string Joined(List<(string Word, bool Optional)> words, int from, int count)
    {
        var text = words[from].Word;
        for (var i = 1; i < count; i++) text += " " + words[from + i].Word;
        return text;
    }

    // "of" and "the" out, so that "enlargement of the spleen" is "spleen enlargement"'s neighbour; British spellings to American.
    private static void Normalize(List<(string Word, bool Optional)> words)
    {
        var n = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var (word, optional) = words[i];
            if (word is "of" or "the" && words.Count > 1) continue;
            words[n++] = (American(word), optional);
        }

        words.RemoveRange(n, words.Count - n);
    }

    /// <summary>The American spelling of a word; the word itself, mostly.</summary>
    internal static string American(string word)
    {
        if (word.Length < 5) return word;
        var w = word;
        if (w.Contains("ae", StringComparison.Ordinal) || w.Contains("oe", StringComparison.Ordinal))
        {
            Span<char> s = stackalloc char[w.Length];
            var n = 0;
            for (var i = 0; i < w.Length; i++)
            {
                // anaemia, oesophagus, foetal; not aerobic, larvae, toes.
                var digraph = i + 2 < w.Length && w[i + 1] == 'e' && (w[i] == 'o' && !(w[i + 2] == 's' && i + 3 == w.Length) || w[i] == 'a' && i > 0);
                if (!digraph) s[n++] = w[i];
            }

            w = new string(s[..n]);
        }

        w = Ending(Ending(Ending(w, "our", "or"), "ours", "ors"), "tre", "ter");
        w = Ending(Ending(Ending(w, "oural", "oral"), "isation", "ization"), "isations", "izations");
        return w.Contains("sulph", StringComparison.Ordinal) ? w.Replace("sulph", "sulf", StringComparison.Ordinal) : w;
    }

    private static string Ending(string word, string british, string american) =>
        word.Length > british.Length + 1 && word.EndsWith(british, StringComparison.Ordinal) ? word[..^british.Length] + american : word;

    /// <summary>Splits into folded words; those in brackets are optional. "w/o" and "d/t" stay whole.</summary>
    internal static void Words(ReadOnlySpan<char> text, List<(string Word, bool Optional)> words)
    {
        var reader = new WordReader(text, stackalloc char[WordReader.LongestWord]);
        while (reader.Next()) words.Add((new string(reader.Word), reader.Optional));
    }

    /// <summary>The stem of a folded word: spelling variants, plurals and adjective endings off. Not a word of English, but the same for its forms.</summary>
    // Compiled once and fully: a build of the lexicon runs through it before it would be found hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static string Stem(string word)
    {
        if (word.Length < 4 || char.IsAsciiDigit(word[0])) return word;
        if (OwnStems.TryGetValue(word, out var own)) return own;
        Span<char> s = stackalloc char[word.Length];
        var n = 0;
        for (var i = 0; i < word.Length; i++)
        {
            s[n++] = word[i];
        }

        var w = Plural(s[..n]);
        w = Replace(Replace(w, "ising", "izing", 7), "ised", "ized", 6);
        w = Replace(Replace(w, "isation", "ization", 9), "ise", "ize", 6);
        w = Replace(Replace(w, "ynx", "yng", 5), "ax", "ac", 5);
        // Osteogenetic and osteogenic.
        w = Replace(w, "genetic", "genic", 10);
        w = Replace(Replace(w, "ix", "ic", 5), "ex", "ic", 5);
        // Two endings at most: obsession-al, then obsess-ion. What is left must still tell words apart.
        for (var round = 0; round < 2; round++)
        {
            var before = w.Length;
            foreach (var ending in Endings)
            {
                if (w.Length - ending.Length >= 4 + round && w.EndsWith(ending, StringComparison.Ordinal))
                {
                    w = w[..^ending.Length];
                    break;
                }
            }

            if (w.Length == before) break;
        }

        return w.SequenceEqual(word) ? word : new string(w);
    }

    // Words that would lose so much that another thing is left: no adenoma is meant by adenomyosis, no colon by colonization.
    private static readonly FrozenDictionary<string, string> OwnStems = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["adenomyosis"] = "adenomyosis", ["boiling"] = "boiling", ["poliosis"] = "poliosis", ["volvulosis"] = "volvulosis", ["colonization"] = "coloniz", ["colonized"] = "coloniz", ["complex"] = "complex", ["capillariasis"] = "capillarias",
        ["endometriosis"] = "endometrios", ["endometriotic"] = "endometrios", ["scabies"] = "scabies", ["septic"] = "septic", ["teething"] = "teething", ["tetany"] = "tetany", ["personality"] = "personality", ["milium"] = "milium", ["milia"] = "milium",
        ["sclera"] = "sclera", ["scleral"] = "sclera", ["vesicular"] = "vesicular", ["vesicle"] = "vesicular", ["vesicles"] = "vesicular", ["vaccinia"] = "vaccinia", ["tympanitis"] = "tympanitis", ["meigs"] = "meigs", ["terrorism"] = "terrorism",
        ["pediculosis"] = "pediculos", ["vaginismus"] = "vaginism", ["vaginosis"] = "vaginos", ["laryngismus"] = "laryngism", ["esophagismus"] = "esophagism", ["sterilization"] = "steriliz", ["acidosis"] = "acidos", ["acidotic"] = "acidos",
        ["anthrax"] = "anthrax", ["cardiosis"] = "cardiosis",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Endings =
    [
        "ization", "ically", "iasis", "iatic", "iosis", "atous", "ances", "ation", "ition", "ical", "ated", "ting", "ance", "ence", "tion", "ular", "sion", "osis", "otic", "ally", "ious", "eous", "ial", "ian", "ing", "ous", "ive", "ary",
        "ion", "ism", "ity", "ium", "ia", "ic", "al", "ed", "us", "um", "ae", "ly", "ar", "is", "a", "e", "y", "o",
    ];

    private static Span<char> Plural(Span<char> w)
    {
        if (w.Length < 4 || w[^1] != 's' || w[^2] is 's' or 'u' or 'i') return w;
        if (w.EndsWith("ies", StringComparison.Ordinal) && w.Length > 4)
        {
            w[^3] = 'y';
            return w[..^2];
        }

        // Greek plurals: keratoses, metastases, prostheses, paralyses, crises; not doses, purposes or diseases.
        if (w.Length > 5 && w.EndsWith("es", StringComparison.Ordinal) && (w.Length > 6 && w.EndsWith("oses", StringComparison.Ordinal) && !w.EndsWith("poses", StringComparison.Ordinal) && !w.EndsWith("closes", StringComparison.Ordinal)
            || w.EndsWith("stases", StringComparison.Ordinal) || w.EndsWith("iases", StringComparison.Ordinal) || w.EndsWith("theses", StringComparison.Ordinal) || w.EndsWith("reses", StringComparison.Ordinal) || w.EndsWith("lyses", StringComparison.Ordinal) || w.EndsWith("rises", StringComparison.Ordinal) && w.Length == 6))
        {
            w[^2] = 'i';
            return w;
        }

        if (w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("xes", StringComparison.Ordinal) || w.EndsWith("ches", StringComparison.Ordinal)) return w[..^2];
        return w[..^1];
    }

    private static Span<char> Replace(Span<char> w, string ending, string by, int minimum)
    {
        if (w.Length < minimum || !w.EndsWith(ending, StringComparison.Ordinal)) return w;
        by.AsSpan().CopyTo(w[^ending.Length..]);
        return w[..^(ending.Length - by.Length)];
    }

    private static bool TryEquivalent(List<(string Word, bool Optional)> words, int start, Span<char> joined, out int length, out string[] canonical)
    {
        for (length = Math.Min(LongestForm, words.Count - start); length > 0; length--)
        {
            // "Joint (disease)" is a joint, and no "joint disease".
            if (words[start + length - 1].Optional != words[start].Optional) continue;
            var n = 0;
            for (var i = 0; i < length; i++)
            {
                var word = words[start + i].Word;
                if (n + word.Length + 1 > joined.Length) { n = -1; break; }
                if (i > 0) joined[n++] = ' ';
                word.CopyTo(joined[n..]);
                n += word.Length;
            }

            if (n <= 0) continue;
            if (EquivalentForms.TryGetValue(joined[..n], out canonical!)) return true;
            // A plural of a listed form.
            if (n > 4 && joined[n - 1] == 's' && EquivalentForms.TryGetValue(joined[..(n - 1)], out canonical!)) return true;
        }

        canonical = [];
        return false;
    }

    /// <summary>What stands for a form of <c>equivalents.txt</c>, given as folded American words with one blank between; a plural of a listed form counts.</summary>
    internal static bool TryForm(ReadOnlySpan<char> form, out string[] canonical) =>
        EquivalentForms.TryGetValue(form, out canonical!) || form.Length > 4 && form[^1] == 's' && EquivalentForms.TryGetValue(form[..^1], out canonical!);

    private static readonly FrozenSet<string> FirstWords = Equivalents.Keys.Select(k => k.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal);

    // Single words that stand for several: no phrase has them as they are written.
    private static readonly byte[][] Compound = [.. Equivalents.Where(e => e.Value.Length > 1 && e.Key.Length >= 6 && !e.Key.Contains(' ', StringComparison.Ordinal)).Select(e => Encoding.UTF8.GetBytes(e.Key)).Order(Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))];

    /// <summary>The one form of <c>equivalents.txt</c> of several meanings that a misspelt word is near to (one edit, two from nine letters on, never the first letter); null when there is none.</summary>
    internal static string? NearForm(string word)
    {
        if (word.Length < 6 || word.Length > 30) return null;
        var utf8 = Encoding.UTF8.GetBytes(word);
        var (best, found) = (word.Length >= 9 ? 3 : 2, (byte[]?)null);
        foreach (var form in Compound)
        {
            if (form[0] != utf8[0] || Math.Abs(form.Length - utf8.Length) >= best) continue;
            var distance = Speller.Distance(form, utf8, best - 1);
            if (distance < best) (best, found) = (distance, form);
        }

        return found is null ? null : Encoding.UTF8.GetString(found);
    }

    /// <summary>Whether some form of <c>equivalents.txt</c> begins with a word, or with it in the singular.</summary>
    internal static bool BeginsForm(string word) => FirstWords.Contains(word) || word.Length > 4 && word[^1] == 's' && FirstWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.AsSpan(..^1));

    /// <summary>Whether a word only holds others together.</summary>
    internal static bool IsFiller(ReadOnlySpan<char> word) => FillerForms.Contains(word);

    /// <summary>Whether a word joins the next one: non toxic.</summary>
    internal static bool IsPrefix(string word) => Prefixes.Contains(word);

    private static FrozenDictionary<string, string[]> LoadEquivalents()
    {
        var map = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var words = new List<(string Word, bool Optional)>();
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("search/equivalents.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string[]? canonical = null;
            foreach (var form in line.Split('|'))
            {
                words.Clear();
                Words(form.Trim(), words);
                Normalize(words);
                if (words.Count == 0) continue;
                canonical ??= [.. words.Select(w => w.Word)];
                map.TryAdd(string.Join(' ', words.Select(w => w.Word)), canonical);
            }
        }

        return map.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
