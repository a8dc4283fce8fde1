namespace CodingAhead.Codes.Fees;

/// <summary>What the ambulatory surgical centre payment system says of a code.</summary>
/// <param name="Row">The row.</param>
/// <param name="Addendum"><c>AA</c> covered procedure, <c>BB</c> ancillary service, <c>EE</c> excluded.</param>
/// <param name="Indicator">The payment indicator; null when excluded.</param>
/// <param name="Weight">Relative weight.</param>
/// <param name="Rate">National rate in dollars; null when nothing is paid apart.</param>
/// <param name="Discounted">Subject to the multiple procedure discount; null where the addendum does not say.</param>
public sealed record AscFee(FeeRow Row, string Addendum, string? Indicator, decimal? Weight, decimal? Rate, bool? Discounted);

/// <summary>The ambulatory surgical centre payment system (Addenda AA, BB and EE, by quarter; 42 CFR 416 subpart F). Rates are national, not adjusted for wages.</summary>
public static class AscFees
{
    /// <summary>The code's row, or its exclusion; null when no addendum lists it.</summary>
    public static AscFee? Of(Book book, CodeKey code, DateOnly on)
    {
        if (FeeRow.Of(book, "asc", code, on) is [var row, ..])
            return new AscFee(row, row["addendum"], row.Text("indicator"), row.Number("weight"), row.Dollars("rate"), row.Text("multipleDiscount") is { } d ? d == "Y" : null);
        return FeeRow.Of(book, "asc-excluded", code, on) is [var excluded, ..] ? new AscFee(excluded, "EE", null, null, null, null) : null;
    }
}
