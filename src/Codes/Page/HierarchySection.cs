namespace CodingAhead.Codes.Page;

/// <summary>Headings above a code, codes below it, and its neighbours.</summary>
internal static class HierarchySection
{
    /// <summary>A table of ICD-10-PCS can have thousands of codes; a page lists no more.</summary>
    private const int MaxChildren = 500;

    public static Hierarchy? Of(PageReader page)
    {
        if (page.Key.Set is not (CodeSet.Icd10Cm or CodeSet.Icd10Pcs)) return null;
        var children = new List<CodeKey>();
        foreach (var key in page.Book.KeysUnder(page.Key))
        {
            if (key == page.Key || children.Count > 0 && key < children[^1].EndOfPrefix) continue;
            if (page.Book.Find(key, page.At).Status != CodeStatus.Active) continue;
            children.Add(key);
            if (children.Count == MaxChildren) break;
        }

        return new Hierarchy([.. Above(page).Select(page.Ref)], [.. children.Select(page.Ref)]);
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
