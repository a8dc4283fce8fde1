using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>
/// The order of codes. First-listed is the diagnosis chiefly responsible for the services (Official Guidelines IV.G; section II for the principal diagnosis): what the
/// assessment names first, else what the note names first, and never a code that may not come first.
/// </summary>
internal static class Ranking
{
    /// <summary>The mentions of one code, the one that speaks best for it first.</summary>
    public static List<Mention> Order(IEnumerable<Mention> mentions) => [.. mentions.OrderBy(m => Place(m.Section)).ThenBy(m => m.From)];

    public static void Sort(List<List<Mention>> groups) =>
        groups.Sort((a, b) =>
        {
            var (x, y) = (a[0], b[0]);
            var late = Late(x.Entry).CompareTo(Late(y.Entry));
            if (late != 0) return late;
            var place = Place(x.Section).CompareTo(Place(y.Section));
            if (place != 0) return place;
            return x.From != y.From ? x.From.CompareTo(y.From) : string.CompareOrdinal(x.Entry.Code, y.Entry.Code);
        });

    public static string Role(CodeEntry entry, bool first) =>
        entry.Code[0] is 'V' or 'W' or 'X' or 'Y' ? "external-cause" : first ? "first-listed" : IsStatus(entry) ? "status" : "secondary";

    /// <summary>Z codes of history, status and long-term use.</summary>
    public static bool IsStatus(CodeEntry entry) =>
        entry.Code[0] == 'Z' && entry.Code[1] is >= '1' and <= '9' && string.CompareOrdinal(entry.Code[..3], "Z14") >= 0 && !(string.CompareOrdinal(entry.Code[..3], "Z20") >= 0 && string.CompareOrdinal(entry.Code[..3], "Z65") < 0);

    // What a section weighs for the order.
    private static int Place(SectionKind kind) => kind switch
    {
        SectionKind.Assessment => 0,
        SectionKind.Plan => 1,
        SectionKind.Complaint or SectionKind.Course => 2,
        SectionKind.Body or SectionKind.History => 3,
        SectionKind.Pmh => 4,
        _ => 5,
    };

    // Chapters of the pregnant woman come first (I.C.15.a.1), symptoms after diagnoses, status after both, external causes last (I.C.20.a.6).
    private static int Late(CodeEntry entry) => entry.Code[0] switch
    {
        'O' => 0,
        'R' => 2,
        'V' or 'W' or 'X' or 'Y' => 5,
        'Z' when entry.Code.StartsWith("Z3A", StringComparison.Ordinal) => 3,
        'Z' when IsStatus(entry) => 4,
        'Z' => 1,
        'B' when entry.Code.StartsWith("B95", StringComparison.Ordinal) || entry.Code.StartsWith("B96", StringComparison.Ordinal) || entry.Code.StartsWith("B97", StringComparison.Ordinal) => 2,
        _ => 1,
    };
}
