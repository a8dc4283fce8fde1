using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A cancer of the skin by its place, side and kind of tissue, wherever the place stands: "papule, left nasal ala: basal cell carcinoma", "SCC in situ, left forearm" (Official
/// Guidelines I.B.2, IV.K; Tabular List, C43, C44, D03, D04, whose fourth characters are the same places).
/// </summary>
internal static class SkinSites
{
    public static readonly Rule Rule = new("skin-site", "Guidelines I.B.2", Apply);

    // The place as the fourth character, with 'n' the nose and 'b' the breast, which C43 and C44 have apart.
    private static readonly (char Place, string[] Said)[] Places =
    [
        ('n', ["nasal", "nose", "nostril", "ala"]), ('1', ["eyelid", "canthus", "lid"]), ('2', ["ear", "auricle", "helix", "antihelix", "pinna", "tragus", "earlobe", "conchal"]), ('0', ["lip"]), ('4', ["scalp", "neck", "nape"]),
        ('3', ["forehead", "cheek", "chin", "temple", "eyebrow", "glabella", "jawline", "preauricular", "nasolabial"]), ('5', ["back", "chest", "abdomen", "abdominal", "flank", "buttock", "groin", "trunk", "axilla"]), ('6', ["shoulder", "forearm", "arm", "hand", "finger", "thumb", "wrist", "elbow"]),
        ('7', ["thigh", "leg", "calf", "shin", "foot", "knee", "ankle", "toe", "hip", "heel"]),
    ];

    private static void Apply(NoteCase note)
    {
        if (!note.Has("C44", "C439", "D039", "D049", "D099", "D229", "D239")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("C44") || m.Entry.Code is "C439" or "D039" or "D049" or "D099" or "D229" or "D239").ToList())
        {
            if (m.Entry.Under("C44") && !m.Entry.Under("C449")) { Tissue(note, m); InSitu(note, m); continue; }
            if (Elsewhere(note, m)) continue;
            var category = m.Entry.Code == "D099" || m.Entry.Under("C44") && SaysInSitu(note, m) ? "D04" : m.Entry.Code[..3];
            if (m.Entry.Code == "D099" && !Skin(note, m) || Site(note, m) is not { } found) continue;
            if (Code(note, m, category, found.Place, found.At) is not { } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            m.Also.Add((found.At, found.At + 1));
        }

        // "Path: SCC in situ" again: in the note its place is known.
        if (note.First("D04") is not { } known) return;
        foreach (var m in note.Live.Where(m => m.Entry.Code is "D099" or "D049" || m.Entry.Under("C449") && SaysInSitu(note, m)).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, known.Entry.Display);
    }

    // Basal or squamous cells are named: the code of "other specified" is of neither.
    private static void Tissue(NoteCase note, Mention m)
    {
        if (m.Entry.Code.Length < 5 || m.Entry.Code[4] is not ('0' or '9')) return;
        var kind = Kind(note, m);
        if (kind is not ('1' or '2')) return;
        if (note.Codes.Find($"{m.Entry.Code[..4]}{kind}{m.Entry.Code[5..]}") is { Billable: true } entry) m.Recode(entry, Rule.Id, Rule.Source);
    }

    private static void InSitu(NoteCase note, Mention m)
    {
        if (!SaysInSitu(note, m)) return;
        var side = m.Entry.Code.Length < 6 ? "" : m.Entry.Code[5] switch { '2' => "1", '9' => "2", _ => "0" };
        var code = m.Entry.Code[3] switch { '3' => m.Entry.Code.EndsWith('0') ? "D0430" : "D0439", '1' => m.Entry.Code.Length == 7 ? $"D041{side}{m.Entry.Code[6]}" : $"D041{side}", '2' or '6' or '7' => $"D04{m.Entry.Code[3]}{side}", var place => $"D04{place}" };
        if (note.Codes.Find(code) is { Billable: true } entry) m.Recode(entry, Rule.Id, Rule.Source);
    }

    private static bool SaysInSitu(NoteCase note, Mention m)
    {
        for (var i = m.From; i < Math.Min(note.Note.Sentences[m.Sentence].To - 1, m.To + 1); i++) if (note.Word(i) == "in" && note.Word(i + 1) == "situ") return true;
        return false;
    }

    // Of a mucous membrane: "SCC in situ of the vulva" is no skin cancer (Table of Neoplasms, Ca in situ).
    private static readonly string[] Membranes = ["vulva", "vagina", "penis", "anus", "larynx", "cervix", "tongue", "esophagus", "conjunctiva", "bladder"];

    private static bool Elsewhere(NoteCase note, Mention m)
    {
        if (m.Entry.Code != "D099" && !(m.Entry.Under("C449") && SaysInSitu(note, m))) return false;
        foreach (var membrane in Membranes)
        {
            if (Told.Beside(note, m, 6, membrane) is not (>= 0 and var at) || note.Lexicon.Lookup($"carcinoma in situ of {membrane}", c => c.Under("D0")) is not { } found || (found.Billable ? found : Specificity.Default(note.Codes, found)) is not { } entry) continue;
            m.Recode(entry, Rule.Id, "Table of Neoplasms, Ca in situ");
            m.Also.Add((at, at + 1));
            return true;
        }

        return false;
    }

    private static bool Skin(NoteCase note, Mention m) => Told.Says(note, m, 4, "squamous", "scc", "bowen", "skin", "shave", "cutaneous", "sccis") && !Told.Says(note, m, 8, "cervix", "cervical", "vulva", "vulvar", "anal", "penis", "penile", "oral", "tongue", "larynx", "esophagus", "conjunctiva", "bladder", "breast", "vocal");

    // '1' basal, '2' squamous, '9' another that is named, '0' none.
    private static char Kind(NoteCase note, Mention m)
    {
        for (var i = m.From; i < m.To; i++)
        {
            if (note.Word(i) is "basal" or "bcc" or "basocellular" or "rodent") return '1';
            if (note.Word(i) is "squamous" or "scc" or "epidermoid" or "keratoacanthoma") return '2';
        }

        return m.Entry.Code.Length > 4 ? m.Entry.Code[4] : '0';
    }

    private static CodeEntry? Code(NoteCase note, Mention m, string category, char place, int at)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        var side = Beside(note, sentence, at) ?? Side.Of(note, m);
        var (at44, kind) = (category == "C44", category == "C44" ? Kind(note, m) : '\0');
        string Sided(char right, char left, char none) => $"{(side switch { "right" => right, "left" => left, _ => none })}";
        var tail = (place, at44) switch
        {
            ('n', true) => $"3{kind}1", ('3', true) => $"3{kind}9", ('5', true) => $"5{kind}9", ('0' or '4', true) => $"{place}{kind}",
            ('1', true) => $"1{kind}{Sided('2', '9', '1')}{Lid(note, sentence, at, side)}", (_, true) => $"{place}{kind}{Sided('2', '9', '1')}",
            ('n', _) => category == "C43" ? "31" : "39", ('3', _) => "39", ('5', _) => category is "D04" or "D22" or "D23" ? "5" : "59", ('0' or '4', _) => $"{place}",
            ('1', _) => $"1{Sided('1', '2', '0')}{Lid(note, sentence, at, side)}", _ => $"{place}{Sided('1', '2', '0')}",
        };
        return note.Codes.Find(category + tail) is not { } entry ? null : entry.Billable ? entry : Specificity.Default(note.Codes, entry) ?? note.Codes.Below(entry).FirstOrDefault(c => c.Billable);
    }

    private static string Lid(NoteCase note, Sentence sentence, int at, string? side) =>
        side is not ("right" or "left") ? "" : note.FindWord(sentence with { From = Math.Max(sentence.From, at - 3) }, "upper") >= 0 ? "1" : note.FindWord(sentence with { From = Math.Max(sentence.From, at - 3) }, "lower") >= 0 ? "2" : "";

    // The side in the words before the place itself: several lesions stand in one sentence.
    private static string? Beside(NoteCase note, Sentence sentence, int at)
    {
        for (var i = at - 1; i >= Math.Max(sentence.From, at - 3); i--)
        {
            var letter = note.Note.Words[i].Capital;
            if (note.Word(i) is "left" or "lt" || letter && note.Word(i) == "l") return "left";
            if (note.Word(i) is "right" or "rt" || letter && note.Word(i) == "r") return "right";
            if (note.Note.Words[i + 1].Has(Mark.Semicolon | Mark.Comma)) break;
        }

        return null;
    }

    // The nearest place before it in its sentence, else the first behind it; not over the next lesion or what an operation of the past was on.
    private static (int At, char Place)? Site(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        for (var i = m.From; i < m.To; i++) if (Of(note, i) is { } own) return (i, own);
        for (var i = m.To; i < Math.Min(sentence.To, m.To + 7); i++)
        {
            if (note.Note.Words[i].Has(Mark.Semicolon) || note.Word(i) is "and") break;
            if (Of(note, i) is { } behind && note.Note.Words[i].Text is not "back" || note.Word(i) == "back" && note.Word(i - 1) is not ("came" or "come" or "comes" or "is" or "was")) return (i, Of(note, i)!.Value);
        }

        for (var i = m.From - 1; i >= Math.Max(sentence.From, m.From - 12); i--)
        {
            if (note.Note.Words[i + 1].Has(Mark.Semicolon) || note.Word(i) is "and") return null;
            if (Of(note, i) is { } before) return (i, before);
        }

        // "B. SKIN, RIGHT UPPER BACK: compound nevus": the header of the specimen.
        if (sentence.Section.Header.Contains("skin", StringComparison.OrdinalIgnoreCase))
        {
            for (var i = m.From - 1; i >= 0 && note.Note.Words[i].Start >= sentence.Section.Start; i--) if (note.Note.Words[i].End <= sentence.Section.Start + sentence.Section.Header.Length && Of(note, i) is { } place) return (i, place);
        }

        return null;
    }

    private static char? Of(NoteCase note, int at)
    {
        foreach (var (place, said) in Places) if (Array.IndexOf(said, note.Word(at)) >= 0) return place;
        return null;
    }
}
