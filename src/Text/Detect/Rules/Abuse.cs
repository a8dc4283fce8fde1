using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Abuse, neglect and other maltreatment are coded by kind, by whether they are confirmed (T74) or suspected (T76), and by whether an adult or a child was harmed (Official
/// Guidelines I.C.19.f).
/// </summary>
internal static class Abuse
{
    public static readonly Rule Rule = new("abuse", "Guidelines I.C.19.f", Apply);

    // The fourth character by the word before "abuse" or by the word itself.
    private static readonly (char Kind, string[] Words)[] Kinds =
    [
        ('1', ["physical", "physically", "non-accidental", "nonaccidental", "nat", "inflicted", "battered"]), ('2', ["sexual", "sexually"]), ('3', ["psychological", "emotional", "verbal", "emotionally", "psychologically"]), ('0', ["neglect", "neglected", "abandonment", "abandoned"]), ('A', ["financial", "financially"]),
    ];

    private static readonly string[] Children = ["child", "infant", "baby", "boy", "girl", "toddler", "newborn", "pediatric", "daycare", "month-old", "months-old"];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("abuse", "abused", "neglect", "neglected", "maltreatment", "nat", "trauma", "abandonment", "mistreatment")) return;
        Told(note);
        foreach (var m in note.Live.Where(m => (m.Entry.Under("T74") || m.Entry.Under("T76")) && !m.Entry.Billable).ToList())
        {
            var at = m.Entry;
            // "Physical abuse, suspected", and of whom is known by the age.
            if (at.Code.Length == 4 && at.Code != "T744" && Whom(note, m) is not '\0' and var whom && note.Codes.Find(at.Code + whom) is { } aged) at = aged;
            if (Specificity.Default(note.Codes, at) is { } entry) m.Recode(entry, Rule.Id, Rule.Source);
        }

        // One harm, told in several places: the confirmed one counts, and the named kind before the unspecified.
        foreach (var m in note.Live.Where(m => m.Entry.Under("T76")).ToList())
        {
            if (note.Live.FirstOrDefault(o => o.Entry.Under("T74") && o.Entry.Code[3] == m.Entry.Code[3]) is { } sure) m.Reject(RejectReasons.Combined, Rule.Source, sure.Entry.Display);
        }
    }

    // The index has "abuse" under its kinds; notes also say "concern for non-accidental trauma", "suspected neglect".
    private static void Told(NoteCase note)
    {
        if (note.Has("T74", "T76")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh or SectionKind.Social or SectionKind.Ros) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (note.Word(i) is not ("abuse" or "neglect" or "maltreatment" or "nat" or "trauma" or "mistreatment") || note.ScopeAt(s, Assertion.Negated, i, i + 1) is not null || note.ScopeAt(s, Assertion.Historical, i, i + 1) is not null) continue;
                if (note.Word(i) == "trauma" && (i == 0 || note.Word(i - 1) is not ("nonaccidental" or "non-accidental" or "accidental" or "inflicted") || note.Word(i - 1) == "accidental" && (i < 2 || note.Word(i - 2) != "non"))) continue;
                if (note.Word(i) == "nat" && !note.Note.Words[i].Capitals) continue;
                if (i > sentence.From && note.Word(i - 1) is "alcohol" or "substance" or "drug" or "opioid" or "cocaine" or "tobacco" or "laxative" or "polysubstance" or "etoh" or "left" or "hemispatial" or "spatial" or "visual" or "unilateral" or "marijuana" or "heroin" or "methamphetamine" or "meth" or "steroid" or "narcotic" or "prescription" or "inhalant" or "cannabis" or "nicotine" or "stimulant" or "benzodiazepine" or "ethanol") continue;
                var sure = note.FindWord(sentence with { From = Math.Max(sentence.From, i - 6), To = Math.Min(sentence.To, i + 5) }, "confirmed", "substantiated", "documented", "proven", "founded") >= 0;
                var suspected = note.FindWord(sentence with { From = Math.Max(sentence.From, i - 6), To = Math.Min(sentence.To, i + 5) }, "suspected", "suspect", "suspicion", "suspicious", "concern", "concerning", "possible", "probable", "likely", "alleged", "suspects", "concerned") >= 0;
                if (!sure && !suspected) continue;
                var kind = '9';
                for (var k = Math.Max(sentence.From, i - 3); k <= i; k++) foreach (var (character, words) in Kinds) if (Array.IndexOf(words, note.Word(k)) >= 0) kind = character;
                // Abuse of an elder or a child without more is of no named kind.
                if (note.Word(i) == "trauma") kind = '1';
                note.Add($"{(sure ? "T74" : "T76")}{kind}", s, Math.Max(sentence.From, i - 1), i + 1, Assertion.Present, Rule.Id, Rule.Source);
                return;
            }
        }
    }

    // 1 adult, 2 child; none when nothing tells.
    private static char Whom(NoteCase note, Mention m)
    {
        if (note.Patient.Days is not null) return note.Patient.IsChild ? '2' : '1';
        var sentence = note.Note.Sentences[m.Sentence];
        if (note.FindWord(sentence, Children) >= 0 || note.Speaks("cps", "infant", "toddler")) return '2';
        return note.FindWord(sentence, "elder", "adult", "wife", "husband", "spouse", "partner", "resident", "aps", "woman", "man") >= 0 || note.Speaks("aps", "husband", "wife", "elderly", "woman", "man") ? '1' : '\0';
    }
}
