using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>Turns a finished case into the result: mentions of one code together, in coding order, with offsets in both units.</summary>
internal static class ResultBuilder
{
    private const int MostAlternatives = 5;

    public static DetectResult Build(NoteCase note, string edition)
    {
        var points = new CodePoints(note.Note.Text);
        Span At(int start, int end) => new(start, end, points.FromUtf16(start), points.FromUtf16(end));
        Span Of(int from, int to) => At(note.Note.Words[from].Start, note.Note.Words[to - 1].End);

        var groups = note.Mentions.Where(m => m.Live).GroupBy(m => m.Entry.Code, StringComparer.Ordinal).Select(g => Ranking.Order(g)).ToList();
        Ranking.Sort(groups);
        Ranking.PutFirst(groups);
        var codes = new List<DetectedCode>(groups.Count);
        foreach (var group in groups)
        {
            var lead = group[0];
            var confidence = Confidence.Of(note, group);
            var evidence = new List<Span>();
            foreach (var m in group)
            {
                Place(evidence, Of(m.From, m.To));
                foreach (var (from, to) in m.Also) Place(evidence, Of(from, to));
            }

            codes.Add(new DetectedCode(
                lead.Entry.Display, lead.Entry.Title, lead.Entry.Billable, codes.Count + 1, confidence, Confidence.Band(confidence), Ranking.Role(lead.Entry, codes.Count == 0), Word(lead.Assertion),
                note.Note.Sentences[lead.Sentence].Section.Header, evidence, [.. group.SelectMany(m => m.Found).Distinct()], Missing.Of(note, lead), [.. group.SelectMany(m => m.Why).Distinct().Take(6)],
                [.. group.SelectMany(m => m.Alternatives).Where(a => a.Code != lead.Entry.Code).Select(Shown).Distinct().Take(MostAlternatives)], [.. group.SelectMany(m => m.Applied).Distinct()]));
        }

        var rejected = note.Mentions.Where(m => !m.Live).OrderBy(m => m.From).ThenBy(m => m.To)
            .Select(m => new RejectedMention(Shown(m.Entry), m.Entry.Title, m.Rejected!, Of(m.From, m.To), m.Cue is { } cue && cue.To > cue.From && m.Rejected != RejectReasons.Integral ? Of(cue.From, cue.To) : null, m.RejectSource, m.Instead)).ToList();
        var sections = note.Note.Sections.Where(s => s.End > s.Start).Select(s => new NoteSection(s.Kind.ToString().ToLowerInvariant(), s.Header, At(s.Start, s.End))).ToList();
        return new DetectResult(edition, note.Options.On ?? default, codes, rejected, [.. note.Queries.Distinct()], note.Notes, sections);
    }

    /// <summary>A heading ends in a dash.</summary>
    public static string Shown(CodeEntry entry) => entry.Billable ? entry.Display : entry.Code.Length > 3 ? entry.Display + "-" : entry.Display + ".-";

    private static string Word(Assertion assertion) => assertion switch { Assertion.OtherPerson => "other-person", var a => a.ToString().ToLowerInvariant() };

    private static void Place(List<Span> spans, Span span)
    {
        // Of "long-term insulin" and "insulin" the whole is the evidence.
        if (spans.Exists(s => s.Start <= span.Start && s.End >= span.End)) return;
        var part = spans.FindIndex(s => s.Start >= span.Start && s.End <= span.End);
        spans.RemoveAll(s => s.Start >= span.Start && s.End <= span.End);
        spans.Insert(part < 0 ? spans.Count : part, span);
    }
}
