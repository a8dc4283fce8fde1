namespace CodingAhead.Text.Detect;

/// <summary>What a code leaves unsaid, and the codes to choose from.</summary>
internal static class Missing
{
    private const int MostChoices = 12;

    public static IReadOnlyList<MissingDetail> Of(NoteCase note, Mention m)
    {
        var codes = note.Codes;
        if (!m.Entry.Billable)
        {
            var below = codes.Below(m.Entry).Where(e => e.Billable).Take(MostChoices).ToList();
            var seventh = below.Count > 0 && below.All(e => e.Code.Length == 7) && m.Entry.Code.Length >= 5 && codes.SeventhOf(m.Entry).Length > 0;
            return below.Count == 0 ? [] : [new MissingDetail(seventh ? "7th character" : "specificity", [.. below.Select(Choice)])];
        }

        if (!m.Entry.Title.Contains("unspecified", StringComparison.OrdinalIgnoreCase) || codes.Parent(m.Entry) is not { } parent) return [];
        var siblings = codes.Children(parent).Where(e => e.Code != m.Entry.Code && !e.Title.Contains("unspecified", StringComparison.OrdinalIgnoreCase)).Take(MostChoices).ToList();
        if (siblings.Count == 0) return [];
        var sides = siblings.Any(s => s.Title.Contains("right", StringComparison.OrdinalIgnoreCase)) && siblings.Any(s => s.Title.Contains("left", StringComparison.OrdinalIgnoreCase));
        return [new MissingDetail(sides ? "laterality" : "specificity", [.. siblings.Select(Choice)])];
    }

    private static CodeChoice Choice(CodeEntry entry) => new(ResultBuilder.Shown(entry), entry.Title);
}
