namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A bite that broke the skin is an open bite of its site, whatever the wound looks like: not a puncture or a laceration of it (Alphabetic Index: Bite; the titles of the open
/// wounds of each region have "open bite" beside laceration and puncture).
/// </summary>
internal static class BiteWounds
{
    public static readonly Rule Rule = new("bite", "Alphabetic Index: Bite", Apply);

    private static readonly string[] Kinds = ["Laceration without foreign body", "Laceration with foreign body", "Puncture wound without foreign body", "Puncture wound with foreign body", "Unspecified open wound", "Laceration", "Puncture wound", "Other superficial bite", "Insect bite (nonvenomous)"];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("bite", "bites", "bit", "bitten")) return;
        // "Dog bite to the forearm, abrasion only": the skin is not broken.
        foreach (var m in note.Live.Where(m => m.Entry.Title.StartsWith("Open bite", StringComparison.Ordinal)).ToList())
        {
            if (Told.Beside(note, m, 4, "only") is var only and >= 0 && note.Live.FirstOrDefault(o => o.Sentence == m.Sentence && o.To == only && o.Entry.Title.StartsWith("Abrasion", StringComparison.Ordinal)) is { } graze) m.Reject(RejectReasons.Combined, Rule.Source, graze.Entry.Display);
        }

        foreach (var m in note.Live.Where(m => m.Entry.Code[0] == 'S' && m.Entry.Code.Length == 7 && m.Entry.Code[2] == '1').ToList())
        {
            if (!Told.Says(note, m, 10, "dog", "cat", "human", "animal", "horse", "rat", "raccoon", "squirrel", "bat", "monkey", "ferret") || !Told.Says(note, m, 10, "bite", "bites", "bit", "bitten") || note.Codes.Find(m.Entry.Code.AsSpan(0, 4)) is not { } heading) continue;
            if (Array.Find(Kinds, k => m.Entry.Title.StartsWith(k, StringComparison.Ordinal)) is not { } kind) continue;
            var title = "Open bite" + m.Entry.Title[kind.Length..];
            if (note.Codes.Below(heading).FirstOrDefault(c => c.Title == title) is { } bite) m.Recode(bite, Rule.Id, Rule.Source);
        }
    }
}
