namespace CodingAhead.Claims.Payment;

/// <summary>
/// Status T is paid only when the provider bills nothing else payable by the physician fee schedule on the day. Source: RVU25D, Attachment A, status T.
/// </summary>
internal static class InjectionAlone
{
    public static void Apply(PricedClaim claim)
    {
        foreach (var line in claim.Lines)
        {
            if (!line.IsPhysician || line.Fee!.Status != "T") continue;
            foreach (var other in claim.Lines)
            {
                if (other.Date != line.Date || !other.IsPhysician || other.Fee!.Status == "T") continue;
                line.Refuse($"Status T: bundled into line {other.Number}, as another service of the day is payable.");
                break;
            }
        }
    }
}
