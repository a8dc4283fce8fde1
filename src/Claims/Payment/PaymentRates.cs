using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Import;

namespace CodingAhead.Claims.Payment;

/// <summary>A reduction or share while it holds.</summary>
/// <param name="Percent">Of the amount before; for <c>anesthesia-minutes</c> and <c>anesthesia-AD</c> a number of minutes or units.</param>
/// <param name="Manual">Where it is laid down.</param>
/// <param name="Proof">Its row in the book.</param>
internal sealed record Rate(decimal Percent, string Manual, Proof Proof)
{
    public decimal Share { get; } = Percent / 100m;

    /// <summary>As in <c>62.5 %</c>.</summary>
    public string Text { get; } = Percent.ToString("0.####", CultureInfo.InvariantCulture) + " %";
}

/// <summary>
/// The dated reductions, shares and orders of the book (<c>payment-rates.csv</c> and, where a modifier itself is the reason, <c>modifier-rates.csv</c>),
/// read once. A rate that does not hold on the date is null: then there is no amount, not another year's rate.
/// </summary>
internal sealed class PaymentRates
{
    private readonly Dictionary<(string Kind, int Rank), List<(DateOnly From, DateOnly To, Rate Rate)>> kinds = [];
    private readonly Dictionary<string, List<(DateOnly From, DateOnly To, Rate Rate)>> modifiers = new(StringComparer.Ordinal);

    /// <summary>False for a book compiled before the rates were part of it: nothing can then be priced without guessing a reduction.</summary>
    public bool Loaded => kinds.Count > 0;

    public PaymentRates(Book book)
    {
        foreach (var table in book.Tables)
        {
            if (table.Name == StarterImporter.PaymentRate.Name)
            {
                foreach (var row in book.Rows(StarterImporter.PaymentRatesKey, table))
                {
                    var rank = int.TryParse(row["rank"], NumberStyles.None, CultureInfo.InvariantCulture, out var r) ? r : 0;
                    Add(kinds, (row["kind"], rank), row);
                }
            }
            else if (table.Name == StarterImporter.ModifierRate.Name)
            {
                foreach (var key in book.Keys(CodeSet.Modifier))
                {
                    foreach (var row in book.Rows(key, table)) Add(modifiers, key.Code, row);
                }
            }
        }
    }

    /// <summary>The rate of a kind, and of a rank within it; null when none holds on the date.</summary>
    public Rate? Of(string kind, DateOnly on, int rank = 0) => kinds.TryGetValue((kind, rank), out var rates) ? On(rates, on) : null;

    /// <summary>What a modifier pays; null when no rate holds on the date.</summary>
    public Rate? OfModifier(string modifier, DateOnly on) => modifiers.TryGetValue(modifier, out var rates) ? On(rates, on) : null;

    private static Rate? On(List<(DateOnly From, DateOnly To, Rate Rate)> rates, DateOnly on)
    {
        foreach (var (from, to, rate) in rates)
        {
            if (from <= on && on <= to) return rate;
        }

        return null;
    }

    private static void Add<T>(Dictionary<T, List<(DateOnly, DateOnly, Rate)>> to, T key, Row row)
        where T : notnull
    {
        if (!to.TryGetValue(key, out var rates)) to.Add(key, rates = []);
        var rate = new Rate(decimal.Parse(row["percent"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), row["manual"], new Proof(row.Sources[^1], false));
        rates.Add((row.From ?? DateOnly.MinValue, row.To ?? DateOnly.MaxValue, rate));
    }
}
