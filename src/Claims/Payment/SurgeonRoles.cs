namespace CodingAhead.Claims.Payment;

/// <summary>
/// Assistants at surgery (80, 81, 82: 16 percent; AS, a non-physician: 85 percent of that), co-surgeons (62: 62.5 percent) and teams (66: by report), where
/// the code's indicator pays them. Source: RVU25D, assistant at surgery, co-surgeons, team surgery; Pub. 100-04, ch. 12, 20.4.3, 40.8 and 110.2.
/// </summary>
internal static class SurgeonRoles
{
    public static void Apply(PricedClaim claim)
    {
        foreach (var line in claim.Lines)
        {
            if (!line.IsPhysician) continue;
            if (line.Role == Role.Assistant) Assistant(claim, line);
            else if (line.Role == Role.CoSurgeon) CoSurgeon(claim, line);
            if (line.Has(Mods.M66)) line.Refuse(line.Fee!.Team is '1' or '2' ? "66: a team of surgeons is paid by report." : $"66: team surgery indicator {line.Fee.Team}, a team is not paid for this code.");
        }
    }

    private static void Assistant(PricedClaim claim, LineWork line)
    {
        if (line.Fee!.Assistant is not ('0' or '2'))
        {
            line.Refuse(line.Fee.Assistant == '1' ? "Assistant at surgery indicator 1: by statute no assistant is paid for this code." : "Assistant at surgery indicator 9: the concept does not apply to this code.");
            return;
        }

        var modifier = line.Has(Mods.M80) ? "80" : line.Has(Mods.M81) ? "81" : line.Has(Mods.M82) ? "82" : "AS";
        if (claim.Rates.OfModifier(modifier, line.Date) is not { } rate)
        {
            line.Refuse("The book has no rate for an assistant at surgery on this date.");
            return;
        }

        var what = modifier == "AS" ? $"AS: assistant {rate.Text}, 85 % of a physician's 16 %" : $"{modifier}: assistant {rate.Text}";
        claim.Multiply(line, line.Fee.Assistant == '0' ? what + ", paid only with documentation (indicator 0)" : what, rate);
    }

    private static void CoSurgeon(PricedClaim claim, LineWork line)
    {
        if (line.Fee!.CoSurgeon is not ('1' or '2')) line.Refuse($"62: co-surgeon indicator {line.Fee.CoSurgeon}, two surgeons are not paid for this code.");
        else if (claim.Rates.OfModifier("62", line.Date) is not { } rate) line.Refuse("The book has no rate for co-surgeons on this date.");
        else claim.Multiply(line, line.Fee.CoSurgeon == '1' ? $"62: co-surgeon {rate.Text}, paid only with documentation (indicator 1)" : $"62: co-surgeon {rate.Text}", rate);
    }
}
