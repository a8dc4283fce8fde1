using System.Globalization;
using System.Text;

namespace CodingAhead.Site.Codes;

/// <summary>How a person reads the identifiers of the shared shapes.</summary>
public static class Words
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        // Indicators
        ["globalDays"] = "Global days", ["pcTc"] = "PC/TC", ["multipleProcedures"] = "Multiple procedures", ["coSurgeons"] = "Co-surgeons",
        ["assistantSurgeon"] = "Assistant surgeon", ["teamSurgery"] = "Team surgery", ["physicianSupervision"] = "Supervision",
        ["preOperative"] = "Pre-operative share", ["intraOperative"] = "Intra-operative share", ["postOperative"] = "Post-operative share",
        ["oppsStatus"] = "OPPS status", ["apc"] = "APC", ["ascPayment"] = "ASC payment", ["ascExcluded"] = "ASC excluded", ["betos"] = "BETOS",
        ["mceFlags"] = "MCE flags", ["mceAge"] = "MCE age group", ["typeOfService"] = "Type of service", ["anesthesiaBaseUnits"] = "Anesthesia base units",
        // Notes
        ["alsoCalled"] = "Also called", ["inclusionTerm"] = "Also coded here", ["includes"] = "Includes", ["excludes1"] = "Excludes1: never with this code", ["excludes2"] = "Excludes2: not part of this, may be coded too",
        ["codeFirst"] = "Code first", ["useAdditionalCode"] = "Use additional code", ["codeAlso"] = "Code also", ["note"] = "Note", ["notes"] = "Note", ["sevenChrNote"] = "Seventh character",
        // Crosswalks
        ["gem"] = "General equivalence map", ["ccsr"] = "CCSR category", ["hcc"] = "HCC", ["poa"] = "Present on admission", ["rbcs"] = "RBCS", ["ccs"] = "CCS", ["conversion"] = "Codes before it",
        // Schedules and indices
        ["pfs"] = "Physician fee schedule", ["pen"] = "Nutrition fees (PEN)", ["asp"] = "Drug limits (ASP)", ["anesthesia"] = "Anesthesia",
        ["practiceExpense"] = "Practice expense", ["work"] = "Work", ["malpractice"] = "Malpractice",
        // Coverage documents
        ["article"] = "Article", ["lcd"] = "LCD", ["ncd"] = "NCD",
        // Tables and settings
        ["practitioner"] = "Practitioner", ["outpatient-hospital"] = "Outpatient hospital", ["dme"] = "Equipment supplier", ["pfs-rvu"] = "Fee schedule", ["mue"] = "MUE", ["hcpcs"] = "HCPCS",
        ["opps"] = "OPPS", ["asc"] = "ASC", ["clfs"] = "Laboratory fees", ["dmepos"] = "Equipment fees", ["starter-history"] = "Code", ["icd10cm-7th"] = "Seventh character", ["icd10cm-poa-exempt"] = "Present on admission", ["validity"] = "Code", ["addon"] = "Add-on",
        ["icd10cm-order"] = "Code list", ["icd10pcs-order"] = "Code list", ["icd10cm-note"] = "Instructions", ["icd10cm-tabular"] = "Tabular list",
    };

    /// <summary>The words for an identifier; one that is not known is taken apart at its capitals and dashes.</summary>
    public static string Of(string id)
    {
        if (Known.TryGetValue(id, out var words)) return words;
        var text = new StringBuilder(id.Length + 4);
        foreach (var c in id)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append(' ').Append(char.ToLowerInvariant(c));
            else text.Append(text.Length == 0 ? char.ToUpperInvariant(c) : c == '-' ? ' ' : c);
        }

        return text.ToString();
    }

    /// <summary><c>yyyy-MM-dd</c>, or "open".</summary>
    public static string Date(DateOnly? date, string otherwise = "open") => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? otherwise;

    /// <summary>Dollars and cents.</summary>
    public static string Money(decimal amount) => amount.ToString("$#,##0.00", CultureInfo.InvariantCulture);
}
