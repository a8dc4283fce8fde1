using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// Both sides of the body. Indicator 1: 150 percent, before any multiple procedure rule; 3: each side in full; 0 and 2: 100 percent for both; 9: the
/// concept does not apply. Both sides are billed by 50, or by RT and LT on one line or two; two units alone say so under indicator 2. Source: RVU25D, bilateral
/// surgery; Pub. 100-04, ch. 12, 40.7; NCCI Policy Manual, chapter I.
/// </summary>
internal static class BilateralRule
{
    private const string Manual = "RVU25D, bilateral surgery; Pub. 100-04, ch. 12, 40.7";

    public static void Apply(PricedClaim claim)
    {
        foreach (var line in claim.Lines)
        {
            if (!line.IsPhysician) continue;
            if (!line.Has(Mods.M50 | Mods.RT | Mods.LT))
            {
                Units(claim, line);
                continue;
            }

            if (line.Has(Mods.M50) || (line.Mods & (Mods.RT | Mods.LT)) == (Mods.RT | Mods.LT)) OneLine(claim, line);
            else if (line.OtherSide is null && line.Fee!.Bilateral is '0' or '1' or '2') TwoLines(claim, line);
        }
    }

    // Indicator 2 is paid for both sides already, and RVU25D takes a 2 in the units field for them. Under indicator 1, where two units are as often two levels or two joints, units say nothing.
    private static void Units(PricedClaim claim, LineWork line)
    {
        if (line.Fee is not { Bilateral: '2' } fee || line.Units != 2 || line.Has(Mods.M59 | Mods.XE)) return;
        line.Units = 1;
        claim.Step(line, "bilateral indicator 2: two units are the two sides, 100 % for both", Cents.Round(line.Each), null, fee.Proofs.AsSpan(0, 1), Manual);
    }

    private static void OneLine(PricedClaim claim, LineWork line)
    {
        var fee = line.Fee!;
        // RT and LT with two units name the two sides of one procedure.
        var sides = !line.Has(Mods.M50) && line.Units == 2;
        switch (fee.Bilateral)
        {
            case '1':
                if (claim.Rates.OfModifier("50", line.Date) is not { } rate)
                {
                    line.Refuse("The book has no rate for both sides on this date.");
                    return;
                }

                if (sides) (line.Units, line.Amount) = (1, line.Each);
                line.Each = Cents.Round(line.Each * rate.Share);
                (line.Technical, line.Professional) = (Cents.Round(line.Technical * rate.Share), Cents.Round(line.Professional * rate.Share));
                var what = line.Units == 1 ? "bilateral " + rate.Text
                    : "bilateral " + rate.Text + " for each unit; Medicare asks for one unit with 50, and a contractor may read two units as the two sides";
                var after = line.Count == 1 ? Cents.Round(line.Amount * rate.Share) : Cents.Round(line.Each * line.Units);
                claim.Step(line, what, after, line.Count == 1 ? PricedClaim.Product(line.Amount, rate.Text, after) : PricedClaim.Product(line.Each, Cents.Text(line.Units), after), [rate.Proof], rate.Manual);
                return;
            case '3':
                if (sides) return;
                line.Units *= 2;
                claim.Step(line, "bilateral indicator 3: each side in full", Cents.Round(line.Each * line.Units), PricedClaim.Product(line.Amount, "2", Cents.Round(line.Each * line.Units)), fee.Proofs.AsSpan(0, 1), Manual);
                return;
            default:
                if (sides && fee.Bilateral is '0' or '2') line.Units = 1;
                claim.Step(line, $"bilateral indicator {fee.Bilateral}: 100 % for both sides", Cents.Round(line.Each * line.Units), null, fee.Proofs.AsSpan(0, 1), Manual);
                return;
        }
    }

    // One side on each line: together what both sides are paid, so that neither the order of lines nor their number changes it.
    private static void TwoLines(PricedClaim claim, LineWork line)
    {
        foreach (var other in claim.Lines)
        {
            if (other.Order <= line.Order || !other.IsPhysician || other.OtherSide is not null || other.Key != line.Key || other.Date != line.Date || other.Units != line.Units) continue;
            if (!ReferenceEquals(other.Fee, line.Fee) || other.Role != line.Role || other.Has(Mods.M50) || (other.Mods ^ line.Mods) != (Mods.RT | Mods.LT)) continue;
            var one = line.Fee!.Bilateral == '1';
            var rate = one ? claim.Rates.OfModifier("50", line.Date) : null;
            if (one && rate is null)
            {
                line.Refuse("The book has no rate for both sides on this date.");
                other.Refuse("The book has no rate for both sides on this date.");
                return;
            }

            (line.OtherSide, other.OtherSide) = (other, line);
            var times = rate?.Text ?? "100 %";
            var both = Cents.Round(line.Each * line.Units * (rate?.Share ?? 1m));
            var half = Cents.Round(both / 2);
            line.Each = other.Each = Cents.Round(line.Each * (rate?.Share ?? 1m));
            line.Technical = other.Technical = Cents.Round(line.Technical * (rate?.Share ?? 1m) / 2);
            line.Professional = other.Professional = Cents.Round(line.Professional * (rate?.Share ?? 1m) / 2);
            Set(line, other, both - half);
            Set(other, line, half);
            return;

            void Set(LineWork side, LineWork opposite, decimal share) => claim.Step(
                side, $"bilateral indicator {side.Fee!.Bilateral}: both sides {times}, half of it here and half on line {opposite.Number}", share,
                $"{PricedClaim.Product(side.Amount, times, both)}; half {Cents.Text(share, 2)}", rate is null ? side.Fee.Proofs.AsSpan(0, 1) : [rate.Proof], rate?.Manual ?? Manual);
        }
    }
}
