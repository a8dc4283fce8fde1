using CodingAhead.Claims.Tests.Edits;
using CodingAhead.Claims.Tests.Payment;

namespace CodingAhead.Claims.Tests.Golden;

/// <summary>Claims across specialties with the complete list of what is to be found and paid (<c>golden-claims.txt</c>): what is found beyond it is as wrong as what is missing.</summary>
[Collection(nameof(MirrorClaims))]
public sealed class GoldenClaimTests(MirrorClaims mirror)
{
    private static readonly Dictionary<string, GoldenClaim> Set = GoldenClaim.Read(Path.Combine(AppContext.BaseDirectory, "Golden", "golden-claims.txt")).ToDictionary(c => c.Name);

    public static TheoryData<string> Names => [.. Set.Keys];

    public static TheoryData<string> Priced => [.. Set.Values.Where(c => c.Pays.Length > 0 || c.Total is not null).Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_claim_has_these_findings_and_no_others(string name)
    {
        var golden = Set[name];
        var result = mirror.Check(golden.Claim);
        Assert.Equal(golden.Finds, result.Findings.Select(GoldenClaim.Written).Order(StringComparer.Ordinal));
        Assert.All(golden.Words, w => Assert.Contains(result.Findings, f => GoldenClaim.Written(f) == w.Finding && f.Message.Contains(w.Words, StringComparison.Ordinal)));
        Assert.Equal(result.Findings.Any(f => f.Outcome == Outcome.Fail) ? "fail" : result.Findings.Any(f => f.Outcome == Outcome.NotChecked) ? "not-checked" : "pass", result.Verdict);
        // No quarter of pairs in the mirror is in force on any of these dates, and every answer that rests on one says so.
        Assert.All(result.Findings.Where(f => f.Rule == Rules.NcciPtp), f => Assert.True(f.Stale));
        // Every denial says what would pass, and every bypass what must be documented.
        Assert.All(result.Findings, f => Assert.False(f.Outcome == Outcome.Fail && f.Fix is null, f.Message));
        Assert.All(result.Findings, f => Assert.False(f.Outcome == Outcome.Bypassed && f.Condition is null, f.Message));
    }

    [Theory]
    [MemberData(nameof(Priced))]
    public void A_claim_is_paid_this(string name)
    {
        var golden = Set[name];
        var price = mirror.Price(golden.Claim);
        if (golden.Pays.Length > 0) Assert.Equal(golden.Pays, Shorthand.Amounts(price));
        if (golden.Total is { } total) Assert.Equal(total, price.Total);
        Assert.All(price.Lines, l => Assert.True(l.Amount is null || decimal.Round(l.Amount.Value, 2) == l.Amount, "an amount is in whole cents"));
    }

    [Fact]
    public void The_set_is_complete()
    {
        Assert.True(Set.Count >= 60, $"{Set.Count} claims");
        Assert.All(Set.Values, c => Assert.NotEmpty(c.Facts));
        Assert.Superset(new HashSet<string>(["spine", "gi", "img", "th", "card", "eye", "derm", "ortho", "em", "dme", "lab", "anes", "drug", "ob", "hosp"]), Set.Keys.Select(n => n.Split('-')[0]).ToHashSet());
    }
}
