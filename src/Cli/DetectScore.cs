using CodingAhead.Codes;
using CodingAhead.Text.Detect;

namespace CodingAhead.Cli;

/// <summary>Adds up what detection found in labelled notes, and checks every code against the book and every span against the text.</summary>
internal sealed class DetectScore(Book book, DateOnly on, int list)
{
    private readonly List<string> errors = [];
    private readonly List<double> times = [];
    private readonly List<(double Confidence, bool High, bool Right)> judged = [];
    private readonly Dictionary<string, (int Notes, int Right, int Forbidden)> slices = new(StringComparer.Ordinal);
    private int notes, must, found, given, right, categoryMust, categoryFound, categoryGiven, categoryRight, forbidden, forbiddenNotes, exact, under, over, firstAsked, firstRight, invalid, badOffsets, evidenceAsked, evidenceRight;

    /// <summary>How long the lexicon took.</summary>
    public double LoadSeconds { get; set; }

    public void Add(CodedNote note, DetectResult result, double milliseconds)
    {
        notes++;
        times.Add(milliseconds);
        var codes = result.Codes.Select(c => c.Code).ToList();
        IReadOnlyList<string> wanted = note.Denied ? [.. note.Must.Where(c => !Denied(result, c))] : note.Must;
        must += wanted.Count + note.AnyOf.Count;
        var hit = wanted.Count(codes.Contains) + note.AnyOf.Count(group => group.Any(codes.Contains));
        found += hit;
        var wrong = new List<string>();
        foreach (var code in result.Codes)
        {
            var good = wanted.Contains(code.Code) || note.AnyOf.Any(g => g.Contains(code.Code));
            var tolerated = !good && CodedNote.Matches(note.May, code.Code);
            if (!tolerated)
            {
                given++;
                if (good) right++;
                else wrong.Add(code.Code);
                judged.Add((code.Confidence, code.Band == "high", good));
            }

            if (!good && wanted.Any(w => w.StartsWith(code.Code, StringComparison.Ordinal) || SameCategory(w, code.Code) && code.Title.Contains("unspecified", StringComparison.OrdinalIgnoreCase))) under++;
            else if (!good && wanted.Any(w => SameCategory(w, code.Code))) over++;
            if (!IsValid(code)) invalid++;
            if (code.Evidence.Count == 0) badOffsets++;
            badOffsets += code.Evidence.Count(e => !IsEvidence(note.Text, e));
            if (good && note.Spans.TryGetValue(code.Code, out var labelled))
            {
                evidenceAsked++;
                if (code.Evidence.Any(e => e.Start < labelled.End && labelled.Start < e.End)) evidenceRight++;
            }
        }

        badOffsets += result.Rejected.Count(r => !IsEvidence(note.Text, r.Where) || r.Cue is { } cue && !IsEvidence(note.Text, cue));

        var (wantedCategories, givenCategories) = (wanted.Select(Category).ToHashSet(StringComparer.Ordinal), codes.Select(Category).ToHashSet(StringComparer.Ordinal));
        categoryMust += wantedCategories.Count;
        categoryGiven += givenCategories.Count;
        categoryFound += wantedCategories.Count(givenCategories.Contains);
        categoryRight += givenCategories.Count(wantedCategories.Contains);
        var bad = codes.Where(c => CodedNote.Matches(note.Forbid, c)).ToList();
        forbidden += bad.Count;
        if (bad.Count > 0) forbiddenNotes++;
        var isExact = hit == wanted.Count + note.AnyOf.Count && wrong.Count == 0;
        if (isExact) exact++;
        if (note.FirstListed is { } first)
        {
            firstAsked++;
            if (codes.Count > 0 && codes[0] == first) firstRight++;
        }

        var slice = slices.GetValueOrDefault(note.Slice);
        slices[note.Slice] = (slice.Notes + 1, slice.Right + (isExact ? 1 : 0), slice.Forbidden + bad.Count);
        if (!isExact && errors.Count < list)
        {
            var missed = wanted.Where(w => !codes.Contains(w)).Concat(note.AnyOf.Where(g => !g.Any(codes.Contains)).Select(g => string.Join('/', g)));
            errors.Add($"{note.Id}: missed {string.Join(' ', missed)} | wrong {string.Join(' ', result.Codes.Where(c => wrong.Contains(c.Code)).Select(c => $"{c.Code} '{note.Text[c.Evidence[0].Start..c.Evidence[0].End].ReplaceLineEndings(" ")}' {c.Evidence[0].Start}"))}{(bad.Count > 0 ? $" | FORBIDDEN {string.Join(' ', bad)}" : "")}");
        }
    }

    public DetectEvalJson Figures(string file)
    {
        times.Sort();
        var high = judged.Where(j => j.High).ToList();
        double? F(int found, int must, int right, int given) => must + given == 0 ? null : Rate(2.0 * Math.Min(found, right) / (must + given));
        return new DetectEvalJson(
            file, notes, must == 0 ? null : Rate((double)found / must), given == 0 ? null : Rate((double)right / given), F(found, must, right, given), F(categoryFound, categoryMust, categoryRight, categoryGiven), forbidden, forbiddenNotes,
            Rate((double)exact / notes), under, over, firstAsked == 0 ? null : Rate((double)firstRight / firstAsked), high.Count, high.Count == 0 ? null : Rate((double)high.Count(h => h.Right) / high.Count), Calibration(), invalid, badOffsets, evidenceAsked == 0 ? null : Rate((double)evidenceRight / evidenceAsked),
            times[times.Count / 2], times[(int)(times.Count * 0.95)], LoadSeconds, [.. slices.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new DetectSliceJson(s.Key, s.Value.Notes, Rate((double)s.Value.Right / s.Value.Notes), s.Value.Forbidden))], list > 0 ? errors : null);
    }

    // In force on the date; as billable as the book has it; and where characters are missing, the choices are in force too.
    private bool IsValid(DetectedCode code)
    {
        if (!CodeKey.TryParse(CodeSet.Icd10Cm, code.Code, out var key) || book.Find(key, on).Status != CodeStatus.Active) return false;
        if (Titles.Billable(book, key, on) != code.Billable || Titles.Of(book, key, on) != code.Title) return false;
        return code.Billable || code.Missing.Count > 0 && code.Missing.All(m => m.Choices.Count > 0 && m.Choices.All(c => CodeKey.TryParse(CodeSet.Icd10Cm, c.Code.TrimEnd('-', '.'), out var choice) && book.Find(choice, on).Status == CodeStatus.Active));
    }

    // Whole words of the text, and the same part in code points.
    private static bool IsEvidence(string text, Span span)
    {
        if (span.Start < 0 || span.End > text.Length || span.Start >= span.End) return false;
        if (!char.IsLetterOrDigit(text[span.Start]) && !char.IsSurrogate(text[span.Start]) || !char.IsLetterOrDigit(text[span.End - 1]) && !char.IsSurrogate(text[span.End - 1])) return false;
        if (span.Start > 0 && char.IsLetterOrDigit(text[span.Start - 1]) || span.End < text.Length && char.IsLetterOrDigit(text[span.End])) return false;
        var runes = 0;
        foreach (var _ in text.AsSpan(0, span.Start).EnumerateRunes()) runes++;
        if (runes != span.CpStart) return false;
        foreach (var _ in text.AsSpan(span.Start, span.End - span.Start).EnumerateRunes()) runes++;
        return runes == span.CpEnd;
    }

    // Expected calibration error over ten bands of equal width.
    private double? Calibration() => judged.Count == 0 ? null
        : Rate(judged.GroupBy(j => Math.Min(9, (int)(j.Confidence * 10))).Sum(g => Math.Abs(g.Average(j => j.Confidence) - g.Average(j => j.Right ? 1.0 : 0)) * g.Count()) / judged.Count);

    // The note denies it: a mention of the code or of a heading above it is negated, and none is affirmed.
    private static bool Denied(DetectResult result, string code) =>
        !result.Codes.Any(c => c.Code == code)
        && result.Rejected.Any(r => r.Reason == RejectReasons.Negated && (r.Code.TrimEnd('-').TrimEnd('.') is var c && (code == c || c.Length >= 3 && code.StartsWith(c, StringComparison.Ordinal))));

    private static string Category(string code) => code.Length > 3 ? code[..3] : code;

    private static bool SameCategory(string a, string b) => Category(a) == Category(b);

    private static double Rate(double value) => Math.Round(value, 4);
}

/// <summary><c>eval detect --json</c>. Rates are 0 to 1, null where nothing was asked.</summary>
internal sealed record DetectEvalJson(
    string File, int Notes, double? Recall, double? Precision, double? F1, double? CategoryF1, int ForbiddenCodes, int ForbiddenNotes, double ExactlyRight, int UnderSpecific, int OverSpecific, double? FirstListed,
    int HighCodes, double? HighPrecision, double? CalibrationError, int InvalidCodes, int BadOffsets, double? EvidenceRight, double P50, double P95, double LoadSeconds, IReadOnlyList<DetectSliceJson> Slices, IReadOnlyList<string>? Errors);

/// <summary>The figures of one kind of case.</summary>
internal sealed record DetectSliceJson(string Name, int Notes, double ExactlyRight, int Forbidden);
