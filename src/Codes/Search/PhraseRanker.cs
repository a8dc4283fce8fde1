using System.Runtime.CompilerServices;

namespace CodingAhead.Codes.Search;

/// <summary>A phrase that matched, scored.</summary>
internal readonly record struct Candidate(int Phrase, int Key, float Score, CodeStatus Status, bool Refined);

/// <summary>Scores codes by their best phrase: how much of the query it covers, and how much of it the query covers.</summary>
internal sealed class PhraseRanker
{
    // Preference between equal matches, by kind of phrase.
    private static readonly float[] KindPrior = [1f, 0.995f, 0.99f, 0.985f, 0.98f, 0.985f, 0.96f, 0.86f, 0.95f];

    // Part of a code's score that comes from all of its phrases together; anything between 0.2 and 0.45 measures the same.
    private const float UnionShare = 0.3f;

    // A heading directly behind the code that the index gives: always put before it, headings cost more first places than they win.
    private const float HeadingShare = 0.85f;

    // A heading just before the code that says no more than it does.
    private const float SameShare = 1.001f;

    // The headings above that one come behind what matches by words.
    private const float HigherHeadingShare = 0.55f;

    // The same words, and the same words in the same order: above the differences between kinds of phrases, below any difference in what is covered.
    private const float LiteralBonus = 0.03f;
    private const float ExactBonus = 0.02f;

    // Between a heading and a code with the very same words the one that may be billed comes first.
    private const float BillableBonus = 0.003f;

    // An index entry that the newest edition no longer has; and an inclusion term, which leads to another code since.
    private const float FormerShare = 0.985f;
    private const float FormerInclusionShare = 0.8f;

    // A main term of the index, just before the inclusion terms.
    private const float MainTermShare = 1.012f;

    // A site of the neoplasm table, when no neoplasm was asked for.
    private const float SiteAloneShare = 0.6f;

    // Neighbours of the best code come behind what matches by words: at 0.6 they push such matches off the first five.
    // Of neighbours, the one that says nothing more than the heading is wanted most.
    private const float NeighbourShare = 0.4f;
    private const float UnspecifiedNeighbourShare = 0.44f;

    // The other codes of a category of at most so many come at the end.
    private const int LargestCategory = 150;
    private const float CategoryShare = 0.2f;

    // Codes looked at whole. Those further down never reach the first page.
    private const int Refined = 24;

    // Names whose codes are completed by the rest of the query, and what a code found so counts.
    private const int Completable = 6;
    private const float CompletedShare = 0.99f;

    // What completes the best name stands before it, having all it has and more; of the names behind it, close to it: at 0.93 the first five lose more than they win.
    private const float CompletedNameShare = 0.85f;

    // Above it, a phrase covers the query and the query the phrase.
    private const float GoodEnough = 0.95f;

    private readonly SearchIndex index;
    private readonly PostingWalk walk;
    private readonly Completion completion;
    private readonly Comparison<Candidate> better;

    public PhraseRanker(SearchIndex index)
    {
        this.index = index;
        walk = new PostingWalk(index);
        completion = new Completion(index);
        better = Better;
    }

    /// <summary>Codes by score, best first.</summary>
    public List<Candidate> Rank(QueryPlanner planner, SearchQuery query, Scratch scratch, out string? corrected)
    {
        var scored = scratch.Scored;
        scored.Clear();
        scratch.ByKey.Clear();
        Span<(int From, int To)> ranges = stackalloc (int, int)[3];
        ranges = ranges[..Ranges(query, ranges)];
        if (planner.AsTyped(query, out corrected) is { } typed)
        {
            Add(typed, ranges, query, scratch);
            // Several words that all match need no other reading; one word may be an abbreviation that happens to match.
            if (typed.Words.Length > 1 && scored.Count > 0 && Best(scored) >= GoodEnough)
            {
                AddHeadings(query, scratch, scored);
                AddNeighbours(query, scratch, scored);
                scored.Sort(better);
                return scored;
            }
        }

        foreach (var plan in planner.Widened(query)) Add(plan, ranges, query, scratch);
        AddHeadings(query, scratch, scored);
        AddNeighbours(query, scratch, scored);
        scored.Sort(better);
        return scored;
    }

    private static float Best(List<Candidate> scored)
    {
        var best = 0f;
        foreach (var c in scored) best = Math.Max(best, c.Score);
        return best;
    }

    private void Add(QueryPlan plan, ReadOnlySpan<(int From, int To)> ranges, SearchQuery query, Scratch scratch)
    {
        Mark(plan, scratch);
        walk.Run(plan, ranges, scratch);
        foreach (var packed in scratch.Best) Score(plan, query, scratch, scratch.Scored, Scratch.PhraseOf(packed));
        Refine(plan, query, scratch, scratch.Scored);
        Complete(plan, query, scratch, scratch.Scored);
        foreach (var term in plan.Terms)
        {
            foreach (var answer in term.Answers) scratch.TermOf[answer.Token] = 0;
        }
    }

    private int Ranges(SearchQuery query, Span<(int From, int To)> ranges)
    {
        var n = 0;
        for (var g = 0; g < 3; g++)
        {
            var wanted = query.Sets.Count == 0;
            for (var i = 0; i < query.Sets.Count; i++) wanted |= SearchIndex.GroupOf(query.Sets[i]) == g;
            if (!wanted) continue;
            // Neighbouring groups make one range.
            if (n > 0 && ranges[n - 1].To == index.Group(g).From) ranges[n - 1].To = index.Group(g).To;
            else ranges[n++] = index.Group(g);
        }

        return n;
    }

    // A token answers the first term that it is surest for.
    private static void Mark(QueryPlan plan, Scratch scratch)
    {
        for (var t = 0; t < plan.Terms.Count; t++)
        {
            foreach (var (token, trust) in plan.Terms[t].Answers)
            {
                if (scratch.TermOf[token] != 0 && scratch.TrustOf[token] >= trust) continue;
                scratch.TermOf[token] = (byte)(t + 1);
                scratch.TrustOf[token] = trust;
            }
        }
    }

    private int Better(Candidate a, Candidate b)
    {
        if (a.Score != b.Score) return b.Score.CompareTo(a.Score);
        var (ka, kb) = (index.Phrase(a.Phrase).Kind, index.Phrase(b.Phrase).Kind);
        return ka != kb ? ka.CompareTo(kb) : a.Key.CompareTo(b.Key);
    }

    [SkipLocalsInit]
    private void Score(QueryPlan plan, SearchQuery query, Scratch scratch, List<Candidate> scored, int phrase)
    {
        ref readonly var p = ref index.Phrase(phrase);
        Span<float> answered = stackalloc float[plan.Terms.Count + 1];
        answered.Clear();
        var (ofPhrase, optionalMatched) = (0f, 0f);
        for (var i = 0; i < p.Count; i++)
        {
            var (token, optional) = index.PhraseToken(p.Tokens, i);
            var t = scratch.TermOf[token];
            if (t == 0) continue;
            var weight = index.Token(token).Weight;
            if (optional) optionalMatched += weight;
            ofPhrase += weight * scratch.TrustOf[token];
            answered[t] = Math.Max(answered[t], scratch.TrustOf[token]);
        }

        var ofQuery = 0f;
        for (var t = 1; t < answered.Length; t++) ofQuery += answered[t] * plan.Terms[t - 1].Weight;
        if (ofQuery == 0) return;
        var coveredQuery = ofQuery / plan.Weight;
        var coveredPhrase = Math.Min(1f, ofPhrase / Math.Max(0.01f, p.Weight + optionalMatched));
        var score = Of(coveredQuery, coveredPhrase) * plan.Trust * KindPrior[(int)p.Kind];
        if (p.Kind == PhraseKind.SeeIndex && p.Part == 1) score *= 0.94f;
        // The inclusion term "polyneuropathy" stands under one disease that has it; the bare name is what the index gives.
        if (p.Kind == PhraseKind.Index && p.Part == 1 && coveredQuery > 0.99f) score *= MainTermShare;
        if (p.Prior == 1) score *= p.Kind == PhraseKind.Inclusion ? FormerInclusionShare : FormerShare;
        // The words for the kind of neoplasm come first in the phrase.
        if (p.Prior == 2 && scratch.TermOf[index.PhraseToken(p.Tokens, 0).Token] == 0) score *= SiteAloneShare;
        Place(query, scratch, scored, phrase, score);
    }

    // Powers 1.5 and 0.75: what the query asks for counts more than what the phrase says besides.
    private static float Of(float coveredQuery, float coveredPhrase)
    {
        var root = MathF.Sqrt(coveredPhrase);
        return coveredQuery * MathF.Sqrt(coveredQuery) * root * MathF.Sqrt(root);
    }

    // Codes that the best names lead to when the rest of the query is read too.
    private void Complete(QueryPlan plan, SearchQuery query, Scratch scratch, List<Candidate> scored)
    {
        if (plan.Terms.Count < 2) return;
        scored.Sort(better);
        scratch.ByKey.Clear();
        for (var i = 0; i < scored.Count; i++) scratch.ByKey[(uint)scored[i].Key] = i;
        var n = Math.Min(Completable, scored.Count);
        for (var i = 0; i < n; i++)
        {
            var c = scored[i];
            if (c.Score < 0.3f || index.Book.KeyAt(c.Key).Set != CodeSet.Icd10Cm) continue;
            completion.Find(plan, scratch, c, scratch.Completed);
            foreach (var more in scratch.Completed)
            {
                var key = index.Book.KeyAt(more.Key);
                if (!Wanted(query, key)) continue;
                var score = Of(more.Query, more.OfPhrase) * plan.Trust * CompletedShare * KindPrior[(int)index.Phrase(c.Phrase).Kind] * (1 - UnionShare + UnionShare * more.Query);
                // It says what the name says, and more of the query.
                score = Math.Max(score, c.Score * (i == 0 ? SameShare : CompletedNameShare));
                if (index.Billable(more.Key, query.On)) score += BillableBonus;
                if (scratch.ByKey.TryGetValue((uint)more.Key, out var at))
                {
                    if (scored[at].Score < score * Factor(scored[at].Status)) scored[at] = scored[at] with { Phrase = more.Phrase, Score = score * Factor(scored[at].Status) };
                    continue;
                }

                var status = index.Book.Find(key, query.On).Status;
                if (query.ActiveOnly && status is not CodeStatus.Active) continue;
                scratch.ByKey[(uint)more.Key] = scored.Count;
                scored.Add(new Candidate(more.Phrase, more.Key, score * Factor(status), status, true));
            }
        }
    }

    private void Place(SearchQuery query, Scratch scratch, List<Candidate> scored, int phrase, float score)
    {
        var keyIndex = index.Phrase(phrase).Key;
        if (scratch.ByKey.TryGetValue(keyIndex, out var at))
        {
            if (at < 0) return;
            var same = score * Factor(scored[at].Status);
            if (same > scored[at].Score) scored[at] = scored[at] with { Phrase = phrase, Score = same, Refined = false };
            return;
        }

        var key = index.Book.KeyAt((int)keyIndex);
        var status = Wanted(query, key) ? index.Book.Find(key, query.On).Status : CodeStatus.UnknownCode;
        if (status == CodeStatus.UnknownCode && !Wanted(query, key) || query.ActiveOnly && status is not CodeStatus.Active)
        {
            scratch.ByKey[keyIndex] = -1;
            return;
        }

        scratch.ByKey[keyIndex] = scored.Count;
        scored.Add(new Candidate(phrase, (int)keyIndex, score * Factor(status), status, false));
    }

    private static bool Wanted(SearchQuery query, CodeKey key) =>
        (query.Sets.Count == 0 || query.Sets.Contains(key.Set))
        && (query.Under.IsAll || query.Under.Contains(key));

    // A code of the newest edition counts fully even when the date is after every edition: there is nothing newer to prefer.
    private static float Factor(CodeStatus status) => status is CodeStatus.Active or CodeStatus.NoEdition ? 1f : 0.6f;

    // The best codes are looked at whole: what their other phrases answer of the query, and whether the words are the same to the letter.
    private void Refine(QueryPlan plan, SearchQuery query, Scratch scratch, List<Candidate> scored)
    {
        scored.Sort(better);
        var n = Math.Min(scored.Count, Refined);
        for (var i = 0; i < n; i++)
        {
            var c = scored[i];
            if (c.Refined) continue;
            var score = c.Score * (1 - UnionShare + UnionShare * Union(plan, scratch, c.Key));
            if (c.Score > 0.5f) score += Literal(plan, c);
            if (index.Billable(c.Key, query.On)) score += BillableBonus;
            scored[i] = c with { Score = score, Refined = true };
        }

        for (var i = n; i < scored.Count; i++)
        {
            if (!scored[i].Refined) scored[i] = scored[i] with { Score = scored[i].Score * (1 - UnionShare), Refined = true };
        }

        scratch.ByKey.Clear();
        for (var i = 0; i < scored.Count; i++) scratch.ByKey[(uint)scored[i].Key] = i;
    }

    private float Literal(QueryPlan plan, Candidate c)
    {
        var best = 0f;
        // The phrase that matched best, and the code's titles, which may have been as good.
        ref readonly var matched = ref index.Phrase(c.Phrase);
        best = LiteralMatch.Of(plan.Words, index.Source(matched));
        if (best < 1)
        {
            foreach (var other in index.PhrasesOf(c.Key))
            {
                ref readonly var p = ref index.Phrase((int)other);
                if (other != c.Phrase && Math.Abs(p.Weight - matched.Weight) < 0.2f) best = Math.Max(best, LiteralMatch.Of(plan.Words, index.Source(p)));
            }
        }

        return best * LiteralBonus + (best == 1 ? ExactBonus : 0);
    }

    // The part of the query's weight that any of the code's phrases answers.
    private float Union(QueryPlan plan, Scratch scratch, int key)
    {
        Span<float> answered = stackalloc float[plan.Terms.Count + 1];
        answered.Clear();
        foreach (var phrase in index.PhrasesOf(key))
        {
            ref readonly var p = ref index.Phrase((int)phrase);
            for (var i = 0; i < p.Count; i++)
            {
                var (token, _) = index.PhraseToken(p.Tokens, i);
                var t = scratch.TermOf[token];
                if (t != 0) answered[t] = Math.Max(answered[t], scratch.TrustOf[token]);
            }
        }

        var sum = 0f;
        for (var t = 1; t < answered.Length; t++) sum += answered[t] * plan.Terms[t - 1].Weight;
        return Math.Min(1f, sum / plan.Weight);
    }

    // A heading stands just behind the best code below it, so that a reader sees the choice it opens.
    private void AddHeadings(SearchQuery query, Scratch scratch, List<Candidate> scored)
    {
        scored.Sort(better);
        if (query.BillableOnly) return;
        scratch.ByKey.Clear();
        for (var i = 0; i < scored.Count; i++) scratch.ByKey[(uint)scored[i].Key] = i;
        var n = Math.Min(3, scored.Count);
        for (var i = 0; i < n; i++)
        {
            var c = scored[i];
            var key = index.Book.KeyAt(c.Key);
            if (key.Set != CodeSet.Icd10Cm || c.Score < 0.3f) continue;
            var code = key.Code;
            var score = c.Score;
            for (var length = code.Length - 1; length >= 3; length--)
            {
                score *= length == code.Length - 1 ? HeadingShare : HigherHeadingShare;
                if (!CodeKey.TryParse(CodeSet.Icd10Cm, code.AsSpan(0, length), out var heading)) break;
                var at = index.Book.IndexOf(heading);
                if (at < 0) continue;
                if (i == 0 && length == code.Length - 1 && !AsksForUnspecified(query.Text) && SaysAsMuch(c, at)) score = c.Score * SameShare;
                if (scratch.ByKey.TryGetValue((uint)at, out var place))
                {
                    if (place >= 0 && scored[place].Score < score) scored[place] = scored[place] with { Score = score };
                    continue;
                }

                var phrases = index.PhrasesOf(at);
                if (phrases.IsEmpty || !Wanted(query, heading)) continue;
                var status = index.Book.Find(heading, query.On).Status;
                if (query.ActiveOnly && status is not CodeStatus.Active) continue;
                scratch.ByKey[(uint)at] = scored.Count;
                scored.Add(new Candidate((int)phrases[0], at, score, status, true));
            }
        }
    }

    // Whether a heading is all that was asked for, and the code below it only leaves the rest open. An official entry that was matched whole decides for its code;
    // a name of ours stands at the unspecified code for want of a better place, and what is matched in part never asked for a side or a site.
    private bool SaysAsMuch(in Candidate c, int heading) =>
        index.Phrase(c.Phrase).Kind == PhraseKind.Synonym ? index.LeavesOpen(c.Key, heading, anything: true) : c.Score < GoodEnough && index.LeavesOpen(c.Key, heading, anything: false);

    private static bool AsksForUnspecified(string text) =>
        text.Contains("unspecified", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" nos", StringComparison.OrdinalIgnoreCase) || text.Contains(" nos ", StringComparison.OrdinalIgnoreCase);

    // Behind what matched by words, the neighbours of the best code: its children, or the others under its heading.
    private void AddNeighbours(SearchQuery query, Scratch scratch, List<Candidate> scored)
    {
        if (scored.Count == 0) return;
        var best = scored[0];
        foreach (var c in scored) if (better(c, best) < 0) best = c;
        var key = index.Book.KeyAt(best.Key);
        if (key.Set != CodeSet.Icd10Cm || best.Score < 0.3f) return;
        var code = key.Code;
        var heading = index.Billable(best.Key, query.On) && code.Length > 3 ? code[..^1] : code;
        if (!CodeKey.TryParse(CodeSet.Icd10Cm, heading, out var parent)) return;
        // A name that was matched whole brings all codes of its category, so that no list of them ends in the middle; those of large ones are found by more words.
        var all = CodeKey.TryParse(CodeSet.Icd10Cm, code.AsSpan(0, 3), out var category) && best.Score >= GoodEnough && index.Book.LowerBound(category.EndOfPrefix) - index.Book.LowerBound(category) <= LargestCategory;
        var first = all ? category : parent;
        var end = first.EndOfPrefix;
        for (var at = index.Book.LowerBound(first); at < index.Book.KeyCount; at++)
        {
            var neighbour = index.Book.KeyAt(at);
            if (neighbour >= end) break;
            var near = neighbour.Code.Length == heading.Length + 1 && neighbour.Code.StartsWith(heading, StringComparison.Ordinal);
            if (!near && !all) continue;
            var score = best.Score * (!near ? CategoryShare : index.Unspecified(at) ? UnspecifiedNeighbourShare : NeighbourShare);
            if (scratch.ByKey.TryGetValue((uint)at, out var place))
            {
                if (place >= 0 && scored[place].Score < score) scored[place] = scored[place] with { Score = score };
                continue;
            }

            var phrases = index.PhrasesOf(at);
            if (phrases.IsEmpty || !Wanted(query, neighbour)) continue;
            var status = index.Book.Find(neighbour, query.On).Status;
            if (status is not (CodeStatus.Active or CodeStatus.NoEdition) || query.ActiveOnly && status is not CodeStatus.Active) continue;
            scratch.ByKey[(uint)at] = scored.Count;
            scored.Add(new Candidate((int)phrases[0], at, score, status, true));
        }
    }

    /// <summary>What matched, in the words of its source.</summary>
    public Why Why(int phrase)
    {
        ref readonly var p = ref index.Phrase(phrase);
        var row = new Row(index.Book, (int)p.Fact);
        return p.Kind switch
        {
            PhraseKind.Title => new Why("title", System.Text.Encoding.UTF8.GetString(index.Source(p))),
            PhraseKind.FormerTitle => new Why("title", row[2]),
            PhraseKind.Short => new Why("short", row[1]),
            PhraseKind.Label => new Why("label", row[0]),
            PhraseKind.Inclusion => new Why("inclusion", row[2]),
            PhraseKind.Synonym => new Why("synonym", row[0].Split('|') is var parts && p.Part < parts.Length ? parts[p.Part].TrimStart('~') : row[0]),
            PhraseKind.Article => new Why("article", row["title"]),
            PhraseKind.SeeIndex => new Why("index", $"{row["path"]}, see {row["target"]}"),
            _ => new Why("index", row["column"].Length > 0 ? $"{row["path"]} ({row["column"]})" : row["path"]),
        };
    }
}
