namespace CodingAhead.Codes.Search;

/// <summary>
/// Finds the few hundred most promising phrases of a plan. The posting lists of the rarer terms are walked within a budget; lists of common
/// terms, kept as bitmaps, only add to the phrases so found. So the cost is bounded whatever the query.
/// </summary>
internal sealed class PostingWalk(SearchIndex index)
{
    // Measured on the phrase sets: a budget of 24,000 and 200 kept phrases find no code more, and take half as long again.
    private const int Budget = 10_000;
    private const int Kept = 120;

    // Half of the best weight: at 0.7 one query in a hundred loses its code, at 0 the common words cost twice the time.
    private const int PruneFrom = 600;
    private const float PruneBelow = 0.45f;

    /// <summary>Fills <see cref="Scratch.Best"/> with the best phrases of the ranges, best first by an estimate.</summary>
    public void Run(QueryPlan plan, ReadOnlySpan<(int From, int To)> ranges, Scratch scratch)
    {
        var matched = scratch.Matched;
        var touched = scratch.Touched;
        touched.Clear();
        var budget = Budget;
        var pruned = false;
        var number = 0;
        foreach (var term in plan.Terms)
        {
            number++;
            foreach (var (token, trust) in term.Answers)
            {
                var gain = term.Weight * trust;
                foreach (var (from, to) in ranges)
                {
                    var mayAdd = budget > 0 && (!index.Dense(token) || touched.Count == 0);
                    if (index.Dense(token))
                    {
                        if (mayAdd) budget -= AddDense(token, from, to, gain, number, scratch, budget);
                        else
                        {
                            if (!pruned) Prune(scratch);
                            pruned = true;
                            ProbeDense(token, from, to, gain, number, scratch);
                        }

                        continue;
                    }

                    var postings = index.Postings(token, from, to);
                    if (mayAdd)
                    {
                        var add = postings.Length > budget ? postings[..budget] : postings;
                        budget -= add.Length;
                        foreach (var posting in add)
                        {
                            var p = posting.Phrase;
                            ref var m = ref matched[p];
                            if (m.Term == 0) touched.Add(p);
                            m.Answer(number, gain);
                        }

                        postings = postings[add.Length..];
                    }

                    foreach (var posting in postings)
                    {
                        ref var m = ref matched[posting.Phrase];
                        if (m.Term != 0) m.Answer(number, gain);
                    }
                }
            }
        }

        Select(plan, scratch);
        foreach (var p in touched) matched[p] = default;
    }

    // Before the common terms are looked up: phrases that lack most of what the rare terms weigh cannot come first any more.
    private static void Prune(Scratch scratch)
    {
        var touched = scratch.Touched;
        if (touched.Count < PruneFrom) return;
        var matched = scratch.Matched;
        var best = 0f;
        foreach (var p in touched) best = Math.Max(best, matched[p].Weight);
        var floor = best * PruneBelow;
        var n = 0;
        for (var i = 0; i < touched.Count; i++)
        {
            var p = touched[i];
            if (matched[p].Weight >= floor) touched[n++] = p;
            else matched[p] = default;
        }

        touched.RemoveRange(n, touched.Count - n);
    }

    private int AddDense(int token, int from, int to, float gain, int number, Scratch scratch, int budget)
    {
        var bits = index.Bits(token);
        var added = 0;
        for (var p = from; p < to && added < budget; p++)
        {
            if ((bits[p >> 5] >> (p & 31) & 1) == 0) continue;
            ref var m = ref scratch.Matched[p];
            if (m.Term == 0) scratch.Touched.Add(p);
            m.Answer(number, gain);
            added++;
        }

        return added;
    }

    private void ProbeDense(int token, int from, int to, float gain, int number, Scratch scratch)
    {
        var bits = index.Bits(token);
        foreach (var p in scratch.Touched)
        {
            if (p >= from && p < to && (bits[p >> 5] >> (p & 31) & 1) != 0) scratch.Matched[p].Answer(number, gain);
        }
    }

    private void Select(QueryPlan plan, Scratch scratch)
    {
        var best = scratch.Best;
        best.Clear();
        var floor = 0f;
        var whole = 1 / plan.Weight;
        foreach (var p in scratch.Touched)
        {
            var m = scratch.Matched[p].Weight;
            var ofQuery = Math.Min(1, m * whole);
            var ofPhrase = m / Math.Max(index.LengthNear(p), m);
            var score = ofQuery * MathF.Sqrt(ofQuery) * MathF.Sqrt(ofPhrase);
            if (score <= floor) continue;
            best.Add(Scratch.Pack(score, p));
            if (best.Count < Kept * 4) continue;
            Keep(best);
            floor = Scratch.ScoreOf(best[^1]);
        }

        Keep(best);
    }

    private static void Keep(List<ulong> best)
    {
        best.Sort();
        if (best.Count > Kept) best.RemoveRange(Kept, best.Count - Kept);
    }
}
