using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using CodingAhead.Codes.Search;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>A term of a text: a stem, and the words <c>[From, To)</c> it stands for. An abbreviation yields several terms at the same words.</summary>
internal readonly record struct TextTerm(string Stem, int From, int To, bool Optional)
{
    /// <summary>How many terms one word stands for, when they only count together (sepsis: blood poisoning); below 0 when several words do, of which one by itself names nothing; else 0.</summary>
    public int Whole { get; init; }

    /// <summary>How many words the phrase has that this is one of, where the phrase is a term of its own too: all of them may be part of another condition's name. Else 0.</summary>
    public int Plain { get; init; }

    /// <summary>The first word of that phrase.</summary>
    public int Phrase { get; init; }

    /// <summary>The word it was read as, where that is another than the text's; null else.</summary>
    public string? Surface { get; init; }
}

/// <summary>What the words from a place on stand for, as stems, and how many words that takes; null when nothing.</summary>
internal delegate string[]? Abbreviation(int at, out int length);

/// <summary>
/// Turns words into terms in the same way for the releases and for notes: American spelling, words of one concept to one form, endings off, filler words out.
/// </summary>
internal static class TermReader
{
    // What the letters of a word come to. Words repeat, in the releases and in notes; the cache is small and emptied when a text has too many new ones.
    private const int MostForms = 60_000;

    [ThreadStatic]
    private static Dictionary<string, (string American, string Stem)>? forms;

    private static readonly FrozenSet<string> Backed = new[] { "neck", "head", "hand", "hands", "knee", "knees", "leg", "legs", "thigh", "thighs", "arm", "arms", "throat", "ear", "eye", "mouth", "heel", "foot", "scalp", "calf", "shoulder", "hip", "elbow", "tongue" }.ToFrozenSet(StringComparer.Ordinal);

    private const Mark Parting = Mark.Comma | Mark.Colon | Mark.Semicolon | Mark.Open | Mark.Close | Mark.Begin | Mark.Slash;

    /// <summary>Reads a phrase of the releases; what stands in brackets is optional.</summary>
    public static void Phrase(string text, List<TextTerm> terms) => Phrase(text, terms, new List<NoteWord>(16));

    /// <summary>Reads a phrase of the releases into lists that are emptied before: its terms and its words.</summary>
    public static void Phrase(string text, List<TextTerm> terms, List<NoteWord> words)
    {
        words.Clear();
        terms.Clear();
        NoteReader.Read(text, words);
        Read(words, 0, words.Count, null, terms, Mark.Open | Mark.Close);
    }

    /// <summary>Reads words <paramref name="from"/> to <paramref name="to"/>.</summary>
    /// <param name="words">The words of the note.</param>
    /// <param name="from">First word.</param>
    /// <param name="to">Word after the last.</param>
    /// <param name="abbreviation">What an abbreviation at a word stands for, as stems; null for none.</param>
    /// <param name="terms">Terms are added at the end.</param>
    /// <param name="parting">Marks that no form of several words goes over.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(List<NoteWord> words, int from, int to, Abbreviation? abbreviation, List<TextTerm> terms, Mark parting = Parting)
    {
        Span<char> joined = stackalloc char[128];
        var depth = 0;
        for (var i = from; i < to;)
        {
            var word = words[i];
            if (word.Has(Mark.Open) && word.Has(Mark.Close)) depth = 1;
            else if (word.Has(Mark.Open)) depth++;
            else if (word.Has(Mark.Close) && depth > 0) depth--;
            var taken = 1;
            if (abbreviation?.Invoke(i, out taken) is { } expansion)
            {
                // Words of a few letters are abbreviations, and part of no other name.
                var direct = expansion.Length == 1 && DirectTerms.Is(expansion[0]) && Longest(words, i, taken) >= 5;
                foreach (var stem in expansion) terms.Add(new TextTerm(stem, i, i + taken, depth > 0) { Whole = direct ? 1 : 0 });
                // "Lupus" leads to a code, and "lupus panniculitis" to another; "hepatitis A" has a word that is no term.
                var begin = i;
                i += taken;
                for (var w = begin; w < i && direct; w++) direct = !Analyzer.IsFiller(Forms(words[w].Text).American);
                for (var w = begin; w < i && direct; w++) terms.Add(new TextTerm(Forms(words[w].Text).Stem, w, w + 1, depth > 0) { Whole = 1, Plain = taken, Phrase = begin });
                continue;
            }

            // The back of the neck is no back.
            if (word.Text == "back" && i + 2 < to && words[i + 1].Text == "of" && Backed.Contains(words[words[i + 2].Text is "the" or "his" or "her" or "my" or "left" or "right" && i + 3 < to ? i + 3 : i + 2].Text))
            {
                i++;
                continue;
            }

            if (Form(words, i, to, parting, joined, out var length, out var canonical))
            {
                // One word for several: "blood" of "blood poisoning" says nothing by itself.
                var whole = canonical.Length > 1 ? canonical.Count(c => !Analyzer.IsFiller(c)) : 0;
                if (whole > 1 && length > 1) whole = -whole;
                foreach (var c in canonical)
                {
                    if (!Analyzer.IsFiller(c) || c == "other" || canonical.Length == 1) terms.Add(new TextTerm(c == "other" ? c : Forms(c).Stem, i, i + length, depth > 0) { Whole = whole, Surface = c });
                }

                i += length;
                continue;
            }

            var text = Forms(word.Text).American;
            var n = 1;
            if (i + 1 < to && text.Length <= 6 && Analyzer.IsPrefix(text) && (words[i + 1].Before & ~Mark.Dash) == 0) { text += Forms(words[i + 1].Text).American; n = 2; }
            if (text == "other") terms.Add(new TextTerm(text, i, i + n, depth > 0));
            else if (!Analyzer.IsFiller(text)) terms.Add(new TextTerm(Roman(words, i, text), i, i + n, depth > 0));
            i += n;
        }
    }

    private static int Longest(List<NoteWord> words, int from, int count)
    {
        var longest = 0;
        for (var i = from; i < from + count; i++) longest = Math.Max(longest, words[i].Text.Length);
        return longest;
    }

    /// <summary>Puts another word in the place of a term, or what stands for it; gives how many terms that are.</summary>
    public static int Replace(List<TextTerm> terms, int at, string word)
    {
        var term = terms[at];
        if (!Analyzer.TryForm(word, out var canonical))
        {
            terms[at] = term with { Stem = Forms(word).Stem };
            return 1;
        }

        terms.RemoveAt(at);
        string[] words = canonical.Length == 1 ? canonical : [.. canonical.Where(c => !Analyzer.IsFiller(c))];
        for (var i = 0; i < words.Length; i++) terms.Insert(at + i, term with { Stem = Forms(words[i]).Stem, Whole = words.Length > 1 ? words.Length : 0, Surface = words[i] });
        return words.Length;
    }

    // Type II, stage IV, class III.
    private static string Roman(List<NoteWord> words, int at, string text)
    {
        if (at > 0 && text.Length <= 4 && words[at - 1].Text is "type" or "stage" or "grade" or "class" or "bipolar" or "category" or "level" or "cin" or "vin" or "vain" or "ain" or "chiari")
        {
            var value = text switch { "i" => "1", "ii" => "2", "iii" => "3", "iv" => "4", "v" => "5", "one" => "1", "two" => "2", "three" => "3", "four" => "4", "five" => "5", _ => null };
            if (value is not null) return value;
        }

        return Forms(text).Stem;
    }

    /// <summary>The American spelling of a folded word, and its stem.</summary>
    public static (string American, string Stem) Forms(string word)
    {
        var cache = forms ??= new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        if (cache.TryGetValue(word, out var known)) return known;
        var american = Analyzer.American(word);
        // A severity that nobody tells is no severe disease, a regional enteritis none of a region, a front tooth no frontal bone, "versus" no versive seizure, and a test is no testis, though the endings leave the same.
        known = (american, american is "test" or "tests" or "tested" or "testing" ? "tested" : american is "severity" or "regional" or "frontal" or "versus" ? american : Analyzer.Stem(american));
        if (cache.Count >= MostForms) cache.Clear();
        cache.Add(word, known);
        return known;
    }

    // Forms of equivalents.txt; of three letters or less only as part of a longer form: in notes they mean too many things.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Form(List<NoteWord> words, int at, int to, Mark parting, Span<char> joined, out int length, out string[] canonical)
    {
        (length, canonical) = (0, []);
        if (!Analyzer.BeginsForm(Forms(words[at].Text).American)) return false;
        Span<int> ends = stackalloc int[Analyzer.LongestForm];
        Span<int> taken = stackalloc int[Analyzer.LongestForm];
        var (n, count) = (0, 0);
        for (var i = at; i < to && count < Analyzer.LongestForm; i++)
        {
            if (i > at && (words[i].Before & parting) != 0) break;
            var word = words[i].Text;
            if (word is "of" or "the") { if (count == 0) break; continue; }
            word = Forms(word).American;
            if (n + word.Length + 1 > joined.Length) break;
            if (count > 0) joined[n++] = ' ';
            word.CopyTo(joined[n..]);
            n += word.Length;
            ends[count] = n;
            taken[count++] = i + 1 - at;
        }

        for (var k = count - 1; k >= 0; k--)
        {
            if (k == 0 && ends[0] <= 3) break;
            if (!Analyzer.TryForm(joined[..ends[k]], out canonical)) continue;
            // "Lumbar region" is the low back in a search; titles tell the two apart.
            if (joined.StartsWith("lumbar", StringComparison.Ordinal)) continue;
            length = taken[k];
            return true;
        }

        (length, canonical) = (0, []);
        return false;
    }
}
