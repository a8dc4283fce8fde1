using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Cli.Pull;

/// <summary>
/// The edition that a release's file name tells, so that of several links the newest can be chosen. CMS writes the same thing in many ways:
/// <c>october-2025-…</c>, <c>…-2026q4-…</c>, <c>26clabq3</c>, <c>rvu26c</c>, <c>dme26-a</c>, each with <c>-updated-06-30-2026</c> at times.
/// </summary>
/// <param name="Starts">The first day it is in force; <see cref="DateOnly.MinValue"/> when the name does not tell.</param>
/// <param name="Updated">The date of a correction; <see cref="DateOnly.MinValue"/> when there is none.</param>
/// <param name="Name">The file name without its extension, lower case: the last resort, compared with numbers as numbers.</param>
internal readonly partial record struct ReleaseName(DateOnly Starts, DateOnly Updated, string Name) : IComparable<ReleaseName>
{
    private const string Months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    /// <summary>Reads a file name.</summary>
    public static ReleaseName Read(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName).ToLowerInvariant();
        var updated = DateOnly.MinValue;
        var rest = FullDate().Replace(name, match =>
        {
            if (Day(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) is { } day && day > updated)
            {
                updated = day;
            }

            return " ";
        });
        return new ReleaseName(Start(rest) ?? DateOnly.MinValue, updated, name);
    }

    /// <inheritdoc/>
    public int CompareTo(ReleaseName other)
    {
        var order = Starts.CompareTo(other.Starts);
        order = order != 0 ? order : Updated.CompareTo(other.Updated);
        return order != 0 ? order : CompareNumerically(Name, other.Name);
    }

    private static DateOnly? Start(string name)
    {
        if (YearQuarter().Match(name) is { Success: true } q)
        {
            return First(q.Groups["y"].Value, (3 * (q.Groups["q"].Value[0] - '1')) + 1);
        }

        if (MonthYear().Match(name) is { Success: true } m)
        {
            return First(m.Groups["y"].Value, Month(m.Groups["m"].Value));
        }

        if (YearLetter().Match(name) is { Success: true } l)
        {
            return First(l.Groups["y"].Value, (3 * (l.Groups["l"].Value[0] - 'a')) + 1);
        }

        // A bare year may be fiscal or calendar: the earliest day it can mean.
        return Year().Match(name) is { Success: true } y && First(y.Groups["y"].Value, 10) is { } october ? october.AddYears(-1) : null;
    }

    private static DateOnly? First(string year, int month) => new DateOnly(FullYear(year), month, 1);

    private static int FullYear(string year)
    {
        var number = int.Parse(year, NumberStyles.None, CultureInfo.InvariantCulture);
        return number < 100 ? 2000 + number : number;
    }

    private static int Month(string name) => ("janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(name[..3], StringComparison.Ordinal) / 3) + 1;

    private static DateOnly? Day(string year, string month, string day) =>
        DateOnly.TryParseExact($"{FullYear(year):D4}-{month}-{day}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static int CompareNumerically(string a, string b)
    {
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (!char.IsAsciiDigit(a[i]) || !char.IsAsciiDigit(b[j]))
            {
                if (a[i] != b[j])
                {
                    return a[i] - b[j];
                }

                i++;
                j++;
                continue;
            }

            var x = Number(a, ref i);
            var y = Number(b, ref j);
            var order = x.Length != y.Length ? x.Length - y.Length : x.CompareTo(y, StringComparison.Ordinal);
            if (order != 0)
            {
                return order;
            }
        }

        return (a.Length - i) - (b.Length - j);
    }

    private static ReadOnlySpan<char> Number(string text, ref int at)
    {
        var from = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return text.AsSpan(from, at - from).TrimStart('0');
    }

    [GeneratedRegex(@"(?<!\d)(?<m>\d{1,2})[-_.](?<d>\d{1,2})[-_.](?<y>20\d\d|\d\d)(?!\d)")]
    private static partial Regex FullDate();

    [GeneratedRegex(@"(?<!\d)(?<y>20\d\d|\d\d)[-_ ]?[a-z]*[-_ ]?q(?:tr)?(?<q>[1-4])(?![0-9])")]
    private static partial Regex YearQuarter();

    [GeneratedRegex(@"(?<![a-z])(?<m>" + Months + @")[-_ ]*(?<y>20\d\d)(?!\d)|(?<!\d)(?<y>20\d\d|\d\d)[-_ ]*(?<m>" + Months + @")(?![a-z])")]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"(?<=[a-z])(?<y>\d\d)-?(?<l>[a-d])(?![a-z0-9])")]
    private static partial Regex YearLetter();

    [GeneratedRegex(@"(?<!\d)(?<y>20\d\d)(?!\d)|(?<=fy)(?<y>\d\d)(?!\d)")]
    private static partial Regex Year();
}
