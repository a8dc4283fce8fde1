using System.Globalization;
using CodingAhead.Codes.Page;
using CodingAhead.Codes.Tests.Modifiers;

namespace CodingAhead.Codes.Tests.Page;

public sealed class PairTests(ModifierBook small) : IClassFixture<ModifierBook>
{
    private static readonly CodeKey Code = CodeKey.Of(CodeSet.Cpt, "64635");

    [Theory]
    [InlineData("2024-08-01", "both", null, null, false, "27447 64493 64493 99213")]
    [InlineData("2024-08-01", "column1", null, null, false, "64493 99213")]
    [InlineData("2024-08-01", "column2", null, null, false, "27447 64493")]
    [InlineData("2024-08-01", "both", "outpatient-hospital", null, false, "64493")]
    [InlineData("2024-08-01", "both", "practitioner", 0, false, "27447")]
    [InlineData("2024-08-01", "both", null, 1, false, "64493 99213")]
    [InlineData("2024-08-01", "both", null, null, true, "27447 27447 27447 64493 64493 71046 99213")] // ended pairs and the one taken back
    [InlineData("2024-08-01", "both", null, 9, true, "71046")]
    [InlineData("2019-05-01", "column1", null, null, false, "27447 64493 99213")]
    [InlineData("2019-06-15", "column1", null, null, false, "64493 99213")] // its pair with 27447 ended on 2019-05-31
    public void Pairs_are_those_in_force_on_the_date_sorted_by_the_other_code(string on, string direction, string? setting, int? indicator, bool all, string partners)
    {
        var page = PairList.Of(small.Book, new PairQuery(Code, Day(on)) { Direction = direction, Setting = setting, Indicator = indicator, All = all });
        Assert.Equal(partners, string.Join(' ', page.Pairs.Select(p => p.Partner.Code)));
        Assert.Equal(page.Pairs.Count, page.Total);
        Assert.All(page.Pairs, p => Assert.Contains(page.Sources, s => s.Id == p.Source));
    }

    [Fact]
    public void An_earlier_edition_is_marked_and_a_later_one_is_never_used()
    {
        Assert.Equal(("2024 Q3", false), Edition("2024-08-01"));
        Assert.Equal(("2024 Q3", true), Edition("2025-10-15"));
        Assert.Equal(("2019 Q2", true), Edition("2023-01-01"));
        Assert.Equal((null, false), Edition("2018-01-01"));

        (string?, bool) Edition(string on) => PairList.Of(small.Book, new PairQuery(Code, Day(on))) is var page ? (page.Edition, page.Stale) : default;
    }

    [Fact]
    public void Pages_follow_one_another_without_gap_or_repeat()
    {
        var query = new PairQuery(Code, new DateOnly(2024, 8, 1)) { All = true, Limit = 2 };
        var whole = PairList.Of(small.Book, query with { Limit = 100 });
        var pieces = Enumerable.Range(0, 5).SelectMany(i => PairList.Of(small.Book, query with { Offset = i * 2 }).Pairs).ToList();
        Assert.Equal(whole.Pairs.Select(Key), pieces.Select(Key));
        Assert.Equal(7, whole.Total);

        static (string, string, string, DateOnly?, int) Key(PairRow p) => (p.Column1, p.Column2, p.Setting, p.From, p.Indicator);
    }

    [Theory]
    [InlineData("992", "99213")]
    [InlineData("27447", "27447")]
    [InlineData("nothing has this", "")]
    public void A_search_is_the_beginning_of_the_other_code_or_words_of_its_title(string text, string partners) =>
        Assert.Equal(partners, string.Join(' ', PairList.Of(small.Book, new PairQuery(Code, new DateOnly(2024, 8, 1)) { Text = text }).Pairs.Select(p => p.Partner.Code)));

    [Theory]
    [InlineData("27447", "2024-08-01", "practitioner", "in-force", "27447", 0)]
    [InlineData("27447", "2024-08-01", "outpatient-hospital", "no-pair", null, null)]
    [InlineData("64493", "2024-08-01", "practitioner", "in-force", "64635", 1)]
    [InlineData("64493", "2024-08-01", "outpatient-hospital", "in-force", "64493", 0)] // the columns are the other way round there
    [InlineData("71046", "2024-08-01", "practitioner", "no-pair", null, null)] // indicator 9 denies nothing
    [InlineData("64493", "2018-01-01", "practitioner", "not-checked", null, null)]
    public void Two_codes_are_answered_for_each_setting(string other, string on, string setting, string state, string? column1, int? indicator)
    {
        foreach (var (a, b) in new[] { (Code, CodeKey.Of(CodeSet.Cpt, other)), (CodeKey.Of(CodeSet.Cpt, other), Code) })
        {
            var answer = TwoCodes.Of(small.Book, a, b, Day(on));
            var found = answer.Settings.Single(s => s.Setting == setting);
            Assert.Equal((state, column1, indicator), (found.State, found.Column1, found.Indicator));
        }
    }

    [Fact]
    public void The_history_of_a_pair_has_its_ended_rows_and_its_other_direction()
    {
        var answer = TwoCodes.Of(small.Book, Code, CodeKey.Of(CodeSet.Cpt, "27447"), new DateOnly(2024, 8, 1));
        Assert.Equal(
            [("27447", 0, "2024-04-01"), ("64635", 1, "2015-01-01"), ("27447", 1, "2012-01-01")],
            answer.History.Select(h => (h.Column1, h.Indicator, h.From!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        Assert.Empty(answer.Modifiers);
    }

    [Fact]
    public void A_modifier_that_never_fits_the_codes_is_not_offered()
    {
        var offered = TwoCodes.Of(small.Book, Code, CodeKey.Of(CodeSet.Cpt, "64493"), new DateOnly(2024, 8, 1)).Modifiers.Select(m => m.Code).ToList();
        Assert.Contains("59", offered);
        Assert.Contains("XS", offered);
        Assert.Contains("58", offered);
        Assert.DoesNotContain(offered, m => m is "F1" or "TA" or "E1" or "LC" or "25" or "27" or "91");
        Assert.DoesNotContain("22", offered);
    }

    private static DateOnly Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);
}
