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

        if (!LeavesOpen(m.Entry.Title) || codes.Parent(m.Entry) is not { } parent) return [];
        var siblings = codes.Children(parent).Where(e => e.Code != m.Entry.Code && !LeavesOpen(e.Title)).Take(MostChoices).ToList();
        if (siblings.Count == 0) return [];
        var sides = siblings.Any(s => s.Title.Contains("right", StringComparison.OrdinalIgnoreCase)) && siblings.Any(s => s.Title.Contains("left", StringComparison.OrdinalIgnoreCase));
        return [new MissingDetail(sides ? "laterality" : "specificity", [.. siblings.Select(Choice)])];
    }

    // "Chronic or unspecified", "stage 1 through 4, or unspecified", "other and unspecified" name one of several things that the code is for: what the note says may well be
    // among the others, and where it is not, the code that is given beside it says what is missing.
    private static bool LeavesOpen(string title)
    {
        const string open = "unspecified";
        for (var at = title.IndexOf(open, StringComparison.OrdinalIgnoreCase); at >= 0; at = title.IndexOf(open, at + open.Length, StringComparison.OrdinalIgnoreCase))
        {
            var before = title.AsSpan(0, at).TrimEnd();
            if (!before.EndsWith(" or", StringComparison.OrdinalIgnoreCase) && !before.EndsWith(" and", StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static CodeChoice Choice(CodeEntry entry) => new(ResultBuilder.Shown(entry), entry.Title);
}
