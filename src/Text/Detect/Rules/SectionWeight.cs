using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Where a note says something decides what it is worth. A checklist of systems, an examination and test results are not diagnoses until the provider makes them one (Official
/// Guidelines III.B, abnormal findings); a symptom told on the way is not coded where the assessment names what it comes from (IV.D, I.B.4). A note without an assessment
/// is read as a whole.
/// </summary>
internal static class SectionWeight
{
    public static readonly Rule Rule = new("section", "Guidelines III.B", Apply);

    private static void Apply(NoteCase note)
    {
        var assessed = note.Mentions.Any(m => m.Live && m.Section == SectionKind.Assessment && !IsSymptom(m.Entry) && m.Entry.Code[0] is not 'Z');
        var hasAssessment = note.Note.Sections.Any(s => s.Kind == SectionKind.Assessment && s.End - s.Start > s.Header.Length + 8);
        // A diagnosis that is only suspected is not coded, so that its symptoms are (IV.H, I.B.4).
        var suspected = note.Mentions.Where(m => m.Rejected == RejectReasons.Uncertain && !note.Mentions.Exists(o => o.Live && o.Entry.Category.SequenceEqual(m.Entry.Category))).Select(m => m.Entry).Distinct().Take(20).ToList();
        var told = note.Mentions.Any(m => m.Live && m.Assertion == Assertion.Present && m.Section is SectionKind.Course or SectionKind.Body or SectionKind.Complaint && !IsSymptom(m.Entry) && m.Entry.Code[0] != 'Z');
        // "Flank pain, rule out appendicitis", and a stone found: the pain is the stone's.
        var established = note.Mentions.Where(m => m.Live && m.Assertion == Assertion.Present && m.Section is SectionKind.Assessment && !IsSymptom(m.Entry) && m.Entry.Code[0] != 'Z').Select(m => m.Entry).Distinct().Take(20).ToList();
        foreach (var m in note.Mentions)
        {
            if (!m.Live || m.Kept) continue;
            if (IsSymptom(m.Entry) && !established.Exists(d => Integral.Belongs(d, m.Entry)) && m.Section is SectionKind.Complaint or SectionKind.History or SectionKind.Body or SectionKind.Assessment && suspected.Exists(d => Integral.Belongs(d, m.Entry)))
            {
                m.Kept = true;
                m.Why.Add(new Reason("rule", "symptom-of-uncertain", "Guidelines IV.H"));
                continue;
            }

            // The use of a substance is coded only with a disorder that the provider links to it (I.C.5.b.3): not from the history or the habits.
            if (m.Entry.Code.Length == 5 && m.Entry.Under("F1") && m.Entry.Code[3..] == "90" && !m.Entry.Under("F17") && m.Section is SectionKind.Social or SectionKind.History or SectionKind.Instructions && hasAssessment) m.Reject(RejectReasons.Unsupported, "Guidelines I.C.5.b.3");
            switch (m.Section)
            {
                case SectionKind.Ros or SectionKind.Vitals or SectionKind.Administrative or SectionKind.Consent or SectionKind.Medications or SectionKind.Immunizations or SectionKind.Allergies:
                    if (m.Section != SectionKind.Ros || hasAssessment || !IsSymptom(m.Entry)) m.Reject(RejectReasons.Unsupported, Rule.Source);
                    break;
                case SectionKind.Social:
                    if (m.To < note.Note.Words.Count && note.Note.Words[m.To].Has(Mark.Colon) && note.Word(m.To) is not ("yes" or "current" or "positive" or "daily" or "every")) m.Reject(RejectReasons.Unsupported, Rule.Source);
                    if (!m.Entry.Under("F1") && !m.Entry.Under("Z87") && !m.Entry.Under("Z72") && !m.Entry.Under("Z59") && !m.Entry.Under("Z6") && !m.Entry.Under("Z5")) m.Reject(RejectReasons.Unsupported, Rule.Source);
                    break;
                case SectionKind.Exam or SectionKind.Results:
                    // Signs of an examination are not coded beside the diagnosis that the story or the course gives.
                    if (hasAssessment || told && IsSymptom(m.Entry) && m.Section == SectionKind.Exam) m.Reject(RejectReasons.Unsupported, Rule.Source);
                    break;
                case SectionKind.Procedure:
                    if (hasAssessment && IsSymptom(m.Entry)) m.Reject(RejectReasons.Unsupported, Rule.Source);
                    break;
            }

            if (!m.Live || !assessed || !IsSymptom(m.Entry)) continue;
            // What a stroke took away is coded beside it while it lasts.
            if (note.Inpatient && m.Assertion == Assertion.Present && (m.Entry.Under("R470") || m.Entry.Under("R471") || m.Entry.Under("R2981") || m.Entry.Under("R131")) && m.Section is SectionKind.Body or SectionKind.Course or SectionKind.Assessment && note.Has("I60", "I61", "I63")) continue;
            // A test ordered to evaluate a bruit: a finding that is worked up and belongs to nothing that was found.
            if (m.Section is SectionKind.Assessment or SectionKind.Plan && m.Assertion == Assertion.Present && !established.Exists(d => Integral.Belongs(d, m.Entry)) && WorkedUp(note, m)) continue;
            // "The patient has hematuria", in an assessment that is prose.
            if (m.Section == SectionKind.Assessment && m.Assertion == Assertion.Present && note.FindWord(note.Note.Sentences[m.Sentence] with { From = Math.Max(note.Note.Sentences[m.Sentence].From, m.From - 4), To = m.From }, "has", "have") >= 0 && !established.Exists(d => Integral.Belongs(d, m.Entry))) continue;
            if (m.Section is not (SectionKind.Assessment or SectionKind.Plan) || !m.Titular && !Leads(note, m)) m.Reject(RejectReasons.Integral, "Guidelines IV.D");
        }

        if (!hasAssessment) return;
        var confirmed = note.Mentions.Where(m => m.Live && m.Section is SectionKind.Assessment or SectionKind.Plan).Select(m => m.Entry.Code[..3]).ToHashSet(StringComparer.Ordinal);
        // With an assessment, what only the story tells counts when it is a lasting condition; a passing one is the past.
        foreach (var m in note.Mentions)
        {
            if (!m.Live || m.Kept || m.Section is not (SectionKind.History or SectionKind.Complaint or SectionKind.Body) || IsSymptom(m.Entry)) continue;
            if (!assessed || confirmed.Contains(m.Entry.Code[..3])) continue;
            if (!note.Inpatient && Array.Exists(Passing, m.Entry.Under) || m.Entry.Code[0] is 'S' or 'T' || m.Entry.Code[0] is 'L' or 'H' or 'Z' or 'P' or 'Q' or 'O' && m.Terms == 1) m.Reject(RejectReasons.Unsupported, Rule.Source);
        }
    }

    // What brings to a hospital and is over, or is assessed.
    private static readonly string[] Passing = ["A40", "A41", "I21", "I22", "I26", "I46", "I60", "I61", "I63", "I95", "J12", "J13", "J14", "J15", "J16", "J18", "J22", "J96", "K35", "K56", "K85", "N17", "R57"];

    // "3. Pulmonary nodule, 6 mm, repeat scan in a year": the problem of an entry of the list.
    private static bool Leads(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        // "PREOPERATIVE DIAGNOSES: palsy, asthma, developmental delay, and reflux": an entry between commas.
        if (sentence.Section.Header.Contains("diagnos", StringComparison.OrdinalIgnoreCase) && note.Note.Words[sentence.From].Start - sentence.Section.Start - sentence.Section.Header.Length is >= 0 and < 6 && (m.From == sentence.From || note.Note.Words[m.From].Has(Mark.Comma) || note.Note.Words[m.From - 1].Has(Mark.Comma)) && (m.To == sentence.To || note.Note.Words[m.To].Has(Mark.Comma))) return true;
        // "... prophylaxis. 3. Debility. 4. ...": a list that runs on in one paragraph.
        if (m.Section == SectionKind.Assessment && m.From == sentence.From && sentence.From > 0 && note.Word(sentence.From - 1) is { Length: <= 2 } number && char.IsAsciiDigit(number[0]) && note.Note.Words[sentence.From - 1].End is var stop && stop < note.Note.Text.Length && note.Note.Text[stop] is '.' or ')') return true;
        return m.Section == SectionKind.Assessment && m.From <= sentence.From + 2 && (note.Note.Words[sentence.From].Has(Mark.Bullet) || note.Note.Words[sentence.From].Has(Mark.Line) && (m.Entry.Under("R91") || m.Entry.Under("R59") || m.Entry.Under("R92") || m.Entry.Under("R93")) || char.IsAsciiDigit(note.Word(sentence.From)[0]) && note.Word(sentence.From).Length <= 2);
    }

    private static bool WorkedUp(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        return note.FindWord(sentence, "order", "ordered", "obtain", "repeat", "schedule", "scheduled", "refer", "referred", "referral") is >= 0 and var order && order < m.From && note.FindWord(sentence, "evaluate", "evaluation", "assess", "reassess", "investigate", "workup") is >= 0 and var purpose && purpose < m.From;
    }

    /// <summary>A symptom or sign: chapter R, and pain of a joint, limb, back or eye, by itself.</summary>
    public static bool IsSymptom(CodeEntry entry) =>
        entry.Code[0] == 'R' && !entry.Under("R65") && !(entry.Under("R131") && entry.Code[^1] != '0') && !entry.Under("R297") && !entry.Under("R73") && !entry.Under("R030") && !entry.Under("R97") && !entry.Under("R57") || entry.Under("M255") || entry.Under("M796") || entry.Under("M7918") || entry.Under("M791") || entry.Under("M542") || entry.Under("M545") || entry.Under("M546") || entry.Under("M549") || entry.Under("M256")
        || entry.Under("M2540") || entry.Under("M254") || entry.Under("H571") || entry.Under("H920") || entry.Under("N644") || entry.Under("H53") && entry.Under("H538") || entry.Under("L539") || entry.Under("I998") || entry.Under("M7989") || entry.Under("M6283") || entry.Under("M253");
}
