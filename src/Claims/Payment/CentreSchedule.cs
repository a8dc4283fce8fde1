using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// What an ambulatory surgical centre itself is paid for a line (place of service 24, billed by specialty 49): the national rate of Addenda AA and BB × units,
/// before the wage index. The physician's own claim for the same place pays the facility amount of the physician schedule. Source: 42 CFR 416 subpart F.
/// </summary>
internal static class CentreSchedule
{
    /// <summary>Whether the claim is the centre's own: Medicare specialty 49.</summary>
    public static bool IsCentre(Provider provider, string? pos) => pos == "24" && provider.Specialty == "49";

    public static void Start(PricedClaim claim, LineWork line, OtherFees fees)
    {
        if (fees.Centre is not { } fee)
        {
            line.Refuse("The surgical centre addenda do not list the code on this date or an earlier one.");
            return;
        }

        (line.Schedule, line.FacilityStatus) = ("asc", fee.Discounted == true ? "discounted" : "");
        if (fee.Rate is not > 0)
        {
            line.Refuse(fee.Addendum == "EE" ? "Addendum EE: excluded from payment in a surgical centre." : fee.Indicator == "N1" ? "Payment indicator N1: packaged, never paid apart." : $"Payment indicator {fee.Indicator}: the addendum has no rate for it.");
            return;
        }

        claim.Step(line, $"ASC national rate, payment indicator {fee.Indicator}, before the wage index", fee.Rate.Value, null, [new Proof(fee.Row.Source, fee.Row.Stale)]);
        line.Each = fee.Rate.Value;
        if (line.Units != 1) PhysicianSchedule.Units(claim, line);
    }
}
