using CodingAhead.Codes;
using CodingAhead.Codes.Modifiers;
using CodingAhead.Codes.Page;

namespace CodingAhead.Claims;

/// <summary>
/// A claim while it is checked: its lines with what the book says of their codes on their dates, and the findings so far. Edits read the one and add
/// to the other; they never see each other.
/// </summary>
internal sealed class CheckContext
{
    private readonly List<Finding> findings = [];
    private readonly List<CitedSource> cited = [];
    private readonly List<BookSource> stale = [];
    private (string? Dataset, DateOnly On, BookSource? Edition) last;

    public CheckContext(Claim claim, ProfileCache profiles, CheckOptions options)
    {
        (Claim, Profiles, Options) = (claim, profiles, options);
        var lines = new CheckedLine[claim.Lines.Count];
        for (var i = 0; i < lines.Length; i++) lines[i] = new CheckedLine(claim.Lines[i], i + 1, profiles);
        Lines = lines;
        var dx = new CheckedDiagnosis[claim.Diagnoses.Count];
        var on = DiagnosisDate = First(claim);
        for (var i = 0; i < dx.Length; i++) dx[i] = new CheckedDiagnosis(claim.Diagnoses[i], i + 1, on, profiles);
        Diagnoses = dx;
    }

    public Claim Claim { get; }

    public ProfileCache Profiles { get; }

    public Book Book => Profiles.Book;

    public Editions Editions => Profiles.Editions;

    public CheckOptions Options { get; }

    public IReadOnlyList<CheckedLine> Lines { get; }

    public IReadOnlyList<CheckedDiagnosis> Diagnoses { get; }

    /// <summary>The date that decides which diagnosis codes are valid: the first date of service.</summary>
    public DateOnly DiagnosisDate { get; }

    /// <summary>As <see cref="Editions.Of"/>. A rule asks the same of line after line, so the last answer is kept.</summary>
    public BookSource? EditionOf(string dataset, DateOnly on)
    {
        if (!ReferenceEquals(dataset, last.Dataset) || on != last.On) last = (dataset, on, Editions.Of(dataset, on));
        return last.Edition;
    }

    /// <summary>Whether passes are listed; only then are they worded.</summary>
    public bool WantsPasses => Options.All;

    /// <summary>Adds a verdict. A stale one becomes "not checked" under <see cref="CheckOptions.Strict"/>.</summary>
    public void Add(
        string rule, Outcome outcome, string message, IReadOnlyList<int> lines, IReadOnlyList<string> codes, ReadOnlySpan<Proof> proof = default, string? fix = null, string? condition = null,
        string? manual = null)
    {
        BookSource? over = null;
        var sources = proof.IsEmpty ? [] : new int[proof.Length];
        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = Cite(proof[i].Source);
            if (!proof[i].Stale) continue;
            over ??= proof[i].Source.File;
            Rests(proof[i].Source.File);
        }

        if (over is not null && Options.Strict && outcome != Outcome.NotChecked)
        {
            outcome = Outcome.NotChecked;
            message = $"No edition of {over.Dataset} in force on the date of service is loaded; the nearest earlier one is {over.Edition}.";
            (fix, condition, manual) = (null, null, null);
        }

        findings.Add(new Finding(rule, outcome, over is not null, lines, codes, message, fix, condition, manual, sources));
    }

    /// <summary>Notes that an edition which is over answered a rule, be it by saying nothing: a pass, too, names what it rests on.</summary>
    public void Rests(BookSource over)
    {
        if (!stale.Contains(over)) stale.Add(over);
    }

    /// <summary>A pass that is worded only when passes are listed, or not at all: what it rests on is named when that is over, and is not enough under <see cref="CheckOptions.Strict"/>.</summary>
    public void Passes(string rule, Proof proof, IReadOnlyList<int> lines, IReadOnlyList<string> codes, string message)
    {
        if (Options.All || proof.Stale && Options.Strict) Add(rule, Outcome.Pass, message, lines, codes, [proof]);
        else if (proof.Stale) Rests(proof.Source.File);
    }

    /// <summary>
    /// Whether an edition may answer lines of a date. One that is over is named in the answer and answers; under <see cref="CheckOptions.Strict"/> it does not, and the
    /// rule is not checked. Without any edition on or before the date the rule is not checked either.
    /// </summary>
    public bool Answers(BookSource? edition, DateOnly on, string rule, string what)
    {
        if (edition is not null && (edition.To >= on || !Options.Strict))
        {
            if (edition.To < on) Rests(edition);
            return true;
        }

        var lines = new List<int>();
        foreach (var line in Lines)
        {
            if (line.Line.Date == on) lines.Add(line.Number);
        }

        var message = edition is null
            ? $"No edition of {what} that begins on or before the date of service is loaded."
            : $"No edition of {what} in force on the date of service is loaded; the nearest earlier one is {edition.Edition}.";
        foreach (var known in findings)
        {
            if (known.Rule == rule && known.Message == message && known.Lines.SequenceEqual(lines)) return false;
        }

        findings.Add(new Finding(rule, Outcome.NotChecked, edition is not null, lines, [], message, null, null, null, []));
        return false;
    }

    public CheckResult Result()
    {
        var (fails, open) = (false, false);
        foreach (var f in findings)
        {
            fails |= f.Outcome == Outcome.Fail;
            open |= f.Outcome == Outcome.NotChecked;
        }

        if (findings.Count > 1)
            findings.Sort(static (a, b) => First(a) != First(b) ? First(a).CompareTo(First(b)) : string.CompareOrdinal(a.Rule, b.Rule) is not 0 and var o ? o : string.CompareOrdinal(a.Message, b.Message));
        return new CheckResult(Claim.Id, fails ? "fail" : open ? "not-checked" : "pass", Names(), findings, cited, Claim.Place);

        static int First(Finding f) => f.Lines.Count > 0 ? f.Lines[0] : 0;
    }

    private List<string> Names()
    {
        if (stale.Count == 0) return [];
        var names = new List<string>(stale.Count);
        foreach (var file in stale)
        {
            var name = Editions.NameOf(file);
            if (!names.Contains(name)) names.Add(name);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static DateOnly First(Claim claim)
    {
        var first = DateOnly.MaxValue;
        foreach (var line in claim.Lines) first = line.Date < first ? line.Date : first;
        return first == DateOnly.MaxValue ? default : first;
    }

    private int Cite(SourceLine source)
    {
        for (var i = 0; i < cited.Count; i++)
        {
            if (cited[i].Line == source.Line && cited[i].File == source.File.Path) return cited[i].Id;
        }

        cited.Add(new CitedSource(cited.Count + 1, source.File.Publisher, source.File.Edition, source.File.Path, source.File.Sha256, source.Line));
        return cited.Count;
    }
}

/// <summary>A source line that a verdict rests on, and whether its edition is over on the date of service.</summary>
internal readonly record struct Proof(SourceLine Source, bool Stale);

/// <summary>A service line with its code's profile on its date.</summary>
internal sealed class CheckedLine
{
    public CheckedLine(ClaimLine line, int number, ProfileCache profiles)
    {
        (Line, Number) = (line, number);
        var code = line.Code.AsSpan().Trim();
        // A letter first is HCPCS Level II; a digit first, whatever ends it, is CPT.
        Key = code.Length == 5 && CodeKey.TryParse(char.IsAsciiLetter(code[0]) ? CodeSet.Hcpcs : CodeSet.Cpt, code, out var key) && key.Code.Length == 5 ? key : default;
        Profile = Key == default ? null : profiles.Of(Key, line.Date);
        Code = Profile?.Code ?? line.Code;
        Modifiers = line.Modifiers.Count == 0 ? [] : [.. line.Modifiers.Select(m => m.Trim().ToUpperInvariant())];
    }

    public ClaimLine Line { get; }

    /// <summary>From 1.</summary>
    public int Number { get; }

    /// <summary>The code; default when the text has the form of none.</summary>
    public CodeKey Key { get; }

    /// <summary>What the book says of it on the date; null when the text has the form of no code.</summary>
    public CodeProfile? Profile { get; }

    public string Code { get; }

    /// <summary>The line's modifiers in upper case.</summary>
    public string[] Modifiers { get; }

    public bool Has(string modifier)
    {
        foreach (var m in Modifiers)
        {
            if (m == modifier) return true;
        }

        return false;
    }

    /// <summary>What a modifier of the line does with its code; null when nothing follows from what is loaded.</summary>
    public ModifierRuling? Ruling(string modifier) => Profile is not null && CodeKey.TryParse(CodeSet.Modifier, modifier, out var key) ? Profile.Modifiers[key] : null;

    public bool HasAny(ReadOnlySpan<string> modifiers)
    {
        foreach (var m in modifiers)
        {
            if (Has(m)) return true;
        }

        return false;
    }
}

/// <summary>A diagnosis with its code's profile.</summary>
internal sealed class CheckedDiagnosis
{
    public CheckedDiagnosis(string text, int number, DateOnly on, ProfileCache profiles)
    {
        (Text, Number) = (text, number);
        var set = on < new DateOnly(2015, 10, 1) ? CodeSet.Icd9Cm : CodeSet.Icd10Cm;
        Key = CodeKey.TryParse(set, text.AsSpan().Trim(), out var key) ? key : default;
        Profile = Key == default ? null : profiles.OfDiagnosis(Key, on);
        Code = Profile?.Display ?? text;
    }

    public string Text { get; }

    /// <summary>From 1, as pointers name it.</summary>
    public int Number { get; }

    public CodeKey Key { get; }

    public DiagnosisProfile? Profile { get; }

    public string Code { get; }
}
