namespace CodingAhead.Text.Redact;

/// <summary>What kind of identifier a span is; finer than the letters of the rule, because readers and replacements need to know a street from a city.</summary>
public enum PhiType : byte
{
    /// <summary>(A) A person: patient, relative, employer, provider.</summary>
    Name,

    /// <summary>(B) House number and street, or a post-office box.</summary>
    Street,

    /// <summary>(B) City, town or other place smaller than a state.</summary>
    City,

    /// <summary>(B) County, parish or borough.</summary>
    County,

    /// <summary>(B) ZIP code.</summary>
    Zip,

    /// <summary>(B) Hospital, clinic, practice or another named institution, which says where.</summary>
    Facility,

    /// <summary>(C) Any element of a date finer than the year.</summary>
    Date,

    /// <summary>(C) An age over 89, or a year that reveals one.</summary>
    Age,

    /// <summary>(D) Telephone and pager.</summary>
    Phone,

    /// <summary>(E) Fax.</summary>
    Fax,

    /// <summary>(F) E-mail address.</summary>
    Email,

    /// <summary>(G) Social security number.</summary>
    Ssn,

    /// <summary>(H) Medical record number.</summary>
    Mrn,

    /// <summary>(I) Health plan beneficiary: Medicare identifier, member, policy, group.</summary>
    Plan,

    /// <summary>(J) Account, card.</summary>
    Account,

    /// <summary>(K) Certificate or licence: NPI, DEA, driver's licence.</summary>
    License,

    /// <summary>(L) Vehicle: VIN and plate.</summary>
    Vehicle,

    /// <summary>(M) Device: serial, lot, unique device identifier.</summary>
    Device,

    /// <summary>(N) Web address.</summary>
    Url,

    /// <summary>(O) Internet address.</summary>
    Ip,

    /// <summary>(P) Biometric identifier.</summary>
    Biometric,

    /// <summary>(Q) Photograph, by its file name.</summary>
    Photo,

    /// <summary>(R) Any other unique number: accession, job, case, encounter.</summary>
    Id,
}

/// <summary>Names and letters of the types.</summary>
public static class PhiTypes
{
    private static readonly string[] Ids =
    [
        "NAME", "STREET", "CITY", "COUNTY", "ZIP", "FACILITY", "DATE", "AGE", "PHONE", "FAX", "EMAIL", "SSN", "MRN", "PLAN", "ACCOUNT", "LICENSE", "VEHICLE",
        "DEVICE", "URL", "IP", "BIOMETRIC", "PHOTO", "ID",
    ];

    private const string Letters = "ABBBBBCCDEFGHIJKLMNOPQR";

    /// <summary>All types, in the order of their letters.</summary>
    public static IReadOnlyList<PhiType> All { get; } = [.. Enumerable.Range(0, Ids.Length).Select(i => (PhiType)i)];

    /// <summary>The type as results and replacements write it, such as <c>NAME</c>.</summary>
    public static string Id(this PhiType type) => Ids[(int)type];

    /// <summary>The letter of 45 CFR 164.514(b)(2)(i), A to R.</summary>
    public static char Category(this PhiType type) => Letters[(int)type];

    /// <summary>Reads what <see cref="Id"/> writes, in any case.</summary>
    public static bool TryParse(string id, out PhiType type)
    {
        var at = Array.FindIndex(Ids, i => i.Equals(id, StringComparison.OrdinalIgnoreCase));
        type = (PhiType)Math.Max(0, at);
        return at >= 0;
    }
}
