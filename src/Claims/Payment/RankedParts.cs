using System.Globalization;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// What the reductions of imaging, cardiovascular and ophthalmic tests share: one part of each service, technical or professional, ranked by its fee
/// over all units of a day; the highest in full, each further one at a percentage. The other part stays.
/// </summary>
internal static class RankedParts
{
    /// <summary>Reduces one part of all services of a multiple procedure indicator.</summary>
    public static void Apply(PricedClaim claim, char indicator, string kind, bool technical, bool bySession)
    {
        List<LineWork>? all = null;
        foreach (var line in claim.Lines)
        {
            if (!line.IsPhysician || line.Fee!.Multiple != indicator || PartOf(line, technical) == 0) continue;
            // 59 and XE say that a session was another one.
            if (bySession && line.Has(Mods.M59 | Mods.XE)) continue;
            if (line.OtherSide is { IsPriced: true } other && other.Order < line.Order) continue;
            (all ??= []).Add(line);
        }

        if (all is null || (all.Count == 1 && all[0].Units <= 1)) return;
        all.Sort((a, b) => a.Date != b.Date ? a.Date.CompareTo(b.Date)
            : string.CompareOrdinal(a.Fee!.Family, b.Fee!.Family) is not 0 and var family ? family
            : RankedBy(b, technical) != RankedBy(a, technical) ? RankedBy(b, technical).CompareTo(RankedBy(a, technical))
            : a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Order.CompareTo(b.Order));
        for (var i = 0; i < all.Count; i++)
        {
            var line = all[i];
            var highest = i == 0 || all[i - 1].Date != line.Date || all[i - 1].Fee!.Family != line.Fee!.Family;
            var units = highest ? line.Units - 1 : line.Units;
            if (units <= 0 || claim.Rates.Of(kind, line.Date, 2) is not { } rate) continue;
            Reduce(claim, line, technical, units, rate);
            if (line.OtherSide is { IsPriced: true } other) Reduce(claim, other, technical, units, rate);
        }
    }

    private static void Reduce(PricedClaim claim, LineWork line, bool technical, decimal units, Rate rate)
    {
        var part = PartOf(line, technical);
        var reduced = Cents.Round(part * rate.Share);
        var after = Cents.Round(line.Amount - ((part - reduced) * units));
        var name = technical ? "technical" : "professional";
        var source = (technical ? line.Fee!.Technical : line.Fee!.Professional) ?? line.Fee!;
        claim.Step(
            line, units == line.Units ? $"{name} part after the day's highest: {rate.Text}" : string.Create(CultureInfo.InvariantCulture, $"{name} part of {units:0.####} further units: {rate.Text}"), after,
            string.Create(CultureInfo.InvariantCulture, $"{part:0.00} × {rate.Text} = {reduced:0.00}; {line.Amount:0.00} − {units:0.####} × ({part:0.00} − {reduced:0.00}) = {after:0.00}"), [rate.Proof, .. source.Proofs.AsSpan(0, 1)], rate.Manual);
    }

    // Ranked by the fee schedule's amount, without the cuts for film and old equipment.
    private static decimal RankedBy(LineWork line, bool technical) => !technical ? PartOf(line, false) : line.Fee!.Technical?.Amount ?? line.Fee.Amount;

    private static decimal PartOf(LineWork line, bool technical) => technical ? line.Technical : line.Professional;
}
