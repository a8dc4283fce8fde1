using System.Globalization;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// What is taken off the allowed amount on request: the rest of the deductible, coinsurance, then sequestration of what Medicare pays. Laboratory tests owe
/// neither of the first two. Source: Social Security Act 1833(a) and (b); Budget Control Act of 2011.
/// </summary>
internal static class PatientShare
{
    public static void Apply(PricedClaim claim)
    {
        var options = claim.Options;
        if (options is { Deductible: <= 0, Coinsurance: false, Sequestration: false }) return;
        var left = Math.Max(0m, options.Deductible);
        var lines = (LineWork[])claim.Lines.Clone();
        // The highest first, so that the order of lines decides nothing.
        Array.Sort(lines, static (a, b) => a.Amount != b.Amount ? b.Amount.CompareTo(a.Amount) : a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Order.CompareTo(b.Order));
        foreach (var line in lines)
        {
            if (!line.IsPriced) continue;
            if (left > 0 && !line.Free && line.Amount > 0)
            {
                var taken = Math.Min(left, line.Amount);
                left -= taken;
                claim.Step(line, "deductible", line.Amount - taken, string.Create(CultureInfo.InvariantCulture, $"{line.Amount:0.00} − {taken:0.00}"), manual: "Social Security Act 1833(b)");
            }

            if (options.Coinsurance && !line.Free) TakeOff(claim, line, "coinsurance", "coinsurance");
            if (options.Sequestration) TakeOff(claim, line, "sequestration", "sequestration");
        }
    }

    private static void TakeOff(PricedClaim claim, LineWork line, string kind, string what)
    {
        if (claim.Rates.Of(kind, line.Date) is not { } rate) return;
        var after = Cents.Round(line.Amount * (1 - rate.Share));
        claim.Step(line, $"{what} {rate.Text}", after, PricedClaim.Product(line.Amount, Cents.Text(100 - rate.Percent) + " %", after), [rate.Proof], rate.Manual);
    }
}
