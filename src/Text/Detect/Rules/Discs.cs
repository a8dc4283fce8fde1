using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Disorders of intervertebral discs named by their level (Tabular List, M50 and M51): the level says the region, radiculopathy or myelopathy beside it the kind (Official Guidelines
/// I.B.9), and pain of the back and the legs completes degeneration of a lumbar disc (M51.36, M51.37).
/// </summary>
internal static class Discs
{
    public static readonly Rule Rule = new("disc", "Guidelines I.B.9", Apply);

    private static void Apply(NoteCase note)
    {
        // "Herniated disc with radiculopathy" of the plan is the disc whose level the assessment names.
        Named(note);
        if (note.Live.Any(static m => m.Entry.Code.Length > 4 && (m.Entry.Under("M500") || m.Entry.Under("M501") || m.Entry.Under("M502") || m.Entry.Under("M510") || m.Entry.Under("M511") || m.Entry.Under("M512"))))
            foreach (var m in note.Live.Where(static m => m.Entry.Code is "M519" or "M509" or "M5090").ToList()) m.Reject(RejectReasons.Combined, Rule.Source);
    }

    private static void Named(NoteCase note)
    {
        if (!note.Speaks("disc", "disk", "discs", "disks", "hnp", "ddd", "discogenic", "herniation", "herniated", "nucleus")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent) continue;
            var at = note.FindWord(sentence, "disc", "disk", "discs", "disks", "hnp", "ddd", "herniation", "herniated", "nucleus");
            if (at < 0 || note.ScopesOf[s].Exists(x => x.From <= at && x.To > at && !(x.Kind == Assertion.Uncertain && note.Inpatient))) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (Math.Abs(i - at) > 9 || Level(note, sentence, i) is not { } level) continue;
                if (Kind(note, s, sentence) is not { } kind) break;
                Add(note, s, Math.Min(i, at), Math.Max(level.Last, at) + 1, level.Region, kind);
            }
        }
    }

    // What is wrong with the disc, as the fourth character of M50 and M51.
    private static char? Kind(NoteCase note, int s, Sentence sentence)
    {
        bool Beside(string beginning, params ReadOnlySpan<string> words) => note.FindWord(sentence, words) is >= 0 and var at && !note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Uncertain && x.From <= at && x.To > at) || note.Live.Any(m => m.Assertion == Assertion.Present && m.Entry.Under(beginning));
        if (Beside("G959", "myelopathy", "myelopathic")) return '0';
        if (Beside("M541", "radiculopathy", "radicular", "radiculitis", "sciatica")) return '1';
        if (note.FindWord(sentence, "herniation", "herniated", "hnp", "protrusion", "protruding", "extrusion", "extruded", "bulge", "bulging", "bulges", "displacement", "prolapse", "prolapsed", "slipped", "sequestered", "ruptured", "nucleus") >= 0) return '2';
        return note.FindWord(sentence, "degeneration", "degenerative", "degenerated", "ddd", "desiccation") >= 0 ? '3' : null;
    }

    // C5-C6, C5-6, C5/6, L5-S1: a cervical level by its fifth and sixth characters, another by its region.
    private static (string Region, int Last)? Level(NoteCase note, Sentence sentence, int i)
    {
        var upper = note.Word(i);
        if (upper.Length is < 2 or > 3 || upper[0] is not ('c' or 't' or 'l') || !int.TryParse(upper[1..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) || i + 1 >= sentence.To) return null;
        var lower = note.Word(i + 1);
        var number = lower.Length > 1 && lower[0] is 'c' or 't' or 'l' or 's' ? lower[1..] : lower;
        if (!int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var m) || m != n + 1 && m != 1) return null;
        var region = upper[0] switch
        {
            'c' => n switch { 2 or 3 => "C1", 4 => "C21", 5 => "C22", 6 => "C23", 7 => "C3", _ => null },
            't' => n is >= 1 and <= 11 ? "T4" : n == 12 ? "T5" : null,
            _ => n is >= 1 and <= 4 ? "L6" : n == 5 ? "L7" : null,
        };
        return region is null ? null : (region, i + 1);
    }

    private static void Add(NoteCase note, int s, int from, int to, string region, char kind)
    {
        var code = region[0] == 'C' ? $"M50{kind}{region[1..]}" : $"M51{kind}{region[1]}";
        if (region[0] == 'L' && kind == '3')
        {
            var back = note.Live.Any(m => m.Entry.Under("M545") || m.Entry.Under("M549")) || note.Speaks("discogenic");
            var leg = note.Live.Any(m => m.Entry.Under("M796") || m.Entry.Under("M543"));
            code += back && leg ? '2' : leg ? '1' : back ? '0' : '9';
        }

        // Myelopathy has no code at the last level, and a code of another year may lack the sixth character.
        if (note.Codes.Find(code) is not { } entry || note.Has(entry.Code)) return;
        if (!entry.Billable) entry = Specificity.Default(note.Codes, entry) ?? entry;
        if (note.Has(entry.Code) || note.Add(entry.Code, s, from, to, Assertion.Present, Rule.Id, Rule.Source) is not { } added) return;
        foreach (var m in note.Live.Where(m => m != added && (m.Entry.Under("M50") || m.Entry.Under("M51")) && m.Why.TrueForAll(static w => w.Id != Rule.Id)).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, added.Entry.Display);
        var (joined, pain) = kind switch { '0' => ("G959", ""), '1' => ("M541", "M543"), _ => ("", "") };
        foreach (var m in note.Live.Where(m => joined.Length > 0 && (m.Entry.Under(joined) || pain.Length > 0 && m.Entry.Under(pain))).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, added.Entry.Display);
    }
}
