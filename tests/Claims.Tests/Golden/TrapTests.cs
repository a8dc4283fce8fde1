using CodingAhead.Claims.Tests.Edits;
using CodingAhead.Claims.Tests.Payment;

namespace CodingAhead.Claims.Tests.Golden;

/// <summary>What claim programs are known to get wrong, as far as the tables of the rules and of the prices (WrongPriceTests) do not have it already: the trap, a claim of 2026-05-15, and what is so.</summary>
[Collection(nameof(MirrorClaims))]
public sealed class TrapTests(MirrorClaims mirror)
{
    [Theory]
    // editions and dates
    [InlineData("a deleted pair stays in the file", "97140; 97530", "ncci-ptp -")] // until 2019-12-31
    [InlineData("a pair has several rows, one of them in force", "22612; 22630", "ncci-ptp fail")] // 9 in 2006, 1 since
    [InlineData("an indicator of 9 is no denial", "29827; 29823", "ncci-ptp -")]
    // add-on codes
    [InlineData("type 1: one of those listed", "92547", "addon fail")]
    [InlineData("type 1: beside one of those listed", "92540; 92547", "addon -")]
    [InlineData("type 2: the contractor's own list", "15777", "addon not-checked")]
    [InlineData("type 3: one of those listed, or the contractor's", "88311", "addon not-checked")]
    [InlineData("type 3: beside one of those listed", "88311; 88305", "addon -")]
    [InlineData("type 2 until the end of 2017, type 1 since", "37252 on 2017-06-01", "addon not-checked")]
    [InlineData("type 2 until the end of 2017, type 1 since", "37252", "addon fail")]
    [InlineData("type 1 until the end of 2022, type 3 since", "20701 on 2022-12-31", "addon fail")]
    [InlineData("type 1 until the end of 2022, type 3 since", "20701 on 2023-01-01", "addon not-checked")]
    // limits
    [InlineData("MAI 1 is of the line", "A0425 x250; A0425-76 x250", "ncci-mue -")]
    [InlineData("MAI 1 is of the line", "A0425 x251", "ncci-mue fail")]
    [InlineData("MAI 2 is of the day", "11055; 11055-59", "ncci-mue fail")]
    [InlineData("MAI 3 is of the day", "64636 x2; 64636-XS x3", "ncci-mue fail")]
    public void A_rule_is_not_fooled(string trap, string lines, string finding) => Same(trap, finding, Typed.Claim(lines, "2026-05-15"));

    [Theory]
    [InlineData("a seventh character is missing", "S52.501", "dx-billable fail")]
    [InlineData("a seventh character is there", "S52.501A", "dx-billable -")]
    [InlineData("a placeholder is missing", "W19.A", "dx-valid fail")]
    [InlineData("placeholders alone make no code", "W19.XXX", "dx-valid fail")]
    [InlineData("a code of six takes no seventh", "M47.816A", "dx-valid fail")]
    [InlineData("a dash is no code", "E08.-", "dx-valid fail")]
    public void A_diagnosis_is_complete_or_not(string trap, string dx, string finding)
    {
        var rules = mirror.Check(Typed.Claim("99213", "2026-05-15", dx)).Findings.Where(f => f.Rule is Rules.DxValid or Rules.DxBillable).Select(f => $"{f.Rule} {Typed.Id(f.Outcome)}");
        Assert.Equal($"{trap}: {finding}", $"{trap}: {string.Join(' ', rules.DefaultIfEmpty("dx-billable -"))}");
    }

    [Theory]
    [InlineData("64635; 77003")]
    [InlineData("77003; 64635")]
    public void Column_1_is_paid_whichever_line_comes_first(string lines) =>
        Assert.StartsWith("77003 is not paid beside 64635", Assert.Single(mirror.Check(Typed.Claim(lines, "2026-05-15")).Findings, f => f.Rule == Rules.NcciPtp).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("99291 2026-05-14 same", "bypassed")] // past midnight
    [InlineData("99291 2026-05-14 group", "bypassed")]
    [InlineData("99291 2026-05-13 same", "fail")]
    [InlineData("99291 2026-05-15 other", "fail")]
    public void Critical_care_may_follow_a_first_hour_of_the_group_or_of_the_day_before(string history, string expected) =>
        Assert.Equal(expected, mirror.Outcomes(Rules.AddOn, Typed.Claim("99292", "2026-05-15", history: history)));

    [Theory]
    [InlineData("27447-82", "np-pa", "AS instead of 82")]
    [InlineData("27447-AS", "physician", "80, or 82")]
    public void Modifier_82_is_a_physicians_and_AS_is_not(string lines, string kind, string fix)
    {
        var claim = Typed.Claim(lines, "2026-05-15");
        Assert.Contains(mirror.Check(claim with { Provider = claim.Provider with { Kind = kind } }).Findings, f => f.Rule == Rules.ModifierAssistant && f.Outcome == Outcome.Fail && f.Fix!.Contains(fix, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("78", "return to the operating room")]
    [InlineData("79", "unrelated")]
    [InlineData("58", "planned")]
    public void Modifier_78_is_related_and_79_is_not(string modifier, string condition)
    {
        var found = Assert.Single(mirror.Check(Typed.Claim($"20610-{modifier}", history: "27447 2025-10-01")).Findings, f => f.Rule == Rules.GlobalPeriod);
        Assert.Contains(condition, found.Condition, StringComparison.Ordinal);
        Assert.Equal(modifier == "79", found.Condition!.Contains("unrelated", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("64635 x2", "more than 1 can never be paid")] // MAI 2
    [InlineData("64636 x5", "on the day; more than 4 are denied unless the record supports them")] // MAI 3
    public void A_limit_of_the_day_is_no_limit_of_an_encounter(string lines, string says)
    {
        var message = Assert.Single(mirror.Check(Typed.Claim(lines, "2026-05-15")).Findings, f => f.Rule == Rules.NcciMue).Message;
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.DoesNotContain("encounter", message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    // where the manuals leave two amounts, one is chosen and the step says the other
    [InlineData("64635-54", "394.01", "where another physician bills 56")]
    [InlineData("64635-50 x2", "985.04", "may read two units as the two sides")] // 656.69 and, second in rank, half of it
    [InlineData("64635; 17000 x2", "437.79; 69.13", "may rank the line as one")]
    [InlineData("64635; 62323; 64493; 11401; 11042; 17000", "437.79; 128.51; 90.20; 79.51; 65.86; -", "half of the fee as a floor")]
    // what has no formula says so
    [InlineData("00630-AA m60 @21", "-", "base units")]
    [InlineData("0213T", "-", "Status C")]
    // rarely or never there is no amount of zero
    [InlineData("27447 @11", "1404.51", "non-facility fee")]
    public void A_price_says_what_it_leaves_open(string claim, string amounts, string says)
    {
        var result = mirror.Price(Shorthand.Claim(claim));
        Assert.Equal(amounts, Shorthand.Amounts(result));
        var line = result.Lines[^1];
        Assert.Contains(says, string.Join(' ', [.. line.Steps.Select(s => $"{s.What} {s.How}"), line.NotPriced]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("J1885", "0.30", "0.303 × 1 = 0.30")]
    [InlineData("J1885 x2", "0.61", "0.303 × 2 = 0.61")] // not twice 0.30
    [InlineData("J0585 x100", "649.70", "6.497 × 100 = 649.70")]
    public void A_hospital_drug_is_rounded_once_after_its_units(string claim, string amount, string how)
    {
        var line = Assert.Single(mirror.Price(Shorthand.Claim(claim, setting: Setting.OutpatientHospital)).Lines);
        Assert.Equal((amount, how), (Shorthand.Amounts(mirror.Price(Shorthand.Claim(claim, setting: Setting.OutpatientHospital))), line.Steps[^1].How));
        Assert.Equal(decimal.Round(line.Amount!.Value, 2), line.Amount);
    }

    private void Same(string trap, string finding, Claim claim)
    {
        var rule = finding[..finding.IndexOf(' ', StringComparison.Ordinal)];
        var found = mirror.Outcomes(rule, claim);
        Assert.Equal($"{trap}: {finding}", $"{trap}: {rule} {(found.Length == 0 ? "-" : found)}");
    }
}
