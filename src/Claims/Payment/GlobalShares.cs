using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// Parts of a global package: 56 the preoperative, 54 the pre- and intraoperative, 55 the postoperative share; 78 the intraoperative share for a return to
/// the operating room, the whole fee where the package has no days. Source: RVU25D, pre-, intra- and postoperative percentage; Pub. 100-04, ch. 12, 40.4.
/// </summary>
internal static class GlobalShares
{
    private const string Manual = "RVU25D, pre-, intra- and postoperative percentage; Pub. 100-04, ch. 12, 40.4";

    public static void Apply(PricedClaim claim)
    {
        foreach (var line in claim.Lines)
        {
            if (!line.Has(Mods.Share | Mods.M78) || !line.IsPhysician) continue;
            var fee = line.Fee!;
            if (fee.Pre + fee.Intra + fee.Post == 0)
            {
                if (line.Has(Mods.Share)) line.Refuse("The relative value file divides no global package for this code, so 54, 55 and 56 have no share of it.");
                continue;
            }

            var (share, what) = (0m, "");
            if (line.Has(Mods.M78)) (share, what) = (fee.Intra, "78: intraoperative share");
            else
            {
                // 54 with the preoperative share, unless the line's own 56 already says it: the surgeon did the usual preoperative work.
                if (line.Has(Mods.M54 | Mods.M56)) share += fee.Pre;
                if (line.Has(Mods.M54)) share += fee.Intra;
                if (line.Has(Mods.M55)) share += fee.Post;
                what = line.Has(Mods.M54)
                    ? $"54: pre- and intraoperative share{(line.Has(Mods.M55) ? ", 55: postoperative share" : "")} (where another physician bills 56, the intraoperative share {Cents.Text(fee.Intra * 100)} % alone)"
                    : line.Has(Mods.M55) && line.Has(Mods.M56) ? "55 and 56: post- and preoperative share" : line.Has(Mods.M55) ? "55: postoperative share" : "56: preoperative share";
            }

            var after = Cents.Round(line.Amount * share);
            claim.Step(line, what, after, PricedClaim.Product(line.Amount, Cents.Text(share * 100) + " %", after), fee.Proofs.AsSpan(0, 1), Manual);
        }
    }
}
