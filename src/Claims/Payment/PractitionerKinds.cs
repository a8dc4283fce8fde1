namespace CodingAhead.Claims.Payment;

/// <summary>
/// What practitioners other than physicians are paid: nurse practitioners, clinical nurse specialists and physician assistants 85 percent, clinical social
/// workers 75, nurse-midwives 100 (65 before 2011). Modifier AS already holds the 85 percent. Source: Pub. 100-04, ch. 12, 110 to 150.
/// </summary>
internal static class PractitionerKinds
{
    public static void Apply(PricedClaim claim)
    {
        var kind = claim.Claim.Provider.Kind;
        if (kind == "physician") return;
        foreach (var line in claim.Lines)
        {
            if (!line.IsPhysician) continue;
            if (line.Role == Role.Assistant && !line.Has(Mods.M80 | Mods.M81 | Mods.M82)) continue;
            if (claim.Rates.Of(kind == "assistant-np-pa" ? "np-pa" : kind, line.Date) is not { } rate) line.Refuse("The book has no rate for this kind of practitioner on this date.");
            else if (rate.Percent != 100) claim.Multiply(line, $"{kind}: {rate.Text} of a physician's fee", rate);
        }
    }
}
