using System.Collections.Frozen;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The side that a note names for a mention (Official Guidelines I.B.13): in its own words, beside them, in its sentence, or in the next sentences where they speak of the
/// same part of the body. Two sides of one part are bilateral.
/// </summary>
internal static class Side
{
    private static readonly string[] Parts =
    [
        "knee", "hip", "shoulder", "elbow", "wrist", "ankle", "foot", "feet", "hand", "leg", "arm", "eye", "ear", "breast", "thumb", "finger", "toe", "heel", "thigh", "calf", "forearm", "kidney", "lung", "ovary", "testicle", "femur", "tibia", "fibula", "humerus", "radius", "ulna", "clavicle",
        "eyelid", "flank", "groin", "extremity", "extremities", "knees", "hips", "shoulders", "ankles", "wrists", "legs", "arms", "eyes", "ears", "hands", "elbows",
    ];

    /// <summary><c>right left bilateral</c>; null when none is named.</summary>
    public static string? Of(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        // Within the words, then up to three words before or after.
        var ear = m.Entry.Code[0] == 'H' && m.Entry.Code[1] >= '6';
        if (In(note, m.From, m.To, ear: ear) is { } own) return Compared(note, sentence, m.To, own) ? "bilateral" : own;
        var before = In(note, Entry(note, sentence, m.From), m.From, Comma.Forgets, ear, m);
        var after = In(note, m.To, Math.Min(sentence.To, m.To + 4), Comma.Ends, ear, m);
        if ((before ?? after) is { } near) return near;
        var whole = In(note, Math.Max(sentence.From, m.From - 14), Math.Min(sentence.To, m.To + 14), beside: m);
        if (whole is not null and not "bilateral") return whole;
        // The same part with a side in the next or the last sentences: "Knee pain. Left knee is the painful one."
        for (var w = m.From; w < m.To; w++)
        {
            if (Array.IndexOf(Parts, note.Word(w)) < 0) continue;
            foreach (var s in (ReadOnlySpan<int>)[m.Sentence + 1, m.Sentence - 1, m.Sentence + 2, m.Sentence - 2, m.Sentence + 3])
            {
                if (s < 0 || s >= note.Note.Sentences.Count) continue;
                var other = note.Note.Sentences[s];
                for (var i = other.From; i < other.To; i++)
                {
                    if (!Same(note.Word(i), note.Word(w)) || Replaced(note, other, i)) continue;
                    if (In(note, Math.Max(other.From, i - 2), i) is { } said) return said;
                }
            }
        }

        // "Allergic conjunctivitis. Both eyes are affected."
        if (m.Sentence + 1 < note.Note.Sentences.Count && note.Note.Sentences[m.Sentence + 1] is var both && both.To - both.From > 1 && note.Word(both.From) == "both" && (m.Entry.Code[0] == 'H' && note.Word(both.From + 1) is "eyes" or "ears" or "sides" or "eyelids" or "lids" || Array.IndexOf(Parts, note.Word(both.From + 1)) >= 0 && m.Entry.Title.Contains(note.Word(both.From + 1).TrimEnd('s'), StringComparison.OrdinalIgnoreCase))) return "bilateral";
        // "Lateral epicondylitis for six weeks. It's the left elbow".
        if (m.Sentence + 1 < note.Note.Sentences.Count && note.Note.Sentences[m.Sentence + 1] is var told && told.To - told.From >= 3 && note.Word(told.From) is "it's" or "its" or "it" && In(note, told.From, Math.Min(told.To, told.From + 3)) is { } which) return which;
        // "Earache for three days. It's the left one."
        if (m.Sentence + 1 < note.Note.Sentences.Count && note.Note.Sentences[m.Sentence + 1] is var next)
            for (var i = next.From; i + 1 < next.To; i++) if (note.Word(i) is "left" or "right" or "l" or "r" && (note.Word(i + 1) == "one" || note.Word(i + 1) == "side" && next.To - next.From <= 3)) return note.Word(i)[0] == 'l' ? "left" : "right";
        return (m.Entry.Code[0] == 'S' ? OfTheLimb(note, m) : null) ?? OfThePart(note, m);
    }

    // "Right knee pain for a year ... Assessment: osteoarthritis of the knee": the one side of that part of the body that the note speaks of. What is normal, replaced, of the past or of
    // somebody else does not count.
    private static string? OfThePart(NoteCase note, Mention m)
    {
        // Of a text as long as a book the parts are many patients', and the search for each mention would not be linear.
        if (note.Note.Words.Count > LongestNote || m.Section is SectionKind.Pmh or SectionKind.Psh or SectionKind.Family || RegionOf(note, m) is not { } region) return null;
        // The title of an examination or an operation decides: "MRI right shoulder", "site verified: right hand".
        return Told(note, region, TitleWords) ?? Told(note, region, int.MaxValue);
    }

    private const int TitleWords = 24;
    private const int LongestNote = 10_000;

    private static string? Told(NoteCase note, string[] region, int end)
    {
        string? only = null;
        foreach (var sentence in note.Note.Sentences)
        {
            if (sentence.From >= end) break;
            if (sentence.Section.Kind is SectionKind.Pmh or SectionKind.Psh or SectionKind.Family or SectionKind.Social or SectionKind.Instructions or SectionKind.Consent or SectionKind.Medications or SectionKind.Immunizations) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (Array.IndexOf(region, note.Word(i)) < 0) continue;
                var first = i;
                while (first > sentence.From && first > i - 2 && !note.Note.Words[first].Has(Mark.Comma | Mark.Semicolon | Mark.Colon)) first--;
                var side = In(note, first, i) ?? (i + 1 < sentence.To && note.Note.Words[i + 1].Has(Mark.Comma | Mark.Open | Mark.Colon) ? In(note, i + 1, i + 2) : null);
                if (side is null || Sound(note, sentence, i)) continue;
                if (side == "bilateral" || only is not null && side != only) return null;
                only = side;
            }
        }

        return only;
    }

    // The first that the words or the title name.
    private static string[]? RegionOf(NoteCase note, Mention m)
    {
        var titled = note.Codes.MaskOf(m.Entry, Parted) >> Places.Length;
        for (var r = 0; r < Regions.Length; r++)
        {
            if ((titled >> r & 1) != 0) return Regions[r];
            for (var w = m.From; w < m.To; w++) if (Array.IndexOf(Regions[r], note.Word(w)) >= 0) return Regions[r];
        }

        return null;
    }

    // A bit for each of the places that a title names, then one for each of the regions.
    private static int Parted(string title)
    {
        var mask = 0;
        for (var i = 0; i < Places.Length; i++) if (Array.Exists(Places[i], p => title.Contains(p, StringComparison.OrdinalIgnoreCase))) mask |= 1 << i;
        for (var i = 0; i < Regions.Length; i++) if (Array.Exists(Regions[i], p => p.Length > 2 && title.Contains(p, StringComparison.OrdinalIgnoreCase))) mask |= 1 << (Places.Length + i);
        return mask;
    }

    // The joint of the other side that has a prosthesis.
    private static bool Replaced(NoteCase note, Sentence sentence, int part)
    {
        for (var i = Math.Max(sentence.From, part - 2); i < Math.Min(sentence.To, part + 4); i++)
            if (note.Word(i) is "replaced" or "replacement" or "arthroplasty" or "prosthesis" or "tka" or "tkr" or "tha" or "thr") return true;
        return false;
    }

    // "Left TM normal", "left knee replaced in 2021", "right hand dominant".
    private static bool Sound(NoteCase note, Sentence sentence, int part)
    {
        for (var i = Math.Max(sentence.From, part - 3); i < Math.Min(sentence.To, part + 6); i++)
        {
            if (i > part && note.Note.Words[i].Has(Mark.Semicolon | Mark.Stop)) return false;
            if (note.Word(i) is "normal" or "clear" or "pearly" or "intact" or "unremarkable" or "wnl" or "no" or "negative" or "without" or "asymptomatic" or "contralateral" or "uninvolved" or "spared" or "fine" or "ok" or "amputated" or "amputation" or "dominant" or "handed" or "previous" or "previously" or "prior" or "old" or "history") return true;
        }

        return Replaced(note, sentence, part);
    }

    // What a part of the body is called where its side is told; the fingers and the hand are one.
    private static readonly string[][] Regions =
    [
        ["knee", "patella", "kneecap", "patellar"], ["hip"], ["shoulder", "rotator", "acromioclavicular", "supraspinatus"], ["elbow", "epicondylitis"], ["wrist", "hand", "carpal", "finger", "fingers", "palm", "thumb", "upper limb"], ["ankle"], ["foot", "heel", "toe", "plantar", "hallux"],
        ["ear", "tm", "otitis", "drum", "canal", "eac", "cerumen"], ["breast"], ["kidney", "renal", "ureter", "ureteral", "flank"], ["testicle", "testis", "epididymis"], ["calf", "lower leg", "shin"], ["thigh"],
    ];

    // A fracture of the left radius, and farther on one of the ulna without a side: the one side that the note names for the same limb.
    private static string? OfTheLimb(NoteCase note, Mention m)
    {
        string? only = null;
        foreach (var o in note.Live)
        {
            if (o == m || !Alike(note, o.Entry, m.Entry)) continue;
            var sentence = note.Note.Sentences[o.Sentence];
            var side = In(note, Entry(note, sentence, o.From), o.To, beside: o) ?? In(note, o.To, Math.Min(sentence.To, o.To + 3), Comma.Ends, beside: o);
            if (side is null) continue;
            if (side == "bilateral" || only is not null && side != only) return null;
            only = side;
        }

        return only;
    }

    // "Left knee pain > right", "worse than right": the other side has it too.
    private static bool Compared(NoteCase note, Sentence sentence, int to, string side)
    {
        if (side == "bilateral" || to >= sentence.To || to == 0) return false;
        var sign = note.Note.Text.AsSpan(note.Note.Words[to - 1].End, note.Note.Words[to].Start - note.Note.Words[to - 1].End).ContainsAny('>', '<');
        var than = to + 2 < sentence.To && note.Word(to) is "greater" or "worse" or "more" && note.Word(to + 1) == "than";
        return (sign || than) && In(note, sign ? to : to + 2, sign ? to + 1 : to + 3) is { } other && other != side;
    }

    // Up to three words before, but not over the number of a list: "hearing loss, bilateral 3) tinnitus, left".
    private static int Entry(NoteCase note, Sentence sentence, int at)
    {
        var from = at;
        while (from > sentence.From && from > at - 3)
        {
            if (note.Note.Words[from].Has(Mark.Semicolon)) break;
            if (note.Word(from - 1) is [>= '0' and <= '9'] && note.Note.Words[from].Has(Mark.Close)) break;
            from--;
        }

        return from;
    }

    // "Both knees", "both of the upper lids"; also "both the right and the left".
    private static bool OfTwo(NoteCase note, int at)
    {
        for (var i = at + 1; i < Math.Min(note.Note.Words.Count, at + 5); i++)
        {
            var word = note.Word(i);
            if (note.Note.Words[i].Has(Mark.Stop | Mark.Semicolon | Mark.Begin)) return false;
            if (word is "feet" or "sides" or "right" or "left" or "r" or "l" || word.Length > 3 && word[^1] == 's' && word[^2] != 's' && word is not ("does" or "this" or "always") || word is "axillae" or "nares" or "testes" or "maxillae" or "fossae" or "scapulae" or "tibiae") return true;
        }

        return false;
    }

    private static bool Same(string a, string b) => a == b || a + "s" == b || b + "s" == a;

    // "r hand", "l hip": a small letter before a part of the body.
    private static bool BeforePart(NoteCase note, int at) => at + 1 < note.Note.Words.Count && note.Note.Words[at + 1].Before == 0 && Sided.Contains(note.Word(at + 1));

    private static readonly FrozenSet<string> Sided = FrozenSet.ToFrozenSet(
        ["hand", "wrist", "forearm", "elbow", "arm", "shoulder", "clavicle", "humerus", "radius", "ulna", "thumb", "index", "finger", "hip", "thigh", "femur", "femoral", "knee", "leg", "calf", "shin", "tibia", "fibula", "ankle", "foot", "heel", "toe", "eye", "ear", "breast", "flank", "kidney", "lung", "side", "sided", "face", "cheek", "eyebrow", "groin", "testicle", "ovary", "rib", "ribs", "buttock", "axilla", "lower", "upper", "great", "lateral", "medial"],
        StringComparer.Ordinal);

    private static bool IsSide(string word) => word is "bilateral" or "bilaterally" or "both" or "b/l" or "bilat" or "right" or "rt" or "right-sided" or "r" or "left" or "lt" or "l" or "ou" or "od" or "os" or "au" or "ad" or "as" or "rle" or "rue" or "lle" or "lue";

    // "Osteoarthritis of the right knee, carpal tunnel syndrome": a side said with another disease, on the other side of a comma. A symptom or
    // another injury of the same place lends its side: "left ear pain, otitis media".
    private static bool OfAnother(NoteCase note, Mention m, int at)
    {
        // A comma, or the number of a list: "hearing loss, bilateral 2) tinnitus, left".
        bool Parts(int w) => note.Note.Words[w].Has(Mark.Comma | Mark.Semicolon) || w > 0 && note.Note.Words[w].SlashedFrom(note.Note.Words[w - 1]) || note.Word(w) is "and" or "&" || note.Word(w) is [>= '0' and <= '9'] && w + 1 < note.Note.Words.Count && note.Note.Words[w + 1].Has(Mark.Close);
        var sentence = note.Note.Sentences[m.Sentence];
        if (at >= m.From && at < m.To || at < sentence.From || at >= sentence.To) return false;
        var (from, to) = (at, at + 1);
        while (from > sentence.From && !Parts(from)) from--;
        while (to < sentence.To && !Parts(to)) to++;
        // "Metastasis in the left femur from renal cell carcinoma": the side of the metastasis is none of the primary's.
        if (m.Entry.Code[0] == 'C' && !IsSecondary(m.Entry))
        {
            var apart = m.To <= at ? at - m.To : m.From - at - 1;
            if (note.Touching(Math.Max(sentence.From, at - 4), at + 4).Any(o => o != m && o.Live && IsSecondary(o.Entry) && (o.To <= m.From || o.From >= m.To) && (o.From <= at && o.To > at || (o.To <= at ? at - o.To : o.From - at - 1) < apart))) return true;
        }

        if (m.From < to && m.To > from) return false;
        return note.Touching(from, to).Any(o => o != m && o.From >= from && o.To <= to && o.Entry.Code[..3] != m.Entry.Code[..3] && !(Lends(o.Entry, m.Entry) && Alike(note, o.Entry, m.Entry)));
    }

    private static bool IsSecondary(CodeEntry entry) => entry.Under("C77") || entry.Under("C78") || entry.Under("C79");

    private static bool Lends(CodeEntry from, CodeEntry to) => from.Code[0] == 'S' && to.Code[0] == 'S' || Array.Exists(Symptoms, from.Under) || Array.Exists(Symptoms, to.Under);

    // Their titles name one place of the body.
    private static bool Alike(NoteCase note, CodeEntry a, CodeEntry b) => (note.Codes.MaskOf(a, Parted) & note.Codes.MaskOf(b, Parted) & ((1 << Places.Length) - 1)) != 0;

    private static readonly string[] Symptoms = ["R", "M255", "M254", "M796", "M7989", "H920", "H571", "N644", "N63", "N508"];

    // Words of titles for one part of the body.
    private static readonly string[][] Places =
    [
        ["knee", "patella"], ["hip", "femur", "thigh"], ["shoulder", "upper arm", "humerus", "clavicle", "rotator"], ["elbow"], ["wrist", "hand", "forearm", "finger", "radius", "ulna", "upper limb"], ["upper limb", "upper extremity", "arm"],
        ["ankle", "foot", "toe", "tibia", "fibula", "lower leg"], ["lower limb", "lower extremit", " leg", "ankle", "foot", "thigh", "calf"], [" eye", "lacrimal", "vision", "visual", "ocular", "retina", "cornea", "conjunctiv"], [" ear", "otalgia", "otitis", "hearing", "tinnitus"], ["breast"], ["kidney", "renal", "ureter"], ["lung"], ["rib", "chest", "thorax"], ["ovar", "fallopian"], ["testi", "epididym"],
    ];

    // What a comma between two sides does: of "right femoral vein, left leg clear" the first side is that of the vein, of "right shoulder, left knee" the second that of the knee.
    private enum Comma : byte { Joins, Ends, Forgets }

    private static string? In(NoteCase note, int from, int to, Comma comma = Comma.Joins, bool ear = false, Mention? beside = null)
    {
        var (right, left) = (false, false);
        for (var i = from; i < to; i++)
        {
            if (beside is not null && IsSide(note.Word(i)) && OfAnother(note, beside, i)) continue;
            // "Right hand dominant", "left-handed".
            if (i + 1 < note.Note.Words.Count && (note.Word(i + 1) == "handed" || note.Word(i + 1) == "dominant" && !(i + 2 < note.Note.Words.Count && note.Word(i + 2) is "side" or "arm" or "leg" or "limb" or "hemiplegia" or "hemiparesis") || i + 2 < note.Note.Words.Count && note.Word(i + 1) == "hand" && note.Word(i + 2) == "dominant")) continue;
            // "Meniere versus neuritis, both treated": two things, not two sides.
            if (note.Word(i) == "both" && !OfTwo(note, i)) continue;
            if (comma != Comma.Joins && right != left && note.Note.Words[i].Has(Mark.Comma | Mark.Semicolon) && note.Word(i) is not ("and" or "or") && !(i + 1 < to && note.Word(i + 1) is "and" or "or"))
            {
                if (comma == Comma.Ends) return right ? "right" : "left";
                (right, left) = (false, false);
            }

            switch (note.Word(i))
            {
                case "bilateral" or "bilaterally" or "both" or "b/l" or "bilat" or "bil": return "bilateral";
                case "right" or "rt" or "right-sided" or "r" when note.Word(i) != "r" || note.Note.Words[i].Capital || BeforePart(note, i): right = true; break;
                case "left" or "lt" or "l" when note.Word(i) != "l" || note.Note.Words[i].Capital || BeforePart(note, i): left = true; break;
                // Of the eyes, in capitals: "os" is a bone, "od" once a day.
                case "ou" when note.Note.Words[i].Capitals: return "bilateral";
                case "od" when note.Note.Words[i].Capitals: right = true; break;
                case "os" when note.Note.Words[i].Capitals: left = true; break;
                // Of the ears, beside a disease of the ear: elsewhere "AS" is a stenosis and "AD" a dementia.
                case "au" when ear && note.Note.Words[i].Capitals: return "bilateral";
                case "ad" when ear && note.Note.Words[i].Capitals: right = true; break;
                case "as" when ear && note.Note.Words[i].Capitals: left = true; break;
                case "rle" or "rue": right = true; break;
                case "lle" or "lue": left = true; break;
            }
        }

        return right && left ? "bilateral" : right ? "right" : left ? "left" : null;
    }
}
