using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// Several procedures of a day in a surgical centre: the highest in full, further ones (and the second side) at half where the addendum says they are
/// discounted; stopped before anaesthesia (73) or reduced (52) half. Source: 42 CFR 416.172(e); Pub. 100-04, ch. 14, 40.4 and 40.5.
/// </summary>
internal static class CentreDiscounts
{
    public static void Apply(PricedClaim claim)
    {
        foreach (var line in claim.Lines)
        {
            if (line.Schedule != "asc" || !line.IsPriced) continue;
            var count = line.Units * (line.Has(Mods.M50) ? 2 : 1);
            if (line.FacilityStatus == "discounted" && claim.Rates.Of("asc-discount", line.Date, 2) is { } rate)
            {
                var first = true;
                foreach (var other in claim.Lines)
                {
                    if (!ReferenceEquals(other, line) && other.IsPriced && other.FacilityStatus == "discounted" && other.Date == line.Date && Before(other, line)) first = false;
                }

                var shares = first ? 1 + ((count - 1) * rate.Share) : count * rate.Share;
                var after = Cents.Round(line.Each * shares);
                if (shares != line.Units)
                    claim.Step(line, first ? $"the highest in full, others {rate.Text}" : $"after the day's highest: {rate.Text}", after, PricedClaim.Product(line.Each, Cents.Text(shares), after), [rate.Proof], rate.Manual);
            }
            else if (count != line.Units) claim.Step(line, "50: each side in full, as the addendum does not discount it", Cents.Round(line.Each * count), PricedClaim.Product(line.Each, Cents.Text(count), Cents.Round(line.Each * count)));

            var stopped = line.Has(Mods.M73) ? "facility-73" : line.Has(Mods.M52) ? "facility-52" : null;
            if (stopped is not null && claim.Rates.Of(stopped, line.Date) is { } half) claim.Multiply(line, $"{stopped[^2..]}: {half.Text} of the rate", half);
        }
    }

    private static bool Before(LineWork a, LineWork b) => a.Each != b.Each ? a.Each > b.Each : a.Key != b.Key ? a.Key.CompareTo(b.Key) < 0 : a.Order < b.Order;
}
