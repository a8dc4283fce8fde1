namespace CodingAhead.Codes.Search;

/// <summary>Codes and ranges typed instead of words: <c>e119</c>, <c>64633-64636</c>, <c>99213 99214, G0439</c>.</summary>
internal static class CodeLookup
{
    /// <summary>No list shows more of one range.</summary>
    private const int MaxOfRange = 500;

    /// <summary>The codes named by the query, all of them; empty when it is not made of codes.</summary>
    public static List<Hit> Find(Book book, SearchQuery query)
    {
        var hits = new List<Hit>();
        var text = query.Text.Replace('–', '-').Trim();
        foreach (var part in text.Split([' ', ',', ';', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var before = hits.Count;
            var dash = part.IndexOf('-', 1);
            if (dash > 0) Range(book, query, part[..dash], part[(dash + 1)..], hits);
            else Exact(book, query, part, hits);
            if (hits.Count == before) return [];
        }

        return hits;
    }

    private static void Exact(Book book, SearchQuery query, string code, List<Hit> hits)
    {
        if (code.Length < 2 || !code.Any(char.IsAsciiDigit) && code.Length != 2) return;
        foreach (var set in CodeSets.Searchable)
        {
            if (CodeKey.TryParse(set, code, out var key) && book.IndexOf(key) >= 0) Add(book, query, key, hits);
        }
    }

    private static void Range(Book book, SearchQuery query, string from, string to, List<Hit> hits)
    {
        if (from.Length < 2 || to.Length < 2 || !from.Any(char.IsAsciiDigit) || !to.Any(char.IsAsciiDigit)) return;
        foreach (var set in CodeSets.Searchable)
        {
            if (!CodeKey.TryParse(set, from, out var low) || !CodeKey.TryParse(set, to, out var high) || low > high) continue;
            if (set is CodeSet.Cpt or CodeSet.Hcpcs && (from.Length != 5 || to.Length != 5)) continue;
            if (set is CodeSet.Icd9Cm or CodeSet.Icd9Proc && from.Length > 5) continue;
            var end = high.EndOfPrefix;
            foreach (var key in book.Keys(set, low))
            {
                if (key >= end || hits.Count >= MaxOfRange) break;
                Add(book, query, key, hits);
            }
        }
    }

    private static void Add(Book book, SearchQuery query, CodeKey key, List<Hit> hits)
    {
        if (query.Sets.Count > 0 && !query.Sets.Contains(key.Set)) return;
        if (!query.Under.Contains(key.Code)) return;
        var status = book.Find(key, query.On).Status;
        if (status == CodeStatus.UnknownCode || query.ActiveOnly && status != CodeStatus.Active) return;
        var billable = Titles.Billable(book, key, query.On);
        if (query.BillableOnly && !billable) return;
        hits.Add(new Hit(key, Titles.Of(book, key, query.On), billable, status, 1, new Why("code", key.Display)));
    }
}
