using CodingAhead.Claims.Payment;

namespace CodingAhead.Claims.Tests.Payment;

/// <summary>Prices seen wrong elsewhere, and the documented example: each is a fact here.</summary>
[Collection(nameof(PriceMirror))]
public sealed class WrongPriceTests(PriceMirror mirror)
{
    [Fact]
    public void The_documented_example_is_priced_with_its_steps_and_their_rows()
    {
        var result = mirror.Pricer.Price(Shorthand.Claim("64635-50 $1200"));
        var line = Assert.Single(result.Lines);
        Assert.Equal((656.69m, 656.69m, "pfs", null), (result.Total, line.Amount, line.Schedule, line.NotPriced));
        Assert.Equal(["non-facility fee, locality 16 CHICAGO", "bilateral 150 %"], line.Steps.Select(s => s.What));
        Assert.Equal([437.79m, 656.69m], line.Steps.Select(s => s.Amount));
        Assert.Equal("(3.32×1.007 + 9.39×1.023 + 0.29×2.018) × 32.3465 = 437.79", line.Steps[0].How);
        Assert.Equal("437.79 × 150 % = 656.69", line.Steps[1].How);
        var rows = line.Steps[0].Sources.Select(s => result.Sources[s - 1]).ToList();
        Assert.Equal(["pfs/2025D/PPRRVU2025_Oct.csv", "pfs/2025D/GPCI2025.csv", "pfs/zip/ZIP5_OCT2025.txt", "starter/pos.csv"], rows.Select(r => r.File));
        Assert.All(rows, r => Assert.True(r.Line > 0 && r.Sha256.Length == 64));
        Assert.Equal("starter/modifier-rates.csv", result.Sources[line.Steps[1].Sources[0] - 1].File);
        Assert.Empty(result.Stale);
    }

    [Theory]
    // wrong elsewhere: the smallest of the reductions instead of all of them
    [InlineData("27447-50-80 @21", "337.08")] // 1,404.51 × 150 % × 16 %
    // the third procedure at a quarter
    [InlineData("64635; 64493; 20610", "437.79; 90.20; 34.32")]
    // therapy cut on the whole fee: 14.77
    [InlineData("97110; 97530", "22.43; 35.50")]
    // two units read as both sides: 352.35
    [InlineData("64636 x2", "469.80")]
    public void A_price_seen_wrong_elsewhere_is_this(string claim, string amounts) =>
        Assert.Equal(amounts, Shorthand.Amounts(mirror.Pricer.Price(Shorthand.Claim(claim))));

    [Theory]
    [InlineData("00000", null, null, "ZIP code")]
    [InlineData("6060", null, null, "five digits")]
    [InlineData(null, "06102", "98", "contractor and locality")]
    [InlineData(null, null, null, "Neither a ZIP code nor a contractor")]
    public void An_unknown_place_is_never_priced_as_national(string? zip, string? mac, string? locality, string because)
    {
        var line = Assert.Single(mirror.Pricer.Price(Shorthand.Claim("64635", provider: new Provider { Zip = zip, Mac = mac, Locality = locality })).Lines);
        Assert.Null(line.Amount);
        Assert.Contains(because, line.NotPriced, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("64635 @", "No place of service")]
    [InlineData("64635 @98", "No file loaded says")]
    [InlineData("0633T", "Status C")]
    [InlineData("99213-26", "no row")]
    [InlineData("64635-22", "by report")]
    [InlineData("64635 x0", "units")]
    [InlineData("64635 $-1", "charge")]
    [InlineData("ZZZZ9", "No schedule")]
    [InlineData("64635-26-TC", "exclude each other")]
    public void What_has_no_formula_says_so_and_is_not_zero(string claim, string because)
    {
        var result = mirror.Pricer.Price(Shorthand.Claim(claim));
        Assert.Null(result.Total);
        Assert.Contains(because, Assert.Single(result.Lines).NotPriced, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_that_is_over_is_named()
    {
        var result = mirror.Pricer.Price(Shorthand.Claim("64635", new DateOnly(2026, 2, 1)));
        Assert.Contains("CMS pfs RVU25D", result.Stale);
        Assert.Equal("-", Shorthand.Amounts(mirror.Pricer.Price(Shorthand.Claim("64635", new DateOnly(2025, 9, 30)))));
    }
}
