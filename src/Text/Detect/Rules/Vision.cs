using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Blindness or low vision whose category is not told: H54.6- of one eye, H54.3 of both (Official Guidelines I.C.7.b). What a law calls blind is H54.8.
/// </summary>
internal static class Vision
{
    public static readonly Rule Rule = new("vision-category", "Guidelines I.C.7.b", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Has("H54") ? note.Live.Where(m => m.Entry.Under("H540") || m.Entry.Under("H541") || m.Entry.Under("H542") || m.Entry.Under("H544") || m.Entry.Under("H545")).ToList() : [])
        {
            if (Categorized(note)) continue;
            var code = Side.Of(note, m) switch { "right" => "H5461", "left" => "H5462", "bilateral" => "H543", _ => Told.Says(note, m, 2, "both", "bilateral", "ou") ? "H543" : null };
            if (code is null || note.Codes.Find(code) is not { } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
        }
    }

    // "Category 3", and not "category not documented".
    private static bool Categorized(NoteCase note)
    {
        for (var i = 0; i + 1 < note.Note.Words.Count; i++) if (note.Word(i) is "category" or "categories" or "cat" && note.Word(i + 1) is "1" or "2" or "3" or "4" or "5" or "one" or "two" or "three" or "four" or "five") return true;
        return false;
    }
}
