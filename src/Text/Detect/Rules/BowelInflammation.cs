namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Crohn's disease and ulcerative colitis have their complication in one code with their site (Official Guidelines I.B.9; Tabular List, K50 and K51: the fifth and sixth
/// characters). Several complications take one code each.
/// </summary>
internal static class BowelInflammation
{
    public static readonly Rule Rule = new("bowel-inflammation", "Guidelines I.B.9", Apply);

    // The last character, and the words that say so.
    private static readonly (char Digit, string[] Words, string[] Within)[] Complications =
    [
        ('1', ["bleeding", "hematochezia", "haematochezia"], ["K625", "K922", "K921"]), ('2', ["obstruction", "obstructing"], ["K566", "K565"]), ('3', ["fistula", "fistulas", "fistulae", "fistulizing", "fistulous"], ["K632"]), ('4', ["abscess", "abscesses"], ["K630", "K651"]),
    ];

    private static void Apply(NoteCase note)
    {
        if (!note.Has("K50", "K51")) return;
        foreach (var m in note.Live.Where(m => (m.Entry.Under("K50") || m.Entry.Under("K51")) && m.Entry.Title.EndsWith("without complications", StringComparison.Ordinal)).ToList())
        {
            var stem = m.Entry.Code[..4];
            var first = true;
            foreach (var (digit, words, within) in Complications)
            {
                if (Told.Beside(note, m, 10, words) is not (>= 0 and var at) || note.Codes.Find($"{stem}1{digit}") is not { Billable: true } entry) continue;
                // A stricture is no obstruction, and a fistula that was closed is none now.
                if (note.FindWord(note.Note.Sentences[m.Sentence], "closed", "repaired", "resolved", "healed", "prior", "previous", "history") >= 0) continue;
                if (first) { m.Recode(entry, Rule.Id, Rule.Source); m.Also.Add((at, at + 1)); }
                else if (!note.Has(entry.Code)) note.Add(entry.Code, m.Sentence, m.From, Math.Max(m.To, at + 1), m.Assertion, Rule.Id, Rule.Source);
                first = false;
                foreach (var other in note.Live.Where(o => o != m && o.Sentence == m.Sentence && Array.Exists(within, o.Entry.Under)).ToList()) other.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
            }
        }
    }
}
