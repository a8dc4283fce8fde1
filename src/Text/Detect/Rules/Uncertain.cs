using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Outpatient services code no diagnosis that is documented as probable, suspected, questionable, rule out, compatible with, consistent with or the like (Official
/// Guidelines IV.H); a hospital stay codes it as if it existed (II.H), except COVID-19, HIV and Zika, which are coded only when confirmed (I.C.1.g.1.a, I.C.1.a.1, I.C.1.f),
/// and suspected avian or other identified influenza, which goes to J11 (I.C.10.c). Suspected abuse has codes of its own (I.C.19.f), and what is known or suspected of the
/// fetus is coded (I.C.15.c).
/// </summary>
internal static class Uncertain
{
    public static readonly Rule Rule = new("uncertain", "Guidelines IV.H", Apply);

    private static readonly string[] ConfirmedOnly = ["U07", "B20", "Z21", "A925", "B97.35"];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Mentions.Concat(note.External))
        {
            if (!m.Live || m.Assertion != Assertion.Uncertain) continue;
            // "Repeat EGD to exclude cancer": what a test of the future is for is no diagnosis at the time of discharge.
            if (m.Entry.Under("T76") || m.Entry.Under("O35") || m.Entry.Under("O36")) continue;
            if (Array.Exists(ConfirmedOnly, m.Entry.Under)) m.Reject(RejectReasons.Uncertain, m.Entry.Under("U07") ? "Guidelines I.C.1.g.1.a" : m.Entry.Under("A925") ? "Guidelines I.C.1.f" : "Guidelines I.C.1.a.1");
            else if (m.Entry.Under("J09") || m.Entry.Under("J10"))
            {
                if (note.Inpatient && note.Codes.Find("J111") is { } flu) m.Recode(flu, "influenza-confirmed", "Guidelines I.C.10.c");
                else m.Reject(RejectReasons.Uncertain, Rule.Source);
            }
            else if (!note.Inpatient && IsSymptom(m.Entry) && Accompanies(note, m))
            {
                m.Assertion = Assertion.Present;
                m.Kept = true;
            }
            else if (!note.Inpatient && !(IsSymptom(m.Entry) && m.Cue is { } cue && note.Word(cue.From).StartsWith("concern", StringComparison.Ordinal)))
            {
                m.Reject(RejectReasons.Uncertain, Rule.Source);
                if (!IsSymptom(m.Entry)) note.Queries.Add($"{m.Entry.Title} is documented as uncertain: is it confirmed?");
            }
            else if (note.Inpatient && m.Cue is { } said && (note.Word(said.From) is "ddx" || note.Word(said.From) == "thought" && said.To > said.From + 1 && note.Word(said.From + 1) is "he" or "she" or "they" or "it" or "i" || note.Word(said.From) is "thinks" or "afraid" or "sure" or "convinced" or "scared" or "frightened" or "worried" or "asks" or "asked" or "wonders" or "wondering" or "considered" || note.Word(said.From) == "differential" && said.To - said.From > 1)) m.Reject(RejectReasons.Uncertain, "Guidelines II.H");
            else if (note.Inpatient && Dropped(note, m)) m.Reject(RejectReasons.Negated, "Guidelines II.H");
            else if (note.Inpatient && Asked(note, m)) m.Reject(RejectReasons.Uncertain, "Guidelines II.H");
            else if (note.Inpatient && ForATest(note, m)) m.Reject(RejectReasons.Uncertain, "Guidelines II.H");
            else if (note.Inpatient)
            {
                m.Why.Add(new Reason("rule", "uncertain-inpatient", "Guidelines II.H"));
            }
        }

        Inherit(note);
    }

    // What the assessment calls likely is no surer where it is named again after that, unless
    // it has a line of its own or the history has it.
    private static void Inherit(NoteCase note)
    {
        if (note.Inpatient) return;
        // The reason for the visit, "esophagitis", of which the note says no more than that it is suspected.
        foreach (var reason in note.Live.Where(m => m.Section == SectionKind.Complaint && m.Assertion == Assertion.Present && !IsSymptom(m.Entry)).ToList())
        {
            var others = note.Mentions.Where(m => m != reason && m.Entry.Code == reason.Entry.Code && m.Section is not (SectionKind.Family or SectionKind.Instructions)).ToList();
            if (others.Exists(m => m.Rejected == RejectReasons.Uncertain) && !others.Exists(m => m.Live && m.Section != SectionKind.Complaint)) reason.Reject(RejectReasons.Uncertain, Rule.Source);
        }

        foreach (var first in note.Mentions.Where(m => m.Rejected == RejectReasons.Uncertain && m.Section is SectionKind.Assessment or SectionKind.Plan).ToList())
        {
            // A list of what was thought of says nothing of what was found.
            if (first.Cue is { } listed && note.Word(listed.From) is "ddx" or "differential" or "considered") continue;
            var others = note.Mentions.Where(m => m.Live && m.Entry.Code == first.Entry.Code && m.Assertion == Assertion.Present).ToList();
            if (others.Count == 0 || IsSymptom(first.Entry) || others.Exists(m => m.From < first.From || m.Titular || m.Section is not (SectionKind.Assessment or SectionKind.Plan))) continue;
            foreach (var m in others) m.Reject(RejectReasons.Uncertain, Rule.Source);
        }
    }

    // What came in question on the way, in a note that says at its end what it came to: only what is uncertain then is coded.
    private static bool Asked(NoteCase note, Mention m) =>
        m.Section is not (SectionKind.Assessment or SectionKind.Plan or SectionKind.Course) && note.Note.Sentences.Exists(s => s.Section.Kind == SectionKind.Assessment && s.From > m.From);

    // "Possible pneumonia was raised; procalcitonin low, diagnosis discarded".
    private static bool Dropped(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        // "R/o CHF - BNP 48, echo normal".
        if (m.Cue is { } cue && note.Word(cue.From) is "r/o" or "rule" && note.FindWord(sentence with { From = m.To }, "normal", "negative", "neg", "unremarkable", "done") >= 0) return true;
        for (var i = m.To; i < sentence.To; i++)
            if (note.Word(i) is "discarded" or "abandoned" || note.Word(i) is "dropped" or "withdrawn" or "rejected" or "excluded" && note.Word(i - 1) is "diagnosis" or "idea" or "was" or "then" or "later") return true;
        return false;
    }

    // "Repeat endoscopy in 8 weeks to exclude cancer": what a test is for is no diagnosis at the end of a stay.
    private static bool ForATest(NoteCase note, Mention m)
    {
        if (m.Cue is not { } cue || cue.To > m.From) return false;
        var purpose = false;
        for (var i = cue.From; i < cue.To; i++) purpose |= note.Word(i) is "exclude" or "rule" or "r/o" or "evaluate" or "assess" or "look" or "see" or "investigate";
        var sentence = note.Note.Sentences[m.Sentence];
        return purpose && (note.Word(cue.From) == "to" || cue.From > sentence.From && note.Word(cue.From - 1) is "to" or "and") && note.FindWord(sentence, Tests) is >= 0 and var test && test < cue.From;
    }

    private static readonly string[] Tests =
    [
        "egd", "endoscopy", "colonoscopy", "ct", "cta", "mri", "mra", "mrcp", "us", "ultrasound", "echo", "echocardiogram", "tte", "tee", "biopsy", "biopsies", "cystoscopy", "bronchoscopy", "scan", "x-ray", "xray", "cxr", "film",
        "films", "radiograph", "eeg", "emg", "lp", "culture", "cultures", "pet", "dexa", "dxa", "ekg", "ecg", "holter", "angiogram", "angiography", "serology", "serologies", "level", "levels", "labs", "panel", "imaging",
    ];

    // "Probable pneumonia with cough": the pneumonia is probable, the cough is there.
    private static bool Accompanies(NoteCase note, Mention m)
    {
        if (m.Cue is not { } cue) return false;
        for (var i = m.From - 1; i > cue.To; i--)
        {
            if (note.Word(i) is "with" or "causing") return true;
        }

        return false;
    }

    // "Concerned about her cough": the sign exists.
    private static bool IsSymptom(CodeEntry entry) => entry.Code[0] == 'R' && !entry.Under("R7") && !entry.Under("R65") && !entry.Under("R8") && !entry.Under("R9");
}
