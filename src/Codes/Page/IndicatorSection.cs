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
