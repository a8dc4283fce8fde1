namespace CodingAhead.Codes.Page;

/// <summary>A part of a code set by which a long list is divided: a chapter of ICD-10-CM, a section of ICD-10-PCS or CPT, a letter of HCPCS Level II.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Under">The prefix or range that selects it: <c>E00-E89</c>, <c>0</c>, <c>70000-79999</c>.</param>
public sealed record Chapter(string Name, string Under)
{
    // CPT's sections by their numbers. The names are our own.
    private static readonly Chapter[] Cpt =
    [
        new("Anaesthesia", "00100-01999"), new("Surgery", "10000-69999"), new("Imaging", "70000-79999"), new("Laboratory and pathology", "80000-89999"),
        new("Medicine", "90000-99199"), new("Visits and management", "99202-99499"), new("Other services", "99500-99999"),
    ];

    private static readonly Dictionary<char, string> Hcpcs = new()
    {
        ['A'] = "Transport, supplies, imaging agents", ['B'] = "Enteral and parenteral therapy", ['C'] = "Outpatient hospital items", ['D'] = "Dental", ['E'] = "Durable medical equipment",
        ['G'] = "Procedures and services, temporary", ['H'] = "Behavioural health", ['J'] = "Drugs not taken by mouth", ['K'] = "Equipment, temporary", ['L'] = "Orthotics and prosthetics",
        ['M'] = "Medical services, quality measures", ['P'] = "Laboratory and pathology", ['Q'] = "Temporary codes", ['R'] = "Diagnostic radiology transport", ['S'] = "Private payers",
        ['T'] = "State Medicaid agencies", ['U'] = "Laboratory tests, temporary", ['V'] = "Vision, hearing, speech",
    };

    private static readonly Dictionary<char, string> Pcs = new()
    {
        ['0'] = "Medical and surgical", ['1'] = "Obstetrics", ['2'] = "Placement", ['3'] = "Administration", ['4'] = "Measurement and monitoring", ['5'] = "Extracorporeal assistance and performance",
        ['6'] = "Extracorporeal therapies", ['7'] = "Osteopathic", ['8'] = "Other procedures", ['9'] = "Chiropractic", ['B'] = "Imaging", ['C'] = "Nuclear medicine", ['D'] = "Radiation therapy",
        ['F'] = "Physical rehabilitation and audiology", ['G'] = "Mental health", ['H'] = "Substance abuse treatment", ['X'] = "New technology",
    };

    /// <summary>The chapter of a code on a date; its first character where the set or the book has no chapters.</summary>
    public static Chapter Of(Book book, CodeKey key, DateOnly on)
    {
        var code = key.Code;
        switch (key.Set)
        {
            case CodeSet.Cpt:
                if (code[^1] is 'F') return new Chapter("Performance measures (category II)", "F");
                if (code[^1] is 'T') return new Chapter("New technology (category III)", "T");
                if (code[^1] is 'U' or 'M') return new Chapter("Proprietary laboratory analyses", code[^1..]);
                return Array.Find(Cpt, c => string.CompareOrdinal(code, c.Under[..5]) >= 0 && string.CompareOrdinal(code, c.Under[6..]) <= 0) ?? new Chapter($"{code[0]}…", code[..1]);
            case CodeSet.Hcpcs:
                return new Chapter(Hcpcs.GetValueOrDefault(code[0], "Others"), code[..1]);
            case CodeSet.Icd10Pcs:
                return new Chapter(Pcs.GetValueOrDefault(code[0], "Others"), code[..1]);
            case CodeSet.Icd10Cm when code.Length >= 3:
                return OfDiagnosis(book, CodeKey.Of(CodeSet.Icd10Cm, code.AsSpan(0, 3)), on) ?? new Chapter($"{code[0]}…", code[..1]);
            default:
                return new Chapter($"{code[0]}…", code[..1]);
        }
    }

    /// <summary>Whether a code lies under a prefix or in a range such as <c>E08-E13</c>, whose last code's whole branch belongs to it. A letter that ends CPT codes selects them.</summary>
    public static bool Holds(string under, CodeKey key)
    {
        var code = key.Code;
        under = under.Trim().Replace(".", "", StringComparison.Ordinal).Replace('–', '-').ToUpperInvariant();
        var dash = under.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0) return string.CompareOrdinal(code, under[..dash]) >= 0 && (string.CompareOrdinal(code, under[(dash + 1)..]) <= 0 || code.StartsWith(under[(dash + 1)..], StringComparison.Ordinal));
        return code.StartsWith(under, StringComparison.Ordinal) || key.Set == CodeSet.Cpt && under.Length == 1 && char.IsAsciiLetter(under[0]) && code.EndsWith(under, StringComparison.Ordinal);
    }

    // The tabular list names what stands above a category: sections, then the chapter, whose title ends in its range.
    private static Chapter? OfDiagnosis(Book book, CodeKey category, DateOnly on)
    {
        if (book.TableNumber("icd10cm-tabular") is not (>= 0 and var number)) return null;
        var (table, key, title) = (book.Tables[number], category, "");
        for (var depth = 0; depth < 5; depth++)
        {
            // A category newer or older than the lists loaded stands where the nearest of them has it.
            var rows = book.Rows(key, table).ToList();
            if (rows.Count == 0) return null;
            var row = rows.FirstOrDefault(r => r.Holds(on), rows[^1]);
            title = row["title"];
            if (row["kind"] == "chapter" || !CodeKey.TryParse(CodeSet.Icd10CmBlock, row["parent"], out var parent)) break;
            key = parent;
        }

        var open = title.LastIndexOf('(');
        return key.Set == CodeSet.Icd10CmBlock && open > 0 && title.EndsWith(')') ? new Chapter(title[..open].Trim(), title[(open + 1)..^1]) : null;
    }
}
