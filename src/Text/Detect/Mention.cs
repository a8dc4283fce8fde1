using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>A place in the note that speaks of a condition, the code it leads to, and what the rules have made of it.</summary>
internal sealed class Mention
{
    public required CodeEntry Entry { get; set; }

    /// <summary>Number of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>First word.</summary>
    public required int From { get; init; }

    /// <summary>Word after the last.</summary>
    public required int To { get; init; }

    public required SectionKind Section { get; init; }

    public required Assertion Assertion { get; set; }

    /// <summary>The words that set <see cref="Assertion"/>.</summary>
    public Cue? Cue { get; set; }

    /// <summary>The note tells of it as past: a word says so, or the section does.</summary>
    public Cue? HistoryCue { get; set; }

    public TermKind Kind { get; init; }

    /// <summary>What the matched words weigh.</summary>
    public float Score { get; init; }

    /// <summary>What lay between them.</summary>
    public float Gap { get; init; }

    /// <summary>How many terms matched.</summary>
    public int Terms { get; init; }

    /// <summary>A word was misspelt and repaired.</summary>
    public bool Repaired { get; init; }

    public List<Reason> Why { get; } = [];

    /// <summary>The code that the index prints in brackets behind its own, without dot; null where it has none.</summary>
    public string? Second { get; init; }

    public List<CodeEntry> Alternatives { get; init; } = [];

    public List<string> Found { get; } = [];

    public List<string> Applied { get; } = [];

    /// <summary>Further evidence: words of another place that decided about the code.</summary>
    public List<(int From, int To)> Also { get; } = [];

    /// <summary>Why it is not coded; null while it is.</summary>
    public string? Rejected { get; private set; }

    public string RejectSource { get; private set; } = "";

    public string? Instead { get; private set; }

    /// <summary>Set by a rule: this code is not taken away as a symptom or as unsupported.</summary>
    public bool Kept { get; set; }

    /// <summary>It is an entry of a list: its words fill the line.</summary>
    public bool Titular { get; init; }

    /// <summary>Its words are the whole official title of its code: no word around it makes the code another.</summary>
    public bool Printed { get; init; }

    public bool Live => Rejected is null;

    public void Reject(string reason, string source = "", string? instead = null, Cue? cue = null)
    {
        if (Rejected is not null) return;
        (Rejected, RejectSource, Instead) = (reason, source, instead);
        if (cue is not null) Cue = cue;
    }

    /// <summary>Gives another code, and says why.</summary>
    public void Recode(CodeEntry entry, string rule, string source)
    {
        if (entry.Code == Entry.Code) return;
        if (!Alternatives.Contains(Entry)) Alternatives.Insert(0, Entry);
        Alternatives.Remove(entry);
        Entry = entry;
        Why.Add(new Reason("rule", rule, source));
    }
}
