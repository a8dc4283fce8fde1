using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A visit for an intrauterine device by what is done with it: put in (Z30.430), looked at (Z30.431), taken out (Z30.432), or one for another (Z30.433); for one under the skin Z30.017
/// and Z30.46 (Tabular List, Z30; Official Guidelines I.C.21.c.10). Its status and the mere prescription are not coded beside it (excludes note at Z97.5).
/// </summary>
internal static class Contraceptives
{
    public static readonly Rule Rule = new("contraceptive-device", "Tabular List, Z30.43", Apply);

    private static readonly string[] Devices = ["iud", "iuds", "iucd", "iuc", "intrauterine", "mirena", "kyleena", "liletta", "skyla", "paragard"];

    private static readonly string[] Implants = ["nexplanon", "implanon", "etonogestrel"];

    private static readonly string[] In = ["inserted", "insertion", "insert", "placed", "placement", "place", "reinserted", "reinsertion"];

    private static readonly string[] Out = ["removed", "removal", "remove", "out", "pulled", "extracted"];

    private static readonly string[] Exchanged = ["exchange", "exchanged", "replaced", "replacement", "swap", "swapped", "changed"];

    private static readonly string[] Checked = ["check", "checked", "checking", "checkup", "strings", "string", "surveillance"];

    // Another time, or it did not succeed.
    private static readonly string[] Elsewhere = ["ago", "last", "previously", "scheduled", "schedule", "will", "plan", "planned", "plans", "discussed", "since", "history", "return", "declined", "declines", "unable", "unsuccessful", "failed", "next", "counseled", "options", "had", "surgery", "expelled", "perforation"];

    // Before the act: it is only wished for.
    private static readonly string[] Wished = ["wants", "desires", "considering", "consider", "recommend", "recommended", "interested", "requests", "if", "about", "regarding", "before"];

    private static void Apply(NoteCase note)
    {
        var iud = note.Speaks(Devices);
        if (note.Inpatient || !iud && !note.Speaks(Implants) || note.Has("T83", "O")) return;
        var (put, taken, seen) = (false, false, false);
        (int Sentence, int From, int To)? where = null;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh or SectionKind.Psh or SectionKind.Results or SectionKind.Social or SectionKind.Medications or SectionKind.Plan) continue;
            var at = iud ? note.FindWord(sentence, Devices) : note.FindWord(sentence, Implants);
            // The acts may be told in the sentence after the one that names the device.
            if (at < 0 && where?.Sentence != s - 1) continue;
            if (note.FindWord(sentence, Elsewhere) >= 0 || Year(note, sentence) || at >= 0 && at + 2 < sentence.To && note.Word(at + 1) is "in" or "still" && note.Word(at + 2) is "place" or "in" or "situ") continue;
            var (a, b, c, d) = (Done(note, s, sentence, In), Done(note, s, sentence, Out), Done(note, s, sentence, Exchanged), at < 0 ? -1 : Done(note, s, sentence, Checked));
            if (a < 0 && b < 0 && c < 0 && d < 0) continue;
            var act = new[] { a, b, c, d }.Where(x => x >= 0).Min();
            if (note.FindWord(sentence with { To = act }, Wished) >= 0) continue;
            (put, taken, seen) = (put || a >= 0 || c >= 0, taken || b >= 0 || c >= 0, seen || d >= 0);
            int[] acts = [.. new[] { at, a, b, c, a < 0 && b < 0 && c < 0 ? d : -1 }.Where(x => x >= 0)];
            where ??= (s, acts.Min(), acts.Max() + 1);
        }

        if (where is not var (place, from, to)) return;
        if (!iud) { if (put || taken) Code(note, taken ? "Z3046" : "Z30017", place, from, to); }
        else if (put || taken || seen) Code(note, put && taken ? "Z30433" : put ? "Z30430" : taken ? "Z30432" : "Z30431", place, from, to);
    }

    private static void Code(NoteCase note, string code, int s, int from, int to)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("Z30") || m.Entry.Under("Z975")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, code);
        note.Add(code, s, from, to, Assertion.Present, Rule.Id, Rule.Source);
    }

    private static int Done(NoteCase note, int s, Sentence sentence, string[] acts)
    {
        var at = note.FindWord(sentence, acts);
        return at >= 0 && note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Historical or Assertion.Hypothetical or Assertion.Instruction && x.From <= at && x.To > at && note.Word(x.Cue.From) is not "old") ? -1 : at;
    }

    // "IUD placed 2019", "inserted in March 2021".
    private static bool Year(NoteCase note, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++) if (note.YearAt(i) is not null) return true;
        return false;
    }
}
