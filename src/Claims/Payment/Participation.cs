using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// A provider who does not participate is allowed 95 percent of the physician fee schedule and may charge 115 percent of that (109.25 percent of the
/// fee, multiplied in one step). Source: RVU25D; Social Security Act 1848(a)(3) and (g)(2). Other schedules know no difference.
/// </summary>
internal static class Participation
{
    public static void Apply(PricedClaim claim)
    {
        if (claim.Claim.Provider.Participating) return;
        foreach (var line in claim.Lines)
        {
            if (!line.IsPriced || line.Schedule is not ("pfs" or "anesthesia")) continue;
            if (claim.Rates.Of("nonparticipating", line.Date) is not { } rate)
            {
                line.Refuse("The book has no rate for providers who do not participate on this date.");
                continue;
            }

            var before = line.Amount;
            claim.Multiply(line, $"non-participating {rate.Text}", rate);
            // Practitioners other than physicians must accept assignment (1842(b)(18)) and so have no limiting charge.
            if (claim.Claim.Provider.Kind == "physician" && claim.Rates.Of("limiting-charge", line.Date) is { } limit) line.LimitingCharge = Cents.Round(before * rate.Share * limit.Share);
        }
    }
}
