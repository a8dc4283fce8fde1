using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Pressure ulcers by place, side and stage, one code for each place (Official Guidelines I.C.12.a): unstageable is said and not the same as no stage, and an injury of the deep
/// tissue has its own stage. A place of a list ("stage 2 of the buttock, stage 3 of the heel") has the stage of its own part of the sentence.
/// </summary>
internal static class PressureUlcers
{
    public static readonly Rule Rule = new("pressure-ulcer", "Guidelines I.C.12.a", Apply);

    private static readonly (string Code, bool Sided, string[] Words)[] Places =
    [
        ("L8915", false, ["sacrum", "sacral", "coccyx", "coccygeal", "tailbone", "sacrococcygeal"]), ("L896", true, ["heel", "heels"]), ("L895", true, ["ankle", "ankles", "malleolus", "malleolar"]), ("L892", true, ["hip", "hips", "trochanter", "trochanteric"]),
        ("L893", true, ["buttock", "buttocks", "ischium", "ischial", "gluteal"]), ("L890", true, ["elbow", "elbows"]), ("L8981", false, ["head", "occiput", "occipital", "face", "ear"]), ("L8989", false, ["toe", "foot", "knee", "shin", "calf", "thigh", "chin"]),
    ];

    // "Stage 2 on admission, progressed to stage 3": both stages of one ulcer (I.C.12.a.6).
    private static void Progressed(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("L89") && m.Entry.Billable).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            if (note.FindWord(sentence, "progressed", "worsened", "advanced", "deteriorated", "evolved", "progressing") is not (>= 0 and var at) || Told.Denied(note, m.Sentence, at)) continue;
            var stage = Stage(note, at, Math.Min(sentence.To, at + 6), out var told);
            if (stage is '0' or '9' || stage == m.Entry.Code[^1] || note.Has(m.Entry.Code[..^1] + stage)) continue;
            note.Add(m.Entry.Code[..^1] + stage, m.Sentence, m.From, told + 1, m.Assertion, Rule.Id, "Guidelines I.C.12.a.6");
        }
    }

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("pressure", "decubitus", "decubiti", "decub", "dti", "dtpi", "deep") || !note.Has("L89") && !note.Speaks("dti", "dtpi", "decub", "deep")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Ros or SectionKind.Psh || !Speaks(note, sentence)) continue;
            // Healed at admission it has no code (I.C.12.a.4).
            if (note.FindWord(sentence, "healed") is >= 0 and var healed && !Told.Denied(note, s, healed) && note.FindWord(sentence with { From = Math.Max(sentence.From, healed - 3), To = healed }, "not", "partially", "partly", "nearly", "almost") < 0)
            {
                foreach (var m in note.Live.Where(m => m.Sentence == s && m.Entry.Under("L89")).ToList()) m.Reject(RejectReasons.Historical, "Guidelines I.C.12.a.4");
                continue;
            }

            if (note.FindWord(sentence, "healed", "prevention", "prevent", "risk", "offloading", "history") >= 0) continue;
            var found = Read(note, s, sentence);
            if (found.Count == 0) continue;
            foreach (var m in note.Live.Where(m => m.Sentence == s && m.Entry.Under("L89") && !found.Exists(f => f.Code == m.Entry.Code)).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, found[0].Code);
            foreach (var (code, from, to) in found)
            {
                foreach (var m in note.Live.Where(m => m.Sentence == s && m.From < to && m.To > from && m.Entry.Code[0] is 'S' or 'T').ToList()) m.Reject(RejectReasons.Combined, Rule.Source, code);
                if (!note.Has(code)) note.Add(code, s, from, to, Assertion.Present, Rule.Id, Rule.Source);
            }
        }

        if (note.Inpatient) Progressed(note);
    }

    private static bool Speaks(NoteCase note, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (note.Word(i) is "decubitus" or "decubiti" or "decub" or "dti" or "dtpi") return true;
            if (note.Word(i) is "pressure" && i + 1 < sentence.To && note.Word(i + 1) is "ulcer" or "ulcers" or "injury" or "injuries" or "sore" or "sores" or "induced") return true;
            if (note.Word(i) is "deep" && i + 2 < sentence.To && note.Word(i + 1) == "tissue" && note.Word(i + 2) is "injury" or "pressure" or "damage") return true;
        }

        return false;
    }

    private static List<(string Code, int From, int To)> Read(NoteCase note, int s, Sentence sentence)
    {
        var found = new List<(string Code, int From, int To)>();
        var sites = Enumerable.Range(sentence.From, sentence.To - sentence.From).Where(i => Array.Exists(Places, p => Array.IndexOf(p.Words, note.Word(i)) >= 0)).ToList();
        foreach (var at in sites)
        {
            var place = Array.Find(Places, p => Array.IndexOf(p.Words, note.Word(at)) >= 0);
            if (note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Historical or Assertion.Hypothetical && x.From <= at && x.To > at)) continue;
            // From the comma or the "and" before it to the one behind; without a stage there on to the next place.
            var (from, to) = (at, at + 1);
            while (from > sentence.From && !Parts(note, from)) from--;
            while (to < sentence.To && !Parts(note, to)) to++;
            var next = sites.Find(o => o > at) is > 0 and var o ? o : sentence.To;
            while (next < sentence.To && next > to && !Parts(note, next)) next--;
            var stage = Stage(note, from, to, out var told);
            if (stage == '9') stage = Stage(note, to, next, out told);
            // The stage of all: "stage 2 pressure ulcers of both heels and the sacrum".
            if (stage == '9' && note.FindWord(sentence, "ulcers", "injuries", "sores") is >= 0 and var plural && plural < at) stage = Stage(note, sentence.From, plural, out told);
            if (stage == '9' && !Stated(note, from, to)) continue;
            var codes = !place.Sided ? [place.Code] : Sides(note, from, to).Select(side => place.Code + side).ToArray();
            foreach (var code in codes)
            {
                if (note.Codes.Find(code + stage) is { Billable: true } && !found.Exists(f => f.Code == code + stage)) found.Add((code + stage, Math.Min(at, told < 0 ? at : told), Math.Max(at, told) + 1));
            }
        }

        return found;
    }

    private static bool Stated(NoteCase note, int from, int to)
    {
        for (var i = from; i < to; i++) if (note.Word(i) is "ulcer" or "ulcers" or "injury" or "injuries" or "sore" or "sores" or "decubitus" or "decubiti" or "decub" or "dti" or "dtpi") return true;
        return false;
    }

    // "Right and left heel" is one part; "sacrum stage 3 and left heel stage 2" is two, since the second has a stage of its own.
    private static bool Parts(NoteCase note, int at)
    {
        if (note.Note.Words[at].Has(Mark.Comma | Mark.Semicolon)) return true;
        if (note.Word(at) is not "and") return false;
        var count = note.Note.Words.Count;
        if (!(at + 1 < count && note.Word(at + 1) is "right" or "left")) return true;
        if (at > 0 && note.Word(at - 1) is "right" or "left") return false;
        for (var i = at + 1; i < Math.Min(count, at + 9) && !note.Note.Words[i].Has(Mark.Comma | Mark.Semicolon | Mark.Begin) && note.Word(i) is not "and"; i++)
        {
            if (note.Word(i) is "stage" or "grade" or "unstageable" or "dti" or "dtpi") return true;
        }

        return false;
    }

    private static char[] Sides(NoteCase note, int from, int to)
    {
        var (right, left) = (false, false);
        for (var i = from; i < to; i++)
        {
            right |= note.Word(i) is "right" or "rt" or "bilateral" or "both" || note.Word(i) is "r" && note.Note.Words[i].Capital;
            left |= note.Word(i) is "left" or "lt" or "bilateral" or "both" || note.Word(i) is "l" && note.Note.Words[i].Capital;
        }

        return right && left ? ['1', '2'] : right ? ['1'] : left ? ['2'] : ['0'];
    }

    private static char Stage(NoteCase note, int from, int to, out int at)
    {
        for (at = from; at < to; at++)
        {
            if (note.Word(at) is "unstageable" or "unstagable") return '0';
            if (note.Word(at) is "dti" or "dtpi" || note.Word(at) == "deep" && at + 1 < to && note.Word(at + 1) == "tissue") return '6';
            if (note.Word(at) is not ("stage" or "grade") || at + 1 >= to) continue;
            if (note.Word(at + 1) switch { "1" or "i" or "one" => '1', "2" or "ii" or "two" => '2', "3" or "iii" or "three" => '3', "4" or "iv" or "four" => '4', _ => '\0' } is not '\0' and var stage) return stage;
        }

        at = -1;
        return '9';
    }
}
