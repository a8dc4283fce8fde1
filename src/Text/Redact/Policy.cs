namespace CodingAhead.Text.Redact;

/// <summary>What is put in the place of an identifier.</summary>
public enum PhiAction : byte
{
    /// <summary>A typed token, numbered by value within a text: <c>[NAME-1]</c>. Dates keep their year, ZIP codes three digits, ages over 89 become <c>90+</c>.</summary>
    Token,

    /// <summary>As many asterisks as there were letters and digits; separators stay.</summary>
    Mask,

    /// <summary>Nothing.</summary>
    Remove,

    /// <summary>An invented value of the same form, the same within a text.</summary>
    Surrogate,

    /// <summary>Dates only: moved by a number of days that depends on the key and the patient.</summary>
    Shift,

    /// <summary>The identifier itself: it is found and counted, not replaced.</summary>
    Keep,
}

/// <summary>What is given back.</summary>
public enum RedactionMode : byte
{
    /// <summary>The text with replacements.</summary>
    Redact,

    /// <summary>The text as it was, and the spans.</summary>
    Label,

    /// <summary>Spans and manifest, no text.</summary>
    Audit,
}

/// <summary>An identifier that only one institution knows, as a regular expression that runs in linear time (no look-around, no back-references).</summary>
/// <param name="Type">What it finds.</param>
/// <param name="Expression">The expression, matched case-sensitively unless it says <c>(?i)</c>.</param>
/// <param name="Rule">The rule's name in results.</param>
public sealed record OwnPattern(PhiType Type, string Expression, string Rule);

/// <summary>
/// What is replaced, and by what. Read from JSON by <see cref="PolicyFile"/>; <see cref="SafeHarbor"/> is the default. Immutable.
/// </summary>
public sealed record Policy
{
    /// <summary>45 CFR 164.514(b)(2)(i): all eighteen categories, dates to the year, ZIP to three digits where 20,000 people live, names of providers too.</summary>
    public static Policy SafeHarbor { get; } = new() { Name = "safe-harbor" };

    /// <summary>45 CFR 164.514(e): dates, ages, cities, states and ZIP codes stay; the sixteen direct identifiers go.</summary>
    public static Policy LimitedDataSet { get; } = new()
    {
        Name = "limited-data-set",
        Actions = new Dictionary<PhiType, PhiAction>
        {
            [PhiType.Date] = PhiAction.Keep, [PhiType.Age] = PhiAction.Keep, [PhiType.City] = PhiAction.Keep, [PhiType.County] = PhiAction.Keep, [PhiType.Zip] = PhiAction.Keep,
        },
    };

    /// <summary>Names the policy in manifests. A policy of another name than the two built in is <c>custom</c> in wording: it carries no promise.</summary>
    public string Name { get; init; } = "custom";

    /// <summary>What is done with types that <see cref="Actions"/> does not name. Default: a numbered token.</summary>
    public PhiAction Action { get; init; } = PhiAction.Token;

    /// <summary>What is done with a type.</summary>
    public IReadOnlyDictionary<PhiType, PhiAction> Actions { get; init; } = new Dictionary<PhiType, PhiAction>();

    /// <summary>Whether names of providers go as well (default). The guidance does not demand it.</summary>
    public bool Providers { get; init; } = true;

    /// <summary>Words or phrases that are never identifiers, in any case.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>Words or phrases that always are, found as whole words in any case; reported as names.</summary>
    public IReadOnlyList<string> Deny { get; init; } = [];

    /// <summary>Patterns of the installation.</summary>
    public IReadOnlyList<OwnPattern> Patterns { get; init; } = [];

    /// <summary>Tables of names that count as evidence beside the shipped one; manifests name them.</summary>
    public IReadOnlyList<NameTable> NameTables { get; init; } = [];

    /// <summary>Spans less sure than this go to the review queue as well. Default 0.7.</summary>
    public double ReviewBelow { get; init; } = 0.7;

    /// <summary>What is given back.</summary>
    public RedactionMode Mode { get; init; }

    /// <summary>The key of surrogates and shifted dates; required by both, kept by the user, never written anywhere.</summary>
    public string? Key { get; init; }

    /// <summary>The action for a type.</summary>
    public PhiAction For(PhiType type) => Actions.GetValueOrDefault(type, Action);
}
