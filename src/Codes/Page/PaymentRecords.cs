namespace CodingAhead.Codes.Page;

/// <summary>
/// What Medicare pays for a code: the national amounts of the physician fee schedule, not adjusted to any locality; those of the locality asked for;
/// and the other schedules that list it.
/// </summary>
/// <param name="Schedule"><c>pfs</c>.</param>
/// <param name="Scope"><c>national, not adjusted to a locality</c>.</param>
/// <param name="Edition">The release; null when none lists the code.</param>
/// <param name="Stale">That release is over on the date.</param>
/// <param name="Rows">The whole service, and its professional and technical parts where published. Empty when relative values do not pay it.</param>
public sealed record Payment(string Schedule, string Scope, string? Edition, bool Stale, IReadOnlyList<PaymentRow> Rows)
{
    /// <summary>Rows of the release that relative values do not pay, with the reason.</summary>
    public IReadOnlyList<NotPriced> NotPriced { get; init; } = [];

    /// <summary>The amounts of the place asked for, or why there are none; null when no place was given.</summary>
    public LocalPayment? Locality { get; init; }

    /// <summary>The other schedules that list the code.</summary>
    public IReadOnlyList<SchedulePayment> Schedules { get; init; } = [];

    /// <summary>The national amount in every loaded edition of each schedule, oldest first.</summary>
    public IReadOnlyList<EditionAmount> Editions { get; init; } = [];

    /// <summary>Packages that bill under the code, of a drug.</summary>
    public IReadOnlyList<PackageLine> Packages { get; init; } = [];
}

/// <summary>One row of the fee schedule.</summary>
/// <param name="Modifier">Null for the whole service, <c>26</c>, <c>TC</c> or <c>53</c>.</param>
/// <param name="Variant">From 2026: <c>qpp</c> for qualifying participants of an alternative payment model, <c>nonqpp</c> for everybody else; before, null.</param>
/// <param name="ConversionFactor">Dollars for a relative value unit.</param>
/// <param name="NonFacility">In an office; null when the release has no total.</param>
/// <param name="Facility">In a facility.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PaymentRow(string? Modifier, string? Variant, decimal ConversionFactor, NationalAmount? NonFacility, NationalAmount? Facility, int? Source);

/// <summary>An amount and how it was reached.</summary>
/// <param name="Work">Work relative value units.</param>
/// <param name="PracticeExpense">Practice expense relative value units.</param>
/// <param name="Malpractice">Malpractice relative value units.</param>
/// <param name="Total">Their sum as published.</param>
/// <param name="Amount">Dollars, rounded to the cent.</param>
/// <param name="How">The multiplication in full.</param>
/// <param name="RarelyThere">The release's NA indicator: rarely or never performed there.</param>
public sealed record NationalAmount(decimal Work, decimal PracticeExpense, decimal Malpractice, decimal Total, decimal Amount, string How, bool RarelyThere)
{
    /// <summary>The outpatient cap on imaging is lower than the relative values, and counts.</summary>
    public bool Capped { get; init; }
}

/// <summary>A row that relative values do not pay.</summary>
/// <param name="Modifier">Null for the whole service.</param>
/// <param name="Variant">As in <see cref="PaymentRow"/>.</param>
/// <param name="Status">The status code.</param>
/// <param name="Because">What it means.</param>
/// <param name="Source">Where it stands.</param>
public sealed record NotPriced(string? Modifier, string? Variant, string Status, string Because, int? Source);

/// <summary>The physician fee schedule in a locality.</summary>
/// <param name="Status"><c>found unreadable unknown-zip unknown-locality no-edition</c>; without <c>found</c> there are no amounts.</param>
/// <param name="Because">Why there are none; null when found.</param>
/// <param name="Zip">The ZIP code asked for and what its file says; null when contractor and locality were given.</param>
/// <param name="Mac">The contractor; null unless found.</param>
/// <param name="Locality">The locality; null unless found.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">Two letters.</param>
/// <param name="Edition">The release of its indices.</param>
/// <param name="Stale">That release is over on the date.</param>
/// <param name="Indices">Geographic practice cost indices; null unless found.</param>
/// <param name="Rows">One for each row of the national part.</param>
/// <param name="Source">Where the indices stand.</param>
public sealed record LocalPayment(
    string Status, string? Because, ZipLine? Zip, string? Mac, string? Locality, string? Name, string? State, string? Edition, bool Stale, LocalIndices? Indices,
    IReadOnlyList<LocalRow> Rows, int? Source)
{
    /// <summary>What CMS itself published for the locality in a quarterly revision in force on the date; empty when it revised nothing.</summary>
    public IReadOnlyList<PublishedAmount> Published { get; init; } = [];
}

/// <summary>What the ZIP code file says.</summary>
/// <param name="Zip">The ZIP code.</param>
/// <param name="State">Two letters.</param>
/// <param name="Rural">Null urban, <c>R</c> rural, <c>B</c> super rural, for ambulances.</param>
/// <param name="SpansLocalities">Its last four digits decide between localities.</param>
/// <param name="Edition">The file's quarter.</param>
/// <param name="Stale">That quarter is over on the date.</param>
/// <param name="Source">Where it stands.</param>
public sealed record ZipLine(string Zip, string State, string? Rural, bool SpansLocalities, string Edition, bool Stale, int? Source);

/// <summary>Geographic practice cost indices.</summary>
/// <param name="Work">Of physician work.</param>
/// <param name="PracticeExpense">Of practice expense.</param>
/// <param name="Malpractice">Of malpractice insurance.</param>
/// <param name="WorkFloor">The edition raised work indices to at least 1.0.</param>
public sealed record LocalIndices(decimal Work, decimal PracticeExpense, decimal Malpractice, bool WorkFloor);

/// <summary>A row in a locality.</summary>
/// <param name="Modifier">Null for the whole service.</param>
/// <param name="Variant">As in <see cref="PaymentRow"/>.</param>
/// <param name="NonFacility">In an office.</param>
/// <param name="Facility">In a facility.</param>
/// <param name="ContractorCap">For a service that the contractor prices: what it may not exceed; else null.</param>
/// <param name="Sources">The lines of relative values, indices and cap.</param>
public sealed record LocalRow(string? Modifier, string? Variant, LocalAmount? NonFacility, LocalAmount? Facility, decimal? ContractorCap, IReadOnlyList<int> Sources);

/// <summary>An amount in a locality.</summary>
/// <param name="Amount">Dollars for a participating physician.</param>
/// <param name="How">The arithmetic.</param>
/// <param name="NonParticipating">95 percent.</param>
/// <param name="LimitingCharge">The most a non-participating physician may charge: 109.25 percent.</param>
/// <param name="Capped">The outpatient cap on imaging is lower than the relative values, and counts.</param>
public sealed record LocalAmount(decimal Amount, string How, decimal NonParticipating, decimal LimitingCharge, bool Capped);

/// <summary>An amount of a quarterly revision.</summary>
/// <param name="Modifier">Null for the whole service.</param>
/// <param name="Variant">From 2026 <c>qp</c> or <c>nonqp</c>.</param>
/// <param name="NonFacility">In an office.</param>
/// <param name="Facility">In a facility.</param>
/// <param name="Edition">The revision.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PublishedAmount(string? Modifier, string? Variant, decimal NonFacility, decimal Facility, string Edition, int? Source);

/// <summary>Another schedule that lists the code.</summary>
/// <param name="Schedule"><c>opps asc clfs dmepos pen asp anesthesia</c>.</param>
/// <param name="Edition">Its release.</param>
/// <param name="Stale">That release is over on the date.</param>
/// <param name="Lines">What it says.</param>
public sealed record SchedulePayment(string Schedule, string Edition, bool Stale, IReadOnlyList<FeeLine> Lines);

/// <summary>One thing a schedule says.</summary>
/// <param name="What">In words.</param>
/// <param name="Amount">Dollars as published; null when it pays nothing apart, or says something else than an amount.</param>
/// <param name="Unit">What the amount is for; null when plain.</param>
/// <param name="How">What it rests on; null when the schedule states the amount alone.</param>
/// <param name="Source">Where it stands.</param>
public sealed record FeeLine(string What, decimal? Amount, string? Unit, string? How, int? Source);

/// <summary>A package of a drug.</summary>
/// <param name="Ndc">National drug code, 5-4-2.</param>
/// <param name="Drug">Its name.</param>
/// <param name="Labeler">Who labels it.</param>
/// <param name="BillUnits">Billing units in one item.</param>
/// <param name="BillUnitsPackage">Billing units in a package.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PackageLine(string Ndc, string Drug, string Labeler, decimal? BillUnits, decimal? BillUnitsPackage, int? Source);

/// <summary>A schedule's national amount in one edition.</summary>
/// <param name="Schedule"><c>pfs opps asc clfs asp</c>.</param>
/// <param name="Edition">Its label.</param>
/// <param name="From">First day in force.</param>
/// <param name="Variant">As in <see cref="PaymentRow"/>.</param>
/// <param name="Amount">Dollars; of the physician schedule the whole service outside a facility, or else in one.</param>
/// <param name="RelativeValue">Total units, or relative weight; null where the schedule has none.</param>
/// <param name="ConversionFactor">Dollars for a unit, physician schedule only.</param>
/// <param name="Source">Where it stands.</param>
public sealed record EditionAmount(string Schedule, string Edition, DateOnly From, string? Variant, decimal Amount, decimal? RelativeValue, decimal? ConversionFactor, int? Source);
