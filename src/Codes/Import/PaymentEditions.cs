using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>Editions of the Medicare payment files: calendar years and quarters.</summary>
internal static partial class PaymentEditions
{
    private static readonly string[] Releases = ["January", "April", "July", "October"];

    /// <summary>A whole calendar year.</summary>
    public static EditionDates CalendarYear(string dataset, int year, string? label = null) =>
        new(dataset, label ?? string.Create(CultureInfo.InvariantCulture, $"CY {year}"), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>A calendar quarter, labelled <c>2026 Q2</c>.</summary>
    public static EditionDates Quarter(string dataset, int year, int quarter, string? label = null, int revision = 0)
    {
        var (from, to) = EditionNames.QuarterDates(year, quarter);
        return new(dataset, label ?? string.Create(CultureInfo.InvariantCulture, $"{year} Q{quarter}"), from, to, revision);
    }

    /// <summary>The quarter that the file's names state; the month and the <c>Q3</c> in them must agree.</summary>
    public static EditionDates NamedQuarter(this ReleaseFile file, string dataset, int? year = null, int revision = 0)
    {
        var named = year is { } stated ? file.CheckYear(stated) : file.Year();
        return Quarter(dataset, named, file.RequireQuarter(), revision: revision);
    }

    /// <summary>
    /// The calendar year in the file's names; where they state none, an edition "undated" whose rows should say that their beginning is unknown:
    /// for lists that are republished without a date.
    /// </summary>
    public static EditionDates NamedYearOrUndated(this ReleaseFile file, string dataset, out bool undated)
    {
        undated = !(file.Path.Contains('!', StringComparison.Ordinal) ? file.Names : [file.Name]).Any(n => AnyYear().IsMatch(n));
        return undated
            ? new EditionDates(dataset, "undated", new DateOnly(1900, 1, 1), DateOnly.MaxValue)
            : CalendarYear(dataset, file.Year());
    }

    /// <summary>The quarter in the file's names.</summary>
    public static int RequireQuarter(this ReleaseFile file)
    {
        var quarter = file.Quarter() ?? throw file.Error(0, "no quarter in the file's names", "a name with Q1 to Q4, or with the month or date the edition begins");
        if (file.Month() is { } month && (month + 2) / 3 != quarter) throw file.Error(0, $"names of month {month} and of quarter {quarter}", "names of one quarter");
        return quarter;
    }

    /// <summary>The quarter that a month's name stands for.</summary>
    public static int QuarterOf(this ReleaseFile file, string month, int line)
    {
        for (var i = 0; i < Releases.Length; i++)
        {
            if (Releases[i].Equals(month, StringComparison.OrdinalIgnoreCase)) return i + 1;
        }

        throw file.Error(line, $"a release of {month}", "January, April, July or October");
    }

    /// <summary>
    /// The release of the physician fee schedule's relative value files (RVU25A to D, a correction RVU25AR) that a file belongs to.
    /// A name of the archive states it; else the year and quarter given (from content or name); else, as <c>OPPSCAP_Oct.csv</c> states no year
    /// anywhere, a folder named exactly after the release (<c>RVU25D</c> or <c>2025D</c>). Null when nothing states a quarter.
    /// </summary>
    public static EditionDates? RvuRelease(this ReleaseFile file, string dataset, int? year, int? quarter)
    {
        foreach (var name in file.Names)
        {
            var match = ReleaseName().Match(name);
            if (!match.Success) match = ReleaseFolder().Match(name);
            if (!match.Success) continue;
            var namedYear = 2000 + int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            var namedQuarter = char.ToUpperInvariant(match.Groups["letter"].ValueSpan[0]) - 'A' + 1;
            if (year is { } y && y != namedYear) throw file.Error(0, $"a file of {y} in '{name}'", $"a file of {namedYear}");
            if (quarter is { } q && q != namedQuarter) throw file.Error(0, $"a file of the {Releases[q - 1]} release in '{name}'", $"the {Releases[namedQuarter - 1]} release");
            return Rvu(dataset, namedYear, namedQuarter, match.Groups["correction"].Length);
        }

        return year is { } stated && quarter is { } known ? Rvu(dataset, stated, known) : null;
    }

    private static EditionDates Rvu(string dataset, int year, int quarter, int revision = 0) =>
        Quarter(dataset, year, quarter, string.Create(CultureInfo.InvariantCulture, $"RVU{year % 100:00}{(char)('A' + quarter - 1)}{(revision > 0 ? "R" : "")}"), revision);

    [GeneratedRegex(@"(?<![A-Z])RVU(?<year>[0-9]{2})(?<letter>[A-D])(?<correction>R?)(?![A-Z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReleaseName();

    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"^20(?<year>[0-9]{2})(?<letter>[A-D])(?<correction>R?)$", RegexOptions.CultureInvariant)]
    private static partial Regex ReleaseFolder();
}
