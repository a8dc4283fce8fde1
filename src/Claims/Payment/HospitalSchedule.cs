using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// The hospital outpatient payment of a line: Addendum B's national rate × units where the status indicator pays it apart. Before the wage index, and
/// without composites, complexity adjustments and outliers. Source: Addendum B and D1; 42 CFR 419.
/// </summary>
internal static class HospitalSchedule
{
    public static void Start(PricedClaim claim, LineWork line, OtherFees fees)
    {
        if (fees.Hospital is not { } fee)
        {
            if (!LaboratorySchedule.Start(claim, line, fees)) line.Refuse("Addendum B does not list the code on this date or an earlier one.");
            return;
        }

        if (fee.Status is "A" or "Q4" && LaboratorySchedule.Start(claim, line, fees))
        {
            line.FacilityStatus = fee.Status;
            return;
        }

        (line.Schedule, line.FacilityStatus) = ("opps", fee.Status);
        if (fee.Status is "A" && claim.Claim.Lines.Count > 0 && PhysicianSchedule.Fee(claim, line, out _) is { NotPriced: null } physician)
        {
            // Therapy, mammography and the like are paid by the physician schedule, outside a facility's amount (42 CFR 419.22).
            PhysicianSchedule.Start(claim, line, physician);
            return;
        }

        if (fee.Rate is not > 0)
        {
            line.Refuse(fee.Status == "N" ? "Status N: packaged into the rate of other services of the claim, never paid apart." : $"OPPS status {fee.Status}: Addendum B has no rate for it.");
            return;
        }

        var what = $"OPPS national rate, status {fee.Status}{(fee.Apc is null ? "" : ", APC " + fee.Apc)}, before the wage index";
        Proof[] proof = [new Proof(fee.Row.Source, fee.Row.Stale)];
        line.Each = fee.Rate.Value;
        if (decimal.Round(line.Each, 2) != line.Each)
        {
            // Rates of drugs have tenths of a cent: rounded once, after the units.
            var amount = Cents.Round(line.Each * line.Units);
            claim.Step(line, what, amount, $"{Cents.Text(line.Each, 2)} × {Cents.Text(line.Units)} = {Cents.Text(amount, 2)}", proof);
            return;
        }

        claim.Step(line, what, line.Each, null, proof);
        if (line.Units != 1) PhysicianSchedule.Units(claim, line);
    }
}
