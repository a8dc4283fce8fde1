using CodingAhead.Codes;
using CodingAhead.Codes.Search;
using CodingAhead.Site.Books;

namespace CodingAhead.Site.Search;

/// <summary>What was found for something being typed, and how many there are in all: one more than asked for where they were not counted.</summary>
public sealed record Typed(IReadOnlyList<Hit> Hits, int Total, IReadOnlyList<string> Notes);

/// <summary>
/// Search for a box that completes what is typed: the beginning of a code lists the codes that begin so, in order; everything else is a search in which
/// the last word may be unfinished.
/// </summary>
public static class TypedCodes
{
    // Where all are counted: a beginning such as "E1" or "9" has thousands of codes; the count stops here.
    private const int MostCounted = 10_000;

    /// <summary>
    /// Finds. <paramref name="wanted"/> leaves out keys that are not asked for; <paramref name="codes"/> and <paramref name="words"/> say what is searched;
    /// <paramref name="counted"/> counts all codes of a beginning, not only one more than asked for.
    /// </summary>
    public static Typed Find(OpenBook open, SearchQuery query, Func<CodeKey, bool> wanted, bool codes = true, bool words = true, bool counted = false)
    {
        if (codes && query.Typing && IsBeginning(query.Text) && Beginning(open, query, wanted, counted) is { Hits.Count: > 0 } beginning) return beginning;
        var result = open.Searcher.Find(query);
        var left = new List<Hit>(result.Hits.Count);
        foreach (var hit in result.Hits)
        {
            if (wanted(hit.Key) && (hit.Why.Kind == "code" ? codes : words)) left.Add(hit);
        }

        return new Typed(left, Math.Max(left.Count, result.Total - (result.Hits.Count - left.Count)), result.Notes);
    }

    // One word with a digit, or a letter alone: no word of a title is so.
    private static bool IsBeginning(string text)
    {
        if (text.Length is 0 or > 8) return false;
        var digit = false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '.') return false;
            digit |= char.IsAsciiDigit(c);
        }

        return digit;
    }

    private static Typed Beginning(OpenBook open, SearchQuery query, Func<CodeKey, bool> wanted, bool counted)
    {
        var most = counted ? MostCounted : query.Top + 1;
        var book = open.Book;
        var hits = new List<Hit>();
        var total = 0;
        var after = new HashSet<CodeSet>();
        foreach (var set in query.Sets.Count > 0 ? query.Sets : CodeSets.Searchable)
        {
            // A dot at the end is one being typed: the code so far has the length before a dot in this set.
            if (!CodeKey.TryParse(set, query.Text, out var prefix)) continue;
            foreach (var key in book.KeysUnder(prefix))
            {
                if (total >= most) break;
                if (!wanted(key) || !query.Under.IsAll && !query.Under.Contains(key.Code)) continue;
                var status = book.Find(key, query.On).Status;
                if (status == CodeStatus.UnknownCode || query.ActiveOnly && status != CodeStatus.Active) continue;
                if (query.BillableOnly && !Titles.Billable(book, key, query.On)) continue;
                total++;
                if (hits.Count >= query.Top) continue;
                if (status == CodeStatus.NoEdition) after.Add(set);
                hits.Add(new Hit(key, Titles.Of(book, key, query.On), Titles.Billable(book, key, query.On), status, 1, new Why("code", key.Display)));
            }
        }

        var notes = open.OverOn(query.On).Where(e => after.Contains(e.Set))
            .Select(e => FormattableString.Invariant($"No edition of {e.Set.Name()} for {query.On:yyyy-MM-dd} is loaded; shown as of the newest one, in force until {e.Last:yyyy-MM-dd}."));
        return new Typed(hits, total, [.. notes]);
    }
}
