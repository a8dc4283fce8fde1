using System.Collections.Concurrent;

namespace CodingAhead.Codes.Browse;

/// <summary>
/// The trees of the code sets on a date of service. ICD-10-CM: chapters, blocks, categories, codes; ICD-10-PCS: character by character; CPT, HCPCS Level II and ICD-9-CM: ranges under
/// names of ours; modifiers and places of service: groups. Thread-safe; keeps what it worked out as long as the book lives.
/// </summary>
public sealed class CodeBrowser(Book book)
{
    /// <summary>Children in one answer.</summary>
    public const int MaxChildren = 1000;

    private readonly CodeCounts counts = new(book);
    private readonly ConcurrentDictionary<int, TabularTree> tabular = new();

    /// <summary>The top of a set's tree.</summary>
    public BrowseLevel Root(CodeSet set, DateOnly on)
    {
        var node = SetNode(set, on);
        var (children, headings) = set switch
        {
            CodeSet.Icd10Cm => Diagnoses(on) is { Tree: var tree, Edition: var e } ? (tree.Chapters().Select(c => Block(tree, c, on)).Where(n => n.Codes > 0).ToList(), Over(e, on)) : (Letters(on), null),
            CodeSet.Icd10Pcs => (new PcsTree(book, counts, on).Below(""), null),
            CodeSet.Modifier or CodeSet.Pos => (new GroupTree(book, counts, set, on).Root(), null),
            _ => (new RangeTree(book, counts, set, on).Root(), null),
        };
        return Level(set, on, node, [], [], children, headings);
    }

    /// <summary>A place by its id; null when there is none, or no code of it is valid on the date.</summary>
    public BrowseLevel? Find(CodeSet set, string id, DateOnly on)
    {
        id = id.Trim().ToUpperInvariant();
        return set switch
        {
            CodeSet.Icd10Cm => Diagnosis(id, on),
            CodeSet.Icd10Pcs => Procedure(id, on),
            CodeSet.Modifier or CodeSet.Pos => Group(set, id, on),
            _ => Range(set, id, on),
        };
    }

    /// <summary>The chapter or block of ICD-10-CM that a range printed in a note is; null when it is only a range.</summary>
    public string? NamedBlock(string from, string to, DateOnly on) => Diagnoses(on)?.Tree.Named(from, to);

    /// <summary>The address where a code's neighbours in the tree are listed, without the date.</summary>
    public string PathAbove(CodeKey key, DateOnly on) => key.Set switch
    {
        CodeSet.Modifier or CodeSet.Pos => $"/browse/{key.Set.Id()}/{new GroupTree(book, counts, key.Set, on).GroupOf(key)}",
        CodeSet.Icd10Pcs => $"/codes/icd10pcs/{key.Code[..Math.Min(3, key.Code.Length)]}",
        _ => $"/browse/{key.Set.Id()}",
    };

    private BrowseLevel? Diagnosis(string id, DateOnly on)
    {
        var nodes = new CodeTree(book, counts, CodeSet.Icd10Cm, on);
        var tree = Diagnoses(on);
        var headings = tree is { } t ? Over(t.Edition, on) : null;
        var top = new List<BrowseNode> { SetNode(CodeSet.Icd10Cm, on) };
        // M00-M99 is printed for chapter 13; the block of the one category E36 is E36-E36, so that E36 is the category.
        var isBlock = tree is { Tree: var named } && id.Split('-') is [var low, var high] && named.Named(low, high) is { } same && (id = same).Length > 0;
        if (tree is { Tree: var known } && (isBlock || id.StartsWith("CH", StringComparison.Ordinal)) && known.Has(id))
        {
            var parents = Above(known, id, on);
            var above = known.Above(id);
            var siblings = (above is null ? known.Chapters() : known.BlocksIn(above)).Select(b => Block(known, b, on)).Where(n => n.Codes > 0).ToList();
            return Level(CodeSet.Icd10Cm, on, Block(known, id, on), [.. top, .. parents], siblings, In(known, id, on), headings);
        }

        if (id.Length == 1 && char.IsAsciiLetterUpper(id[0]))
        {
            var letters = Letters(on);
            return letters.Find(l => l.Id == id) is not { } letter ? null
                : Level(CodeSet.Icd10Cm, on, letter, top, letters, nodes.Outermost(CodeKey.Of(CodeSet.Icd10Cm, id), CodeKey.Of(CodeSet.Icd10Cm, id).EndOfPrefix), null);
        }

        if (id.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash)
        {
            if (!CodeKey.TryParse(CodeSet.Icd10Cm, id.AsSpan(0, dash), out var from) || !CodeKey.TryParse(CodeSet.Icd10Cm, id.AsSpan(dash + 1), out var to) || from > to) return null;
            if (from.Code.Length < 3 || to.Code.Length < 3 || from.Code.Contains('-', StringComparison.Ordinal) || to.Code.Contains('-', StringComparison.Ordinal)) return null;
            var children = nodes.Outermost(from, to.EndOfPrefix);
            var node = new BrowseNode($"{from.Display}-{to.Display}", "range", "", children.Sum(c => c.Codes)) { Path = $"/browse/icd10cm/{from.Display}-{to.Display}" };
            return children.Count == 0 ? null : Level(CodeSet.Icd10Cm, on, node, top, [], children, null);
        }

        if (!CodeKey.TryParse(CodeSet.Icd10Cm, id, out var key) || key.Code.Length < 3 || !counts.IsListed(key, on)) return null;
        var code = key.Code;
        List<BrowseNode> beside;
        var block = tree?.Tree.BlockOf(code[..3]);
        if (block is not null) top.AddRange([.. Above(tree!.Value.Tree, block, on), Block(tree.Value.Tree, block, on)]);
        var last = default(CodeKey);
        for (var n = 3; n < code.Length; n++)
        {
            var heading = CodeKey.Of(CodeSet.Icd10Cm, code.AsSpan(0, n));
            if (!counts.IsListed(heading, on)) continue;
            top.Add(nodes.Code(heading));
            last = heading;
        }

        beside = last != default ? nodes.Below(last) : block is not null ? In(tree!.Value.Tree, block, on) : [];
        return Level(CodeSet.Icd10Cm, on, nodes.Code(key), top, beside, nodes.Below(key), headings);
    }

    private BrowseLevel? Procedure(string id, DateOnly on)
    {
        if (id.Length is 0 or > 7 || !id.All(char.IsAsciiLetterOrDigit)) return null;
        var tree = new PcsTree(book, counts, on);
        if (tree.Of(id) is not { } node) return null;
        var parents = new List<BrowseNode> { SetNode(CodeSet.Icd10Pcs, on) };
        for (var n = 1; n < id.Length; n++)
        {
            if (tree.Of(id[..n]) is { } parent) parents.Add(parent);
        }

        return Level(CodeSet.Icd10Pcs, on, node, parents, tree.Below(id[..^1]), id.Length == 7 ? [] : tree.Below(id), null);
    }

    private BrowseLevel? Group(CodeSet set, string id, DateOnly on) =>
        new GroupTree(book, counts, set, on).Of(id.ToLowerInvariant()) is { } g ? Level(set, on, g.Node, [SetNode(set, on)], g.Siblings, g.Children, null) : null;

    private BrowseLevel? Range(CodeSet set, string id, DateOnly on)
    {
        if (id.Split('-') is not [var from, var to] || !CodeKey.TryParse(set, from, out var low) || !CodeKey.TryParse(set, to, out var high) || low > high) return null;
        // Numbers of CPT and HCPCS have five characters; a shorter end would take in more than it says.
        if (low.Code.Length != high.Code.Length || set is CodeSet.Cpt or CodeSet.Hcpcs && low.Code.Length != 5) return null;
        if (new RangeTree(book, counts, set, on).Of(low.Code, high.Code) is not { } found) return null;
        return Level(set, on, found.Node, [SetNode(set, on), .. found.Parents], found.Siblings, found.Children, null);
    }

    private BrowseNode SetNode(CodeSet set, DateOnly on) =>
        new("", "set", set.Name(), counts.Between(CodeKey.First(set), CodeKey.First(set + 1), on)) { Path = $"/browse/{set.Id()}" };

    private BrowseNode Block(TabularTree tree, string id, DateOnly on)
    {
        var chapter = id.StartsWith("CH", StringComparison.Ordinal);
        return new BrowseNode(chapter || id.Contains('-', StringComparison.Ordinal) ? id : $"{id}-{id}", chapter ? "chapter" : "block", tree.Title(id), CategoriesOf(tree, id).Sum(c => counts.Under(c, on))) { Path = $"/codes/icd10cm-block/{id}" };
    }

    private List<BrowseNode> Above(TabularTree tree, string id, DateOnly on)
    {
        var list = new List<BrowseNode>();
        for (var above = tree.Above(id); above is not null; above = tree.Above(above)) list.Insert(0, Block(tree, above, on));
        return list;
    }

    private List<BrowseNode> In(TabularTree tree, string id, DateOnly on)
    {
        var nodes = new CodeTree(book, counts, CodeSet.Icd10Cm, on);
        var blocks = tree.BlocksIn(id).Select(b => Block(tree, b, on)).Where(n => n.Codes > 0);
        return [.. blocks, .. tree.CategoriesIn(book, id).Where(c => counts.IsListed(c, on)).Select(nodes.Code)];
    }

    private IEnumerable<CodeKey> CategoriesOf(TabularTree tree, string id) => tree.CategoriesIn(book, id).Concat(tree.BlocksIn(id).SelectMany(b => CategoriesOf(tree, b)));

    private List<BrowseNode> Letters(DateOnly on)
    {
        var list = new List<BrowseNode>();
        for (var c = 'A'; c <= 'Z'; c++)
        {
            var n = counts.Under(CodeKey.Of(CodeSet.Icd10Cm, [c]), on);
            if (n > 0) list.Add(new BrowseNode(c.ToString(), "letter", "", n) { Path = $"/browse/icd10cm/{c}" });
        }

        return list;
    }

    private (TabularTree Tree, BookSource Edition)? Diagnoses(DateOnly on) => TabularTree.On(book, on, (edition, make) => tabular.GetOrAdd(edition.Number, _ => make()));

    private static string? Over(BookSource edition, DateOnly on) => edition.From <= on && on <= edition.To ? null : edition.Edition;

    private static BrowseLevel Level(CodeSet set, DateOnly on, BrowseNode node, List<BrowseNode> parents, List<BrowseNode> siblings, List<BrowseNode> children, string? headings)
    {
        var at = siblings.FindIndex(s => s.Id == node.Id);
        return new BrowseLevel(
            set.Id(), on, node, parents, siblings, children.Count > MaxChildren ? children[..MaxChildren] : children, children.Count,
            at > 0 ? siblings[at - 1] : null, at >= 0 && at + 1 < siblings.Count ? siblings[at + 1] : null, headings);
    }
}
