using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// Equipment, prosthetics, supplies and nutrition: the fee of the state for the line's modifiers. Which ZIP codes are rural for equipment is a list that no
/// loaded release has: the fee outside rural areas is taken, and the step names the other. Competitive bidding is not in the files.
/// Source: 42 CFR 414 subparts C and D; Pub. 100-04, ch. 20, 30.5 (KJ).
/// </summary>
internal static class EquipmentSchedule
{
    public static bool Start(PricedClaim claim, LineWork line, OtherFees fees)
    {
        if (fees.Equipment.Count == 0) return false;
        var (found, best) = ((EquipmentFee?)null, -1);
        foreach (var fee in fees.Equipment)
        {
            var match = Matches(fee.Modifiers, line.Line.Modifiers);
            if (match > best) (found, best) = (fee, match);
        }

        line.Schedule = fees.Equipment[0].Schedule;
        if (found is null)
        {
            line.Refuse("The equipment schedule lists the code only with other modifiers, such as NU (bought new), RR (rented) or UE (bought used).");
            return true;
        }

        line.Schedule = found.Schedule;
        var place = claim.Prices.At(claim.Claim.Provider, line.Date);
        if ((claim.Claim.Provider.State ?? place.State) is not { } state)
        {
            line.Refuse("The state of the patient's home is not known, and equipment is paid by state.");
            return true;
        }

        StateFee? local = null;
        foreach (var s in found.States)
        {
            if (s.State.Equals(state, StringComparison.OrdinalIgnoreCase)) local = s;
        }

        if (local?.NonRural is not > 0)
        {
            line.Refuse("The equipment schedule has no fee for the state: priced by the contractor.");
            return true;
        }

        var what = $"{(found.Modifiers is null ? "fee" : found.Modifiers + " fee")}, {state.ToUpperInvariant()}{(local.Rural is { } rural && rural != local.NonRural ? $", outside rural areas (in one {Cents.Text(rural, 2)})" : "")}";
        claim.Step(line, what, local.NonRural.Value, null, [new Proof(found.Row.Source, found.Row.Stale)]);
        if (line.Has(Mods.KJ) && found.Category == "CR" && claim.Rates.Of("dme-KJ", line.Date) is { } later) claim.Multiply(line, $"KJ: fourth to thirteenth month {later.Text}", later);
        if (line.Units != 1) PhysicianSchedule.Units(claim, line);
        return true;
    }

    // How many of the row's modifiers the line has; -1 when it lacks one.
    private static int Matches(string? row, IReadOnlyList<string> line)
    {
        if (row is null) return 0;
        var count = 0;
        foreach (var range in row.AsSpan().Split(' '))
        {
            var modifier = row.AsSpan(range);
            var has = false;
            foreach (var m in line) has |= modifier.Equals(m, StringComparison.OrdinalIgnoreCase);
            if (!has) return -1;
            count++;
        }

        return count;
    }
}
