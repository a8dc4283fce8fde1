namespace CodingAhead.Claims.Payment;

/// <summary>
/// Therapy given in whole or in part by an assistant (CQ, CO): 85 percent of the amount otherwise payable, since 2022. Medicare takes it off its own part
/// after coinsurance; of the whole amount it is the same percentage. Source: Social Security Act 1834(v).
/// </summary>
internal static class TherapyAssistants
{
    public static void Apply(PricedClaim claim)
    {
        foreach (var line in claim.Lines)
        {
            if (!line.Has(Mods.CQ | Mods.CO) || !line.IsPhysician) continue;
            var modifier = line.Has(Mods.CQ) ? "CQ" : "CO";
            if (claim.Rates.OfModifier(modifier, line.Date) is { } rate) claim.Multiply(line, $"{modifier}: {rate.Text} of what Medicare otherwise pays", rate);
        }
    }
}
