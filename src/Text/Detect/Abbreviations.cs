using System.Collections.Frozen;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>
/// The abbreviations of <c>data/detect/abbreviations.txt</c> and the everyday phrases of <c>synonyms.txt</c>. Many mean several things (RA, MS, PE), so an entry may ask for capitals, for a section, or for a word beside it.
/// </summary>
internal static class Abbreviations
{
    private sealed record Entry(string[] Words, string[] Stems, bool Capitals, FrozenSet<string>? NotIn, FrozenSet<string>? With, FrozenSet<string>? Unless, FrozenSet<string>? NotAfter, bool NotNumber, bool NotValue, bool Owner);

    private static readonly FrozenDictionary<string, Entry[]> ByFirst = Load();

    private static readonly FrozenSet<string> Ends = new[] { "of", "and", "or", "with", "w", "without", "since", "in", "on", "is", "was", "but", "for", "who", "has", "had", "diagnosed", "dx", "managed", "stable", "controlled", "well", "under", "at", "s/p", "not", "no" }.ToFrozenSet(StringComparer.Ordinal);

    // What is measured: "PSA 2.1" is no disease of the prostate, though "elevated PSA" is a finding.
    private static readonly FrozenSet<string> Measures = WordLists.Read("abbreviations.txt").Where(c => c.Length > 2 && c[2].Split(' ').Contains("whole")).Select(c => c[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word stands for something that only counts with all of its words.</summary>
    public static bool IsMeasure(string word) => Measures.Contains(word);

    /// <summary>How many there are.</summary>
    public static int Count => ByFirst.Values.Sum(e => e.Length);

    /// <summary>Every abbreviation with what it stands for, for the test that none came from elsewhere.</summary>
    public static IEnumerable<string> Expansions => WordLists.Read("abbreviations.txt").Select(c => c[1]);

    /// <summary>Whether a word of the list stands for one word that it may share the stem with: "dehydrated".</summary>
    public static bool Names(string word) => ByFirst.TryGetValue(word, out var entries) && Array.Exists(entries, e => e.Words.Length == 1 && e.Stems.Length == 1);

    /// <summary>What a word of a sentence stands for, as stems, and how many words it takes; null when it is no abbreviation here.</summary>
    public static string[]? At(List<NoteWord> words, int at, Sentence sentence, out int length)
    {
        length = 1;
        var word = words[at];
        if (!ByFirst.TryGetValue(word.Text, out var entries)) return Owners(words, at, sentence.To);
        foreach (var entry in entries)
        {
            if (!Follows(words, at, sentence.To, entry.Words)) continue;
            // In a sentence of capitals only, capitals say nothing; then the guard asks for no more than the rest.
            if (entry.Capitals && !word.Capitals && !(word.Text.Length == 1 && word.Capital) && !(word.Text.Length > 1 && !MeansMore.Contains(word.Text) && Lower(words, sentence))) continue;
            if (entry.NotIn?.Contains(sentence.Section.Kind.ToString().ToLowerInvariant()) == true) continue;
            if (entry.With is not null && !Beside(words, sentence, at, entry.With)) continue;
            if (entry.Unless is not null && Beside(words, sentence, at, entry.Unless)) continue;
            // "Crohn's, no flare": the disease, not "Dr. Crohn" and not "Crohn's colitis", which has its own name.
            if (entry.Owner && !(word.Owner && (at + 1 >= sentence.To || words[at + 1].Before != 0 || Ends.Contains(words[at + 1].Text)))) continue;
            // "Seen in the ED": a place.
            if (at > sentence.From && entry.NotAfter?.Contains(words[at - 1].Text) == true) continue;
            // "SpO2 97% RA": a reading and how it was taken.
            if (entry.NotNumber && at > sentence.From && char.IsAsciiDigit(words[at - 1].Text[0])) continue;
            // "TBI 0.8": what is measured.
            if (entry.NotValue && IsValue(words, at + 1, sentence.To)) continue;
            // "MS: alert" and "MS exam" speak of an examination.
            if (entry.Capitals && word.Text.Length == 2 && at == sentence.From && at + 1 < sentence.To && (words[at + 1].Has(Mark.Colon) || words[at + 1].Text is "exam" or "examination")) continue;
            length = entry.Words.Length;
            return entry.Stems;
        }

        return null;
    }

    /// <summary>What the stem of a disease's discoverer begins with, where the name stands for the disease.</summary>
    public const string OwnerMark = "owner-";

    /// <summary>The stem of a name that stands for a disease by its possessive sign.</summary>
    public static string OwnerStem(string name) => OwnerMark + name.ToLowerInvariant();

    /// <summary>"Dupuytren's, right" and "Peyronies": the stem of the name, where nothing that it owns follows; null else.</summary>
    public static string[]? OwnerAt(List<NoteWord> words, int at, Sentence sentence, Lexicon lexicon, out int length)
    {
        length = 1;
        var word = words[at];
        if (!word.Capital || word.Text.Length < 5 || at + 1 < sentence.To && words[at + 1].Before == 0 && !Ends.Contains(words[at + 1].Text)) return null;
        if (at > sentence.From && words[at - 1].Text is "dr" or "mr" or "mrs" or "ms" or "prof" or "per" or "at") return null;
        // "M. Reyes", "Nakagawa-Reyes" are people.
        if (!word.Owner && (word.Text.Length < 8 || word.Has(Mark.Dash) || at > sentence.From && words[at - 1].Text.Length == 1)) return null;
        var stem = OwnerMark + (word.Owner ? word.Text : word.Text[^1] == 's' ? word.Text[..^1] : "");
        return lexicon.Word(stem) >= 0 ? [stem] : null;
    }

    // "Hashimotos, on levothyroxine": the possessive without its sign.
    private static string[]? Owners(List<NoteWord> words, int at, int end)
    {
        var word = words[at].Text;
        if (word.Length < 6 || word[^1] != 's' || !ByFirst.TryGetValue(word[..^1], out var entries) || Array.Find(entries, e => e.Owner) is not { } entry) return null;
        return at + 1 >= end || words[at + 1].Before != 0 || Ends.Contains(words[at + 1].Text) ? entry.Stems : null;
    }

    /// <summary>Whether the words beside an abbreviation say that it means something else here, so that it is no name of a disease either.</summary>
    public static bool IsVetoed(List<NoteWord> words, int at, Sentence sentence)
    {
        // "CP, spastic" is no chest pain, and is another thing that the list has.
        if (!ByFirst.TryGetValue(words[at].Text, out var entries) || At(words, at, sentence, out _) is not null) return false;
        foreach (var entry in entries)
        {
            if (entry.Words.Length > 1) continue;
            if (entry.Capitals && words[at].Capitals && entry.Unless is not null && Beside(words, sentence, at, entry.Unless) || entry.NotNumber && at > sentence.From && char.IsAsciiDigit(words[at - 1].Text[0]) || entry.NotValue && IsValue(words, at + 1, sentence.To)) return true;
        }

        return false;
    }

    // Abbreviations that are words or say something else when they are typed small.
    private static readonly FrozenSet<string> MeansMore = new[]
    {
        "as", "or", "age", "all", "ad", "at", "pad", "cap", "mi", "pe", "ha", "ed", "is", "it", "am", "an", "us", "pt", "ca", "ms", "me", "no", "so", "to", "do", "he", "we", "be", "id", "led", "map", "ram", "sad", "lap", "pap", "cat", "bad", "ace", "aids", "rest", "care", "fast", "act", "la", "ra", "ma", "pa", "med", "hit", "des", "scar", "rad", "dish",
        "add", "odd", "sob", "crest", "pain", "pots", "ars", "bid", "tid", "od", "os", "ou", "au", "mg", "kg", "ml", "cc", "cm", "mm", "in", "on", "of", "oh", "par", "pvd", "rap", "sed", "tag", "tip", "via", "vs", "who", "mets", "met", "als", "adhd", "hx", "tx", "rx", "dx", "sx", "fx", "ic", "ps", "pd", "pc", "si", "hi", "tb", "ti", "tm", "tr", "ar", "ai", "mr", "ds", "ls",
    }.ToFrozenSet(StringComparer.Ordinal);

    // A sentence typed without any capital, of some length: there small letters say nothing.
    private static bool Lower(List<NoteWord> words, Sentence sentence)
    {
        if (sentence.To - sentence.From < 5) return false;
        for (var i = sentence.From; i < sentence.To; i++) if (words[i].Capital) return false;
        return true;
    }

    private static bool IsValue(List<NoteWord> words, int at, int end) => at < end && char.IsAsciiDigit(words[at].Text[0]) && words[at].Text.Contains('.', StringComparison.Ordinal);

    private static bool Follows(List<NoteWord> words, int at, int end, string[] form)
    {
        if (at + form.Length > end) return false;
        for (var k = 1; k < form.Length; k++)
        {
            if (words[at + k].Text != form[k] || (words[at + k].Before & ~(Mark.Dash | Mark.Slash)) != 0) return false;
        }

        return true;
    }

    private static bool Beside(List<NoteWord> words, Sentence sentence, int at, FrozenSet<string> wanted)
    {
        for (var i = Math.Max(sentence.From, at - 12); i < Math.Min(sentence.To, at + 13); i++)
        {
            if (i != at && wanted.Contains(words[i].Text)) return true;
        }

        return false;
    }

    private static FrozenDictionary<string, Entry[]> Load()
    {
        var entries = new List<Entry>();
        var terms = new List<TextTerm>();
        foreach (var cells in WordLists.Read("abbreviations.txt").Concat(WordLists.Read("synonyms.txt")))
        {
            if (cells[1].StartsWith('=')) { terms.Clear(); terms.Add(new TextTerm(DirectTerms.Stem(cells[1]), 0, 1, false)); }
            else TermReader.Phrase(cells[1], terms);
            var guards = cells.Length > 2 ? cells[2].Split(' ') : [];
            FrozenSet<string>? Words(string name) => guards.FirstOrDefault(g => g.StartsWith(name, StringComparison.Ordinal)) is { } guard ? guard[name.Length..].Split(',').ToFrozenSet(StringComparer.Ordinal) : null;
            entries.Add(new Entry(cells[0].Split(' '), [.. terms.Select(t => t.Stem)], guards.Contains("caps"), Words("not="), Words("with="), Words("unless="), Words("notafter="), guards.Contains("notnumber"), guards.Contains("notvalue"), guards.Contains("owner")));
        }

        return entries.GroupBy(e => e.Words[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(e => e.Words.Length).ToArray(), StringComparer.Ordinal);
    }
}
