using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A cancer that was removed and is no longer treated is history (Official Guidelines I.C.2.m), also where the note names it once more to say what an operation was for or
/// where a metastasis came from; what is looked for then is a follow-up (I.C.21.c.8) or a marker that rises (R97.21).
/// </summary>
internal static class TreatedCancers
{
    public static readonly Rule Rule = new("treated-cancer", "Guidelines I.C.2.m", Apply);

    private static readonly string[] Operations = ["prostatectomy", "mastectomy", "lumpectomy", "lobectomy", "pneumonectomy", "nephrectomy", "cystectomy", "colectomy", "hemicolectomy", "thyroidectomy", "hysterectomy", "oophorectomy", "orchiectomy", "gastrectomy", "resection", "resected", "excised", "excision", "removed", "treatment", "treated"];

    private static void Apply(NoteCase note)
    {
        if (note.Has("C", "D05")) Removed(note);
        if (note.Has("Z85") && note.Has("C")) Told(note);
        if (!note.Has("Z85")) return;
        Assessed(note);
        Marker(note);
        FollowUp(note);
    }

    // Where a primary was, what shows that the organ is gone: status codes and operations.
    private static readonly (string[] Cancers, string[] Status, string[] Operations)[] Organs =
    [
        (["C50", "D05"], ["Z901"], ["mastectomy", "lumpectomy", "quadrantectomy"]), (["C61"], ["Z9079"], ["prostatectomy"]), (["C62"], ["Z9079"], ["orchiectomy"]), (["C64", "C65", "C66"], ["Z905"], ["nephrectomy", "nephroureterectomy"]), (["C67"], ["Z906"], ["cystectomy"]),
        (["C34"], ["Z902"], ["lobectomy", "pneumonectomy", "bilobectomy", "segmentectomy"]), (["C18", "C19", "C20"], ["Z9049"], ["colectomy", "hemicolectomy", "sigmoidectomy", "proctectomy", "resection", "resected"]), (["C16"], ["Z903"], ["gastrectomy"]), (["C15"], [], ["esophagectomy"]), (["C32"], ["Z9002"], ["laryngectomy"]),
        (["C53", "C54", "C55"], ["Z9071"], ["hysterectomy"]), (["C56", "C57"], ["Z9072"], ["oophorectomy", "debulking"]), (["C73"], [], ["thyroidectomy"]), (["C25"], ["Z9041"], ["whipple", "pancreatectomy", "pancreaticoduodenectomy"]), (["C22"], [], ["hepatectomy"]), (["C60"], [], ["penectomy"]),
    ];

    // A primary whose organ is gone and that has not come back, while nothing is given against it, is past; its metastases are coded beside (I.C.2.d).
    private static void Removed(NoteCase note)
    {
        // What is given beside metastases is given against them.
        var clear = Clear(note);
        if (Treated(note) && (note.Speaks("adjuvant") || !note.Has("C77", "C78", "C79"))) return;
        foreach (var m in note.Live.Where(m => (m.Entry.Code[0] == 'C' || m.Entry.Under("D05")) && m.Assertion != Assertion.Family).ToList())
        {
            var beside = note.Note.Sentences[m.Sentence];
            if (!clear && !LongSince(note, m, beside)) continue;
            var named = !m.Entry.Under("C801");
            // "Nephrectomy for clear cell carcinoma": the organ that was taken out is where it was.
            var organ = Array.Find(Organs, o => named ? Array.Exists(o.Cancers, m.Entry.Under) : note.FindWord(beside with { To = m.From }, o.Operations) is >= 0 and var cut && note.FindWord(beside with { From = cut, To = m.From }, "for") >= 0);
            if (organ.Cancers is null || !Operated(note, organ)) continue;
            if (note.FindWord(beside, "recurrent", "residual", "progressive", "new", "unresectable", "active", "second") >= 0 || HistoryStatus.CodeOf(named ? m.Entry : note.Codes.Find(organ.Cancers[0])!) is not { } code || note.Codes.Find(code) is not { } entry || (entry.Billable ? entry : Specificity.Default(note.Codes, entry)) is not { } past) continue;
            m.Recode(past, Rule.Id, "Guidelines I.C.2.d");
            m.Assertion = Assertion.Historical;
            m.Kept = true;
        }
    }

    // The assessment calls it history: what stands of it among the dates of the treatment is the same.
    private static void Assessed(NoteCase note)
    {
        foreach (var past in note.Live.Where(m => m.Entry.Under("Z85") && m.Section == SectionKind.Assessment).ToList())
        {
            foreach (var m in note.Live.Where(m => m.Entry.Code[0] == 'C' && m.Section is not (SectionKind.Assessment or SectionKind.Plan) && m.From < past.From && HistoryStatus.CodeOf(m.Entry) is { } code && past.Entry.Under(code)).ToList())
            {
                var sentence = note.Note.Sentences[m.Sentence];
                if (note.FindWord(sentence, "new", "recurrent", "recurrence", "second", "metastatic") < 0) m.Reject(RejectReasons.Historical, "Guidelines I.C.2.m", past.Entry.Display);
            }
        }
    }

    // "Prior right mastectomy for breast cancer": removed years ago, with no word of a treatment now.
    private static bool LongSince(NoteCase note, Mention m, Sentence sentence)
    {
        // "Breast cancer 1998, mastectomy, no treatment since".
        if (note.FindWord(sentence, Operations) >= 0 && note.FindWord(sentence, "since") is > 1 and var since && note.Word(since - 1) is "treatment" or "therapy" or "recurrence" or "chemo" or "disease" or "problems" && note.FindWord(sentence with { From = Math.Max(sentence.From, since - 4), To = since }, "no", "without", "nothing") >= 0) return true;
        if (note.FindWord(sentence with { From = Math.Max(sentence.From, m.From - 3), To = m.From }, "for") is not (>= 0 and var reason)) return false;
        if (note.FindWord(sentence with { From = Math.Max(sentence.From, reason - 6), To = reason }, Operations) < 0) return false;
        return note.FindWord(sentence, "prior", "previous", "previously", "history", "hx", "h/o") is >= 0 and var told && told < m.From || note.FindWord(sentence, "ago") is > 0 and var ago && note.Word(ago - 1) is "years" or "yrs" or "decades" or "decade";
    }

    // The operation of an earlier time: that of this stay or visit leaves the cancer a present one.
    private static bool Operated(NoteCase note, (string[] Cancers, string[] Status, string[] Operations) organ)
    {
        if (organ.Status.Length > 0 && note.Live.Any(m => m.Entry.Code[0] == 'Z' && Array.Exists(organ.Status, m.Entry.Under) && (m.Section is SectionKind.Pmh or SectionKind.Psh || Earlier(note, note.Note.Sentences[m.Sentence])))) return true;
        var operations = organ.Operations;
        if (!note.Speaks(operations)) return false;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, operations);
            if (at < 0 || sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent || note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Hypothetical or Assertion.Instruction or Assertion.Family && x.From <= at && x.To > at)) continue;
            if (note.FindWord(sentence, "scheduled", "planned", "recommend", "recommended", "candidate", "awaiting", "will", "consider", "declined", "discussed") < 0 && (sentence.Section.Kind is SectionKind.Pmh or SectionKind.Psh || Earlier(note, sentence))) return true;
        }

        return false;
    }

    // A year or a span of time, or a word for the past. The report of a stay counts by what was done in it, and names years too.
    private static bool Earlier(NoteCase note, Sentence sentence)
    {
        if (note.FindWord(sentence, "ago", "s/p", "prior", "previous", "previously", "history", "hx", "h/o") >= 0) return true;
        if (note.Inpatient && !note.Has("C77", "C78", "C79")) return false;
        if (note.FindWord(sentence, "after", "since", "post", "following", "last") >= 0) return true;
        for (var i = sentence.From; i < sentence.To; i++) if (note.Word(i) is { Length: 4 } word && int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is > 1950 and < 2100) return true;
        return false;
    }

    // What is given against it now, for cure or to keep it away (I.C.2.m).
    private static bool Treated(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            // "She underwent adjuvant radiation".
            if (note.FindWord(sentence, "adjuvant") >= 0 && note.FindWord(sentence, "underwent", "followed", "status", "s/p", "received", "offered", "completed", "finished") >= 0 && note.FindWord(sentence, "currently", "ongoing", "receiving", "undergoing", "continues", "still", "today", "now") < 0) continue;
            if (note.FindWord(sentence, "adjuvant", "currently", "ongoing", "receiving", "undergoing", "continues", "continue", "still", "on", "maintenance", "cycle", "today") is not (>= 0 and var now)) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (!CancerTreatments.IsAgent(note, i) && !(note.Lexicon.Drugs.UseOf(note.Word(i)) is "Z79810" or "Z79811") && note.Word(i) is not ("radiation" or "radiotherapy" or "leuprolide" or "lupron" or "endocrine" or "hormonal" or "adt")) continue;
                if (note.FindWord(sentence with { From = Math.Max(sentence.From, i - 5), To = Math.Min(sentence.To, i + 4) }, "completed", "finished", "ago", "declined", "previously", "off", "after", "no", "refused", "s/p") < 0 && i > now - 12) return true;
            }
        }

        return false;
    }

    private static void Told(NoteCase note)
    {
        var past = note.Live.Where(m => m.Entry.Under("Z85") && m.Entry.Code != "Z859").Select(m => m.Entry.Code).ToHashSet(StringComparer.Ordinal);
        if (past.Count == 0 || note.Live.Any(m => m.Entry.Code[0] == 'C' && m.Section == SectionKind.Assessment && HistoryStatus.CodeOf(m.Entry) is { } now && past.Contains(now) && !Explains(note, m))) return;
        foreach (var m in note.Live.Where(m => m.Entry.Code[0] == 'C' && !m.Entry.Under("C77") && !m.Entry.Under("C78") && !m.Entry.Under("C79")).ToList())
        {
            if (HistoryStatus.CodeOf(m.Entry) is { } code && past.Contains(code) && Explains(note, m)) m.Reject(RejectReasons.Combined, Rule.Source, code);
        }
    }

    // "Prostatectomy for prostate cancer", "lung primary", "of lung origin".
    private static bool Explains(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        if (note.FindWord(sentence, "recurrent", "active", "current", "currently", "progressive", "residual", "undergoing", "receiving", "new") >= 0) return false;
        for (var i = m.From; i < Math.Min(sentence.To, m.To + 2); i++)
        {
            if (note.Word(i) is "origin" or "primary") return true;
        }

        for (var i = m.From - 1; i >= Math.Max(sentence.From, m.From - 3); i--)
        {
            if (note.Word(i) is "for" or "of") return note.FindWord(sentence with { To = i }, Operations) >= 0;
        }

        return false;
    }

    // R97.21: the marker of prostate cancer rises after its treatment.
    private static void Marker(NoteCase note)
    {
        if (!note.Speaks("psa") || !note.Has("Z8546") || note.Has("R9721")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var psa = note.FindWord(sentence, "psa");
            var at = note.FindWord(sentence, "rising", "rise", "rose", "risen", "increasing", "increased", "elevated", "climbing", "biochemical");
            if (psa < 0 || at < 0 || sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions || note.ScopeAt(s, Assertion.Negated, at, at + 1) is not null || note.ScopeAt(s, Assertion.Hypothetical, at, at + 1) is not null) continue;
            note.Add("R9721", s, Math.Min(psa, at), Math.Max(psa, at) + 1, Assertion.Present, "marker-after-treatment", "Tabular List, R97.21");
            foreach (var m in note.Live.Where(m => m.Entry.Code == "R9720").ToList()) m.Reject(RejectReasons.Combined, "Tabular List, R97.21", "R97.21");
            return;
        }
    }

    // "Follow-up three years after lobectomy for lung cancer": the visit and the cancer in one sentence.
    private static int Visit(NoteCase note, int s)
    {
        var sentence = note.Note.Sentences[s];
        var at = -1;
        for (var i = sentence.From; i < sentence.To && at < 0; i++) if (note.Word(i).StartsWith("surveil", StringComparison.Ordinal)) at = i;
        if (at >= 0) return at;
        if (!note.Live.Any(m => m.Sentence == s && m.Entry.Under("Z85")) || note.FindWord(sentence, "after", "post", "s/p", "since", "following", "completed", "status", "from", "out", "treated", "treatment") < 0) return -1;
        at = note.FindWord(sentence, "follow", "followup", "f/u", "checkup", "recheck");
        return at >= 0 && at <= sentence.From + 6 ? at : -1;
    }

    // Z08: surveillance that finds nothing, after a treatment that is completed.
    private static void FollowUp(NoteCase note)
    {
        if (!note.Speaks("surveillance", "surveilance", "surveillence", "follow", "followup", "f/u", "checkup", "recheck") || note.Has("C", "Z08", "R97") || note.Inpatient) return;
        for (var s = 0; s < Math.Min(3, note.Note.Sentences.Count); s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = Visit(note, s);
            if (at < 0 || note.FindWord(sentence, "continue", "due", "schedule", "scheduled", "under", "active", "recommend") >= 0 || note.ScopeAt(s, Assertion.Negated, at, at + 1) is not null || !Clear(note)) continue;
            note.Add("Z08", s, at, at + 1, Assertion.Present, "follow-up", "Guidelines I.C.21.c.8");
            return;
        }
    }

    private static bool Clear(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (note.FindWord(sentence, "ned") >= 0) return true;
            if (note.FindWord(sentence, "free") is > 0 and var free && note.Word(free - 1) is "disease" or "cancer" or "tumor" or "recurrence") return true;
            var at = note.FindWord(sentence, "recurrence", "recurrent", "disease", "recurred", "relapse");
            if (at >= 0 && note.ScopesOf[s].Exists(x => x.Kind == Assertion.Negated && x.From <= at && x.To > at)) return true;
        }

        return false;
    }
}
