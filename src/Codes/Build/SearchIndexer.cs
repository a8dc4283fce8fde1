using System.Runtime.InteropServices;
using System.Text;
using CodingAhead.Codes.Import;
using CodingAhead.Codes.Search;

namespace CodingAhead.Codes.Build;

/// <summary>The search sections of a book.</summary>
internal sealed record SearchContent(
    TokenRecord[] Tokens, WordRecord[] Words, byte[] WordText, byte[] Postings, PhraseRecord[] Phrases, byte[] PhraseTokens, SpellingRecord[] Spelling,
    uint[] KeyPhraseStarts, uint[] KeyPhrases, uint[] KeyTitles, uint[] RelatedStarts, RelatedRecord[] Related);

/// <summary>
/// Builds the search index from the rows of a finished book: every title, short title, inclusion term, index path, synonym and article title is a
/// phrase that leads to a code. "See" entries of the index are resolved to the codes they lead to.
/// </summary>
internal sealed partial class SearchIndexer
{
    private readonly Book book;
    private readonly List<Term> terms = [];
    private readonly Dictionary<string, int> tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Token, int Count)> words = new(StringComparer.Ordinal);
    private readonly List<(uint Key, uint Fact, int Start, byte Count, PhraseKind Kind, byte Part, byte Prior)> phrases = [];
    private readonly List<uint> phraseTokens = [];
    private readonly Dictionary<(uint Key, ulong Hash), int> seen = [];
    private readonly Dictionary<string, string> modifiers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ushort> newest = new(StringComparer.Ordinal);

    private SearchIndexer(Book book) => this.book = book;

    /// <summary>Indexes a book.</summary>
    public static SearchContent Build(Book book, CancellationToken cancel)
    {
        var indexer = new SearchIndexer(book);
        for (var f = 0; f < book.FactCount; f++)
        {
            if (Volume(new Row(book, f)) is not { } volume) continue;
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(indexer.newest, volume, out _);
            last = Math.Max(last, book.FactAt(f).To);
        }

        indexer.ReadModifiers();
        foreach (var set in CodeSets.Searchable)
        {
            foreach (var key in book.Keys(set))
            {
                cancel.ThrowIfCancellationRequested();
                indexer.AddCode(key);
            }
        }

        new IndexReferences(book).Resolve(indexer.AddSee);
        return indexer.Finish();
    }

    // The Tabular List's notes and each book of the index have editions of their own.
    private static string? Volume(Row row) => row.Table.Name switch { "icd10cm-note" => "tabular", "icd10cm-index" => row["book"], _ => null };

    // "Hydrocele (spermatic cord) (testis) (tunica vaginalis)": what may be said with an entry may be said with those below it.
    private void ReadModifiers()
    {
        foreach (var key in book.Keys(CodeSet.Icd10Cm))
        {
            var (from, to) = book.FactRange(book.IndexOf(key));
            for (var f = from; f < to; f++)
            {
                var row = new Row(book, f);
                if (row.Table.Name == "icd10cm-index" && row["book"] is "disease" && row["nemod"] is { Length: > 0 } nemod) modifiers[row["path"]] = nemod;
            }
        }
    }

    // Those of the entry right above; of the ones further up the book would grow by a third of a percent, and no query of ours gains by them.
    private string Inherited(string path, string nemod) =>
        path.LastIndexOf(" > ", StringComparison.Ordinal) is >= 0 and var at && modifiers.TryGetValue(path[..at], out var above) ? $"{nemod} {above}" : nemod;

    private void AddCode(CodeKey key)
    {
        var index = book.IndexOf(key);
        var (from, to) = book.FactRange(index);
        // Newest rows first, so that of the same words the newest title is the one kept.
        for (var f = to - 1; f >= from; f--)
        {
            var row = new Row(book, f);
            switch (row.Table.Name)
            {
                case "icd10cm-order" or "icd10pcs-order":
                {
                    var newest = f + 1 == to || book.FactAt(f + 1).Table != book.FactAt(f).Table;
                    Add(index, f, row[2], newest ? PhraseKind.Title : PhraseKind.FormerTitle, 0);
                    if (newest && key.Set == CodeSet.Icd10Cm) Add(index, f, row[1], PhraseKind.Short, 0);
                    break;
                }

                case "hcpcs":
                    Add(index, f, row[0], PhraseKind.Title, 0);
                    Add(index, f, row[1], PhraseKind.Short, 0);
                    break;
                case "descriptor":
                    Add(index, f, row[1], row[0] == "long" ? PhraseKind.Title : PhraseKind.Short, 0);
                    break;
                case "pos":
                    Add(index, f, row[0], PhraseKind.Title, 0);
                    break;
                case "starter-label":
                    Add(index, f, row[0], PhraseKind.Label, 0);
                    break;
                case "starter-synonym":
                {
                    var part = 0;
                    foreach (var synonym in row[0].Split('|')) Add(index, f, synonym, PhraseKind.Synonym, part++);
                    break;
                }

                case "disease-name" when !book.ValidityAt(index).IsEmpty:
                {
                    var part = 0;
                    foreach (var (name, _) in DiseaseNames.Of(row[0])) Add(index, f, name, PhraseKind.Synonym, part++);
                    break;
                }

                case "article" when !book.ValidityAt(index).IsEmpty:
                    Add(index, f, row["title"], PhraseKind.Article, 0);
                    break;
                case "icd10cm-note" when row[0] == "inclusionTerm" || row[0] == "includes" && Named(key, row[2]):
                    Add(index, f, row[2], PhraseKind.Inclusion, 0);
                    break;
                case "icd10cm-index":
                    AddIndexEntry(index, f, row);
                    break;
            }
        }
    }

    // What a category includes is another name of it, unless it is a list of codes, of stages of care, or what its chapter is about.
    internal static bool Named(CodeKey key, string text) =>
        key.Code.Length >= 3 && char.IsAsciiDigit(key.Code[1]) && text.Length <= 80 && !Codes().IsMatch(text);

    [System.Text.RegularExpressions.GeneratedRegex(@"\b[A-Z][0-9][0-9A-Z]", System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Codes();

    private void AddIndexEntry(int index, int fact, Row row)
    {
        var path = row["path"];
        var nemod = row["book"] == "disease" ? Inherited(path, row["nemod"]) : row["nemod"];
        var column = row["column"];
        var plain = IndexPath.VariantsInBrackets(path);
        var text = nemod.Length > 0 ? $"{plain} ({nemod.Replace('(', ' ').Replace(')', ' ')})" : plain;
        switch (row["book"])
        {
            case "neoplasm":
                // "Neoplasm, neoplastic > lung > upper lobe" in the column "Malignant Primary": malignant neoplasm of upper lobe of lung.
                var site = plain.Contains('>', StringComparison.Ordinal) ? plain[(plain.IndexOf('>', StringComparison.Ordinal) + 1)..] : "";
                var kind = column switch
                {
                    "Malignant Primary" => "malignant neoplasm",
                    "Malignant Secondary" => "secondary malignant neoplasm",
                    "Ca in situ" => "carcinoma in situ",
                    "Benign" => "benign neoplasm",
                    "Uncertain Behavior" => "neoplasm of uncertain behavior",
                    _ => "neoplasm of unspecified behavior",
                };
                Add(index, fact, $"{kind} {site}{(nemod.Length > 0 ? $" ({nemod.Replace('(', ' ').Replace(')', ' ')})" : "")}", PhraseKind.Index, 0);
                break;
            case "drug":
                var how = column switch
                {
                    "Adverse effect" => "adverse effect of",
                    "Underdosing" => "underdosing of",
                    _ => column.ToLowerInvariant() + " by",
                };
                Add(index, fact, $"{how} {text}", PhraseKind.Index, 0);
                break;
            default:
                // A main term by itself is what the index gives for the bare name.
                Add(index, fact, text, PhraseKind.Index, row["book"] == "disease" && !path.Contains(" > ", StringComparison.Ordinal) ? 1 : 0);
                break;
        }
    }

    private void AddSee(uint key, uint fact, string text, bool also) => Add((int)key, (int)fact, IndexPath.VariantsInBrackets(text), PhraseKind.SeeIndex, also ? 1 : 0);

    private void Add(int key, int fact, string text, PhraseKind kind, int part)
    {
        if (text.Length == 0) return;
        Analyzer.Analyze(text, terms);
        if (terms.Count == 0) return;
        var start = phraseTokens.Count;
        var hash = 0UL;
        var count = 0;
        foreach (var term in terms)
        {
            if (count == byte.MaxValue) break;
            if (!tokens.TryGetValue(term.Text, out var token)) tokens.Add(term.Text, token = tokens.Count);
            ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(words, term.Surface, out var known);
            word = (known ? word.Token : token, word.Count + 1);
            var coded = (uint)token | (term.Optional ? 0x8000_0000 : 0);
            var repeated = false;
            for (var i = start; i < phraseTokens.Count; i++) repeated |= (phraseTokens[i] & 0x7FFF_FFFF) == token;
            if (repeated) continue;
            phraseTokens.Add(coded);
            hash += (coded + 1) * 0x9E3779B97F4A7C15;
            count++;
        }

        // Inclusion terms and index entries that the newest edition no longer has: mostly they stand at a finer code now.
        var former = (byte)(kind is PhraseKind.Inclusion or PhraseKind.Index && Volume(new Row(book, fact)) is { } volume && book.FactAt(fact).To < newest[volume] ? 1 : 0);
        // "Carcinoma, liver NEC" is for what has no code of its own: just behind the entry that says no less without it.
        if (kind == PhraseKind.Index && text.EndsWith("(NEC)", StringComparison.Ordinal)) former = 1;
        // A row of the neoplasm table is about its site only where a neoplasm is asked for.
        if (former == 0 && kind == PhraseKind.Index && new Row(book, fact)["book"] == "neoplasm") former = 2;
        // A title and an inclusion term stay apart when their letters differ, so that each can be found literally.
        if (kind is PhraseKind.Title or PhraseKind.Inclusion) foreach (var word in LiteralMatch.Hashes(text)) hash = hash * 31 + word;
        // The same terms for the same code once, whatever the order: from the best source.
        if (seen.TryGetValue(((uint)key, hash), out var same))
        {
            phraseTokens.RemoveRange(start, phraseTokens.Count - start);
            if (kind < phrases[same].Kind || kind == phrases[same].Kind && former < phrases[same].Prior)
                phrases[same] = phrases[same] with { Fact = (uint)fact, Kind = kind, Part = (byte)Math.Min(part, 255), Prior = former };
            return;
        }

        seen.Add(((uint)key, hash), phrases.Count);
        phrases.Add(((uint)key, (uint)fact, start, (byte)count, kind, (byte)Math.Min(part, 255), former));
    }

    private SearchContent Finish()
    {
        var frequency = new int[tokens.Count];
        foreach (var p in phrases)
        {
            for (var i = 0; i < p.Count; i++) frequency[phraseTokens[p.Start + i] & 0x7FFF_FFFF]++;
        }

        var weights = new float[tokens.Count];
        foreach (var (text, token) in tokens) weights[token] = Weights.Of(text, frequency[token], phrases.Count);
        // Of a breast that is nobody's in particular the female one comes first only if both words weigh the same.
        if (tokens.TryGetValue(Analyzer.Stem("male"), out var male) && tokens.TryGetValue(Analyzer.Stem("female"), out var female)) weights[male] = weights[female] = Math.Min(weights[male], weights[female]);

        // Short phrases first: among equal matches the one that says least besides comes first, and lists can be cut at the end.
        var order = new int[phrases.Count];
        var length = new double[phrases.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            var p = phrases[i];
            var sum = 0f;
            for (var t = 0; t < p.Count; t++)
            {
                var coded = phraseTokens[p.Start + t];
                sum += weights[coded & 0x7FFF_FFFF] * (coded >> 31 != 0 ? 0 : 1);
            }

            length[i] = sum;
        }

        var group = new byte[phrases.Count];
        for (var i = 0; i < group.Length; i++) group[i] = (byte)SearchIndex.GroupOf(book.KeyAt((int)phrases[i].Key).Set);
        Array.Sort(order, (a, b) => group[a] != group[b] ? group[a].CompareTo(group[b]) : length[a] != length[b] ? length[a].CompareTo(length[b]) : a.CompareTo(b));
        var records = new PhraseRecord[order.Length];
        // Three bytes a term; the highest bit says optional.
        var packed = new byte[phraseTokens.Count * 3];
        var n = 0u;
        var starts = new uint[tokens.Count];
        var size = 0u;
        for (var t = 0; t < starts.Length; t++)
        {
            starts[t] = size;
            size += SearchIndex.IsDense((uint)frequency[t], phrases.Count) ? (uint)(phrases.Count + 31) / 32 * 4 : (uint)frequency[t] * 3;
        }

        if (phrases.Count > Posting.Most) throw new InvalidOperationException($"{phrases.Count} phrases: the search index holds at most {Posting.Most}");
        var postings = new byte[size];
        var next = (uint[])starts.Clone();
        for (var i = 0; i < order.Length; i++)
        {
            var p = phrases[order[i]];
            records[i] = new PhraseRecord(p.Key, p.Fact, n, PhraseRecord.Weigh(length[order[i]]), p.Count, p.Kind, p.Part, p.Prior);
            for (var t = 0; t < p.Count; t++)
            {
                var coded = phraseTokens[p.Start + t];
                var token = coded & 0x7FFF_FFFF;
                packed[3 * n] = (byte)token;
                packed[3 * n + 1] = (byte)(token >> 8);
                packed[3 * n + 2] = (byte)(token >> 16 | coded >> 24 & 0x80);
                n++;
                if (SearchIndex.IsDense((uint)frequency[token], phrases.Count)) postings[starts[token] + (i >> 3)] |= (byte)(1 << (i & 7));
                else
                {
                    MemoryMarshal.Write(postings.AsSpan((int)next[token]), new Posting((uint)i));
                    next[token] += 3;
                }
            }
        }

        var tokenRecords = new TokenRecord[tokens.Count];
        for (var t = 0; t < tokenRecords.Length; t++) tokenRecords[t] = new TokenRecord(starts[t], (uint)frequency[t], weights[t]);
        var (wordRecords, text2) = Words();
        var (keyStarts, keyPhrases) = ByKey(records);
        var (relatedStarts, related) = Related();
        return new SearchContent(
            tokenRecords, wordRecords, text2, postings, records, packed, Spelling(wordRecords, text2), keyStarts, keyPhrases, KeyTitles(), relatedStarts, related);
    }

    // The row with the best title of the newest edition, where there is an official one.
    private uint[] KeyTitles()
    {
        var titles = new uint[book.KeyCount];
        for (var key = 0; key < titles.Length; key++)
        {
            titles[key] = uint.MaxValue;
            var (from, to) = book.FactRange(key);
            for (var f = to - 1; f >= from; f--)
            {
                var row = new Row(book, f);
                if (row.Table.Name is not ("icd10cm-order" or "icd10pcs-order" or "hcpcs" or "pos") && (row.Table.Name != "descriptor" || row[0] != "long")) continue;
                if (titles[key] == uint.MaxValue || book.FactAt(f).To > book.FactAt((int)titles[key]).To) titles[key] = (uint)f;
            }
        }

        return titles;
    }

    private (uint[] Starts, RelatedRecord[] Related) Related()
    {
        var mined = new RelatedTerms(book, tokens);
        mined.FromReferences();
        mined.FromForms();
        return mined.Finish();
    }

    private (uint[] Starts, uint[] Phrases) ByKey(PhraseRecord[] records)
    {
        var starts = new uint[book.KeyCount + 1];
        foreach (var r in records) starts[r.Key + 1]++;
        for (var k = 0; k < book.KeyCount; k++) starts[k + 1] += starts[k];
        var next = (uint[])starts.Clone();
        var ordered = new uint[records.Length];
        for (var i = 0; i < records.Length; i++) ordered[next[records[i].Key]++] = (uint)i;
        return (starts, ordered);
    }

    private (WordRecord[] Words, byte[] Text) Words()
    {
        // Stems are words too, so that a form never met before finds its stem.
        foreach (var (stem, token) in tokens)
        {
            // A stem may be spelt like a word that stems further ("diffus" of "diffuse"): then it stands under its own mark.
            if (!words.TryAdd(stem, (token, 0)) && words[stem].Token != token) words.Add(SearchIndex.StemMark + stem, (token, 0));
        }

        var sorted = words.OrderBy(w => w.Key, StringComparer.Ordinal).ToList();
        var text = new MemoryStream();
        var records = new List<WordRecord>(sorted.Count);
        foreach (var (word, (token, count)) in sorted)
        {
            var bytes = Encoding.UTF8.GetBytes(word);
            if (bytes.Length > 255) continue;
            records.Add(new WordRecord((uint)text.Position, (uint)token, (uint)count, (byte)bytes.Length));
            text.Write(bytes);
        }

        return ([.. records], text.ToArray());
    }

    private static SpellingRecord[] Spelling(WordRecord[] words, byte[] text)
    {
        var list = new List<SpellingRecord>();
        Span<byte> shorter = stackalloc byte[256];
        for (var i = 0; i < words.Length; i++)
        {
            var w = words[i];
            var word = text.AsSpan((int)w.Text, w.Length);
            if (w.Count == 0 || w.Length < 4 || word.ContainsAnyInRange((byte)'0', (byte)'9') || word.Contains((byte)' ') || word[0] == '-') continue;
            list.Add(new SpellingRecord(Speller.Hash(word), (uint)i));
            for (var d = 0; d < w.Length; d++)
            {
                word[..d].CopyTo(shorter);
                word[(d + 1)..].CopyTo(shorter[d..]);
                list.Add(new SpellingRecord(Speller.Hash(shorter[..(w.Length - 1)]), (uint)i));
            }
        }

        list.Sort(static (a, b) => a.Hash != b.Hash ? a.Hash.CompareTo(b.Hash) : a.Word.CompareTo(b.Word));
        return [.. list.Distinct()];
    }
}
