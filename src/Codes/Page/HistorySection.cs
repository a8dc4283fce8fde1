namespace CodingAhead.Codes.Page;

/// <summary>
/// Every change of every column between editions. Rows of a table are paired by the columns that tell them apart (a setting, a modifier);
/// a table with several rows at once and no such columns known has no history, rather than a wrong one.
/// </summary>
internal static class HistorySection
{
    // Our own tables, those turned round from others, those that only repeat what others say (the carriers' fees, by locality and revision), and those whose
    // editions come in forms with fewer columns.
    private static readonly string[] Without =
        ["successor", "article", "addon-of", "order-addenda", "indicator-meaning", "search-synonym", "icd10cm-index", "icd10pcs-index", "gem-icd9", "gem-icd10", "mce-validity", "ccsr", "rbcs", "rbcs-code-dates",
            "icd10cm-guideline-name", "coverage-procedure", "coverage-diagnosis", "pfs-fee"];

    // Columns that say what this edition did, which the differences themselves show.
    private static readonly string[] AboutTheEdition = ["changed", "actionCode", "actionDate"];

    // Columns that tell rows of one code apart.
    private static readonly Dictionary<string, string[]> Apart = new(StringComparer.Ordinal)
    {
        ["mue"] = ["setting"],
        ["pfs-rvu"] = ["modifier", "variant"],
        ["descriptor"] = ["kind"],
        ["icd10cm-note"] = ["kind", "ordinal"],
        ["icd10cm-7th"] = ["character", "inclusion"],
        ["hcc"] = ["model"],
        ["addon"] = ["primary", "effective"],
        ["asc"] = ["addendum"],
        ["clfs"] = ["modifier"],
        ["dmepos"] = ["modifier", "modifier2", "jurisdiction"],
        ["pen"] = ["modifier", "modifier2"],
        ["opps-cap"] = ["modifier", "mac", "locality"],
    };

    public static List<Change> Of(PageReader page)
    {
        var changes = new List<Change>();
        Validity(page, changes);
        foreach (var table in page.Book.Rows(page.Key).GroupBy(r => r.Table.Name))
        {
            if (Without.Contains(table.Key) || table.Key.StartsWith("starter-", StringComparison.Ordinal)) continue;
            var apart = Apart.GetValueOrDefault(table.Key, []);
            var editions = table.SelectMany(r => r.Sources.Select(s => new InEdition(r, s, string.Join(' ', apart.Select(c => new Shown(r, false)[c]).Where(c => c.Length > 0)))));
            foreach (var line in editions.GroupBy(e => (e.Source.File.Dataset, e.Which))) Compare(page, changes, table.Key, apart, [.. line.OrderBy(e => e.Source.File.From)]);
        }

        changes.Sort(static (a, b) => a.Date != b.Date ? b.Date.CompareTo(a.Date) : string.CompareOrdinal(a.Table, b.Table));
        return changes;
    }

    private static void Compare(PageReader page, List<Change> changes, string table, string[] apart, List<InEdition> editions)
    {
        for (var i = 1; i < editions.Count; i++)
        {
            if (editions[i].Source.File.From == editions[i - 1].Source.File.From && editions[i].Source.File.Number == editions[i - 1].Source.File.Number) return;
        }

        for (var i = 1; i < editions.Count; i++)
        {
            var (before, after) = (editions[i - 1].Row.Columns, editions[i].Row.Columns);
            for (var c = 0; c < after.Length; c++)
            {
                var column = editions[i].Row.Table.Columns[c];
                if (string.Equals(before[c], after[c], StringComparison.OrdinalIgnoreCase) || apart.Contains(column) || AboutTheEdition.Contains(column)) continue;
                // Addendum B comes as the workbook and as a csv with fewer columns: blank is not a value there.
                if (table == "opps" && (before[c].Length == 0 || after[c].Length == 0)) continue;
                var field = editions[i].Which.Length > 0 ? $"{column} ({editions[i].Which})" : column;
                changes.Add(new Change(editions[i].Source.File.From, table, field, Blank(before[c]), Blank(after[c]), page.Cite(editions[i].Source)));
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
            if (period.Ends && Day.Date(period.To) is { } to && !changes.Exists(c => c.Date == to.AddDays(1) && c.Field == "deleted"))
                changes.Add(new Change(to.AddDays(1), "validity", "status", "active", "deleted", null));
        }
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    // A row as one edition has it.
    private readonly record struct InEdition(Row Row, SourceLine Source, string Which);
}
