using System.Globalization;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// Several procedures on a day (multiple procedure indicators 1, 2 and 3): ranked by fee after the bilateral rule, the highest in full, the second to
/// fifth at half, more by report. A family of endoscopies is worked out first and ranks as one. Modifier 51 changes nothing by itself; procedures
/// with 78 are left out of the ranking. Source: RVU25D, multiple procedure; Pub. 100-04, ch. 12, 40.6 (78: 40.4).
/// </summary>
internal static class MultipleProcedures
{
    public static void Apply(PricedClaim claim)
    {
        List<Procedure>? all = null;
        foreach (var line in claim.Lines)
        {
            if (!line.IsPhysician || line.Has(Mods.M78) || line.Fee!.Multiple is not ('1' or '2' or '3')) continue;
            if (line.OtherSide is { } other && other.Order < line.Order && other.IsPriced) continue;
            (all ??= []).Add(new Procedure(line));
        }

        if (all is null || (all.Count == 1 && all[0].Count == 1)) return;
        all.Sort(static (a, b) => a.First.Date != b.First.Date ? a.First.Date.CompareTo(b.First.Date) : a.First.Role.CompareTo(b.First.Role));
        for (var from = 0; from < all.Count;)
        {
            var to = from + 1;
            while (to < all.Count && all[to].First.Date == all[from].First.Date && all[to].First.Role == all[from].First.Role) to++;
            var day = EndoscopyFamilies.Apply(claim, all.GetRange(from, to - from));
            Rank(claim, day);
            from = to;
        }
    }

    private static void Rank(PricedClaim claim, List<Procedure> day)
    {
        var count = 0;
        foreach (var p in day) count += p.Count;
        if (count < 2) return;
        day.Sort(Procedure.ByFee);
        var rank = 1;
        foreach (var p in day)
        {
            var kind = p.First.Fee!.Multiple == '1' ? "surgery-1" : "surgery-2";
            var (shares, rate, known) = (0m, (Rate?)null, true);
            var (text, most) = ("", rank + p.Count - 1);
            for (var r = rank; r <= most && known; r++)
            {
                if (claim.Rates.Of(kind, p.First.Date, r) is not { } at)
                {
                    known = false;
                    break;
                }

                (shares, rate) = (shares + at.Percent, at);
                text = text.Length == 0 ? at.Text : text + " + " + at.Text;
            }

            foreach (var line in p.Lines)
            {
                if (!known)
                {
                    line.Refuse($"Procedure {most} of {count} on the day by fee: more than five are paid by report (RVU25D); Pub. 100-04, ch. 12, 40.6 gives contractors half of the fee as a floor.");
                    continue;
                }

                var ranks = p.Count == 1 ? $"rank {rank}" : $"ranks {rank} to {most}";
                var after = p.Count == 1 ? Cents.Round(line.Amount * shares / 100m) : Cents.Round(line.Amount * shares / (100m * p.Count));
                var how = p.Count == 1 ? PricedClaim.Product(line.Amount, text, after)
                    : string.Create(CultureInfo.InvariantCulture, $"{line.Amount:0.00} ÷ {p.Count} × ({text}) = {after:0.00}; each unit ranks as a procedure, a contractor may rank the line as one");
                claim.Step(line, $"multiple procedures, {ranks} of {count} by fee", after, how, [rate!.Proof], rate.Manual);
            }

            rank += p.Count;
        }
    }
}

/// <summary>What ranks as one: a line, the two lines of both sides, or a family of endoscopies.</summary>
internal sealed class Procedure
{
    public Procedure(LineWork line)
    {
        Lines = line.OtherSide is { IsPriced: true } other ? [line, other] : [line];
        (Count, Fee) = (line.Count, line.OtherSide is null ? line.Ranked : line.Each);
    }

    public Procedure(LineWork[] family, decimal fee) => (Lines, Count, Fee) = (family, 1, fee);

    public LineWork[] Lines { get; }

    public LineWork First => Lines[0];

    /// <summary>How many ranks it takes.</summary>
    public int Count { get; }

    /// <summary>What each ranks by.</summary>
    public decimal Fee { get; }

    // Ties by code, so that the order of lines decides nothing but which of two equal lines is named first.
    public static readonly Comparison<Procedure> ByFee = static (a, b) =>
        a.Fee != b.Fee ? b.Fee.CompareTo(a.Fee) : a.First.Key != b.First.Key ? a.First.Key.CompareTo(b.First.Key) : a.First.Order.CompareTo(b.First.Order);
}
