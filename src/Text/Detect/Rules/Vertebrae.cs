using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Fractures of vertebrae named by their level: each level has its code (Official Guidelines I.B.12, I.C.19.b), "L1 and L3" two. Compression or wedge is the wedge compression
/// fracture, burst the burst fracture (Tabular List, S22.0 and S32.0).
/// </summary>
internal static class Vertebrae
{
    public static readonly Rule Rule = new("vertebra", "Guidelines I.C.19.b", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("fracture", "fractures", "fx")) return;
        // "Compression fracture of a vertebra due to osteoporosis": one fracture.
        if (note.Has("M80")) foreach (var m in note.Live.Where(m => m.Entry.Code.StartsWith("M485", StringComparison.Ordinal) && note.Live.Any(o => o.Sentence == m.Sentence && o.Entry.Under("M80"))).ToList()) m.Reject(RejectReasons.Combined, "Guidelines I.C.13.d.2");
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent) continue;
            var at = note.FindWord(sentence, "fracture", "fractures", "fx");
            if (at < 0 || note.ScopesOf[s].Exists(x => x.Kind is not Assertion.Historical && x.From <= at && x.To > at && !(x.Kind == Assertion.Uncertain && note.Inpatient))) continue;
            var old = note.ScopeAt(s, Assertion.Historical, at, at + 1) is not null;
            if (old) continue;
            var injured = note.Speaks("fall", "fell", "fallen", "accident", "mvc", "mva", "crash", "trauma", "traumatic", "injury", "wedge", "burst", "jumped", "collision");
            var kind = note.FindWord(sentence, "compression", "wedge") >= 0 ? '0' : note.FindWord(sentence, "burst") >= 0 ? note.FindWord(sentence, "unstable") >= 0 ? '2' : '1' : '9';
            var any = false;
            if (note.FindWord(sentence, "pathologic", "pathological", "osteoporotic", "osteoporosis", "insufficiency") >= 0 || note.Has("M80", "M81"))
            {
                Osteoporotic(note, s, sentence, at);
                continue;
            }

            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (Math.Abs(i - at) <= 8 && Cervical(note, s, sentence, i, at)) { any = true; continue; }
                if (Level(note.Word(i)) is not { } level || Math.Abs(i - at) > 8) continue;
                // A compression fracture that nobody calls an injury is a collapsed vertebra (index: Fracture, compression, vertebra NOS).
                if (note.Codes.Find(kind == '0' && !injured ? level[1] == '3' ? "M4856" : "M4854" : level + kind) is not { } heading) continue;
                if (note.Codes.Below(heading).FirstOrDefault(c => c.Code.EndsWith('A')) is not { } entry || note.Has(entry.Code)) continue;
                if (note.Add(entry.Code, s, Math.Min(i, at), Math.Max(i, at) + 1, Assertion.Present, Rule.Id, Rule.Source) is not null) any = true;
            }

            if (any) foreach (var m in note.Live.Where(m => m.Sentence == s && !m.Kept && (m.Entry.Under("S220") || m.Entry.Under("S320") || m.Entry.Under("S129") || m.Entry.Under("M485") || m.Entry.Under("M844") || m.Entry.Under("T148"))).ToList()) m.Reject(RejectReasons.Combined, Rule.Source);
        }
    }

    // Known osteoporosis makes a fracture one of it, even after a minor fall (I.C.13.d.2).
    private static void Osteoporotic(NoteCase note, int s, Sentence sentence, int at)
    {
        if (note.Has("M80") || !note.Speaks("osteoporosis", "osteoporotic") || !Enumerable.Range(sentence.From, sentence.To - sentence.From).Any(i => Math.Abs(i - at) <= 8 && Level(note.Word(i)) is not null)) return;
        if (note.Add("M8008XA", s, at, at + 1, Assertion.Present, Rule.Id, "Guidelines I.C.13.d.2") is not { } added) return;
        foreach (var m in note.Live.Where(m => m != added && (m.Entry.Under("M81") || m.Sentence == s && (m.Entry.Under("S220") || m.Entry.Under("S320") || m.Entry.Under("M485") || m.Entry.Under("M844")))).ToList()) m.Reject(RejectReasons.Combined, "Guidelines I.C.13.d.2", added.Entry.Display);
    }

    // C1 to C7 (S12.0 to S12.6), displaced unless the note says that it is not (I.C.19.c).
    private static bool Cervical(NoteCase note, int s, Sentence sentence, int at, int fracture)
    {
        if (note.Word(at) is not ['c', >= '1' and <= '7'] || !note.Note.Words[at].Capital) return false;
        var level = (char)(note.Word(at)[1] - 1);
        if (note.Live.Any(m => m.Entry.Under("S12" + level) && !m.Entry.Under($"S12{level}0"))) return true;
        var still = note.FindWord(sentence, "nondisplaced", "undisplaced") >= 0 || note.FindWord(sentence, "non") is >= 0 and var non && non + 1 < sentence.To && note.Word(non + 1) == "displaced";
        var burst = level == '0' && note.FindWord(sentence, "burst", "jefferson") >= 0;
        if (note.Codes.Find(burst ? note.FindWord(sentence, "unstable") >= 0 ? "S1202XA" : "S1201XA" : $"S12{level}0{(still ? '1' : '0')}A") is not { } entry) return false;
        return note.Has(entry.Code) || note.Add(entry.Code, s, Math.Min(at, fracture), Math.Max(at, fracture) + 1, Assertion.Present, Rule.Id, Rule.Source) is not null;
    }

    // The first five characters for T1 to T12 and L1 to L5.
    private static string? Level(string word)
    {
        if (word.Length is < 2 or > 3 || word[0] is not ('t' or 'l') || !int.TryParse(word[1..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n)) return null;
        if (word[0] == 'l') return n is >= 1 and <= 5 ? "S320" + (char)('0' + n) : null;
        return n is < 1 or > 12 ? null : "S220" + (char)('0' + (n <= 4 ? n : 5 + (n - 5) / 2));
    }
}
