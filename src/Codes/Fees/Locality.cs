namespace CodingAhead.Codes.Fees;

/// <summary>A Medicare payment locality and its geographic practice cost indices.</summary>
/// <param name="Mac">The contractor, five digits.</param>
/// <param name="Number">The locality, two digits.</param>
/// <param name="State">Two letters, as the index file has it.</param>
/// <param name="Name">As the index file has it.</param>
/// <param name="Work">Index of physician work.</param>
/// <param name="PracticeExpense">Index of practice expense.</param>
/// <param name="Malpractice">Index of malpractice insurance.</param>
/// <param name="WorkFloor">The edition's work indices were raised to at least 1.0 (Social Security Act, section 1848(e)(1)(E), renewed for a time by Congress).</param>
/// <param name="Stale">The indices are of an edition that is over on the date.</param>
/// <param name="Source">Where they stand.</param>
public sealed record Locality(
    string Mac, string Number, string State, string Name, decimal Work, decimal PracticeExpense, decimal Malpractice, bool WorkFloor, bool Stale, SourceLine Source)
{
    /// <summary>Its key in the book.</summary>
    public CodeKey Key => CodeKey.Of(CodeSet.Locality, Mac + Number);
}

/// <summary>What a service pays in a locality.</summary>
/// <param name="At">The locality.</param>
/// <param name="NonFacility">Dollars in an office; null when the release has no total.</param>
/// <param name="Facility">Dollars in a facility.</param>
public sealed record LocalityFee(Locality At, decimal? NonFacility, decimal? Facility);

/// <summary>What the ZIP code file says of a ZIP code.</summary>
/// <param name="Zip">Five digits, or nine where the ZIP+4 file is loaded and has it.</param>
/// <param name="State">Two letters; Kansas City is split into EM and WM, as the file has it.</param>
/// <param name="Mac">The contractor.</param>
/// <param name="Number">The locality.</param>
/// <param name="Rural">Blank urban, <c>R</c> rural, <c>B</c> super rural: the ambulance fee schedule's areas, not those of equipment.</param>
/// <param name="Spans">The ZIP code lies in more than one locality, so that its last four digits decide; the five-digit answer is the file's own.</param>
/// <param name="Stale">The file is over on the date.</param>
/// <param name="Source">Where it stands.</param>
public sealed record ZipArea(string Zip, string State, string Mac, string Number, string Rural, bool Spans, bool Stale, SourceLine Source);

/// <summary>Whether a place was found.</summary>
public enum PlaceStatus
{
    /// <summary>It has a locality.</summary>
    Found,

    /// <summary>What was typed is no place.</summary>
    Unreadable,

    /// <summary>The ZIP code file in force does not have it.</summary>
    UnknownZip,

    /// <summary>The index file in force does not have the locality.</summary>
    UnknownLocality,

    /// <summary>No file is loaded for the date, or for an earlier one.</summary>
    NoEdition,
}

/// <summary>The answer to "which locality is this": never a default, never the nation.</summary>
/// <param name="Status">Whether it was found.</param>
/// <param name="Because">Why not, in a sentence that does not repeat what was typed; null when found.</param>
/// <param name="Locality">The locality; null unless found.</param>
/// <param name="Zip">What the ZIP code file says, where one was asked for and it has it.</param>
public sealed record Located(PlaceStatus Status, string? Because, Locality? Locality, ZipArea? Zip)
{
    /// <summary>The status on every door: <c>found unreadable unknown-zip unknown-locality no-edition</c>.</summary>
    public string StatusId => Status switch
    {
        PlaceStatus.Found => "found",
        PlaceStatus.Unreadable => "unreadable",
        PlaceStatus.UnknownZip => "unknown-zip",
        PlaceStatus.UnknownLocality => "unknown-locality",
        _ => "no-edition",
    };
}
