using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// What the note denies, tells of somebody else, or names only as a possibility of the future is no diagnosis of the patient (Official Guidelines, section III and IV.J: code
/// conditions that exist at the time of the encounter).
/// </summary>
internal static class Asserted
{
    public static readonly Rule Rule = new("asserted", "Guidelines IV.J", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Mentions.Concat(note.External))
        {
            // "Newborn of a mother with dependence, withdrawal": behind the comma it is the child's again, and conditions of the newborn are no mother's.
            if (m.Assertion == Assertion.Family && m.Entry.Code[0] == 'P' && m.Cue is { } kin && kin.To > kin.From && note.Word(kin.From) is "mother" or "maternal" or "mom" && Apart(note, kin.To, m.From)) m.Assertion = Assertion.Present;
            var reason = m.Assertion switch
            {
                Assertion.Negated => RejectReasons.Negated,
                Assertion.Family => RejectReasons.Family,
                Assertion.OtherPerson => RejectReasons.OtherPerson,
                Assertion.Hypothetical => RejectReasons.Hypothetical,
                Assertion.Instruction => RejectReasons.Instruction,
                _ => null,
            };
            // "Nerve pain medicine", "headache pills": what it is taken for need not be there now.
            if (reason is null && m.Entry.Code[0] is 'R' or 'M' && m.To < note.Note.Sentences[m.Sentence].To && note.Note.Words[m.To].Before == 0 && note.Word(m.To) is "medicine" or "medicines" or "medication" or "medications" or "med" or "meds" or "pill" or "pills" or "killer" or "killers" or "reliever" or "relievers" or "management" or "clinic") reason = RejectReasons.Hypothetical;
            // "A1AT level normal".
            if (reason is null && m.Entry.Code[0] is 'E' or 'D' && m.To + 1 < note.Note.Sentences[m.Sentence].To && note.Word(m.To) is "level" or "levels" && note.FindWord(note.Note.Sentences[m.Sentence] with { From = m.To }, "normal", "wnl", "pending") == m.To + 1) reason = RejectReasons.Negated;
            // The report of breast imaging is no density, a summary of a discharge no discharge, a second cancer no secondary one.
            if (reason is null && (m.Entry.Under("R923") && note.Word(m.From) is "bi" or "birads" || m.Entry.Under("N898") && note.Word(m.From) == "discharge" && note.Word(m.From + 1) == "summary" || m.Entry.Code == "C799" && note.Word(m.From) == "second")) reason = RejectReasons.Unsupported;
            // "COVID-19 test", "HIV antibody": what is tested for, unless the result stands there.
            if (reason is null && m.Entry.Code[0] is 'A' or 'B' or 'U' or 'C' or 'J' && IsTest(note, m)) reason = RejectReasons.Hypothetical;
            // "Hearing aids": the disease is written in capitals, or beside its virus.
            if (reason is null && m.Entry.Under("B20") && m.To - m.From == 1 && note.Word(m.From) is "aids" or "aid" && !note.Note.Words[m.From].Capitals && !note.Speaks("hiv")) reason = RejectReasons.Unsupported;
            // "HIV+, asymptomatic": the infection, and not the disease (I.C.1.a.2.d).
            if (reason is null && m.Entry.Code == "B20" && m.Assertion == Assertion.Present && Told.Says(note, m, 4, "asymptomatic", "asx") && note.Codes.Find("Z21") is { } infected) m.Recode(infected, "hiv-asymptomatic", "Guidelines I.C.1.a.2.d");
            // "Dependence" without its substance, "sick" of somebody unnamed.
            if (reason is null && m.To - m.From == 1 && (m.Entry.Under("F19") && note.Word(m.From) == "dependence" || m.Entry.Under("Z63") && note.Word(m.From) == "sick")) reason = RejectReasons.Unsupported;
            // "Post concussive syndrome discussed."
            if (reason is null && (!m.Titular || !note.Note.Words[note.Note.Sentences[m.Sentence].From].Has(Mark.Bullet | Mark.Line)) && m.Section is SectionKind.Plan or SectionKind.Instructions or SectionKind.Course && m.To + 1 == note.Note.Sentences[m.Sentence].To && m.From <= note.Note.Sentences[m.Sentence].From + 1 && note.Word(m.To) is "discussed" or "explained") reason = RejectReasons.Instruction;
            // "No fever or chills" denies both, where the index has chills without fever.
            if (reason is null && m.Entry.Code is "R6883" or "R1111" && note.Word(m.From) is "no" or "denies" or "without" or "never") reason = RejectReasons.Negated;
            // "Flu-like aches".
            if (reason is null && m.To + 1 < note.Note.Words.Count && note.Word(m.To) == "like" && note.Note.Words[m.To].Has(Mark.Dash) && note.Word(m.To + 1) is not ("illness" or "disease" or "syndrome")) reason = RejectReasons.Unsupported;
            // "Cataract extraction, both eyes": the lens is out.
            if (reason is null && m.Entry.Code[0] == 'H' && (m.Entry.Under("H25") || m.Entry.Under("H26")) && m.To < note.Note.Sentences[m.Sentence].To && note.Word(m.To) is "extraction" or "extractions" or "removal" && note.FindWord(note.Note.Sentences[m.Sentence], "scheduled", "planned", "plan", "needs", "for", "candidate") < 0) reason = RejectReasons.Historical;
            // "Walks without difficulty", "intubated without difficulty".
            if (reason is null && note.FindWord(note.Note.Sentences[m.Sentence] with { From = m.From, To = m.To }, "without") >= 0 && !m.Entry.Title.Contains("without", StringComparison.OrdinalIgnoreCase) && m.Why is [{ Id: var id }, ..] && !id.Contains("without", StringComparison.OrdinalIgnoreCase) && note.Word(m.To - 1) is "difficulty" or "difficulties" or "pain" or "trouble" or "problems") reason = RejectReasons.Negated;
            // "Inactive: depression 1998".
            if (reason is null && m.Assertion == Assertion.Historical && m.Cue is { } closed && closed.To > closed.From && (note.Word(closed.From) == "inactive" || note.Word(closed.To - 1) == "inactive") && HistoryStatus.CodeOf(m.Entry) is null) reason = RejectReasons.Historical;
            // "Egg allergy, outgrown".
            if (reason is null && m.Assertion == Assertion.Historical && (m.Entry.Under("Z91") || m.Entry.Under("Z88")) && m.Cue is { } over && over.From >= m.To && note.Word(over.To - 1) is "resolved" or "outgrown" or "outgrew") reason = RejectReasons.Historical;
            // "-dysuria, -rash", "+cough -fever": a sign before each.
            if (reason is null && Minus(note, m)) reason = RejectReasons.Negated;
            // "Doxorubicin risk of cardiomyopathy": what may come.
            if (reason is null && m.To - m.From > 1 && note.FindWord(note.Note.Sentences[m.Sentence] with { From = m.From, To = m.To }, "risk", "risks") >= 0 && !m.Entry.Title.Contains("risk", StringComparison.OrdinalIgnoreCase)) reason = RejectReasons.Hypothetical;
            // "Pneumonia 2019": a year, where nobody speaks of the virus.
            if (reason is null && m.Entry.Code is "J1282" && note.FindWord(note.Note.Sentences[m.Sentence] with { From = m.From, To = m.To }, "covid", "covid-19", "coronavirus", "novel") < 0 && note.FindWord(note.Note.Sentences[m.Sentence], "2019") >= 0 && !note.Speaks("covid", "covid-19", "covid19", "coronavirus", "sars-cov-2", "sars")) reason = RejectReasons.Historical;
            // "VTE: enoxaparin": what is to be kept away.
            if (reason is null && m.Entry.Under("I82") && m.To - m.From == 1 && note.Word(m.From) is "vte" or "dvt" && m.To < note.Note.Words.Count && note.Note.Words[m.To].Has(Mark.Colon) && m.From == note.Note.Sentences[m.Sentence].From) reason = RejectReasons.Hypothetical;
            // "Three days of fever" tell how long; the three-day fever is of sandflies.
            if (reason is null && m.Entry.Under("A931") && note.FindWord(note.Note.Sentences[m.Sentence] with { From = m.From, To = m.To }, "of", "days", "x") >= 0) reason = RejectReasons.Unsupported;
            // "Prostate not enlarged": a "not" within that the entry has not.
            if (reason is null && Denies(note, m)) reason = RejectReasons.Negated;
            // "Kidney disease, Hgb 9.4": a value, and no disease of the pigment.
            if (reason is null && (m.Entry.Under("D58") || m.Entry.Under("D57")) && m.To < note.Note.Words.Count && char.IsAsciiDigit(note.Word(m.To)[0]) && note.Word(m.To - 1) is "hgb" or "hb" or "hemoglobin") reason = RejectReasons.Unsupported;
            // Divers have the chokes; who chokes on food has not.
            if (reason is null && m.Entry.Under("T703") && !note.Speaks("diving", "diver", "dive", "decompression", "caisson", "bends", "scuba")) reason = RejectReasons.Unsupported;
            // "Anxious about an operation": a feeling, unless it is the diagnosis.
            if (reason is null && m.Entry.Code is "F419" && !m.Titular && m.To - m.From == 1 && note.Word(m.From) is "anxious" or "nervous") reason = RejectReasons.Unsupported;
            // Items of the coma scale have everyday words ("localizes pain").
            if (reason is null && m.Entry.Under("R402") && m.Entry.Code != "R4020" && !note.Speaks("gcs", "glasgow", "coma", "motor")) reason = RejectReasons.Unsupported;
            // "History of aortic aneurysm repair".
            if (reason is null && m.Assertion == Assertion.Historical && m.Entry.Code[0] is 'I' or 'K' && m.To < note.Note.Sentences[m.Sentence].To && note.Note.Words[m.To].Before == 0 && note.Word(m.To) is "repair" or "repaired" or "resection") reason = RejectReasons.Historical;
            // A status code is about history, risk or contact itself.
            if (reason is not null) m.Reject(reason, Rule.Source);
        }
    }

    // In the middle of a line, where no list begins: before a symptom, or where others have a plus.
    private static bool Minus(NoteCase note, Mention m)
    {
        var (text, at) = (note.Note.Text, note.Note.Words[m.From].Start);
        if (at < 1 || text[at - 1] != '-') return false;
        var inside = at >= 3 && text[at - 2] is ' ' or '.' && text[at - 3] is not ('\n' or ' ' or '-');
        if (inside && (SectionWeight.IsSymptom(m.Entry) || m.To < note.Note.Words.Count && note.Word(m.To) is "sx" or "sxs" or "symptoms")) return true;
        if (!inside && at >= 2 && text[at - 2] is not ('\n' or '\r')) return false;
        var sentence = note.Note.Sentences[m.Sentence];
        for (var i = sentence.From; i < sentence.To; i++)
        {
            var start = note.Note.Words[i].Start;
            if (start > 1 && text[start - 1] == '+' && text[start - 2] == ' ') return true;
        }

        return false;
    }

    private static bool Denies(NoteCase note, Mention m)
    {
        for (var i = m.From; i + 1 < m.To; i++)
            if (note.Word(i) == "not" && note.Word(i + 1) is "enlarged" or "dilated" or "thickened" or "elevated" or "swollen" or "inflamed" or "increased" or "decreased" or "present" or "seen" or "obstructed" or "deviated") return !m.Entry.Title.Contains(" not ", StringComparison.OrdinalIgnoreCase);
        return false;
    }

    private static bool IsTest(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        var at = m.To;
        // COVID-19.
        if (at < sentence.To && note.Word(at) == "19") at++;
        // The core antibody tells of a contact, positive or not.
        if (at + 1 < sentence.To && m.Entry.Under("B1") && note.Word(at) is "core" or "surface" && note.Word(at + 1) is "antibody" or "ab" or "antibodies") return true;
        if (at >= sentence.To || note.Note.Words[at].Has(Mark.Comma | Mark.Semicolon | Mark.Colon | Mark.Close)) return false;
        return note.Word(at) is "test" or "tests" or "testing" or "titer" or "titers" or "swab" or "antibody" or "antibodies" or "antigen" or "ab" or "abs" or "ag" or "igg" or "igm" or "screen" or "panel" or "serology" or "serologies" or "pcr" or "culture" or "cultures" or "counseling" or "counselling" or "education" or "prevention"
            && note.FindWord(sentence, "positive", "pos", "reactive", "detected", "confirmed", "elevated", "grew", "growing", "grows") < 0;
    }

    private static bool Apart(NoteCase note, int from, int to)
    {
        for (var i = from + 1; i <= to; i++) if (note.Note.Words[i].Has(Mark.Comma | Mark.Semicolon)) return true;
        return false;
    }
}
