using CodingAhead.Codes.Import;
using CodingAhead.Codes.Modifiers;
using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Tests.Modifiers;

public sealed class ModifierVerdictTests(ModifierBook small) : IClassFixture<ModifierBook>
{
    [Fact]
    public void Every_small_release_is_read() => Assert.Empty(small.Report.Errors.Select(e => e.Message));

    [Theory]
    // a nerve destruction at the spine: bilateral 1, global 010, assistant 1, no co-surgeons, no split
    [InlineData("64635", "50", "pays-differently", "150 percent")]
    [InlineData("64635", "51", "pays-differently", "50 percent")]
    [InlineData("64635", "LT", "informational", "Bilateral indicator 1")]
    [InlineData("64635", "RT", "informational", "Bilateral indicator 1")]
    [InlineData("64635", "80", "never", "Assistant indicator 1")]
    [InlineData("64635", "82", "never", "Assistant indicator 1")]
    [InlineData("64635", "AS", "never", "Assistant indicator 1")]
    [InlineData("64635", "62", "never", "Co-surgeon indicator 0")]
    [InlineData("64635", "66", "never", "Team indicator 0")]
    [InlineData("64635", "26", "never", "PC/TC indicator 0")]
    [InlineData("64635", "TC", "never", "PC/TC indicator 0")]
    [InlineData("64635", "22", "allowed", "by report")]
    [InlineData("64635", "52", "allowed", "by report")]
    [InlineData("64635", "53", "allowed", "by report")]
    [InlineData("64635", "54", "pays-differently", "Global days 010")]
    [InlineData("64635", "55", "pays-differently", "Global days 010")]
    [InlineData("64635", "56", "informational", "Global days 010")]
    [InlineData("64635", "58", "allowed", "Global days 010")]
    [InlineData("64635", "78", "pays-differently", "operating share")]
    [InlineData("64635", "79", "allowed", "Global days 010")]
    [InlineData("64635", "59", "allowed", "documented separate service")]
    [InlineData("64635", "XS", "allowed", "documented separate service")]
    [InlineData("64635", "24", "never", "Not a visit")]
    [InlineData("64635", "25", "never", "Not a visit")]
    [InlineData("64635", "57", "never", "Not a visit")]
    [InlineData("64635", "AA", "never", "Not an anesthesia code")]
    [InlineData("64635", "91", "never", "Not a laboratory code")]
    // a joint replacement
    [InlineData("27447", "80", "pays-differently", "16 percent of the fee")]
    [InlineData("27447", "82", "pays-differently", "16 percent of the fee")]
    [InlineData("27447", "AS", "pays-differently", "85 percent of the assistant's 16 percent")]
    [InlineData("27447", "62", "pays-differently", "62.5 percent")]
    [InlineData("33533", "62", "pays-differently", "with documentation")]
    [InlineData("33533", "66", "pays-differently", "by report")]
    [InlineData("33533", "80", "pays-differently", "with documentation")]
    [InlineData("67800", "66", "pays-differently", "with documentation")]
    [InlineData("67800", "50", "never", "already covers both sides")]
    [InlineData("33533", "50", "never", "Bilateral indicator 0")]
    [InlineData("64493", "54", "never", "Global days 000")]
    [InlineData("64493", "78", "allowed", "in full")]
    // visits
    [InlineData("99213", "25", "allowed", "A visit")]
    [InlineData("99213", "24", "allowed", "A visit")]
    [InlineData("99213", "57", "allowed", "A visit")]
    [InlineData("99213", "95", "informational", "video")]
    [InlineData("99213", "93", "informational", "sound only")]
    [InlineData("99213", "50", "never", "Bilateral indicator 0")]
    [InlineData("99213", "59", "never", "25")]
    [InlineData("99213", "22", "never", "level")]
    [InlineData("99213", "76", "never", "A visit")]
    [InlineData("99213", "80", "never", "Not surgery")]
    // images and tests
    [InlineData("71046", "26", "pays-differently", "PC/TC indicator 1")]
    [InlineData("71046", "TC", "pays-differently", "PC/TC indicator 1")]
    [InlineData("71046", "51", "informational", "Multiple procedure indicator 4")]
    [InlineData("76641", "50", "pays-differently", "each side pays in full")]
    [InlineData("93010", "26", "never", "PC/TC indicator 2")]
    [InlineData("93005", "TC", "never", "PC/TC indicator 3")]
    [InlineData("93000", "26", "never", "PC/TC indicator 4")]
    [InlineData("96360", "26", "never", "PC/TC indicator 5")]
    [InlineData("84165", "26", "pays-differently", "PC/TC indicator 6")]
    [InlineData("84165", "TC", "never", "PC/TC indicator 6")]
    [InlineData("80053", "90", "informational", "another laboratory")]
    [InlineData("80053", "91", "allowed", "new result")]
    [InlineData("45378", "53", "pays-differently", "row of its own")]
    [InlineData("45378", "PT", "pays-differently", "screening")]
    // therapy and anesthesia
    [InlineData("97110", "GP", "allowed", "GP, GO and GN")]
    [InlineData("97110", "CQ", "pays-differently", "85 percent")]
    [InlineData("97161", "CQ", "never", "evaluation")]
    [InlineData("97110", "KX", "informational", "threshold")]
    [InlineData("00100", "AA", "allowed", "in full")]
    [InlineData("00100", "QK", "pays-differently", "50 percent")]
    [InlineData("00100", "QZ", "allowed", "in full")]
    [InlineData("00100", "P3", "informational", "Medicare pays nothing")]
    // places on the body
    [InlineData("26055", "F1", "informational", "finger")]
    [InlineData("26055", "T1", "never", "no toe")]
    [InlineData("28285", "TA", "informational", "toe")]
    [InlineData("28285", "FA", "never", "no finger")]
    [InlineData("67800", "E1", "informational", "eyelid")]
    [InlineData("92928", "LD", "informational", "coronary artery")]
    [InlineData("92928", "E4", "never", "no eyelid")]
    public void A_verdict_follows_from_the_indicators(string code, string modifier, string verdict, string says)
    {
        var found = Assert.Single(small.Page(code).Modifiers!, m => m.Code == modifier);
        Assert.Equal(verdict, found.Verdict);
        Assert.Contains(says, found.Because, StringComparison.Ordinal);
        Assert.DoesNotContain("{", found.Because, StringComparison.Ordinal);
        Assert.NotNull(found.Source);
    }

    [Theory]
    [InlineData("33533", "LC")] // a bypass graft is at the heart: whether a coronary modifier fits is not ours to say
    [InlineData("64635", "QW")] // no laboratory fee schedule is loaded
    [InlineData("64635", "95")]
    [InlineData("26055", "LT")] // bilateral indicator 0 does not say that a hand has no side
    [InlineData("64635", "KX")]
    [InlineData("99091", "50")] // not valid for Medicare: an indicator of 9 says nothing
    public void Where_nothing_follows_nothing_is_said(string code, string modifier) => Assert.DoesNotContain(small.Page(code).Modifiers!, m => m.Code == modifier);

    [Fact]
    public void A_code_without_indicators_has_no_list_rather_than_a_guess() => Assert.Null(small.Page("64622", "2011-06-30").Modifiers);

    [Fact]
    public void A_verdict_cites_the_row_of_its_indicator()
    {
        var page = small.Page("64635");
        var source = page.Sources.Single(s => s.Id == page.Modifiers!.Single(m => m.Code == "50").Source);
        Assert.Equal(("CMS", "RVU25D", 4), (source.Publisher, source.Edition, source.Line));
        var region = page.Sources.Single(s => s.Id == page.Modifiers!.Single(m => m.Code == "TA").Source);
        Assert.Equal("starter/code-ranges.csv", region.File);
        Assert.True(page.Modifiers!.Single(m => m.Code == "59").Stale);
        Assert.False(page.Modifiers!.Single(m => m.Code == "50").Stale);
    }

    [Theory]
    [InlineData("22", false)]
    [InlineData("76", false)]
    [InlineData("77", false)]
    [InlineData("51", false)]
    [InlineData("59", true)]
    [InlineData("LM", true)]
    [InlineData("27", true)]
    [InlineData("78", true)]
    public void Ncci_associated_modifiers_are_those_of_the_policy_manual(string modifier, bool associated) => Assert.Equal(associated, NcciAssociated.Contains(modifier));

    [Theory]
    [InlineData("59", "2019-06-30", 2)]
    [InlineData("59", "2019-07-01", 3)]
    [InlineData("XS", "2019-06-30", 2)]
    [InlineData("XS", "2019-07-01", 3)]
    [InlineData("XS", "2014-12-31", 0)]
    [InlineData("25", "2010-01-01", 3)]
    [InlineData("22", "2025-01-01", 0)]
    public void The_columns_on_which_a_modifier_counts_depend_on_the_date(string modifier, string on, int columns) =>
        Assert.Equal(columns, NcciAssociated.Columns(modifier, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2016-06-30", "a cut of 5 percent")]
    [InlineData("2017-01-01", "a cut of 15 percent")]
    public void A_rate_is_that_of_the_date(string on, string words)
    {
        var page = CodePageBuilder.Build(small.Book, CodeKey.Of(CodeSet.Modifier, "CT"), DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(words, Assert.Single(page.Effect!.Rules).Because, StringComparison.Ordinal);
        Assert.Equal(2, page.Effect.Rates.Count);
    }

    [Fact]
    public void A_modifiers_page_has_examples_of_its_verdicts()
    {
        var effect = CodePageBuilder.Build(small.Book, CodeKey.Of(CodeSet.Modifier, "50"), new DateOnly(2025, 10, 15)).Effect!;
        Assert.False(effect.NcciAssociated);
        Assert.Equal(150, Assert.Single(effect.Rates).Percent);
        Assert.Contains(effect.Examples.Single(e => e.Verdict == "pays-differently").Codes, c => c.Code is "27447" or "64493" or "64635" or "76641" or "0213T");
        Assert.Contains("bilateral=1", effect.Rules.Select(r => r.When));
    }

    [Theory]
    [InlineData("00103", "00100", "01999", true)]
    [InlineData("0075T", "00100", "01999", false)]
    [InlineData("64635", "64633", "64636", true)]
    [InlineData("64637", "64633", "64636", false)]
    [InlineData("G0439", "G0438", "G0439", true)]
    [InlineData("0042U", "0001U", "9999U", true)]
    [InlineData("0042T", "0001U", "9999U", false)]
    public void A_range_holds_codes_of_its_own_kind(string code, string first, string last, bool within) => Assert.Equal(within, CodeFacts.Within(code, first, last));

    [Fact]
    public void Every_rule_can_be_read_and_says_one_sentence()
    {
        var rules = ModifierRule.Of(small.Book).SelectMany(m => m.Rules).ToList();
        Assert.True(rules.Count > 200, $"{rules.Count} rules");
        Assert.All(rules, r => Assert.NotEmpty(r.When));
        Assert.All(rules, r => Assert.Contains(r.Verdict, ModifierRule.Verdicts));
        Assert.All(rules, r => Assert.Matches("^[A-Z].*[^.]\\.$", r.Because));
        Assert.All(rules.Where(r => r.Because.Contains("{rate}", StringComparison.Ordinal)), r => Assert.NotEmpty(small.Book.Rows(r.Modifier, StarterImporter.ModifierRate)));
        Assert.Throws<FormatException>(() => Condition.Parse("weather=fine"));
        Assert.Throws<FormatException>(() => Condition.Parse("bilateral="));
    }
}

/// <summary>The same on the real releases, where there are any.</summary>
[Collection(nameof(MirrorBook))]
public sealed class MirrorModifierTests(MirrorBook mirror)
{
    [Fact]
    public void Every_rule_decides_for_some_code()
    {
        var decided = new HashSet<ModifierRule>();
        var all = ModifierRule.Of(mirror.Book);
        foreach (var on in (DateOnly[])[new(2025, 10, 15), new(2026, 2, 15), new(2026, 7, 15)])
        {
            foreach (var key in mirror.Book.Keys(CodeSet.Cpt).Concat(mirror.Book.Keys(CodeSet.Hcpcs)))
            {
                var facts = new CodeFacts(new PageReader(mirror.Book, key, on, on));
                foreach (var (_, rules) in all)
                {
                    if (ModifierSection.Decide(rules, facts, on) is { } found) decided.Add(found.Rule);
                }
            }
        }

        // Rules that ended before the releases begin have no code to decide.
        Assert.Empty(all.SelectMany(m => m.Rules).Where(r => r.Row.To is null && !decided.Contains(r)).Select(r => $"{r.Modifier.Code} {string.Join(' ', r.When)}").Distinct());
    }
}
