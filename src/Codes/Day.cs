using System.Globalization;

namespace CodingAhead.Codes;

/// <summary>
/// Days as the book stores them: a 16-bit count from 1900-01-01. Zero is "unknown" (the release leaves the date blank) and sorts
/// before every date; <see cref="Open"/> is "no end". Dates from 2079-06-06 on, such as the releases' 9999-12-31, are stored as open.
/// </summary>
public static class Day
{
    /// <summary>The release does not say.</summary>
    public const ushort Unknown = 0;

    /// <summary>No end.</summary>
    public const ushort Open = ushort.MaxValue;

    private static readonly int Origin = new DateOnly(1899, 12, 31).DayNumber;

    /// <summary>The stored form of a date.</summary>
    public static ushort Of(DateOnly date)
    {
        var days = date.DayNumber - Origin;
        return days <= 0 ? Unknown : days >= Open ? Open : (ushort)days;
    }

    /// <summary>The date, or null when unknown or open.</summary>
    public static DateOnly? Date(ushort day) => day is Unknown or Open ? null : DateOnly.FromDayNumber(Origin + day);

    /// <summary><c>yyyy-MM-dd</c>, or null when unknown or open.</summary>
    public static string? Text(ushort day) => Date(day)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads <c>yyyy-MM-dd</c> and nothing else: what a person or a program asks for. 01/02/2025 is a day in January to one and in February to another,
    /// so that it is refused and never guessed.
    /// </summary>
    public static bool TryParseAsked(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Reads a date as the releases write it: <c>yyyy-MM-dd</c>, <c>yyyyMMdd</c> or <c>MM/dd/yyyy</c>; nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        || DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        || DateOnly.TryParseExact(text, "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>The first day after <paramref name="to"/>; open stays open.</summary>
    public static ushort After(ushort to) => to >= Open - 1 ? Open : (ushort)(to + 1);
}
