using System.Text.Json.Serialization;

namespace CodingAhead.Codes.Page;

/// <summary>Everything the book knows about a Medicare payment locality on a date of service, each value with its source line.</summary>
public sealed record LocalityPage
{
    /// <summary>The contractor, five digits.</summary>
    public required string Mac { get; init; }

    /// <summary>The locality, two digits.</summary>
    public required string Locality { get; init; }

    /// <summary>The date of service asked for.</summary>
    public required DateOnly On { get; init; }

    /// <summary><c>found unreadable unknown-zip unknown-locality no-edition</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it was not found; null when it was.</summary>
    public string? Because { get; init; }

    /// <summary>The ZIP code it was found by; null otherwise.</summary>
    public ZipLine? Zip { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Two letters.</summary>
    public string? State { get; init; }

    /// <summary>The release of the indices.</summary>
    public string? Edition { get; init; }

    /// <summary>That release is over on the date.</summary>
    public bool Stale { get; init; }

    /// <summary>The fee schedule area and its counties, as the county file words them; null when it does not list the locality.</summary>
    public LocalityCounties? Counties { get; init; }

    /// <summary>How many five-digit ZIP codes lie in it; null when no ZIP code file is loaded.</summary>
    public ZipCount? ZipCodes { get; init; }

    /// <summary>The indices.</summary>
    public IReadOnlyList<GeographicIndex> Indices { get; init; } = [];

    /// <summary>The edition raised work indices to at least 1.0; null when not found.</summary>
    public bool? WorkFloor { get; init; }

    /// <summary>Dollars of an anaesthesia unit; null when not listed.</summary>
    public AnesthesiaLine? Anesthesia { get; init; }

    /// <summary>The same values in every loaded edition, newest first.</summary>
    public IReadOnlyList<LocalityYear> History { get; init; } = [];

    /// <summary>Editions whose values are shown although they are over on the date.</summary>
    public IReadOnlyList<string> StaleEditions { get; init; } = [];

    /// <summary>The source lines cited above.</summary>
    public IReadOnlyList<CitedSource> Sources { get; init; } = [];

    /// <summary>It was found.</summary>
    [JsonIgnore]
    public bool Found => Status == "found";
}

/// <summary>Counties of a locality.</summary>
/// <param name="Area">The fee schedule area.</param>
/// <param name="Counties">In the file's words.</param>
/// <param name="Stale">Of an edition that is over on the date.</param>
/// <param name="Source">Where it stands.</param>
public sealed record LocalityCounties(string Area, string Counties, bool Stale, int? Source);

/// <summary>How many ZIP codes.</summary>
/// <param name="Count">Five-digit ZIP codes.</param>
/// <param name="Edition">The quarter of the file counted.</param>
/// <param name="Stale">That quarter is over on the date.</param>
public sealed record ZipCount(int Count, string Edition, bool Stale);

/// <summary>A geographic practice cost index.</summary>
/// <param name="Name"><c>work practiceExpense malpractice</c>.</param>
/// <param name="Value">1 is the national average.</param>
/// <param name="Meaning">What it does to a fee, in a sentence.</param>
/// <param name="Source">Where it stands.</param>
public sealed record GeographicIndex(string Name, decimal Value, string Meaning, int? Source);

/// <summary>Anaesthesia conversion factors.</summary>
/// <param name="ConversionFactor">Of the locality.</param>
/// <param name="National">Of the nation; null when the file does not state it.</param>
/// <param name="Stale">Of an edition that is over on the date.</param>
/// <param name="Source">Where it stands.</param>
public sealed record AnesthesiaLine(decimal ConversionFactor, decimal? National, bool Stale, int? Source);

/// <summary>A locality in one edition.</summary>
/// <param name="Edition">The release.</param>
/// <param name="From">First day in force.</param>
/// <param name="Name">Its name then.</param>
/// <param name="Work">Index of work.</param>
/// <param name="PracticeExpense">Index of practice expense.</param>
/// <param name="Malpractice">Index of malpractice insurance.</param>
/// <param name="Anesthesia">Dollars of an anaesthesia unit; null when the edition has none.</param>
/// <param name="Source">Where the indices stand.</param>
public sealed record LocalityYear(string Edition, DateOnly From, string Name, decimal Work, decimal PracticeExpense, decimal Malpractice, decimal? Anesthesia, int? Source);

/// <summary>A locality in a list.</summary>
/// <param name="Mac">The contractor.</param>
/// <param name="Locality">The locality.</param>
/// <param name="State">Two letters.</param>
/// <param name="Name">Its name.</param>
/// <param name="Work">Index of work.</param>
/// <param name="PracticeExpense">Index of practice expense.</param>
/// <param name="Malpractice">Index of malpractice insurance.</param>
/// <param name="Edition">The release.</param>
/// <param name="Stale">That release is over on the date.</param>
public sealed record LocalityLine(string Mac, string Locality, string State, string Name, decimal Work, decimal PracticeExpense, decimal Malpractice, string Edition, bool Stale);
