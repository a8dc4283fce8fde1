using CsCheck;

namespace CodingAhead.Text.Tests;

public class CodePointsTests
{
    private static readonly string[] Parts = ["a", "b", "ab", "😀", "é", "𝟚", "\uD83D"];

    [Fact]
    public void Offsets_count_what_python_counts() =>
        Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 30].Sample(parts =>
        {
            var text = string.Concat(parts.Select((p, i) => p == "\uD83D" ? p + "x" : p));
            var map = new CodePoints(text);
            var (units, points) = (0, 0);
            foreach (var rune in text.EnumerateRunes())
            {
                Assert.Equal(points, map.FromUtf16(units));
                Assert.Equal(units, map.ToUtf16(points));
                // An offset within a pair is that of its begin.
                if (rune.Utf16SequenceLength == 2) Assert.Equal(points, map.FromUtf16(units + 1));
                units += rune.Utf16SequenceLength;
                points++;
            }

            Assert.Equal(points, map.FromUtf16(text.Length));
            Assert.Equal(text.Length, map.ToUtf16(points));
        });
}
