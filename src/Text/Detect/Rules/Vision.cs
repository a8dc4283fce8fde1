using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Blindness and low vision by the categories of the two eyes; where no category is told, H54.6- of one eye and H54.3 of both (Official Guidelines I.C.7.b). What a law calls blind is
/// H54.8.
/// </summary>
internal static class Vision
{
    public static readonly Rule Rule = new("vision-category", "Guidelines I.C.7.b", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Has("H54") ? note.Live.Where(m => m.Entry.Under("H540") || m.Entry.Under("H541") || m.Entry.Under("H542") || m.Entry.Under("H544") || m.Entry.Under("H545")).ToList() : [])
        {
            var (right, left) = Categories(note, m);
            var side = Side.Of(note, m) ?? (Told.Says(note, m, 2, "both", "bilateral", "ou") ? "bilateral" : null);
            var entry = right == '\0' && left == '\0'
                ? note.Codes.Find(side switch { "right" => "H5461", "left" => "H5462", "bilateral" => "H543", _ => "" })
                : note.Codes.Find("H54") is { } heading ? note.Codes.Below(heading).FirstOrDefault(c => c.Billable && Says(c, "right", right) && Says(c, "left", left)) : null;
            if (entry is not null) m.Recode(entry, Rule.Id, Rule.Source);
        }
    }

    private static bool Says(CodeEntry entry, string eye, char category) => entry.Title.Contains(category == '\0' ? $"normal vision {eye} eye" : $"{eye} eye category {category}", StringComparison.OrdinalIgnoreCase);

    // "Category 3" goes with the eye told before it, or with both.
    private static (char Right, char Left) Categories(NoteCase note, Mention m)
    {
        var (right, left) = ('\0', '\0');
        var eye = "";
        var sentence = note.Note.Sentences[m.Sentence];
        for (var i = sentence.From; i + 1 < sentence.To; i++)
        {
            eye = note.Word(i) switch { "right" or "od" or "rt" => "right", "left" or "os" or "lt" => "left", "both" or "bilateral" or "ou" => "both", _ => eye };
            if (note.Word(i) is not ("category" or "categories" or "cat") || note.Word(i + 1) is not ([>= '1' and <= '5'] and [var n])) continue;
            if (eye != "left") right = n;
            if (eye != "right") left = n;
        }

        return (right, left);
    }
}
