using System.Globalization;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// The physician fee schedule: the row of the service or of its part (26, TC, 53), the locality of the place, facility or not by the place of service,
/// the conversion factor of the date and, from 2026, of the provider's participation in an alternative payment model. Source: RVU25D; Pub. 100-04, ch. 12, 20.
/// </summary>
internal static class PhysicianSchedule
{
    /// <summary>The fee of one unit; a reason where it cannot be chosen.</summary>
    public static UnitFee? Fee(PricedClaim claim, LineWork line, out string? why)
    {
        why = null;
        if (line.Has(Mods.M26) && line.Has(Mods.TC))
        {
            why = "26 and TC exclude each other: both parts are the whole service, billed without either.";
            return null;
        }

        var place = claim.Prices.At(claim.Claim.Provider, line.Date);
        var qualifying = claim.Claim.Provider.Qp;
        var part = line.Has(Mods.M26) ? ServicePart.Professional : line.Has(Mods.TC) ? ServicePart.Technical : ServicePart.Whole;
        var setting = claim.Prices.SettingOf(line.Line.Pos, line.Date);
        var fee = place.Fee(line.Key, part, setting?.Setting ?? FeeSetting.NonFacility, qualifying);
        if (line.Has(Mods.M53) && part == ServicePart.Whole
            && place.Fee(line.Key, ServicePart.Discontinued, setting?.Setting ?? FeeSetting.NonFacility, qualifying) is { NotPriced: null } stopped) fee = stopped;
        if (setting is null && fee.NotPriced is null)
        {
            // Without a place of service there is an amount only where both are the same.
            var other = place.Fee(line.Key, part, FeeSetting.Facility, qualifying);
            if (other.Amount != fee.Amount || other.NotPriced is not null)
            {
                why = string.IsNullOrWhiteSpace(line.Line.Pos)
                    ? "No place of service is given, and the amounts of a facility and of other places differ."
                    : "No file loaded says whether this place of service is a facility, and the two amounts differ.";
                return new UnitFee(why, null, fee.Proofs);
            }
        }

        if (fee.NotPriced is { Length: > 0 }) why = fee.NotPriced;
        return fee;
    }

    /// <summary>The amount of the line's units.</summary>
    public static void Start(PricedClaim claim, LineWork line, UnitFee fee)
    {
        (line.Schedule, line.Fee, line.Each) = ("pfs", fee, fee.Amount);
        line.Technical = fee.Technical?.Amount ?? (line.Has(Mods.TC) || fee.PcTc == '3' ? fee.Amount : 0);
        var place = claim.Prices.At(claim.Claim.Provider, line.Date);
        line.Professional = fee.Professional?.Amount ?? (line.Has(Mods.M26) || fee.PcTc == '2' ? fee.Amount : 0);
        var what = place.Spans ? fee.What + " (the ZIP code spans localities; its last four digits decide)" : fee.What;
        claim.Step(line, what, fee.Amount, fee.How, fee.Proofs, claim.Prices.SettingOf(line.Line.Pos, line.Date)?.Proof);
        if (line.Units != 1) Units(claim, line);
    }

    /// <summary>Multiplies by the line's units, on any schedule.</summary>
    public static void Units(PricedClaim claim, LineWork line)
    {
        var after = Cents.Round(line.Amount * line.Units);
        claim.Step(line, string.Create(CultureInfo.InvariantCulture, $"{line.Units:0.#########} units"), after, PricedClaim.Product(line.Amount, Cents.Text(line.Units), after));
    }
}
