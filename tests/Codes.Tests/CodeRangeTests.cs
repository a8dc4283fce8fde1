namespace CodingAhead.Codes.Tests;

/// <summary>Blocks and families as coders write them.</summary>
public sealed class CodeRangeTests
{
    [Theory]
    [InlineData("E11", "E11", true)]
    [InlineData("E11", "E1165", true)]
    [InlineData("E11", "E10", false)]
    [InlineData("E11.6", "E1165", true)]
    [InlineData("E11.-", "E119", true)]
    [InlineData("e08-e13", "E139", true)]
    [InlineData("E08-E13", "E14", false)]
    [InlineData("E08-E13", "E07", false)]
    [InlineData("E08–E13", "E08", true)]
    [InlineData("64633-64636", "64635", true)]
    [InlineData("64633-64636", "64637", false)]
    [InlineData("D50-D89", "D499", false)]
    [InlineData("O00-O9A", "O9A53", true)]
    [InlineData("", "anything", true)]
    public void A_range_contains_what_lies_between_its_beginnings(string range, string code, bool contains)
    {
        Assert.True(CodeRange.TryParse(range, out var parsed));
        Assert.Equal(contains, parsed.Contains(code));
    }

    [Theory]
    [InlineData("E13-E08")]
    [InlineData("'; drop")]
    [InlineData("-")]
    [InlineData("E11,E12")]
    [InlineData("E11-E12-E13")]
    [InlineData("S52501A12X")]
    public void What_is_no_range_is_refused(string text) => Assert.False(CodeRange.TryParse(text, out _));
}
