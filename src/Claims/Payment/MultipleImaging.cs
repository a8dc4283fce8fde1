namespace CodingAhead.Claims.Payment;

/// <summary>
/// Several diagnostic images in a session (multiple procedure indicator 4): technical parts 100 / 50 percent, professional parts 100 / 95, each ranked
/// apart, within the imaging family (88, all of them, since 2011). A session of its own is said by 59 or XE. Source: RVU25D, multiple procedure 4 and
/// diagnostic imaging family; Pub. 100-04, ch. 12, 40.6.
/// </summary>
internal static class MultipleImaging
{
    public static void Apply(PricedClaim claim)
    {
        RankedParts.Apply(claim, '4', "imaging-tc", technical: true, bySession: true);
        RankedParts.Apply(claim, '4', "imaging-pc", technical: false, bySession: true);
    }
}
