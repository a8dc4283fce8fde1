using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Page;

/// <summary>The Medicare indicators of a code: which column of which table each stands in, and what its value means.</summary>
internal static class IndicatorSection
{
    // Name on every door, kind of meaning in data/starter/indicators.csv (or none), table, column. The first table that has a value wins.
    private static readonly (string Name, string Kind, string Table, string Column)[] All =
    [
        ("status", "status", "pfs-rvu", "status"),
        ("globalDays", "global-days", "pfs-rvu", "global"),
        ("pcTc", "pctc", "pfs-rvu", "pctc"),
        ("multipleProcedures", "multiple", "pfs-rvu", "multiple"),
        ("bilateral", "bilateral", "pfs-rvu", "bilateral"),
        ("assistantSurgeon", "assistant", "pfs-rvu", "assistant"),
        ("coSurgeons", "co-surgeon", "pfs-rvu", "coSurgeon"),
        ("teamSurgery", "team", "pfs-rvu", "team"),
        ("physicianSupervision", "physician-supervision", "pfs-rvu", "supervision"),
        ("imagingFamily", "imaging-family", "pfs-rvu", "imagingFamily"),
        ("endoscopicBase", "", "pfs-rvu", "endoscopicBase"),
        ("preOperative", "", "pfs-rvu", "pre"),
        ("intraOperative", "", "pfs-rvu", "intra"),
        ("postOperative", "", "pfs-rvu", "post"),
        ("oppsStatus", "opps-status", "opps", "status"),
        ("apc", "", "opps", "apc"),
        ("ascPayment", "asc-payment", "asc", "indicator"),
        ("ascExcluded", "", "asc-excluded", "addendum"),
        ("coverage", "hcpcs-coverage", "hcpcs", "coverage"),
        ("pricing", "hcpcs-pricing", "hcpcs", "pricing"),
        ("typeOfService", "hcpcs-type-of-service", "hcpcs", "typeOfService"),
        ("betos", "", "hcpcs", "betos"),
        ("anesthesiaBaseUnits", "", "hcpcs", "anesthesiaBaseUnits"),
        ("action", "hcpcs-action", "hcpcs", "actionCode"),
        ("mceFlags", "", "mce-flags", "flags"),
        ("mceAge", "", "mce-age", "group"),
        ("setting", "", "pos", "type"),
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
            // The row of the whole service first: a component repeats only what differs from it.
            foreach (var row in page.Rows(table).OrderBy(r => r["modifier"], StringComparer.Ordinal))
            {
                var modifier = row.Text("modifier");
                foreach (var (name, kind, _, column) in All.Where(i => i.Table == table))
                {
                    if (row.Text(column) is not { } text || list.Exists(i => i.Name == name && (i.Modifier == modifier || i.Modifier is null && (table != "pfs-rvu" || i.Value == text)))) continue;
                    foreach (var value in Values(kind, text)) list.Add(One(page, row, name, kind, value, modifier));
                }
            }
        }

        return list;
    }

    private static Indicator One(PageReader page, Shown row, string name, string kind, string value, string? modifier)
    {
        var (label, meaning) = row.Row.Table.Name switch
        {
            "starter-modifier" => (null, row.Text("effect")),
            "starter-pos" => (Amount(value), row.Text("meaning")),
            "pos" => (Amount(value), row.Text("description")),
            _ => Meaning(page, kind, value),
        };
        return new Indicator(name, value, label, meaning, modifier, row.Stale, page.Cite(row));
    }

    // Medicare's fee schedule has two amounts; the place decides which.
    private static string? Amount(string setting) => setting switch { "facility" => "Pays the facility amount", "non-facility" => "Pays the office (non-facility) amount", _ => null };

    // Several values in one column: pricing indicators by a bar, types of service by nothing.
    internal static IEnumerable<string> Values(string kind, string text) => kind switch
    {
        "hcpcs-pricing" => text.Split('|', StringSplitOptions.RemoveEmptyEntries),
        "hcpcs-type-of-service" => text.Select(c => c.ToString()),
        _ => [text],
    };

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
