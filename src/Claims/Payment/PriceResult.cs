using CodingAhead.Codes.Page;

namespace CodingAhead.Claims.Payment;

/// <summary>One step from a published figure to an amount; each can be redone with a pocket calculator.</summary>
/// <param name="What">What is done.</param>
/// <param name="Amount">Dollars of the line after it.</param>
/// <param name="How">The arithmetic; null where the step changes nothing or only chooses.</param>
/// <param name="Sources">Numbers of <see cref="PriceResult.Sources"/>.</param>
/// <param name="Manual">The manual paragraph or law; null where the rows say it themselves.</param>
public sealed record PriceStep(string What, decimal Amount, string? How, IReadOnlyList<int> Sources, string? Manual = null);

/// <summary>What a service line pays.</summary>
/// <param name="Line">Its number from 1.</param>
/// <param name="Schedule"><c>pfs anesthesia clfs dmepos pen asp opps asc</c>; null when no loaded schedule lists the code.</param>
/// <param name="Amount">Dollars allowed for the whole line, the patient's share included unless the options take it off; null when it is not priced.</param>
/// <param name="Steps">How it comes about, in order.</param>
/// <param name="LimitingCharge">The most a non-participating physician may charge for the line; else null.</param>
/// <param name="NotPriced">Why there is no amount; null when there is one.</param>
public sealed record PricedLine(int Line, string? Schedule, decimal? Amount, IReadOnlyList<PriceStep> Steps, decimal? LimitingCharge, string? NotPriced);

/// <summary>The price of a claim.</summary>
/// <param name="Id">The claim's own number.</param>
/// <param name="Total">Sum of the lines that have an amount; null when none has.</param>
/// <param name="Lines">In the claim's order.</param>
/// <param name="Stale">Editions that were over on a date of service and answered nevertheless.</param>
/// <param name="Sources">The source lines cited.</param>
/// <param name="Place">Where the claim stands in its file.</param>
public sealed record PriceResult(
    string? Id, decimal? Total, IReadOnlyList<PricedLine> Lines, IReadOnlyList<string> Stale, IReadOnlyList<CitedSource> Sources, Origin? Place);

/// <summary>What is taken off the allowed amount. By default nothing: the amount is what Medicare allows, the patient's share included.</summary>
public sealed record PriceOptions
{
    /// <summary>What is left of the patient's Part B deductible, in dollars; taken from the lines before anything else, the highest first. Default: 0.</summary>
    public decimal Deductible { get; init; }

    /// <summary>Take off the patient's coinsurance (laboratory tests have none). Default: no.</summary>
    public bool Coinsurance { get; init; }

    /// <summary>Take the sequestration cut off what Medicare pays. Default: no.</summary>
    public bool Sequestration { get; init; }
}
