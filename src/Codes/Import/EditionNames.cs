using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Finds the edition in the names of a file, for layouts whose content does not state it: file, folders, zip, from the innermost outwards.
/// Where several names state a year they must agree; a release of the wrong year is refused.
/// </summary>
public static partial class EditionNames
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>
    /// The four-digit year in the file's names. Throws when no name has one, or the file and its zip name different years
    /// (folders may be named anything).
    /// </summary>
    public static int Year(this ReleaseFile file)
    {
        var stated = Stated(file).ToList();
        if (stated.Count == 0) throw file.Error(0, "no year in the file's names", "a name with the edition's year, as its publisher gives it");
        var (name, year) = stated[0];
        foreach (var (other, otherYear) in stated)
        {
            if (otherYear != year) throw file.Error(0, $"'{name}' is of {year} but lies in '{other}' of {otherYear}", "a file of the same year as its archive");
        }

        return year;
    }

    /// <summary>Checks a year that the content states against the years in the file's names.</summary>
    public static int CheckYear(this ReleaseFile file, int stated, int line = 0)
    {
        foreach (var (name, year) in Stated(file))
        {
            if (year != stated) throw file.Error(line, $"content of {stated} in '{name}'", $"a release of {year}, as its name says");
        }

        return stated;
    }

    /// <summary>The month (1–12) named in the file's names as a word or as <c>-MM-dd-yyyy</c> / <c>yyyy-MM</c>, or null.</summary>
    public static int? Month(this ReleaseFile file)
    {
        foreach (var name in FileAndArchive(file))
        {
            var lower = name.ToLowerInvariant();
            for (var m = 0; m < 12; m++)
            {
                if (lower.Contains(Months[m], StringComparison.Ordinal) || AbbreviatedMonth(Months[m][..3]).IsMatch(lower)) return m + 1;
            }

            var dated = Dated().Match(name);
            if (dated.Success) return int.Parse(dated.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            var numbered = YearMonth().Match(name);
            if (numbered.Success) return int.Parse(numbered.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        }

        return null;
    }

    /// <summary>The calendar quarter (1–4) named as <c>Q3</c>, or by its month, or null.</summary>
    public static int? Quarter(this ReleaseFile file)
    {
        foreach (var name in FileAndArchive(file))
        {
            var q = QuarterName().Match(name);
            if (q.Success) return q.Groups[1].ValueSpan[0] - '0';
        }

        return file.Month() is { } month ? (month + 2) / 3 : null;
    }

    /// <summary>First and last day of a calendar quarter.</summary>
    public static (DateOnly From, DateOnly To) QuarterDates(int year, int quarter)
    {
        var from = new DateOnly(year, quarter * 3 - 2, 1);
        return (from, from.AddMonths(3).AddDays(-1));
    }

    /// <summary>First and last day of a federal fiscal year: 1 October of the year before to 30 September.</summary>
    public static (DateOnly From, DateOnly To) FiscalYear(int year) => (new DateOnly(year - 1, 10, 1), new DateOnly(year, 9, 30));

    private static IEnumerable<(string Name, int Year)> Stated(ReleaseFile file)
    {
        foreach (var name in FileAndArchive(file))
        {
            var match = FourDigits().Match(name);
            if (match.Success) yield return (name, int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        }
    }

    // The file, the folders around it inside the zip, and the zip: names a publisher gave. Folders on disk are the user's.
    private static IEnumerable<string> FileAndArchive(ReleaseFile file)
    {
        var bang = file.Path.IndexOf('!', StringComparison.Ordinal);
        var archive = bang < 0 ? file.Name : file.Path[..bang];
        if (bang >= 0)
        {
            foreach (var part in file.Path[(bang + 1)..].Split('/', '!').Reverse()) yield return part;
        }

        yield return archive[(archive.LastIndexOf('/') + 1)..];
    }

    private static Regex AbbreviatedMonth(string month) => new($"(?<![a-z]){month}(?![a-z])", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"(?<![0-9])(20[0-9]{2}|19[89][0-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"(?<![0-9])(0[1-9]|1[0-2])-[0-3][0-9]-20[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(@"20[0-9]{2}[-_](0[1-9]|1[0-2])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"[qQ]([1-4])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex QuarterName();
}
