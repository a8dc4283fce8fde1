using CodingAhead.Codes.Search;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The record of a delivery: its lacerations by degree, the scar of an earlier cesarean, the outcome (Official Guidelines I.C.15.b.5), the codes "in childbirth" for what
/// complicates it (I.C.15.a.3), and no uncomplicated delivery beside any of these (I.C.15.n.1).
/// </summary>
internal static class Deliveries
{
    public static readonly Rule Rule = new("delivery", "Guidelines I.C.15.n", Apply);

    private static readonly string[] Acts = ["svd", "nsvd", "vavd", "vbac", "delivery", "delivered", "cesarean", "caesarean", "section", "ltcs", "lscs", "birth", "c/s", "c-section"];

    // Words that only the record of the delivery itself has.
    private static readonly string[] Signs = ["apgar", "apgars", "liveborn", "viable", "ebl", "qbl", "placenta", "singleton", "stillborn", "laceration", "lacerations", "perineum"];

    private static readonly string[] Trimester = [.. "complicating pregnancy childbirth first second third trimester in unspecified the".Split(' ').Select(Analyzer.Stem)];

    private static void Apply(NoteCase note)
    {
        if (note.Patient.Sex == 'M' || note.Patient.Days is < 9 * 365 || Newborn.Is(note)) return;
        if (note.Has("O", "Z3A", "Z37") || note.Speaks("svd", "nsvd", "vbac", "tolac")) Scar(note);
        Fetal(note);
        Recorded(note);
        Colonized(note);
    }

    private static void Recorded(NoteCase note)
    {
        if (!note.Speaks(Acts) || !Signed(note) || Act(note) is not { } act) return;
        Lacerations(note);
        if (!note.Has("Z37")) Outcome(note, act);
        // Before it is asked whether the delivery was without complications.
        Colonized(note);
        if (!note.Has("Z37")) return;
        Childbirth(note);
        // The birth of the child is coded in its own record (I.C.21.c.12).
        foreach (var m in note.Live.Where(m => m.Entry.Under("Z38")).ToList()) m.Reject(RejectReasons.OtherPerson, "Guidelines I.C.21.c.12");
    }

    // A carrier of group B streptococcus has one code in pregnancy, childbirth and the puerperium (Excludes1 at Z22.3); the germ is not coded beside it.
    private static void Colonized(NoteCase note)
    {
        if (!note.Has("O", "Z3A", "Z37", "Z34") && Gestation.Of(note, false) is null) return;
        Carrier(note);
        var carrier = note.Live.FirstOrDefault(m => m.Entry.Code is "Z22330" or "Z22338") ?? note.Live.FirstOrDefault(m => m.Entry.Code == "B951" && note.FindWord(note.Note.Sentences[m.Sentence], "carrier", "colonized", "colonization", "colonised", "positive", "screen", "swab") >= 0 && note.FindWord(note.Note.Sentences[m.Sentence], "bacteriuria", "uti", "urine") < 0);
        if (carrier is not null && !note.Has("O9982")) note.Add(note.Has("Z37") ? "O99824" : Puerperium.Is(note) ? "O99825" : "O99820", carrier.Sentence, carrier.From, carrier.To, Assertion.Present, Rule.Id, "Tabular List, O99.82");
        if (!note.Has("O9982")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("Z2233") || m.Entry.Code == "B951" && !note.Has("O23", "N39")).ToList()) m.Reject(RejectReasons.Combined, "Tabular List, O99.82", "O99.82-");
    }

    // "GBS positive", "group B strep colonization": a carrier of group B streptococcus.
    private static void Carrier(NoteCase note)
    {
        if (note.Has("O9982") || !note.Speaks("gbs", "strep", "streptococcus", "streptococcal")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                var end = note.Word(i) == "gbs" ? i + 1 : note.Word(i) == "group" && i + 2 < sentence.To && note.Word(i + 1) == "b" && note.Word(i + 2).StartsWith("strep", StringComparison.Ordinal) ? i + 3 : 0;
                if (end == 0) continue;
                var plus = note.Note.Text.AsSpan(note.Note.Words[end - 1].End).TrimStart().StartsWith("+");
                var sign = plus ? end - 1 : note.FindWord(sentence with { From = end, To = Math.Min(sentence.To, end + 3) }, "positive", "pos", "carrier", "carriage", "colonized", "colonised", "colonization", "colonisation", "bacteriuria");
                // The screen is what found it.
                if (sign < 0 || note.ScopesOf[s].Exists(x => x.Kind is not Assertion.Uncertain && x.From <= sign && x.To > sign && !(x.Kind == Assertion.Hypothetical && note.Word(x.Cue.From).StartsWith("screen", StringComparison.Ordinal)))) continue;
                note.Add(note.Has("Z37") ? "O99824" : Puerperium.Is(note) ? "O99825" : "O99820", s, i, sign + 1, Assertion.Present, Rule.Id, "Tabular List, O99.82");
                return;
            }
        }
    }

    // Chapter 16 is never the mother's (I.C.16.a.1): a fetus that died in her womb is O36.4.
    private static void Fetal(NoteCase note)
    {
        if (!note.Has("O", "Z3A", "Z37") && note.Patient.Sex != 'F') return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("P95")).ToList())
        {
            if (note.Has("O364")) m.Reject(RejectReasons.OtherPerson, "Guidelines I.C.16.a.1");
            else if (note.Codes.Find("O364XX0") is { } entry) m.Recode(entry, Rule.Id, "Guidelines I.C.16.a.1");
        }
    }

    /// <summary>Whether the note is the record of a delivery.</summary>
    public static bool Is(NoteCase note) => note.Speaks(Acts) && Signed(note) && note.Patient.Sex != 'M' && !(note.Patient.Days is < 9 * 365) && !Newborn.Is(note) && !(PrenatalVisits.Is(note) && !note.Speaks("apgar", "apgars", "liveborn", "ebl", "qbl")) && Act(note) is not null;

    // "A live male": the word alone tells where people live.
    private static bool Signed(NoteCase note)
    {
        if (note.Speaks(Signs)) return true;
        if (!note.Speaks("live")) return false;
        for (var i = 0; i + 1 < note.Note.Words.Count; i++) if (note.Word(i) == "live" && note.Word(i + 1) is "male" or "female" or "infant" or "birth" or "born" or "boy" or "girl" or "newborn" or "baby" or "single") return true;
        return false;
    }

    // The sentence that tells the delivery, not the history of one or the wish for it.
    private static int? Act(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Psh or SectionKind.Instructions or SectionKind.Consent) continue;
            var at = Told(note, sentence);
            if (at < 0 || note.ScopesOf[s].Exists(x => x.Kind is not Assertion.Uncertain && x.From <= at && x.To > at && !(x.Kind == Assertion.Historical && note.Word(x.Cue.From) is "s/p" or "status" or "sp"))) continue;
            if (note.FindWord(sentence, "anticipate", "anticipated", "plan", "planned", "desires", "postpartum", "weeks", "expected") is >= 0 and var told && told < at && note.FindWord(sentence, Signs) < 0) continue;
            return s;
        }

        return null;
    }

    // The first act that is none of an earlier child: "first baby by cesarean", "prior vaginal birth".
    private static int Told(NoteCase note, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (Array.IndexOf(Acts, note.Word(i)) < 0) continue;
            // "After delivery needs a glucose test": it is to come.
            if (i > sentence.From && note.Word(i - 1) is "after" or "until" or "before" && note.FindWord(sentence with { From = i }, "needs", "need", "will", "should", "recheck", "repeat", "plan") >= 0) continue;
            // "2021  SVD, girl, 3.4 kg": an earlier one in the list of births.
            if (i > sentence.From && note.IsPastYear(i - 1)) continue;
            if (note.FindWord(sentence with { From = Math.Max(sentence.From, i - 5), To = i }, "prior", "previous", "first", "last", "desires", "history", "hx") is >= 0 and var earlier && note.FindWord(sentence with { From = earlier, To = i }, "degree", "stage", "repeat", "for") < 0) continue;
            return i;
        }

        return -1;
    }

    private static void Lacerations(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, "laceration", "lacerations", "lac", "tear");
            if (at < 0 || sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions || note.ScopesOf[s].Exists(x => x.Kind is not (Assertion.Uncertain or Assertion.Historical) && x.From <= at && x.To > at)) continue;
            var named = note.FindWord(sentence, "degree", "deg");
            var degree = named > sentence.From ? note.Word(named - 1) : "";
            var code = degree switch
            {
                "first" or "1st" or "1" => "O700",
                "second" or "2nd" or "2" => "O701",
                "third" or "3rd" or "3" => note.FindWord(sentence, "3a", "iiia") >= 0 ? "O7021" : note.FindWord(sentence, "3b", "iiib") >= 0 ? "O7022" : note.FindWord(sentence, "3c", "iiic") >= 0 ? "O7023" : "O7020",
                "fourth" or "4th" or "4" => "O703",
                _ => note.FindWord(sentence, "cervical") >= 0 ? "O713" : note.FindWord(sentence, "sulcus") >= 0 ? "O714" : note.FindWord(sentence, "labial", "vulvar", "vaginal") >= 0 ? "O700" : note.FindWord(sentence, "perineal", "perineum") >= 0 ? "O709" : null,
            };
            if (code is null) continue;
            var (from, to) = (degree.Length > 0 ? Math.Min(at, named - 1) : at, degree.Length > 0 ? Math.Max(at, named) + 1 : at + 1);
            foreach (var m in note.Live.Where(m => m.Sentence == s && m.From < to && m.To > from && !m.Entry.Under(code[..4])).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, code);
            if (!note.Has(code[..4])) note.Add(code, s, from, to, Assertion.Present, Rule.Id, "Alphabetic Index: Delivery, complicated, laceration");
        }
    }

    // A scar of the uterus is a condition of the next pregnancy (Alphabetic Index: Delivery, cesarean, previous).
    private static void Scar(NoteCase note)
    {
        // "Elective, without indication" is what O82 is for.
        if (LowTransverse(note) && note.Live.FirstOrDefault(m => m.Entry.Code == "O34219") is { } vague && note.Codes.Find("O34211") is { } transverse) vague.Recode(transverse, "previous-cesarean", "Alphabetic Index: Delivery, cesarean, previous");
        if (note.Has("O3421") || note.Speaks("indication") && note.Has("O82")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (!(note.Word(i) is "cesarean" or "cesareans" or "caesarean" or "ltcs" or "lscs" or "vbac" or "tolac" or "csection" or "rltcs") && !(note.Word(i) is "cs" && note.Note.Words[i].Capitals) && !(note.Word(i) == "section" && i > sentence.From && note.Word(i - 1) == "c")) continue;
                var told = note.Word(i) is "vbac" or "tolac" or "rltcs";
                for (var k = Math.Max(sentence.From, i - 5); k < i && !told; k++) told = note.Word(k) is "prior" or "previous" or "repeat" || note.Word(k) is "history" or "h/o" or "hx";
                if (!told || note.ScopesOf[s].Exists(x => x.Kind == Assertion.Negated && x.From <= i && x.To > i && note.Word(x.Cue.From) is "no" or "without" or "denies")) continue;
                var low = note.Speaks("ltcs", "lscs", "rltcs") || note.FindWord(sentence, "transverse") >= 0;
                var code = low ? "O34211" : note.FindWord(sentence, "classical", "vertical") >= 0 ? "O34212" : "O34219";
                note.Add(code, s, i, i + 1, Assertion.Present, "previous-cesarean", "Alphabetic Index: Delivery, cesarean, previous");
                return;
            }
        }
    }

    private static bool LowTransverse(NoteCase note)
    {
        if (!note.Speaks("transverse")) return false;
        for (var i = 1; i < note.Note.Words.Count; i++) if (note.Word(i) == "transverse" && note.Word(i - 1) == "low") return true;
        return false;
    }

    private static void Outcome(NoteCase note, int s)
    {
        var twins = note.Speaks("twin", "twins");
        var dead = note.Speaks("stillborn", "stillbirth", "iufd");
        if (twins && dead || !dead && !note.Speaks("apgar", "apgars", "live", "liveborn", "viable", "singleton")) return;
        var sentence = note.Note.Sentences[s];
        var at = Math.Max(sentence.From, note.FindWord(sentence, Acts));
        note.Add(twins ? "Z372" : dead ? "Z371" : "Z370", s, at, at + 1, Assertion.Present, "outcome-of-delivery", "Guidelines I.C.15.b.5");
    }

    // What has a code "complicating childbirth" takes it in the record of the delivery; O80 and O82 stand only where nothing else does.
    private static void Childbirth(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code[0] == 'O' && (m.Entry.Title.Contains("trimester", StringComparison.OrdinalIgnoreCase) || m.Entry.Title.Contains("in pregnancy", StringComparison.OrdinalIgnoreCase)) && !m.Entry.Title.Contains("childbirth", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            if (note.Codes.Find(m.Entry.Code.AsSpan(0, 4)) is not { } heading) continue;
            var own = Stems(note, m.Entry);
            if (note.Codes.Below(heading).FirstOrDefault(c => c.Billable && c.Title.Contains("childbirth", StringComparison.OrdinalIgnoreCase) && Stems(note, c).SetEquals(own)) is { } entry) m.Recode(entry, "in-childbirth", "Guidelines I.C.15.a.3");
        }

        if (!note.Live.Any(m => m.Entry.Code[0] == 'O' && !m.Entry.Under("O80") && !m.Entry.Under("O82"))) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("O80") || m.Entry.Under("O82")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source);
    }

    private static HashSet<string> Stems(NoteCase note, CodeEntry entry)
    {
        var stems = note.Lexicon.TitleStems(entry).ToHashSet(StringComparer.Ordinal);
        stems.ExceptWith(Trimester);
        return stems;
    }
}
