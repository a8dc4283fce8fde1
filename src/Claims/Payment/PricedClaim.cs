using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Fees;
using CodingAhead.Codes.Page;

namespace CodingAhead.Claims.Payment;

/// <summary>A claim while it is priced: schedules set the amounts of its lines, reductions change them, every step cites its rows.</summary>
internal sealed class PricedClaim
{
    private readonly List<CitedSource> cited = new(8);
    private readonly List<BookSource> files = new(8);
    private List<string>? stale;

    public PricedClaim(Claim claim, PriceBook prices, PriceOptions options)
    {
        (Claim, Prices, Options) = (claim, prices, options);
        AsBilled = new LineWork[claim.Lines.Count];
        for (var i = 0; i < AsBilled.Length; i++) AsBilled[i] = new LineWork(claim.Lines[i], i + 1, claim.Provider);
        Lines = (LineWork[])AsBilled.Clone();
        if (Lines.Length > 1) Array.Sort(Lines, LineWork.BySubstance);
        for (var i = 0; i < Lines.Length; i++) Lines[i].Order = i;
    }

    public Claim Claim { get; }

    public PriceBook Prices { get; }

    public PaymentRates Rates => Prices.Rates;

    public PriceOptions Options { get; }

    /// <summary>The lines in the claim's order.</summary>
    public LineWork[] AsBilled { get; }

    /// <summary>The lines by what they say, so that ties and pairs do not depend on the order they were billed in.</summary>
    public LineWork[] Lines { get; }

    /// <summary>Numbers of source lines in the answer, cited once each.</summary>
    public int[] Cite(ReadOnlySpan<Proof> proofs)
    {
        if (proofs.Length == 0) return [];
        var ids = new int[proofs.Length];
        for (var i = 0; i < ids.Length; i++) ids[i] = Cite(proofs[i]);
        return ids;
    }

    /// <summary>A step that leaves the line at an amount.</summary>
    public void Step(LineWork line, string what, decimal amount, string? how, ReadOnlySpan<Proof> proofs = default, string? manual = null)
    {
        line.Amount = amount;
        line.Steps.Add(new PriceStep(what, amount, how, Cite(proofs), manual));
    }

    /// <summary>A step that rests on one row more.</summary>
    public void Step(LineWork line, string what, decimal amount, string? how, Proof[] proofs, Proof? last)
    {
        var ids = new int[proofs.Length + (last is null ? 0 : 1)];
        for (var i = 0; i < proofs.Length; i++) ids[i] = Cite(proofs[i]);
        if (last is { } more) ids[^1] = Cite(more);
        line.Amount = amount;
        line.Steps.Add(new PriceStep(what, amount, how, ids));
    }

    /// <summary>Multiplies the line by a rate, rounded to the cent.</summary>
    public void Multiply(LineWork line, string what, Rate rate)
    {
        var after = Cents.Round(line.Amount * rate.Share);
        Step(line, what, after, Product(line.Amount, rate.Text, after), [rate.Proof], rate.Manual);
    }

    /// <summary>The arithmetic of a product.</summary>
    public static string Product(decimal amount, string times, decimal result) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount:0.00} × {times} = {result:0.00}");

    public PriceResult Result()
    {
        var lines = new PricedLine[Lines.Length];
        decimal? total = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var l = AsBilled[i];
            decimal? amount = l.IsPriced ? l.Amount : null;
            if (amount is { } dollars) total = (total ?? 0m) + dollars;
            lines[i] = new PricedLine(l.Number, l.Schedule, amount, l.Steps, l.IsPriced ? l.LimitingCharge : null, l.NotPriced);
        }

        return new PriceResult(Claim.Id, total, lines, stale ?? (IReadOnlyList<string>)[], cited, Claim.Place);
    }

    private int Cite(Proof proof)
    {
        var source = proof.Source;
        for (var i = 0; i < cited.Count; i++)
        {
            if (cited[i].Line == source.Line && files[i].Number == source.File.Number) return i + 1;
        }

        if (proof.Stale)
        {
            var name = $"{source.File.Publisher} {source.File.Dataset} {source.File.Edition}";
            stale ??= [];
            if (!stale.Contains(name)) stale.Add(name);
        }

        files.Add(source.File);
        cited.Add(new CitedSource(cited.Count + 1, source.File.Publisher, source.File.Edition, source.File.Path, source.File.Sha256, source.Line));
        return cited.Count;
    }
}
