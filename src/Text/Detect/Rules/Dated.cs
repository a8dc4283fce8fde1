using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// What passes and is told with a year that is over is history: "infarction in 2018", "optic neuritis (2019)" (Official Guidelines I.C.21.c.4, IV.J). A lasting disease keeps
/// its code, whenever it began.
/// </summary>
internal static class Dated
{
    public static readonly Rule Rule = new("dated", "Guidelines IV.J", Apply);

    // Events and diseases that end.
    private static readonly string[] Passing =
    [
        "H65", "H66", "J01", "J02", "J03", "J06", "J36", "L03", "N30", "N39", "M86", "I21", "I22", "I26", "I60", "I61", "I62", "I63", "I80", "I82", "G45", "U07", "O", "J09", "J10", "J11", "J12", "J13", "J14", "J15", "J16", "J18", "J05", "J20", "J21", "J96", "A0", "A3", "A4", "B01", "B02", "B05", "B26", "B27", "H46", "N87", "T78", "K35", "K37", "K56", "K81", "K85", "N10", "G00", "G03", "G51", "G61", "S", "A15", "A16", "A17", "A18", "A19", "B58", "B59", "N17", "K52",
    ];

    private static readonly string[] Events = ["I26", "I80", "I82", "I63", "I61", "I60", "G45", "I21", "S"];

    private static void Apply(NoteCase note)
    {
        if (note.Speaks("last")) Last(note);
        if (note.Speaks("colonoscopy")) Scoped(note);
        if (note.Speaks("removed", "excised", "resected", "polypectomy", "passed", "aspirated", "drained")) Gone(note);
        foreach (var m in note.Live.Where(m => m.Assertion == Assertion.Present && Array.Exists(Passing, m.Entry.Under)).ToList())
        {
            if ((Year(note, m) ?? Age(note, m)) is not { } at) continue;
            (m.Assertion, m.Cue) = (Assertion.Historical, new Cue(Assertion.Historical, at, at + 1));
            m.HistoryCue = m.Cue;
            if (HistoryStatus.CodeOf(m.Entry) is null) m.Reject(RejectReasons.Historical, Rule.Source);
        }
    }

    // "Adenomatous polyp, removed 2022", "a stone (passed)".
    private static void Gone(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Assertion == Assertion.Present && (m.Entry.Under("D1") || m.Entry.Under("D2") || m.Entry.Under("K635") || m.Entry.Under("K621") || m.Entry.Under("N20") || m.Entry.Under("N60") || m.Entry.Under("D369"))).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            for (var i = m.To; i < Math.Min(sentence.To, m.To + 3); i++)
            {
                var stone = m.Entry.Under("N20");
                if (!stone && note.Word(i) is "removed" or "excised" or "resected" && Began(note, sentence)) { m.Reject(RejectReasons.Historical, Rule.Source, null, new Cue(Assertion.Historical, i, i + 1)); break; }
                if (!(stone ? note.Word(i) == "passed" : note.Word(i) is "removed" or "excised" or "resected" or "aspirated" or "drained" && i + 1 < sentence.To && note.IsPastYear(i + 1))) continue;
                (m.Assertion, m.Cue) = (Assertion.Historical, new Cue(Assertion.Historical, i, i + 1));
                m.HistoryCue = m.Cue;
                if (HistoryStatus.CodeOf(m.Entry) is null) m.Reject(RejectReasons.Historical, Rule.Source);
                break;
            }
        }
    }

    // "The last colonoscopy was in 2018. A polyp was removed; pathology showed an adenoma": what an earlier one found.
    private static void Scoped(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Assertion == Assertion.Present && m.Section is SectionKind.History or SectionKind.Pmh or SectionKind.Psh && (m.Entry.Under("D12") || m.Entry.Under("K635") || m.Entry.Code == "D369")).ToList())
        {
            for (var s = m.Sentence; s >= Math.Max(0, m.Sentence - 1); s--)
            {
                var sentence = note.Note.Sentences[s];
                if (note.FindWord(sentence, "colonoscopy") < 0) continue;
                var year = -1;
                for (var i = sentence.From; i < sentence.To && year < 0; i++) if (note.IsPastYear(i)) year = i;
                if (year < 0) break;
                if (m.Entry.Code == "D369" && note.Codes.Find("D126") is { } colon) m.Recode(colon, Rule.Id, Rule.Source);
                (m.Assertion, m.Cue) = (Assertion.Historical, new Cue(Assertion.Historical, year, year + 1));
                m.HistoryCue = m.Cue;
                break;
            }
        }
    }

    // "03/2024   colonoscopy: one adenoma removed": the line begins with its date.
    private static bool Began(NoteCase note, Sentence sentence)
    {
        for (var i = sentence.From; i < Math.Min(sentence.To, sentence.From + 3); i++)
            if (note.IsPastYear(i)) return true;
        return false;
    }

    // "Last DKA 2018": of whatever comes and goes.
    private static void Last(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Assertion == Assertion.Present && m.From > 0 && note.Word(m.From - 1) == "last" && m.To < note.Note.Sentences[m.Sentence].To).ToList())
        {
            if (note.IsPastYear(m.To)) m.Reject(RejectReasons.Historical, Rule.Source, null, new Cue(Assertion.Historical, m.From - 1, m.From));
        }
    }

    // "Had a DVT of the left leg in 2019": the verb is past, the year behind it also farther on.
    private static bool Had(NoteCase note, Sentence sentence, Mention m)
    {
        if (m.Entry.Code[0] != 'I' && !m.Entry.Under("G45")) return false;
        for (var i = m.From - 1; i >= Math.Max(sentence.From, m.From - 3); i--) if (note.Word(i) is "had" or "suffered") return true;
        return false;
    }

    // "Croup at age 2", "bronchiolitis at 7 months", of a patient who is older now.
    private static int? Age(NoteCase note, Mention m)
    {
        if (note.Patient.Days is not { } days || m.Entry.Code[0] == 'O') return null;
        var sentence = note.Note.Sentences[m.Sentence];
        for (var i = m.To; i + 1 < Math.Min(sentence.To, m.To + 4); i++)
        {
            if (note.Note.Words[i].Has(Mark.Comma | Mark.Semicolon)) return null;
            if (note.Word(i) is not ("at" or "age" or "aged")) continue;
            var at = note.Word(i + 1) is "age" or "about" ? i + 2 : i + 1;
            if (at >= sentence.To || !int.TryParse(note.Word(at), NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is 0 or > 100) continue;
            var unit = at + 1 < sentence.To ? note.Word(at + 1) : "";
            var then = unit is "months" or "month" or "mo" or "mos" ? n * 30 : unit is "weeks" or "week" or "wk" or "wks" ? n * 7 : unit is "days" or "day" ? n : unit is "years" or "year" or "yrs" or "yr" or "y" || note.Word(at - 1) is "age" or "aged" ? n * 365 : int.MaxValue;
            if (then < days - 60) return at;
        }

        return null;
    }

    // "In 2018", "(2018)", "in March 2018" behind the mention, before the year of the visit.
    private static int? Year(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        for (var i = m.To; i < Math.Min(sentence.To, m.To + (Had(note, sentence, m) || note.Note.Words[sentence.From].Has(Mark.Bullet) ? 8 : 4)); i++)
        {
            var word = note.Note.Words[i];
            if (i > m.To && word.Has(Mark.Comma | Mark.Semicolon)) return null;
            if (note.YearAt(i) is null) continue;
            // "CAP 2023;" in a list.
            var bare = i == m.To && (i + 1 == sentence.To || note.Note.Words[i + 1].Has(Mark.Comma | Mark.Semicolon | Mark.Close | Mark.Open));
            // An entry of a problem list ends with its year: "- Osteomyelitis right great toe 2022, s/p amputation".
            bare |= note.Note.Words[sentence.From].Has(Mark.Bullet) && m.From <= sentence.From + 3 && (i + 1 == sentence.To || note.Note.Words[i + 1].Has(Mark.Comma | Mark.Semicolon | Mark.Close));
            // "Thrombosis of the left leg 1988": an event and its year.
            bare |= Array.Exists(Events, m.Entry.Under) && (i + 1 == sentence.To || note.Note.Words[i + 1].Has(Mark.Comma | Mark.Semicolon | Mark.Close) || note.Word(i + 1) is "after" or "following" or "post");
            // "AKI 5/2024".
            bare |= i == m.To + 1 && word.Has(Mark.Slash) && note.Word(i - 1) is [>= '0' and <= '9'] or [>= '0' and <= '1', >= '0' and <= '9'];
            var told = bare || word.Has(Mark.Open) || note.Word(i - 1) is "in" or "of" or "since" || i >= m.To + 1 && note.Word(i - 2) == "in";
            return told && note.Word(i - 1) != "since" && note.IsPastYear(i) ? i : null;
        }

        return null;
    }
}
