using System.Collections.Concurrent;

namespace CodingAhead.Codes.Search;

/// <summary>
/// Finds codes by words, codes and ranges over the index inside a book. Words are weighed by rarity; a phrase scores by how much of the query it
/// covers and how much of it the query covers; a code by its best phrase. Thread-safe, deterministic; make one for each book.
/// </summary>
public sealed class Searcher
{
    private const float LeastScore = 0.0001f;

    private readonly SearchIndex index;
    private readonly QueryPlanner planner;
    private readonly PhraseRanker ranker;
    private readonly ConcurrentBag<Scratch> pool = [];

    /// <summary>Prepares searching; cheap, reads only the synonyms.</summary>
    public Searcher(Book book)
    {
        Book = book;
        index = new SearchIndex(book);
        planner = new QueryPlanner(index);
        ranker = new PhraseRanker(index);
    }

    /// <summary>The book searched.</summary>
    public Book Book { get; }

    /// <summary>Searches.</summary>
    public SearchResult Find(SearchQuery query)
    {
        var codes = CodeLookup.Find(Book, query);
        if (codes.Count > 0)
        {
            var first = codes.Count > query.Top ? codes.GetRange(0, query.Top) : codes;
            return new SearchResult(query, first, null, Notes(query, first)) { Total = codes.Count };
        }

        if (!pool.TryTake(out var scratch)) scratch = new Scratch(index);
        try
        {
            var candidates = ranker.Rank(planner, query, scratch, out var corrected);
            var hits = new List<Hit>(Math.Min(query.Top, candidates.Count));
            var total = 0;
            // A score that four decimals cannot show is a chance likeness of one common word: no hit.
            while (candidates.Count > 0 && candidates[^1].Score < LeastScore) candidates.RemoveAt(candidates.Count - 1);
            foreach (var c in candidates)
            {
                if (hits.Count == query.Top && !query.BillableOnly) break;
                var billable = index.Billable(c.Key, query.On);
                if (query.BillableOnly && !billable) continue;
                total++;
                if (hits.Count < query.Top) hits.Add(new Hit(Book.KeyAt(c.Key), index.TitleOf(c.Key, query.On), billable, c.Status, Math.Round(Math.Min(1, c.Score), 4), ranker.Why(c.Phrase)));
            }

            return new SearchResult(query, hits, corrected, Notes(query, hits)) { Total = query.BillableOnly ? total : candidates.Count };
        }
        finally
        {
            pool.Add(scratch);
        }
    }

    private List<string> Notes(SearchQuery query, List<Hit> hits)
    {
        var notes = new List<string>();
        var sets = 0;
        foreach (var hit in hits) sets |= 1 << (int)hit.Key.Set;
        for (var set = (CodeSet)0; sets >> (int)set != 0; set++)
        {
            if ((sets >> (int)set & 1) == 0) continue;
            var day = Day.Of(query.On);
            var last = Book.LastCovered(set);
            if (last != Day.Unknown && day > last)
                notes.Add($"No edition of {set.Name()} for {Day.Text(day) ?? "so late a date"} is loaded; shown as of the newest one, in force until {Day.Text(last)}.");
        }

        return notes;
    }
}

/// <summary>What the terms of a query weigh that a phrase answers.</summary>
internal struct Matched
{
    /// <summary>The weight.</summary>
    public float Weight;

    /// <summary>One-based number of the last term that it answered; zero when none.</summary>
    public int Term;

    /// <summary>The phrase has a word that answers a term; of several the first, surest one counts.</summary>
    public void Answer(int term, float weight)
    {
        if (Term == term) return;
        Term = term;
        Weight += weight;
    }
}

/// <summary>Arrays a search needs, kept from one to the next so that searching allocates little.</summary>
internal sealed class Scratch(SearchIndex index)
{
    /// <summary>What was matched so far, by phrase; default when untouched.</summary>
    public Matched[] Matched { get; } = new Matched[index.PhraseCount];

    /// <summary>Phrases with a weight.</summary>
    public List<int> Touched { get; } = new(4096);

    /// <summary>One-based number of the query term that a token answers to.</summary>
    public byte[] TermOf { get; } = new byte[index.TokenCount];

    /// <summary>How surely a token answers its term.</summary>
    public float[] TrustOf { get; } = new float[index.TokenCount];

    /// <summary>Best candidates: an estimate of the score and the phrase in one number that sorts best first, then by phrase.</summary>
    public List<ulong> Best { get; } = new(1024);

    /// <summary>A positive score and a phrase as a number that sorts the higher score first.</summary>
    public static ulong Pack(float score, int phrase) => (ulong)~BitConverter.SingleToUInt32Bits(score) << 32 | (uint)phrase;

    /// <summary>The score of a packed candidate.</summary>
    public static float ScoreOf(ulong packed) => BitConverter.UInt32BitsToSingle(~(uint)(packed >> 32));

    /// <summary>The phrase of a packed candidate.</summary>
    public static int PhraseOf(ulong packed) => (int)(uint)packed;

    /// <summary>Candidates, one a code.</summary>
    public List<Candidate> Scored { get; } = new(512);

    /// <summary>Codes that a name leads to with the rest of the query.</summary>
    public List<Completed> Completed { get; } = new(64);

    /// <summary>Where each code stands among the candidates; -1 when it is filtered out.</summary>
    public Dictionary<uint, int> ByKey { get; } = new(512);
}
