namespace CodingAhead.Claims.Payment;

/// <summary>
/// Modifiers whose amount a contractor sets from the record: 22 more than the fee, 52 and 53 less (53 has a row of its own for four
/// colonoscopies). The steps up to the fee stay. Source: RVU25D, modifier; Pub. 100-04, ch. 12, 20.4.6 and 40.2.
/// </summary>
internal static class ByReport
{
    public static void Apply(PricedClaim claim)
    {
        foreach (var line in claim.Lines)
        {
            if (!line.Has(Mods.M22 | Mods.M52 | Mods.M53) || !line.IsPhysician) continue;
            if (line.Has(Mods.M22)) line.Refuse("22: by report, the contractor decides from the record how much more than the fee is paid.");
            else if (line.Has(Mods.M52)) line.Refuse("52: by report, the contractor decides from the record what a reduced service is paid.");
            else if (!line.Fee!.What.Contains("part 53", StringComparison.Ordinal)) line.Refuse("53: by report, the relative value file has no row of its own for this service when stopped.");
        }
    }
}
