namespace CodingAhead.Codes.Browse;

/// <summary>The codes of a set as nodes, and the ones directly below a heading or inside a stretch.</summary>
internal sealed class CodeTree(Book book, CodeCounts counts, CodeSet set, DateOnly on)
{
    /// <summary>The node of a code or heading.</summary>
    public BrowseNode Code(CodeKey key)
    {
        var below = set is CodeSet.Icd10Cm or CodeSet.Icd10Pcs ? counts.Under(key, on) : 1;
        var heading = set is CodeSet.Icd10Cm or CodeSet.Icd10Pcs && (below != 1 || !Titles.Billable(book, key, on));
        return new BrowseNode(key.Display, heading ? "heading" : "code", Titles.Of(book, key, on), below) { Path = $"/codes/{set.Id()}/{Uri.EscapeDataString(key.Display)}" };
    }

    /// <summary>The outermost listed codes in [first, end): a heading that reaches beyond the end gives way to what is below it.</summary>
    public List<BrowseNode> Outermost(CodeKey first, CodeKey end)
    {
        var list = new List<BrowseNode>();
        var after = first;
        for (var i = book.LowerBound(first); i < book.KeyCount && book.KeyAt(i) is var key && key < end;)
        {
            var reach = key.EndOfPrefix;
            if (reach > end || key < after || !counts.IsListed(key, on))
            {
                i++;
                continue;
            }

            list.Add(Code(key));
            i = book.LowerBound(after = reach);
        }

        return list;
    }

    /// <summary>The listed codes directly below a heading.</summary>
    public List<BrowseNode> Below(CodeKey heading)
    {
        var list = new List<BrowseNode>();
        var after = heading;
        for (var i = book.LowerBound(heading) + 1; i < book.KeyCount && book.KeyAt(i) is var key && key < heading.EndOfPrefix;)
        {
            if (key < after || !counts.IsListed(key, on))
            {
                i++;
                continue;
            }

            list.Add(Code(key));
            i = book.LowerBound(after = key.EndOfPrefix);
        }

        return list;
    }
}
