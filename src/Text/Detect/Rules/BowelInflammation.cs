using CodingAhead.Text.Language;

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

    // The index has rectal bleeding under "with": told beside the disease it is its complication, unless another cause is named (I.A.15).
    private static void Bleeding(NoteCase note)
    {
        if (note.Has("K64", "K57", "K60")) return;
        foreach (var m in note.Live.Where(m => (m.Entry.Under("K50") || m.Entry.Under("K51")) && m.Assertion == Assertion.Present && m.Entry.Title.EndsWith("without complications", StringComparison.Ordinal)).ToList())
        {
            if (note.Live.FirstOrDefault(o => (o.Entry.Under("K625") || o.Entry.Under("K921")) && o.Assertion == Assertion.Present && Math.Abs(o.Sentence - m.Sentence) <= 1 && o.Section == m.Section) is not { } blood || note.Codes.Find(m.Entry.Code[..4] + "11") is not { Billable: true } entry) continue;
            m.Recode(entry, Rule.Id, "Guidelines I.A.15");
            m.Also.Add((blood.From, blood.To));
            foreach (var other in note.Live.Where(o => o.Entry.Under("K625") || o.Entry.Under("K921")).ToList()) other.Reject(RejectReasons.Combined, "Guidelines I.A.15", entry.Display);
        }
    }

    // Of an appendicitis with generalized peritonitis the last characters tell abscess and perforation; silence about the latter has its own (Tabular List, K35.2).
    private static void Appendix(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("K352") && !m.Printed).ToList())
        {
            string[] torn = ["perforation", "perforated", "rupture", "ruptured"];
            var sentence = note.Note.Sentences[m.Sentence];
            var at = note.FindWord(sentence, torn);
            var pus = note.FindWord(sentence, "abscess");
            var code = $"K352{(pus >= 0 && !Told.Denied(note, m.Sentence, pus) && !(pus > 0 && note.Word(pus - 1) is "no" or "without") ? 1 : 0)}{(at < 0 ? 9 : Told.Denied(note, m.Sentence, at) || at > 0 && note.Word(at - 1) is "no" or "without" ? 0 : 1)}";
            if (note.Codes.Find(code) is { } entry) m.Recode(entry, Rule.Id, "Tabular List, K35.2");
        }
    }

    private static readonly string[] Small = ["ileum", "ileal", "jejunum", "jejunal", "duodenum", "duodenal", "small", "ileitis", "ti"];

    private static readonly string[] Large = ["colon", "colonic", "large", "cecum", "cecal", "sigmoid", "rectum", "rectal", "colitis", "ascending", "descending", "transverse", "perianal"];

    private static readonly string[] Joined = ["ileocolitis", "ileocolonic", "ileocolic", "ileocecal"];

    // Crohn's disease of both intestines is one code (K50.8): "of the jejunum and the rectum", "ileocolonic".
    private static void Both(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("K500") || m.Entry.Under("K501") || m.Entry.Under("K509")).ToList())
        {
            var joined = Told.Beside(note, m, 4, Joined);
            var (small, large) = (Told.Beside(note, m, 6, Small), Told.Beside(note, m, 6, Large));
            if (joined < 0 && (small < 0 || large < 0) || note.Codes.Find("K508" + m.Entry.Code[4..]) is not { } both) continue;
            // "Rectal bleeding" names a bleeding, and "perianal" alone no colon.
            if (joined < 0 && (note.Word(large) is "rectal" or "perianal" || large + 1 < note.Note.Words.Count && note.Word(large + 1) is "bleeding" or "cancer" or "polyp" or "normal" || note.ScopesOf[m.Sentence].Exists(x => x.Kind is Assertion.Historical && x.From <= large && x.To > large))) continue;
            m.Recode(both, Rule.Id, "Tabular List, K50.8");
            var at = joined >= 0 ? joined : large;
            if (at < m.From || at >= m.To) m.Also.Add((at, at + 1));
        }
    }

    private static void Apply(NoteCase note)
    {
        Appendix(note);
        if (!note.Has("K50", "K51")) return;
        Both(note);
        Bleeding(note);
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
