namespace CodingAhead.Codes.Page;

/// <summary>Groupings of a code and its counterparts in other sets.</summary>
internal static class CrosswalkSection
{
    // Kind on every door, table, column of the counterpart or category, column of its title; the set is a column (gem) or none.
    private static readonly (string Kind, string Table, string Code, string Title)[] All =
    [
        ("gem", "gem-icd10", "target", ""),
        ("gem", "gem-icd9", "target", ""),
        ("ccsr", "ccsr", "category", "categoryDescription"),
        ("hcc", "hcc", "cc", ""),
        ("poa", "icd10cm-poa-exempt", "", "exempt"),
        ("rbcs", "rbcs", "id", "familyText"),
        ("ccs", "ccs", "category", "text"),
        ("conversion", "icd10cm-conversion", "previousCodes", ""),
        ("conversion", "icd10pcs-conversion", "previousCodes", ""),
    ];

    public static List<Crosswalk> Of(PageReader page)
    {
        var list = new List<Crosswalk>();
        foreach (var (kind, table, codeColumn, titleColumn) in All)
        {
            foreach (var row in page.Rows(table))
            {
                // A reassigned code has its earlier RBCS rows too.
                if (row["latest"] == "0") continue;
                // A conversion row names all codes before at once: one crosswalk each; a range or a beginning keeps its dash.
                foreach (var code in (codeColumn.Length == 0 ? null : row.Text(codeColumn)) is not { } text ? (string?[])[null] : kind == "conversion" ? text.Split('|') : [text])
                    list.Add(One(page, row, kind, code, codeColumn, titleColumn));
            }
        }

        return list;
    }

    private static Crosswalk One(PageReader page, Shown row, string kind, string? code, string codeColumn, string titleColumn)
    {
        var set = CodeSets.TryParse(row["targetSet"], out var s) ? s : kind == "conversion" ? page.Key.Set : CodeSet.None;
        var title = row.Text(titleColumn);
        if (set != CodeSet.None && code is not null && CodeKey.TryParse(set, code, out var key)) 
        {
            // The releases hold the maps of ICD-9, not its titles.
            (code, title) = (key.Display, key.Set is CodeSet.Icd9Cm or CodeSet.Icd9Proc ? null : Titles.Of(page.Book, key, page.At));
        }

        // The list of categories without titles is newer than the one with them: a category keeps its title.
        if (kind == "ccsr" && title is null && code is not null) title = CcsrTitle(page, CodeKey.Of(CodeSet.Ccsr, code));
        var detail = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in row.Row.Table.Columns)
        {
            if (column != codeColumn && column != titleColumn && column != "targetSet" && row.Text(column) is { } value) detail[column] = value;
        }

        if (kind == "ccsr") Defaults(page, code, detail);
        return new Crosswalk(kind, set == CodeSet.None ? null : set.Id(), code, title, detail, row.Stale, page.Cite(row));
    }

    /// <summary>The title of a category in the newest edition up to the date that has one.</summary>
    public static string? CcsrTitle(PageReader page, CodeKey category) =>
        page.All("ccsr-category", category).Where(r => r.Sources[0].File.From <= page.Judged).Select(r => r["description"]).LastOrDefault(t => t.Length > 0);

    // Which of several categories is the default stands in the newest edition up to the date that says it, when the one in force is a list without defaults.
    private static void Defaults(PageReader page, string? category, SortedDictionary<string, string> detail)
    {
        if (detail.ContainsKey("inpatientDefault") || detail.ContainsKey("outpatientDefault")) return;
        foreach (var row in page.All("ccsr").Where(r => r["category"] == category && r["inpatientDefault"].Length + r["outpatientDefault"].Length > 0 && r.Sources[0].File.From <= page.Judged))
        {
            (detail["inpatientDefault"], detail["outpatientDefault"]) = (row["inpatientDefault"], row["outpatientDefault"]);
            detail["defaultsFrom"] = row.Sources[0].File.Edition;
        }
    }
}
