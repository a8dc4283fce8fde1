using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// "History of" in a note means a past condition or, in daily usage, one that the patient still has. A condition that no longer exists and is not treated has a history code
/// (Official Guidelines I.C.21.c.4; neoplasms I.C.2.m; stroke I.C.9.d.3; infarction I.C.9.e); a chronic one is coded as present. Which is which is a table:
/// <c>data/detect/history.txt</c>.
/// </summary>
internal static class HistoryStatus
{
    public static readonly Rule Rule = new("history", "Guidelines I.C.21.c.4", Apply);

    private static readonly List<(string[] Prefixes, string Code)> Past = [.. WordLists.Read("history.txt").Where(c => c[0] == "past").Select(c => (c[2].Split(' '), c[1]))];
    private static readonly string[] Acute = [.. WordLists.Read("history.txt").Where(c => c[0] == "acute").SelectMany(c => c[1].Split(' '))];

    // Single events: a drug taken since then keeps the next one away, and does not treat this one.
    private static readonly string[] Events = ["I26", "I80", "I82", "I63", "I61", "G45", "I21"];

    /// <summary>The history code of a condition; null when the table has none.</summary>
    public static string? CodeOf(CodeEntry entry) => Past.FirstOrDefault(p => p.Prefixes.Any(entry.Under)).Code;

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Mentions.ToList())
        {
            // "Resolved: pneumonia 2023; gestational diabetes 2009": a list of what is over.
            var closed = m.Section == SectionKind.Pmh && Closed(note.Note.Sentences[m.Sentence].Section.Header);
            if (closed && m.Assertion == Assertion.Present) m.Assertion = Assertion.Historical;
            // "CLL in remission" has a code of its own (I.C.2.n).
            if (m.Live && m.Assertion == Assertion.Historical && m.Entry.Under("C9") && m.Entry.Code.Length == 5 && m.Cue is { } cleared && note.Word(cleared.To - 1) == "remission" && note.Codes.Find(m.Entry.Code[..4] + "1") is { Billable: true } quiet && quiet.Title.EndsWith("in remission", StringComparison.Ordinal))
            {
                m.Assertion = Assertion.Present;
                m.Recode(quiet, Rule.Id, "Guidelines I.C.2.n");
                continue;
            }

            // What a newborn had is over in a grown child; scars of the lung and the brain stay (I.C.16.a.4).
            if (m.Live && m.Entry.Code[0] == 'P' && m.Section == SectionKind.Pmh && note.Patient.Days is >= 365 && !m.Entry.Under("P27") && !m.Entry.Under("P91") && !m.Entry.Under("P52")) { m.Reject(RejectReasons.Historical, "Guidelines I.C.16.a.4"); continue; }
            // A latent tuberculosis that was treated.
            if (m.Live && m.Entry.Code == "Z227" && note.FindWord(note.Note.Sentences[m.Sentence], "treated", "completed", "finished") is >= 0 and var cured && cured >= m.To && note.ScopeAt(m.Sentence, Assertion.Negated, cured, cured + 1) is null && note.Codes.Find("Z8615") is { } latent) { m.Recode(latent, Rule.Id, Rule.Source); m.Kept = true; continue; }
            // "OB history: 2016 vaginal delivery".
            if (m.Live && m.Section is SectionKind.Pmh or SectionKind.Psh && (m.Entry.Code is "O80" or "O82" || m.Entry.Under("O0"))) { m.Reject(RejectReasons.Historical, Rule.Source); continue; }
            // I25.2 is a history itself.
            if (!m.Live || m.Entry.Code[0] is 'Z' || m.Entry.Under("I252") || m.Entry.Code[0] == 'O' && m.Assertion != Assertion.Historical) continue;
            if (m.Assertion == Assertion.Present && m.Entry.Code[0] == 'C' && Cured(note, m)) m.Assertion = Assertion.Historical;
            // The story of a cancer that is treated now is no past history.
            var section = m.Section is SectionKind.Pmh or SectionKind.Psh && !note.Note.Sentences[m.Sentence].Section.Header.StartsWith("onco", StringComparison.OrdinalIgnoreCase);
            // "PMH: has prostate cancer": in the present tense.
            section &= !(m.From > 0 && note.Word(m.From - 1) is "has" && m.From - 1 == note.Note.Sentences[m.Sentence].From);
            // "Past surgical history: inguinal hernia": what was mended by it.
            if (m.Section == SectionKind.Psh && Array.Exists(Mended, m.Entry.Under)) { m.Reject(RejectReasons.Historical, Rule.Source); continue; }
            // What resolved during a stay was treated in it (III: conditions that affect the patient's care); outpatients are coded as they are now.
            if (note.Inpatient && m.Assertion == Assertion.Historical && !section && m.Entry.Code[0] is not ('R' or 'C') && m.Cue is { } over && Resolved(note, m, over))
            {
                m.Assertion = Assertion.Present;
                m.Why.Add(new Reason("rule", "resolved-during-stay", "Guidelines III"));
                continue;
            }

            // "Old MI and asthma": only an event is old, and what is joined to it is not.
            if (m.Assertion == Assertion.Historical && m.Cue is { } old && note.Word(old.From) == "old" && old.To < m.From && !Array.Exists(Events, m.Entry.Under) && m.Entry.Code[0] != 'S' && Joined(note, old.To, m.From)) { m.Assertion = Assertion.Present; continue; }
            // "Late effect of a burn in childhood": the cause is past, and what it left is there (I.B.10).
            if (m.Assertion == Assertion.Historical && note.FindWord(note.Note.Sentences[m.Sentence], "late", "sequela", "sequelae") is >= 0 and var late && (note.Word(late) != "late" || late + 1 < note.Note.Words.Count && note.Word(late + 1) is "effect" or "effects" or "result")) { m.Assertion = Assertion.Present; continue; }
            // "Impacted wax, resolved with removal today": what was treated in this visit was there.
            if (m.Assertion == Assertion.Historical && m.Section is SectionKind.Assessment && m.Cue is { } done && done.From >= m.To && Resolved(note, m, done) && note.FindWord(note.Note.Sentences[m.Sentence], "today") >= 0) { m.Assertion = Assertion.Present; continue; }
            // "Numbness resolved after 20 min": the reason for the visit.
            if (m.Assertion == Assertion.Historical && m.Entry.Code[0] == 'R' && m.Cue is { } gone && gone.From >= m.To && Within(note, m, gone.To)) { m.Assertion = Assertion.Present; continue; }
            var strong = closed || m.Assertion == Assertion.Historical && m.Cue is { } cue && Strong(note, m, cue);
            if (m.Assertion != Assertion.Historical && !section) continue;
            if (!(m.Assertion == Assertion.Historical && Array.Exists(Events, m.Entry.Under)) && Treated(note, m)) { m.Assertion = Assertion.Present; continue; }
            var code = Past.FirstOrDefault(p => p.Prefixes.Any(m.Entry.Under)).Code;
            if (code is not null && note.Codes.Find(code) is { } entry && (m.Assertion == Assertion.Historical || section))
            {
                var instead = entry.Billable ? entry : Specificity.Default(note.Codes, entry);
                if (instead is null) continue;
                m.Recode(instead, Rule.Id, Rule.Source);
                m.Kept = true;
                continue;
            }

            // Hepatitis that was cured; the bare "history of" is said of carriers too.
            if (strong && m.Assertion == Assertion.Historical && (m.Entry.Under("B17") || m.Entry.Under("B18") || m.Entry.Under("B19")) && note.Codes.Find("Z8619") is { } infection) { m.Recode(infection, Rule.Id, Rule.Source); m.Kept = true; continue; }
            if (m.Entry.Code[0] == 'R' && m.Assertion == Assertion.Historical || strong || m.Assertion == Assertion.Historical && m.Entry.Title.StartsWith("Acute", StringComparison.Ordinal) || Array.Exists(Acute, m.Entry.Under) && m.Assertion == Assertion.Historical) m.Reject(RejectReasons.Historical, Rule.Source);
        }
    }

    private static readonly string[] Mended = ["K35", "K36", "K37", "K40", "K41", "K42", "K43", "K44", "K45", "K46", "K80", "K81", "J34", "J35", "H25", "H26", "G560", "M751", "M23", "M653", "D25", "N81", "S", "Q53", "L72", "K60", "K64", "O"];

    private static bool Joined(NoteCase note, int from, int to)
    {
        for (var i = from; i < to; i++) if (note.Word(i) is "and" or "&") return true;
        return false;
    }

    private static bool Within(NoteCase note, Mention m, int from)
    {
        for (var i = from; i + 2 < Math.Min(note.Note.Sentences[m.Sentence].To, from + 4); i++)
            if (note.Word(i) is "after" or "in" or "within" && char.IsAsciiDigit(note.Word(i + 1)[0]) && note.Word(i + 2) is "min" or "mins" or "minutes" or "hr" or "hrs" or "hour" or "hours") return true;
        return false;
    }

    private static bool Closed(string header) => header.Contains("resolved", StringComparison.OrdinalIgnoreCase) || header.Contains("inactive", StringComparison.OrdinalIgnoreCase);

    // "Breast cancer 2010, no recurrence", "cancer free": excised and no longer treated (I.C.2.m).
    private static bool Cured(NoteCase note, Mention m)
    {
        if (m.Entry.Under("C77") || m.Entry.Under("C78") || m.Entry.Under("C79") || string.CompareOrdinal(m.Entry.Code, "C81") >= 0) return false;
        var sentence = note.Note.Sentences[m.Sentence];
        if (note.FindWord(sentence, "ned", "cancer-free", "cured") >= 0) return true;
        // "Treated with radiation in 2009", with nothing since.
        if (!m.Titular && note.FindWord(sentence, "treated", "resected", "excised", "irradiated", "removed") is >= 0 and var treated && treated >= m.To && LongAgo(note, sentence, treated) && note.FindWord(sentence, "on", "continues", "continued", "adjuvant", "recurrent", "recurrence", "metastatic", "metastases", "progression", "now") < 0) return true;
        if (note.FindWord(sentence, "free") is > 0 and var free && note.Word(free - 1) is "cancer" or "disease") return true;
        var at = note.FindWord(sentence, "recurrence", "disease", "recurred");
        return at > m.To && note.FindWord(sentence, "recurrence", "evidence", "recurred") >= 0 && note.ScopesOf[m.Sentence].Exists(x => x.Kind == Assertion.Negated && x.From <= at && x.To > at) && note.FindWord(sentence, "currently", "ongoing", "receiving", "undergoing") < 0;
    }

    // A year before the last, behind a word.
    private static bool LongAgo(NoteCase note, Sentence sentence, int from)
    {
        for (var i = from; i < Math.Min(sentence.To, from + 8); i++)
            if (note.YearAt(i) is { } year && note.Options.On is { } on && year < on.Year - 1) return true;
        return false;
    }

    // Words that can only mean that it is over, not the daily "history of".
    private static bool Strong(NoteCase note, Mention m, Cue cue)
    {
        for (var i = cue.From; i < cue.To; i++)
        {
            if (note.Word(i) is "ago" or "childhood" or "remote" or "previous" or "prior" or "past" or "resolved" or "cleared" or "recovered" or "recovery" or "healed" or "former" or "child" or "survivor" or "teenager" or "youth" or "college" or "kid" or "toddler" or "infant" or "baby" or "infancy" or "boy" or "girl" or "teen" or "adolescent" or "adolescence" or "outgrown" or "outgrew" or "cured" or "ablated" or "decades" or "post" or "s/p" or "status" or "old" or "better" or "gone" or "time" or "none" or "teens" or "twenties" or "thirties" or "forties" or "fifties" or "treated" || note.Word(i) is [_, '0', 's'] || note.Word(i) == "had" && cue.From >= m.To) return note.Word(cue.From) is not "past" || note.Word(Math.Min(cue.From + 1, cue.To - 1)) is not "medical";
        }

        // "History of bronchitis, resolved", "in 2018".
        var sentence = note.Note.Sentences[m.Sentence];
        return note.FindWord(sentence, "resolved") >= 0;
    }

    // "Acute kidney injury, resolved with fluids": nothing but that word says that it is over.
    private static bool Resolved(NoteCase note, Mention m, Cue cue)
    {
        if (cue.From < m.To) return false;
        for (var i = cue.From; i < cue.To; i++)
        {
            if (note.Word(i) is not ("resolved" or "cleared" or "fully" or "recovered" or "which" or "has" or "had" or "have" or "is" or "was" or "are" or "were" or "now" or "since" or "completely")) return false;
        }

        var sentence = note.Note.Sentences[m.Sentence];
        return note.FindWord(sentence, "completed", "finished", "history", "hx", "prior", "previous", "previously", "ago", "childhood", "admission", "before", "past") < 0;
    }

    // "History of hypertension, on lisinopril": still treated.
    private static bool Treated(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        for (var i = m.To; i < Math.Min(sentence.To, m.To + (m.Entry.Code[0] == 'C' ? 30 : 12)); i++)
        {
            var word = note.Word(i);
            // "Lumpectomy last year, continues adjuvant anastrozole" (I.C.2.m).
            if (m.Entry.Code[0] == 'C' && word is "adjuvant" && i > m.To && note.Word(i - 1) is "continues" or "continue" or "on" or "still" or "ongoing") return true;
            if (i >= m.To + 12) continue;
            if (word is "off" or "no" or "without" or "completed" or "previously" or "s/p") return false;
            if (word is "currently" or "undergoing" or "receiving" or "taking" or "takes" or "controlled" or "maintained" or "active" || word == "on" && i + 1 < sentence.To && !char.IsAsciiDigit(note.Word(i + 1)[0]) && note.Word(i + 1) is not ("examination" or "exam" or "the" or "ct" or "imaging" or "mri" or "biopsy" or "pathology" or "admission" or "presentation")) return true;
        }

        // "Prostate cancer diagnosed in 2004. He is now receiving leuprolide."
        if (m.Entry.Code[0] == 'C' && m.Sentence + 1 < note.Note.Sentences.Count && note.Note.Sentences[m.Sentence + 1] is var next && note.Word(next.From) is "he" or "she" or "patient" or "now" or "currently" && note.FindWord(next with { To = Math.Min(next.To, next.From + 6) }, "receiving", "receives", "undergoing") is >= 0 and var given && note.FindWord(next with { To = given }, "not", "no", "was", "had") < 0) return true;
        return false;
    }
}
