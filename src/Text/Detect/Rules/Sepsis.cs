using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Severe sepsis has the underlying infection first, or A41.9 when the organism is unknown, then R65.2-, then the organ failure (Official Guidelines I.C.1.d.1.b); sepsis with
/// an acute organ dysfunction is severe. COVID-19 pneumonia is two codes (I.C.1.g.1.c).
/// </summary>
internal static class Sepsis
{
    public static readonly Rule Rule = new("sepsis", "Guidelines I.C.1.d.1.b", Apply);

    // The organism of the sepsis and the pneumonia that it comes from is one.
    private static readonly (string Sepsis, string Pneumonia)[] Shared =
    [
        ("A4102", "J15212"), ("A4101", "J15211"), ("A4151", "J155"), ("A4152", "J151"), ("A403", "J13"), ("A413", "J14"), ("A4159", "J150"),
    ];

    private static void Organisms(NoteCase note)
    {
        foreach (var sepsis in note.Live.Where(m => m.Entry.Under("A40") || m.Entry.Under("A41")).ToList())
        {
            foreach (var m in note.Live.Where(m => m.Sentence == sepsis.Sentence && m.Entry.Under("J1")).ToList())
            {
                foreach (var (blood, lung) in Shared)
                {
                    if (sepsis.Entry.Code == blood && m.Entry.Code == "J189" && note.Codes.Find(lung) is { } pneumonia) { m.Recode(pneumonia, "organism", "Guidelines I.C.1.b"); m.Also.Add((sepsis.From, sepsis.To)); }
                    else if (sepsis.Entry.Code == "A419" && m.Entry.Code == lung && note.Codes.Find(blood) is { } known) { sepsis.Recode(known, "organism", "Guidelines I.C.1.d"); sepsis.Also.Add((m.From, m.To)); }
                }
            }
        }
    }

    // Sepsis that is called severe, or that the note links with a failing organ (I.C.1.d.1.a).
    private static void Dysfunction(NoteCase note)
    {
        if (note.Has("R652")) return;
        foreach (var sepsis in note.Live.Where(m => m.Entry.Under("A40") || m.Entry.Under("A41")).ToList())
        {
            var severe = note.FindWord(note.Note.Sentences[sepsis.Sentence], "severe") is >= 0 and var at && at >= sepsis.From - 1 && at < sepsis.To;
            var failing = note.Live.FirstOrDefault(m => m.Sentence == sepsis.Sentence && m.From > sepsis.From && (m.Entry.Under("N17") || m.Entry.Under("J960") || m.Entry.Under("D65") || m.Entry.Under("K720") || m.Entry.Under("G9341")) && note.FindWord(note.Note.Sentences[m.Sentence], "with", "causing", "due") >= 0);
            if (!severe && failing is null && !BySepsis(note)) continue;
            note.Add("R6520", sepsis.Sentence, sepsis.From, sepsis.To, sepsis.Assertion, Rule.Id, "Guidelines I.C.1.d.1.a");
            return;
        }
    }

    // "AKI due to sepsis", wherever the note says so.
    private static bool BySepsis(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => Array.Exists(Organs, m.Entry.Under) && m.Assertion == Assertion.Present))
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var link = note.FindWord(sentence with { From = m.To, To = Math.Min(sentence.To, m.To + 3) }, "due", "from", "secondary", "by", "to");
            if (link >= 0 && note.FindWord(sentence with { From = link, To = Math.Min(sentence.To, link + 5) }, "sepsis", "urosepsis") >= 0) return true;
        }

        return false;
    }

    // SIRS of a process without infection, and an organ that fails with it (I.C.18.g).
    private static void Noninfectious(NoteCase note)
    {
        if (note.First("R6510") is not { } sirs || note.Codes.Find("R6511") is not { } severe) return;
        foreach (var failing in note.Live.Where(m => Math.Abs(m.Sentence - sirs.Sentence) <= 1 && Array.Exists(Organs, m.Entry.Under)).ToList())
        {
            // Linked in its own sentence, or by what the next one says of it.
            var sentence = note.Note.Sentences[failing.Sentence];
            if (note.FindWord(sentence, "with", "causing", "due", "from", "secondary", "related", "resulting", "caused", "and", "complicated", "leading") < 0) continue;
            foreach (var m in note.Live.Where(m => m.Entry.Code == "R6510").ToList()) m.Recode(severe, Rule.Id, "Guidelines I.C.18.g");
            sirs.Also.Add((failing.From, failing.To));
            sirs.Kept = true;
            return;
        }
    }

    private static readonly string[] Organs = ["N17", "J960", "J80", "D65", "K720", "G9341", "R570", "R578"];

    // "Sepsis from pyelonephritis": the name in the index joins both, and the infection has its own code.
    private static void Source(NoteCase note)
    {
        if (!note.Speaks("pyelonephritis") || note.Has("N10", "N11", "N12", "N13")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("A41")).ToList())
        {
            var at = note.FindWord(note.Note.Sentences[m.Sentence], "pyelonephritis");
            if (at < m.From || at >= m.To) continue;
            note.Add(at > 0 && note.Word(at - 1) == "acute" ? "N10" : "N12", m.Sentence, at, at + 1, m.Assertion, Rule.Id, "Guidelines I.C.1.d.4");
            return;
        }
    }

    private static void Apply(NoteCase note)
    {
        Source(note);
        Organisms(note);
        Dysfunction(note);
        Noninfectious(note);
        // "Thrombocytopenia secondary to sepsis", and to what else is named as its cause (Alphabetic Index: Thrombocytopenia, due to).
        foreach (var m in note.Live.Where(m => m.Entry.Code == "D696").ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            if (note.FindWord(sentence with { From = m.To, To = Math.Min(sentence.To, m.To + 3) }, "due", "secondary", "from", "by") >= 0 && note.FindWord(sentence with { From = m.To }, "sepsis", "urosepsis", "cirrhosis", "hypersplenism", "chemotherapy") >= 0 && note.Codes.Find("D6959") is { } secondary) m.Recode(secondary, Rule.Id, "Alphabetic Index: Thrombocytopenia, secondary");
        }

        if (note.First("R652") is { } severe)
        {
            severe.Kept = true;
            if (!note.Has("A40", "A41", "A327", "A427", "B377", "A021", "A227", "A267", "A282", "A5486", "B007", "O85", "P36")) note.Add("A419", severe.Sentence, severe.From, severe.To, severe.Assertion, Rule.Id, Rule.Source);
        }

        if (note.First("J1282") is { } pneumonia && !note.Has("U071")) note.Add("U071", pneumonia.Sentence, pneumonia.From, pneumonia.To, pneumonia.Assertion, "covid-19", "Guidelines I.C.1.g.1.c");
    }
}
