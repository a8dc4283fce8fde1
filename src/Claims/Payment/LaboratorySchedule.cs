using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>The clinical laboratory fee schedule: one national rate a test, without coinsurance; QW has a row of its own where the file has one. Source: 42 CFR 414 subpart G.</summary>
internal static class LaboratorySchedule
{
    public static bool Start(PricedClaim claim, LineWork line, OtherFees fees)
    {
        LaboratoryFee? found = null;
        foreach (var fee in fees.Laboratory)
        {
            if (fee.Modifier is null ? found is null : fee.Modifier == "QW" && line.Has(Mods.QW)) found = fee;
        }

        if (found is null) return false;
        (line.Schedule, line.Free) = ("clfs", true);
        if (found.Local || found.Rate is not > 0)
        {
            line.Refuse(found.Local ? "The laboratory fee schedule leaves the rate to each contractor." : "The laboratory fee schedule lists the test without a rate.");
            return true;
        }

        claim.Step(line, "laboratory fee schedule, national rate", found.Rate.Value, null, [new Proof(found.Row.Source, found.Row.Stale)]);
        if (line.Units != 1) PhysicianSchedule.Units(claim, line);
        return true;
    }
}
