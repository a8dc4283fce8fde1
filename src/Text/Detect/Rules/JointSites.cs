namespace CodingAhead.Text.Detect.Rules;

/// <summary>Arthrosis whose kind is told and whose joint stands beside it, "post-traumatic arthritis, right ankle", has a code of the joint (Official Guidelines I.B.2, I.C.13.a).</summary>
internal static class JointSites
{
    public static readonly Rule Rule = new("joint-site", "Guidelines I.C.13.a", Apply);

    private static void Apply(NoteCase note)
    {
        // "Osteoarthritis of the left knee" is one of one side (index: Osteoarthritis, knee and hip, unilateral).
        foreach (var m in note.Has("M169", "M179", "M189") ? note.Live.Where(m => m.Entry.Code is "M169" or "M179" or "M189").ToList() : [])
        {
            var one = Side.Of(note, m);
            if (one is null || note.Codes.Find(m.Entry.Code[..3] + (one == "right" ? "11" : one == "left" ? "12" : "0")) is not { } single) continue;
            m.Recode(single, Rule.Id, "Alphabetic Index: Osteoarthritis, unilateral");
            m.Found.Add("laterality:" + one);
        }

        foreach (var m in note.Has("M1990", "M1991", "M1992", "M1993") ? note.Live.Where(m => m.Entry.Code is "M1991" or "M1992" or "M1993" || m.Entry.Code == "M1990" && Worn(note, m)).ToList() : [])
        {
            if (Joint(note, m) is not { } joint) continue;
            var side = Side.Of(note, m) switch { "right" => '1', "left" => '2', _ => '\0' };
            // An osteoarthritis of a named joint, not said to be secondary, is indexed with the primary ones.
            var kind = Math.Max(0, m.Entry.Code[4] - '1');
            var code = joint switch
            {
                'k' => (kind == 0 ? "M171" : kind == 1 ? "M173" : "M175") + (kind == 2 ? "" : side == '\0' ? '0' : side),
                'h' => (kind == 0 ? "M161" : kind == 1 ? "M165" : "M167") + (kind == 2 ? "" : side == '\0' ? '0' : side),
                // The saddle joint of the thumb.
                'c' => (kind == 0 ? "M181" : kind == 1 ? "M183" : "M185") + (side == '\0' ? '0' : side),
                _ => $"M19{kind}{joint}{(side == '\0' ? '9' : side)}",
            };
            if (note.Codes.Find(code) is not { Billable: true } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            if (side != '\0') m.Found.Add(side == '1' ? "laterality:right" : "laterality:left");
        }
    }

    // Osteoarthritis, and not any arthritis; of the thumb it has a category of its own.
    private static bool Worn(NoteCase note, Mention m)
    {
        for (var i = m.From; i < m.To; i++) if (note.Word(i) is "osteoarthritis" or "oa" or "osteoarthrosis" or "djd" or "degenerative") return !Told.Says(note, m, 5, "thumb", "cmc", "carpometacarpal");
        return false;
    }

    private static char? Joint(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        if (Told.Says(note, m, 5, "cmc", "carpometacarpal")) return 'c';
        for (var i = Math.Max(sentence.From, m.From - 4); i < Math.Min(sentence.To, m.To + 5); i++)
        {
            char? joint = note.Word(i) switch { "shoulder" or "glenohumeral" => '1', "elbow" => '2', "wrist" => '3', "hand" or "hands" or "finger" or "fingers" or "thumb" => '4', "ankle" or "foot" or "tibiotalar" or "subtalar" => '7', "knee" => 'k', "hip" => 'h', _ => null };
            if (joint is not null) return joint;
        }

        return null;
    }
}
