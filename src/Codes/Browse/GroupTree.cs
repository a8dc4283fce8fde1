using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Browse;

/// <summary>Modifiers by what they do, places of service by the amount they pay: small sets in groups of ours.</summary>
internal sealed class GroupTree(Book book, CodeCounts counts, CodeSet set, DateOnly on)
{
    private static readonly (string Id, string Name)[] Modifiers =
    [
        ("pricing", "Change the amount"), ("anatomical", "Say which side, finger, toe, eyelid or vessel"), ("distinct-service", "Say that a service was separate from another"),
        ("informational", "Give information; the amount stays"), ("statistical", "Only counted"), ("other", "Others, of which the book knows no kind"),
    ];

    private static readonly (string Id, string Name)[] Places = [("facility", "Facility amount"), ("non-facility", "Office (non-facility) amount"), ("other", "Amount not known")];

    public List<BrowseNode> Root()
    {
        var members = Members();
        return [.. (set == CodeSet.Modifier ? Modifiers : Places).Where(g => members.Contains(g.Id)).Select(g => Node(g, members[g.Id].Count()))];
    }

    public (BrowseNode Node, List<BrowseNode> Siblings, List<BrowseNode> Children)? Of(string id)
    {
        var siblings = Root();
        if (siblings.Find(s => s.Id == id) is not { } node) return null;
        var nodes = new CodeTree(book, counts, set, on);
        return (node, siblings, [.. Members()[id].Select(nodes.Code)]);
    }

    /// <summary>The group of a code.</summary>
    public string GroupOf(CodeKey key)
    {
        var page = new PageReader(book, key, on, on);
        var kind = set == CodeSet.Modifier
            ? page.All("starter-modifier").Select(r => r["kind"]).LastOrDefault()
            : page.Rows("pos").Select(r => r["type"]).LastOrDefault() ?? page.All("pos").Select(r => r["type"]).LastOrDefault() ?? page.All("starter-pos").Select(r => r["setting"]).LastOrDefault();
        return (set == CodeSet.Modifier ? Modifiers : Places).Any(g => g.Id == kind) ? kind! : "other";
    }

    private ILookup<string, CodeKey> Members() => book.Keys(set).Where(k => counts.IsListed(k, on)).ToLookup(GroupOf, StringComparer.Ordinal);

    private BrowseNode Node((string Id, string Name) group, int codes) => new(group.Id, "group", group.Name, codes, Own: true) { Path = $"/browse/{set.Id()}/{group.Id}" };
}
