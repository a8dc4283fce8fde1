using CodingAhead.Site.Detect;
using CodingAhead.Text.Detect;

namespace CodingAhead.Site.Tests;

/// <summary>A note with its marks: whatever leads to a place of it arrives, whose words they are is told by colour, and the pieces are the note.</summary>
public sealed class MarkedNoteTests
{
    private const string Note = "Aunt: gout. Old burn, old scar of the old burn.";

    [Fact]
    public void Marks_that_overlap_share_one_place_and_every_id_is_on_the_page()
    {
        var pieces = NotePiece.Of(Note, Result(
            [Code("L90.5", 1, "present", At("scar of the old burn"), At("scar")), Code("T30.0", 2, "present", At("old burn.")), Code("M10.9", 3, "family", At("gout"), At("Aunt"))],
            [new RejectedMention("L90.-", "", "integral", At("old scar"), At("old scar of"), "", null)]));
        Assert.Equal(Note, string.Concat(pieces.Select(p => p.Text)));
        var ids = pieces.SelectMany(p => p.Ids).ToList();
        Assert.Equal(["e1-0", "e1-1", "e2-0", "e3-0", "e3-1", "m0"], ids.Order(StringComparer.Ordinal));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var shared = Assert.Single(pieces, p => p.Ids.Contains("e1-0"));
        Assert.Equal(("scar of the old burn", "coded", "c1 c2 r0"), (shared.Text, shared.Kind, string.Join(' ', shared.Targets)));
        Assert.Equal("L90.5 title; T30.0 title; L90.- not coded: integral; Why L90.- is not coded", shared.Says);
    }

    [Theory]
    [InlineData("M10.9", "present", "coded")]
    [InlineData("M10.9", "family", "family")]
    [InlineData("M10.9", "historical", "historical")]
    [InlineData("Z82.61", "present", "family")]
    [InlineData("Z87.39", "present", "historical")]
    [InlineData("Z88.0", "present", "coded")]
    public void What_is_of_a_relative_or_of_the_past_does_not_look_like_a_disease_of_the_patient(string code, string assertion, string kind) =>
        Assert.Equal(kind, Assert.Single(NotePiece.Of(Note, Result([Code(code, 1, assertion, At("gout"))], [])), p => p.Kind is not null).Kind);

    private static Text.Detect.Span At(string words) => Note.IndexOf(words.TrimEnd('.'), StringComparison.Ordinal) is var at ? new(at, at + words.TrimEnd('.').Length, 0, 0) : default;

    private static DetectedCode Code(string code, int rank, string assertion, params Text.Detect.Span[] evidence) =>
        new(code, "title", true, rank, 1, "high", "secondary", assertion, "", evidence, [], [], [], [], []);

    private static DetectResult Result(IReadOnlyList<DetectedCode> codes, IReadOnlyList<RejectedMention> rejected) => new("FY2026", new DateOnly(2026, 3, 1), codes, rejected, [], [], []);
}
