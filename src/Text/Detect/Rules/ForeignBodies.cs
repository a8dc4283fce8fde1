using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// An open wound in which something is still stuck, or from which it was taken, is one with a foreign body (Tabular List, the open wounds of each region: the fifth or sixth character);
/// what flew into an eye is T15, by the part of the eye.
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

    private static readonly string[] Specks = ["speck", "metal", "metallic", "sand", "grit", "grain", "sawdust", "dust", "rust", "splinter", "shard", "glass", "particle", "particles", "debris", "eyelash", "thorn", "shaving", "shavings", "filing", "filings", "fragment", "sliver"];

    private static void Apply(NoteCase note)
    {
        Eyes(note);
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

    // "Speck of metal in the right cornea", "sawdust under the lid".
    private static void Eyes(NoteCase note)
    {
        if (note.Has("T15") || !note.Speaks(Specks) || !note.Speaks("eye", "eyes", "cornea", "corneal", "conjunctiva", "conjunctival", "eyelid", "lid")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Instructions or SectionKind.Consent or SectionKind.Family or SectionKind.Pmh) continue;
            var thing = note.FindWord(sentence, Specks);
            if (thing < 0 || Told.Denied(note, s, thing)) continue;
            var part = note.FindWord(sentence with { From = thing, To = Math.Min(sentence.To, thing + 8) }, "cornea", "corneal", "conjunctiva", "conjunctival", "eyelid", "lid", "eye", "eyes");
            var link = note.FindWord(sentence with { From = thing, To = Math.Max(thing, part) }, "in", "into", "on", "under", "beneath", "from", "embedded", "off", "lodged", "stuck");
            // "Metal got in his eye" has something there; "metal worker with eye pain" has not.
            if (part < 0 || link < 0 && !(part <= thing + 3 && note.FindWord(sentence with { From = thing, To = part }, "speck", "particle", "splinter", "shard", "filing", "grain") >= 0) || note.FindWord(sentence with { From = thing, To = part }, "pain", "worker", "redness", "shield", "swelling") >= 0) continue;
            var place = note.Word(part) switch { "cornea" or "corneal" => '0', "conjunctiva" or "conjunctival" or "eyelid" or "lid" => '1', _ => '9' };
            if (note.Add($"T15{place}0XA", s, thing, part + 1, Assertion.Present, Rule.Id, "Tabular List, T15") is not { } added) return;
            if (note.Codes.Find($"T15{place}{(Side.Of(note, added) switch { "right" => '1', "left" => '2', _ => '0' })}XA") is { } sided) added.Entry = sided;
            foreach (var m in note.Live.Where(m => m != added && m.Sentence == s && m.From < added.To && m.To > added.From && m.Entry.Code[0] is 'Z' or 'M' or 'H').ToList()) m.Reject(RejectReasons.Combined, Rule.Source, added.Entry.Display);
            return;
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
