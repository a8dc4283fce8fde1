using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A chronic ulcer that is no pressure ulcer is coded by its place, side and depth (Official Guidelines I.C.12.b), beside the varicose veins or the diabetes that caused it
/// (code first note at L97).
/// </summary>
internal static class Ulcers
{
    public static readonly Rule Rule = new("ulcer", "Guidelines I.C.12.b", Apply);

    private static readonly (string Heading, string Varicose, string[] Words)[] Places =
    [
        ("L975", "5", ["forefoot", "metatarsal"]), ("L974", "4", ["heel", "midfoot", "plantar"]), ("L973", "3", ["ankle", "malleolus", "malleolar"]), ("L972", "2", ["calf"]), ("L971", "1", ["thigh"]), ("L975", "5", ["toe", "foot", "forefoot", "metatarsal"]), ("L978", "8", ["shin", "pretibial"]),
    ];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("ulcer", "ulcers", "ulceration", "ulcerations", "ulcerated") && !note.Has("L97")) return;
        if (!note.Has("L97", "L89")) Said(note);
        foreach (var m in note.Live.Where(m => m.Entry.Under("L97")).ToList()) Place(note, m);
        Heel(note);
        Examined(note);
        // "Non-healing ulcer", told again without its place.
        if (note.First("L97") is { } placed) foreach (var m in note.Live.Where(m => m.Entry.Code is "L98499" or "L98491" || m.Entry.Under("L984") && Told.Says(note, m, 6, "foot", "forefoot", "heel", "toe", "ankle", "leg", "calf", "shin", "plantar", "midfoot")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, placed.Entry.Display);
        Stasis(note);
        Arteries(note);
        Varicose(note);
        if (note.Has("L97")) return;
        foreach (var cause in note.Live.Where(m => (m.Entry.Under("I830") || m.Entry.Under("I832")) && m.Entry.Code.Length > 4 || m.Entry.Code is "E08621" or "E09621" or "E10621" or "E11621" or "E13621").ToList())
        {
            var sentence = note.Note.Sentences[cause.Sentence];
            if (note.FindWord(sentence, "ulcer", "ulcers", "ulceration") < 0) continue;
            var code = cause.Entry.Code[0] == 'E' ? "L97509" : "L97909";
            if (note.Add(code, cause.Sentence, cause.From, cause.To, cause.Assertion, Rule.Id, "Use additional code note at " + cause.Entry.Display) is { } added) Place(note, added);
            return;
        }
    }

    // "Diabetic foot ulcer" of the assessment, and "the wound on his heel" of the examination: one ulcer, of the heel.
    private static void Heel(NoteCase note)
    {
        if (!note.Speaks("heel") || note.Speaks("toe", "toes", "metatarsal", "forefoot", "hallux")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("L975") && m.Entry.Code.Length == 6).ToList())
        {
            if (note.FindWord(note.Note.Sentences[m.Sentence], "heel") >= 0) continue;
            for (var s = 0; s < note.Note.Sentences.Count; s++)
            {
                var sentence = note.Note.Sentences[s];
                if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions || note.FindWord(sentence, "heel") is not (>= 0 and var heel) || note.FindWord(sentence with { From = Math.Max(sentence.From, heel - 6), To = Math.Min(sentence.To, heel + 7) }, "ulcer", "ulceration", "wound") is not (>= 0 and var wound) || note.ScopesOf[s].Exists(x => x.From <= wound && x.To > wound)) continue;
                if (note.Codes.Find("L974" + m.Entry.Code[4..]) is not { } entry) break;
                m.Recode(entry, Rule.Id, Rule.Source);
                m.Also.Add((Math.Min(heel, wound), Math.Max(heel, wound) + 1));
                break;
            }
        }
    }

    // Varicose veins with an ulcer are coded by the place and side of the ulcer too (I83.0, I83.2 with inflammation), and L97 tells the depth beside it.
    private static void Varicose(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("I83")).ToList())
        {
            if (note.Live.Where(o => o.Entry.Under("L97") && o.Entry.Code.Length == 6 && Math.Abs(o.Sentence - m.Sentence) <= 1).OrderBy(o => Math.Abs(o.Sentence - m.Sentence)).FirstOrDefault() is not { } ulcer) continue;
            var side = ulcer.Entry.Code[4] is '1' or '2' ? ulcer.Entry.Code[4] : Side.Of(note, m) switch { "right" => '1', "left" => '2', _ => '0' };
            // Ulcers of both legs have two codes; those of one leg are of the veins of that leg.
            if (m.Entry.Code is "I8391" && side == '2' || m.Entry.Code is "I8392" && side == '1') continue;
            var inflamed = m.Entry.Under("I831") || m.Entry.Under("I832") || Told.Says(note, m, 12, "inflammation", "inflamed", "dermatitis", "phlebitis");
            var place = ulcer.Entry.Code[3] switch { '1' => '1', '2' => '2', '3' => '3', '4' => '4', '5' => '5', '8' => '8', _ => '9' };
            if (note.Codes.Find($"I83{(inflamed ? '2' : '0')}{side}{place}") is not { Billable: true } entry) continue;
            m.Recode(entry, Rule.Id, "Tabular List, I83.0 and I83.2");
            m.Also.Add((ulcer.From, ulcer.To));
        }
    }

    // Atherosclerosis of a leg with an ulcer is one code by the place of the ulcer, and L97 tells the depth beside it (I70.23 to I70.74, use additional code; I.B.9).
    private static void Arteries(NoteCase note)
    {
        if (!note.Has("I702", "I703", "I704", "I705", "I706", "I707")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("I70") && m.Entry.Code.Length == 6 && m.Entry.Code[3] is >= '2' and <= '7' && m.Entry.Code[4] is '0' or '1' or '2').ToList())
        {
            if (note.Live.FirstOrDefault(o => o.Entry.Under("L97") && o.Sentence == m.Sentence) is not { } ulcer) continue;
            var side = ulcer.Entry.Code[4] is '1' or '2' ? ulcer.Entry.Code[4] : Side.Of(note, m) switch { "right" => '1', "left" => '2', _ => '\0' };
            if (side == '\0' || note.Codes.Find($"{m.Entry.Code[..4]}{(char)(side + 2)}{ulcer.Entry.Code[3]}") is not { Billable: true } entry) continue;
            m.Recode(entry, Rule.Id, "Tabular List, I70.2 to I70.7");
            m.Also.Add((ulcer.From, ulcer.To));
        }
    }

    // A venous or stasis ulcer without varicose veins is venous insufficiency and the ulcer (index: Ulcer, stasis; code first note at L97).
    private static void Stasis(NoteCase note)
    {
        if (note.Has("I83", "I872", "I870", "I873")) return;
        // "Venous stasis ulcer" alone names the insufficiency, and its ulcer is one of the leg.
        if (!note.Has("L97"))
        {
            foreach (var m in note.Live.Where(m => m.Entry.Under("I878") && Told.Says(note, m, 2, "ulcer", "ulcers", "ulceration")).ToList())
            {
                if (note.Add("L97909", m.Sentence, m.From, m.To, m.Assertion, Rule.Id, "Code first note at L97") is { } added) Place(note, added);
            }
        }

        foreach (var ulcer in note.Live.Where(m => m.Entry.Under("L97")).ToList())
        {
            var sentence = note.Note.Sentences[ulcer.Sentence];
            var at = note.FindWord(sentence, "venous", "stasis");
            if (at < 0 || Math.Abs(at - ulcer.From) > 4) continue;
            foreach (var m in note.Live.Where(m => m.Sentence == ulcer.Sentence && m.Entry.Under("I878")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "I87.2");
            note.Add("I872", ulcer.Sentence, at, Math.Max(at + 1, ulcer.To), ulcer.Assertion, Rule.Id, "Code first note at L97");
            return;
        }
    }

    // "Ulcer of the left great toe": an ulcer of the leg or foot whose place stands apart from it.
    private static void Said(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Ros or SectionKind.Pmh) continue;
            var at = note.FindWord(sentence, "ulcer", "ulcers", "ulceration");
            if (at < 0 || note.ScopesOf[s].Exists(x => x.From <= at && x.To > at) || note.FindWord(sentence, "pressure", "decubitus", "peptic", "gastric", "duodenal", "corneal", "oral", "healed") >= 0) continue;
            var place = note.FindWord(sentence, "heel", "midfoot", "forefoot", "hindfoot", "sole", "ankle", "malleolus", "calf", "thigh", "toe", "foot", "shin", "leg");
            if (place < 0 || Math.Abs(place - at) > 6) continue;
            foreach (var m in note.Live.Where(m => m.Sentence == s && m.From <= at && m.To > at && !m.Entry.Under("E") && !m.Entry.Under("I83") && !m.Entry.Under("I70")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "L97");
            if (note.Live.Any(m => m.Sentence == s && m.From <= at && m.To > at && !m.Entry.Under("I70"))) continue;
            note.Add("L97909", s, Math.Min(at, place), Math.Max(at, place) + 1, Assertion.Present, Rule.Id, Rule.Source);
            return;
        }
    }

    private static void Place(NoteCase note, Mention m)
    {
        foreach (var other in note.Live.Where(o => o != m && o.Entry.Under("L984") && o.From < m.To && o.To > m.From).ToList()) other.Reject(RejectReasons.Combined, Rule.Source, m.Entry.Display);
        var sentence = note.Note.Sentences[m.Sentence];
        var heading = m.Entry.Code.Length > 4 ? m.Entry.Code[..4] : "L979";
        foreach (var (place, _, words) in Places)
        {
            var at = Told.Own(note, m, 40, words);
            if (at < 0 || Math.Abs(at - m.From) > 12) continue;
            // "Foot ulcer of the right heel": the finer place counts; a leg is said of all.
            if (place is "L975" or "L978" && heading is not ("L979" or "L978")) continue;
            heading = place;
            break;
        }

        var side = Side.Of(note, m) switch { "right" => '1', "left" => '2', _ => m.Entry.Code.Length > 4 && m.Entry.Code[4] is '1' or '2' ? m.Entry.Code[4] : '0' };
        var depth = Depth(note, m);
        if (depth == '9' && m.Entry.Code.Length == 6) depth = m.Entry.Code[5];
        if (note.Codes.Find($"{heading}{side}{depth}") is { Billable: true } entry) m.Recode(entry, Rule.Id, Rule.Source);
        m.Kept = true;
    }

    // The assessment names the ulcer, and the examination of the same note its side and depth: "left heel: ulcer, muscle seen in its base".
    private static void Examined(NoteCase note)
    {
        var ulcers = note.Live.Where(m => m.Entry.Under("L97") && m.Entry.Code.Length == 6).ToList();
        if (ulcers.Count == 0 || ulcers.Select(m => m.Entry.Code).Distinct().Count() > 1 || ulcers[0].Entry.Code is not { } code || code[4] != '0' && code[5] != '9') return;
        var (side, depth) = (code[4], code[5]);
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh or SectionKind.Psh || ulcers.Exists(m => m.Sentence == s)) continue;
            var at = note.FindWord(sentence, "ulcer", "ulceration", "wound", "lesion");
            if (at < 0 || Told.Denied(note, s, at) || note.ScopeAt(s, Assertion.Historical, at, at + 1) is not null) continue;
            var near = sentence with { From = Math.Max(sentence.From, at - 6), To = at + 1 };
            var (right, left) = (note.FindWord(near, "right", "rt"), note.FindWord(near, "left", "lt"));
            if (side == '0' && right >= 0 != left >= 0) side = right >= 0 ? '1' : '2';
            // The depth stands behind the size, up to the end of the sentence.
            bool Says(params ReadOnlySpan<string> words)
            {
                for (var i = at + 1; i < Math.Min(sentence.To, at + 40); i++)
                {
                    foreach (var w in words) if (note.Word(i) == w && !Told.Denied(note, s, i) && !(i > at && note.Word(i - 1) == "to" && i > at + 1 && note.Word(i - 2) is "probe" or "probes")) return true;
                }

                return false;
            }

            if (depth != '9') continue;
            var dead = Says("necrosis", "necrotic");
            depth = Says("bone") ? dead ? '4' : '6' : Says("muscle", "tendon") ? dead ? '3' : '5' : Says("fat", "subcutaneous", "adipose") ? '2' : Says("breakdown", "superficial", "partial-thickness", "epidermis", "dermis") ? '1' : depth;
        }

        if (note.Codes.Find($"{code[..4]}{side}{depth}") is { Billable: true } entry) foreach (var m in ulcers) m.Recode(entry, Rule.Id, Rule.Source);
    }

    private static char Depth(NoteCase note, Mention m)
    {
        bool Says(params ReadOnlySpan<string> words) => Told.Own(note, m, 60, words) is >= 0 and var at && !note.ScopesOf[m.Sentence].Exists(x => x.Kind == Assertion.Negated && x.From <= at && x.To > at);
        var dead = Says("necrosis", "necrotic");
        if (Says("bone")) return dead ? '4' : '6';
        if (Says("muscle")) return dead ? '3' : '5';
        if (Says("fat", "subcutaneous", "adipose")) return '2';
        return Says("breakdown", "superficial") || Says("limited") && Says("skin") ? '1' : '9';
    }
}
