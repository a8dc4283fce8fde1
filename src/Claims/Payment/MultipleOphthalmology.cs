namespace CodingAhead.Claims.Payment;

/// <summary>Several ophthalmic tests on a day (multiple procedure indicator 7): the technical part 80 percent after the highest. Source: RVU25D, multiple procedure 7.</summary>
internal static class MultipleOphthalmology
{
    public static void Apply(PricedClaim claim) => RankedParts.Apply(claim, '7', "ophthalmology-tc", technical: true, bySession: false);
}
