namespace CodingAhead.Codes.Page;

/// <summary>
/// Every change of every column between editions. Rows of a table are paired by the columns that tell them apart (a setting, a modifier);
/// a table with several rows at once and no such columns known has no history, rather than a wrong one.
/// </summary>
internal static class HistorySection
{
    // Our own tables, those turned round from others, and those that only repeat what others say.
    private static readonly string[] Without =
        ["successor", "addon-of", "order-addenda", "indicator-meaning", "search-synonym", "icd10cm-index", "icd10pcs-index", "gem-icd9", "gem-icd10", "mce-validity"];

    // Columns that tell rows of one code apart.
    private static readonly Dictionary<string, string[]> Apart = new(StringComparer.Ordinal)
    {
        ["mue"] = ["setting"],
        ["pfs-rvu"] = ["modifier"],
        ["descriptor"] = ["kind"],
        ["icd10cm-note"] = ["kind", "ordinal"],
        ["icd10cm-7th"] = ["character", "inclusion"],
        ["hcc"] = ["model"],
        ["ccsr"] = ["category"],
        ["addon"] = ["primary"],
    };

    public static List<Change> Of(PageReader page)
    {
        var changes = new List<Change>();
        Validity(page, changes);
        foreach (var table in page.Book.Rows(page.Key).GroupBy(r => r.Table.Name))
        {
            if (Without.Contains(table.Key) || table.Key.StartsWith("starter-", StringComparison.Ordinal)) continue;
            var apart = Apart.GetValueOrDefault(table.Key, []);
            foreach (var line in table.GroupBy(r => string.Join(' ', apart.Select(c => new Shown(r, false)[c]))))
                Compare(page, changes, table.Key, line.Key, apart, [.. line.OrderBy(r => r.From ?? DateOnly.MinValue)]);
        }

        changes.Sort(static (a, b) => a.Date != b.Date ? b.Date.CompareTo(a.Date) : string.CompareOrdinal(a.Table, b.Table));
        return changes;
    }

    private static void Compare(PageReader page, List<Change> changes, string table, string which, string[] apart, List<Row> rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i - 1].To is not { } end || rows[i].From is not { } start || end >= start) return;
        }

        var suffix = which.Length > 0 ? $" ({which})" : "";
        for (var i = 1; i < rows.Count; i++)
        {
            var (before, after) = (rows[i - 1].Columns, rows[i].Columns);
            for (var c = 0; c < after.Length; c++)
            {
                var column = rows[i].Table.Columns[c];
                if (before[c] == after[c] || apart.Contains(column)) continue;
                changes.Add(new Change(rows[i].From!.Value, table, column + suffix, Blank(before[c]), Blank(after[c]), page.Cite(rows[i].Sources[0])));
            }
        }
    }

    private static void Validity(PageReader page, List<Change> changes)
    {
        foreach (var row in page.All("starter-history"))
        {
            if (Day.TryParse(row["date"], out var date)) changes.Add(new Change(date, "starter-history", row["change"], null, Blank(row["successors"].Replace("|", ", ", StringComparison.Ordinal)), page.Cite(row.Sources[0])));
        }

        foreach (var period in page.Book.ValidityAt(page.Book.IndexOf(page.Key)))
        {
            if (Day.Date(period.From) is { } from && page.Book.CoverageOf(page.Key.Set).Any(c => c.To < from)) changes.Add(new Change(from, "validity", "status", null, "active", null));
            if (period.Ends != 0 && Day.Date(period.To) is { } to && !changes.Exists(c => c.Date == to.AddDays(1) && c.Field == "deleted"))
                changes.Add(new Change(to.AddDays(1), "validity", "status", "active", "deleted", null));
        }
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
