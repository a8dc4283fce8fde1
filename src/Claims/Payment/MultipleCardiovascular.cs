namespace CodingAhead.Claims.Payment;

/// <summary>Several cardiovascular tests on a day (multiple procedure indicator 6): the technical part 75 percent after the highest. Source: RVU25D, multiple procedure 6.</summary>
internal static class MultipleCardiovascular
{
    public static void Apply(PricedClaim claim)
    {
        GlobalTestsOnly.Refuse(claim, '6');
        RankedParts.Apply(claim, '6', "cardiovascular-tc", technical: true, bySession: false);
    }
}

/// <summary>
/// A test whose two parts are codes of their own (PC/TC indicator 4) has no row for its technical part, and the file does not say which codes they are: beside
/// another test of its kind, where that part is reduced, it has no formula.
/// </summary>
internal static class GlobalTestsOnly
{
    public static void Refuse(PricedClaim claim, char indicator)
    {
        foreach (var line in claim.Lines)
        {
            if (!line.IsPhysician || line.Fee!.Multiple != indicator || line.Fee.PcTc != '4') continue;
            foreach (var other in claim.Lines)
            {
                if (ReferenceEquals(other, line) ? line.Units <= 1 : !other.IsPhysician || other.Date != line.Date || other.Fee!.Multiple != indicator || (other.Technical == 0 && other.Fee.PcTc != '4')) continue;
                line.Refuse("Its technical part is reduced beside another test of the day, and is a code of its own that the relative value file does not name (PC/TC indicator 4): no formula.");
                break;
            }
        }
    }
}
