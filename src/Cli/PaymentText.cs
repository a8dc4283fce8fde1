using System.Globalization;
using CodingAhead.Codes.Page;

namespace CodingAhead.Cli;

/// <summary>The payment of a code as text: the nation, the locality asked for, the other schedules.</summary>
internal static class PaymentText
{
    public static IEnumerable<string> Lines(Payment? payment)
    {
        if (payment is null) yield break;
        if (payment.Edition is not null) yield return $"{payment.Schedule} {payment.Edition}, {payment.Scope}{Stale(payment.Stale)}";
        foreach (var row in payment.Rows)
        {
            var name = Name(row.Modifier, row.Variant);
            if (row.NonFacility is { } n) yield return Invariant($"{name}, non-facility: ${n.Amount} = {n.How}{(n.RarelyThere ? " (rarely or never performed there)" : "")}");
            if (row.Facility is { } f) yield return Invariant($"{name}, facility: ${f.Amount} = {f.How}{(f.RarelyThere ? " (rarely or never performed there)" : "")}");
        }

        foreach (var row in payment.NotPriced) yield return $"{Name(row.Modifier, row.Variant)}: no amount. {row.Because}";
        if (payment.Locality is { } place)
        {
            foreach (var line in Lines(place)) yield return line;
        }

        foreach (var schedule in payment.Schedules)
        {
            yield return $"{schedule.Schedule} {schedule.Edition}{Stale(schedule.Stale)}";
            foreach (var line in schedule.Lines)
                yield return Invariant($"  {line.What}{(line.Amount is { } amount ? Invariant($": ${amount}") : "")}{(line.Unit is null ? "" : $" for {line.Unit}")}{(line.How is null ? "" : $" ({line.How})")}");
        }

        if (payment.Packages.Count > 0) yield return Invariant($"{payment.Packages.Count} packages (NDC) bill under it; --json lists them");
    }

    private static IEnumerable<string> Lines(LocalPayment place)
    {
        if (place.Mac is null)
        {
            yield return $"locality: {place.Status}. {place.Because}";
            yield break;
        }

        yield return $"locality {place.Mac}-{place.Locality} {place.Name}, {place.State}, {place.Edition}{Stale(place.Stale)}{(place.Zip is { } zip ? $"; ZIP {zip.Zip} by {zip.Edition}{Stale(zip.Stale)}{(zip.SpansLocalities ? "; it spans localities, its last four digits decide" : "")}" : "")}";
        foreach (var row in place.Rows)
        {
            foreach (var (setting, amount) in new[] { ("non-facility", row.NonFacility), ("facility", row.Facility) })
            {
                if (amount is { } a) yield return Invariant($"  {Name(row.Modifier, row.Variant)}, {setting}: ${a.Amount} = {a.How}; non-participating ${a.NonParticipating}, limiting charge ${a.LimitingCharge}");
            }

            if (row.ContractorCap is { } cap) yield return Invariant($"  {Name(row.Modifier, row.Variant)}: priced by the contractor, at most ${cap}");
        }

        foreach (var p in place.Published) yield return Invariant($"  published by CMS in {p.Edition}, {Name(p.Modifier, p.Variant)}: non-facility ${p.NonFacility}, facility ${p.Facility}");
    }

    private static string Name(string? modifier, string? variant) => $"{modifier ?? "whole service"}{(variant is null ? "" : $", {variant}")}";

    private static string Stale(bool stale) => stale ? "  [edition over on the date]" : "";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
