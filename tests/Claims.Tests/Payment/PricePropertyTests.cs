using CodingAhead.Claims.Payment;
using CsCheck;

namespace CodingAhead.Claims.Tests.Payment;

/// <summary>What holds of every price, on claims made at random from codes of every kind of reduction.</summary>
[Collection(nameof(PriceMirror))]
public sealed class PricePropertyTests(PriceMirror mirror)
{
    private static readonly string[] Codes =
        ["64635", "64636", "64493", "20610", "45378", "45380", "45385", "43239", "43251", "70553", "72148", "73721", "93306", "93880", "92083", "92250", "97110", "97140", "97530", "99213", "27447", "49505", "80053", "J0585"];

    private static readonly string[][] Modifiers = [[], [], [], ["50"], ["RT"], ["LT"], ["26"], ["TC"], ["51"], ["59"], ["80"], ["AS"], ["62"], ["54"], ["78"], ["FX"], ["CQ"]];

    private static readonly Gen<ClaimLine> Line =
        from code in Gen.Int[0, Codes.Length - 1]
        from modifiers in Gen.Int[0, Modifiers.Length - 1]
        from units in Gen.Int[1, 3]
        from charge in Gen.Int[0, 300_000]
        from facility in Gen.Bool
        select new ClaimLine
        {
            Code = Codes[code], Modifiers = Modifiers[modifiers], Units = units, Charge = charge % 5 == 0 ? null : charge / 100m, Date = Shorthand.October, Pos = facility ? "22" : "11",
        };

    private static readonly Gen<Claim> Claims =
        from lines in Line.Array[1, 8]
        from participating in Gen.Bool
        select new Claim { Lines = lines, Provider = new Provider { Zip = "60601", Participating = participating } };

    [Fact]
    public void The_order_of_lines_does_not_change_the_total() => Claims.Sample(
        claim =>
        {
            var total = mirror.Pricer.Price(claim).Total;
            Assert.Equal(total, mirror.Pricer.Price(claim with { Lines = [.. claim.Lines.Reverse()] }).Total);
            Assert.Equal(total, mirror.Pricer.Price(claim with { Lines = [.. claim.Lines.OrderBy(l => l.Code, StringComparer.Ordinal).ThenBy(l => l.Charge)] }).Total);
        },
        iter: 3_000, threads: 1);

    [Fact]
    public void A_price_grows_with_the_charge_and_is_never_above_charge_or_fee() => Claims.Sample(
        claim =>
        {
            var billed = mirror.Pricer.Price(claim);
            var free = mirror.Pricer.Price(claim with { Lines = [.. claim.Lines.Select(l => l with { Charge = null })] });
            Assert.Equal(free.Lines.Count(l => l.Amount is null), billed.Lines.Count(l => l.Amount is null));
            for (var i = 0; i < claim.Lines.Count; i++)
            {
                if (billed.Lines[i].Amount is not { } amount) continue;
                Assert.True(amount >= 0);
                if (claim.Lines[i].Charge is { } charge) Assert.True(amount <= charge);
            }

            Assert.True((billed.Total ?? 0) <= (free.Total ?? 0));
        },
        iter: 3_000, threads: 1);

    [Fact]
    public void A_line_that_asks_for_more_never_lowers_the_total() => Claims.Select(Gen.Int[0, 7], Gen.Int[500, 1_100], Gen.Int[1, 3_000]).Sample(
        (claim, which, share, cents) =>
        {
            // Charges on either side of the fee, the rank and the reduced amount of one line; the others keep theirs.
            var at = which % claim.Lines.Count;
            if (mirror.Pricer.Price(claim with { Lines = [.. claim.Lines.Select(l => l with { Charge = null })] }).Lines[at].Amount is not { } amount) return;
            var charge = decimal.Round(amount * share / 1_000m, 2);
            var (less, more) = (Asking(claim, at, charge), Asking(claim, at, charge + (cents / 100m)));
            Assert.True(less <= more, $"{less} for {charge}, {more} for more");
        },
        iter: 3_000, threads: 1);

    private decimal Asking(Claim claim, int at, decimal charge) =>
        mirror.Pricer.Price(claim with { Lines = [.. claim.Lines.Select((l, i) => i == at ? l with { Charge = charge } : l)] }).Total ?? 0;

    [Fact]
    public void Every_amount_has_a_step_that_ends_at_it_and_every_first_step_a_row() => Claims.Sample(
        claim =>
        {
            var result = mirror.Pricer.Price(claim);
            Assert.Equal(result.Total ?? 0, result.Lines.Sum(l => l.Amount ?? 0));
            foreach (var line in result.Lines.Where(l => l.Amount is not null))
            {
                Assert.Equal(line.Amount, line.Steps[^1].Amount);
                Assert.NotEmpty(line.Steps[0].Sources);
                Assert.All(line.Steps, s => Assert.All(s.Sources, id => Assert.InRange(id, 1, result.Sources.Count)));
            }
        },
        iter: 1_000, threads: 1);

    [Fact]
    public void Prices_asked_for_at_once_are_those_asked_for_one_by_one()
    {
        var claims = Claims.Array[200].Single();
        var alone = claims.Select(c => mirror.Pricer.Price(c).Total).ToArray();
        var fresh = new ClaimPricer(mirror.Pricer.Book);
        var together = new decimal?[claims.Length];
        Parallel.For(0, claims.Length, i => together[i] = fresh.Price(claims[i]).Total);
        Assert.Equal(alone, together);
    }
}
