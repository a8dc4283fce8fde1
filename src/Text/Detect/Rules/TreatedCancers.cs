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
        if (note.Has("Z85") && note.Has("C")) Told(note);
        if (!note.Has("Z85")) return;
        Marker(note);
        FollowUp(note);
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

    // Z08: surveillance that finds nothing, after a treatment that is completed.
    private static void FollowUp(NoteCase note)
    {
        if (!note.Speaks("surveillance") || note.Has("C", "Z08", "R97") || note.Inpatient) return;
        for (var s = 0; s < Math.Min(3, note.Note.Sentences.Count); s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, "surveillance");
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
            var at = note.FindWord(sentence, "recurrence", "recurrent", "disease", "recurred");
            if (at >= 0 && note.ScopesOf[s].Exists(x => x.Kind == Assertion.Negated && x.From <= at && x.To > at)) return true;
        }

        return false;
    }
}
