using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A complication of an artificial joint or of an operation has a code of its own in place of the plain condition, where the note links the two (Official Guidelines I.B.16,
/// I.C.19.g), and no status code of the same joint beside it (I.C.21.c.3).
/// </summary>
internal static class Complications
{
    public static readonly Rule Rule = new("complication", "Guidelines I.B.16", Apply);

    private static readonly (string[] Joint, char Digit)[] Joints = [(["hip", "tha", "thr"], '1'), (["knee", "tka", "tkr"], '3')];

    private static readonly string[] Parts = ["component", "implant", "stem", "liner", "prosthesis", "tray"];

    private static readonly (string Heading, string[] Words)[] Kinds =
    [
        ("T845", ["infected", "infection", "septic"]), ("T8403", ["loosening", "loose"]), ("T8402", ["dislocation", "dislocated"]), ("T8401", ["broken", "broke", "fractured", "fracture", "fx"]),
    ];

    private static void Apply(NoteCase note)
    {
        Thyroid(note);
        Stroke(note);
        Erectile(note);
        if (!note.Speaks("component", "prosthesis", "prosthetic", "replacement", "arthroplasty", "implant", "periprosthetic", "surgical", "postoperative", "postop", "incisional", "incision", "postprocedural", "ssi")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh) continue;
            Prosthesis(note, s, sentence);
            Wound(note, s, sentence);
        }
    }

    // "Hypothyroidism since the thyroidectomy" (Alphabetic Index: Hypothyroidism, postsurgical).
    private static void Thyroid(NoteCase note)
    {
        if (note.Codes.Find("E890") is not { } after) return;
        foreach (var m in note.Live.Where(m => m.Entry.Code == "E039").ToList())
        {
            var cause = Told.Beside(note, m, 7, "thyroidectomy", "radioiodine", "rai", "radioablation", "thyroidectomies");
            if (cause >= 0 && note.FindWord(note.Note.Sentences[m.Sentence] with { From = Math.Min(cause, m.From), To = Math.Max(cause, m.To) }, "since", "after", "following", "post", "s/p", "due", "from", "secondary", "status") >= 0) m.Recode(after, Rule.Id, "Alphabetic Index: Hypothyroidism, postsurgical");
        }
    }

    // Impotence after an operation of the prostate (Alphabetic Index: Dysfunction, sexual, male, erectile, following).
    private static void Erectile(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code == "N529").ToList())
        {
            var cut = Told.Beside(note, m, 7, "prostatectomy", "cystectomy", "brachytherapy", "radiation", "radiotherapy");
            if (cut < 0 || note.FindWord(note.Note.Sentences[m.Sentence] with { From = Math.Min(cut, m.From), To = Math.Max(cut, m.To) }, "since", "after", "following", "post", "s/p", "due", "from", "secondary") < 0) continue;
            var code = note.Word(cut) switch { "cystectomy" => "N5232", "brachytherapy" => "N5236", "radiation" or "radiotherapy" => "N5235", _ => note.Speaks("simple") ? "N5234" : note.Speaks("radical") || note.Has("Z8546", "C61") ? "N5231" : "N5239" };
            if (note.Codes.Find(code) is { } entry) m.Recode(entry, Rule.Id, "Alphabetic Index: Dysfunction, erectile, following");
        }
    }

    // A stroke that the note calls a complication of an operation has I97.82 before it (Tabular List, I97.8).
    private static void Stroke(NoteCase note)
    {
        if (note.Has("I978")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("I63")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var told = note.FindWord(sentence, "complication", "complicating", "postoperative", "postop", "postprocedural", "perioperative", "periprocedural", "intraoperative");
            var operation = note.FindWord(sentence, "surgery", "operation", "bypass", "cabg", "procedure", "replacement", "endarterectomy", "catheterization", "repair", "tavr", "postoperative", "postop");
            if (told < 0 || operation < 0 || Denied(note, m.Sentence, told)) continue;
            var cardiac = note.FindWord(sentence, "coronary", "cabg", "cardiac", "valve", "bypass", "heart", "tavr", "mitral", "aortic") >= 0;
            var during = note.Word(told) == "intraoperative";
            note.Add($"I978{(during ? '1' : '2')}{(cardiac ? '0' : '1')}", m.Sentence, Math.Min(told, operation), Math.Max(told, operation) + 1, m.Assertion, Rule.Id, Rule.Source);
            return;
        }
    }

    private static void Prosthesis(NoteCase note, int s, Sentence sentence)
    {
        var device = note.FindWord(sentence, "prosthesis", "prosthetic", "replacement", "arthroplasty", "implant", "periprosthetic", "component");
        if (device < 0) return;
        foreach (var (joint, digit) in Joints)
        {
            var at = note.FindWord(sentence, joint);
            if (at < 0 || Math.Abs(at - device) > 4) continue;
            foreach (var (heading, words) in Kinds)
            {
                var how = note.FindWord(sentence, words);
                if (how < 0 || Math.Abs(how - device) > 6 || Denied(note, s, how)) continue;
                // What broke is the prosthesis, and not the bone around it.
                if (heading == "T8401" && (note.FindWord(sentence with { From = Math.Max(sentence.From, how - 4), To = Math.Min(sentence.To, how + 3) }, Parts) < 0 || note.FindWord(sentence, "periprosthetic", "around", "bone") >= 0)) continue;
                var (from, to) = (Math.Min(how, Math.Min(at, device)), Math.Max(how, Math.Max(at, device)) + 1);
                // An infection has no sixth character, the mechanical complications have.
                var tail = heading == "T845" ? "XA" : "A";
                var none = note.Codes.Find(heading + (heading == "T845" ? '0' : '9') + tail);
                if (none is null || note.Add(none.Code, s, from, to, Assertion.Present, Rule.Id, "Guidelines I.C.19.g") is not { } added) continue;
                var offset = Side.Of(note, added) switch { "right" => 0, "left" => 1, _ => -1 };
                // Hip right 1, hip left 2, knee right 3, knee left 4; of T84.0 the knee is 2 and 3 after hip 0 and 1.
                var place = offset < 0 ? '\0' : heading == "T845" ? (char)(digit + offset) : (char)(digit - 1 + offset);
                if (place != '\0' && note.Codes.Find($"{heading}{place}{tail}") is { } sided) added.Entry = sided;
                foreach (var m in note.Live.Where(m => m != added && m.Sentence == s && m.From < to && m.To > from && !m.Entry.Under("A") && !m.Entry.Under("B")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, added.Entry.Display);
                return;
            }
        }
    }

    // Infection of an operation's wound, by depth (Tabular List, T81.4).
    private static void Wound(NoteCase note, int s, Sentence sentence)
    {
        var at = note.FindWord(sentence, "infection", "infected", "abscess", "ssi");
        // A sliding scale of insulin has the same letters.
        if (at >= 0 && note.Word(at) == "ssi" && note.FindWord(sentence, "insulin", "lispro", "aspart", "metformin", "glucose", "scale", "a1c") >= 0) return;
        if (at < 0 || Denied(note, s, at)) return;
        var surgical = note.FindWord(sentence, "surgical", "postoperative", "postop", "incisional", "incision", "postprocedural", "ssi");
        // "Incision and drainage of an abscess" is what was done for it.
        if (surgical >= 0 && note.Word(surgical) == "incision" && note.FindWord(sentence with { From = surgical, To = Math.Min(sentence.To, surgical + 3) }, "drainage", "draining", "drained") >= 0) return;
        if (surgical < 0 || note.Word(at) != "ssi" && note.FindWord(sentence, "wound", "site", "incision", "incisional") < 0) return;
        if (note.FindWord(sentence, "prevent", "prophylaxis", "risk") >= 0) return;
        var code = note.FindWord(sentence, "superficial") >= 0 ? "T8141XA" : note.FindWord(sentence, "deep") >= 0 ? "T8142XA" : note.FindWord(sentence, "organ") >= 0 ? "T8143XA" : "T8149XA";
        if (code == "T8149XA" && note.FindWord(sentence, "wound") < 0) code = "T8140XA";
        if (note.Add(code, s, Math.Min(at, surgical), Math.Max(at, surgical) + 1, Assertion.Present, Rule.Id, "Guidelines I.C.19.g") is not { } added) return;
        foreach (var m in note.Live.Where(m => m != added && m.Sentence == s && m.From <= at && m.To > at && !m.Entry.Under("A") && !m.Entry.Under("B")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, added.Entry.Display);
    }

    private static bool Denied(NoteCase note, int s, int at) => note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Hypothetical or Assertion.Instruction or Assertion.Family && x.From <= at && x.To > at);
}
