using System.Text;
using CodingAhead.Codes.Search;
using CsCheck;

namespace CodingAhead.Codes.Tests.Search;

public sealed class SpellerTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char["abc"], 0, 9];

    [Theory]
    [InlineData("fistula", "fistula", 0)]
    [InlineData("fistula", "fistyla", 1)]
    [InlineData("fistula", "fistla", 1)]
    [InlineData("fistula", "fisttula", 1)]
    [InlineData("fistula", "fsitula", 1)]
    [InlineData("neoplasia", "neolpaisa", 2)]
    [InlineData("", "abc", 3)]
    public void Counts_edits(string a, string b, int edits) => Assert.Equal(edits, Distance(a, b, 9));

    [Fact]
    public void Is_the_same_both_ways() => Gen.Select(Word, Word).Sample((a, b) => Distance(a, b, 9) == Distance(b, a, 9));

    [Fact]
    public void Is_zero_for_the_same_word_only() => Gen.Select(Word, Word).Sample((a, b) => (Distance(a, b, 9) == 0) == (a == b));

    [Fact]
    public void Is_at_least_the_difference_of_the_lengths() => Gen.Select(Word, Word).Sample((a, b) => Distance(a, b, 9) >= Math.Abs(a.Length - b.Length));

    [Fact]
    public void Stops_one_above_the_limit() =>
        Gen.Select(Word, Word, Gen.Int[0, 4]).Sample((a, b, limit) => Distance(a, b, limit) == Math.Min(Distance(a, b, 20), limit + 1));

    private static int Distance(string a, string b, int limit) => Speller.Distance(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b), limit);
}
