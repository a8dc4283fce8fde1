namespace CodingAhead.Text.Redact;

/// <summary>
/// Dates by grammar (C): numeric in every order, with a month's name, ordinal, ranges, month and year, month and day, compact, holidays. A year alone is no
/// finding: Safe Harbor keeps it.
/// </summary>
internal static class Dates
{
    /// <summary>A date that begins with the number at <paramref name="i"/>. Returns the last token it covers, or -1.</summary>
    public static int Numeric(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (n.Before(i) is '/' or '-' or '.' && i > 0 && n.T[i - 1].End == t.Start - 1 && n.T[i - 1].Form is Form.Number or Form.Mixed && n.Before(i) != '-') return -1;
        if (t.Form == Form.Mixed) return Compact(n, i);
        if (t.Length == 8) return Eight(n, i);
        // dob 4 11 52
        if (t.Length <= 2 && n.Spaced(i, 1) && n.Spaced(i + 1, 1) && n.IsNumber(i + 1) && n.IsNumber(i + 2) && n.T[i + 1].Length <= 2 && n.T[i + 2].Length is 2 or 4 && Birth(n, i) && Pair(n.Number(i), n.Number(i + 1)))
        {
            n.Mark(t.Start, n.T[i + 2].End, PhiType.Date, "date-birth", 0.9);
            return i + 2;
        }

        if (t.Length > 4 || i + 1 >= n.T.Length || n.T[i + 1].Start != t.End + 1) return -1;
        var separator = n.View[t.End];
        if (separator is not ('/' or '-' or '.')) return -1;
        if (n.Joined(i + 1, separator))
        {
            var end = n.T[i + 2].End;
            var last = n.Number(i + 2);
            var length = n.Length(i + 2);
            if (n.T[i + 2].Form == Form.Mixed && length >= 4 && n.View[n.T[i + 2].Start + 2] is 'T' or 't')
            {
                end = n.T[i + 2].Start + 2;
                length = 2;
                last = Two(n.View, n.T[i + 2].Start);
            }

            var further = n.CharAt(end);
            if (further == separator && char.IsAsciiDigit(n.CharAt(end + 1))) return -1;
            if (Whole(n, i, separator, last, length))
            {
                var born = Birth(n, i);
                n.Mark(WithWeekday(n, i), end, PhiType.Date, born ? "date-birth" : "date-numeric", separator == '/' || length == 4 || t.Length == 4 ? 0.97 : 0.85);
                return i + 2;
            }

            return -1;
        }

        return separator is '/' or '-' ? Two(n, i, separator) : -1;
    }

    private static bool Whole(Note n, int i, char separator, int last, int length)
    {
        var (a, b) = (n.Number(i), n.Number(i + 1));
        var (la, lb) = (n.Length(i), n.Length(i + 1));
        if (n.WordAt(i + 1).HasFlag(Word.Month)) return la <= 2 && a is >= 1 and <= 31 && length is 2 or 4;
        if (a < 0 || b < 0 || last < 0 || lb > 2) return false;
        if (la == 4) return a is >= 1850 and <= 2100 && Pair(b, last) && length <= 2;
        if (la > 2 || !Pair(a, b)) return false;
        if (length == 4) return last is >= 1850 and <= 2100;
        // 3.5.07 and 1-2-03 may be versions or measures: without slashes a short year needs padding or a date's context.
        return length == 2 && (separator == '/' || (la == 2 && lb == 2) || (separator == '-' && Context(n, i)));
    }

    // Month and day, month and year: 3/19 may be a fraction, so that it needs a reason.
    private static int Two(Note n, int i, char separator)
    {
        var (a, b) = (n.Number(i), n.Number(i + 1));
        var length = n.Length(i + 1);
        if (n.WordAt(i + 1).HasFlag(Word.Month) && separator == '-' && n.T[i + 1].Big && a is >= 1 and <= 31)
        {
            n.Mark(n.T[i].Start, n.T[i + 1].End, PhiType.Date, "date-month", 0.9);
            return i + 1;
        }

        if (a < 0 || b < 0 || n.CharAt(n.T[i + 1].End) is '/' or '%' || char.IsAsciiDigit(n.Before(i))) return -1;
        if (n.CharAt(n.T[i + 1].End) == '.' && char.IsAsciiDigit(n.CharAt(n.T[i + 1].End + 1))) return -1;
        if (n.Before(i) is '.' or '$') return -1;
        if (length == 4 && b is >= 1900 and <= 2100 && a is >= 1 and <= 12 && n.Length(i) <= 2)
        {
            n.Mark(n.T[i].Start, n.T[i + 1].End, PhiType.Date, "date-month-year", 0.9);
            return i + 1;
        }

        if (separator != '/' || length > 2 || n.Length(i) > 2 || !(Pair(a, b) || (a is >= 1 and <= 12 && length == 2))) return -1;
        if (n.Spaced(i + 1) && n.WordAt(i + 2).HasFlag(Word.Unit)) return -1;
        var ranged = n.Joined(i + 1, '-') && n.Joined(i + 2, '/') && n.IsNumber(i + 3);
        // "Pain today 4/10" is a score, "pain since 4/10" is not.
        if ((n.Equals(i - 1, "today") || n.Equals(i - 1, "tonight") || n.Equals(i - 1, "yesterday")) && PartialDates.Measured(n, i, a, b)) return -1;
        if (!(Context(n, i) || (ranged && Pair(n.Number(i + 2), n.Number(i + 3)) && n.Length(i) == 2))) return -1;
        n.Mark(WithWeekday(n, i), n.T[i + 1].End, PhiType.Date, "date-partial", 0.75);
        if (!ranged) return i + 1;
        n.Mark(n.T[i + 2].Start, n.T[i + 3].End, PhiType.Date, "date-partial", 0.75);
        return i + 3;
    }

    // What stands before a date: a preposition of time, a label, a signature's credential, or another date.
    private static bool Context(Note n, int i)
    {
        if (i == 0) return false;
        var before = n.WordAt(i - 1);
        var gap = n.Gap(i - 1);
        var line = gap.IndexOf('\n') >= 0;
        if ((before.HasFlag(Word.Credential) || n.Equals(i - 1, "c") && n.Joined(i - 2, '-') && n.WordAt(i - 2).HasFlag(Word.Credential)) && !line && n.T[i - 1].Form != Form.Lower) return true;
        if (line || gap.Length > 8) return false;
        // f/u 10/3
        if (n.Equals(i - 1, "u") && n.Joined(i - 2, '/') && n.Equals(i - 2, "f")) return true;
        if (gap.Contains(':') || gap.IndexOfAnyExcept(' ', '\t') < 0)
        {
            if (before.HasFlag(Word.DatePreposition) || before.HasFlag(Word.Weekday) || before.HasFlag(Word.DateLabel)) return true;
        }

        if (gap.Contains(',') && before.HasFlag(Word.Weekday)) return true;
        if (n.Equals(i - 1, "and") || n.Equals(i - 1, "or") || n.Equals(i - 1, "between") || gap.SequenceEqual("-") || gap.SequenceEqual(" - "))
            return n.Marks.Count > 0 && n.Marks[^1].Type == PhiType.Date && n.T[i].Start - n.Marks[^1].End < 8;
        // "follow up with ortho 8/19.": what was arranged, a few words before, and nothing after that could be counted.
        if (i + 2 <= n.T.Length && (i + 2 == n.T.Length || n.CharAt(n.T[i + 1].End) is '.' or ',' or ';' or '\n' or '\r' || n.Spaced(i + 1, 1) && n.Equals(i + 2, "w")))
        {
            for (var k = i - 1; k >= 0 && i - k <= 5 && n.SameLine(k, i) && n.Gap(k).IndexOf('.') < 0; k--)
            {
                if (n.Equals(k, "follow") || n.Equals(k, "transfer") || n.Equals(k, "appt") || n.Equals(k, "return") || n.Equals(k, "scheduled") || n.Equals(k, "rtc") || n.Equals(k, "nv")) return true;
            }
        }

        // "last login 7/6 from": the verb of an event right before.
        return n.Equals(i - 1, "login") || n.Equals(i - 1, "visit") || n.Equals(i - 1, "of") && (n.Equals(i - 2, "date") || n.Equals(i - 2, "week") || n.Equals(i - 2, "as"));
    }

    /// <summary>A date with the month's name at <paramref name="i"/>. Returns the last token it covers, or -1.</summary>
    public static int Named(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        var start = t.Start;
        var end = t.End;
        var last = i;
        var (day, year) = (false, false);
        // Day before: 5 May, 5th of May, 05-MAY-2004 (found as numeric).
        var j = i - 1;
        if (j >= 0 && (n.Equals(j, "of") || n.Equals(j, "de")) && n.Spaced(j) && n.Spaced(j - 1)) j--;
        if (j >= 0 && (j == i - 1 ? n.Spaced(j) || n.Joined(j, '-') || n.Joined(j, '/') || n.Joined(j, ',') : true) && IsDay(n, j) && (t.Big || n.T[j].Form == Form.Mixed || YearAt(n, i + 1) || n.Equals(i + 1, "de")))
        {
            (day, start) = (true, n.T[j].Start);
        }
        else if (j >= 1 && j == i - 2 && n.T[j].IsWord && n.Equals(j, "the")) j = i - 1;

        var k = i + 1;
        if (!day && k < n.T.Length && n.Equals(k, "the") && n.Spaced(i) && n.Spaced(k) && IsDay(n, k + 1)) k++;
        if (!day && k < n.T.Length && Close(n, i, k, ". ,-/") && IsDay(n, k) && !Measured(n, k))
        {
            (day, end, last) = (true, n.T[k].End, k);
            // A second day: June 3-5, June 3 and 5.
            if ((n.Joined(k, '-') || n.Gap(k).SequenceEqual(" - ")) && IsDay(n, k + 1)) (end, last) = (n.T[k + 1].End, k + 1);
            else if (n.Gap(k).IndexOfAnyExcept(' ', ',', '&') < 0 && IsDay(n, k + 1) && n.T[k + 1].Form == Form.Mixed) (end, last) = (n.T[k + 1].End, k + 1);
            else if (n.Spaced(k) && (n.Equals(k + 1, "and") || n.Equals(k + 1, "to") || n.Equals(k + 1, "through")) && n.Spaced(k + 1) && IsDay(n, k + 2) && !Measured(n, k + 2)
                && n.CharAt(n.T[k + 2].End) is not ('/' or '-')) (end, last) = (n.T[k + 2].End, k + 2);
        }

        var y = last + 1;
        if (y < n.T.Length && (n.Equals(y, "of") || n.Equals(y, "de")) && YearAt(n, y + 1)) y++;
        if (YearAt(n, y) && Close(n, y - 1, y, " ,.-'/")) (year, end, last) = (true, n.T[y].End, y);
        else if (day && n.IsNumber(y, 2) && (n.Joined(last, '-') || n.Joined(last, '/') || n.Gap(last).SequenceEqual(" '") || n.Gap(last).SequenceEqual(", '"))) (year, end, last) = (true, n.T[y].End, y);
        else if (!day && n.IsNumber(y, 2) && (n.Joined(i, '-') || n.Joined(i, '/') || n.Gap(i).SequenceEqual(" '"))) (year, end, last) = (true, n.T[y].End, y);

        if (!day && !year)
        {
            var before = n.WordAt(i - 1);
            if (Flatly(n, i))
            {
                n.Mark(t.Start, t.End, PhiType.Date, "date-month", 0.6);
                return i;
            }

            if (!t.Big || n.Equals(i, "may") && !n.Equals(i - 1, "in") && !n.Equals(i - 1, "of") && !n.Equals(i - 1, "since") || t.Length < 4 && !n.Equals(i, "may") || !n.Spaced(i - 1)) return -1;
            if (!(n.Equals(i - 1, "in") || n.Equals(i - 1, "of") || n.Equals(i - 1, "since") || n.Equals(i - 1, "last") || n.Equals(i - 1, "early") || n.Equals(i - 1, "late") || n.Equals(i - 1, "this")
                || n.Equals(i - 1, "next") || n.Equals(i - 1, "until") || n.Equals(i - 1, "till") || n.Equals(i - 1, "by") || n.Equals(i - 1, "mid") || n.Equals(i - 1, "during") || n.Equals(i - 1, "before"))) return -1;
            n.Mark(t.Start, t.End, PhiType.Date, "date-month", 0.6);
            return i;
        }

        if (n.Equals(i, "may") && !t.Big && !year && !(day && n.T[last].Form == Form.Mixed) && !(day && j < i && start < t.Start)) return -1;
        if (n.Equals(i, "sat") || n.Equals(i, "sun")) return -1;
        n.Mark(WithWeekday(n, n.TokenAt(start)), end, PhiType.Date, Birth(n, j >= 0 && start < t.Start ? j : i) ? "date-birth" : "date-named", 0.96);
        return last;
    }

    /// <summary>Where a date that begins at token <paramref name="i"/> begins with its weekday: <c>Tues 5/21</c>. In a sentence ("on Thursday, August 8") the weekday stays, as it does alone.</summary>
    internal static int WithWeekday(Note n, int i) =>
        i > 0 && !n.Equals(i - 2, "on") && !n.Equals(i - 2, "of") && n.T[i - 1].Is(Word.Weekday) && n.T[i - 1].Big && (n.Spaced(i - 1, 1) || n.Gap(i - 1).SequenceEqual(", ") || n.Gap(i - 1).SequenceEqual(". ")) ? n.T[i - 1].Start : n.T[i].Start;

    // A month in a text without capitals, after a preposition of time; march and may do other things as well.
    private static bool Flatly(Note n, int i) => n.Register.Flat && n.T[i] is { Form: Form.Lower, Length: >= 4 } && !n.Equals(i, "march") && !n.Equals(i, "sept") && n.Spaced(i - 1, 1) && Timely(n, i - 1);

    /// <summary>Whether the token is a preposition that a month or a holiday follows: <c>since easter</c>.</summary>
    internal static bool Timely(Note n, int i) => n.Equals(i, "since") || n.Equals(i, "before") || n.Equals(i, "until") || n.Equals(i, "till") || n.Equals(i, "til") || n.Equals(i, "after") || n.Equals(i, "last") || n.Equals(i, "next") || n.Equals(i, "by") || n.Equals(i, "in") || n.Equals(i, "on");

    /// <summary>The time to the second that belongs to a date that ends at a token: <c>2005-07-21 18:19:22</c>. Returns its last token, or the date's.</summary>
    public static int Time(Note n, int date)
    {
        if (!(n.Joined(date, ' ') && n.IsNumber(date + 1, 2) && n.Joined(date + 1, ':') && n.IsNumber(date + 2, 2) && n.Joined(date + 2, ':') && n.IsNumber(date + 3, 2))) return date;
        n.Mark(n.T[date + 1].Start, n.T[date + 3].End, PhiType.Date, "date-time", 0.8);
        return date + 3;
    }

    /// <summary>Holidays, which name a day.</summary>
    public static void Holiday(Note n, int i)
    {
        var end = n.Equals(i + 1, "day") || n.Equals(i + 1, "eve") ? n.T[i + 1].End : n.T[i].End;
        if (n.Equals(i, "christmas") && (n.Equals(i + 1, "disease") || n.Equals(i + 1, "factor"))) return;
        // "lent" and "purim" in lower case: only the holidays that are no other word.
        if (n.T[i].Big || n.Spaced(i - 1, 1) && Timely(n, i - 1) && !n.Equals(i, "lent") && !n.Equals(i, "epiphany") && !n.Equals(i, "rosh")) n.Mark(n.T[i].Start, end, PhiType.Date, "date-holiday", 0.6);
    }

    /// <summary>Whether a birth label stands before the token.</summary>
    public static bool Birth(Note n, int i) =>
        i > 0 && n.T[i].Start - n.T[i - 1].End < 6 && (n.Equals(i - 1, "dob") || n.Equals(i - 1, "birth") || n.Equals(i - 1, "birthdate") || n.Equals(i - 1, "born") || n.Equals(i - 1, "b") || n.Equals(i - 1, "yob") || n.Equals(i - 1, "birthyear")
            || ((n.Equals(i - 1, "in") || n.Equals(i - 1, "on") || n.Equals(i - 1, "is") || n.Equals(i - 1, "year")) && (n.Equals(i - 2, "born") || n.Equals(i - 2, "birth") || n.Equals(i - 2, "dob"))));

    private static bool Close(Note n, int i, int k, string allowed)
    {
        var gap = n.View.AsSpan(n.T[i].End, n.T[k].Start - n.T[i].End);
        if (gap.Length is 0 or > 3)
        {
            // A date broken over a line.
            if (gap.Length == 0 || gap.Length > 24 || gap.Trim().Length > 1) return false;
        }

        foreach (var c in gap)
        {
            if (c is not (' ' or '\n' or '\r' or '\t') && !allowed.Contains(c)) return false;
        }

        return !(gap.Contains('.') && gap.Contains('\n'));
    }

    private static bool YearAt(Note n, int i) => n.IsNumber(i, 4) && n.Number(i) is >= 1850 and <= 2100;

    private static bool Measured(Note n, int k) => n.CharAt(n.T[k].End) is '%' or '/' && !char.IsAsciiDigit(n.CharAt(n.T[k].End + 1)) || n.CharAt(n.T[k].End) is ':' && char.IsAsciiDigit(n.CharAt(n.T[k].End + 1))
        || n.CharAt(n.T[k].End) == '.' && char.IsAsciiDigit(n.CharAt(n.T[k].End + 1)) || (n.Spaced(k) && n.WordAt(k + 1).HasFlag(Word.Unit) && n.T[k + 1].Form == Form.Lower && !n.Equals(k + 1, "in"));

    /// <summary>Whether the token is a day of a month: 9, 9th, ninth.</summary>
    public static bool IsDay(Note n, int i)
    {
        if (i < 0 || i >= n.T.Length) return false;
        if (n.T[i].IsWord) return Spoken.Day(n, i);
        if (n.T[i].Form == Form.Number) return n.T[i].Length <= 2 && n.Number(i) is >= 1 and <= 31;
        if (n.T[i].Form != Form.Mixed || n.T[i].Length is < 3 or > 4) return false;
        var text = n.Text(i);
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && int.Parse(text[..digits], System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 31
            && (text[digits..].Equals("st", StringComparison.OrdinalIgnoreCase) || text[digits..].Equals("nd", StringComparison.OrdinalIgnoreCase) || text[digits..].Equals("rd", StringComparison.OrdinalIgnoreCase) || text[digits..].Equals("th", StringComparison.OrdinalIgnoreCase));
    }

    private static bool Pair(int a, int b) => (a is >= 1 and <= 12 && b is >= 1 and <= 31) || (b is >= 1 and <= 12 && a is >= 1 and <= 31);

    private static int Two(string view, int at) => char.IsAsciiDigit(view[at]) && char.IsAsciiDigit(view[at + 1]) ? (view[at] - '0') * 10 + view[at + 1] - '0' : -1;

    // 20040321, or 03212004 after a label.
    private static int Eight(Note n, int i)
    {
        var v = n.Number(i);
        var (y, m, d) = (v / 10000, v / 100 % 100, v % 100);
        var iso = y is >= 1900 and <= 2100 && m is >= 1 and <= 12 && d is >= 1 and <= 31;
        var us = v % 10000 is >= 1900 and <= 2100 && Pair(v / 1000000, v / 10000 % 100);
        if (!(iso || (us && Context(n, i)))) return -1;
        n.Mark(n.T[i].Start, n.T[i].End, PhiType.Date, "date-compact", 0.8);
        return i;
    }

    // 22DEC2002
    private static int Compact(Note n, int i)
    {
        var text = n.Text(i);
        var a = text.IndexOfAnyExceptInRange('0', '9');
        if (a is < 1 or > 2 || text.Length < a + 5) return -1;
        var month = text.Slice(a, 3);
        Span<char> lower = stackalloc char[3];
        month.ToLowerInvariant(lower);
        if (!Lexicon.Of(Words.Hash(lower)).HasFlag(Word.Month) || text[(a + 3)..].IndexOfAnyExceptInRange('0', '9') >= 0 || text.Length - a - 3 is not (2 or 4)) return -1;
        n.Mark(n.T[i].Start, n.T[i].End, PhiType.Date, "date-compact", 0.9);
        return i;
    }
}
