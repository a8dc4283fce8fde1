namespace CodingAhead.Text.Redact;

/// <summary>Words of names and phrases of places that were found somewhere in a text, by hash.</summary>
internal sealed class Spread
{
    public HashSet<ulong> Names { get; } = [];

    public Dictionary<ulong, List<(ulong[] Words, PhiType Type)>> Places { get; } = [];
}

/// <summary>
/// What the parts of a text say of the whole: what spreads, the latest year, and what must not stand in the output. Its size follows from the number of
/// different values, not from the length of the text.
/// </summary>
internal sealed class Survey(Policy policy, int year)
{
    private readonly HashSet<ulong> providers = [];
    private readonly HashSet<ulong> persons = [];
    private readonly HashSet<ulong> allowed = [.. policy.Allow.SelectMany(static a => Tokens.Of(FoldedText.Of(a).View, null)).Select(static t => t.Hash)];

    public Spread Spread { get; } = new();

    /// <summary>The text is a part of a clinical document, however little of it says so: a title, a name of a code.</summary>
    public bool Clinical { get; init; }

    /// <summary>The latest year named; 0 when none is.</summary>
    public int Latest { get; set; }

    /// <summary>The year of a day that is written without one. A latest year before 1950 is one of birth, not of the note.</summary>
    public int Written => Latest >= 1950 ? Latest : Ages.Unnamed;

    /// <summary>The year it is; a clock that is behind the year of this rule is not believed, since it would leave what reveals an age.</summary>
    public int Now { get; } = Math.Max(year, 2026);

    /// <summary>The text says an age over 89.</summary>
    public bool Aged { get; set; }

    /// <summary>
    /// The latest year of birth that goes with the day, because it tells an age over 89 (45 CFR 164.514(b)(2)(i)(C)): the age that a reader of today works out,
    /// whatever year the note is of. Where the text says such an age itself the year goes also when the clock or the dates of the text have been moved by ten years.
    /// </summary>
    public int Reveals => Aged ? Math.Max(Now, Latest) - 80 : Now - 90;

    /// <summary>Parts of removed names, by hash; whether each is vocabulary as well.</summary>
    public Dictionary<ulong, bool> Words { get; } = [];

    /// <summary>Removed numbers of seven characters and more, by hash.</summary>
    public HashSet<ulong> Numbers { get; } = [];

    /// <summary>Takes the finds of a part: all of them spread, those that the policy allows are not missed in the output.</summary>
    public void Learn(Note n, List<Mark> found, List<Mark> removed)
    {
        Spreading.Learn(n, found, Spread);
        var at = 0;
        foreach (var mark in removed)
        {
            if (policy.For(mark.Type) == PhiAction.Keep) continue;
            while (at < n.T.Length && n.T[at].End <= mark.Start) at++;
            var provider = !policy.Providers && Provider(n, mark, at);
            for (var k = at; k < n.T.Length && n.T[k].End <= mark.End; k++)
            {
                ref readonly var t = ref n.T[k];
                if (allowed.Contains(t.Hash)) continue;
                if (mark.Type == PhiType.Name)
                {
                    if (!policy.Providers && t.IsWord && t.Length > 1) (provider ? providers : persons).Add(t.Hash);
                    if (!provider && mark.Confidence >= 0.7 && Rare(t)) Words.TryAdd(t.Hash, t.Weights.Ordinary > 0);
                }
                else if (mark.Type is not (PhiType.Date or PhiType.Zip or PhiType.Age) && !t.IsWord && t.Length >= 7) Numbers.Add(t.Hash);
            }
        }
    }

    /// <summary>Finds numbers again that were found elsewhere, also without the label that they were found by.</summary>
    public void Again(Note n)
    {
        if (Numbers.Count == 0) return;
        foreach (ref readonly var t in n.T.AsSpan())
        {
            if (!t.IsWord && t.Length >= 7 && Numbers.Contains(t.Hash)) n.Mark(t.Start, t.End, PhiType.Id, "number-spread", 0.85);
        }
    }

    /// <summary>Whether the policy leaves a name because it is only a provider's: found by a title of physicians or a credential, and nowhere as somebody else's.</summary>
    public bool Leaves(Note n, Mark mark)
    {
        if (policy.Providers || mark.Type != PhiType.Name) return false;
        var at = n.TokenAt(mark.Start);
        if (mark.Rule != "name-spread" && !Provider(n, mark, at)) return false;
        for (var k = at; k < n.T.Length && n.T[k].End <= mark.End; k++)
        {
            if (n.T[k].IsWord && n.T[k].Length > 1 && (persons.Contains(n.T[k].Hash) || !providers.Contains(n.T[k].Hash))) return false;
        }

        return true;
    }

    // Mr. and Mrs. are titles of patients; Dr. is one of providers, unless a label says "Patient: Dr. …".
    private static bool Provider(Note n, Mark mark, int at)
    {
        if (mark.Rule == "name-credential") return true;
        if (mark.Rule != "name-title" || at == 0) return false;
        var title = at - 1;
        return (n.Equals(title, "dr") || n.Equals(title, "drs") || n.Equals(title, "doctor") || n.Equals(title, "prof") || n.Equals(title, "professor") || n.Equals(title, "nurse"))
            && !(n.Equals(title - 1, "patient") || n.Equals(title - 1, "pt") || n.Equals(title - 1, "name"));
    }

    // What spreads, and is long enough not to be an initial or a syllable.
    private static bool Rare(in Token t) => t.IsWord && t.Length >= 4 && !t.Is(Word.Particle | Word.Title | Word.Suffix | Word.Credential | Word.Stop | Word.Heading | Word.Relation);
}
