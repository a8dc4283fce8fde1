namespace CodingAhead.Codes.Search;

/// <summary>A phrase that matched, scored.</summary>
internal readonly record struct Candidate(int Phrase, float Score, CodeStatus Status, bool Billable, bool Refined);

/// <summary>
/// Scores phrases. The rarer terms' posting lists are walked within a budget; what they leave is scored approximately, the best few hundred
/// exactly by their own terms. So the cost is bounded whatever the query.
/// </summary>
internal sealed class PhraseRanker
{
    private const int PostingBudget = 90_000;
    private const int Rescored = 400;

    // Preference between equal matches, by kind of phrase.
    private static readonly float[] KindPrior = [T("K0", 1f), 0.995f, T("K2", 0.99f), T("K3", 0.985f), T("K4", 0.98f), 0.985f, T("K6", 0.96f), 0.95f, 0.86f];

    private static readonly float UnionShare = T("U", 0.3f), BillableBonus = T("B", 1.01f), HeadingShare = T("H", 0.85f), QP = T("Q", 1.5f), PP = T("P", 0.8f);
    private static readonly int Refined = (int)T("R", 60);

    private static float T(string name, float value) => Environment.GetEnvironmentVariable("T_" + name) is { } v ? float.Parse(v, System.Globalization.CultureInfo.InvariantCulture) : value;

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
        var scored = scratch.Scored;
        scored.Clear();
        scratch.ByKey.Clear();
        foreach (var plan in plans)
        {
            foreach (var term in plan.Terms) Mark(scratch, term, plan);
            RankOne(plan, query, scratch, scored);
            Refine(plan, scratch, scored);
            foreach (var term in plan.Terms)
            {
                foreach (var token in term.Tokens) scratch.TermOf[token] = 0;
            }
        }

        AddHeadings(query, scratch, scored);
        scored.Sort(Better);
        return scored;
    }

    private static void Mark(Scratch scratch, QueryTerm term, QueryPlan plan)
    {
        for (var t = 0; t < plan.Terms.Count; t++)
        {
            if (!ReferenceEquals(plan.Terms[t], term)) continue;
            foreach (var token in term.Tokens) scratch.TermOf[token] = (byte)(t + 1);
            return;
        }
    }

    private int Better(Candidate a, Candidate b)
    {
        if (a.Score != b.Score) return b.Score.CompareTo(a.Score);
        ref readonly var pa = ref index.Phrase(a.Phrase);
        ref readonly var pb = ref index.Phrase(b.Phrase);
        return pa.Kind != pb.Kind ? pa.Kind.CompareTo(pb.Kind) : pa.Key.CompareTo(pb.Key);
    }

    // The best codes are looked at whole: what their other phrases answer of the query, whether they may be billed, and whether the words are the same to the letter.
    private void Refine(QueryPlan plan, Scratch scratch, List<Candidate> scored)
    {
        scored.Sort(Better);
        var n = Math.Min(scored.Count, Refined);
        for (var i = 0; i < n; i++)
        {
            var c = scored[i];
            if (c.Refined) continue;
            var key = (int)index.Phrase(c.Phrase).Key;
            var score = c.Score * (1 - UnionShare + UnionShare * Union(plan, scratch, key));
            if (score > 0.5f) score += T("L", 1) * Literal(plan, c.Phrase);
            if (c.Billable) score *= BillableBonus;
            scored[i] = c with { Score = score, Refined = true };
        }

        for (var i = n; i < scored.Count; i++)
        {
            if (!scored[i].Refined) scored[i] = scored[i] with { Score = scored[i].Score * (1 - UnionShare) };
        }

        scratch.ByKey.Clear();
        for (var i = 0; i < scored.Count; i++) scratch.ByKey[index.Phrase(scored[i].Phrase).Key] = i;
    }

    private static readonly float PromoteBy = T("X", 1.001f);
    private static readonly int PromoteMode = (int)T("M", 0);
    private bool Promote(Candidate c, string code, int length, SearchQuery query)
    {
        if (PromoteMode == 0 || length != code.Length - 1) return false;
        if ((PromoteMode & 4) == 0 && index.Phrase(c.Phrase).Kind is PhraseKind.Title) return false;
        if ((PromoteMode & 2) == 0 && code.Length < 5) return false;
        if ((PromoteMode & 1) != 0) { var t = Titles.Of(index.Book, index.Book.KeyAt((int)index.Phrase(c.Phrase).Key), query.On); return t.Contains("nspecified", StringComparison.Ordinal); }
        return true;
    }

    // The part of the query's weight that any of the code's phrases answers.
    private float Union(QueryPlan plan, Scratch scratch, int key)
    {
        UInt128 answered1 = 0, answered2 = 0;
        var sum = 0f;
        foreach (var phrase in index.PhrasesOf(key))
        {
            foreach (var coded in index.PhraseTokens((int)phrase))
            {
                var t = scratch.TermOf[coded & 0x7FFF_FFFF];
                if (t == 0) continue;
                ref var answered = ref t < 128 ? ref answered1 : ref answered2;
                if ((answered >> (t & 127) & 1) != 0) continue;
                answered |= UInt128.One << (t & 127);
                sum += plan.Terms[t - 1].Weight * plan.Terms[t - 1].Trust;
            }
        }

        return Math.Min(1f, sum / plan.Weight);
    }

    // Up to 0.03 for the same words unchanged, fillers included: it decides between phrases that analysis has made equal.
    private float Literal(QueryPlan plan, int phrase)
    {
        var words = new List<(string Word, bool Optional)>();
        Analyzer.Words(Why(phrase).Term, words);
        if (words.Count == 0) return 0;
        var same = words.Count(w => plan.Words.Contains(w.Word));
        return 0.03f * same / (words.Count + plan.Words.Count - Math.Min(same, plan.Words.Count));
    }

    // A heading stands just behind the best code below it, so that a reader sees the choice it opens.
    private void AddHeadings(SearchQuery query, Scratch scratch, List<Candidate> scored)
    {
        scored.Sort(Better);
        if (query.BillableOnly) return;
        scratch.ByKey.Clear();
        for (var i = 0; i < scored.Count; i++) scratch.ByKey[index.Phrase(scored[i].Phrase).Key] = i;
        var n = Math.Min(3, scored.Count);
        for (var i = 0; i < n; i++)
        {
            var c = scored[i];
            var key = index.Book.KeyAt((int)index.Phrase(c.Phrase).Key);
            if (key.Set != CodeSet.Icd10Cm || c.Score < 0.3f) continue;
            var code = key.Code;
            var score = c.Score;
            for (var length = code.Length - 1; length >= 3; length--)
            {
                score *= Promote(c, code, length, query) ? PromoteBy : HeadingShare;
                if (!CodeKey.TryParse(CodeSet.Icd10Cm, code.AsSpan(0, length), out var heading)) break;
                var at = index.Book.IndexOf(heading);
                if (at < 0) continue;
                if (scratch.ByKey.TryGetValue((uint)at, out var place))
                {
                    if (place >= 0 && scored[place].Score < score) scored[place] = scored[place] with { Score = score };
                    continue;
                }

                var phrases = index.PhrasesOf(at);
                if (phrases.IsEmpty) continue;
                scratch.ByKey[(uint)at] = scored.Count;
                scored.Add(new Candidate((int)phrases[0], score, index.Book.Find(heading, query.On).Status, false, true));
            }
        }
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
        foreach (var term in plan.Terms)
        {
            if (budget <= 0) break;
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
        var score = MathF.Pow(coveredQuery, QP) * MathF.Pow(coveredPhrase, PP) * plan.Trust * KindPrior[(int)p.Kind];
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
                if (same > scored[at].Score) scored[at] = scored[at] with { Phrase = phrase, Score = same, Refined = false };
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
        scored.Add(new Candidate(phrase, score * factor, found, Titles.Billable(index.Book, key, query.On), false));
    }
}
