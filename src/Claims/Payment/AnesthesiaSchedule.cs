using System.Globalization;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// Anaesthesia by time: (base units + minutes ÷ 15, to a tenth) × the locality's anaesthesia factor; alone (AA, QZ) in full, directed or directing (QK, QX,
/// QY) half, supervising more than four (AD) three base units and no time. Source: Pub. 100-04, ch. 12, 50 and 140; 42 CFR 414.46.
/// </summary>
internal static class AnesthesiaSchedule
{
    public static void Start(PricedClaim claim, LineWork line, OtherFees fees)
    {
        line.Schedule = "anesthesia";
        var place = claim.Prices.At(claim.Claim.Provider, line.Date);
        if (place.At is not { } at) line.Refuse(place.Unknown!);
        else if (claim.Prices.AnesthesiaAt(at, line.Date) is not { } factor) line.Refuse("No anaesthesia factor of the locality is loaded for this date.");
        else if (fees.BaseUnits is not { } units) line.Refuse("Anaesthesia is paid by base units and time; the base units of the code are in no loaded release.");
        else Price(claim, line, units.Units, factor.ConversionFactor, [new Proof(units.Row.Source, units.Row.Stale), new Proof(factor.Row.Source, factor.Row.Stale)]);
    }

    /// <summary>The amount from base units, the line's minutes and the factor.</summary>
    public static void Price(PricedClaim claim, LineWork line, decimal units, decimal factor, Proof[] proofs)
    {
        line.Schedule = "anesthesia";
        if (line.Has(Mods.AD))
        {
            if (claim.Rates.Of("anesthesia-AD", line.Date) is not { } supervised) line.Refuse("The book has no units for supervision on this date.");
            else
            {
                var paid = Cents.Round(supervised.Percent * factor);
                claim.Step(line, "AD: base units for supervision, one more where present at induction", paid, string.Create(CultureInfo.InvariantCulture, $"{supervised.Percent:0.##} × {factor:0.####} = {paid:0.00}"), [supervised.Proof, .. proofs], supervised.Manual);
            }

            return;
        }

        if (line.Line.Minutes is not > 0 || claim.Rates.Of("anesthesia-minutes", line.Date) is not { } unit)
        {
            line.Refuse("Anaesthesia is paid by time; the line gives no minutes.");
            return;
        }

        var time = decimal.Round(line.Line.Minutes.Value / unit.Percent, 1, MidpointRounding.AwayFromZero);
        var amount = Cents.Round((units + time) * factor);
        claim.Step(
            line, "anaesthesia units × locality's factor", amount,
            string.Create(CultureInfo.InvariantCulture, $"({units:0.##} + {line.Line.Minutes} ÷ {unit.Percent:0} = {time:0.0}) × {factor:0.####} = {amount:0.00}"), [unit.Proof, .. proofs], unit.Manual);
        var modifier = line.Has(Mods.QK) ? "QK" : line.Has(Mods.QX) ? "QX" : line.Has(Mods.QY) ? "QY" : null;
        if (modifier is not null)
        {
            if (claim.Rates.OfModifier(modifier, line.Date) is { } half) claim.Multiply(line, $"{modifier}: medical direction {half.Text}", half);
            else line.Refuse("The book has no rate for medical direction on this date.");
        }
        else if (!line.Has(Mods.AA | Mods.QZ)) line.Refuse("Who gave the anaesthesia is not said: AA, QK, AD, QX, QY or QZ decides the amount.");
    }
}
