using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A woman of 35 or more at delivery is an elderly primigravida or multigravida, O09.5- (Tabular List; Official Guidelines I.C.15.b.2), and a routine prenatal visit that nothing
/// complicates is Z34 (I.C.15.b.1), which never stands beside chapter 15. The trimester is set by the weeks afterwards.
/// </summary>
internal static class PrenatalVisits
{
    private static readonly string[] Visits = ["visit", "care", "check", "checkup", "appointment", "exam", "examination", "follow-up", "followup", "return"];

    /// <summary>Adds what the visit is for.</summary>
    public static void Apply(NoteCase note)
    {
        var visit = Visit(note);
        Elderly(note, visit);
        if (note.Has("O"))
        {
            foreach (var m in note.Live.Where(m => m.Entry.Under("Z34")).ToList()) m.Reject(RejectReasons.Excludes1, "Guidelines I.C.15.b.1");
            return;
        }

        if (note.Inpatient || note.Has("Z34", "Z33", "Z37", "Z39") || visit is not var (s, from, to)) return;
        note.Add(Pregnancies(note) switch { 1 => "Z3400", null => "Z3490", _ => "Z3480" }, s, from, to, Assertion.Present, "prenatal-visit", "Guidelines I.C.15.b.1");
    }

    /// <summary>Whether the note is of a prenatal visit.</summary>
    public static bool Is(NoteCase note) => Visit(note) is not null;

    private static void Elderly(NoteCase note, (int Sentence, int From, int To)? visit)
    {
        if (note.Has("O095", "Z37", "Z39")) return;
        if ((Said(note) ?? (note.Patient.Days is >= 35 * 365 && !note.Inpatient ? visit : null)) is not var (s, from, to)) return;
        var told = note.FindWord(note.Note.Sentences[s] with { From = from, To = to }, "primigravida", "multigravida", "multip", "multiparous", "primip", "nulliparous") is >= 0 and var word ? note.Word(word)[0] : ' ';
        var first = told is 'p' or 'n' || told != 'm' && Pregnancies(note) == 1;
        if (!first && told != 'm' && Pregnancies(note) is null) return;
        note.Add(first ? "O09519" : "O09529", s, from, to, Assertion.Present, "elderly-gravida", "Guidelines I.C.15.b.2");
        foreach (var m in note.Live.Where(m => m.Sentence == s && m.Entry.Under("R4181")).ToList()) m.Reject(RejectReasons.Combined, "Tabular List, O09.5", "O09.5-");
    }

    // "AMA multigravida", "advanced maternal age", "elderly primigravida"; who leaves "AMA" leaves against advice.
    private static (int, int, int)? Said(NoteCase note)
    {
        if (!note.Speaks("ama", "maternal", "elderly")) return null;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                var to = note.Word(i) switch
                {
                    "ama" when note.FindWord(sentence, "left", "leave", "leaving", "sign", "signed", "discharge", "discharged") < 0 => i + 1,
                    "advanced" when i + 2 < sentence.To && note.Word(i + 1) == "maternal" && note.Word(i + 2) == "age" => i + 3,
                    "elderly" when i + 1 < sentence.To && note.Word(i + 1) is "primigravida" or "multigravida" => i + 1,
                    _ => 0,
                };
                // "Multigravida of advanced maternal age": the count and the age in any order.
                if (to > 0 && note.FindWord(sentence with { From = Math.Max(sentence.From, i - 4), To = Math.Min(sentence.To, to + 4) }, "multigravida", "primigravida", "multip", "primip", "multiparous", "nulliparous") is >= 0 and var count && (count < i || count >= to) && note.ScopeAt(s, Assertion.Negated, i, to) is null) return (s, Math.Min(i, count), Math.Max(to, count + 1));
                if (to == 0 || note.ScopeAt(s, Assertion.Negated, i, to) is not null) continue;
                return (s, i, to < sentence.To && note.Word(to) is "primigravida" or "multigravida" ? to + 1 : to);
            }
        }

        return null;
    }

    // "G1P0", "G3 P2002", "primigravida": which pregnancy it is; null when the note does not say.
    private static int? Pregnancies(NoteCase note)
    {
        if (note.Speaks("primigravida", "primigravid")) return 1;
        if (note.Speaks("multigravida", "multigravid")) return 2;
        for (var i = 0; i + 1 < note.Note.Words.Count; i++)
        {
            // "Gravida 3 para 1"; "gravida 1" is the first.
            if (note.Word(i) == "gravida" && note.Word(i + 1) is [>= '1' and <= '9'] count) return count[0] - '0';
        }

        foreach (var word in note.Note.Words)
        {
            if (Gestation.IsGravida(word.Text) || word.Text.Length == 2 && word.Text[0] == 'g' && char.IsAsciiDigit(word.Text[1])) return word.Text[1] - '0';
        }

        return null;
    }

    private static (int, int, int)? Visit(NoteCase note)
    {
        if (!note.Speaks("prenatal", "antenatal", "ob")) return null;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions or SectionKind.Plan) continue;
            var at = note.FindWord(sentence, "prenatal", "antenatal", "ob");
            if (at < 0 || note.ScopesOf[s].Exists(x => x.From <= at && x.To > at)) continue;
            if (note.FindWord(sentence with { From = at, To = Math.Min(sentence.To, at + 4) }, Visits) is not (>= 0 and var what)) continue;
            if (note.FindWord(sentence, "late", "schedule", "scheduled", "next", "established", "establish", "previous", "since", "last", "missed") >= 0) continue;
            return (s, at, what + 1);
        }

        return null;
    }
}
