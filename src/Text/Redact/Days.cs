namespace CodingAhead.Text.Redact;

/// <summary>Days that are named without a month (C): holidays of two words, and <c>on the 9th</c>.</summary>
internal static class Days
{
    private static readonly string[] Holidays =
        ["labor", "memorial", "independence", "veterans", "veteran", "columbus", "presidents", "president", "year", "years", "mothers", "mother", "fathers", "father", "valentines", "valentine", "patricks", "patrick", "mlk", "king", "groundhog", "boxing", "armistice", "earth", "canada", "saints", "souls", "election", "may"];

    private static readonly string[] PartsOfDay = ["morning", "afternoon", "evening", "night", "week", "weekend", "noon"];

    /// <summary><c>Labor Day</c>, <c>New Year's Eve</c>, at the word day or eve.</summary>
    public static void Holiday(Note n, int i)
    {
        if (i == 0) return;
        var lower = !n.T[i].Big;
        var first = i - 1;
        // "Mother's Day": the s is a word of its own.
        if (n.Equals(first, "s") && first > 0 && n.T[first].Start == n.T[first - 1].End + 1) first--;
        if (n.T[first].Big == lower || !(n.Spaced(i - 1, 1) || n.Gap(i - 1).SequenceEqual("' ")) || !n.IsAny(first, Holidays)) return;
        if (first > 0 && n.Spaced(first - 1, 1) && n.T[first - 1].Big != lower && (n.Equals(first - 1, "new") || n.Equals(first - 1, "all") || n.Equals(first - 1, "luther") || n.Equals(first - 1, "st"))) first--;
        if (n.Equals(first, "year") || n.Equals(first, "years")) return;
        // "since memorial day" in a message without capitals; "may day by day" is none.
        if (lower && !(n.Spaced(first - 1, 1) && Dates.Timely(n, first - 1) && !n.Equals(first, "may") && !n.Equals(first, "earth") && !n.Equals(first, "boxing") && !n.Equals(first, "king"))) return;
        n.Mark(n.T[first].Start, n.T[i].End, PhiType.Date, "date-holiday", 0.7);
    }

    /// <summary>
    /// A day of a month that is not named: <c>on the 9th</c>, <c>since the 3rd.</c> What follows may not be what is counted, as in "on the 9th rib".
    /// </summary>
    public static int Ordinal(Note n, int i)
    {
        if (n.T[i].Form != Form.Mixed || n.T[i].Length is < 3 or > 4 || !Dates.IsDay(n, i) || !n.Equals(i - 1, "the") || !n.Spaced(i - 1, 1) || !n.Spaced(i - 2, 1)) return -1;
        if (!(n.WordAt(i - 2).HasFlag(Word.Weekday) || n.Equals(i - 2, "period") || n.Equals(i - 2, "on") || n.Equals(i - 2, "since") || n.Equals(i - 2, "until") || n.Equals(i - 2, "till") || n.Equals(i - 2, "by") || n.Equals(i - 2, "through") || n.Equals(i - 2, "before") || n.Equals(i - 2, "after") || n.Equals(i - 2, "of") && n.IsAny(i - 3, PartsOfDay))) return -1;
        // "the 3rd and 4th digits": what two are of stands after the second.
        var last = (n.Equals(i + 1, "and") || n.Equals(i + 1, "or") || n.Equals(i + 1, "to")) && i + 2 < n.T.Length && n.T[i + 2].Form == Form.Mixed ? i + 2 : i;
        var closed = last + 1 >= n.T.Length || n.CharAt(n.T[last].End) is '.' or ',' or ';' or ')' or '?' or '!' or '\n' or '\r' || n.T[last + 1].Form == Form.Lower && n.T[last + 1].Is(Word.Stop);
        if (!closed) return -1;
        n.Mark(n.T[i].Start, n.T[i].End, PhiType.Date, "date-day", 0.65);
        return i;
    }
}
