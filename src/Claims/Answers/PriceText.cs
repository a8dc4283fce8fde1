using System.Globalization;
using System.Text;
using CodingAhead.Claims.Payment;

namespace CodingAhead.Claims.Answers;

/// <summary>Prices for a person at a terminal: each line with the arithmetic that leads to its amount and the rows it rests on.</summary>
public static class PriceText
{
    /// <summary>Writes a price.</summary>
    public static void Write(StringBuilder text, PriceResult price)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(price);
        text.Append(CheckText.Name(price.Id, price.Place)).Append(": ").Append(price.Total is { } total ? $"${PriceCsv.Money(total)}" : "no amount").Append('\n');
        foreach (var line in price.Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"  Line {line.Line}").Append(line.Schedule is null ? "" : $", {line.Schedule}").Append(": ");
            text.Append(line.Amount is { } amount ? $"${PriceCsv.Money(amount)}" : line.NotPriced ?? "no amount").Append('\n');
            foreach (var step in line.Steps)
            {
                text.Append("    ").Append(step.What).Append(": $").Append(PriceCsv.Money(step.Amount));
                if (step.How is not null) text.Append(" = ").Append(step.How);
                if (step.Sources.Count > 0) text.Append("  ").AppendJoin(' ', step.Sources.Select(s => string.Create(CultureInfo.InvariantCulture, $"[{s}]")));
                if (step.Manual is not null) text.Append("  (").Append(step.Manual).Append(')');
                text.Append('\n');
            }

            if (line.LimitingCharge is { } limit) text.Append("    Limiting charge: $").Append(PriceCsv.Money(limit)).Append('\n');
        }

        foreach (var s in price.Sources) text.Append(CultureInfo.InvariantCulture, $"  [{s.Id}] {s.Publisher} {s.Edition}, {s.File} line {s.Line}, sha256 {s.Sha256[..Math.Min(12, s.Sha256.Length)]}…\n");
        if (price.Stale.Count > 0) text.Append("  Over on the date of service and answered nevertheless: ").AppendJoin(", ", price.Stale).Append(".\n");
    }
}
