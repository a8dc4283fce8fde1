using CodingAhead.Codes;
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
    private readonly List<string> stale = [];

    public CheckContext(Claim claim, ProfileCache profiles, CheckOptions options)
    {
        (Claim, Profiles, Options) = (claim, profiles, options);
        var lines = new CheckedLine[claim.Lines.Count];
        for (var i = 0; i < lines.Length; i++) lines[i] = new CheckedLine(claim.Lines[i], i + 1, profiles);
        Lines = lines;
        var dx = new CheckedDiagnosis[claim.Diagnoses.Count];
        var on = DiagnosisDate;
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
    public DateOnly DiagnosisDate
    {
        get
        {
            var first = DateOnly.MaxValue;
            foreach (var line in Claim.Lines) first = line.Date < first ? line.Date : first;
            return first == DateOnly.MaxValue ? default : first;
        }
    }

    /// <summary>Adds a verdict. A stale one becomes "not checked" under <see cref="CheckOptions.Strict"/>.</summary>
    public void Add(
        string rule, Outcome outcome, string message, IReadOnlyList<int> lines, IReadOnlyList<string> codes, ReadOnlySpan<Proof> proof = default, string? fix = null, string? condition = null,
        string? manual = null)
    {
        var old = false;
        var sources = new int[proof.Length];
        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = Cite(proof[i].Source);
            if (!proof[i].Stale) continue;
            old = true;
            var file = proof[i].Source.File;
            var name = $"{file.Publisher} {file.Dataset} {file.Edition}";
            if (!stale.Contains(name)) stale.Add(name);
        }

        if (old && Options.Strict && outcome != Outcome.NotChecked)
        {
            outcome = Outcome.NotChecked;
            message = $"No edition of {proof[0].Source.File.Dataset} in force on the date of service is loaded; the nearest earlier one is {proof[0].Source.File.Edition}.";
            (fix, condition) = (null, null);
        }

        findings.Add(new Finding(rule, outcome, old, lines, codes, message, fix, condition, manual, sources));
    }

    /// <summary>Adds a pass, only made when passes are listed.</summary>
    public bool WantsPasses => Options.All;

    public CheckResult Result()
    {
        var (fails, open) = (false, false);
        foreach (var f in findings)
        {
            fails |= f.Outcome == Outcome.Fail;
            open |= f.Outcome == Outcome.NotChecked;
        }

        findings.Sort(static (a, b) => First(a) != First(b) ? First(a).CompareTo(First(b)) : string.CompareOrdinal(a.Rule, b.Rule) is not 0 and var o ? o : string.CompareOrdinal(a.Message, b.Message));
        return new CheckResult(Claim.Id, fails ? "fail" : open ? "not-checked" : "pass", stale, findings, cited, Claim.Place);

        static int First(Finding f) => f.Lines.Count > 0 ? f.Lines[0] : 0;
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
        Key = CodeKey.TryParse(CodeSet.Cpt, code, out var cpt) && profiles.Book.Find(cpt, line.Date).Status != CodeStatus.UnknownCode ? cpt
            : CodeKey.TryParse(CodeSet.Hcpcs, code, out var hcpcs) ? hcpcs
            : cpt;
        Profile = Key == default ? null : profiles.Of(Key, line.Date);
    }

    public ClaimLine Line { get; }

    /// <summary>From 1.</summary>
    public int Number { get; }

    /// <summary>The code; default when the text has the form of none.</summary>
    public CodeKey Key { get; }

    /// <summary>What the book says of it on the date; null when the text has the form of no code.</summary>
    public CodeProfile? Profile { get; }

    public string Code => Key == default ? Line.Code : Key.Display;

    public bool Has(string modifier)
    {
        foreach (var m in Line.Modifiers)
        {
            if (m.Equals(modifier, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

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
    }

    public string Text { get; }

    /// <summary>From 1, as pointers name it.</summary>
    public int Number { get; }

    public CodeKey Key { get; }

    public DiagnosisProfile? Profile { get; }

    public string Code => Key == default ? Text : Key.Display;
}
