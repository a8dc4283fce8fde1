using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// Endoscopies with the same base procedure (multiple procedure indicator 3): the highest in full, the others their difference to the base, the base
/// itself not paid beside its family; the family then ranks as one with the day's other procedures. Source: RVU25D, multiple procedure 3 and endoscopic
/// base code; Pub. 100-04, ch. 12, 40.6.
/// </summary>
internal static class EndoscopyFamilies
{
    private const string Manual = "RVU25D, multiple procedure indicator 3; Pub. 100-04, ch. 12, 40.6";

    /// <summary>The day's procedures with each family replaced by one.</summary>
    public static List<Procedure> Apply(PricedClaim claim, List<Procedure> day)
    {
        var any = false;
        foreach (var p in day) any |= BaseOf(p) != default;
        if (!any) return day;
        var ranked = new List<Procedure>(day.Count);
        var left = new List<Procedure>(day);
        while (left.Count > 0)
        {
            var root = Root(left);
            if (root == default)
            {
                ranked.AddRange(left);
                break;
            }

            var (members, bases, count) = (new List<Procedure>(), new List<Procedure>(), 0);
            foreach (var p in left)
            {
                if (p.First.Key == root) bases.Add(p);
                else if (BaseOf(p) == root)
                {
                    members.Add(p);
                    count += p.Count;
                }
            }

            left.RemoveAll(p => p.First.Key == root || BaseOf(p) == root);
            members.Sort(Procedure.ByFee);
            foreach (var p in bases)
            {
                foreach (var line in p.Lines) line.Refuse($"The base of the endoscopy on line {members[0].First.Number}, which its payment includes: not paid beside it ({Manual}).");
            }

            if (count == 1) ranked.Add(members[0]);
            else if (Family(claim, members, root) is { } family) ranked.Add(family);
        }

        return ranked;
    }

    private static Procedure? Family(PricedClaim claim, List<Procedure> members, CodeKey root)
    {
        var (first, lines, total) = (members[0].First, new List<LineWork>(), 0m);
        var pos = claim.Prices.SettingOf(first.Line.Pos, first.Date)?.Setting ?? FeeSetting.NonFacility;
        var endo = claim.Prices.At(claim.Claim.Provider, first.Date).Fee(root, ServicePart.Whole, pos, claim.Claim.Provider.Qp);
        foreach (var member in members)
        {
            if (endo.NotPriced is not null)
            {
                foreach (var line in member.Lines) line.Refuse($"The base of its family of endoscopies, {root.Display}, has no fee, so the differences to it have none.");
                continue;
            }

            var highest = ReferenceEquals(member, members[0]);
            var (each, difference) = (member.Fee, Math.Max(0m, member.Fee - endo.Amount));
            var whole = highest ? each + ((member.Count - 1) * difference) : member.Count * difference;
            total += whole;
            foreach (var line in member.Lines)
            {
                lines.Add(line);
                var after = member.Lines.Length == 1 ? whole : ReferenceEquals(line, member.First) ? whole - Cents.Round(whole / 2) : Cents.Round(whole / 2);
                var how = (highest, member.Count) switch
                {
                    (true, 1) => null,
                    (true, _) => string.Create(CultureInfo.InvariantCulture, $"{each:0.00} + {member.Count - 1} × ({each:0.00} − {endo.Amount:0.00}) = {whole:0.00}"),
                    (false, 1) => string.Create(CultureInfo.InvariantCulture, $"{each:0.00} − {endo.Amount:0.00} = {whole:0.00}"),
                    _ => string.Create(CultureInfo.InvariantCulture, $"{member.Count} × ({each:0.00} − {endo.Amount:0.00}) = {whole:0.00}"),
                };
                claim.Step(
                    line, highest ? $"endoscopies with base {root.Display}: the highest in full" : $"endoscopies with base {root.Display}: difference to the base", after, how,
                    highest ? line.Fee!.Proofs.AsSpan(0, 1) : endo.Proofs, Manual);
            }
        }

        return endo.NotPriced is null ? new Procedure([.. lines], total) : null;
    }

    private static CodeKey BaseOf(Procedure p) => p.First.Fee!.Multiple == '3' ? p.First.Fee.EndoscopicBase : default;

    private static CodeKey Root(List<Procedure> left)
    {
        foreach (var p in left)
        {
            if (BaseOf(p) is var root && root != default) return root;
        }

        return default;
    }
}
