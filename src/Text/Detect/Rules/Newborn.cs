using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A newborn's record: the birth (Z38, Official Guidelines I.C.16.a.2), conditions of the first 28 days in chapter 16 (I.C.16.a.1, <c>data/detect/newborn.txt</c>), and prematurity
/// by weeks and weight (I.C.16.d).
/// </summary>
internal static class Newborn
{
    public static readonly Rule Rule = new("newborn", "Guidelines I.C.16", Apply);

    private static readonly List<(string[] Prefixes, string Code)> Table = [.. WordLists.Read("newborn.txt").Select(c => (c[1].Split(' '), c[0]))];

    private static void Apply(NoteCase note)
    {
        if (!Is(note))
        {
            // Born early, and older now: told as the story of an older patient it is no diagnosis (I.C.16.a.4 asks that it still matters).
            foreach (var m in note.Live.Where(m => m.Entry.Under("P07") && m.Section != SectionKind.Assessment && note.Patient.Days is not null).ToList()) m.Reject(RejectReasons.Historical, "Guidelines I.C.16.a.4");
            return;
        }

        foreach (var m in note.Live.ToList())
        {
            if (m.Assertion is Assertion.Family or Assertion.Historical || Table.FirstOrDefault(t => t.Prefixes.Any(m.Entry.Under)).Code is not { } code || note.Codes.Find(code) is not { } entry) continue;
            m.Recode(entry, Rule.Id, "Guidelines I.C.16.a.1");
            m.Kept = true;
        }

        // What the mother takes or has is told of the child in chapter 16, not as its family's history.
        foreach (var m in note.Live.Where(m => m.Entry.Under("Z81")).ToList()) m.Reject(RejectReasons.OtherPerson, Rule.Source);
        // Of the mother's labor nothing is coded in the child's record.
        foreach (var m in note.Live.Where(m => m.Entry.Code[0] == 'O' || m.Entry.Under("Z37") || m.Entry.Under("Z3A")).ToList()) m.Reject(RejectReasons.OtherPerson, Rule.Source);
        Birth(note);
        Premature(note);
        Incompatible(note);
    }

    /// <summary>Whether the patient is a newborn: by age, or because the note calls the patient so.</summary>
    public static bool Is(NoteCase note)
    {
        if (note.Patient.Days is { } days) return days <= 28;
        // A day after a delivery, a tear: the record of the mother.
        if (note.Options.Age is not 0 && note.Patient.Sex != 'M' && note.Speaks("perineal", "lochia", "episiotomy", "ppd1", "ppd2", "ppd3", "fundus")) return false;
        // Nobody but a newborn is the preemie that a note begins with.
        if (note.Options.Age is null or 0 && note.Note.Sentences.Count > 0 && note.FindWord(note.Note.Sentences[0], "preemie", "premie") >= 0 && note.FindWord(note.Note.Sentences[0], "ex", "former", "old") < 0) return true;
        // A boy or a child of no years has no delivery of its own: what is read as one is its birth.
        var child = note.Options.Age == 0 || note.Patient.Sex == 'M';
        if (note.Options.Age == 0 && note.Speaks("nicu", "apgar", "apgars", "dol", "meconium", "prematurity", "preterm")) return true;
        if (Born(note)) return true;
        // "The baby is an ex-32-week infant with a birth weight of 1102 g. Mother is 20."
        if (note.Patient.Days is null or < 28 && note.Options.Age is null or 0 && !note.Speaks("episiotomy", "ebl", "qbl") && note.Note.Sentences.Take(8).Any(x => note.FindWord(x, "baby", "infant") >= 0 && note.FindWord(x, "birth") is >= 0 and var b && b + 1 < x.To && note.Word(b + 1) is "weight" && note.FindWord(x, "her", "patient", "delivered") < 0)) return true;
        if (!note.Speaks("newborn", "neonate", "liveborn", "born") || !child && note.Has("O", "Z34", "Z37", "Z39")) return false;
        var s = 0;
        foreach (var sentence in note.Note.Sentences)
        {
            if (sentence.Section.Kind is SectionKind.Pmh or SectionKind.Family or SectionKind.Instructions) continue;
            // "Term male infant born by cesarean": the record of a birth, if nothing else says an age.
            if (s == 0 && note.FindWord(sentence, "infant", "baby") >= 0 && note.FindWord(sentence, "term", "preterm", "vaginally", "vaginal", "cesarean", "c-section", "section", "apgar", "apgars", "gravida") >= 0 && note.FindWord(sentence, "old", "months", "month", "year", "presents", "history") < 0) return true;
            s++;
            var at = note.FindWord(sentence, "newborn", "neonate", "liveborn");
            if (at >= 0 && (at + 1 >= sentence.To || note.Word(at + 1) is not ("screen" or "screening" or "nursery")) && note.FindWord(sentence, "mother", "delivered", "her", "history", "vaginal") < 0 || at == sentence.From) return true;
            if (at >= 0 && note.FindWord(sentence, "term", "preterm", "infant", "baby", "boy", "girl", "male", "female", "weight") >= 0) return true;
        }

        return false;
    }

    // "Live-born girl by cesarean here", "boy born vaginally at 31 weeks": a note that begins so is the child's own record, unless it tells an age or of the mother's stay.
    private static bool Born(NoteCase note)
    {
        if (note.Note.Sentences.Count == 0 || note.Patient.Days is not null || note.Options.Age > 0) return false;
        var sentence = note.Note.Sentences[0];
        if (sentence.Section.Kind is SectionKind.Pmh or SectionKind.Psh or SectionKind.Family or SectionKind.Instructions) return false;
        var at = note.FindWord(sentence, "born", "liveborn");
        if (at < 0 && note.FindWord(sentence, "term", "preterm") == sentence.From) at = note.FindWord(sentence, "delivery", "cesarean", "svd", "nsvd", "c-section");
        if (at < 0 || note.FindWord(sentence, "girl", "boy", "male", "female", "infant", "baby", "twin", "child") is not (>= 0 and var child) || child > at + 6) return false;
        // The record of the mother's delivery tells of her.
        if (note.Word(at) is not ("delivery" or "cesarean" or "svd" or "nsvd" or "c-section") && note.Speaks("delivery") || note.Speaks("episiotomy", "laceration", "lacerations", "perineum", "placenta", "ebl", "qbl", "antepartum", "postpartum", "g1p0")) return false;
        if (note.FindWord(sentence, "vaginally", "vaginal", "vag", "cesarean", "section", "svd", "nsvd", "weeks", "weeker", "here", "hospital", "g", "grams", "apgar", "apgars") < 0) return false;
        return note.FindWord(sentence, "old", "months", "month", "year", "years", "presents", "delivered", "mother", "she", "her", "g1", "woman", "gave", "history", "hx", "previous", "prior", "yo") < 0;
    }

    // Z38 once, at birth, in the hospital's record of the newborn.
    private static void Birth(NoteCase note)
    {
        // Not at a second stay, and not of a child born elsewhere.
        if (note.Has("Z380", "Z381", "Z383", "Z384", "Z386", "Z387") || note.Speaks("readmitted", "readmission", "outborn")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, "liveborn", "born", "delivered", "delivery", "birth");
            if (at < 0 || note.FindWord(sentence, "newborn", "infant", "neonate", "liveborn", "baby", "boy", "girl", "male", "female", "twin", "child") < 0 && !(note.Inpatient && note.Options.Age is null or 0 && note.FindWord(sentence, "mother", "maternal", "prior", "previous", "history") < 0)) continue;
            var vaginal = note.FindWord(sentence, "vaginally", "vaginal", "vag", "svd", "nsvd") >= 0;
            var cesarean = note.FindWord(sentence, "cesarean", "caesarean", "csection", "c-section", "cs", "lscs", "ltcs") >= 0 || note.FindWord(sentence, "section") is > 0 and var cut && note.Word(cut - 1) == "c";
            if (!vaginal && !cesarean) continue;
            var twin = note.FindWord(sentence, "twin", "twins") >= 0;
            // The place that the words "liveborn infant" leave open is the hospital of the record.
            var open = note.Live.Where(m => m.Entry.Code is "Z382" or "Z385").ToList();
            if (open.Count > 0 && !note.Inpatient && note.FindWord(sentence, "hospital", "here") < 0) return;
            foreach (var m in open) m.Reject(RejectReasons.Combined, "Guidelines I.C.16.a.2", "Z38");
            note.Add(twin ? cesarean ? "Z3831" : "Z3830" : cesarean ? "Z3801" : "Z3800", s, at, at + 1, Assertion.Present, "birth", "Guidelines I.C.16.a.2");
            return;
        }
    }

    // Blood of the mother's against that of the child: P55 by the group (Alphabetic Index: Incompatibility, ABO, newborn), also where the note has only the antibodies.
    private static void Incompatible(NoteCase note)
    {
        if (!note.Has("P550", "P551")) Blood(note);
        if (!note.Has("P55")) return;
        // Its jaundice is part of it (Excludes1 at P58 and P59).
        foreach (var m in note.Live.Where(m => m.Entry.Under("P58") || m.Entry.Under("P59")).ToList()) m.Reject(RejectReasons.Integral, "Excludes1 at P59", "P55");
    }

    private static void Blood(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions) continue;
            var at = note.FindWord(sentence, "isoimmunization", "isoimmunisation", "alloimmunization", "incompatibility", "hemolytic", "haemolytic", "hemolysis");
            if (at < 0 || note.ScopesOf[s].Exists(x => (x.Kind is Assertion.Negated or Assertion.Hypothetical or Assertion.Historical || x.Kind == Assertion.Uncertain && !note.Inpatient) && x.From <= at && x.To > at)) continue;
            var near = sentence with { From = Math.Max(sentence.From, at - 4), To = Math.Min(sentence.To, at + 5) };
            var group = note.FindWord(near, "abo", "rh", "rhesus", "rhd");
            if (group < 0) continue;
            var code = note.Word(group) == "abo" ? "P551" : "P550";
            foreach (var m in note.Live.Where(m => m.Entry.Under("P55") || m.Sentence == s && m.From <= Math.Max(at, group) && m.To > Math.Min(at, group)).ToList()) m.Reject(RejectReasons.Combined, "Alphabetic Index: Incompatibility", code);
            note.Add(code, s, Math.Min(at, group), Math.Max(at, group) + 1, Assertion.Present, "isoimmunization", "Alphabetic Index: Incompatibility");
            return;
        }
    }

    private static void Premature(NoteCase note)
    {
        var early = note.Live.Where(m => m.Entry.Under("P07")).ToList();
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (early.Count == 0 && note.FindWord(sentence, "preterm", "premature", "prematurity") < 0) continue;
            for (var i = sentence.From; i + 1 < sentence.To; i++)
            {
                if (!int.TryParse(note.Word(i), NumberStyles.None, CultureInfo.InvariantCulture, out var n)) continue;
                var unit = note.Word(i + 1);
                var code = unit is "weeks" or "week" or "wks" or "wk" && n is >= 20 and < 37 ? Weeks(n) : unit is "grams" or "gram" or "g" or "gm" && n is > 300 and < 2500 ? Weight(n) : null;
                if (code is null || note.Has(code)) continue;
                if (note.Add(code, s, i, i + 2, Assertion.Present, "prematurity", "Guidelines I.C.16.d") is null) continue;
                if (code[3] is '2' or '3') foreach (var m in early.Where(m => m.Entry.Code is "P0730" or "P0720")) m.Reject(RejectReasons.Combined, Rule.Source);
            }
        }
    }

    private static string Weeks(int n) => n < 23 ? "P0721" : n < 28 ? string.Create(CultureInfo.InvariantCulture, $"P072{n - 21}") : string.Create(CultureInfo.InvariantCulture, $"P073{n - 27}");

    private static string Weight(int grams) => grams switch
    {
        < 500 => "P0701", < 750 => "P0702", < 1000 => "P0703", < 1250 => "P0714", < 1500 => "P0715", < 1750 => "P0716", < 2000 => "P0717", _ => "P0718",
    };
}
