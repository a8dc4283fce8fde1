using CodingAhead.Text.Detect;

namespace CodingAhead.Site.Detect;

/// <summary>A note cut into pieces, each plain or marked; together they are the note.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Kind">Null: plain. <c>coded</c>, <c>cue</c>, how a coded one is spoken of, or why a mention is not coded: <c>negated family uncertain historical …</c></param>
/// <param name="Ids">The places on the page that the piece is, to jump to: one for every mark that covers or touches it; none of plain text and cues.</param>
/// <param name="Targets">Where the piece leads, the surest first: the codes it is evidence of, and the rejections.</param>
/// <param name="Says">What is read out and shown of it.</param>
public sealed record NotePiece(string Text, string? Kind, IReadOnlyList<string> Ids, IReadOnlyList<string> Targets, string Says)
{
    private const int Coded = 0, Rejected = 1, Cue = 2;

    private sealed record Placed(int Start, int End, string Kind)
    {
        public List<string> Ids { get; } = [];

        public List<string> Targets { get; } = [];

        public List<string> Says { get; } = [];
    }

    /// <summary>
    /// Cuts a note. Where marks overlap, evidence of a code goes before a rejected mention and that before a cue; of two alike the one that begins first, then the longer. What has no
    /// place of its own shares that of the mark it overlaps, so that whatever leads to it arrives.
    /// </summary>
    public static IReadOnlyList<NotePiece> Of(string text, DetectResult result)
    {
        var marks = new List<(int Start, int End, int Rank, string Kind, string? Id, string Target, string Says)>();
        foreach (var code in result.Codes)
        {
            // What is coded of a relative or of the past is no disease that the patient has.
            var kind = code.Assertion is "family" or "historical" ? code.Assertion : History(code.Code) ?? "coded";
            for (var i = 0; i < code.Evidence.Count; i++)
                marks.Add((code.Evidence[i].Start, code.Evidence[i].End, Coded, kind, EvidenceId(code.Rank, i), CodeId(code.Rank), $"{code.Code} {code.Title}"));
        }

        for (var i = 0; i < result.Rejected.Count; i++)
        {
            var mention = result.Rejected[i];
            marks.Add((mention.Where.Start, mention.Where.End, Rejected, mention.Reason, MentionId(i), RejectedId(i), $"{mention.Code} not coded: {mention.Reason}"));
            if (mention.Cue is { } cue) marks.Add((cue.Start, cue.End, Cue, "cue", null, RejectedId(i), $"Why {mention.Code} is not coded"));
        }

        // The surer mark takes its place first.
        marks.Sort(static (a, b) => a.Rank != b.Rank ? a.Rank - b.Rank : a.Start != b.Start ? a.Start - b.Start : b.End - a.End);
        var placed = new SortedList<int, Placed>();
        var by = new Placed?[text.Length];
        foreach (var m in marks)
        {
            if (m.Start < 0 || m.End > text.Length || m.End <= m.Start) continue;
            var place = by.AsSpan(m.Start, m.End - m.Start);
            var shared = Shared(place);
            if (shared is null)
            {
                placed.Add(m.Start, shared = new Placed(m.Start, m.End, m.Kind));
                place.Fill(shared);
            }

            if (m.Id is not null) shared.Ids.Add(m.Id);
            if (!shared.Targets.Contains(m.Target)) shared.Targets.Add(m.Target);
            if (!shared.Says.Contains(m.Says)) shared.Says.Add(m.Says);
        }

        var pieces = new List<NotePiece>();
        var at = 0;
        foreach (var (start, mark) in placed)
        {
            if (start > at) pieces.Add(Plain(text[at..start]));
            pieces.Add(new NotePiece(text[start..mark.End], mark.Kind, mark.Ids, mark.Targets, string.Join("; ", mark.Says)));
            at = mark.End;
        }

        if (at < text.Length) pieces.Add(Plain(text[at..]));
        return pieces;
    }

    // Blocks Z80-Z84 and Z85-Z87 of chapter 21: family and personal history.
    private static string? History(string code) => code.AsSpan(0, Math.Min(3, code.Length)) switch
    {
        "Z80" or "Z81" or "Z82" or "Z83" or "Z84" => "family",
        "Z85" or "Z86" or "Z87" => "historical",
        _ => null,
    };

    private static NotePiece Plain(string text) => new(text, null, [], [], "");

    private static Placed? Shared(ReadOnlySpan<Placed?> place)
    {
        foreach (var p in place)
        {
            if (p is not null) return p;
        }

        return null;
    }

    /// <summary>Where evidence of a code stands on the page.</summary>
    public static string EvidenceId(int rank, int n) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e{rank}-{n}");

    /// <summary>Where a code stands on the page.</summary>
    public static string CodeId(int rank) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{rank}");

    /// <summary>Where a rejected mention stands in the note.</summary>
    public static string MentionId(int n) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"m{n}");

    /// <summary>Where a rejected mention stands in the list.</summary>
    public static string RejectedId(int n) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"r{n}");
}
