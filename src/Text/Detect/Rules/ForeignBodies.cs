using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// An open wound in which something is still stuck, or from which it was taken, is one with a foreign body (Tabular List, the open wounds of each region: the fifth or sixth character).
/// </summary>
internal static class ForeignBodies
{
    public static readonly Rule Rule = new("foreign-body", "Tabular List, open wounds by region", Apply);

    private const string Without = "without foreign body";

    private static readonly string[] Objects =
    [
        "hook", "fishhook", "splinter", "thorn", "glass", "shard", "shards", "needle", "pencil", "lead", "wire", "screw", "staple", "metal", "fragment", "fragments", "gravel", "wood", "bb", "pellet", "bullet", "spine", "cactus", "toothpick", "nail", "tack", "pin", "sliver", "dart", "piece", "body", "bodies",
    ];

    private static readonly string[] Taken = ["removed", "extracted", "retrieved", "advanced", "pulled", "removal", "extraction"];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code[0] == 'S' && m.Entry.Title.Contains(Without, StringComparison.Ordinal)).ToList())
        {
            if (In(note, m) is not (>= 0 and var at) || note.Codes.Parent(note.Codes.Find(m.Entry.Code.AsSpan(0, 5))!) is not { } heading) continue;
            var title = m.Entry.Title.Replace(Without, "with foreign body", StringComparison.Ordinal);
            if (note.Codes.Below(heading).FirstOrDefault(c => c.Title == title) is not { } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            m.Also.Add((at, at + 1));
            // It is no fragment of long ago (Z18).
            foreach (var old in note.Live.Where(o => o.Entry.Under("Z18") && o.Sentence == m.Sentence).ToList()) old.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
        }
    }

    private static int In(NoteCase note, Mention m)
    {
        for (var s = m.Sentence; s <= Math.Min(m.Sentence + 1, note.Note.Sentences.Count - 1); s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Instructions or SectionKind.Consent) break;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (Told.Denied(note, s, i)) continue;
                var next = i + 1 < sentence.To ? note.Word(i + 1) : "";
                // "Thorn remains inside", "splinter embedded", "impaled by a wire".
                if (note.Word(i) is "embedded" or "imbedded" or "impaled" or "lodged") return i;
                if (note.Word(i) is "retained" && Array.IndexOf(Objects, next) >= 0) return i;
                if (note.Word(i) is "still" or "remains" or "remaining" && next is "in" or "inside" or "stuck" or "within" && Thing(note, sentence, i, 6) >= 0) return i;
                // "Glass removed from the wound": a nail of the finger is no thing that got in.
                if (Array.IndexOf(Taken, note.Word(i)) >= 0 && Thing(note, sentence, i, 5) is >= 0 and var thing && !(note.Word(thing) == "nail" && !note.Speaks("stepped", "rusty", "board"))) return i;
            }
        }

        return -1;
    }

    private static int Thing(NoteCase note, Sentence sentence, int at, int reach)
    {
        for (var i = Math.Max(sentence.From, at - reach); i < Math.Min(sentence.To, at + reach); i++)
        {
            if (Array.IndexOf(Objects, note.Word(i)) >= 0 && !Told.Denied(note, Sentences(note, i, sentence), i) && !(note.Word(i) is "body" or "bodies" && (i == 0 || note.Word(i - 1) != "foreign"))) return i;
        }

        return -1;
    }

    private static int Sentences(NoteCase note, int word, Sentence sentence) => note.Note.Sentences.FindIndex(s => s.From <= word && s.To > word) is >= 0 and var s ? s : note.Note.Sentences.IndexOf(sentence);
}
