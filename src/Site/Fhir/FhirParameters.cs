using CodingAhead.Site.Shared;

namespace CodingAhead.Site.Fhir;

/// <summary>What the operations take, for the description of the API; POST takes the same in a Parameters resource, and codings.</summary>
internal static class FhirParameters
{
    private static readonly Takes Date = new("date", "The date of service, yyyy-MM-dd; `on` says the same. Default: today.", "2025-10-15");
    private static readonly Takes Version = new("version", "An edition as answers name it, such as FY2026. Without a date, its first day is asked about.");
    private static readonly Takes Format = new("_format", "json; nothing else is written.");
    private static readonly Takes Url = new("url", "Its canonical address.");
    private static readonly Takes ById = new("_id", "Its id.");
    private static readonly Takes Count = new("_count", "At most this many, 0 to 1000. Default: 100.");

    public static readonly Takes[] Lookup =
    [
        new("system", "The code system's address; urn:oid forms are accepted.", "http://hl7.org/fhir/sid/icd-10-cm"),
        new("code", "The code, with or without its dot.", "M47.816"), Version, Date,
        new("property", "Only these properties; may be repeated. Default: all."), Format,
    ];

    public static readonly Takes[] ValidateCode =
    [
        new("url", "The code system's address.", "http://www.ama-assn.org/go/cpt"), new("code", "The code.", "64622"), Version,
        new("display", "A text that must be one of the code's."), Date, new("abstract", "false: a heading is not valid. Default: true."), Format,
    ];

    public static readonly Takes[] ValidateInValueSet =
    [
        new("url", "The value set: `[system]?fhir_vs`, `[system]?fhir_vs=billable`, `[system]?fhir_vs=isa/E11`.", "http://hl7.org/fhir/sid/icd-10-cm?fhir_vs=isa/M47"),
        new("system", "The code system's address; the value set's own when it has one only.", "http://hl7.org/fhir/sid/icd-10-cm"), new("code", "The code.", "M47.816"),
        new("systemVersion", "An edition as answers name it."), new("display", "A text that must be one of the code's."), Date, new("abstract", "false: a heading is not valid. Default: true."), Format,
    ];

    public static readonly Takes[] Expand =
    [
        new("url", "The value set: `[system]?fhir_vs`, `[system]?fhir_vs=billable`, `[system]?fhir_vs=isa/E11`, or `urn:codingahead:valueset:all`.", "http://hl7.org/fhir/sid/icd-10-cm?fhir_vs"),
        new("filter", "What somebody is typing: words or the beginning of a code, at most 500 characters.", "spondylosis lum"),
        new("count", "At most this many, 0 to 1000. Default: 100.", "5"), new("offset", "Leave out this many first. Default: 0."),
        new("activeOnly", "true: only codes valid on the date."), Date, new("system-version", "system|edition, as `http://hl7.org/fhir/sid/icd-10-cm|FY2026`."), Format,
    ];

    public static readonly Takes[] Translate =
    [
        new("system", "The code system's address.", "http://hl7.org/fhir/sid/icd-9-cm"), new("code", "The code.", "250.00"),
        new("targetsystem", "Only maps to this system.", "http://hl7.org/fhir/sid/icd-10-cm"), new("url", "Only this map, urn:codingahead:conceptmap:…"), Version, Date, Format,
    ];

    public static readonly Takes[] Metadata = [new("mode", "full or terminology. Default: full.", "full"), Format];

    public static readonly Takes[] SearchSystems = [Url with { Example = "http://hl7.org/fhir/sid/icd-10-cm" }, new("version", "An edition."), ById, Count, Format];

    public static readonly Takes[] SearchSets = [Url with { Example = "http://hl7.org/fhir/sid/icd-10-cm?fhir_vs" }, ById, Count, Format];

    public static readonly Takes[] SearchMaps = [Url, ById with { Example = "gem-icd10cm-icd9cm" }, Count, Format];

    public static Takes[] Id(string example) => [new("id", "The id of the resource.", example), Format];
}
