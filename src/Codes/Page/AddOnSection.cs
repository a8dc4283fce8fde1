namespace CodingAhead.Codes.Page;

/// <summary>Add-on codes and their primaries: the NCCI add-on code file in both directions, or else the starter's pairs.</summary>
internal static class AddOnSection
{
    /// <summary>The add-on codes of a primary.</summary>
    public static List<AddOnLink> AddOns(PageReader page)
    {
        var rows = page.Rows("addon-of").Where(r => r["addon"] != "CCCCC").ToList();
        var official = rows.Where(r => r["type"].Length > 0).ToList();
        return [.. (official.Count > 0 ? official : rows).Select(r => Link(page, r, r["addon"], r.Text("type"), r.Text("note")))];
    }

    /// <summary>The primaries of an add-on code.</summary>
    public static List<AddOnLink> Primaries(PageReader page)
    {
        var official = page.Rows("addon");
        if (official.Count > 0) return [.. official.Select(r => Link(page, r, r["primary"], r.Text("type"), r.Text("note")))];
        return [.. page.Rows("starter-addon").SelectMany(r => r["primaries"].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(p => Link(page, r, p, null, null)))];
    }

    private static AddOnLink Link(PageReader page, Shown row, string code, string? type, string? note)
    {
        var title = code == "CCCCC" ? "Contractor-defined" : CodeKey.TryParse(char.IsAsciiLetter(code.FirstOrDefault()) ? CodeSet.Hcpcs : CodeSet.Cpt, code, out var key) ? Titles.Of(page.Book, key, page.At) : null;
        return new AddOnLink(code, title, type, row.Row.From, row.Row.To, note, page.Cite(row));
    }
}
