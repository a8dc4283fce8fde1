using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>A Salter-Harris fracture goes through the growth plate and is coded by its type (Tabular List, the physeal fractures S49, S59, S79, S89).</summary>
internal static class Physes
{
    public static readonly Rule Rule = new("physeal-fracture", "Alphabetic Index: Fracture, physeal", Apply);

    // Bone, heading of its upper end, heading of its lower end.
    private static readonly (string[] Bone, string Upper, string Lower)[] Bones =
    [
        (["humerus", "humeral"], "S490", "S491"), (["ulna", "ulnar"], "", "S590"), (["radius", "radial", "wrist"], "S591", "S592"), (["femur", "femoral"], "S790", "S791"), (["tibia", "tibial", "ankle"], "S890", "S891"), (["fibula", "fibular"], "S892", "S893"),
    ];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("salter", "salter-harris")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, "salter", "salter-harris");
            if (at < 0 || Told.Denied(note, s, at) || sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions) continue;
            var type = '0';
            for (var i = at + 1; i < Math.Min(sentence.To, at + 5) && type == '0'; i++) type = note.Word(i) switch { "i" or "1" => '1', "ii" or "2" => '2', "iii" or "3" => '3', "iv" or "4" => '4', _ => '0' };
            var (bone, upper, lower) = Array.Find(Bones, b => note.FindWord(sentence, b.Bone) >= 0);
            if (bone is null) continue;
            var place = note.FindWord(sentence, bone);
            var high = note.FindWord(sentence, "upper", "proximal") >= 0;
            var heading = high ? upper : lower;
            if (heading.Length == 0 || note.Add(heading + type + "9A", s, Math.Min(at, place), Math.Max(at, place) + 1, Assertion.Present, Rule.Id, Rule.Source) is not { } added) continue;
            if (note.Codes.Find($"{heading}{type}{(Side.Of(note, added) switch { "right" => '1', "left" => '2', _ => '9' })}A") is { } sided) added.Entry = sided;
            foreach (var m in note.Live.Where(m => m != added && m.Sentence == s && m.Entry.Code[0] == 'S' && m.Entry.Code[2] is '2' or '9' && m.Entry.Code[1] == added.Entry.Code[1]).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, added.Entry.Display);
            return;
        }
    }
}
