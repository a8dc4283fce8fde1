namespace CodingAhead.Codes.Page;

/// <summary>How a coder reads the fields and values of a page where they stand alone, as in a comparison.</summary>
public static class FieldWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["validFrom"] = "Valid from", ["validTo"] = "Valid to", ["successors"] = "Replaced by", ["billable"] = "Billable",
        ["long"] = "Official descriptor", ["medium"] = "Medium descriptor", ["short"] = "Short descriptor", ["plain"] = "In our words",
        ["globalDays"] = "Global days", ["pcTc"] = "PC/TC", ["coSurgeons"] = "Co-surgeons", ["oppsStatus"] = "OPPS status", ["apc"] = "APC",
        ["ascPayment"] = "ASC payment", ["ascExcluded"] = "ASC exclusion", ["betos"] = "BETOS", ["mceFlags"] = "MCE flags", ["mceAge"] = "MCE age group",
        ["practitioner"] = "Practitioner", ["outpatient-hospital"] = "Outpatient hospital", ["hospital"] = "Outpatient hospital", ["dme"] = "Equipment supplier", ["mai"] = "MAI",
        ["nonFacility"] = "office", ["facility"] = "facility", ["work"] = "work RVU", ["practiceExpense"] = "practice expense RVU", ["malpractice"] = "malpractice RVU",
        ["total"] = "total RVU", ["amount"] = "national amount", ["conversionFactor"] = "conversion factor", ["rarelyThere"] = "rarely performed there",
        ["addOns"] = "Add-on code", ["primaries"] = "Primary", ["qpp"] = "APM participants", ["nonqpp"] = "not APM participants",
        ["alsoCalled"] = "Also called", ["inclusionTerm"] = "Inclusion term", ["includes"] = "Includes", ["excludes1"] = "Excludes1", ["excludes2"] = "Excludes2", ["codeFirst"] = "Code first",
        ["useAdditionalCode"] = "Use additional code", ["codeAlso"] = "Code also", ["sevenChrNote"] = "Seventh character note", ["parents"] = "Heading above", ["children"] = "Code below",
        ["gem"] = "General equivalence map", ["ccsr"] = "CCSR category", ["hcc"] = "HCC", ["poa"] = "Present on admission", ["rbcs"] = "RBCS", ["ccs"] = "CCS", ["conversion"] = "Conversion table",
        ["seventhCharacters"] = "Seventh character", ["seventhCharacter"] = "Seventh character", ["specificity"] = "More specific code", ["laterality"] = "Side", ["missing"] = "To complete it", ["characters"] = "Character", ["index"] = "Index entry",
        ["pays-differently"] = "pays differently", ["not-yet-valid"] = "not yet valid", ["no-edition"] = "no edition loaded", ["unknown-code"] = "not in the book",
    };

    /// <summary>The words for a field or a value that is an identifier; one not known is taken apart at its capitals and dashes.</summary>
    public static string Of(string id) => Known.TryGetValue(id, out var words) ? words : PageSections.Spaced(id);
}
