namespace CodingAhead.Codes.Fees;

/// <summary>What the outpatient prospective payment system says of a code, before any wage adjustment.</summary>
/// <param name="Row">The row of Addendum B.</param>
/// <param name="Status">The status indicator.</param>
/// <param name="Apc">The ambulatory payment classification, four digits; null when packaged, or where the edition loaded does not state it.</param>
/// <param name="RelativeWeight">Its weight; the rate is the weight times the year's conversion factor.</param>
/// <param name="Rate">National payment rate in dollars, copayment included; null when nothing is paid apart.</param>
/// <param name="NationalCopayment">National unadjusted copayment.</param>
/// <param name="MinimumCopayment">Minimum unadjusted copayment, 20 percent.</param>
/// <param name="AdjustedCopayment">Copayment under the Inflation Reduction Act.</param>
/// <param name="PassThroughExpiration">When pass-through status ends.</param>
public sealed record HospitalFee(
    FeeRow Row, string Status, string? Apc, decimal? RelativeWeight, decimal? Rate, decimal? NationalCopayment, decimal? MinimumCopayment, decimal? AdjustedCopayment, string? PassThroughExpiration);

/// <summary>
/// The hospital outpatient prospective payment system (Addendum B, by quarter; 42 CFR 419). Rates are national: 60 percent of a rate is adjusted by
/// the hospital's wage index when a claim is priced, which is not done here.
/// </summary>
public static class HospitalFees
{
    /// <summary>The code's row of Addendum B; null when the edition that answers the date does not list it.</summary>
    public static HospitalFee? Of(Book book, CodeKey code, DateOnly on)
    {
        if (FeeRow.Of(book, "opps", code, on) is not [var row, ..]) return null;
        return new HospitalFee(
            row, row["status"], row.Text("apc"), row.Number("relativeWeight"), row.Dollars("paymentRate"), row.Dollars("nationalCopay"), row.Dollars("minimumCopay"),
            row.Dollars("adjustedCopay"), row.Text("passThroughExpiration"));
    }
}
