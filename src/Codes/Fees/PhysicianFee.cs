namespace CodingAhead.Codes.Fees;

/// <summary>Where a service is given, for the practice expense: an office pays its own, a facility is paid apart.</summary>
public enum FeeSetting
{
    /// <summary>Office, home and other places that are no facility.</summary>
    NonFacility,

    /// <summary>Hospital, surgical centre, skilled nursing facility.</summary>
    Facility,
}

/// <summary>One row of the relative value file: a code, whole or in part (modifier 26, TC, 53), for one conversion factor.</summary>
/// <param name="Row">The row itself.</param>
/// <param name="Modifier">Null for the whole service.</param>
/// <param name="Variant">From 2026 <c>qpp</c> or <c>nonqpp</c>; before, null.</param>
/// <param name="Status">The status code.</param>
/// <param name="ConversionFactor">Dollars for a relative value unit.</param>
/// <param name="Work">Work units.</param>
/// <param name="Malpractice">Malpractice units.</param>
/// <param name="MalpracticeOpps">Malpractice units of the outpatient cap.</param>
/// <param name="NonFacility">Practice expense in an office.</param>
/// <param name="InFacility">Practice expense in a facility.</param>
public sealed record RelativeValues(
    FeeRow Row, string? Modifier, string? Variant, string Status, decimal? ConversionFactor, decimal Work, decimal Malpractice, decimal MalpracticeOpps,
    PracticeExpense NonFacility, PracticeExpense InFacility)
{
    /// <summary>The units that depend on where the service is given.</summary>
    public PracticeExpense In(FeeSetting setting) => setting == FeeSetting.Facility ? InFacility : NonFacility;

    /// <summary>Why relative values pay nothing for this row; null when they do (CMS, record layout of RVU25D, Attachment A).</summary>
    public string? NotPriced => Status switch
    {
        "A" or "R" or "T" when ConversionFactor is null => "The release has no conversion factor for it.",
        "A" or "R" or "T" when (NonFacility.Total ?? 0) == 0 && (InFacility.Total ?? 0) == 0 => "The release has no relative values for it: the contractor sets the price, if it is covered.",
        "A" or "R" or "T" => null,
        "B" => "Status B: bundled, its payment is part of other services and it is never paid apart.",
        "C" => "Status C: the Medicare contractor sets the price, usually after reading the documentation.",
        "E" => "Status E: excluded from this schedule by regulation; if covered, another schedule pays.",
        "I" => "Status I: not valid for Medicare, which uses another code for the service.",
        "J" => "Status J: anaesthesia, paid by base units and time instead of relative values.",
        "M" => "Status M: a measurement code, reported and not paid.",
        "N" => "Status N: not covered by Medicare.",
        "P" => "Status P: bundled or excluded; a physician is not paid for it apart.",
        "X" => "Status X: excluded by statute from physicians' services; another schedule may pay.",
        _ => $"Status {Status}: not paid by relative values.",
    };
}

/// <summary>What a row says of one setting.</summary>
/// <param name="Units">Practice expense units.</param>
/// <param name="Total">All units, as published; null when blank.</param>
/// <param name="Opps">Practice expense units of the outpatient cap; zero: not capped.</param>
/// <param name="RarelyThere">The release's NA indicator: rarely or never performed there.</param>
public readonly record struct PracticeExpense(decimal Units, decimal? Total, decimal Opps, bool RarelyThere);

/// <summary>An amount of the physician fee schedule for a participating physician, before any modifier or reduction.</summary>
/// <param name="Amount">Dollars.</param>
/// <param name="How">The arithmetic in full.</param>
/// <param name="Uncapped">What the relative values alone come to, when the outpatient cap is lower and counts instead; else null.</param>
public sealed record PhysicianFee(decimal Amount, string How, decimal? Uncapped)
{
    /// <summary>What a non-participating physician is allowed: 95 percent (Social Security Act, section 1848(a)(3)).</summary>
    public decimal NonParticipating => Cents.Round(Amount * 0.95m);

    /// <summary>
    /// The most a non-participating physician may charge: 115 percent of 95 percent, which the release's own document multiplies in one step, 1.0925,
    /// from the unreduced amount (RVU25D; section 1848(g)(2)).
    /// </summary>
    public decimal LimitingCharge => Cents.Round(Amount * 1.0925m);
}
