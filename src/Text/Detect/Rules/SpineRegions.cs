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

    private static (int At, CodeEntry? Entry) Find(NoteCase note, Mention m, CodeEntry heading)
    {
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
