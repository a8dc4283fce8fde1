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
                var code = codeColumn.Length > 0 ? row.Text(codeColumn) : null;
                var set = CodeSets.TryParse(row["targetSet"], out var s) ? s : kind == "conversion" ? page.Key.Set : CodeSet.None;
                var title = row.Text(titleColumn);
                if (set != CodeSet.None && code is not null && CodeKey.TryParse(set, code, out var key)) 
                {
                    // The releases hold the maps of ICD-9, not its titles.
                    (code, title) = (key.Display, key.Set is CodeSet.Icd9Cm or CodeSet.Icd9Proc ? null : Titles.Of(page.Book, key, page.At));
                }

                if (kind == "ccsr" && title is null && code is not null) title = page.Rows("ccsr-category", CodeKey.Of(CodeSet.Ccsr, code)).Select(r => r.Text("description")).FirstOrDefault();
                var detail = new SortedDictionary<string, string>(StringComparer.Ordinal);
                foreach (var column in row.Row.Table.Columns)
                {
                    if (column != codeColumn && column != titleColumn && column != "targetSet" && row.Text(column) is { } value) detail[column] = value;
                }

                list.Add(new Crosswalk(kind, set == CodeSet.None ? null : set.Id(), code, title, detail, row.Stale, page.Cite(row)));
            }
        }

        return list;
    }
}
