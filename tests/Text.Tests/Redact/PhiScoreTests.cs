using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>The scorer's definitions are those of the corpus's own scorer; the expected figures were computed with it on these invented notes.</summary>
public class PhiScoreTests
{
    private static PhiScore Scored()
    {
        var score = new PhiScore { Missing = 1 };
        score.Add(
            new LabelledNote("a", "Mrs. Ilka Tornquist-Vale, DOB March 4, 1951, of 12 Quarry Lane, Ostwick, OH 44012 was seen.",
                [new(0, 24, "NAME", "rare|patient"), new(30, 43, "DATE"), new(48, 62, "STREET"), new(64, 71, "CITY"), new(76, 81, "ZIP")], [new(73, 75)]),
            [new(5, 24), new(30, 37), new(48, 55), new(64, 75), new(76, 79), new(86, 90)]);
        score.Add(new LabelledNote("b", "No complaints. Lungs clear, 5/5 strength.", [], [], "n"), [new(28, 31)]);
        score.Add(
            new LabelledNote("c", "🙂 Zoë’s MRN AB-12345 and phone 555-0100 ext. 7; Northmere Regional Hospital",
                [new(2, 7, "PERSON"), new(12, 20, "MRN"), new(31, 46, "PHONE"), new(48, 75, "HOSPITAL")], [], "n"),
            [new(2, 5), new(15, 20), new(31, 39), new(48, 57)]);
        return score;
    }

    [Fact]
    public void Totals_are_those_of_the_reference_scorer()
    {
        var score = Scored();
        Assert.Equal((3, 9, 6, 9), (score.Notes, score.Total.Spans, score.Total.Full, score.Total.Any));
        Assert.Equal(0.875, (double)score.Total.Covered / score.Total.Required, 12);
        Assert.Equal(0.8235294117647058, score.TokenPrecision, 12);
        Assert.Equal(0.21428571428571427, score.OverRedaction, 12);
        Assert.Equal(0.3333333333333333, score.LeakFree, 12);
        Assert.Equal((1, 1), (score.Negative, score.NegativeTouched));
    }

    [Theory]
    [InlineData("GEO", 4, 0.5, 0.7576)]
    [InlineData("NAME", 2, 1.0, 1.0)]
    [InlineData("DATE", 1, 1.0, 1.0)]
    [InlineData("MRN", 1, 1.0, 1.0)]
    [InlineData("PHONE", 1, 0.0, 0.875)]
    public void Classes_are_those_of_the_reference_scorer(string name, int spans, double full, double characters)
    {
        var count = Scored().ByClass[name];
        Assert.Equal(spans, count.Spans);
        Assert.Equal(full, count.Recall, 4);
        Assert.Equal(characters, (double)count.Covered / count.Required, 4);
    }

    [Fact]
    public void A_leak_is_listed_by_its_place_not_by_its_value() =>
        Assert.Equal([("a", 48, 62), ("a", 76, 81), ("c", 31, 46)], Scored().Leaks.Select(l => (l.Id, l.Start, l.End)));

    [Fact]
    public void The_lower_bound_of_all_of_ten_is_not_one() => Assert.Equal(0.7225, PhiScore.Lower(10, 10), 4);
}
