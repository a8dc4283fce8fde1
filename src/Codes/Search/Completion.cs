using System.Runtime.CompilerServices;

namespace CodingAhead.Codes.Search;

/// <summary>A code that a matched name leads to when the rest of the query is read too.</summary>
internal readonly record struct Completed(int Phrase, int Key, float Query, float OfPhrase);

/// <summary>
/// Reads what a query says besides the name of a disease: the name leads to a heading or to its unspecified code ("tennis elbow"), and the titles of the codes beside it
/// tell side, site, severity and what it comes with ("left"). A title counts for what it has that the named code's title has not.
/// </summary>
internal sealed class Completion(SearchIndex index)
{
    // Headings with more codes below them are chapters of their own; their codes are found by words.
    private const int MostCodes = 400;
    private const int MostTerms = 64;

    /// <summary>Codes below the headings of a candidate whose titles say more of the query than its phrase does.</summary>
    [SkipLocalsInit]
    public void Find(QueryPlan plan, Scratch scratch, in Candidate c, List<Completed> found)
    {
        found.Clear();
        var terms = plan.Terms.Count;
        Span<float> answered = stackalloc float[terms + 1];
        answered.Clear();
        var of = Phrase(c.Phrase, scratch, answered);
        var said = Sum(plan, answered);
        if (of.Covered < 0.9f * of.Weight || said > 0.98f * plan.Weight) return;
        var title = index.TitlePhrase(c.Key);
        if (title < 0) return;

        Span<int> own = stackalloc int[MostTerms];
        own = own[..Terms(title, own)];
        Span<int> other = stackalloc int[MostTerms];
        Span<float> more = stackalloc float[terms + 1];
        var code = index.Book.KeyAt(c.Key).Code;
        var (seenFrom, seenTo) = (c.Key, c.Key);
        for (var length = code.Length; length >= 3; length--)
        {
            if (!CodeKey.TryParse(CodeSet.Icd10Cm, code.AsSpan(0, length), out var heading)) break;
            var first = index.Book.LowerBound(heading);
            var end = index.Book.LowerBound(heading.EndOfPrefix);
            if (end - first > MostCodes) break;
            var at = index.Book.IndexOf(heading);
            var open = length == code.Length || at >= 0 && index.LeavesOpen(c.Key, at, anything: true);
            for (var key = first; key < end; key++)
            {
                if (key >= seenFrom && key < seenTo || key == c.Key || index.TitlePhrase(key) is var phrase && phrase < 0) continue;
                var theirs = other[..Terms(phrase, other)];
                // Beside the code that was named, not below what it leaves open: nothing that it says may be lost.
                if (!open && Lost(own, theirs)) continue;
                answered.CopyTo(more);
                var (gain, covered) = (0f, 0f);
                foreach (var token in theirs)
                {
                    if (own.Contains(token)) continue;
                    var weight = index.Token(token).Weight;
                    gain += weight;
                    var t = scratch.TermOf[token];
                    if (t == 0) continue;
                    covered += weight * scratch.TrustOf[token];
                    more[t] = Math.Max(more[t], scratch.TrustOf[token]);
                }

                var query = Sum(plan, more);
                if (query > said * 1.02f) found.Add(new Completed(phrase, key, query / plan.Weight, (of.Covered + covered) / Math.Max(0.01f, of.Weight + gain)));
            }

            (seenFrom, seenTo) = (first, end);
        }
    }

    // What a phrase weighs, and how much of it the query has.
    private (float Weight, float Covered) Phrase(int phrase, Scratch scratch, Span<float> answered)
    {
        ref readonly var p = ref index.Phrase(phrase);
        var (covered, optional) = (0f, 0f);
        for (var i = 0; i < p.Count; i++)
        {
            var (token, left) = index.PhraseToken(p.Tokens, i);
            var t = scratch.TermOf[token];
            if (t == 0) continue;
            var weight = index.Token(token).Weight;
            if (left) optional += weight;
            covered += weight * scratch.TrustOf[token];
            answered[t] = Math.Max(answered[t], scratch.TrustOf[token]);
        }

        return (p.Weight + optional, covered);
    }

    private static float Sum(QueryPlan plan, ReadOnlySpan<float> answered)
    {
        var sum = 0f;
        for (var t = 1; t < answered.Length; t++) sum += answered[t] * plan.Terms[t - 1].Weight;
        return sum;
    }

    private int Terms(int phrase, Span<int> into)
    {
        ref readonly var p = ref index.Phrase(phrase);
        var n = 0;
        for (var i = 0; i < p.Count && n < into.Length; i++)
        {
            var (token, optional) = index.PhraseToken(p.Tokens, i);
            if (!optional) into[n++] = token;
        }

        return n;
    }

    private bool Lost(ReadOnlySpan<int> own, ReadOnlySpan<int> theirs)
    {
        foreach (var token in own)
        {
            if (token != index.UnspecifiedToken && !theirs.Contains(token)) return true;
        }

        return false;
    }
}
