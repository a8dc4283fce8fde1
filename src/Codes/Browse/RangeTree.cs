namespace CodingAhead.Codes.Browse;

/// <summary>Sets without a published tree: named ranges, then thousands or hundreds where a range is long, then the codes.</summary>
internal sealed class RangeTree(Book book, CodeCounts counts, CodeSet set, DateOnly on)
{
    /// <summary>A range of more codes is divided.</summary>
    private const int MaxCodes = 120;

    private readonly CodeTree nodes = new(book, counts, set, on);

    public List<BrowseNode> Root() => [.. NamedRanges.Of(set).Select(Node).Where(n => n.Codes > 0)];

    /// <summary>Its node, parents and children; null when no code lies in it.</summary>
    public (BrowseNode Node, List<BrowseNode> Parents, List<BrowseNode> Siblings, List<BrowseNode> Children)? Of(string from, string to)
    {
        var (parents, siblings, level) = (new List<BrowseNode>(), Root(), NamedRanges.Of(set));
        while (level.FirstOrDefault(r => Same(r.From, from) && Holds(r, from, to)) is { } around)
        {
            if (around.From == from && around.To == to)
            {
                var node = Node(around);
                return node.Codes == 0 ? null : (node, parents, siblings, around.Parts.Length > 0 ? [.. around.Parts.Select(Node).Where(n => n.Codes > 0)] : Divided(from, to));
            }

            parents.Add(Node(around));
            siblings = around.Parts.Length > 0 ? [.. around.Parts.Select(Node).Where(n => n.Codes > 0)] : Divided(around.From, around.To);
            level = around.Parts;
        }

        // Below the named ranges: one of those into which a long range is divided, or any two codes that somebody asks for.
        while (siblings.Find(s => s.Kind == "range" && s.Id.Split('-') is [var low, var high] && Within(low, high, from, to) && s.Id != $"{from}-{to}") is { } wider && !parents.Exists(p => p.Id == wider.Id))
        {
            parents.Add(wider);
            var ends = wider.Id.Split('-');
            siblings = Divided(ends[0], ends[1]);
        }

        var keys = Keys(from, to);
        if (keys.Count == 0) return null;
        var own = new BrowseNode($"{from}-{to}", "range", "", keys.Count) { Path = $"/browse/{set.Id()}/{from}-{to}" };
        return (own, parents, siblings.Exists(s => s.Id == own.Id) ? siblings : [], Divided(from, to));
    }

    private BrowseNode Node(NamedRange range) => new(range.Id, "range", range.Name, Keys(range.From, range.To).Count, Own: true) { Path = $"/browse/{set.Id()}/{range.Id}" };

    private List<BrowseNode> Divided(string from, string to)
    {
        var keys = Keys(from, to);
        if (keys.Count <= MaxCodes) return keys.ConvertAll(nodes.Code);
        for (var n = 1; n < from.Length; n++)
        {
            var groups = keys.GroupBy(k => k.Code[..Math.Min(n, k.Code.Length)]).ToList();
            if (groups.Count < 2) continue;
            return [.. groups.Select(g => Group(g.Key, from, to, [.. g]))];
        }

        return keys.ConvertAll(nodes.Code);
    }

    // As wide as its beginning, but not beyond the range it divides: 001 to 009, not 000.
    private BrowseNode Group(string prefix, string from, string to, List<CodeKey> keys)
    {
        var suffix = char.IsAsciiLetter(from[^1]) ? from[^1..] : "";
        var digits = from.Length - prefix.Length - suffix.Length;
        var (low, high) = ($"{prefix}{new string('0', digits)}{suffix}", $"{prefix}{new string('9', digits)}{suffix}");
        var id = $"{(string.CompareOrdinal(low, from) < 0 ? from : low)}-{(string.CompareOrdinal(high, to) > 0 ? to : high)}";
        return keys.Count == 1 ? nodes.Code(keys[0]) : new BrowseNode(id, "range", "", keys.Count) { Path = $"/browse/{set.Id()}/{id}" };
    }

    private List<CodeKey> Keys(string from, string to)
    {
        var (first, end) = (CodeKey.Of(set, from), CodeKey.Of(set, to).EndOfPrefix);
        var list = new List<CodeKey>();
        foreach (var key in book.Keys(set, first))
        {
            if (key >= end) break;
            if (Same(key.Code, from) && counts.IsListed(key, on)) list.Add(key);
        }

        return list;
    }

    // CPT's numbers that end in a letter lie between those that do not.
    private bool Same(string a, string b) => set is not CodeSet.Cpt || (char.IsAsciiLetter(a[^1]) ? a[^1] : '0') == (char.IsAsciiLetter(b[^1]) ? b[^1] : '0');

    private static bool Holds(NamedRange range, string from, string to) => Within(range.From, range.To, from, to);

    private static bool Within(string low, string high, string from, string to) =>
        low.Length == from.Length && string.CompareOrdinal(low, from) <= 0 && string.CompareOrdinal(to, high) <= 0;
}
