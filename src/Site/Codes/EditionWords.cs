namespace CodingAhead.Site.Codes;

/// <summary>
/// How a person reads an edition that the shared shapes name by publisher, data set and edition: <c>CMS ncci-mue-outpatient-hospital 2024 Q3</c>
/// is "NCCI MUE, outpatient hospital, 2024 Q3". JSON keeps the identifiers, which scripts compare.
/// </summary>
public static class EditionWords
{
    // By the identifiers that the importers give to what they read. The words stand before the edition's own name.
    private static readonly Dictionary<string, string> Datasets = new(StringComparer.Ordinal)
    {
        ["icd10cm"] = "ICD-10-CM code list", ["icd10cm-codes"] = "ICD-10-CM code list", ["icd10cm-order-addenda"] = "ICD-10-CM changes", ["icd10cm-conversion"] = "ICD-10-CM conversion table",
        ["icd10cm-tabular"] = "ICD-10-CM tabular list", ["icd10cm-guidelines"] = "ICD-10-CM guidelines",
        ["icd10cm-index-disease"] = "ICD-10-CM index of diseases", ["icd10cm-index-external"] = "ICD-10-CM index of external causes", ["icd10cm-index-drug"] = "ICD-10-CM table of drugs",
        ["icd10cm-index-neoplasm"] = "ICD-10-CM table of neoplasms", ["icd10cm-poa-exempt"] = "Present on admission exemptions", ["icd10cm-poa-exempt-changes"] = "Changes of present on admission exemptions",
        ["icd10pcs"] = "ICD-10-PCS code list", ["icd10pcs-codes"] = "ICD-10-PCS code list", ["icd10pcs-order-addenda"] = "ICD-10-PCS changes", ["icd10pcs-conversion"] = "ICD-10-PCS conversion table",
        ["icd10pcs-tables"] = "ICD-10-PCS tables", ["icd10pcs-definitions"] = "ICD-10-PCS definitions", ["icd10pcs-index"] = "ICD-10-PCS index",
        ["gem-icd10cm"] = "Equivalence map from ICD-10-CM", ["gem-icd10pcs"] = "Equivalence map from ICD-10-PCS", ["gem-icd9cm"] = "Equivalence map from ICD-9-CM", ["gem-icd9proc"] = "Equivalence map from ICD-9 procedures",
        ["ccsr"] = "CCSR categories", ["ccs-services"] = "CCS for services", ["hcc"] = "HCC categories", ["hcc-coefficient"] = "HCC coefficients", ["rbcs"] = "RBCS categories",
        ["mce-age"] = "Code editor, ages", ["mce-discharge"] = "Code editor, discharges", ["mce-icd10cm-flags"] = "Code editor, ICD-10-CM", ["mce-icd10pcs-flags"] = "Code editor, ICD-10-PCS",
        ["mce-icd10cm-validity"] = "Code editor, valid ICD-10-CM codes", ["mce-icd10pcs-validity"] = "Code editor, valid ICD-10-PCS codes",
        ["hcpcs"] = "HCPCS file", ["hcpcs-noc"] = "HCPCS codes not otherwise classified", ["hcpcs-processing-note"] = "HCPCS processing notes", ["cpt"] = "CPT", ["pos"] = "Places of service",
        ["pfs"] = "Physician fee schedule", ["pfs-fee"] = "Physician fee schedule, amounts", ["opps-cap"] = "Physician fee schedule, OPPS cap", ["gpci"] = "Geographic indices", ["locality-county"] = "Counties of localities",
        ["anes-cf"] = "Anesthesia conversion factors", ["zip"] = "ZIP codes and localities", ["zip9"] = "ZIP+4 codes and localities", ["wage-index"] = "Wage index",
        ["opps"] = "OPPS Addendum B", ["opps-status"] = "OPPS status indicators", ["apc"] = "OPPS payment groups (APC)", ["revenue-centre"] = "Revenue centers", ["asc"] = "ASC payment",
        ["clfs"] = "Laboratory fees (CLFS)", ["dmepos"] = "Equipment fees (DMEPOS)", ["pen"] = "Nutrition fees (PEN)", ["asp"] = "Drug limits (ASP)", ["ndc-crosswalk"] = "Drug code crosswalk (NDC)",
        ["ncci-ptp-practitioner"] = "NCCI pairs, practitioner", ["ncci-ptp-hospital"] = "NCCI pairs, outpatient hospital", ["ncci-addon"] = "NCCI add-on codes",
        ["ncci-mue-practitioner"] = "NCCI MUE, practitioner", ["ncci-mue-outpatient-hospital"] = "NCCI MUE, outpatient hospital", ["ncci-mue-dme"] = "NCCI MUE, equipment supplier",
    };

    /// <summary>An edition in words. What is not known is shown as it is, so that nothing is lost.</summary>
    public static string Of(string edition)
    {
        var parts = edition.Split(' ');
        for (var i = 0; i < parts.Length; i++)
        {
            if (Dataset(parts[i]) is not { } words) continue;
            var label = string.Join(' ', parts[(i + 1)..]);
            return label is "" or "undated" ? words : $"{words}, {label}";
        }

        return edition;
    }

    /// <summary>A sentence that names data sets by their identifiers, with their words instead.</summary>
    public static string InText(string sentence) => string.Join(' ', sentence.Split(' ').Select(static w => w.TrimEnd('.', ',') is var id && Dataset(id) is { } words && id.Contains('-', StringComparison.Ordinal) ? words + w[id.Length..] : w));

    /// <summary>Several, separated so that their own commas do not confuse.</summary>
    public static string Of(IEnumerable<string> editions) => string.Join("; ", editions.Select(Of).Distinct());

    // Files of the coverage database are many and named alike; to a reader they are one download each of articles, local and national determinations.
    private static string? Dataset(string id) =>
        Datasets.TryGetValue(id, out var words) ? words
        : id.StartsWith("mcd-article", StringComparison.Ordinal) ? "Coverage articles"
        : id.StartsWith("mcd-lcd", StringComparison.Ordinal) ? "Local coverage determinations"
        : id.StartsWith("mcd-ncd", StringComparison.Ordinal) ? "National coverage determinations"
        : id.StartsWith("mcd-", StringComparison.Ordinal) ? "Coverage database" : null;
}
