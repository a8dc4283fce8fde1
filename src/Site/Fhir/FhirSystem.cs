using CodingAhead.Codes;
using CodingAhead.Site.Books;

namespace CodingAhead.Site.Fhir;

/// <summary>
/// A code system under the address that HL7 gives it (terminology.hl7.org and the FHIR page "Using code systems"), and the sets of the book that
/// it is made of: ICD-9-CM is one system of three volumes, and modifiers belong to CPT or to HCPCS.
/// </summary>
/// <param name="Id">The id of its CodeSystem and ValueSet here.</param>
/// <param name="Uri">Its address.</param>
/// <param name="Name">Its name for programs.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Publisher">Who maintains it.</param>
/// <param name="Copyright">Whose it is; null for works of the US government.</param>
/// <param name="Oid">Its object identifier.</param>
/// <param name="Sets">Where the book has its codes.</param>
/// <param name="Others">Other addresses it is known by.</param>
public sealed record FhirSystem(
    string Id, string Uri, string Name, string Title, string Publisher, string? Copyright, string Oid, IReadOnlyList<CodeSet> Sets, params string[] Others)
{
    /// <summary>The notice owed wherever CPT codes are shown.</summary>
    public const string Ama = "CPT is a registered trademark of the American Medical Association; CPT codes and descriptors © American Medical Association.";

    /// <summary>The notice owed wherever dental codes are shown.</summary>
    public const string Ada = "Codes that begin with D are CDT codes © American Dental Association.";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<FhirSystem> All =
    [
        new("icd10cm", "http://hl7.org/fhir/sid/icd-10-cm", "ICD10CM", "ICD-10-CM", "CDC, National Center for Health Statistics", null, "urn:oid:2.16.840.1.113883.6.90", [CodeSet.Icd10Cm]),
        new("icd10pcs", "http://www.cms.gov/Medicare/Coding/ICD10", "ICD10PCS", "ICD-10-PCS", "Centers for Medicare & Medicaid Services", null, "urn:oid:2.16.840.1.113883.6.4", [CodeSet.Icd10Pcs],
            "http://hl7.org/fhir/sid/icd-10-pcs", "https://www.cms.gov/Medicare/Coding/ICD10"),
        new("icd9cm", "http://hl7.org/fhir/sid/icd-9-cm", "ICD9CM", "ICD-9-CM, volumes 1 to 3", "CDC, National Center for Health Statistics, and Centers for Medicare & Medicaid Services", null, "urn:oid:2.16.840.1.113883.6.42", [CodeSet.Icd9Cm, CodeSet.Icd9Proc],
            "http://hl7.org/fhir/sid/icd-9-cm/diagnosis", "http://hl7.org/fhir/sid/icd-9-cm/procedure", "urn:oid:2.16.840.1.113883.6.103", "urn:oid:2.16.840.1.113883.6.104"),
        new("cpt", "http://www.ama-assn.org/go/cpt", "CPT", "CPT", "American Medical Association", Ama, "urn:oid:2.16.840.1.113883.6.12", [CodeSet.Cpt, CodeSet.Modifier],
            "https://www.ama-assn.org/go/cpt"),
        new("hcpcs", "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "HCPCS", "HCPCS Level II", "Centers for Medicare & Medicaid Services", Ada, "urn:oid:2.16.840.1.113883.6.285", [CodeSet.Hcpcs, CodeSet.Modifier],
            "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "https://bluebutton.cms.gov/resources/codesystem/hcpcs", "urn:oid:2.16.840.1.113883.6.14"),
        new("pos", "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set", "CMSPlaceOfService", "Place of service", "Centers for Medicare & Medicaid Services", null, "urn:oid:2.16.840.1.113883.6.50", [CodeSet.Pos],
            "http://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set"),
    ];

    private static readonly Dictionary<string, FhirSystem> ByUri =
        All.SelectMany(s => s.Others.Prepend(s.Uri).Append(s.Oid).Select(u => (Uri: u, System: s))).ToDictionary(u => u.Uri, u => u.System, StringComparer.Ordinal);

    /// <summary>The value set of all its codes.</summary>
    public string ValueSet => Uri + "?fhir_vs";

    /// <summary>Whether its headings are marked apart from codes for a claim.</summary>
    public bool HasHeadings => Sets[0] is CodeSet.Icd10Cm or CodeSet.Icd10Pcs;

    /// <summary>The system at an address, or null.</summary>
    public static FhirSystem? Of(string? uri) => uri is not null && ByUri.TryGetValue(uri, out var system) ? system : null;

    /// <summary>The system that a key is a code of.</summary>
    public static FhirSystem? Of(CodeKey key)
    {
        foreach (var system in All)
        {
            if (system.Has(key)) return system;
        }

        return null;
    }

    /// <summary>Whether a key is one of its codes.</summary>
    public bool Has(CodeKey key) => Sets.Contains(key.Set) && (key.Set != CodeSet.Modifier || IsCptModifier(key.Code) == (Id == "cpt"));

    /// <summary>The key of a code; the first volume that the book has it in, else the first in which it could be written so.</summary>
    public bool TryKey(Book book, string? code, DateOnly on, out CodeKey key)
    {
        (key, var found) = (default, false);
        foreach (var set in Sets)
        {
            if (!CodeKey.TryParse(set, code, out var candidate) || !Has(candidate)) continue;
            if (book.Find(candidate, on).Status != CodeStatus.UnknownCode)
            {
                key = candidate;
                return true;
            }

            if (!found) (key, found) = (candidate, true);
        }

        return found;
    }

    /// <summary>The edition in force on a date; null when none is loaded for it.</summary>
    public string? VersionOn(OpenBook open, DateOnly on) => Editions(open).Where(c => c.From <= on && on <= c.To).Select(c => c.Edition).FirstOrDefault();

    /// <summary>The newest edition; null when the book holds no complete list.</summary>
    public string? Newest(OpenBook open) => Editions(open).Select(c => c.Edition).FirstOrDefault();

    /// <summary>The edition of a name, <c>FY2026</c> or <c>2026</c>; null when there is none.</summary>
    public Coverage? Edition(OpenBook open, string name)
    {
        foreach (var c in Editions(open))
        {
            if (c.Edition.Equals(name, StringComparison.OrdinalIgnoreCase) || c.Edition.StartsWith("FY", StringComparison.Ordinal) && c.Edition.AsSpan(2).SequenceEqual(name)) return c;
        }

        return null;
    }

    /// <summary>Editions that are complete lists, newest first.</summary>
    public IEnumerable<Coverage> Editions(OpenBook open)
    {
        foreach (var editions in open.Editions)
        {
            if (editions.Set != Sets[0]) continue;
            foreach (var c in editions.All) yield return c;
        }
    }

    // Appendix A of CPT: two digits, category II modifiers 1P 2P 3P 8P, physical status P1 to P6.
    private static bool IsCptModifier(string code) => code.Length == 2
        && (char.IsAsciiDigit(code[0]) && (char.IsAsciiDigit(code[1]) || code[1] == 'P') || code[0] == 'P' && code[1] is >= '1' and <= '6');
}
