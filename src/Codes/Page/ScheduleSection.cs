using System.Globalization;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Codes.Page;

/// <summary>The schedules beside the physicians': each that lists the code, with its edition and what it says, in the file's own amounts.</summary>
internal static class ScheduleSection
{
    public static List<SchedulePayment> Of(PageReader page, Located? located)
    {
        var list = new List<SchedulePayment>();
        Add(list, Hospital(page));
        Add(list, Asc(page));
        Add(list, Laboratory(page));
        list.AddRange(Equipment(page, located));
        Add(list, Drug(page));
        Add(list, Anesthesia(page, located));
        return list;
    }

    private static SchedulePayment? Hospital(PageReader page)
    {
        if (HospitalFees.Of(page.Book, page.Key, page.Judged) is not { } fee) return null;
        var source = PaymentSection.Cite(page, fee.Row);
        var basis = string.Join(", ", new[] { fee.Apc is { } apc ? $"APC {apc}" : null, fee.RelativeWeight is { } weight ? $"relative weight {Cents.Text(weight)}" : null }.OfType<string>());
        var lines = new List<FeeLine> { new($"Status indicator {fee.Status}{Label(page, "opps-status", fee.Status)}", null, null, null, source) };
        lines.Add(fee.Rate is { } rate
            ? new FeeLine("Payment rate, before the wage index", rate, null, basis.Length > 0 ? basis : null, source)
            : new FeeLine("No payment of its own", null, null, basis.Length > 0 ? basis : null, source));
        if (fee.NationalCopayment is { } national) lines.Add(new FeeLine("National unadjusted copayment, part of the rate", national, null, null, source));
        if (fee.MinimumCopayment is { } minimum) lines.Add(new FeeLine("Minimum unadjusted copayment", minimum, null, null, source));
        if (fee.AdjustedCopayment is { } adjusted) lines.Add(new FeeLine("Copayment under the Inflation Reduction Act", adjusted, null, fee.Row.Text("iraCoinsurance"), source));
        if (fee.PassThroughExpiration is { } until) lines.Add(new FeeLine($"Pass-through status ends: {until}", null, null, null, source));
        return Schedule("opps", fee.Row, lines);
    }

    private static SchedulePayment? Asc(PageReader page)
    {
        if (AscFees.Of(page.Book, page.Key, page.Judged) is not { } fee) return null;
        var source = PaymentSection.Cite(page, fee.Row);
        if (fee.Indicator is not { } indicator) return Schedule("asc", fee.Row, [new FeeLine("Excluded: not paid in a surgical centre (addendum EE)", null, null, null, source)]);
        var lines = new List<FeeLine> { new($"Payment indicator {indicator}{Label(page, "asc-payment", indicator)}", null, null, fee.Addendum == "AA" ? "covered procedure (addendum AA)" : "ancillary service (addendum BB)", source) };
        lines.Add(fee.Rate is { } rate
            ? new FeeLine("Payment rate, before the wage index", rate, null, fee.Weight is { } weight ? $"relative weight {Cents.Text(weight)}" : null, source)
            : new FeeLine("No payment of its own", null, null, null, source));
        if (fee.Discounted is { } discounted) lines.Add(new FeeLine(discounted ? "Subject to the multiple procedure discount" : "Not subject to the multiple procedure discount", null, null, null, source));
        return Schedule("asc", fee.Row, lines);
    }

    private static SchedulePayment? Laboratory(PageReader page)
    {
        var fees = LaboratoryFees.Of(page.Book, page.Key, page.Judged);
        if (fees.Count == 0) return null;
        return Schedule("clfs", fees[0].Row,
            [.. fees.Select(f => new FeeLine(f.Modifier is null ? "Rate" : $"Rate with modifier {f.Modifier}", f.Rate is > 0 || !f.Local ? f.Rate : null, "a test", f.Local ? "priced by each contractor" : "one national rate", PaymentSection.Cite(page, f.Row)))]);
    }

    private static IEnumerable<SchedulePayment> Equipment(PageReader page, Located? located)
    {
        var state = located?.Locality?.State;
        foreach (var schedule in EquipmentFees.Of(page.Book, page.Key, page.Judged).GroupBy(f => f.Schedule))
        {
            var lines = new List<FeeLine>();
            foreach (var fee in schedule)
            {
                var (source, with) = (PaymentSection.Cite(page, fee.Row), fee.Modifiers is null ? "" : $", {fee.Modifiers}");
                if (fee.Ceiling is { } ceiling) lines.Add(new FeeLine($"National ceiling{with}", ceiling, null, null, source));
                if (fee.Floor is { } floor) lines.Add(new FeeLine($"National floor{with}", floor, null, null, source));
                if (fee.States.FirstOrDefault(s => s.State == state) is { } own)
                {
                    if (own.NonRural is { } urban) lines.Add(new FeeLine($"{state}, not rural{with}", urban, null, null, source));
                    if (own.Rural is { } rural) lines.Add(new FeeLine($"{state}, rural{with}", rural, null, null, source));
                }

                var all = fee.States.SelectMany(s => new[] { s.NonRural, s.Rural }).OfType<decimal>().Where(a => a > 0).ToList();
                if (all.Count > 0) lines.Add(new FeeLine($"Lowest of all states{with}", all.Min(), null, null, source));
                if (all.Count > 0) lines.Add(new FeeLine($"Highest of all states{with}", all.Max(), null, null, source));
                if (all.Count == 0 && fee.Ceiling is null) lines.Add(new FeeLine($"No fee published{with}", null, null, null, source));
            }

            yield return Schedule(schedule.Key, schedule.First().Row, lines);
        }
    }

    private static SchedulePayment? Drug(PageReader page)
    {
        if (DrugFees.Of(page.Book, page.Key, page.Judged) is not { } fee) return null;
        var source = PaymentSection.Cite(page, fee.Row);
        var lines = new List<FeeLine>
        {
            new(fee.Limit is null ? "No limit stated" : "Payment limit for one billing unit", fee.Limit, fee.Dosage, fee.Limit is null ? fee.Notes : "limit × billing units", source),
        };
        if (fee.Coinsurance is { } share) lines.Add(new FeeLine(string.Create(CultureInfo.InvariantCulture, $"Coinsurance {Cents.Text(share)} percent"), null, null, null, source));
        if (fee.Notes is { } notes && fee.Limit is not null) lines.Add(new FeeLine($"Note: {notes}", null, null, null, source));
        return Schedule("asp", fee.Row, lines);
    }

    // Base units and minutes are the other two factors of an anaesthesia payment; only what the releases hold is shown.
    private static SchedulePayment? Anesthesia(PageReader page, Located? located)
    {
        if (!PhysicianFees.Listed(page.Book, page.Key, page.Judged).Any(v => v.Status == "J") || AnesthesiaFees.National(page.Book, page.Judged) is not { } national) return null;
        var lines = new List<FeeLine>();
        lines.Add(AnesthesiaFees.BaseUnits(page.Book, page.Key, page.Judged) is { } known
            ? new FeeLine($"Base units {Cents.Text(known.Units)}", null, null, null, PaymentSection.Cite(page, known.Row))
            : new FeeLine("Base units: not in the loaded releases", null, null, null, null));
        lines.Add(new FeeLine("National conversion factor", national.ConversionFactor, "a unit", "(base units + minutes ÷ 15) × factor", PaymentSection.Cite(page, national.Row)));
        if (located?.Locality is { } at && AnesthesiaFees.At(page.Book, at, page.Judged) is { } local)
            lines.Add(new FeeLine($"Conversion factor of {at.Mac}-{at.Number} {at.Name}", local.ConversionFactor, "a unit", "(base units + minutes ÷ 15) × factor", PaymentSection.Cite(page, local.Row)));
        return Schedule("anesthesia", national.Row, lines);
    }

    private static void Add(List<SchedulePayment> list, SchedulePayment? schedule)
    {
        if (schedule is not null) list.Add(schedule);
    }

    private static SchedulePayment Schedule(string schedule, FeeRow row, IReadOnlyList<FeeLine> lines) => new(schedule, row.Source.File.Edition, row.Stale, lines);

    private static string Label(PageReader page, string kind, string value) => IndicatorSection.Meaning(page, kind, value).Label is { } label ? $": {label}" : "";
}
