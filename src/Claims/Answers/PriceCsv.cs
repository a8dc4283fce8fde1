using System.Globalization;
using System.Text;
using CodingAhead.Claims.Payment;

namespace CodingAhead.Claims.Answers;

/// <summary>Prices as a table (RFC 4180), a service line a row.</summary>
public static class PriceCsv
{
    /// <summary>The first row.</summary>
    public const string Header = "claim,file,segment,line,schedule,amount,limitingCharge,notPriced,steps,error\r\n";

    /// <summary>Writes the rows of a price.</summary>
    public static void Write(StringBuilder text, PriceResult price)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(price);
        foreach (var line in price.Lines)
        {
            CheckCsv.Row(
                text, price.Id, price.Place, line.Line.ToString(CultureInfo.InvariantCulture), line.Schedule, Money(line.Amount), Money(line.LimitingCharge), line.NotPriced,
                string.Join("; ", line.Steps.Select(s => $"{s.What} {Money(s.Amount)}{(s.How is null ? "" : $" = {s.How}")}")), null);
        }
    }

    /// <summary>Writes the row of a claim that could not be read.</summary>
    public static void Write(StringBuilder text, UnreadClaim unread)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(unread);
        CheckCsv.Row(text, unread.Id, unread.Place, null, null, null, null, null, null, unread.Error);
    }

    internal static string? Money(decimal? amount) => amount?.ToString("0.00##", CultureInfo.InvariantCulture);
}
