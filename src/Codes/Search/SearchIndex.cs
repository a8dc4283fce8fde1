using System.Runtime.CompilerServices;
using System.Text;

namespace CodingAhead.Codes.Search;

/// <summary>The search sections of a mapped book.</summary>
internal sealed unsafe class SearchIndex
{
    private readonly TokenRecord* tokens;
    private readonly WordRecord* words;
    private readonly byte* wordText;
    private readonly byte* postings;
    private readonly PhraseRecord* phrases;
    private readonly byte* phraseTokens;
    private readonly SpellingRecord* spelling;
    private readonly int spellingCount;
    private readonly uint* keyPhraseStarts;
    private readonly uint* keyPhrases;
    private readonly uint* keyTitles;
    private readonly uint* relatedStarts;
    private readonly RelatedRecord* related;
    private readonly byte[] order;
    private readonly byte[] titleColumn;
    private readonly int editorTable;
    private readonly float[] lengths;
    private readonly int[] groups = new int[4];

    /// <summary>Stands before a stem that is also a word of another stem.</summary>
    public const char StemMark = '\u0001';

    public SearchIndex(Book book)
    {
        Book = book;
        tokens = (TokenRecord*)book.At(SectionId.SearchTokens, out var bytes);
        TokenCount = (int)(bytes / sizeof(TokenRecord));
        words = (WordRecord*)book.At(SectionId.SearchWords, out bytes);
        WordCount = (int)(bytes / sizeof(WordRecord));
        wordText = book.At(SectionId.SearchWordText, out _);
        postings = book.At(SectionId.SearchPostings, out _);
        phrases = (PhraseRecord*)book.At(SectionId.SearchPhrases, out bytes);
        PhraseCount = (int)(bytes / sizeof(PhraseRecord));
        phraseTokens = book.At(SectionId.SearchPhraseTokens, out _);
        spelling = (SpellingRecord*)book.At(SectionId.SearchSpelling, out bytes);
        spellingCount = (int)(bytes / sizeof(SpellingRecord));
        keyPhraseStarts = (uint*)book.At(SectionId.SearchKeyPhraseStarts, out _);
        keyPhrases = (uint*)book.At(SectionId.SearchKeyPhrases, out _);
        keyTitles = (uint*)book.At(SectionId.SearchKeyTitles, out _);
        relatedStarts = (uint*)book.At(SectionId.SearchRelatedStarts, out _);
        related = (RelatedRecord*)book.At(SectionId.SearchRelated, out _);
        editorTable = book.TableNumber("mce-validity");
        titleColumn = [.. book.Tables.Select(t => (byte)(t.Name switch { "icd10cm-order" or "icd10pcs-order" => 2, "descriptor" => 1, _ => 0 }))];
        order = [.. book.Tables.Select(t => (byte)(t.Name is "icd10cm-order" or "icd10pcs-order" ? 1 : 0))];
        // Phrases of a group are sorted by weight: one sample in 16 tells the weight of all.
        lengths = new float[PhraseCount / 16 + 1];
        for (var i = 0; i < lengths.Length && i * 16 < PhraseCount; i++) lengths[i] = phrases[i * 16].Weight;
        UnspecifiedToken = FindWord("unspecified"u8) is var word && word >= 0 ? (int)words[word].Token : -1;
        groups[3] = PhraseCount;
        for (var g = 1; g < 3; g++)
        {
            var (low, high) = (groups[g - 1], PhraseCount);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (GroupOf(book.KeyAt((int)phrases[middle].Key).Set) < g) low = middle + 1;
                else high = middle;
            }

            groups[g] = low;
        }
    }

    /// <summary>Phrases are grouped by set, so that a search of the diagnoses never walks the procedures.</summary>
    public static int GroupOf(CodeSet set) => set switch { CodeSet.Icd10Cm => 0, CodeSet.Icd10Pcs => 1, _ => 2 };

    /// <summary>The phrases of a group.</summary>
    public (int From, int To) Group(int group) => (groups[group], groups[group + 1]);

    public Book Book { get; }

    public int TokenCount { get; }

    public int WordCount { get; }

    public int PhraseCount { get; }

    public ref readonly TokenRecord Token(int token) => ref tokens[token];

    public ref readonly WordRecord Word(int word) => ref words[word];

    public ref readonly PhraseRecord Phrase(int phrase) => ref phrases[phrase];

    public ReadOnlySpan<byte> WordText(int word) => new(wordText + words[word].Text, words[word].Length);

    /// <summary>Whether a token stands in so many phrases that a bitmap is smaller than a list.</summary>
    public bool Dense(int token) => IsDense(tokens[token].Count, PhraseCount);

    public static bool IsDense(uint count, int phrases) => count > phrases / 24;

    /// <summary>A bit for each phrase, of a dense token.</summary>
    public ReadOnlySpan<uint> Bits(int token) => new((uint*)(postings + tokens[token].Postings), (PhraseCount + 31) / 32);

    /// <summary>Phrases within a range that have the token, ascending; of a token that is not dense.</summary>
    public ReadOnlySpan<Posting> Postings(int token, int from, int to)
    {
        var list = new ReadOnlySpan<Posting>(postings + tokens[token].Postings, (int)tokens[token].Count);
        var first = from == 0 ? 0 : LowerBound(list, from);
        var last = to == PhraseCount ? list.Length : LowerBound(list, to);
        return list[first..last];
    }

    /// <summary>The weight of a phrase, within one in sixteen of its neighbours; from a small array.</summary>
    public float LengthNear(int phrase) => lengths[phrase >> 4];

    /// <summary>A term of a phrase and whether it is optional there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Token, bool Optional) PhraseToken(uint start, int i)
    {
        var p = phraseTokens + 3 * (start + i);
        return (p[0] | p[1] << 8 | (p[2] & 0x7F) << 16, p[2] > 0x7F);
    }

    /// <summary>The text of a phrase as its source has it, where that is one column; empty otherwise.</summary>
    public ReadOnlySpan<byte> Source(in PhraseRecord p)
    {
        var row = new Row(Book, (int)p.Fact);
        return p.Kind switch
        {
            PhraseKind.Title => row.Column(titleColumn[Book.FactAt((int)p.Fact).Table]),
            PhraseKind.Inclusion or PhraseKind.FormerTitle => row.Column(2),
            PhraseKind.Short => row.Column(1),
            PhraseKind.Label => row.Column(0),
            PhraseKind.Article => row.Column(row.Table["title"]),
            PhraseKind.Index or PhraseKind.SeeIndex => row.Column(row.Table["path"]),
            _ => default,
        };
    }

    /// <summary>The title on a date, from the one row that a book keeps at hand; only a date before it needs a search of the code's rows.</summary>
    public string TitleOf(int key, DateOnly on)
    {
        var fact = keyTitles[key];
        if (fact == uint.MaxValue || Day.Of(on) < Book.FactAt((int)fact).From) return Titles.Of(Book, Book.KeyAt(key), on);
        return new Row(Book, (int)fact)[titleColumn[Book.FactAt((int)fact).Table]];
    }

    /// <summary>Whether the newest title says that something was not specified.</summary>
    public bool Unspecified(int key) => NewestTitle(key).IndexOf("nspecified"u8) >= 0;

    /// <summary>
    /// Whether a code's title adds to its heading's only that something was not specified or is absent: <paramref name="anything"/>, or else a thing that the heading
    /// does not name ("Keratoconus, unspecified eye", "Spinal stenosis, site unspecified"). Headings of what is left over ("Other ...", "... and ...") mean less than their codes.
    /// </summary>
    public bool LeavesOpen(int key, int heading, bool anything)
    {
        var title = NewestTitle(key);
        var above = NewestTitle(heading);
        if (above.IsEmpty || above.IndexOf("ther "u8) >= 0 || above.IndexOf("nspecified"u8) >= 0 || above.IndexOf(" and "u8) >= 0 || above.IndexOf("elsewhere"u8) >= 0 || above.StartsWith("Specific"u8)) return false;
        if (anything && (title.IndexOf("without "u8) >= 0 && above.IndexOf("without "u8) < 0 || title.IndexOf("not having achieved"u8) >= 0)) return true;
        for (var from = 0; title[from..].IndexOf("nspecified"u8) is var at && at >= 0; from += at + 10)
        {
            if (anything) return true;
            var before = title[..(from + at - 1)].TrimEnd((byte)' ');
            var after = title[(from + at + 10)..];
            var named = after.Length > 1 && after[0] == ' ' ? Word(after[1..]) : before.IsEmpty || before[^1] == ',' ? default : before[(before.LastIndexOf((byte)' ') + 1)..];
            if (!named.IsEmpty && above.IndexOf(named) < 0) return true;
        }

        return false;
    }

    private static ReadOnlySpan<byte> Word(ReadOnlySpan<byte> text) => text.IndexOfAny((byte)' ', (byte)',') is var end && end >= 0 ? text[..end] : text;

    private ReadOnlySpan<byte> NewestTitle(int key) =>
        keyTitles[key] is var fact && fact == uint.MaxValue ? default : new Row(Book, (int)fact).Column(titleColumn[Book.FactAt((int)fact).Table]);

    /// <summary>Whether a code may be billed on a date; see <see cref="Titles.Billable"/>.</summary>
    public bool Billable(int key, DateOnly on)
    {
        var fact = keyTitles[key];
        if (fact == uint.MaxValue || order[Book.FactAt((int)fact).Table] == 0 || Day.Of(on) < Book.FactAt((int)fact).From) return Titles.Billable(Book, Book.KeyAt(key), on);
        return new Row(Book, (int)fact).Column(0).SequenceEqual("1"u8) || Listed(key, Day.Of(on));
    }

    // The code editor's list, where the order file of the year knows a heading only.
    private bool Listed(int key, ushort day)
    {
        var (first, end) = Book.FactRange(key);
        for (var f = first; f < end; f++)
        {
            ref readonly var row = ref Book.FactAt(f);
            if (row.Table == editorTable && row.From <= day && day <= row.To) return true;
        }

        return false;
    }

    /// <summary>Terms that often mean the same, surest first.</summary>
    public ReadOnlySpan<RelatedRecord> Related(int token) => new(related + relatedStarts[token], (int)(relatedStarts[token + 1] - relatedStarts[token]));

    /// <summary>All phrases that lead to a key, by number of the key.</summary>
    public ReadOnlySpan<uint> PhrasesOf(int key) => new(keyPhrases + keyPhraseStarts[key], (int)(keyPhraseStarts[key + 1] - keyPhraseStarts[key]));

    /// <summary>The phrase of a code's newest title; -1 where it has none.</summary>
    public int TitlePhrase(int key)
    {
        foreach (var phrase in PhrasesOf(key))
        {
            if (phrases[phrase].Kind == PhraseKind.Title) return (int)phrase;
        }

        return -1;
    }

    /// <summary>The term "unspecified"; -1 in a book without it.</summary>
    public int UnspecifiedToken { get; }

    /// <summary>The number of a word, or the complement of where it would stand.</summary>
    public int FindWord(ReadOnlySpan<byte> word)
    {
        var (low, high) = (0, WordCount - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = WordText(middle).SequenceCompareTo(word);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }

    /// <summary>
    /// The words nearest to a misspelt one, nearest first, at most <paramref name="nearest"/>'s length; returns how many. A letter left out, doubled or
    /// exchanged with its neighbour is a likelier slip than another letter, and a wrong first letter a rare one; among equals the commoner word is first.
    /// </summary>
    public int Correct(ReadOnlySpan<byte> word, Span<int> nearest)
    {
        if (word.Length is < 4 or > 64 || word.ContainsAnyInRange((byte)'0', (byte)'9')) return 0;
        var limit = word.Length >= 8 ? 2 : 1;
        var found = 0;
        Span<int> ranks = stackalloc int[nearest.Length];
        Span<byte> shorter = stackalloc byte[64];
        for (var d = -1; d < word.Length; d++)
        {
            if (d >= 0)
            {
                word[..d].CopyTo(shorter);
                word[(d + 1)..].CopyTo(shorter[d..]);
            }

            var hash = Speller.Hash(d < 0 ? word : shorter[..(word.Length - 1)]);
            for (var i = FirstSpelling(hash); i < spellingCount && spelling[i].Hash == hash; i++)
            {
                var candidate = (int)spelling[i].Word;
                if (nearest[..found].Contains(candidate)) continue;
                var text = WordText(candidate);
                var distance = Speller.Distance(word, text, limit);
                if (distance > limit) continue;
                var rank = distance * 4 + (text[0] == word[0] ? 0 : 2) + (distance == 1 && text.Length == word.Length && Differences(word, text) == 1 ? 1 : 0);
                var at = found;
                while (at > 0 && (ranks[at - 1] > rank || ranks[at - 1] == rank && words[nearest[at - 1]].Count < words[candidate].Count)) at--;
                if (at == nearest.Length) continue;
                if (found < nearest.Length) found++;
                for (var k = found - 1; k > at; k--) (ranks[k], nearest[k]) = (ranks[k - 1], nearest[k - 1]);
                (ranks[at], nearest[at]) = (rank, candidate);
            }
        }

        // A second edit farther than the nearest is no reading of the word any more.
        while (found > 1 && ranks[found - 1] >= ranks[0] + 4) found--;
        return found;
    }

    private static int Differences(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var n = 0;
        for (var i = 0; i < a.Length; i++) n += a[i] == b[i] ? 0 : 1;
        return n;
    }

    private static int LowerBound(ReadOnlySpan<Posting> list, int value)
    {
        var (low, high) = (0, list.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (list[middle].Phrase < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private int FirstSpelling(uint hash)
    {
        var (low, high) = (0, spellingCount);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spelling[middle].Hash < hash) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    public string Text(int word) => Encoding.UTF8.GetString(WordText(word));
}
