using CodingAhead.Claims.Payment;

namespace CodingAhead.Claims.Tests.Payment;

/// <summary>Claims that no biller sends: they are priced or refused line by line, and nothing throws.</summary>
[Collection(nameof(PriceMirror))]
public sealed class HostileClaimTests(PriceMirror mirror)
{
    [Theory]
    [InlineData("", 1, null, "11")]
    [InlineData("64635", -3, null, "11")]
    [InlineData("64635", 0.5, 10.0, "11")]
    [InlineData("64635", 1e12, 1e15, "11")]
    [InlineData("97110", 2.5, null, "11")]
    [InlineData("70553", 1e8, null, "11")]
    [InlineData("64635", 1, 1234.5678901, "11")]
    [InlineData("64635", 1, 0.0, "11")]
    [InlineData("\u0000\u0001", 1, null, "11")]
    [InlineData("64635", 1, null, "a very long place of service")]
    public void A_line_is_priced_or_says_why_not(string code, double units, double? charge, string pos)
    {
        var line = new ClaimLine { Code = code, Units = (decimal)units, Charge = (decimal?)charge, Pos = pos, Date = Shorthand.October, Modifiers = ["50", "", "ZZZ", "LT", "rt"] };
        var result = mirror.Pricer.Price(new Claim { Provider = new Provider { Zip = "60601" }, Lines = [line, line, line] });
        Assert.All(result.Lines, l => Assert.Equal(l.Amount is null, l.NotPriced is not null));
        Assert.All(result.Lines, l => Assert.True(l.Amount is null || (l.Amount >= 0 && l.Amount <= (line.Charge ?? decimal.MaxValue))));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_date_no_release_has_is_not_priced_or_stale(string on)
    {
        var result = mirror.Pricer.Price(Shorthand.Claim("64635; 80053; 70553", DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.True(result.Total is null || result.Stale.Count > 0);
    }

    [Fact]
    public void An_empty_claim_has_no_total() => Assert.Null(mirror.Pricer.Price(new Claim()).Total);

    [Fact]
    public void A_claim_of_999_lines_is_priced()
    {
        string[] codes = ["64635", "45385", "45380", "97110", "70553", "93306", "92083", "99213"];
        var lines = Enumerable.Range(0, 999).Select(i => new ClaimLine { Code = codes[i % codes.Length], Modifiers = i % 3 == 0 ? ["RT"] : i % 3 == 1 ? ["LT"] : [], Date = Shorthand.October, Pos = "11" });
        Assert.Equal(999, mirror.Pricer.Price(new Claim { Provider = new Provider { Zip = "60601" }, Lines = [.. lines] }).Lines.Count);
    }

    [Theory]
    [InlineData("606011234567890123456789")]
    [InlineData("'; drop")]
    public void A_place_that_is_none_is_refused_without_being_repeated(string zip)
    {
        var line = Assert.Single(mirror.Pricer.Price(Shorthand.Claim("64635", provider: new Provider { Zip = zip })).Lines);
        Assert.Null(line.Amount);
        Assert.DoesNotContain(zip, line.NotPriced, StringComparison.Ordinal);
    }
}
