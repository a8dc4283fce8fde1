using CodingAhead.Codes.Page;
using CodingAhead.Codes.Tests.Modifiers;

namespace CodingAhead.Codes.Tests.Page;

public sealed class IndicatorValueTests(ModifierBook small) : IClassFixture<ModifierBook>
{
    private static readonly DateOnly On = new(2025, 10, 15);

    [Theory]
    [InlineData("bilateral", "1", "27447 64493 64635")]
    [InlineData("bilateral", "3", "76641")]
    [InlineData("multiple", "5", "97110 97161")]
    [InlineData("status", "J", "00100")]
    [InlineData("global-days", "010", "64635 67800")]
    [InlineData("pctc", "1", "71046 76641")] // the row of the whole service, once
    [InlineData("status", "G", "")]
    [InlineData("opps-status", "J1", "")] // not loaded here
    public void The_codes_with_a_value_are_those_of_the_date(string kind, string value, string codes)
    {
        var of = IndicatorValues.Kinds.Single(k => k.Id == kind);
        Assert.Equal(codes, string.Join(' ', IndicatorValues.CodesWith(small.Book, of, value, On).Select(c => c.Code)));
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, IndicatorValues.Of(small.Book, of, On).Single(v => v.Value == value).Codes);
    }

    [Fact]
    public void An_edition_that_is_over_is_marked_and_none_is_said()
    {
        var bilateral = IndicatorValues.Kinds.Single(k => k.Id == "bilateral");
        Assert.False(Assert.Single(IndicatorValues.Editions(small.Book, bilateral, On)).Stale);
        Assert.True(Assert.Single(IndicatorValues.Editions(small.Book, bilateral, new DateOnly(2027, 1, 1))).Stale);
        Assert.Empty(IndicatorValues.Editions(small.Book, bilateral, new DateOnly(2025, 9, 30)));
        Assert.Single(IndicatorValues.CodesWith(small.Book, bilateral, "1", new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void Every_kind_has_its_meanings() => Assert.All(IndicatorValues.Kinds, k => Assert.NotEmpty(IndicatorValues.Of(small.Book, k, On)));
}
