using System.Globalization;

namespace CodingAhead.Text.Redact;

/// <summary>Moves a date and writes it the way it was written: its order, separators, zeros, and the case of its month.</summary>
internal static class Shifted
{
    private static readonly string[] Named =
    [
        "MMMM d, yyyy", "MMM d, yyyy", "MMM. d, yyyy", "MMMM d yyyy", "MMM d yyyy", "dd MMMM yyyy", "d MMMM yyyy", "dd MMM yyyy", "d MMM yyyy", "dd-MMM-yyyy", "d-MMM-yyyy", "dd-MMM-yy", "d-MMM-yy", "ddMMMyyyy", "MMMM d", "MMM d", "d MMMM", "d MMM", "yyyyMMdd",
    ];

    /// <summary>The date so many days later, or null when the form names no whole day. A day without a year is one of <paramref name="year"/>.</summary>
    public static string? Move(string value, int days, int year)
    {
        // The weekday of the old day is not the new one's.
        var named = value.AsSpan().IndexOfAny(' ', ',', '.');
        if (named > 0 && Lexicon.Of(Words.Hash(value[..named].ToLowerInvariant())).HasFlag(Word.Weekday)) value = value[named..].TrimStart(' ', ',', '.');
        if (Numeric(value, days, year) is { } numeric) return numeric;
        // An ordinal's ending follows the new day: March 3rd, April 12th.
        var ordinal = Array.FindIndex(value.ToCharArray(), char.IsAsciiDigit) is var at and >= 0 ? at + (at + 1 < value.Length && char.IsAsciiDigit(value[at + 1]) ? 2 : 1) : -1;
        var ending = ordinal >= 0 && ordinal + 2 <= value.Length && value.AsSpan(ordinal, 2).ToString().ToUpperInvariant() is "ST" or "ND" or "RD" or "TH";
        var plain = ending ? value.Remove(ordinal, 2) : value;
        foreach (var form in Named)
        {
            var whole = form.Contains('y', StringComparison.Ordinal);
            if (!DateOnly.TryParseExact(whole ? plain : string.Create(CultureInfo.InvariantCulture, $"{plain} {year:D4}"), whole ? form : form + " yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) continue;
            if (date.DayNumber + days < 0) return null;
            var moved = date.AddDays(days);
            var text = moved.ToString(form, CultureInfo.InvariantCulture);
            if (ending) text = text.Replace(moved.Day.ToString(CultureInfo.InvariantCulture) + (form.Contains(',', StringComparison.Ordinal) ? "," : ""), Ordinal(moved.Day) + (form.Contains(',', StringComparison.Ordinal) ? "," : ""), StringComparison.Ordinal);
            return value.Any(char.IsAsciiLetterLower) || !value.Any(char.IsAsciiLetter) ? text : text.ToUpperInvariant();
        }

        return null;
    }

    // 3/9/2021, 03-09-21, 2021.03.09, 03/09: the first separator parts all of it.
    private static string? Numeric(string value, int days, int year)
    {
        var separator = value.AsSpan().IndexOfAny('/', '-', '.');
        if (separator < 0) return null;
        var parts = value.Split(value[separator]);
        if (parts.Length is not (2 or 3) || !Array.TrueForAll(parts, static p => p.Length is 1 or 2 or 4 && p.All(char.IsAsciiDigit))) return null;
        var yearFirst = parts[0].Length == 4;
        if (yearFirst && parts.Length == 2 || parts[1].Length == 4) return null;
        var (y, a, b) = yearFirst ? (0, 1, 2) : (2, 0, 1);
        if (parts.Length == 3 && parts[y].Length == 1 || parts[a].Length > 2 || parts[b].Length > 2) return null;
        var (first, second) = (Int(parts[a]), Int(parts[b]));
        var dayFirst = first > 12;
        var (month, day) = dayFirst ? (second, first) : (first, second);
        var named = parts.Length == 2 ? year : Int(parts[y]) is var n && parts[y].Length == 4 ? n : CultureInfo.InvariantCulture.Calendar.ToFourDigitYear(n);
        if (month is < 1 or > 12 || named is < 1 or > 9999 || day < 1 || day > DateTime.DaysInMonth(named, month)) return null;
        var from = new DateOnly(named, month, day);
        if (from.DayNumber + days < 0) return null;
        var moved = from.AddDays(days);
        // Two digits each is a padded style: 12/25 becomes 04/01.
        var padded = parts[a].Length == 2 && parts[b].Length == 2;
        parts[a] = Written(dayFirst ? moved.Day : moved.Month, padded || parts[a][0] == '0');
        parts[b] = Written(dayFirst ? moved.Month : moved.Day, padded || parts[b][0] == '0');
        if (parts.Length == 3) parts[y] = moved.Year.ToString(CultureInfo.InvariantCulture).PadLeft(4, '0')[^parts[y].Length..];
        return string.Join(value[separator], parts);
    }

    private static int Int(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Written(int number, bool padded) => number.ToString(padded ? "00" : "0", CultureInfo.InvariantCulture);

    private static string Ordinal(int day) => day.ToString(CultureInfo.InvariantCulture) + (day switch { 1 or 21 or 31 => "st", 2 or 22 => "nd", 3 or 23 => "rd", _ => "th" });
}
