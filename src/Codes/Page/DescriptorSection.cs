namespace CodingAhead.Codes.Page;

/// <summary>The official texts of a code, as far as their licence is accepted, and our own.</summary>
internal static class DescriptorSection
{
    private const string Ama = "CPT descriptors © American Medical Association";
    private const string Ada = "CDT descriptors © American Dental Association";

    public static Descriptors Of(PageReader page)
    {
        var d = new Descriptors();
        foreach (var row in page.Rows("starter-label")) d = d with { Plain = row.Text("label"), PlainSource = page.Cite(row) };
        foreach (var table in (string[])["icd10cm-order", "icd10pcs-order", "hcpcs", "pos"])
        {
            foreach (var row in page.Rows(table))
            {
                // The texts of CPT and dental codes in the HCPCS file are in the table "descriptor".
                if ((row.Text("long") ?? row.Text("name")) is { } text) d = d with { Long = text, LongSource = page.Cite(row), Short = row.Text("short"), ShortSource = row.Text("short") is null ? null : page.Cite(row) };
            }
        }

        if (d.Long is null)
        {
            foreach (var row in page.Rows("icd10cm-tabular")) d = d with { Long = row.Text("title"), LongSource = page.Cite(row) };
        }

        foreach (var row in page.Rows("descriptor"))
        {
            var text = row.Row[1];
            if (text.Length == 0) continue;
            d = row.Row[0] switch
            {
                "long" => d with { Long = text, LongSource = page.Cite(row) },
                "medium" => d with { Medium = text, MediumSource = page.Cite(row) },
                // An official short text beside the long one of the same file is kept.
                "short" when d.Short is null => d with { Short = text, ShortSource = page.Cite(row) },
                _ => d,
            };
        }

        d = d with { Source = d.LongSource ?? d.MediumSource ?? d.ShortSource ?? d.PlainSource };
        var official = d.Long ?? d.Medium ?? d.Short;
        if (official is null) return d;
        return page.Key.Set switch
        {
            CodeSet.Cpt => d with { Copyright = Ama },
            CodeSet.Hcpcs when page.Key.Code[0] == 'D' => d with { Copyright = Ada },
            _ => d,
        };
    }
}
