using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Who has osteoporosis and breaks a bone that would have held in health has a pathological fracture by site, and neither an injury nor an osteoporosis without fracture
/// (Official Guidelines I.C.13.d.2). Osteomyelitis of the spine and the sacrum has its place among the diseases of the spine (Alphabetic Index: Osteomyelitis, vertebra).
/// </summary>
internal static class Bones
{
    public static readonly Rule Rule = new("bone", "Guidelines I.C.13.d.2", Apply);

    private static readonly (char Site, string[] Words)[] Sites =
    [
        ('5', ["femur", "femoral", "hip", "intertrochanteric", "subtrochanteric"]), ('8', ["vertebra", "vertebral", "vertebrae", "spine", "spinal", "compression", "lumbar", "thoracic"]), ('3', ["wrist", "radius", "radial", "forearm", "ulna", "colles"]), ('2', ["humerus", "humeral"]),
        ('6', ["tibia", "tibial", "fibula"]), ('7', ["ankle", "foot", "metatarsal"]), ('4', ["hand", "finger", "metacarpal"]), ('1', ["shoulder"]), ('B', ["pelvis", "pelvic", "pubic", "sacral", "sacrum", "acetabulum"]),
    ];

    private static readonly (char Region, string[] Words)[] Spine = [('8', ["sacrum", "sacral", "coccyx", "sacrococcygeal"]), ('7', ["lumbosacral"]), ('6', ["lumbar"]), ('5', ["thoracolumbar"]), ('4', ["thoracic"]), ('2', ["cervical"]), ('0', ["vertebral", "vertebra", "vertebrae", "spine", "spinal"])];

    private static void Apply(NoteCase note)
    {
        if (note.Has("M869")) Marrow(note);
        if (note.Has("M80", "M81")) Induced(note);
        if (note.Has("M80", "M81") || note.Speaks("osteoporotic")) Fragile(note);
        Broken(note);
        Coughed(note);
    }

    private static readonly string[] Steroids = ["glucocorticoid", "glucocorticoids", "steroid", "steroids", "corticosteroid", "corticosteroids", "prednisone", "prednisolone", "dexamethasone", "methylprednisolone", "hydrocortisone"];

    // "Rib broken while coughing": what broke the weak bone is no symptom of its own.
    private static void Coughed(NoteCase note)
    {
        if (!note.Has("R05")) return;
        foreach (var cough in note.Live.Where(m => m.Entry.Under("R05")).ToList())
        {
            var sentence = note.Note.Sentences[cough.Sentence];
            if (note.FindWord(sentence with { From = Math.Max(sentence.From, cough.From - 3), To = cough.From + 1 }, "after", "while", "during", "from", "when", "with", "by") < 0) continue;
            if (note.Live.FirstOrDefault(m => m.Sentence == cough.Sentence && m.From < cough.From && (m.Entry.Under("M80") || m.Entry.Under("M844") || m.Entry.Under("M485") || m.Entry.Title.Contains("racture", StringComparison.Ordinal) && m.Entry.Code[0] == 'S')) is { } broken) cough.Reject(RejectReasons.Integral, "Guidelines I.B.5", broken.Entry.Display);
        }
    }

    // "Glucocorticoid-induced osteoporosis": other osteoporosis, and the adverse effect of the drug (M81.8; use additional code at M81).
    private static void Induced(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code == "M810").ToList())
        {
            var at = Told.Beside(note, m, 3, "induced", "due", "from", "secondary");
            if (at < 0 || Told.Beside(note, m, 6, Steroids) is not (>= 0 and var drug) || note.Codes.Find("M818") is not { } other) continue;
            // Before it the drug is the cause only as "steroid-induced", behind it as "due to steroids".
            if (note.Word(at) == "induced" ? drug != at - 1 : drug < at || at < m.To) continue;
            m.Recode(other, Rule.Id, "Alphabetic Index: Osteoporosis, drug-induced");
            if (!note.Has("T380")) note.Add("T380X5A", m.Sentence, Math.Min(drug, at), Math.Max(drug, at) + 1, m.Assertion, Rule.Id, "Guidelines I.C.19.e.5.a");
        }
    }

    // The same with the bone that broke (M80.8, drug-induced osteoporosis with current pathological fracture).
    private static void Broken(NoteCase note)
    {
        for (var s = 0; note.Has("M800") && s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var weak = note.FindWord(sentence, "osteoporosis", "osteoporotic");
            if (weak < 0 || Told.Denied(note, s, weak) || sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions) continue;
            var near = sentence with { From = Math.Max(sentence.From, weak - 6), To = Math.Min(sentence.To, weak + 7) };
            var link = note.FindWord(near, "induced", "due", "from", "secondary", "related", "associated", "caused");
            if (link < 0 || note.FindWord(near, Steroids) is not (>= 0 and var drug) || (note.Word(link) is "induced" or "related" or "associated" ? drug != link - 1 : drug < link || link < weak)) continue;
            foreach (var m in note.Live.Where(m => m.Entry.Under("M800")).ToList()) if (note.Codes.Find("M808" + m.Entry.Code[4..]) is { } induced) m.Recode(induced, Rule.Id, "Alphabetic Index: Osteoporosis, drug-induced, with current pathological fracture");
            if (!note.Has("T380")) note.Add("T380X5A", s, Math.Min(drug, link), Math.Max(drug, link) + 1, Assertion.Present, Rule.Id, "Guidelines I.C.19.e.5.a");
            return;
        }
    }

    private static void Marrow(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("M869")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            // "Osteomyelitis of L3": the level tells the vertebra.
            for (var i = Math.Max(sentence.From, m.From - 4); i < Math.Min(sentence.To, m.To + 5); i++)
            {
                if (SpineRegions.RegionAt(note, i) is not { } level || note.Codes.Find("M462") is not { } vertebrae || Told.OfAnother(note, m, i) || note.Codes.Below(vertebrae).FirstOrDefault(c => c.Billable && c.Title.EndsWith(level, StringComparison.Ordinal)) is not { } spinal) continue;
                m.Recode(spinal, Rule.Id, "Alphabetic Index: Osteomyelitis, vertebra");
                m.Also.Add((i, i + 1));
                break;
            }

            if (m.Entry.Under("M462")) continue;
            foreach (var (region, words) in Spine)
            {
                if (!Beside(note, sentence, m, words) || note.Codes.Find($"M462{region}") is not { Billable: true } entry) continue;
                m.Recode(entry, Rule.Id, "Alphabetic Index: Osteomyelitis, vertebra");
                break;
            }
        }
    }

    private static bool Beside(NoteCase note, Sentence sentence, Mention m, string[] words)
    {
        for (var i = Math.Max(sentence.From, m.From - 3); i < Math.Min(sentence.To, m.To + 4); i++) if (Array.IndexOf(words, note.Word(i)) >= 0) return true;
        return false;
    }

    private static void Fragile(NoteCase note)
    {
        if (note.Has("M800", "M808") && !note.Live.Any(m => m.Entry.Under("M8000") || m.Entry.Under("M8080"))) { Bare(note); return; }
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Psh or SectionKind.Instructions) continue;
            var at = note.FindWord(sentence, "fracture", "fractures", "fx");
            if (at < 0 || !Weak(note, sentence, at) || note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Historical or Assertion.Hypothetical or Assertion.Instruction or Assertion.Family && x.From <= at && x.To > at)) continue;
            var place = Place(note, sentence, at, out var word);
            var source = s;
            // "Displaced femoral neck fracture. Read as a fragility fracture."
            for (var back = 1; place == '\0' && back <= 2 && s - back >= 0; back++)
            {
                var before = note.Note.Sentences[s - back];
                if (note.FindWord(before, "fracture", "fractures", "fx") is not (>= 0 and var broken) || Told.Denied(note, s - back, broken)) continue;
                place = Place(note, before, broken, out word);
                if (place != '\0') (source, at) = (s - back, broken);
            }

            if (place == '\0') continue;
            var lead = note.Live.FirstOrDefault(m => m.Entry.Under("M8000") || m.Entry.Under("M8080")) ?? note.First("M81");
            var kind = lead is not null && lead.Entry.Code[3] == '8' ? '8' : '0';
            if (note.Add($"M80{kind}{(place == '8' ? "8XA" : "0XA")}", source, Math.Min(at, word), Math.Max(at, word) + 1, Assertion.Present, Rule.Id, Rule.Source) is not { } added) return;
            var side = Side.Of(note, added) switch { "right" => '1', "left" => '2', _ => '9' };
            if (place != '8' && note.Codes.Find(place == 'B' ? $"M80{kind}B{side}A" : $"M80{kind}{place}{side}A") is { Billable: true } sided) added.Entry = sided;
            foreach (var m in note.Live.Where(m => m != added && m.Entry.Code[0] == 'S' && m.Entry.Code[2] == '2' && (m.Sentence == s || m.Sentence == source || IsOf(m.Entry, place))).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, added.Entry.Display);
            foreach (var m in note.Live.Where(m => m != added && (m.Entry.Under("M8000") || m.Entry.Under("M8080") || m.Entry.Under("M844") || m.Entry.Under("M8008") && place != '8')).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, added.Entry.Display);
            Bare(note);
            return;
        }
    }

    // The fracture of the same bone, told as an injury in another sentence.
    private static bool IsOf(CodeEntry injury, char place) => place switch { '5' => injury.Under("S72"), '3' => injury.Under("S52") || injury.Under("S621"), '1' => injury.Under("S420") || injury.Under("S421"), '2' => injury.Under("S422") || injury.Under("S423") || injury.Under("S424"), '4' => injury.Under("S626") || injury.Under("S623"), '6' => injury.Under("S82"), '7' => injury.Under("S92"), '8' => injury.Under("S220") || injury.Under("S320"), 'B' => injury.Under("S321") || injury.Under("S325"), _ => false };

    /// <summary>The osteoporosis that broke the bone of an injury, with the bone and its side (Tabular List, M80.0 and M80.8); null when it is none, or no bone of its own there.</summary>
    public static CodeEntry? Broken(NoteCase note, CodeEntry osteoporosis, Mention injury)
    {
        if (!osteoporosis.Under("M8000") && !osteoporosis.Under("M8080")) return null;
        var kind = osteoporosis.Code[..4];
        foreach (var place in "1234567B8")
        {
            if (!IsOf(injury.Entry, place)) continue;
            var side = Side.Of(note, injury) switch { "right" => '1', "left" => '2', _ => '9' };
            return note.Codes.Find(place == '8' ? $"{kind}8XA" : $"{kind}{place}{side}A");
        }

        return null;
    }

    // Osteoporosis "without current pathological fracture" where there is one.
    private static void Bare(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("M81")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, note.First("M80")?.Entry.Display);
    }

    // The note says that the bone was weak, or that osteoporosis broke it.
    private static bool Weak(NoteCase note, Sentence sentence, int fracture)
    {
        // Known osteoporosis and a fall that would not break a normal bone (I.C.13.d.2).
        if (note.Has("M81") && Minor(note, sentence) && note.FindWord(sentence, "toe", "toes", "finger", "fingers", "skull", "nasal", "nose") < 0) return true;
        if (note.FindWord(sentence, "fragility", "osteoporotic", "insufficiency", "pathological", "pathologic") is >= 0 and var at && Math.Abs(at - fracture) <= 8) return true;
        return note.FindWord(sentence, "osteoporosis") is >= 0 and var cause && cause > fracture && cause <= fracture + 8 && note.FindWord(sentence, "due", "from", "secondary", "because") is >= 0 and var link && link > fracture && link < cause;
    }

    private static readonly string[] Low = ["standing", "chair", "recliner", "wheelchair", "bed", "couch", "sofa", "toilet", "commode", "rug", "carpet", "cord"];

    private static readonly string[] High = ["stairs", "stairwell", "steps", "ladder", "roof", "height", "feet", "ft", "bike", "bicycle", "scooter", "car", "horse", "escalator"];

    private static bool Minor(NoteCase note, Sentence sentence)
    {
        // "Slipped off a chair", "tripped on a rug", "fell from standing".
        if (note.FindWord(sentence, "fell", "fall", "slipped", "slid", "tripped", "stumbled", "rolled") >= 0 && note.FindWord(sentence, Low) >= 0 && note.FindWord(sentence, High) < 0) return true;
        for (var i = sentence.From; i < sentence.To; i++)
        {
            var next = i + 1 < sentence.To ? note.Word(i + 1) : "";
            if (note.Word(i) is "glf" or "gllf" || note.Word(i) is "minor" or "trivial" or "minimal" or "slight" && next is "fall" or "trauma" or "bump" or "stumble" or "injury" || note.Word(i) is "ground-level" or "same-level" or "low-energy" || note.Word(i) is "ground" && next == "level" || note.Word(i) == "low" && next == "energy" || note.Word(i) == "standing" && next == "height") return true;
        }

        return false;
    }

    private static char Place(NoteCase note, Sentence sentence, int fracture, out int at)
    {
        foreach (var (site, words) in Sites)
        {
            at = note.FindWord(sentence, words);
            if (at >= 0 && Math.Abs(at - fracture) <= 8) return site;
        }

        // A vertebra by its number: "fragility fracture of L1".
        for (at = Math.Max(sentence.From, fracture - 5); at < Math.Min(sentence.To, fracture + 5); at++)
        {
            if (note.Word(at) is ['t' or 'l', >= '1' and <= '9'] or ['t', '1', >= '0' and <= '2']) return '8';
        }

        at = -1;
        return '\0';
    }
}
