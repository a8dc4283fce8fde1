using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using CodingAhead.Codes;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>Where a phrase of the lexicon comes from; the order is the order of trust between phrases of the same words.</summary>
internal enum TermKind : byte
{
    IndexDefault,
    Title,
    Index,
    Heading,
    Inclusion,
    See,
    Neoplasm,
    External,
}

/// <summary>A phrase: the code it leads to, the row it stands in, and the stems that may stand in brackets.</summary>
internal readonly record struct LexiconPhrase(int Code, int Fact, TermKind Kind, int OptionalStart, byte OptionalCount);

/// <summary>A set of phrases as a tree over their words, the rarest first, so that a phrase is found whatever the order of its words.</summary>
internal sealed class PhraseTree
{
    private readonly ulong[] slots;
    private readonly int[] children;
    private readonly bool[] inner;
    private readonly int[] starts;
    private readonly LexiconPhrase[] phrases;
    private readonly int[] optional;

    public PhraseTree(Dictionary<ulong, int> edges, List<List<LexiconPhrase>?> nodes, int[] optional)
    {
        this.optional = optional;
        var size = 16;
        while (size < edges.Count * 2) size *= 2;
        (slots, children, inner) = (new ulong[size], new int[size], new bool[nodes.Count]);
        foreach (var (edge, child) in edges)
        {
            var at = Slot(edge);
            while (slots[at] != 0) at = at + 1 & size - 1;
            (slots[at], children[at]) = (edge + 1, child);
            inner[(int)(edge >> 20)] = true;
        }

        starts = new int[nodes.Count + 1];
        var all = new List<LexiconPhrase>();
        for (var n = 0; n < nodes.Count; n++)
        {
            if (nodes[n] is { } list) all.AddRange(list);
            starts[n + 1] = all.Count;
        }

        phrases = [.. all];
    }

    /// <summary>How many phrases.</summary>
    public int Count => phrases.Length;

    /// <summary>The node below one by a word; -1 when there is none. Node 0 is the root.</summary>
    public int Child(int node, int word)
    {
        var edge = ((ulong)(uint)node << 20 | (uint)word) + 1;
        for (var at = Slot(edge - 1); slots[at] != 0; at = at + 1 & slots.Length - 1)
        {
            if (slots[at] == edge) return children[at];
        }

        return -1;
    }

    public bool HasChildren(int node) => inner[node];

    /// <summary>The phrases that end at a node, the most trusted first.</summary>
    public ReadOnlySpan<LexiconPhrase> At(int node) => phrases.AsSpan(starts[node]..starts[node + 1]);

    /// <summary>The words in brackets of a phrase.</summary>
    public ReadOnlySpan<int> Optional(in LexiconPhrase phrase) => optional.AsSpan(phrase.OptionalStart, phrase.OptionalCount);

    private int Slot(ulong edge) => (int)(edge * 0x9E3779B97F4A7C15 >> 40) & slots.Length - 1;
}

/// <summary>The words and phrases that lead to codes on a date: titles, inclusion terms, the Alphabetic Index and its tables, from the book.</summary>
internal sealed class Lexicon(Book book, CodeTable codes, Dictionary<string, int> words, int[] frequency, float[] weights, PhraseTree diagnoses, PhraseTree external, Spelling spelling, DrugTable drugs, HashSet<string> alone)
{
    public Book Book { get; } = book;

    /// <summary>Repair of misspelt words.</summary>
    public Spelling Spelling { get; } = spelling;

    public CodeTable Codes { get; } = codes;

    /// <summary>Diagnoses, symptoms, status.</summary>
    public PhraseTree Diagnoses { get; } = diagnoses;

    /// <summary>External causes.</summary>
    public PhraseTree External { get; } = external;

    public int WordCount => words.Count;

    /// <summary>Whether a word, as written, names a condition by itself: "esophagus" stems like "esophageal", and neither does.</summary>
    public bool StandsAlone(string word) => alone.Contains(word) || word.EndsWith('s') && alone.Contains(word[..^1]) || word.Length >= 4 && alone.Contains(word + "s");

    /// <summary>The number of a stem; -1 for a stem of no phrase. Numbers ascend with frequency: the rarest word is 0.</summary>
    public int Word(string stem) => words.TryGetValue(stem, out var word) ? word : -1;

    /// <summary>Drugs by name.</summary>
    public DrugTable Drugs { get; } = drugs;

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
        Histology.Widen(terms);
        foreach (var match in new Matcher(this).Find(Diagnoses, note.Words, terms, []).OrderByDescending(m => m.Score).ThenBy(m => m.Node))
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
            "icd10cm-note" => new Reason("inclusion", row["text"], "Tabular List"),
            _ => new Reason("title", row["long"], "Tabular List"),
        };
    }

    /// <summary>An empty list for a key that has none.</summary>
    internal static List<T> ListOf<TKey, T>(Dictionary<TKey, List<T>> map, TKey key)
        where TKey : notnull
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _);
        return list ??= [];
    }
}
