using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A diet that is not kept and a dialysis that is missed, by the reason told: Z91.11-, Z91.15- (Tabular List, Z91.1; Official Guidelines I.C.21.c.14). What is missed of a drug is underdosing.
/// </summary>
internal static class Nonadherence
{
    public static readonly Rule Rule = new("nonadherence", "Guidelines I.C.21.c.14", Apply);

    private static readonly string[] Kept = ["following", "follow", "follows", "followed", "adhering", "adhere", "adheres", "adherent", "compliant", "complying", "keeping", "sticking", "stick"];

    private static readonly string[] Neglect = ["noncompliant", "non-compliant", "nonadherent", "non-adherent", "noncompliance", "non-compliance", "nonadherence", "non-adherence"];

    private static readonly string[] Missed = ["missed", "misses", "missing", "skipped", "skips", "skipping"];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("diet", "dietary", "dialysis", "hemodialysis", "hd")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh or SectionKind.Medications) continue;
            var (diet, dialysis) = (note.FindWord(sentence, "diet", "dietary"), note.FindWord(sentence, "dialysis", "hemodialysis", "hd"));
            var target = dialysis >= 0 ? dialysis : diet;
            if (target < 0 || Cue(note, sentence, dialysis >= 0) is not (>= 0 and var cue) || Math.Abs(cue - target) > 6) continue;
            if (note.ScopesOf[s].Exists(x => x.Kind is not (Assertion.Historical or Assertion.Uncertain) && x.From <= cue && x.To > cue && x.Cue.To <= cue && note.Word(x.Cue.To - 1) != "not")) continue;
            var hardship = note.FindWord(sentence, Underdosing.Cost) >= 0;
            var told = hardship || note.FindWord(sentence, "because", "due", "since") >= 0;
            var code = (dialysis >= 0, hardship, told) switch { (true, true, _) => "Z91151", (true, _, _) => "Z91158", (_, true, _) => "Z91110", (_, _, true) => "Z91118", _ => "Z91119" };
            foreach (var m in note.Live.Where(m => m.Sentence == s && m.Entry.Under("Z911") && !m.Entry.Under("Z9112") && !m.Entry.Under("Z9113") && m.Entry.Code != code).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, code);
            if (!note.Has(code)) note.Add(code, s, Math.Min(cue, target), Math.Max(cue, target) + 1, Assertion.Present, Rule.Id, Rule.Source);
        }
    }

    private static int Cue(NoteCase note, Sentence sentence, bool dialysis)
    {
        if (note.FindWord(sentence, Neglect) is >= 0 and var named) return named;
        if (dialysis && note.FindWord(sentence, Missed) is >= 0 and var missed) return missed;
        for (var i = sentence.From + 1; i < sentence.To; i++)
            if (Array.IndexOf(Kept, note.Word(i)) >= 0 && note.Word(i - 1) is "not" or "doesn't" or "doesnt" or "poorly" or "isn't" or "isnt" or "never") return i;
        return -1;
    }
}
