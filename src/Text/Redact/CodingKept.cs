using CodingAhead.Text.Detect;

namespace CodingAhead.Text.Redact;

/// <summary>A diagnosis term that redaction lost or changed. It holds offsets, not the text.</summary>
/// <param name="Id">The note.</param>
/// <param name="Code">The code of the term.</param>
/// <param name="CpStart">First code point of the term in the note as it came.</param>
/// <param name="CpEnd">One past the last.</param>
/// <param name="Rule">The rule that replaced a part of the term; of one that is whole, the rule of the nearest replacement; empty without any.</param>
/// <param name="Whole">Whether the term itself was left alone, so that its surroundings changed what it means.</param>
public sealed record LostTerm(string Id, string Code, int CpStart, int CpEnd, string Rule, bool Whole);

/// <summary>
/// What redaction does to coding: the diagnosis terms the detector finds in a note, and again in the note without its identifiers. A term is kept when it is found
/// at the same place with the same code and, if it was coded, is coded still.
/// </summary>
public sealed class CodingKept
{
    /// <summary>Notes compared.</summary>
    public int Notes { get; private set; }

    /// <summary>Notes with the same terms and the same codes before and after.</summary>
    public int Same { get; private set; }

    /// <summary>Terms before.</summary>
    public int Terms { get; private set; }

    /// <summary>Of those, terms found again.</summary>
    public int Kept { get; private set; }

    /// <summary>Codes given before, one a note and code.</summary>
    public int Codes { get; private set; }

    /// <summary>Of those, codes given again.</summary>
    public int CodesKept { get; private set; }

    /// <summary>Codes given only after redaction.</summary>
    public int CodesAdded { get; private set; }

    /// <summary>The terms that were not found again.</summary>
    public List<LostTerm> Lost { get; } = [];

    /// <summary>Compares one note.</summary>
    /// <param name="id">Its name in the list of losses.</param>
    /// <param name="redaction">What was replaced; offsets in the note as it came.</param>
    /// <param name="before">Detection in the note.</param>
    /// <param name="after">Detection in <see cref="RedactionResult.Text"/>.</param>
    public void Add(string id, RedactionResult redaction, DetectResult before, DetectResult after)
    {
        ArgumentNullException.ThrowIfNull(redaction);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var again = new HashSet<(string Code, int Start, bool Coded)>();
        foreach (var (code, where, coded) in TermsOf(after)) again.Add((code, where.Start, coded));
        var lost = Lost.Count;
        foreach (var (code, where, coded) in TermsOf(before))
        {
            Terms++;
            if (again.Contains((code, Moved(redaction.Spans, where.Start), coded))) Kept++;
            else Lost.Add(Describe(id, code, where, redaction.Spans));
        }

        var (first, second) = (before.Codes.Select(static c => c.Code).ToHashSet(StringComparer.Ordinal), after.Codes.Select(static c => c.Code).ToHashSet(StringComparer.Ordinal));
        Codes += first.Count;
        CodesKept += first.Count(second.Contains);
        CodesAdded += second.Count(c => !first.Contains(c));
        Notes++;
        if (Lost.Count == lost && first.SetEquals(second)) Same++;
    }

    private static IEnumerable<(string Code, Span Where, bool Coded)> TermsOf(DetectResult result) =>
        result.Codes.SelectMany(static c => c.Evidence.Select(e => (c.Code, e, true))).Concat(result.Rejected.Select(static r => (r.Code, r.Where, false))).Distinct();

    // Where an offset of the note stands in the redacted text.
    private static int Moved(IReadOnlyList<RedactionSpan> spans, int at)
    {
        var shift = 0;
        foreach (var span in spans)
        {
            if (span.Start >= at) break;
            shift += (span.Replacement?.Length ?? span.End - span.Start) - (span.End - span.Start);
        }

        return at + shift;
    }

    private static LostTerm Describe(string id, string code, Span where, IReadOnlyList<RedactionSpan> spans)
    {
        RedactionSpan? nearest = null;
        var distance = int.MaxValue;
        foreach (var span in spans)
        {
            var d = span.End <= where.Start ? where.Start - span.End + 1 : span.Start >= where.End ? span.Start - where.End + 1 : 0;
            if (d < distance) (nearest, distance) = (span, d);
        }

        return new LostTerm(id, code, where.CpStart, where.CpEnd, nearest?.Rule ?? "", distance > 0);
    }
}
