using System.Globalization;

namespace CodingAhead.Cli.Pull;

/// <summary>The words in which publishers write a date into an address.</summary>
internal static class ReleaseDate
{
    /// <summary>
    /// Fills the placeholders of a pattern: <c>{yyyy} {yy}</c> calendar year; <c>{fy} {fy2}</c> US fiscal year, which starts on 1 October of the
    /// year before; <c>{quarter}</c> 1 to 4; <c>{letter}</c> the same as a to d (rvu26<b>c</b>); <c>{month}</c> the first month of the quarter,
    /// in full and lower case; <c>{last-yyyy}</c> the calendar year before.
    /// </summary>
    public static string Fill(string pattern, DateOnly on)
    {
        if (!pattern.Contains('{', StringComparison.Ordinal))
        {
            return pattern;
        }

        var fiscal = on.Month >= 10 ? on.Year + 1 : on.Year;
        var quarter = ((on.Month - 1) / 3) + 1;
        return pattern
            .Replace("{yyyy}", Digits(on.Year, 4), StringComparison.Ordinal)
            .Replace("{last-yyyy}", Digits(on.Year - 1, 4), StringComparison.Ordinal)
            .Replace("{yy}", Digits(on.Year % 100, 2), StringComparison.Ordinal)
            .Replace("{fy}", Digits(fiscal, 4), StringComparison.Ordinal)
            .Replace("{fy2}", Digits(fiscal % 100, 2), StringComparison.Ordinal)
            .Replace("{quarter}", Digits(quarter, 1), StringComparison.Ordinal)
            .Replace("{letter}", ((char)('a' + quarter - 1)).ToString(), StringComparison.Ordinal)
            .Replace("{month}", quarter switch { 1 => "january", 2 => "april", 3 => "july", _ => "october" }, StringComparison.Ordinal);
    }

    private static string Digits(int number, int width) => number.ToString("D" + width, CultureInfo.InvariantCulture);
}
