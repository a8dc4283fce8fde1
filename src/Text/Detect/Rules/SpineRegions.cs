using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A disease of the spine is coded by its region (Tabular List, M40 to M54, fifth and sixth characters); a spondylosis of a region, without more, is one without myelopathy or
/// radiculopathy.
/// </summary>
internal static class SpineRegions
{
    public static readonly Rule Rule = new("spine-region", "Tabular List, M40 to M54", Apply);

    private static readonly (string Title, string[] Words)[] Regions =
    [
        ("occipito-atlanto-axial", ["atlantoaxial", "occipitocervical"]), ("cervicothoracic", ["cervicothoracic"]), ("thoracolumbar", ["thoracolumbar"]), ("lumbosacral", ["lumbosacral"]), ("sacral and sacrococcygeal", ["sacral", "sacrum", "coccyx"]),
        (", cervical region", ["cervical", "neck"]), (", thoracic region", ["thoracic"]), (", lumbar region", ["lumbar"]),
    ];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code == "M479" || m.Entry.Code[0] == 'M' && m.Entry.Code[1] is '4' or '5' && m.Entry.Title.Contains("site unspecified", StringComparison.Ordinal)).ToList())
        {
            var stem = m.Entry.Code == "M479" ? "M4781" : m.Entry.Code[..^1];
            if (note.Codes.Find(stem) is not { } heading) continue;
            var (at, entry) = Find(note, m, heading);
            if (entry is null) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            m.Also.Add((at, at + 1));
        }
    }

    /// <summary>The region of a level, or of two neighbours, as notes name it: "C5", "T8", "L4-5", "L5-S1"; null when the word is none.</summary>
    internal static string? RegionAt(NoteCase note, int at)
    {
        var word = note.Word(at);
        if (word.Length is < 2 or > 3 || word[0] is not ('c' or 't' or 'd' or 'l' or 's') || !int.TryParse(word[1..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) || !note.Note.Words[at].Capital) return null;
        var next = at + 1 < note.Note.Words.Count && note.Note.Words[at + 1].Has(Mark.Dash | Mark.Slash) ? note.Word(at + 1) : "";
        return word[0] switch
        {
            'c' when n == 7 && next == "t1" => ", cervicothoracic region",
            'c' when n is >= 1 and <= 8 => ", cervical region",
            't' or 'd' when n == 12 && next == "l1" => ", thoracolumbar region",
            't' or 'd' when n is >= 1 and <= 12 => ", thoracic region",
            'l' when n == 5 && next == "s1" => ", lumbosacral region",
            'l' when n is >= 1 and <= 5 => ", lumbar region",
            's' when n is >= 1 and <= 5 => ", sacral and sacrococcygeal region",
            _ => null,
        };
    }

    private static (int At, CodeEntry? Entry) Find(NoteCase note, Mention m, CodeEntry heading)
    {
        for (var i = Math.Max(note.Note.Sentences[m.Sentence].From, m.From - 4); i < Math.Min(note.Note.Sentences[m.Sentence].To, m.To + 5); i++)
        {
            if (RegionAt(note, i) is not { } region || Told.OfAnother(note, m, i) || Told.Denied(note, m.Sentence, i)) continue;
            if (note.Codes.Below(heading).FirstOrDefault(c => c.Billable && c.Title.EndsWith(region, StringComparison.Ordinal)) is { } level) return (i, level);
        }

        foreach (var (title, words) in Regions)
        {
            var at = Told.Beside(note, m, 3, words);
            if (at < 0 || Told.OfAnother(note, m, at)) continue;
            var entry = note.Codes.Below(heading).FirstOrDefault(c => c.Billable && c.Title.Contains(title, StringComparison.Ordinal));
            if (entry is not null) return (at, entry);
        }

        return (-1, null);
    }
}
