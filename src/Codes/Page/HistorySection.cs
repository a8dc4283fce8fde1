namespace CodingAhead.Codes.Page;

/// <summary>
/// Every change of every column between editions. Rows of a table are paired by the columns that tell them apart (a setting, a modifier);
/// a table with several rows at once and no such columns known has no history, rather than a wrong one. A row that one edition has and the next lacks
/// is a change too, in tables whose editions are full lists. NCCI pairs, of which a code can have ten thousands, are summed up in <see cref="PairHistory"/>.
/// </summary>
internal static class HistorySection
{
    // Our own tables, those turned round from others, those that only repeat what others say (the carriers' fees, by locality and revision), and those whose
    // editions come in forms with fewer columns.
    private static readonly string[] Without =
        ["successor", "article", "disease-name", "addon-of", "order-addenda", "indicator-meaning", "search-synonym", "icd10cm-index", "icd10pcs-index", "gem-icd9", "gem-icd10", "mce-validity", "rbcs", "rbcs-code-dates",
            "icd10cm-guideline-name", "coverage-procedure", "coverage-diagnosis", "pfs-fee"];

    // Columns that say what this edition did, which the differences themselves show.
    private static readonly string[] AboutTheEdition = ["changed", "actionCode", "actionDate", "ordinal"];

    // Tables whose editions are full lists, and the columns that tell in a word what a row said: its coming and going is a change.
    private static readonly Dictionary<string, string[]> Listed = new(StringComparer.Ordinal)
    {
        ["mue"] = ["units"],
        ["pfs-rvu"] = ["status"],
        ["opps"] = ["status"],
        ["asc"] = ["indicator"],
        ["asc-excluded"] = ["addendum"],
        ["clfs"] = ["rate"],
        ["hcc"] = ["cc"],
        ["ccsr"] = ["category"],
        ["icd10cm-poa-exempt"] = ["exempt"],
        ["icd10cm-note"] = ["text"],
        ["icd10cm-7th"] = ["label"],
    };

    // Columns that tell rows of one code apart.
    private static readonly Dictionary<string, string[]> Apart = new(StringComparer.Ordinal)
    {
        ["mue"] = ["setting"],
        ["pfs-rvu"] = ["modifier", "variant"],
        ["descriptor"] = ["kind"],
        ["icd10cm-note"] = ["kind", "text"],
        ["ccsr"] = ["category"],
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
            foreach (var line in editions.GroupBy(e => (e.Source.File.Dataset, e.Which)))
            {
                List<InEdition> inOrder = [.. line.OrderBy(e => e.Source.File.From)];
                Compare(page, changes, table.Key, apart, inOrder);
                if (Listed.TryGetValue(table.Key, out var telling)) ComingAndGoing(page, changes, table.Key, telling, inOrder);
            }
        }

        Groups(page, changes);

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
                if (table is "opps" or "ccsr" && (before[c].Length == 0 || after[c].Length == 0)) continue;
                var field = editions[i].Which.Length > 0 ? $"{column} ({editions[i].Which})" : column;
                changes.Add(new Change(editions[i].Source.File.From, table, field, Blank(before[c]), Blank(after[c]), page.Cite(editions[i].Source), Gap(editions[i - 1].Source.File.To, editions[i].Source.File.From)));
            }
        }
    }

    // An edition counts as lacking the row only if the same layout was read from it; a code that is not valid itself needs no such news.
    private static void ComingAndGoing(PageReader page, List<Change> changes, string table, string[] telling, List<InEdition> rows)
    {
        var file = rows[0].Source.File;
        var editions = page.Book.Sources.Where(s => s.Dataset == file.Dataset && s.Importer == file.Importer && s.Rows > 0).DistinctBy(s => s.From).OrderBy(s => s.From).ToList();
        if (editions.Count < 2) return;
        var has = rows.Select(r => r.Source.File.From).ToHashSet();
        for (var i = 1; i < editions.Count; i++)
        {
            var (before, after) = (has.Contains(editions[i - 1].From), has.Contains(editions[i].From));
            if (before == after) continue;
            var valid = page.Book.Find(page.Key, before ? editions[i].From : editions[i].From.AddDays(-1)).Status == CodeStatus.Active;
            if (!valid && page.Key.Set != CodeSet.Icd10CmBlock) continue;
            var row = before ? rows.Last(r => r.Source.File.From == editions[i - 1].From) : rows.First(r => r.Source.File.From == editions[i].From);
            var said = string.Join(' ', telling.Select(c => new Shown(row.Row, false)[c]));
            var which = table is "icd10cm-note" ? $" ({new Shown(row.Row, false)["kind"]})" : row.Which.Length > 0 && table is not "ccsr" ? $" ({row.Which})" : "";
            changes.Add(new Change(editions[i].From, table, $"listed{which}", before ? said : null, before ? null : said, page.Cite(row.Source), Gap(editions[i - 1].To, editions[i].From)));
        }
    }

    // RBCS assigns a code to another group from a date of analysis on; a file tells all assignments.
    private static void Groups(PageReader page, List<Change> changes)
    {
        var rows = page.All("rbcs").Select(r => new Shown(r, false)).Where(r => Day.TryParse(r["analysisStart"], out _)).OrderBy(r => r["analysisStart"], StringComparer.Ordinal).ToList();
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i]["id"] != rows[i - 1]["id"] && Day.TryParse(rows[i]["analysisStart"], out var date))
                changes.Add(new Change(date, "rbcs", "group", $"{rows[i - 1]["id"]} {rows[i - 1]["familyText"]}".Trim(), $"{rows[i]["id"]} {rows[i]["familyText"]}".Trim(), page.Cite(rows[i].Row.Sources[^1])));
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
            if (period.Begins && Day.Date(period.From) is { } from) changes.Add(new Change(from, "validity", "status", null, "active", null));
            if (period.Ends && Day.Date(period.To) is { } to && !changes.Exists(c => c.Date == to.AddDays(1) && c.Field == "deleted"))
                changes.Add(new Change(to.AddDays(1), "validity", "status", "active", "deleted", null));
        }
    }

    // Between editions of which some are not loaded a change is only known to lie after the last one before.
    private static DateOnly? Gap(DateOnly before, DateOnly since) => before < DateOnly.MaxValue && before.AddDays(1) < since ? before : null;

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    // A row as one edition has it.
    private readonly record struct InEdition(Row Row, SourceLine Source, string Which);
}
