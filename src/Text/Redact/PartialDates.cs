namespace CodingAhead.Text.Redact;

/// <summary>
/// Month and day without a year where nothing right before says that they are one: beside a time, after a study or at the head of an entry ("CT 11/3", "11/3: stable"), and wherever
/// the text has the same day, or another of the same month, as a date. Runs over what the other rules found; a fraction of a scale ("4/5", "7/10") is never one.
/// </summary>
internal static class PartialDates
{
    // What is done on a day and written before it; what counts parts (biopsy cores, nodes, views) is not here.
    private static readonly string[] Studies = ["lab", "labs", "ct", "cta", "mri", "mra", "cxr", "xr", "xray", "kub", "echo", "tte", "tee", "ekg", "ecg", "eeg", "emg", "pet", "dexa", "mammogram", "colonoscopy", "egd", "culture", "cultures", "dose", "cath", "angio", "admit", "dc", "hd", "pod"];

    private static readonly string[] Scales = ["strength", "motor", "power", "grade", "murmur", "pulses", "pulse", "reflexes", "reflex", "dtr", "dtrs", "pain", "score", "apgar", "apgars", "ratio", "vision", "acuity", "views", "view", "tab", "tabs", "tablet", "step", "steps", "positive", "nodes", "cores"];

    public static void Run(Note n)
    {
        Span<bool> days = stackalloc bool[13 * 32];
        Span<bool> months = stackalloc bool[13];
        days.Clear();
        months.Clear();
        var any = false;
        foreach (var mark in n.Marks)
        {
            if (mark.Type != PhiType.Date || !Read(n.View.AsSpan(mark.Start, mark.End - mark.Start), out var month, out var day)) continue;
            (days[month * 32 + day], months[month], any) = (true, true, true);
        }

        for (var i = 0; i + 1 < n.T.Length; i++)
        {
            if (!n.IsNumber(i) || !n.Joined(i, '/') || !n.IsNumber(i + 1) || n.T[i].Length > 2 || n.T[i + 1].Length > 2) continue;
            var (month, day) = (n.Number(i), n.Number(i + 1));
            if (month is < 1 or > 12 || day is < 1 or > 31) continue;
            if (n.Before(i) is '/' or '.' or '$' or '-' || n.CharAt(n.T[i + 1].End) is '/' or '%' || n.CharAt(n.T[i + 1].End) == '.' && char.IsAsciiDigit(n.CharAt(n.T[i + 1].End + 1))) continue;
            if (n.Marks.Exists(m => m.Start <= n.T[i].Start && m.End >= n.T[i + 1].End)) continue;
            // A count of a scale does not exceed it, and scales are of these.
            var scale = month <= day && day is 2 or 3 or 4 or 5 or 6 or 8 or 10 || month == day || Scaled(n, i);
            if (scale) continue;
            if (any && (days[month * 32 + day] || months[month] && month > day) || Timed(n, i + 1) || i > 0 && Array.Exists(Studies, s => n.Equals(i - 1, s)) && n.Gap(i - 1).Trim(" (").Length == 0 || Heads(n, i))
                n.Mark(n.T[i].Start, n.T[i + 1].End, PhiType.Date, "date-partial", 0.7);
        }
    }

    // Month and day of a date of figures: 11/3, 11-03-2021.
    private static bool Read(ReadOnlySpan<char> text, out int month, out int day)
    {
        (month, day) = (0, 0);
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
        for (var k = i - 1; k >= 0 && k >= i - 3; k--)
        {
            if (Array.Exists(Scales, s => n.Equals(k, s))) return true;
        }

        return i + 2 < n.T.Length && (Array.Exists(Scales, s => n.Equals(i + 2, s)) || n.T[i + 2].Is(Word.Unit)) && n.Spaced(i + 1, 1);
    }

    // "11/3 at 0615", "4/12 9am", "11/3 @ 14:00".
    private static bool Timed(Note n, int last)
    {
        var k = last + 1;
        if (k >= n.T.Length || n.Gap(last).Contains('\n')) return false;
        if (n.Equals(k, "at") && n.Spaced(last, 1) && n.Spaced(k, 1)) k++;
        else if (n.Gap(last).Trim() is not ("" or "@")) return false;
        if (k >= n.T.Length || n.T[k].Start - n.T[k - 1].End > 3) return false;
        if (n.IsNumber(k, 4)) return n.Number(k) is < 2400 and >= 0 && n.Number(k) % 100 < 60 && k != last + 1;
        if (n.IsNumber(k) && n.T[k].Length <= 2 && n.CharAt(n.T[k].End) == ':' && k + 1 < n.T.Length && n.IsNumber(k + 1) && n.T[k + 1].Length == 2) return n.Number(k) < 24;
        return n.T[k].Form == Form.Mixed && n.T[k].Length is 3 or 4 && n.View.AsSpan(n.T[k].Start, n.T[k].Length) is var text && char.IsAsciiDigit(text[0]) && (text.EndsWith("am", StringComparison.OrdinalIgnoreCase) || text.EndsWith("pm", StringComparison.OrdinalIgnoreCase));
    }

    // The head of an entry: a line's first word, and a colon or a dash after it.
    private static bool Heads(Note n, int i) => n.T[i].Line && (n.CharAt(n.T[i + 1].End) == ':' || n.Gap(i + 1).StartsWith(" - ", StringComparison.Ordinal) || n.Gap(i + 1).StartsWith(" – ", StringComparison.Ordinal));
}
