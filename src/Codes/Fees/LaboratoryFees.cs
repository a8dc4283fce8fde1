namespace CodingAhead.Codes.Fees;

/// <summary>A rate of the clinical laboratory fee schedule.</summary>
/// <param name="Row">The row.</param>
/// <param name="Modifier">Null, or the modifier the rate is for (<c>QW</c>, a waived test).</param>
/// <param name="Rate">Dollars for a test; null: the release leaves it blank.</param>
/// <param name="Local">Priced by each contractor (<c>L</c>) rather than nationally (<c>N</c>).</param>
public sealed record LaboratoryFee(FeeRow Row, string? Modifier, decimal? Rate, bool Local);

/// <summary>The clinical diagnostic laboratory fee schedule, by quarter (42 CFR 414 subpart G): one national rate a test, without copayment or locality.</summary>
public static class LaboratoryFees
{
    /// <summary>The code's rates, the one without modifier first.</summary>
    public static IReadOnlyList<LaboratoryFee> Of(Book book, CodeKey code, DateOnly on) =>
        [.. FeeRow.Of(book, "clfs", code, on).Select(r => new LaboratoryFee(r, r.Text("modifier"), r.Dollars("rate"), r["indicator"] == "L")).OrderBy(f => f.Modifier, StringComparer.Ordinal)];
}
