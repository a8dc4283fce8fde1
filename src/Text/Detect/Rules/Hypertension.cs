using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Hypertension with heart failure, with chronic kidney disease, or with both is one disease with a code of its own, even where the note does not link them, unless it says
/// that they are unrelated (Official Guidelines I.C.9.a.1 to a.3). Heart failure and the stage of kidney disease are coded besides.
/// </summary>
internal static class Hypertension
{
    public static readonly Rule Rule = new("hypertensive", "Guidelines I.C.9.a", Apply);

    private static void Apply(NoteCase note)
    {
        // "HTN urgency": the crisis, and the hypertension that its name gives (code also note at I16).
        if (!note.Has("I10", "I11", "I12", "I13", "I15") && note.First("I16") is { Assertion: Assertion.Present } crisis)
        {
            for (var i = crisis.From; i < crisis.To; i++) if (note.Word(i) is "htn" or "hypertension") { note.Add("I10", crisis.Sentence, i, i + 1, crisis.Assertion, Rule.Id, "Code also note at I16"); break; }
        }

        // "Resistant essential hypertension" (code first note at I1A.0).
        foreach (var m in note.Live.Where(m => m.Entry.Under("I10")).ToList())
            if (!note.Has("I1A0") && Told.Beside(note, m, 2, "resistant") is >= 0 and var resists) note.Add("I1A0", m.Sentence, resists, resists + 1, m.Assertion, "resistant-hypertension", "Tabular List, I1A.0");
        var high = note.Live.Where(m => m.Entry.Under("I10") || m.Entry.Under("I11") || m.Entry.Under("I12") || m.Entry.Under("I13")).ToList();
        if (high.Count == 0) return;
        // Heart disease as in I51.4 to I51.7, I51.89, I51.9.
        var failure = note.Live.FirstOrDefault(m => m.Entry.Under("I50") && !Unrelated(note, m));
        var heart = failure ?? note.Live.FirstOrDefault(m => (m.Entry.Under("I514") || m.Entry.Under("I515") || m.Entry.Under("I517") || m.Entry.Under("I5189") || m.Entry.Under("I519")) && !Unrelated(note, m));
        var kidney = note.Live.FirstOrDefault(m => m.Entry.Under("N18") && !Unrelated(note, m));
        var stated11 = high.Any(m => m.Entry.Under("I11") || m.Entry.Under("I13"));
        var stated12 = high.Any(m => m.Entry.Under("I12") || m.Entry.Under("I13"));
        var withHeart = heart is not null || stated11;
        var withKidney = kidney is not null || stated12;
        if (!withHeart && !withKidney) return;
        var late = note.Live.Any(m => m.Entry.Under("N185") || m.Entry.Under("N186"));
        // The title "hypertensive heart disease with heart failure" says it as well.
        var told = high.Find(m => m.Entry.Code is "I110" or "I130" or "I132");
        var fails = failure is not null || told is not null;
        var code = (withHeart, withKidney) switch
        {
            (true, true) => fails ? late ? "I132" : "I130" : late ? "I1311" : "I1310",
            (true, false) => fails ? "I110" : "I119",
            _ => late ? "I120" : "I129",
        };
        if (note.Codes.Find(code) is not { } entry) return;
        var source = (withHeart, withKidney) switch { (true, true) => "Guidelines I.C.9.a.3", (true, false) => "Guidelines I.C.9.a.1", _ => "Guidelines I.C.9.a.2" };
        foreach (var m in high)
        {
            m.Recode(entry, withHeart ? withKidney ? "hypertensive-heart-kidney" : "hypertensive-heart" : "hypertensive-kidney", source);
            m.Kept = true;
            if (heart is not null && !m.Also.Contains((heart.From, heart.To))) m.Also.Add((heart.From, heart.To));
            if (kidney is not null && !m.Also.Contains((kidney.From, kidney.To))) m.Also.Add((kidney.From, kidney.To));
        }

        // Use additional code for the type of the failure (note at I11.0 and I13.0).
        if (told is not null && !note.Has("I50")) note.Add("I509", told.Sentence, told.From, told.To, told.Assertion, Rule.Id, "Tabular List, I11.0");
        if (failure is null && heart is not null) foreach (var m in note.Live.Where(m => m.Entry.Code == heart.Entry.Code).ToList()) m.Reject(RejectReasons.Combined, source, entry.Display);
        foreach (var m in note.Live.Where(m => m.Entry.Under("I50") || m.Entry.Under("N18"))) m.Kept = true;
    }

    private static bool Unrelated(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        for (var i = Math.Max(sentence.From, m.From - 3); i < Math.Min(sentence.To, m.To + 8); i++)
        {
            if (note.Word(i) is "unrelated" || note.Word(i) == "not" && i + 2 < sentence.To && (note.Word(i + 1) is "due" or "related" or "hypertensive" or "caused")) return true;
            if (i >= m.To && note.Word(i) is "due" or "secondary" && i + 2 < sentence.To && note.Word(i + 1) == "to" && note.Word(i + 2) is not ("hypertension" or "htn" or "long" or "longstanding" or "hypertensive" or "her" or "his") && note.FindWord(sentence with { From = i, To = Math.Min(sentence.To, i + 9) }, "hypertension", "htn", "hypertensive") < 0) return true;
        }

        return false;
    }
}
