using CodingAhead.Codes.Page;

namespace CodingAhead.Claims;

/// <summary>What a rule says of a claim.</summary>
public enum Outcome : byte
{
    /// <summary>In order.</summary>
    Pass,

    /// <summary>It would deny, but something on the claim lifts it; to be documented.</summary>
    Bypassed,

    /// <summary>It could not be decided, and says why.</summary>
    NotChecked,

    /// <summary>It denies.</summary>
    Fail,
}

/// <summary>One verdict of one rule, with its proof.</summary>
/// <param name="Rule">The rule's identifier, one of <see cref="Rules"/>.</param>
/// <param name="Outcome"><c>fail bypassed not-checked pass</c>.</param>
/// <param name="Stale">It rests on an edition that is over on the date of service.</param>
/// <param name="Lines">The service lines it is about, from 1; empty when it is about the whole claim.</param>
/// <param name="Codes">The codes it is about.</param>
/// <param name="Message">One plain sentence.</param>
/// <param name="Fix">The smallest honest change that would pass; null when there is none.</param>
/// <param name="Condition">What must be true and documented for that change; null when nothing more is needed.</param>
/// <param name="Manual">The manual paragraph the rule follows from; null where the rows say it themselves.</param>
/// <param name="Sources">Numbers of <see cref="CheckResult.Sources"/>.</param>
public sealed record Finding(
    string Rule, Outcome Outcome, bool Stale, IReadOnlyList<int> Lines, IReadOnlyList<string> Codes, string Message, string? Fix, string? Condition, string? Manual,
    IReadOnlyList<int> Sources);

/// <summary>The answer to a claim.</summary>
/// <param name="Id">The claim's own number.</param>
/// <param name="Verdict"><c>fail</c> when anything fails, else <c>not-checked</c> when anything could not be decided, else <c>pass</c>.</param>
/// <param name="Stale">Editions that were over on a date of service and answered nevertheless.</param>
/// <param name="Findings">In the order of lines, then of rules. Passes are left out unless asked for.</param>
/// <param name="Sources">The source lines cited.</param>
/// <param name="Place">Where the claim stands in its file.</param>
public sealed record CheckResult(
    string? Id, string Verdict, IReadOnlyList<string> Stale, IReadOnlyList<Finding> Findings, IReadOnlyList<CitedSource> Sources, Origin? Place);

/// <summary>Identifiers of rules, as scripts know them.</summary>
public static class Rules
{
    public const string CodeValid = "code-valid";
    public const string CodeSuccessor = "code-successor";
    public const string DxValid = "dx-valid";
    public const string DxBillable = "dx-billable";
    public const string DxExcludes1 = "dx-excludes1";
    public const string DxSequence = "dx-sequence";
    public const string DxAge = "dx-age";
    public const string DxSex = "dx-sex";
    public const string DxExternalFirst = "dx-external-first";
    public const string DxLaterality = "dx-laterality";
    public const string NcciPtp = "ncci-ptp";
    public const string NcciMue = "ncci-mue";
    public const string AddOn = "addon";
    public const string ModifierUnknown = "modifier-unknown";
    public const string ModifierNotAllowed = "modifier-not-allowed";
    public const string ModifierBilateral = "modifier-bilateral";
    public const string ModifierComponent = "modifier-component";
    public const string ModifierAssistant = "modifier-assistant";
    public const string ModifierConflict = "modifier-conflict";
    public const string DuplicateLine = "duplicate-line";
    public const string GlobalPeriod = "global-period";
    public const string Pos = "pos";
    public const string StatusCode = "status-code";
    public const string Npi = "npi";
    public const string Mbi = "mbi";
    public const string Dates = "dates";
    public const string Pointers = "pointers";
    public const string Unlisted = "unlisted";
    public const string OppsStatus = "opps-status";
    public const string Institutional = "institutional";
}

/// <summary>How a claim is checked.</summary>
public sealed record CheckOptions
{
    /// <summary>Rules without an edition in force on the date are not answered from an earlier one: they are "not checked". Default: no.</summary>
    public bool Strict { get; init; }

    /// <summary>List what passed as well. Default: no.</summary>
    public bool All { get; init; }
}
