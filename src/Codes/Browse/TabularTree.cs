namespace CodingAhead.Codes.Browse;

/// <summary>
/// Chapters and blocks of ICD-10-CM as one edition of the tabular list has them. A block that spans others (C00-C96) has no categories of its own: the blocks inside it are its
/// children. The list itself, not the order of the codes, says where a category belongs: C4A stands in C43-C44.
/// </summary>
internal sealed class TabularTree
{
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> categories = new(StringComparer.Ordinal);
    private readonly HashSet<string> spanning = new(StringComparer.Ordinal);

    private Dictionary<string, IReadOnlyList<CodeKey>>? byBlock;

    private TabularTree(Book book, Table table, DateOnly day)
    {
        foreach (var key in book.Keys(CodeSet.Icd10CmBlock))
        {
            if (book.RowOn(key, table, day) is not { } row) continue;
            titles[key.Code] = row["title"];
            parents[key.Code] = row["parent"];
        }

        foreach (var category in Categories(book))
        {
            if (book.RowOn(category, table, day) is { } row) categories[category.Code] = row["parent"];
        }

        spanning = [.. titles.Keys.Where(b => b.Contains('-', StringComparison.Ordinal)).Except(categories.Values)];
        foreach (var block in titles.Keys.Where(b => parents[b].Length > 0).ToList())
        {
            if (spanning.Where(s => s != block && Inside(block, s)).OrderBy(Width).FirstOrDefault() is { } outer) parents[block] = outer;
        }
    }

    /// <summary>The tree of the edition in force on a date, else of the nearest before it, else of the oldest; null when the book has none.</summary>
    public static (TabularTree Tree, BookSource Edition)? On(Book book, DateOnly on, Func<BookSource, Func<TabularTree>, TabularTree> once)
    {
        if (book.TableNumber("icd10cm-tabular") is not (>= 0 and var number)) return null;
        var editions = book.Sources.Where(s => s.Dataset == "icd10cm-tabular").OrderBy(s => s.From).ToList();
        if (editions.Count == 0) return null;
        var edition = editions.LastOrDefault(s => s.From <= on) ?? editions[0];
        return (once(edition, () => new TabularTree(book, book.Tables[number], edition.From)), edition);
    }

    /// <summary>Categories in order, found by jumping from one to the next.</summary>
    public static IEnumerable<CodeKey> Categories(Book book)
    {
        for (var i = book.LowerBound(CodeKey.First(CodeSet.Icd10Cm)); i < book.KeyCount && book.KeyAt(i) is { Set: CodeSet.Icd10Cm } key;)
        {
            var category = CodeKey.Of(CodeSet.Icd10Cm, key.Code.AsSpan(0, Math.Min(3, key.Code.Length)));
            yield return category;
            i = book.LowerBound(category.EndOfPrefix);
        }
    }

    public bool Has(string id) => titles.ContainsKey(id);

    public string Title(string id) => titles[id];

    /// <summary>The block, spanning block or chapter above a block; null above a chapter.</summary>
    public string? Above(string block) => parents[block] is { Length: > 0 } parent && titles.ContainsKey(parent) ? parent : null;

    public IEnumerable<string> Chapters() => titles.Keys.Where(t => t.StartsWith("CH", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public IEnumerable<string> BlocksIn(string id) => titles.Keys.Where(b => parents[b] == id).Order(StringComparer.Ordinal);

    /// <summary>The block of a category: the list's own, or for one it does not have yet the smallest stretch around it.</summary>
    public string? BlockOf(string category) => categories.GetValueOrDefault(category)
        ?? titles.Keys.Where(b => b.Contains('-', StringComparison.Ordinal) && Inside($"{category}-{category}", b)).OrderBy(b => spanning.Contains(b)).ThenBy(Width).FirstOrDefault()
        // I1A came after I16, the last of its block: it stands with the category before it.
        ?? categories.Where(c => c.Key.AsSpan(0, 2).SequenceEqual(category.AsSpan(0, 2)) && string.CompareOrdinal(c.Key, category) < 0).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value).LastOrDefault();

    /// <summary>The categories directly in a block, of all editions, in order.</summary>
    public IReadOnlyList<CodeKey> CategoriesIn(Book book, string id)
    {
        if (byBlock is null)
        {
            var all = Categories(book).Select(c => (Block: BlockOf(c.Code), Category: c)).Where(c => c.Block is not null).ToLookup(c => c.Block!, c => c.Category, StringComparer.Ordinal);
            byBlock = all.ToDictionary(g => g.Key, g => (IReadOnlyList<CodeKey>)[.. g], StringComparer.Ordinal);
        }

        return byBlock.GetValueOrDefault(id, []);
    }

    /// <summary>The block or chapter that a range printed in a note is, if it is one: M00-M99 is chapter 13.</summary>
    public string? Named(string from, string to)
    {
        var id = $"{from}-{to}";
        if (titles.ContainsKey(id)) return id;
        if (from == to && titles.ContainsKey(from)) return from;
        foreach (var chapter in Chapters())
        {
            // A chapter prints its range at the end of its title.
            if (titles[chapter].EndsWith($"({id})", StringComparison.Ordinal)) return chapter;
        }

        return null;
    }

    private static bool Inside(string inner, string outer) =>
        inner.Split('-') is [var a, var b] && outer.Split('-') is [var low, var high]
        && string.CompareOrdinal(low, a) <= 0 && string.CompareOrdinal(b, high) <= 0;

    private static ulong Width(string block) => block.Split('-') is [var a, var b] ? CodeKey.Of(CodeSet.Icd10Cm, b).EndOfPrefix.Value - CodeKey.Of(CodeSet.Icd10Cm, a).Value : 0;
}
