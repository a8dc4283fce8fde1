namespace CodingAhead.Text.Redact;

/// <summary>
/// Month and day without a year where nothing right before says that they are one: beside a time, after a study or at the head of an entry ("CT 11/3", "11/3: stable"), and wherever
/// the text has the same day, or another of the same month, as a date. Runs over what the other rules found; a fraction of a scale ("4/5", "7/10") is never one.
/// </summary>
internal static class PartialDates
{
    // What is done on a day and written before it; what counts parts (biopsy cores, nodes, views) is not here.
    private static readonly string[] Studies = ["lab", "labs", "ct", "cta", "mri", "mra", "cxr", "xr", "xray", "kub", "echo", "tte", "tee", "ekg", "ecg", "eeg", "emg", "pet", "dexa", "mammogram", "colonoscopy", "egd", "culture", "cultures", "dose", "cath", "angio", "admit", "dc", "hd", "pod"];

    private static readonly string[] Scales = ["strength", "motor", "power", "grade", "murmur", "pulses", "pulse", "reflexes", "reflex", "dtr", "dtrs", "pain", "score", "apgar", "apgars", "ratio", "vision", "acuity", "views", "view", "tab", "tabs", "tablet", "step", "steps", "gcs", "mmse", "moca", "phq", "phq9", "gad", "braden", "va", "frankl", "mallampati", "borg", "scores", "od", "os", "ou", "inch", "trocar", "scored", "pupils", "positive", "nodes", "cores"];

    // What happens on a day and is written before it: "PEG done 10/9", "seen again 8/19".
    private static readonly string[] Events = ["again", "done", "booked", "placed", "submitted", "evaluate", "recheck", "rechecked", "tmrw", "tomorrow", "lapsed", "lapses", "expired", "renewed", "til", "sent", "faxed", "collected", "drawn", "repeated", "repeat", "removed", "visit", "nv", "rtc", "hd", "bmp", "cbc", "cmp", "inr", "ptt", "esophagram", "one", "sched", "scheduled", "eval", "addended", "readmit", "readmitted", "shot", "mammo", "pap", "onset", "started", "restarted", "stopped", "out", "ordered", "received", "given", "changed", "extubated", "intubated", "delivered", "transferred", "arrived", "called", "moved", "lkw", "fu"];

    public static void Run(Note n)
    {
        Span<bool> days = stackalloc bool[13 * 32];
        Span<bool> months = stackalloc bool[13];
        days.Clear();
        months.Clear();
        var years = Seen(n, days, months);
        Whole(n, years);
        for (var i = 0; i + 1 < n.T.Length; i++)
        {
            if (!n.IsNumber(i) || !n.IsNumber(i + 1) || n.T[i].Length > 2 || n.T[i + 1].Length > 2 || !(n.Joined(i, '/') || n.Joined(i, '-'))) continue;
            var (month, day) = (n.Number(i), n.Number(i + 1));
            if (month is < 1 or > 12 || day is < 1 or > 31 || !Apart(n, i) || !(n.Joined(i, '-') ? Hyphened(n, i, months) : Slashed(n, i, days, months))) continue;
            if (!n.Marks.Exists(m => m.Start <= n.T[i].Start && m.End >= n.T[i + 1].End)) n.Mark(Dates.WithWeekday(n, i), n.T[i + 1].End, PhiType.Date, "date-partial", 0.7);
        }
    }

    // The days and months that the text has as dates, and the years of two digits, as bits.
    private static UInt128 Seen(Note n, Span<bool> days, Span<bool> months)
    {
        UInt128 years = 0;
        foreach (var mark in n.Marks)
        {
            if (mark.Type != PhiType.Date) continue;
            var text = n.View.AsSpan(mark.Start, mark.End - mark.Start);
            if (text.Length > 5 && mark.Rule is "date-numeric" or "date-named" or "date-birth" && char.IsAsciiDigit(text[^1]) && char.IsAsciiDigit(text[^2])) years |= UInt128.One << ((text[^2] - '0') * 10 + text[^1] - '0');
            // Month nought stands for any.
            months[0] = true;
            if (!Read(text, out var month, out var day)) continue;
            (days[month * 32 + day], months[month]) = (true, true);
        }

        return years;
    }

    // 9-13-24, 8.21.24: not padded, without slashes, but of a year that the text has in a date.
    private static void Whole(Note n, UInt128 years)
    {
        for (var i = 0; i + 2 < n.T.Length; i++)
        {
            if (!n.IsNumber(i) || n.T[i].Length > 2 || !n.IsNumber(i + 1) || n.T[i + 1].Length > 2 || !n.IsNumber(i + 2, 2)) continue;
            var separator = n.After(i);
            if (separator is not ('-' or '.') || !n.Joined(i, separator) || !n.Joined(i + 1, separator) || n.CharAt(n.T[i + 2].End) == separator && char.IsAsciiDigit(n.CharAt(n.T[i + 2].End + 1))) continue;
            if (n.Before(i) is not (' ' or '\n' or '\t' or '(' or ',') || n.Number(i) is < 1 or > 12 || n.Number(i + 1) is < 1 or > 31 || (years >> n.Number(i + 2) & 1) == 0 && !Column(n, i) || separator == '.' && n.WordAt(i + 3).HasFlag(Word.Unit)) continue;
            n.Mark(n.T[i].Start, n.T[i + 2].End, PhiType.Date, "date-numeric", 0.8);
        }
    }

    // A day past the twelfth that stands in a column of its own at a line's end: "Chart D18   8.21.24".
    private static bool Column(Note n, int i) =>
        n.Number(i + 1) > 12 && (n.T[i].Line || n.View.AsSpan(0, n.T[i].Start).EndsWith("  ")) && (i + 3 >= n.T.Length || n.CharAt(n.T[i + 2].End) is '\n' or '\r');

    // Whether nothing that joins numbers stands before or behind the pair.
    private static bool Apart(Note n, int i)
    {
        var after = n.CharAt(n.T[i + 1].End);
        return !(n.Before(i) is '/' or '.' or '$' || n.Before(i) == '-' && !(i > 1 && n.Joined(i - 1, '-') && n.Joined(i - 2, '/')) || after is '/' or '%' || after is '.' or '-' && char.IsAsciiDigit(n.CharAt(n.T[i + 1].End + 1)) && !(after == '-' && i + 2 < n.T.Length && n.Joined(i + 2, '/')));
    }

    private static bool Slashed(Note n, int i, Span<bool> days, Span<bool> months)
    {
        var (month, day) = (n.Number(i), n.Number(i + 1));
        if (Measured(n, i, month, day)) return false;
        // 06/13 is written like no fraction.
        if (n.T[i].Length == 2 && month < 10 && day > 12) return true;
        if (n.IsAny(i - 1, Events) && n.Gap(i - 1).Trim(" (:").Length == 0 && !(month <= day && day <= 4)) return true;
        if (Ranged(n, i)) return true;
        // A count of a scale does not exceed it, and scales are of these.
        if (month <= day && day is 2 or 3 or 4 or 5 or 6 or 8 or 10 || month == day) return false;
        if (days[month * 32 + day] || months[month] && month > day) return true;
        // A day past the twelfth in a text that has dates: no scale goes so far but those that are named before it.
        if (day > 12 && months[0] && Closed(n, i + 1) && !n.WordAt(i - 1).HasFlag(Word.Brand) && !Instrument(n, i, day)) return true;
        // The same month, or the next, and a day that no scale has: "no bed til 10/14" with 9/30 elsewhere.
        if (day > 10 && (months[month] || months[month % 12 + 1] || months[(month + 10) % 12 + 1]) && Closed(n, i + 1) && !n.WordAt(i - 1).HasFlag(Word.Brand)) return true;
        return Timed(n, i + 1) || i > 0 && n.IsAny(i - 1, Studies) && n.Gap(i - 1).Trim(" (").Length == 0 || Heads(n, i);
    }

    // "SLUMS 12/30", "PHQ-9 11/27", "a score of 9/24": the highest counts of tests of memory and mood, after what is written like one's name.
    private static bool Instrument(Note n, int i, int day) =>
        day is 15 or 16 or 18 or 20 or 21 or 23 or 24 or 27 or 28 or 30 && i > 0 && n.SameLine(i - 1, i) && (n.T[i - 1].Form is Form.Upper or Form.Camel or Form.Number or Form.Mixed || n.T[i - 1].Form == Form.Capital && n.T[i - 1].Weights.Ordinary < 5
            || n.Equals(i - 1, "of") || n.Equals(i - 1, "is") || n.Equals(i - 1, "was") || n.Equals(i - 1, "score") || n.Equals(i - 1, "total"));

    // Whether the clause ends behind the pair, so that it counts nothing: "10/12 trocar" goes on.
    private static bool Closed(Note n, int last) =>
        last + 1 >= n.T.Length || n.CharAt(n.T[last].End) is '.' or ',' or ';' or ')' or '-' or '\n' or '\r' || n.Spaced(last, 1) && (n.T[last + 1].Is(Word.Stop) || n.Equals(last + 1, "w") || n.Equals(last + 1, "thru") || n.T[last + 1].Big);

    // "session 7/7-7/20", "off 6/10 - 6/12": two pairs of which one at least is of no scale; 6/9 and 6/12 are of sight.
    private static bool Ranged(Note n, int i)
    {
        var to = n.Joined(i + 1, '-') || n.Gap(i + 1).SequenceEqual(" - ") || n.Gap(i + 1).SequenceEqual(" – ") ? i + 2 : n.Spaced(i + 1, 1) && (n.Equals(i + 2, "to") || n.Equals(i + 2, "thru") || n.Equals(i + 2, "through")) && n.Spaced(i + 2, 1) ? i + 3 : -1;
        if (to < 0 && n.Gap(i + 1) is " -> " or "->") to = i + 2;
        // "between 3/4 and 3/9"
        var between = to < 0 && n.Equals(i - 1, "between") && n.Spaced(i + 1, 1) && n.Equals(i + 2, "and") && n.Spaced(i + 2, 1);
        if (between) to = i + 3;
        if (to >= 0 && n.IsNumber(to) && n.Joined(to, '/') && n.IsNumber(to + 1) && n.T[to + 1].Length <= 2)
        {
            var (day, until) = (n.Number(i + 1), n.Number(to + 1));
            return until is >= 1 and <= 31 && n.Number(to) is >= 1 and <= 12 && (until > 10 || day > 10 || (between || n.Gap(i + 1).Contains('>')) && day != until) && (n.Number(i) != 6 || n.T[i].Length == 2);
        }

        return i >= 2 && n.Marks.Count > 0 && n.Marks[^1] is { Type: PhiType.Date } before && before.End <= n.T[i].Start && n.T[i].Start - before.End <= 6 && n.View.AsSpan(before.End, n.T[i].Start - before.End).Trim() is "-" or "–" or "to" or "thru" or "through" or "->" || i >= 4 && n.Equals(i - 1, "and") && n.Equals(i - 4, "between") && n.Marks.Count > 0 && n.Marks[^1].Type == PhiType.Date && n.Marks[^1].End == n.T[i - 2].End;
    }

    // " 3-18 0905 no answer": the head of an entry, or before a time, in a text whose dates have hyphens and this month.
    private static bool Hyphened(Note n, int i, Span<bool> months) =>
        months[n.Number(i)] && n.Number(i + 1) > n.Number(i) && (n.T[i].Line && (Timed(n, i + 1) || !n.WordAt(i + 2).HasFlag(Word.Unit)) || Timed(n, i + 1));

    /// <summary>Whether a pair of numbers is of a scale by what stands around it: pain 4/10, MMSE 12/30, 3/15 nodes.</summary>
    internal static bool Measured(Note n, int i, int month, int day) => Scaled(n, i) && (month <= day || n.Equals(i - 1, "vision"));

    // Month and day of a date of figures: 11/3, 11-03-2021.
    private static bool Read(ReadOnlySpan<char> text, out int month, out int day)
    {
        (month, day) = (0, 0);
        while (text.Length > 0 && !char.IsAsciiDigit(text[0])) text = text[1..];
        var first = text.IndexOfAny('/', '-', '.');
        if (first is not (1 or 2)) return false;
        var rest = text[(first + 1)..];
        var second = rest.IndexOfAnyExceptInRange('0', '9');
        if (second < 0) second = rest.Length;
        return second is 1 or 2 && int.TryParse(text[..first], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out month)
            && int.TryParse(rest[..second], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out day) && month is >= 1 and <= 12 && day is >= 1 and <= 31;
    }

    private static bool Scaled(Note n, int i)
    {
        for (var k = i - 1; k >= 0 && k >= i - 3 && n.SameLine(k, i); k--)
        {
            if (n.IsAny(k, Scales)) return true;
        }

        return i + 2 < n.T.Length && ((n.IsAny(i + 2, Scales) || n.T[i + 2].Big && n.IsAny(i + 3, Scales)) || n.T[i + 2].Is(Word.Unit)) && n.Spaced(i + 1, 1);
    }

    // "11/3 at 0615", "4/12 9am", "11/3 @ 14:00".
    private static bool Timed(Note n, int last)
    {
        var k = last + 1;
        if (k >= n.T.Length || n.Gap(last).Contains('\n')) return false;
        if (n.Equals(k, "at") && n.Spaced(last, 1) && n.Spaced(k, 1)) k++;
        else if (n.Gap(last).Trim() is not ("" or "@")) return false;
        if (k >= n.T.Length || n.T[k].Start - n.T[k - 1].End > 3) return false;
        if (n.IsNumber(k, 4)) return n.Number(k) is < 2400 and >= 0 && n.Number(k) % 100 < 60 && (k != last + 1 || n.Joined(last - 1, '-') || n.Number(k) is < 1900 or > 2100 && !n.WordAt(k + 1).HasFlag(Word.Unit));
        if (n.IsNumber(k) && n.T[k].Length <= 2 && n.CharAt(n.T[k].End) == ':' && k + 1 < n.T.Length && n.IsNumber(k + 1) && n.T[k + 1].Length == 2) return n.Number(k) < 24;
        return n.T[k].Form == Form.Mixed && n.T[k].Length is 3 or 4 && n.View.AsSpan(n.T[k].Start, n.T[k].Length) is var text && char.IsAsciiDigit(text[0]) && (text.EndsWith("am", StringComparison.OrdinalIgnoreCase) || text.EndsWith("pm", StringComparison.OrdinalIgnoreCase));
    }

    // The head of an entry: a line's first word, and a colon or a dash after it.
    private static bool Heads(Note n, int i) => n.T[i].Line && (n.CharAt(n.T[i + 1].End) == ':' || n.Gap(i + 1).StartsWith(" - ", StringComparison.Ordinal) || n.Gap(i + 1).StartsWith(" – ", StringComparison.Ordinal));
}
