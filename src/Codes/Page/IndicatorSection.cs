using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Page;

/// <summary>The Medicare indicators of a code: which column of which table each stands in, and what its value means.</summary>
internal static class IndicatorSection
{
    // Name on every door, kind of meaning in data/starter/indicators.csv (or none), table, column. The first table that has a value wins.
    private static readonly (string Name, string Kind, string Table, string Column)[] All =
    [
        ("status", "status", "starter-indicators", "status"),
        ("globalDays", "global-days", "starter-indicators", "global"),
        ("bilateral", "bilateral", "starter-indicators", "bilateral"),
        ("kind", "", "starter-modifier", "kind"),
        ("setting", "", "starter-pos", "setting"),
    ];

    public static List<Indicator> Of(PageReader page)
    {
        var list = new List<Indicator>();
        foreach (var table in All.Select(i => i.Table).Distinct())
        {
            foreach (var row in page.Rows(table))
            {
                var modifier = row.Text("modifier");
                foreach (var (name, kind, _, column) in All.Where(i => i.Table == table))
                {
                    if (row.Text(column) is not { } value || list.Exists(i => i.Name == name && (i.Modifier == modifier || i.Modifier is null && table.StartsWith("starter-", StringComparison.Ordinal)))) continue;
                    var (label, meaning) = table switch
                    {
                        "starter-modifier" => (null, row.Text("effect")),
                        "starter-pos" => (null, row.Text("meaning")),
                        _ => Meaning(page, kind, value),
                    };
                    list.Add(new Indicator(name, value, label, meaning, modifier, row.Stale, page.Cite(row)));
                }
            }
        }

        return list;
    }

    /// <summary>The label and meaning of an indicator's value, in our words.</summary>
    public static (string? Label, string? Meaning) Meaning(PageReader page, string kind, string value)
    {
        if (kind.Length == 0) return (null, null);
        foreach (var row in page.All("indicator-meaning", StarterImporter.IndicatorKey(kind)))
        {
            if (row["kind"] == kind && row["value"] == value) return (row["label"], row["meaning"]);
        }

        return (null, null);
    }
}
