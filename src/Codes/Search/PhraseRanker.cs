namespace CodingAhead.Codes.Search;

/// <summary>A phrase that matched, scored.</summary>
internal readonly record struct Candidate(int Phrase, float Score, CodeStatus Status);

/// <summary>
/// Scores phrases. The rarer terms' posting lists are walked within a budget; what they leave is scored approximately, the best few hundred
/// exactly by their own terms. So the cost is bounded whatever the query.
/// </summary>
internal sealed class PhraseRanker
{
    private const int PostingBudget = 90_000;
    private const int Rescored = 400;

    // Preference between equal matches, by kind of phrase.
    private static readonly float[] KindPrior = [1f, 0.995f, 0.99f, 0.985f, 0.98f, 0.985f, 0.96f, 0.95f, 0.86f];

    private readonly SearchIndex index;
    private readonly float[] lengths;

    public PhraseRanker(SearchIndex index)
    {
        this.index = index;
        // Phrases are sorted by weight: one sample in 256 tells the weight of all.
        lengths = new float[index.PhraseCount / 256 + 1];
        for (var i = 0; i < lengths.Length && i * 256 < index.PhraseCount; i++) lengths[i] = index.Phrase(i * 256).Weight;
    }

    public List<Candidate> Rank(List<QueryPlan> plans, SearchQuery query, Scratch scratch)
    {
        var scored = new List<Candidate>();
        scratch.ByKey.Clear();
        foreach (var plan in plans) RankOne(plan, query, scratch, scored);
        scored.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score)
            : index.Phrase(a.Phrase).Kind != index.Phrase(b.Phrase).Kind ? index.Phrase(a.Phrase).Kind.CompareTo(index.Phrase(b.Phrase).Kind)
            : index.Phrase(a.Phrase).Key.CompareTo(index.Phrase(b.Phrase).Key));
        return scored;
    }

    public Why Why(int phrase)
    {
        ref readonly var p = ref index.Phrase(phrase);
        var row = new Row(index.Book, (int)p.Fact);
        return p.Kind switch
        {
            PhraseKind.Title => new Why("title", row[row.Table.Name switch { "hcpcs" or "pos" => 0, "descriptor" => 1, _ => 2 }]),
            PhraseKind.FormerTitle => new Why("title", row[2]),
            PhraseKind.Short => new Why("short", row[1]),
            PhraseKind.Label => new Why("label", row[0]),
            PhraseKind.Inclusion => new Why("inclusion", row[2]),
            PhraseKind.Synonym => new Why("synonym", row[0].Split('|') is var parts && p.Part < parts.Length ? parts[p.Part] : row[0]),
            PhraseKind.SeeIndex => new Why("index", $"{row["path"]}, see {row["target"]}"),
            _ => new Why("index", row["column"].Length > 0 ? $"{row["path"]} ({row["column"]})" : row["path"]),
        };
    }

    private void RankOne(QueryPlan plan, SearchQuery query, Scratch scratch, List<Candidate> scored)
    {
        var matched = scratch.Matched;
        var touched = scratch.Touched;
        touched.Clear();
        var budget = PostingBudget;
        var seen = 0f;
        for (var t = 0; t < plan.Terms.Count; t++)
        {
            var term = plan.Terms[t];
            foreach (var token in term.Tokens) scratch.TermOf[token] = (byte)(t + 1);
            if (budget <= 0) continue;
            var gain = term.Weight * term.Trust;
            seen += gain;
            foreach (var token in term.Tokens)
            {
                var postings = index.Postings(token);
                if (postings.Length > budget && touched.Count > 0) postings = postings[..budget];
                budget -= postings.Length;
                foreach (var p in postings)
                {
                    ref var m = ref matched[p];
                    if (m == 0) touched.Add((int)p);
                    m += gain;
                }

                if (budget <= 0) break;
            }
        }

        Select(plan, scratch, plan.Weight - seen);
        foreach (var p in touched) matched[p] = 0;
        foreach (var (_, phrase) in scratch.Best) Score(plan, query, scratch, scored, phrase);
        foreach (var term in plan.Terms)
        {
            foreach (var token in term.Tokens) scratch.TermOf[token] = 0;
        }
    }

    // The best by approximate score: as if the terms not walked matched in every phrase long enough to hold them.
    private void Select(QueryPlan plan, Scratch scratch, float rest)
    {
        var best = scratch.Best;
        best.Clear();
        var floor = 0f;
        foreach (var p in scratch.Touched)
        {
            var m = scratch.Matched[p];
            var length = lengths[p >> 8];
            var whole = m + rest;
            var ofPhrase = whole <= length ? whole / Math.Max(length, 0.01f) : Math.Max(m / Math.Max(length, m), length / whole);
            var ofQuery = m / Math.Max(plan.Weight - rest, 0.01f);
            var score = ofQuery * ofQuery * ofPhrase;
            if (score <= floor) continue;
            best.Add((score, p));
            if (best.Count < Rescored * 3) continue;
            best.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Phrase.CompareTo(b.Phrase));
            best.RemoveRange(Rescored, best.Count - Rescored);
            floor = best[^1].Score;
        }

        best.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Phrase.CompareTo(b.Phrase));
        if (best.Count > Rescored) best.RemoveRange(Rescored, best.Count - Rescored);
    }

    private void Score(QueryPlan plan, SearchQuery query, Scratch scratch, List<Candidate> scored, int phrase)
    {
        ref readonly var p = ref index.Phrase(phrase);
        var ofQuery = 0f;
        var ofPhrase = 0f;
        var optional = 0f;
        var answered = 0UL;
        foreach (var coded in index.PhraseTokens(phrase))
        {
            var token = (int)(coded & 0x7FFF_FFFF);
            var t = scratch.TermOf[token];
            if (t == 0) continue;
            var weight = index.Token(token).Weight;
            if (coded >> 31 != 0) optional += weight;
            ofPhrase += weight;
            if ((answered >> (t & 63) & 1) != 0) continue;
            answered |= 1UL << (t & 63);
            ofQuery += plan.Terms[t - 1].Weight * plan.Terms[t - 1].Trust;
        }

        if (ofQuery == 0) return;
        var coveredQuery = ofQuery / plan.Weight;
        var coveredPhrase = Math.Min(1f, ofPhrase / Math.Max(0.01f, p.Weight + optional));
        var score = Math.Min(1f, coveredQuery) * MathF.Sqrt(coveredQuery) * MathF.Pow(coveredPhrase, 0.8f) * plan.Trust * KindPrior[(int)p.Kind];
        if (p.Kind == PhraseKind.SeeIndex && p.Part == 1) score *= 0.94f;
        Place(query, scratch, scored, phrase, score);
    }

    private void Place(SearchQuery query, Scratch scratch, List<Candidate> scored, int phrase, float score)
    {
        var keyIndex = index.Phrase(phrase).Key;
        if (scratch.ByKey.TryGetValue(keyIndex, out var at))
        {
            if (at >= 0)
            {
                var status = scored[at].Status;
                var same = status is CodeStatus.Active or CodeStatus.NoEdition ? score : score * 0.6f;
                if (same > scored[at].Score) scored[at] = new Candidate(phrase, same, status);
            }

            return;
        }

        var key = index.Book.KeyAt((int)keyIndex);
        if (query.Sets.Count > 0 && !query.Sets.Contains(key.Set) || query.Under.Length > 0 && !key.Code.StartsWith(query.Under.Replace(".", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
        {
            scratch.ByKey[keyIndex] = -1;
            return;
        }

        var found = index.Book.Find(key, query.On).Status;
        if (query.ActiveOnly && found is not CodeStatus.Active)
        {
            scratch.ByKey[keyIndex] = -1;
            return;
        }

        // A code of the newest edition counts fully even when the date is after every edition: there is nothing newer to prefer.
        var factor = found is CodeStatus.Active or CodeStatus.NoEdition ? 1f : 0.6f;
        scratch.ByKey[keyIndex] = scored.Count;
        scored.Add(new Candidate(phrase, score * factor, found));
    }
}
