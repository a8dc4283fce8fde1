using System.Runtime.CompilerServices;
using System.Text;

namespace CodingAhead.Codes.Search;

/// <summary>The search sections of a mapped book.</summary>
internal sealed unsafe class SearchIndex
{
    private readonly TokenRecord* tokens;
    private readonly WordRecord* words;
    private readonly byte* wordText;
    private readonly uint* postings;
    private readonly PhraseRecord* phrases;
    private readonly uint* phraseTokens;
    private readonly SpellingRecord* spelling;
    private readonly int spellingCount;
    private readonly uint* keyPhraseStarts;
    private readonly uint* keyPhrases;

    public SearchIndex(Book book)
    {
        Book = book;
        tokens = (TokenRecord*)book.At(SectionId.SearchTokens, out var bytes);
        TokenCount = (int)(bytes / sizeof(TokenRecord));
        words = (WordRecord*)book.At(SectionId.SearchWords, out bytes);
        WordCount = (int)(bytes / sizeof(WordRecord));
        wordText = book.At(SectionId.SearchWordText, out _);
        postings = (uint*)book.At(SectionId.SearchPostings, out _);
        phrases = (PhraseRecord*)book.At(SectionId.SearchPhrases, out bytes);
        PhraseCount = (int)(bytes / sizeof(PhraseRecord));
        phraseTokens = (uint*)book.At(SectionId.SearchPhraseTokens, out _);
        spelling = (SpellingRecord*)book.At(SectionId.SearchSpelling, out bytes);
        spellingCount = (int)(bytes / sizeof(SpellingRecord));
        keyPhraseStarts = (uint*)book.At(SectionId.SearchKeyPhraseStarts, out _);
        keyPhrases = (uint*)book.At(SectionId.SearchKeyPhrases, out _);
    }

    public Book Book { get; }

    public int TokenCount { get; }

    public int WordCount { get; }

    public int PhraseCount { get; }

    public ref readonly TokenRecord Token(int token) => ref tokens[token];

    public ref readonly WordRecord Word(int word) => ref words[word];

    public ref readonly PhraseRecord Phrase(int phrase) => ref phrases[phrase];

    public ReadOnlySpan<byte> WordText(int word) => new(wordText + words[word].Text, words[word].Length);

    public ReadOnlySpan<uint> Postings(int token) => new(postings + tokens[token].Postings, (int)tokens[token].Count);

    public ReadOnlySpan<uint> PhraseTokens(int phrase) => new(phraseTokens + phrases[phrase].Tokens, phrases[phrase].Count);

    /// <summary>All phrases that lead to a key, by number of the key.</summary>
    public ReadOnlySpan<uint> PhrasesOf(int key) => new(keyPhrases + keyPhraseStarts[key], (int)(keyPhraseStarts[key + 1] - keyPhraseStarts[key]));

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

    /// <summary>The word nearest to a misspelt one: fewest edits, then the commoner; -1 when none is near.</summary>
    public int Correct(ReadOnlySpan<byte> word)
    {
        if (word.Length is < 4 or > 64 || word.ContainsAnyInRange((byte)'0', (byte)'9')) return -1;
        var limit = word.Length >= 8 ? 2 : 1;
        var (best, bestDistance, bestCount) = (-1, limit + 1, 0u);
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
                if (candidate == best) continue;
                var distance = Speller.Distance(word, WordText(candidate), limit);
                // A wrong first letter is rare: it counts half an edit more.
                var rank = distance * 2 + (WordText(candidate)[0] == word[0] ? 0 : 1);
                if (distance > limit || rank > bestDistance * 2 || (rank == bestDistance * 2 && words[candidate].Count <= bestCount)) continue;
                (best, bestDistance, bestCount) = (candidate, rank / 2, words[candidate].Count);
            }
        }

        return best;
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
