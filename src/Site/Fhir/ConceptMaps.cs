using CodingAhead.Codes;

namespace CodingAhead.Site.Fhir;

/// <summary>A map that the book can hold.</summary>
/// <param name="Id">The id of its ConceptMap here.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Source">The set mapped from.</param>
/// <param name="Kind">The kind of crosswalk on a code's page.</param>
/// <param name="Target">The set mapped to.</param>
/// <param name="TargetUri">The address of the system mapped to.</param>
/// <param name="Table">The table of the book.</param>
/// <param name="Publisher">Who publishes it.</param>
public sealed record MapOfCodes(string Id, string Name, CodeSet Source, string Kind, CodeSet Target, string TargetUri, string Table, string Publisher)
{
    /// <summary>AHRQ registers no address for its categories; this is their page.</summary>
    public const string CcsrUri = "https://hcup-us.ahrq.gov/toolssoftware/ccsr/dxccsr.jsp";

    /// <summary>All maps.</summary>
    public static readonly IReadOnlyList<MapOfCodes> All =
    [
        new("gem-icd9cm-icd10cm", "GEM, ICD-9-CM diagnoses to ICD-10-CM", CodeSet.Icd9Cm, "gem", CodeSet.Icd10Cm, UriOf(CodeSet.Icd10Cm), "gem-icd9", "Centers for Medicare & Medicaid Services"),
        new("gem-icd10cm-icd9cm", "GEM, ICD-10-CM to ICD-9-CM diagnoses", CodeSet.Icd10Cm, "gem", CodeSet.Icd9Cm, UriOf(CodeSet.Icd9Cm), "gem-icd10", "Centers for Medicare & Medicaid Services"),
        new("gem-icd9proc-icd10pcs", "GEM, ICD-9-CM procedures to ICD-10-PCS", CodeSet.Icd9Proc, "gem", CodeSet.Icd10Pcs, UriOf(CodeSet.Icd10Pcs), "gem-icd9", "Centers for Medicare & Medicaid Services"),
        new("gem-icd10pcs-icd9proc", "GEM, ICD-10-PCS to ICD-9-CM procedures", CodeSet.Icd10Pcs, "gem", CodeSet.Icd9Proc, UriOf(CodeSet.Icd9Proc), "gem-icd10", "Centers for Medicare & Medicaid Services"),
        new("ccsr-icd10cm", "ICD-10-CM to CCSR categories", CodeSet.Icd10Cm, "ccsr", CodeSet.Ccsr, CcsrUri, "ccsr", "Agency for Healthcare Research and Quality"),
    ];

    /// <summary>Its address.</summary>
    public string Url => "urn:codingahead:conceptmap:" + Id;

    /// <summary>The map of an address, or null.</summary>
    public static MapOfCodes? Of(string url) => All.FirstOrDefault(m => m.Url == url || m.Id == url);

    /// <summary>The address of the system mapped from.</summary>
    public string SourceUri => UriOf(Source);

    private static string UriOf(CodeSet set) => FhirSystem.All.First(s => s.Sets.Contains(set)).Uri;
}
