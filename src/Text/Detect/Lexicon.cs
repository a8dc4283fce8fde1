using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using CodingAhead.Codes;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>The words and phrases that lead to codes on a date: titles, inclusion terms, the Alphabetic Index and its tables, from the book.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int> words;
    private readonly int[] frequency;
    private readonly float[] weights;
    private readonly HashSet<string> alone;

    /// <summary>A lexicon of its parts: the stems by number, in how many phrases each is, and the words that name a condition by themselves.</summary>
    public Lexicon(Book book, CodeTable codes, string[] stems, int[] frequency, PhraseTree diagnoses, PhraseTree external, Spelling spelling, DrugTable drugs, IEnumerable<string> alone)
    {
        Titles = new OfficialTitles(codes);
        (Book, Codes, Diagnoses, External, Spelling, Drugs, this.frequency) = (book, codes, diagnoses, external, spelling, drugs, frequency);
        words = new Dictionary<string, int>(stems.Length, StringComparer.Ordinal);
        for (var i = 0; i < stems.Length; i++) words.Add(stems[i], i);
        this.alone = alone.ToHashSet(StringComparer.Ordinal);
        weights = new float[frequency.Length];
        for (var i = 0; i < weights.Length; i++) weights[i] = MathF.Log2((diagnoses.Count + external.Count + 1f) / (frequency[i] + 1f));
    }

    public Book Book { get; }

    /// <summary>Official titles that a note prints.</summary>
    public OfficialTitles Titles { get; }

    /// <summary>Repair of misspelt words.</summary>
    public Spelling Spelling { get; }

    public CodeTable Codes { get; }

    /// <summary>Diagnoses, symptoms, status.</summary>
    public PhraseTree Diagnoses { get; }

    /// <summary>External causes.</summary>
    public PhraseTree External { get; }

    public int WordCount => words.Count;

    /// <summary>Whether a word, as written, names a condition by itself: "esophagus" stems like "esophageal", and neither does.</summary>
    public bool StandsAlone(string word) => alone.Contains(word) || word.EndsWith('s') && alone.Contains(word[..^1]) || word.Length >= 4 && alone.Contains(word + "s");

    /// <summary>The number of a stem; -1 for a stem of no phrase. Numbers ascend with frequency: the rarest word is 0.</summary>
    public int Word(string stem) => words.TryGetValue(stem, out var word) ? word : -1;

    /// <summary>Drugs by name.</summary>
    public DrugTable Drugs { get; }

    private readonly ConcurrentDictionary<int, string[]> titles = [];

    /// <summary>The stems of an entry's title, without what stands in brackets and without words that only say that nothing is said.</summary>
    public string[] TitleStems(CodeEntry entry) => titles.GetOrAdd(entry.Index, static (_, e) =>
    {
        var terms = new List<TextTerm>();
        TermReader.Phrase(e.Title, terms);
        return [.. terms.Where(t => !t.Optional && t.Stem is not ("unspecifi" or "unspecified" or "specified" or "specifi" or "with" or "due" or "type")).Select(t => t.Stem).Distinct()];
    }, entry);

    /// <summary>How much a word says: the binary logarithm of how rare it is.</summary>
    public float Weight(int word) => weights[word];

    /// <summary>In how many phrases.</summary>
    public int Frequency(int word) => frequency[word];

    /// <summary>The best code of words by themselves, among those wanted; null when none is found.</summary>
    public CodeEntry? Lookup(string text, Func<CodeEntry, bool> wanted)
    {
        var note = NoteOutline.Of(text);
        var terms = new List<TextTerm>();
        TermReader.Read(note.Words, 0, note.Words.Count, null, terms);
        Histology.Widen(terms, note.Words);
        foreach (var match in new Matcher(this).Find(Diagnoses, note.Words, terms, []).OrderByDescending(m => m.Score).ThenBy(m => m.First.Kind).ThenBy(m => m.First.Code).ThenBy(m => m.Node))
        {
            foreach (var phrase in Diagnoses.At(match.Node))
            {
                if (wanted(Codes[phrase.Code])) return Codes[phrase.Code];
            }
        }

        return null;
    }

    /// <summary>Where a phrase stands, in words: its kind, its text, and the source.</summary>
    public Reason Why(in LexiconPhrase phrase)
    {
        if (phrase.Fact < 0) return new Reason("usage", Codes[phrase.Code].Title, "Our list of phrases");
        var row = new Row(Book, phrase.Fact);
        return row.Table.Name switch
        {
            "icd10cm-index" => new Reason("index", row["nemod"].Length > 0 ? $"{row["path"]} {row["nemod"]}" : row["path"], row["book"] switch { "neoplasm" => $"Table of Neoplasms, {row["column"]}", "external" => "Index to External Causes", _ => "Alphabetic Index" }),
            "icd10cm-index-see" => new Reason("index", $"{row["path"]}, see {row["target"]}", "Alphabetic Index"),
            "disease-name" => new Reason("usage", Codes[phrase.Code].Title, "Our list of disease names"),
            "icd10cm-note" => new Reason("inclusion", row["text"], "Tabular List"),
            _ => new Reason("title", row["long"], "Tabular List"),
        };
    }

    /// <summary>The second code that an entry of the index prints in brackets, without dot and dash; null when it has none.</summary>
    public string? Manifestation(in LexiconPhrase phrase)
    {
        if (phrase.Fact < 0) return null;
        var row = new Row(Book, phrase.Fact);
        return row.Table.Name == "icd10cm-index" && row["manifestation"] is { Length: > 0 } code ? code.Replace(".", "", StringComparison.Ordinal).TrimEnd('-') : null;
    }

    /// <summary>Writes all but the codes, which the book has.</summary>
    public void Write(LexiconWriter to)
    {
        var stems = new string[words.Count];
        foreach (var (stem, word) in words) stems[word] = stem;
        to.Lines(stems);
        to.Numbers(frequency);
        Diagnoses.Write(to);
        External.Write(to);
        Spelling.Write(to);
        Drugs.Write(to);
        to.Lines(alone.Order(StringComparer.Ordinal));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Lexicon Read(Book book, DateOnly on, ref LexiconReader from)
    {
        var codes = Task.Run(() => new CodeTable(book, on));
        var (stems, frequency) = (from.Lines(), from.Numbers());
        var (diagnoses, external) = (PhraseTree.Read(ref from), PhraseTree.Read(ref from));
        var (spelling, drugs) = (Spelling.Read(ref from), DrugTable.Read(ref from));
        return new(book, codes.GetAwaiter().GetResult(), stems, frequency, diagnoses, external, spelling, drugs, from.Lines());
    }

    /// <summary>An empty list for a key that has none.</summary>
    internal static List<T> ListOf<TKey, T>(Dictionary<TKey, List<T>> map, TKey key)
        where TKey : notnull
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _);
        return list ??= [];
    }
}
