using System.Globalization;
using CodingAhead.Codes.Tests;

namespace CodingAhead.Claims.Tests.Payment;

/// <summary>CMS's own amounts as the judge of the pricer: the quarterly revisions of 2025, claim by claim, and those of 2026 by conversion factor.</summary>
[Collection(nameof(PriceMirror))]
public sealed class PublishedAmountTests(PriceMirror mirror)
{
    [Fact]
    public void Every_revised_amount_of_2025_is_the_price_of_its_claim()
    {
        var (amounts, wrong) = (0, new List<string>());
        foreach (var c in Revisions("PFREV25C.txt", "PFREV4.txt"))
        {
            amounts++;
            var part = c[4].Length > 0 ? "-" + c[4] : "";
            var provider = new Provider { Mac = c[1], Locality = c[2] };
            foreach (var (pos, expected) in new[] { ("11", c[5]), ("22", c[6]) })
            {
                var result = mirror.Pricer.Price(Shorthand.Claim($"{c[3]}{part} @{pos}", provider: provider));
                if (result.Total != decimal.Parse(expected, CultureInfo.InvariantCulture) || result.Stale.Count > 0) wrong.Add($"{c[3]} {c[1]}-{c[2]} {pos}: {result.Total}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(1_635, amounts);
    }

    [Fact]
    public void An_amount_published_for_2026_counts_where_only_older_relative_values_are_loaded()
    {
        var (count, wrong) = (0, new List<string>());
        foreach (var (file, qp) in new[] { ("PFREV26B_nonQP.txt", false), ("PFREV26B_QP.txt", true) })
        {
            foreach (var c in Revisions(file).Where((_, i) => i % 20 == 0))
            {
                if (decimal.Parse(c[5], CultureInfo.InvariantCulture) == 0) continue;
                var result = mirror.Pricer.Price(Shorthand.Claim(c[3] + (c[4].Length > 0 ? "-" + c[4] : ""), new DateOnly(2026, 5, 1), new Provider { Mac = c[1], Locality = c[2], Qp = qp }));
                // A code that is new in 2026 has no relative values here, and so no indicators: it is not priced.
                if (result.Total is null) continue;
                count++;
                if (result.Total != decimal.Parse(c[5], CultureInfo.InvariantCulture)) wrong.Add($"{file} {c[3]} {c[1]}-{c[2]}: {result.Total} for {c[5]}");
            }
        }

        Assert.Empty(wrong.Take(5));
        Assert.True(count > 150, $"{count} amounts");
    }

    [Fact]
    public void The_two_conversion_factors_of_2026_keep_their_ratio()
    {
        // 33.5675 for qualifying participants to 33.4009 for others, as their two files show on every row.
        var at = new Provider { Mac = "01112", Locality = "05" };
        var (qp, other) = (Price(at with { Qp = true }), Price(at));
        Assert.Equal((1344.00m, 1337.33m), (qp, other));
        Assert.Equal(33.5675m / 33.4009m, qp!.Value / other!.Value, 4);

        decimal? Price(Provider provider) => mirror.Pricer.Price(Shorthand.Claim("21610 @22", new DateOnly(2026, 5, 1), provider)).Total;
    }

    private static IEnumerable<string[]> Revisions(params string[] files) => files
        .SelectMany(f => File.ReadLines(Path.Combine(Mirror.Require(), "pfs", "revisions", f)))
        .Select(l => l.Split(',').Select(f => f.Trim('"', ' ')).ToArray()).Where(c => c.Length == 16);
}
