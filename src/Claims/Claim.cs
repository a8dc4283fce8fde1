namespace CodingAhead.Claims;

/// <summary>Which rules a claim is judged by.</summary>
public enum Setting : byte
{
    /// <summary>Physicians and other practitioners (CMS-1500, 837P).</summary>
    Practitioner,

    /// <summary>Hospital outpatient departments (837I); only what also stands in practitioner claims is checked.</summary>
    OutpatientHospital,

    /// <summary>Suppliers of equipment.</summary>
    Dme,
}

/// <summary>A claim as it is checked and priced, whatever form it came in. Nothing in it names a patient.</summary>
public sealed record Claim
{
    /// <summary>The sender's own number (CLM01 of an 837); comes back with the answer.</summary>
    public string? Id { get; init; }

    /// <summary>Which rules apply.</summary>
    public Setting Setting { get; init; }

    /// <summary>What edits need to know of the patient.</summary>
    public Patient Patient { get; init; } = new();

    /// <summary>Who renders the services, and where.</summary>
    public Provider Provider { get; init; } = new();

    /// <summary>ICD-10-CM (or, before 2015-10-01, ICD-9-CM) codes in the claim's order, with or without dot.</summary>
    public IReadOnlyList<string> Diagnoses { get; init; } = [];

    /// <summary>Service lines, numbered from 1 in the claim's order.</summary>
    public IReadOnlyList<ClaimLine> Lines { get; init; } = [];

    /// <summary>Earlier services, for global periods.</summary>
    public IReadOnlyList<PriorService> History { get; init; } = [];

    /// <summary>Where the claim stands in its file; null when it came alone.</summary>
    public Origin? Place { get; init; }

    /// <summary>What the reader of the file could not use and had to leave out, in words: institutional edits, an unread segment.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>What edits need to know of the patient.</summary>
/// <param name="Sex"><c>F</c> or <c>M</c>; null when not known.</param>
/// <param name="BirthDate">For age edits; null when not known.</param>
/// <param name="Mbi">The Medicare beneficiary identifier, only checked for its form and never repeated in an answer.</param>
public sealed record Patient(string? Sex = null, DateOnly? BirthDate = null, string? Mbi = null);

/// <summary>Who renders the services, and where.</summary>
public sealed record Provider
{
    /// <summary>National provider identifier, ten digits.</summary>
    public string? Npi { get; init; }

    /// <summary>ZIP code of the place of service, five or nine digits; instead of <see cref="Mac"/> and <see cref="Locality"/>.</summary>
    public string? Zip { get; init; }

    /// <summary>Medicare contractor, five digits.</summary>
    public string? Mac { get; init; }

    /// <summary>Locality of the contractor, two digits.</summary>
    public string? Locality { get; init; }

    /// <summary>Accepts Medicare's amount as payment in full. Default: yes.</summary>
    public bool Participating { get; init; } = true;

    /// <summary><c>physician np-pa assistant-np-pa cnm csw crna</c>; default physician.</summary>
    public string Kind { get; init; } = "physician";

    /// <summary>From 2026: a qualifying participant of an alternative payment model, paid by its own conversion factor. Default: no.</summary>
    public bool Qp { get; init; }

    /// <summary>Medicare specialty, two characters; null when not known.</summary>
    public string? Specialty { get; init; }

    /// <summary>State of the patient's home for equipment, two letters; null: that of the ZIP code.</summary>
    public string? State { get; init; }
}

/// <summary>A service line.</summary>
public sealed record ClaimLine
{
    /// <summary>CPT or HCPCS Level II.</summary>
    public required string Code { get; init; }

    /// <summary>Up to four modifiers in the claim's order.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>Units of service; more than zero. Default 1.</summary>
    public decimal Units { get; init; } = 1;

    /// <summary>Dollars asked for the whole line; null when not given.</summary>
    public decimal? Charge { get; init; }

    /// <summary>Date of service; the first one when the line spans several.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Last date of service; null: the same day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>CMS place of service, two digits; null when not given.</summary>
    public string? Pos { get; init; }

    /// <summary>Numbers from 1 of the diagnoses this line is for, most important first.</summary>
    public IReadOnlyList<int> Dx { get; init; } = [];

    /// <summary>Minutes of anaesthesia; null when not given.</summary>
    public int? Minutes { get; init; }

    /// <summary>National drug code, eleven digits; null when not given.</summary>
    public string? Ndc { get; init; }
}

/// <summary>An earlier service of the same patient.</summary>
/// <param name="Code">CPT or HCPCS.</param>
/// <param name="Modifiers">As billed.</param>
/// <param name="Date">Its date.</param>
/// <param name="Provider"><c>same</c> physician, <c>group</c> colleague of the same specialty, or <c>other</c>.</param>
public sealed record PriorService(string Code, IReadOnlyList<string> Modifiers, DateOnly Date, string Provider = "same");

/// <summary>Where a claim stands in its file.</summary>
/// <param name="File">The file's name without its folder.</param>
/// <param name="Segment">Number from 1 of the segment (837) or line (CSV, NDJSON) at which it begins.</param>
public sealed record Origin(string File, int Segment);

/// <summary>A claim that could not be read: which, why, and where; never what stood there.</summary>
/// <param name="Id">The sender's number, where it was read before the error.</param>
/// <param name="Error">What was expected.</param>
/// <param name="Place">Where.</param>
public sealed record UnreadClaim(string? Id, string Error, Origin? Place);

/// <summary>One outcome of a reader: a claim, or why there is none.</summary>
/// <param name="Claim">The claim; null when it could not be read.</param>
/// <param name="Error">Why not; null when it could.</param>
public readonly record struct ReadClaim(Claim? Claim, UnreadClaim? Error);
