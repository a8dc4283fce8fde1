namespace CodingAhead.Codes.Page;

/// <summary>Headings above a code, codes below it, and its neighbours.</summary>
internal static class HierarchySection
{
    /// <summary>A table of ICD-10-PCS can have thousands of codes; a page lists no more.</summary>
    private const int MaxChildren = 500;

    public static Hierarchy? Of(PageReader page)
    {
        if (page.Key.Set is not (CodeSet.Icd10Cm or CodeSet.Icd10Pcs)) return null;
        return new Hierarchy([.. Above(page).Select(page.Ref)], [.. Children(page).Select(page.Ref)]);
    }

    /// <summary>The codes directly below.</summary>
    public static List<CodeKey> Children(PageReader page) => Below(page, page.Key, page.Key.EndOfPrefix);

    /// <summary>The codes with the same heading directly above, the page's own included; none at the top of a set.</summary>
    public static List<CodeRef> Siblings(PageReader page)
    {
        var above = Above(page);
        if (above.Count == 0) return [];
        var parent = above[^1];
        if (parent.Set == page.Key.Set)
        {
            // Thousands of codes share a table of ICD-10-PCS: beside a code stand those with the same first six characters.
            var prefix = page.Key.Set == CodeSet.Icd10Pcs ? CodeKey.Of(page.Key.Set, page.Key.Code.AsSpan(0, 6)) : parent;
            return [.. Below(page, prefix, prefix.EndOfPrefix).Select(page.Ref)];
        }

        var dash = parent.Code.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0) return [];
        var (first, end) = (CodeKey.Of(page.Key.Set, parent.Code.AsSpan(0, dash)), CodeKey.Of(page.Key.Set, parent.Code.AsSpan(dash + 1)).EndOfPrefix);
        return [.. Below(page, first, end).Where(k => k == page.Key || page.Rows("icd10cm-tabular", k).All(r => r["parent"] == parent.Code)).Select(page.Ref)];
    }

    // The outermost codes of a stretch, the one at its beginning only where it is no heading of the stretch.
    private static List<CodeKey> Below(PageReader page, CodeKey first, CodeKey end)
    {
        var list = new List<CodeKey>();
        foreach (var key in page.Book.Keys(first.Set, first))
        {
            if (key >= end || list.Count == MaxChildren) break;
            if (key == first && first.EndOfPrefix == end || list.Count > 0 && key < list[^1].EndOfPrefix) continue;
            if (page.IsListed(key)) list.Add(key);
        }

        return list;
    }

    /// <summary>The headings above, outermost first: chapter, block, category, subcategories.</summary>
    public static List<CodeKey> Above(PageReader page)
    {
        var list = new List<CodeKey>();
        if (page.Key.Set is not (CodeSet.Icd10Cm or CodeSet.Icd10Pcs)) return list;
        var code = page.Key.Code;
        for (var n = 3; n < code.Length; n++)
        {
            var key = CodeKey.Of(page.Key.Set, code.AsSpan(0, n));
            if (page.Book.Find(key, page.At).Status != CodeStatus.UnknownCode) list.Add(key);
        }

        var block = list.Count > 0 ? list[0] : page.Key;
        for (var depth = 0; depth < 4; depth++)
        {
            var parent = page.Rows("icd10cm-tabular", block).Select(r => r.Text("parent")).FirstOrDefault(p => p is not null);
            if (parent is null || !CodeKey.TryParse(CodeSet.Icd10CmBlock, parent, out block)) break;
            list.Insert(0, block);
        }

        return list;
    }

    public static CodeRef? Previous(PageReader page)
    {
        for (var i = page.Book.IndexOf(page.Key) - 1; i >= 0; i--)
        {
            var key = page.Book.KeyAt(i);
            if (key.Set != page.Key.Set) return null;
            if (page.Book.Find(key, page.At).Status == CodeStatus.Active) return page.Ref(key);
        }

        return null;
    }

    public static CodeRef? Next(PageReader page)
    {
        foreach (var key in page.Book.Keys(page.Key.Set, page.Key))
        {
            if (key != page.Key && page.Book.Find(key, page.At).Status == CodeStatus.Active) return page.Ref(key);
        }

        return null;
    }
}
