namespace CodingAhead.Codes.Modifiers;

/// <summary>
/// The modifiers with which an NCCI pair of modifier indicator 1 may be opened (NCCI policy manual, chapter I, section E). 22, 76 and 77 are not among them.
/// </summary>
public static class NcciAssociated
{
    /// <summary>All of them: anatomical, global surgery, other.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "E1", "E2", "E3", "E4", "FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "TA", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9",
        "LT", "RT", "LC", "LD", "LM", "RC", "RI",
        "24", "25", "57", "58", "78", "79",
        "27", "59", "91", "XE", "XS", "XP", "XU",
    ];

    /// <summary>The distinct-service modifiers that counted on column 2 only before <see cref="EitherColumnSince"/>.</summary>
    public static readonly IReadOnlyList<string> Distinct = ["59", "XE", "XS", "XP", "XU"];

    /// <summary>Since when 59 and XE, XS, XP, XU count on either code of a pair (CMS Transmittal 2259, effective 2019-07-01).</summary>
    public static readonly DateOnly EitherColumnSince = new(2019, 7, 1);

    private static readonly DateOnly SubsetSince = new(2015, 1, 1);

    /// <summary>Whether a modifier is one of them.</summary>
    public static bool Contains(string modifier) => All.Contains(modifier);

    /// <summary>The columns of a pair on which a modifier counts on a date of service: 0 none, 1 column 1 only (no modifier does), 2 column 2 only, 3 either.</summary>
    public static int Columns(string modifier, DateOnly on)
    {
        if (!Contains(modifier) || modifier[0] == 'X' && on < SubsetSince) return 0;
        return Distinct.Contains(modifier) && on < EitherColumnSince ? 2 : 3;
    }
}
