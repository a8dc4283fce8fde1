using CodingAhead.Text.Detect;

namespace CodingAhead.Site.Detect;

/// <summary>A note cut into pieces, each plain or marked; together they are the note.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Kind">Null: plain. <c>coded</c>, <c>cue</c>, or why the mention is not coded: <c>negated family uncertain historical …</c></param>
/// <param name="Id">The mark's place on the page, to jump to; null for plain text and cues.</param>
/// <param name="Target">Where the mark leads: its code or its rejection.</param>
/// <param name="Says">What is read out and shown of it.</param>
public readonly record struct NotePiece(string Text, string? Kind, string? Id, string? Target, string? Says)
{
    private const int Coded = 0, Rejected = 1, Cue = 2;

    /// <summary>
    /// Cuts a note. Where marks overlap, evidence of a code goes before a rejected mention and that before a cue; of two alike the one that begins first, then the longer.
    /// </summary>
    public static IReadOnlyList<NotePiece> Of(string text, DetectResult result)
    {
        var marks = new List<(int Start, int End, int Rank, string Kind, string? Id, string? Target, string Says)>();
        foreach (var code in result.Codes)
        {
            for (var i = 0; i < code.Evidence.Count; i++)
                marks.Add((code.Evidence[i].Start, code.Evidence[i].End, Coded, "coded", EvidenceId(code.Rank, i), CodeId(code.Rank), $"{code.Code} {code.Title}"));
        }

        for (var i = 0; i < result.Rejected.Count; i++)
        {
            var mention = result.Rejected[i];
            marks.Add((mention.Where.Start, mention.Where.End, Rejected, mention.Reason, MentionId(i), RejectedId(i), $"{mention.Code} not coded: {mention.Reason}"));
            if (mention.Cue is { } cue) marks.Add((cue.Start, cue.End, Cue, "cue", null, RejectedId(i), $"Why {mention.Code} is not coded"));
        }

        // The surer mark takes its place first; what overlaps a taken place is left out.
        marks.Sort(static (a, b) => a.Rank != b.Rank ? a.Rank - b.Rank : a.Start != b.Start ? a.Start - b.Start : b.End - a.End);
        var placed = new SortedList<int, (int End, string Kind, string? Id, string? Target, string Says)>();
        var taken = new bool[text.Length];
        foreach (var m in marks)
        {
            if (m.Start < 0 || m.End > text.Length || m.End <= m.Start || taken.AsSpan(m.Start, m.End - m.Start).Contains(true)) continue;
            taken.AsSpan(m.Start, m.End - m.Start).Fill(true);
            placed.Add(m.Start, (m.End, m.Kind, m.Id, m.Target, m.Says));
        }

        var pieces = new List<NotePiece>();
        var at = 0;
        foreach (var (start, mark) in placed)
        {
            if (start > at) pieces.Add(new NotePiece(text[at..start], null, null, null, null));
            pieces.Add(new NotePiece(text[start..mark.End], mark.Kind, mark.Id, mark.Target, mark.Says));
            at = mark.End;
        }

        if (at < text.Length) pieces.Add(new NotePiece(text[at..], null, null, null, null));
        return pieces;
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
