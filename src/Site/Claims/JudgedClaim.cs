using System.Globalization;
using CodingAhead.Claims;
using CodingAhead.Claims.Payment;
using CodingAhead.Codes.Page;

namespace CodingAhead.Site.Claims;

/// <summary>Verdicts and amounts of a claim as one page shows them, with one list of sources.</summary>
public sealed class JudgedClaim
{
    private readonly Dictionary<int, int> ofPrice = [];

    /// <summary>Puts the two together.</summary>
    public JudgedClaim(Claim claim, CheckResult check, PriceResult price)
    {
        (Claim, Check, Price) = (claim, check, price);
        var sources = check.Sources.ToList();
        foreach (var s in price.Sources)
        {
            var same = sources.Find(o => o.File == s.File && o.Line == s.Line);
            if (same is null) sources.Add(same = s with { Id = sources.Count + 1 });
            ofPrice[s.Id] = same.Id;
        }

        Sources = sources;
    }

    /// <summary>The claim judged.</summary>
    public Claim Claim { get; }

    /// <summary>The verdicts.</summary>
    public CheckResult Check { get; }

    /// <summary>The amounts.</summary>
    public PriceResult Price { get; }

    /// <summary>Source lines of both.</summary>
    public IReadOnlyList<CitedSource> Sources { get; }

    /// <summary>Editions that are over and answered nevertheless.</summary>
    public IEnumerable<string> Stale => Check.Stale.Union(Price.Stale);

    /// <summary>The number of a source of the price in <see cref="Sources"/>.</summary>
    public int SourceOfPrice(int id) => ofPrice[id];

    /// <summary>Findings about a line, as the line's number is the first that they name.</summary>
    public IEnumerable<Finding> Of(int line) => Check.Findings.Where(f => f.Lines.Count > 0 && f.Lines[0] == line);

    /// <summary>Findings about the claim as a whole.</summary>
    public IEnumerable<Finding> OfClaim => Check.Findings.Where(f => f.Lines.Count == 0);

    /// <summary>The worst that a rule says of two lines together; null when none names both.</summary>
    public Finding? Between(int a, int b) => Check.Findings.Where(f => f.Lines.Contains(a) && f.Lines.Contains(b)).MaxBy(f => f.Outcome);

    /// <summary>Verdict and total in a few words: what a change is measured against.</summary>
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{Words(Check.Verdict)}, {Check.Findings.Count(f => f.Outcome == Outcome.Fail)} denied, {(Price.Total is { } t ? $"${t:N2}" : "no amount")}");

    /// <summary>A verdict as people say it.</summary>
    public static string Words(string verdict) => verdict switch { "pass" => "Nothing found", "fail" => "Would be denied", _ => "Not all could be checked" };
}
