using System.Globalization;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// The lower of charge and fee, last of all. The two lines of both sides are compared together, as the layout has it: total charge against the amount for
/// both. Source: RVU25D, multiple procedure and bilateral surgery; Social Security Act 1848(a)(1) and 1833(a).
/// </summary>
internal static class LowerOfCharge
{
    public static void Apply(PricedClaim claim)
    {
        foreach (var line in claim.Lines)
        {
            if (!line.IsPriced) continue;
            if (line.OtherSide is { IsPriced: true, Line.Charge: { } second } other && line.Line.Charge is { } first)
            {
                if (line.Order > other.Order) continue;
                var both = line.Amount + other.Amount;
                var here = Math.Min(first, line.Amount);
                var there = Math.Min(second, both - here);
                here = Math.Min(first, both - there);
                var how = string.Create(CultureInfo.InvariantCulture, $"charges {first:0.00} + {second:0.00}, allowed {both:0.00} for both lines");
                if (here != line.Amount) claim.Step(line, "lower of charge and fee for both sides", Below(here), how);
                if (there != other.Amount) claim.Step(other, "lower of charge and fee for both sides", Below(there), how);
                continue;
            }

            if (line.Line.Charge is { } charge && charge < line.Amount) claim.Step(line, "lower of charge and fee: the charge", Below(charge), null);
        }
    }

    // A charge with parts of a cent is not rounded up above itself.
    private static decimal Below(decimal charge) => decimal.Round(charge, 2, MidpointRounding.ToZero) + 0.00m;
}
