using CodingAhead.Text.Detect;
using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>What redaction does to coding, counted on invented notes whose detection is written out here.</summary>
public class CodingKeptTests
{
    private const string Text = "Mr. Ostwick has gout. His asthma is stable.";

    private static DetectResult Found(params (string Code, int Start)[] terms) => new(
        "FY2026", new DateOnly(2026, 1, 1),
        [.. terms.Select(static t => new DetectedCode(t.Code, "", true, 1, 0.9, "high", "secondary", "present", "", [new Text.Detect.Span(t.Start, t.Start + 4, t.Start, t.Start + 4)], [], [], [], [], []))], [], [], [], []);

    private static RedactionResult Redaction() => new Redactor().Redact(Text);

    [Fact]
    public void A_term_is_kept_where_it_moved_to()
    {
        var (redaction, kept) = (Redaction(), new CodingKept());
        var shift = redaction.Text.Length - Text.Length;
        kept.Add("a", redaction, Found(("M10.9", 16), ("J45.909", 26)), Found(("M10.9", 16 + shift), ("J45.909", 26 + shift)));
        Assert.Equal((1, 1, 2, 2, 2, 2, 0), (kept.Notes, kept.Same, kept.Terms, kept.Kept, kept.Codes, kept.CodesKept, kept.CodesAdded));
    }

    [Fact]
    public void A_term_at_another_place_or_with_another_code_is_lost()
    {
        var (redaction, kept) = (Redaction(), new CodingKept());
        var shift = redaction.Text.Length - Text.Length;
        kept.Add("a", redaction, Found(("M10.9", 16), ("J45.909", 26)), Found(("M10.9", 17 + shift), ("J45.901", 26 + shift)));
        Assert.Equal((0, 2, 0, 2, 1, 1), (kept.Same, kept.Terms, kept.Kept, kept.Codes, kept.CodesKept, kept.CodesAdded));
        Assert.Equal([("M10.9", "name-title", true), ("J45.909", "name-title", true)], kept.Lost.Select(static l => (l.Code, l.Rule, l.Whole)));
    }

    [Fact]
    public void A_replaced_term_names_the_rule_that_took_it()
    {
        var (redaction, kept) = (Redaction(), new CodingKept());
        kept.Add("a", redaction, Found(("Z99.9", 4)), Found());
        Assert.Equal(new LostTerm("a", "Z99.9", 4, 8, "name-title", false), Assert.Single(kept.Lost));
    }
}
