using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The part of a bone that is broken, where notes name it apart from the bone: the waist or a pole of the scaphoid, the styloid processes, the base of the femoral neck. A fracture not
/// said to be in place is displaced (Official Guidelines I.C.19.c). A carpal bone that is not named is the one that is.
/// </summary>
internal static class Fractures
{
    public static readonly Rule Rule = new("fracture-part", "Guidelines I.C.19.c", Apply);

    // Heading of silence (sixth character 1 right, 2 left, 9 unspecified) | heading of the part (1 to 3 displaced, 4 to 6 not) | words, of which one is said.
    private static readonly (string Silent, string Part, string[] Words)[] Parts =
    [
        ("S6200", "S6202", ["waist", "middle"]), ("S6200", "S6203", ["proximal"]), ("S6200", "S6201", ["distal", "tubercle"]),
        ("S5260", "S5261", ["styloid"]), ("S5250", "S5251", ["styloid"]), ("S7200", "S7204", ["base", "basicervical"]), ("S7200", "S7203", ["midcervical", "transcervical"]),
    ];

    private static void Apply(NoteCase note)
    {
        if (note.Speaks("styloid")) Styloid(note);
        if (note.Has("S223")) Ribs(note);
        foreach (var (silent, part, words) in Parts)
        {
            foreach (var m in note.Has(silent) ? note.Live.Where(m => m.Entry.Under(silent) && m.Entry.Code.Length == 7).ToList() : [])
            {
                if (Told.Beside(note, m, 4, words) is not (>= 0 and var at) || words[0] == "styloid" && (at == 0 || note.Word(at - 1) is not ("radial" or "radius" or "ulnar" or "ulna") || note.Word(at - 1)[0] != (silent == "S5260" ? 'u' : 'r')) || Part(note, m, part, m.Entry.Code[5] switch { '1' => 1, '2' => 2, _ => 3 }, m.Entry.Code[6]) is not { } entry) continue;
                m.Recode(entry, Rule.Id, Rule.Source);
                m.Also.Add((at, at + 1));
            }
        }

        // "Scaphoid fracture, right wrist": no other bone of the wrist.
        if (note.Live.FirstOrDefault(m => m.Entry.Under("S620") || m.Entry.Under("S621") && !m.Entry.Under("S6210")) is not { } named) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("S6210") && m.Sentence == named.Sentence).ToList()) m.Reject(RejectReasons.Combined, "Guidelines I.B.2", named.Entry.Display);
    }

    private static CodeEntry? Part(NoteCase note, Mention m, string heading, int side, char last)
    {
        var still = Told.Says(note, m, 6, "nondisplaced", "undisplaced") || Told.Beside(note, m, 6, "non") is >= 0 and var non && non + 1 < note.Note.Words.Count && note.Word(non + 1) == "displaced";
        return note.Codes.Find($"{heading}{(char)('0' + side + (still ? 3 : 0))}{last}");
    }

    // Two ribs or more: by the plural, a count or a range ("ribs 7-9").
    private static void Ribs(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("S223")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var several = false;
            for (var i = Math.Max(sentence.From, m.From - 2); i < Math.Min(sentence.To, m.To + 4); i++)
            {
                several |= note.Word(i) is "ribs" or "two" or "three" or "four" or "five" or "six" or "several" or "multiple" || i >= m.From && i < m.To && note.Word(i) is "fractures" or "fxs";
                several |= i + 1 < sentence.To && i >= m.From && char.IsAsciiDigit(note.Word(i)[0]) && char.IsAsciiDigit(note.Word(i + 1)[0]) && note.Word(i).Length <= 4 && note.Note.Words[i + 1].Has(Mark.Dash | Mark.Comma | Mark.Slash);
            }

            if (several && note.Codes.Find("S224" + m.Entry.Code[4..]) is { } entry) m.Recode(entry, Rule.Id, "Tabular List, S22.4");
        }
    }

    // The index has the styloid processes under the bone and its lower end; notes say "ulnar styloid fracture".
    private static void Styloid(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Psh or SectionKind.Instructions) continue;
            for (var at = sentence.From + 1; at < sentence.To; at++)
            {
                if (note.Word(at) != "styloid" || note.Word(at - 1) is not ("ulnar" or "ulna" or "radial" or "radius")) continue;
                var silent = note.Word(at - 1)[0] == 'u' ? "S526" : "S525";
                var broken = -1;
                for (var i = Math.Max(sentence.From, at - 6); i < Math.Min(sentence.To, at + 4); i++) if (note.Word(i) is "fracture" or "fractures" or "fx" or "avulsion") broken = i;
                if (broken < 0 || note.ScopesOf[s].Exists(x => x.Kind is not Assertion.Uncertain && x.From <= at && x.To > at)) continue;
                if (note.Touching(at, at).Any(m => m.Live && m.From <= at && m.To > at && m.Entry.Under(silent))) continue;
                if (note.Add(silent + "13A", s, Math.Min(broken, at - 1), Math.Max(broken, at) + 1, Assertion.Present, Rule.Id, Rule.Source) is not { } added) continue;
                if (Part(note, added, silent + "1", Side.Of(note, added) switch { "right" => 1, "left" => 2, _ => 3 }, 'A') is { } entry) added.Entry = entry;
            }
        }
    }
}
