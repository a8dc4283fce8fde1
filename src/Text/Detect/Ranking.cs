using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>
/// The order of codes. First-listed is the diagnosis chiefly responsible for the services (Official Guidelines IV.G; section II for the principal diagnosis): what the
/// assessment names first, else what the note names first, and never a code that may not come first.
/// </summary>
internal static class Ranking
{
    /// <summary>The mentions of one code, the one that speaks best for it first.</summary>
    public static List<Mention> Order(IEnumerable<Mention> mentions) => [.. mentions.OrderBy(Place).ThenBy(m => m.From)];

    public static void Sort(List<List<Mention>> groups) =>
        groups.Sort((a, b) =>
        {
            var (x, y) = (a[0], b[0]);
            var late = Late(x.Entry).CompareTo(Late(y.Entry));
            if (late != 0) return late;
            var place = Place(x).CompareTo(Place(y));
            if (place != 0) return place;
            return x.From != y.From ? x.From.CompareTo(y.From) : string.CompareOrdinal(x.Entry.Code, y.Entry.Code);
        });

    // "Code first" of the Tabular List, for the codes that the rules put together: what comes later, and what goes before it (Official Guidelines I.A.13).
    private static readonly (string Later, string[] Before)[] CodeFirst =
    [
        ("I50", ["I11", "I13"]), ("N18", ["I12", "I13", "E0822", "E0922", "E1022", "E1122", "E1322"]), ("L97", ["E08621", "E09621", "E10621", "E11621", "E13621", "E10622", "E11622", "E13622"]),
        ("K3184", ["E0843", "E1043", "E1143", "E1343"]), ("J1282", ["U071"]), ("J208", ["U071"]), ("R65", ["A40", "A41", "B377"]), ("R33", ["N401"]),
    ];

    /// <summary>Moves what a note says to code first before what it belongs to.</summary>
    public static void PutFirst(List<List<Mention>> groups)
    {
        foreach (var (later, before) in CodeFirst)
        {
            var at = groups.FindIndex(g => g[0].Entry.Under(later));
            if (at < 0) continue;
            var first = groups.FindIndex(at + 1, g => Array.Exists(before, g[0].Entry.Under));
            if (first < 0) continue;
            var group = groups[first];
            groups.RemoveAt(first);
            groups.Insert(at, group);
        }
    }

    public static string Role(CodeEntry entry, bool first) =>
        entry.Code[0] is 'V' or 'W' or 'X' or 'Y' ? "external-cause" : first ? "first-listed" : IsStatus(entry) ? "status" : "secondary";

    /// <summary>Z codes of history, status and long-term use.</summary>
    public static bool IsStatus(CodeEntry entry) =>
        entry.Code[0] == 'Z' && entry.Code[1] is >= '1' and <= '9' && string.CompareOrdinal(entry.Code[..3], "Z14") >= 0 && !(string.CompareOrdinal(entry.Code[..3], "Z20") >= 0 && string.CompareOrdinal(entry.Code[..3], "Z65") < 0);

    // What a section weighs for the order; in an assessment the entries of its list before what its sentences mention.
    private static int Place(Mention m) => m.Section switch
    {
        SectionKind.Assessment => m.Titular || m.Kept ? 0 : 1,
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
        // The nature of an adverse effect before the drug (I.C.19.e.5.a); underdosing is never first (e.5.c).
        'T' when entry.Code.Length == 7 && string.CompareOrdinal(entry.Code, "T36") >= 0 && string.CompareOrdinal(entry.Code, "T51") < 0 && (entry.Code[5] is '5' or '6' || entry.Code[5] == 'X' && entry.Code[4] is '5' or '6') => 3,
        'V' or 'W' or 'X' or 'Y' => 5,
        'Z' when entry.Code.StartsWith("Z3A", StringComparison.Ordinal) => 3,
        'Z' when IsStatus(entry) => 4,
        'Z' => 1,
        'B' when entry.Code.StartsWith("B95", StringComparison.Ordinal) || entry.Code.StartsWith("B96", StringComparison.Ordinal) || entry.Code.StartsWith("B97", StringComparison.Ordinal) => 2,
        _ => 1,
    };
}
