using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Why the patient came, where it is no disease: screening (Official Guidelines I.C.21.c.5), vaccination (c.2), routine examination with or without abnormal findings (c.13).
/// </summary>
internal static class Encounters
{
    public static readonly Rule Rule = new("encounter", "Guidelines I.C.21.c", Apply);

    private static readonly (string Word, string Code)[] Screenings =
    [
        ("mammogram", "Z1231"), ("mammo", "Z1231"), ("std", "Z113"), ("sti", "Z113"), ("stds", "Z113"), ("stis", "Z113"), ("mammography", "Z1231"), ("colonoscopy", "Z1211"), ("c-scope", "Z1211"), ("cscope", "Z1211"), ("scope", "Z1211"), ("colon", "Z1211"), ("colorectal", "Z1211"), ("pap", "Z124"), ("cervical", "Z124"), ("prostate", "Z125"), ("psa", "Z125"), ("lung", "Z122"), ("osteoporosis", "Z13820"), ("dexa", "Z13820"),
        ("diabetes", "Z131"), ("lipid", "Z13220"), ("cholesterol", "Z13220"), ("depression", "Z1331"), ("hiv", "Z114"), ("tuberculosis", "Z111"), ("anemia", "Z130"), ("glaucoma", "Z135"), ("skin", "Z1283"), ("breast", "Z1239"), ("chlamydia", "Z118"), ("hepatitis", "Z1159"),
    ];

    private static readonly PhraseTable Table = new("encounters.txt");

    private static void Apply(NoteCase note)
    {
        var vaccines = note.Speaks(Vaccines.Words) || note.Speaks("given", "administered");
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh or SectionKind.Psh or SectionKind.Results or SectionKind.Social or SectionKind.Immunizations) continue;
            Listed(note, s, sentence);
            Screening(note, s, sentence);
            if (vaccines) Vaccination(note, s, sentence);
            NewbornCheck(note, s, sentence);
            Examination(note, s, sentence);
        }

        Once(note);
        Accident(note);
    }

    // One examination: with abnormal findings, if any of its sentences says so.
    private static void Once(NoteCase note)
    {
        foreach (var (abnormal, normal) in (ReadOnlySpan<(string, string)>)[("Z00121", "Z00129"), ("Z0001", "Z0000"), ("Z01411", "Z01419")])
        {
            if (!note.Has(abnormal)) continue;
            foreach (var m in note.Live.Where(m => m.Entry.Code == normal).ToList()) m.Reject(RejectReasons.Combined, "Guidelines I.C.21.c.13", abnormal);
        }
    }

    // Of a newborn the first week and the three after it have codes of their own; a check of its weight is one too (inclusion at Z00.111).
    private static void NewbornCheck(NoteCase note, int s, Sentence sentence)
    {
        if (note.Inpatient || note.Patient.Days is not { } days || days > 28 || note.Has("Z0011")) return;
        for (var i = sentence.From; i < sentence.To; i++)
        {
            var next = i + 1 < sentence.To ? note.Word(i + 1) : "";
            var check = next is "check" or "exam" or "examination" or "checkup" or "visit";
            if (note.Word(i) is not ("newborn" or "weight" or "well-baby" or "neonate") && !(note.Word(i) == "well" && next is "baby" or "child" or "newborn")) continue;
            if (note.Word(i) != "well" && !check || note.ScopeAt(s, Assertion.Negated, i, i + 1) is not null) continue;
            if (note.FindWord(sentence, "return", "schedule", "scheduled", "next", "due") >= 0) continue;
            note.Add(days < 8 ? "Z00110" : "Z00111", s, i, Math.Min(sentence.To, i + 2), Assertion.Present, "newborn-examination", "Guidelines I.C.21.c.13");
            return;
        }
    }

    // Encounters of the table.
    private static void Listed(NoteCase note, int s, Sentence sentence)
    {
        foreach (var (row, from, to) in Table.Find(note, sentence))
        {
            if (row.Kind == "came" && !Came(note, sentence, from) || note.Has(row.Code)) continue;
            if (note.ScopesOf[s].Exists(x => x.Kind != Assertion.Uncertain && x.From <= from && x.To >= to && !(x.Cue.From >= from && x.Cue.To <= to))) continue;
            if (note.FindWord(sentence, "schedule", "scheduled", "completed", "finished", "discussed", "declined", "consider", "recommend", "refer", "referred", "plan", "ago", "needs", "overdue", "held", "hold", "cancelled", "canceled", "postponed", "deferred") >= 0) continue;
            // "Eye exam due", not "palliative care due to".
            if (note.FindWord(sentence, "due") is >= 0 and var due && (due + 1 >= sentence.To || note.Word(due + 1) != "to")) continue;
            // "Since the last device check", and a donor who gave the patient a kidney.
            if (note.FindWord(sentence with { From = Math.Max(sentence.From, from - 2), To = to }, "last", "previous", "prior", "since", "next") >= 0) continue;
            if (row.Code.StartsWith("Z52", StringComparison.Ordinal) && note.FindWord(sentence, "transplant", "transplanted", "transplantation", "recipient", "allograft", "deceased", "cadaveric", "received") >= 0) continue;
            // Stitches of an injury are taken out under the injury's own code (I.C.21.c.7), and those of a stay after it.
            if (row.Code.StartsWith("Z480", StringComparison.Ordinal) && (note.Inpatient || note.FindWord(sentence, "followup", "follow-up") >= 0 || note.Live.Any(m => m.Entry.Code[0] == 'S'))) continue;
            // An examination of the eyes that finds nothing; a disease of them that is followed is the reason itself.
            if (row.Code == "Z0100" && note.Has("H0", "H1", "H2", "H3", "H4", "H5", "E103", "E113", "E083", "E133")) continue;
            // Behind a preoperative examination comes what is operated on (IV.M).
            foreach (var m in note.Live.Where(m => m.Sentence == s && m.From >= from && m.To <= to && !m.Kept && !(row.Code.StartsWith("Z0181", StringComparison.Ordinal) && m.Entry.Code[0] is not ('R' or 'Z') && !note.Live.Any(o => o.Sentence == s && (o.To <= from || o.From >= to)))).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, row.Code);
            note.Add(row.Code, s, from, to, Assertion.Present, Rule.Id, Rule.Source);
        }
    }

    // After an accident nothing is found: observation (I.C.21.c.6).
    private static void Accident(NoteCase note)
    {
        if (!note.Speaks("accident", "collision", "mva", "mvc", "crash") || note.Live.Any(m => m.Entry.Code[0] is 'S' or 'T')) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, "accident", "collision", "mva", "mvc", "crash");
            if (at < 0 || note.FindWord(sentence, "observation", "evaluation", "examination", "checked", "check", "evaluated", "observed", "passenger", "driver", "occupant", "restrained", "belted", "unrestrained", "pedestrian", "rider") < 0) continue;
            if (!note.Note.Sentences.Any(x => note.FindWord(x, "injury", "injuries", "injured", "uninjured") is >= 0 and var w && (note.Word(w) == "uninjured" || note.ScopesOf[note.Note.Sentences.IndexOf(x)].Exists(y => y.Kind == Assertion.Negated && y.From <= w && y.To > w)))) continue;
            note.Add("Z041", s, at, at + 1, Assertion.Present, "observation", "Guidelines I.C.21.c.6");
            return;
        }
    }

    private static bool Came(NoteCase note, Sentence sentence, int at)
    {
        if (sentence.Section.Kind is SectionKind.Complaint or SectionKind.Assessment) return true;
        for (var i = Math.Max(sentence.From, at - 6); i < at; i++)
        {
            if (note.Word(i) is "diagnosis" or "indication" or "reason" or "here" or "presents" or "encounter" or "visit" or "undergoes" or "comes" or "seen" or "presenting" or "today" or "for") return true;
        }

        return sentence.To - sentence.From <= 8 || at - sentence.From <= 2;
    }

    private static void Screening(NoteCase note, int s, Sentence sentence)
    {
        var at = note.FindWord(sentence, "screening", "screen");
        if (at < 0 || !Came(note, sentence, at)) return;
        // "Nodule first seen on lung screening CT".
        if (note.FindWord(sentence with { From = Math.Max(sentence.From, at - 2), To = at }, "on", "seen", "found", "last", "prior", "previous") >= 0 && sentence.Section.Kind != SectionKind.Complaint) return;
        // "10/2025 screening mammogram: a mass": one of the past, and what it showed.
        if (at + 2 < sentence.To && note.Note.Words[at + 2].Has(Mark.Colon) && at > sentence.From && char.IsAsciiDigit(note.Word(at - 1)[0])) return;
        // A negative result of the scale for mothers is one all the same.
        if (note.ScopeAt(s, Assertion.Negated, at, at + 1) is { } denied && !(Maternal(note, sentence) && note.Word(denied.Cue.To - 1) is "negative" or "neg" or "normal")) return;
        for (var i = Math.Max(sentence.From, at - 3); i < Math.Min(sentence.To, at + 6); i++)
        {
            foreach (var (word, code) in Screenings)
            {
                if (note.Word(i) != word) continue;
                // "Cervical cancer screening" looks for the cancer, and finds none.
                foreach (var m in note.Live.Where(m => m.Sentence == s && m.From >= i && m.To <= at).ToList()) m.Reject(RejectReasons.Hypothetical, "Guidelines I.C.21.c.5");
                note.Add(code == "Z1331" && Maternal(note, sentence) ? "Z1332" : code, s, Math.Min(at, i), Math.Max(at, i) + 1, Assertion.Present, "screening", "Guidelines I.C.21.c.5");
                // The menopause is the reason for which bones are looked at (note at Z13.820 and Z78.0); its symptoms have codes of their own.
                if (code == "Z13820" && !note.Has("Z780", "N95") && note.FindWord(sentence, "postmenopausal", "menopausal", "menopause") is >= 0 and var over && note.ScopeAt(s, Assertion.Negated, over, over + 1) is null) note.Add("Z780", s, over, over + 1, Assertion.Present, "status", "Guidelines I.C.21.c.3");
                return;
            }
        }
    }

    // Of a depression around a birth: named so, or by the scale that is made for it.
    private static bool Maternal(NoteCase note, Sentence sentence) => note.FindWord(sentence, "postpartum", "maternal", "perinatal", "antenatal", "prenatal", "edinburgh", "epds") >= 0;

    private static void Vaccination(NoteCase note, int s, Sentence sentence)
    {
        var at = note.FindWord(sentence, Vaccines.Words);
        // "Hib and varicella given": of names that are also diseases only what is given.
        if (at < 0 && note.FindWord(sentence, "given", "administered") is >= 0 and var done && note.ScopeAt(s, Assertion.Negated, done, done + 1) is null && note.FindWord(sentence, "today", "given", "administered") >= 0) at = note.FindWord(sentence with { To = done }, Vaccines.WhenGiven);
        if (at < 0 || note.FindWord(sentence, "next", "due", "return", "ordered", "defer", "deferred", "last", "ago") >= 0 || note.ScopeAt(s, Assertion.Negated, at, at + 1) is not null || note.ScopeAt(s, Assertion.Historical, at, at + 1) is not null || note.FindWord(sentence, "declined", "refused", "declines", "refuses", "previous", "previously", "up", "date", "history", "received", "handout", "information", "leaflet", "sheet", "status", "titer", "titers", "immunity", "allergy", "allergen", "desensitization", "vax") >= 0) return;
        // "Shots given 10/6": on another day.
        if (note.FindWord(sentence, "given", "administered") is >= 0 and var gave && gave + 2 < sentence.To && note.Word(gave + 1) is [>= '1' and <= '9', ..] && note.Note.Words[gave + 2].Has(Mark.Slash)) return;
        var here = note.FindWord(sentence, "here", "presents", "given", "administered", "encounter", "today", "updated");
        if (here < 0 && sentence.Section.Kind is not (SectionKind.Complaint or SectionKind.Assessment) && note.Note.Words.Count > 4) return;
        if (note.Word(at) == "shot" && note.FindWord(sentence, "flu", "influenza", "tetanus", "pneumonia") < 0) return;
        if (!note.Has("Z23")) note.Add("Z23", s, at, at + 1, Assertion.Present, "vaccination", "Guidelines I.C.21.c.2");
    }

    // What an examination finds and the patient did not have before; a lasting disease that is stable is no abnormal finding of it.
    private static readonly string[] Acute =
    [
        "A0", "A3", "A4", "A6", "A7", "B0", "B1", "B3", "B8", "H00", "H01", "H10", "H60", "H61", "H65", "H66", "H72", "J00", "J01", "J02", "J03", "J04", "J05", "J06", "J1", "J20", "J21", "J22", "L00", "L01", "L02", "L03", "L04", "L08", "L22", "L23", "L24", "L25", "N30", "N39", "N63", "N76", "I86", "Q53", "K40", "K42", "M41",
    ];

    // "New finding: impetigo".
    private static bool Finds(NoteCase note, int s) => note.FindWord(note.Note.Sentences[s], "finding", "found", "findings", "noted", "shows") >= 0;

    private static void Examination(NoteCase note, int s, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            var (a, b) = (note.Word(i), i + 1 < sentence.To ? note.Word(i + 1) : "");
            if (a is "wcc" or "wcv") (a, b) = ("well", "child");
            var c = i + 2 < sentence.To ? note.Word(i + 2) : "";
            if (i + 3 < sentence.To && (b is "adult" or "general" or "complete" or "full" || a == "routine" && b is "child" or "pediatric")) (b, c) = (c, note.Word(i + 3));
            var annual = a is "annual" or "routine" or "yearly" or "preventive" or "wellness" && (b is "physical" or "gynecologic" or "gynecological" or "gyn" or "exam" or "examination" or "checkup" or "wellness" or "visit" or "medical" or "health" or "preventive");
            annual |= a is "gyn" or "gynecologic" or "gynecological" && b is "exam" or "examination" && Came(note, sentence, i) || a == "well" && b == "woman";
            var child = a == "well" && (b is "child" or "baby" || b is "visit" or "check" or "checkup" or "exam" && note.Patient.IsChild);
            // "Well check", but not "doing well: exam".
            if (!annual && !child || note.Word(i) == "well" && i + 1 < sentence.To && note.Note.Words[i + 1].Has(Mark.Comma | Mark.Semicolon | Mark.Colon)) continue;
            if (note.Has("Z0011")) return;
            if (b == "visit" && a == "routine" || note.ScopeAt(s, Assertion.Negated, i, i + 2) is not null || c == "sports") continue;
            // Only where it is why the patient came, not "due for an annual exam" in the plan.
            if (!child && note.FindWord(sentence, "due", "schedule", "scheduled", "return", "next", "last", "recommend", "follow", "back", "proceed") >= 0) continue;
            // A test that was once part of an examination.
            if (!child && sentence.Section.Kind == SectionKind.History && note.FindWord(sentence with { From = Math.Max(sentence.From, i - 4), To = i }, "part") >= 0) continue;
            // "Retinopathy: stable, yearly exam": behind a diagnosis it is what comes next.
            if (!child && a is "annual" or "yearly" && sentence.Section.Kind is SectionKind.Assessment or SectionKind.Plan && note.Mentions.Any(m => m.Sentence == s && m.To <= i && m.Entry.Code[0] is not ('Z' or 'R'))) continue;
            child |= note.Patient.IsChild || i + 1 < sentence.To && note.Word(i + 1) is "child" or "pediatric";
            var gyn = a == "well" && b == "woman" || note.FindWord(sentence, "gynecologic", "gynecological", "gyn", "gyne") >= 0;
            var assessed = note.Note.Sections.Exists(x => x.Kind == SectionKind.Assessment);
            var abnormal = note.FindWord(sentence, "abnormal") is var w and >= 0 && note.ScopeAt(s, Assertion.Negated, w, w + 1) is null && note.Word(Math.Max(sentence.From, w - 1)) is not ("no" or "without");
            abnormal |= note.Live.Any(m => (m.Section is SectionKind.Assessment || !assessed && Finds(note, m.Sentence)) && m.Assertion == Assertion.Present && (m.Entry.Code[0] == 'R' || Array.Exists(Acute, m.Entry.Under)));
            // "A new thyroid nodule was found": whatever it is.
            abnormal |= note.Live.Any(m => m.Assertion == Assertion.Present && m.Entry.Code[0] is not 'Z' && (m.Section is SectionKind.Assessment || !assessed) && note.FindWord(note.Note.Sentences[m.Sentence] with { To = m.To }, "new", "newly", "incidental", "incidentally") >= 0);
            var code = gyn ? abnormal ? "Z01411" : "Z01419" : child ? abnormal ? "Z00121" : "Z00129" : abnormal ? "Z0001" : "Z0000";
            foreach (var m in note.Live.Where(m => m.Sentence == s && (m.Entry.Under("Z00") || m.Entry.Under("Z01"))).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, code);
            note.Add(code, s, i, Math.Min(sentence.To, i + 2), Assertion.Present, "routine-examination", "Guidelines I.C.21.c.13");
            return;
        }
    }
}
