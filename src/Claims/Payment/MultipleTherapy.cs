using System.Globalization;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// Therapy services of a day (multiple procedure indicator 5), of all disciplines together: the unit with the highest practice expense in full, every
/// other unit with half of its practice expense; work and malpractice stay. Source: RVU25D, multiple procedure 5; Pub. 100-04, ch. 5, 10.7.
/// </summary>
internal static class MultipleTherapy
{
    public static void Apply(PricedClaim claim)
    {
        foreach (var line in claim.Lines)
        {
            if (!IsTherapy(line) || claim.Rates.Of("therapy-pe", line.Date, 2) is not { } rate) continue;
            // Full for one unit of the day's highest.
            var units = IsHighest(claim, line) ? line.Units - 1 : line.Units;
            if (units <= 0) continue;
            var (each, how) = line.Fee!.WithPractice(rate.Share);
            var full = line.Units - units;
            var after = Cents.Round((full * line.Fee.Amount) + (units * each));
            claim.Step(
                line, string.Create(CultureInfo.InvariantCulture, $"therapy: practice expense {rate.Text} for {units:0.####} of {line.Units:0.####} units"), after,
                string.Create(CultureInfo.InvariantCulture, $"{how}; {full:0.####} × {line.Fee.Amount:0.00} + {units:0.####} × {each:0.00} = {after:0.00}"), [rate.Proof, .. line.Fee.Proofs], rate.Manual);
        }
    }

    private static bool IsTherapy(LineWork line) => line.IsPhysician && line.Fee!.Multiple == '5';

    private static bool IsHighest(PricedClaim claim, LineWork line)
    {
        foreach (var other in claim.Lines)
        {
            if (ReferenceEquals(other, line) || !IsTherapy(other) || other.Date != line.Date) continue;
            var order = other.Fee!.Practice.CompareTo(line.Fee!.Practice);
            if (order == 0) order = line.Key.CompareTo(other.Key);
            if (order == 0) order = line.Order.CompareTo(other.Order);
            if (order > 0) return false;
        }

        return true;
    }
}
