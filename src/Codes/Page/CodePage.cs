using System.Text.Json.Serialization;

namespace CodingAhead.Codes.Page;

/// <summary>
/// Everything the book knows about a code on a date of service: the one object that the command line's <c>show --json</c>, the REST API
/// and the site's page share. Every value names its source by a number of <see cref="Sources"/>; what the book lacks is null or empty, never invented.
/// </summary>
public sealed record CodePage
{
    /// <summary>One of <c>cpt hcpcs icd10cm icd10pcs icd9cm icd9proc modifier pos</c>.</summary>
    public required string Set { get; init; }

    /// <summary>The code as people write it, with its dot.</summary>
    public required string Code { get; init; }

    /// <summary>The date of service asked for.</summary>
    public required DateOnly On { get; init; }

    /// <summary><c>active deleted not-yet-valid unknown-code no-edition</c>.</summary>
    public required string Status { get; init; }

    /// <summary>First day of the period of validity that holds on the date or is nearest to it; null when the releases do not say.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of that period; null when no edition shows an end.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The valid date nearest to the one asked for, when the code is not valid on that; else null.</summary>
    public DateOnly? Nearest { get; init; }

    /// <summary>Why it is not active, in a sentence; null when it is.</summary>
    public string? Because { get; init; }

    /// <summary>Codes that took its place.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    /// <summary>The same with their sets, for links.</summary>
    [JsonIgnore]
    public IReadOnlyList<CodeKey> SuccessorKeys { get; init; } = [];

    /// <summary>The title lists show: the official one, or our own label where that is not licensed.</summary>
    public string? Title { get; init; }

    /// <summary>The edition that the code and its title are taken from, as its publisher names it; null for an unknown code.</summary>
    public string? Edition { get; init; }

    /// <summary>The date whose content is shown: the date asked for, or the nearest valid one.</summary>
    public DateOnly? ShownOn { get; init; }

    /// <summary>True when no edition of the set holds on the date asked for, so that the page shows the nearest one's content.</summary>
    public bool Stale { get; init; }

    /// <summary>Editions whose values are shown although they are over on the date (an NCCI quarter, say): each such value is marked too.</summary>
    public IReadOnlyList<string> StaleEditions { get; init; } = [];

    /// <summary>Official texts and our own.</summary>
    public Descriptors Descriptors { get; init; } = new();

    /// <summary>Our own article about the code; null where there is none.</summary>
    public Article? Article { get; init; }

    /// <summary>May stand on a claim: false for headings that need more characters; null for an unknown code.</summary>
    public bool? Billable { get; init; }

    /// <summary>Medicare indicators with their meaning.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>Add-on codes that may be billed with this one.</summary>
    public IReadOnlyList<AddOnLink> AddOns { get; init; } = [];

    /// <summary>Primaries this add-on code needs; <c>CCCCC</c> is "contractor-defined".</summary>
    public IReadOnlyList<AddOnLink> Primaries { get; init; } = [];

    /// <summary>What each modifier does with this code; null: not derived, as no indicators are loaded. A modifier that is not listed is unknown, not refused.</summary>
    public IReadOnlyList<ModifierVerdict>? Modifiers { get; init; }

    /// <summary>For a modifier: its rate, its rules and examples; else null.</summary>
    public ModifierEffect? Effect { get; init; }

    /// <summary>How many NCCI pairs it is in; null when the book has no pairs.</summary>
    public PtpCounts? Ptp { get; init; }

    /// <summary>Medically unlikely edits. An empty list is no permission: some are confidential.</summary>
    public IReadOnlyList<MueLimit> Mue { get; init; } = [];

    /// <summary>What Medicare pays, by schedule; null when no loaded schedule lists the code.</summary>
    public Payment? Payment { get; init; }

    /// <summary>Instructions of the ICD-10-CM tabular list, its own first, then inherited ones.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Seventh characters that the code or a heading above it asks for.</summary>
    public IReadOnlyList<SeventhCharacter> SeventhCharacters { get; init; } = [];

    /// <summary>The characters of an ICD-10-PCS code with their meaning.</summary>
    public IReadOnlyList<PcsCharacter> Characters { get; init; } = [];

    /// <summary>The row of its table that an ICD-10-PCS code stands in; all rows of a table.</summary>
    public IReadOnlyList<PcsRow> PcsRows { get; init; } = [];

    /// <summary>The same condition with another side or seventh character; for a heading, what may complete it.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>What a heading lacks, in a sentence; null for a code.</summary>
    public string? Missing { get; init; }

    /// <summary>The codes with the same heading directly above, this one included.</summary>
    public IReadOnlyList<CodeRef> Siblings { get; init; } = [];

    /// <summary>Edits of inpatient claims.</summary>
    public IReadOnlyList<ClaimEdit> Edits { get; init; } = [];

    /// <summary>Condition categories of the risk adjustment models.</summary>
    public IReadOnlyList<HccCategory> Hcc { get; init; } = [];

    /// <summary>The general equivalence maps between ICD-9-CM and ICD-10, in both directions.</summary>
    public IReadOnlyList<IcdMap> IcdMaps { get; init; } = [];

    /// <summary>Where the code stands; null in sets without a hierarchy.</summary>
    public Hierarchy? Hierarchy { get; init; }

    /// <summary>Entries of the alphabetic index that lead here.</summary>
    public IReadOnlyList<IndexPath> Index { get; init; } = [];

    /// <summary>Groupings and maps: <c>gem ccsr hcc poa rbcs ccs</c>.</summary>
    public IReadOnlyList<Crosswalk> Crosswalks { get; init; } = [];

    /// <summary>Paragraphs of the Official Guidelines that name the code, nearest first; null when no guidelines are loaded, and in other sets than ICD-10-CM.</summary>
    public IReadOnlyList<GuidelineCitation>? Guidelines { get; init; }

    /// <summary>Medicare coverage documents that name the code; null when none are loaded, and in sets they do not name.</summary>
    public MedicareCoverage? Coverage { get; init; }

    /// <summary>Every change between editions, newest first.</summary>
    public IReadOnlyList<Change> History { get; init; } = [];

    /// <summary>The code before in its set; null at the beginning.</summary>
    public CodeRef? Previous { get; init; }

    /// <summary>The code after in its set; null at the end.</summary>
    public CodeRef? Next { get; init; }

    /// <summary>The source lines cited above.</summary>
    public IReadOnlyList<CitedSource> Sources { get; init; } = [];
}

/// <summary>Texts of a code; null where the book has none or its licence is not accepted.</summary>
/// <param name="Long">The official long descriptor.</param>
/// <param name="Medium">The official medium descriptor (CPT).</param>
/// <param name="Short">The official short descriptor.</param>
/// <param name="Plain">Our own words.</param>
/// <param name="Copyright">The notice owed with the official texts shown; null for public ones.</param>
/// <param name="Source">Source of the longest official text, or of our own where that is all.</param>
/// <param name="LongSource">Source of the long descriptor.</param>
/// <param name="MediumSource">Source of the medium descriptor.</param>
/// <param name="ShortSource">Source of the short descriptor.</param>
/// <param name="PlainSource">Source of our own words.</param>
public sealed record Descriptors(string? Long = null, string? Medium = null, string? Short = null, string? Plain = null, string? Copyright = null, int? Source = null,
    int? LongSource = null, int? MediumSource = null, int? ShortSource = null, int? PlainSource = null);

/// <summary>An indicator of a payment system.</summary>
/// <param name="Name">Its name in camel case: <c>globalDays</c>.</param>
/// <param name="Value">As the release has it.</param>
/// <param name="Label">The value's name; null when we have none.</param>
/// <param name="Meaning">What it means for a claim, in a sentence; null when we have none.</param>
/// <param name="Modifier">The row it is of, where a code has several (<c>26</c>, <c>TC</c>); else null.</param>
/// <param name="Stale">Taken from an edition that is over on the date.</param>
/// <param name="Source">Where it stands.</param>
public sealed record Indicator(string Name, string Value, string? Label, string? Meaning, string? Modifier, bool Stale, int? Source);

/// <summary>One pairing of an add-on code and a primary.</summary>
/// <param name="Code">The other code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Type">NCCI type 1, 2 or 3; null when the source has none.</param>
/// <param name="From">First day of the pairing.</param>
/// <param name="To">Last day; null when open.</param>
/// <param name="Note">The file's own remark.</param>
/// <param name="Source">Where it stands.</param>
public sealed record AddOnLink(string Code, string? Title, string? Type, DateOnly? From, DateOnly? To, string? Note, int? Source);

/// <summary>NCCI pairs in force on the date: in how many the code is paid (column 1) and in how many it is not (column 2), each partner once.</summary>
/// <param name="AsColumn1">Partners when this code is column 1, in either setting.</param>
/// <param name="AsColumn2">Partners when this code is column 2.</param>
/// <param name="Practitioner">The practitioner edits alone.</param>
/// <param name="Hospital">The outpatient hospital edits alone.</param>
/// <param name="Listed">All rows of the files, deleted pairs included.</param>
/// <param name="Edition">The edition they are taken from.</param>
/// <param name="Stale">That edition is over on the date.</param>
/// <param name="Source">A line of it.</param>
public sealed record PtpCounts(int AsColumn1, int AsColumn2, PtpSides Practitioner, PtpSides Hospital, PtpSides Listed, string? Edition, bool Stale, int? Source);

/// <summary>Counts of the two directions.</summary>
public sealed record PtpSides(int AsColumn1, int AsColumn2);

/// <summary>A medically unlikely edit.</summary>
/// <param name="Setting"><c>practitioner outpatient-hospital dme</c>.</param>
/// <param name="Units">Units of service above which it denies.</param>
/// <param name="Mai">Adjudication: <c>1</c> claim line, <c>2</c> date of service (policy), <c>3</c> date of service (clinical).</param>
/// <param name="Meaning">What the MAI means.</param>
/// <param name="Rationale">CMS's reason.</param>
/// <param name="Edition">The quarter.</param>
/// <param name="Stale">That quarter is over on the date.</param>
/// <param name="Source">Where it stands.</param>
public sealed record MueLimit(string Setting, int Units, string? Mai, string? Meaning, string? Rationale, string? Edition, bool Stale, int? Source);

/// <summary>An instruction of the tabular list.</summary>
/// <param name="Kind"><c>alsoCalled inclusionTerm includes excludes1 excludes2 codeFirst useAdditionalCode codeAlso note sevenChrNote</c>.</param>
/// <param name="Text">As printed.</param>
/// <param name="From">The heading it is inherited from; null when it is the code's own.</param>
/// <param name="Source">Where it stands.</param>
public sealed record Note(string Kind, string Text, string? From, int? Source);

/// <summary>Headings above a code, and codes below it.</summary>
/// <param name="Parents">From the chapter down to the one directly above.</param>
/// <param name="Children">Directly below, in order.</param>
public sealed record Hierarchy(IReadOnlyList<CodeRef> Parents, IReadOnlyList<CodeRef> Children);

/// <summary>A code named by another's page.</summary>
public sealed record CodeRef(string Set, string Code, string Title, bool? Billable = null);

/// <summary>An entry of the alphabetic index.</summary>
/// <param name="Path">Main term and subterms, <c>Diabetes &gt; type 2 &gt; with &gt; neuropathy</c>.</param>
/// <param name="Book"><c>disease external neoplasm drug</c>.</param>
/// <param name="Modifiers">Nonessential modifiers of the last term: words that may be present or not.</param>
/// <param name="Printed">The code as printed; a dash says that more characters are due.</param>
/// <param name="Source">Where it stands.</param>
public sealed record IndexPath(string Path, string? Book, string? Modifiers, string? Printed, int? Source);

/// <summary>A seventh character.</summary>
/// <param name="Character">The character.</param>
/// <param name="Label">What it says.</param>
/// <param name="From">The heading that defines it; null when the code itself does.</param>
/// <param name="Source">Where it stands.</param>
public sealed record SeventhCharacter(string Character, string Label, string? From, int? Source);

/// <summary>One character of an ICD-10-PCS code.</summary>
/// <param name="Position">1 to 7.</param>
/// <param name="Axis">What the position says: <c>Approach</c>.</param>
/// <param name="Value">The character.</param>
/// <param name="Label">Its meaning here.</param>
/// <param name="Definition">The table's definition, where it prints one.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PcsCharacter(int Position, string Axis, string Value, string Label, string? Definition, int? Source)
{
    /// <summary>What the definition's own explanation adds; null when there is none.</summary>
    public string? Explanation { get; init; }

    /// <summary>Names that the body part and device keys put under this value.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];

    /// <summary>Specific devices that are coded to this broader one.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>Where the key stands.</summary>
    public int? KeySource { get; init; }
}

/// <summary>A grouping of the code, or its counterpart in another set.</summary>
/// <param name="Kind"><c>gem ccsr hcc poa rbcs ccs conversion</c>.</param>
/// <param name="Set">The counterpart's set; null for a grouping.</param>
/// <param name="Code">The counterpart or category.</param>
/// <param name="Title">Its title.</param>
/// <param name="Detail">What else the row says, by column.</param>
/// <param name="Stale">Taken from an edition that is over on the date.</param>
/// <param name="Source">Where it stands.</param>
public sealed record Crosswalk(string Kind, string? Set, string? Code, string? Title, IReadOnlyDictionary<string, string> Detail, bool Stale, int? Source);

/// <summary>A value that changed from one edition to the next.</summary>
/// <param name="Date">First day of the new value.</param>
/// <param name="Table">The kind of row.</param>
/// <param name="Field">The column.</param>
/// <param name="From">The value before; null when there was none.</param>
/// <param name="To">The value since; null when there is none any more.</param>
/// <param name="Source">Where the new value stands, or the old one that has none after it.</param>
/// <param name="After">Editions before <c>date</c> are not loaded: the change came some day after this one. Null when the editions follow each other.</param>
public sealed record Change(DateOnly Date, string Table, string Field, string? From, string? To, int? Source, DateOnly? After = null);

/// <summary>A line of a release, cited by <c>source</c>.</summary>
public sealed record CitedSource(int Id, string Publisher, string Edition, string File, string Sha256, int Line);
