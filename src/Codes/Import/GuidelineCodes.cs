using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>A code, category or range that a text names, without dots; <see cref="To"/> is null for a single one.</summary>
internal readonly record struct NamedCodes(string From, string? To)
{
    /// <summary>As a person writes it: <c>E66.81</c>, <c>E08-E13</c>.</summary>
    public string Display => To is null ? CodeKey.Written(CodeSet.Icd10Cm, From) : $"{CodeKey.Written(CodeSet.Icd10Cm, From)}-{CodeKey.Written(CodeSet.Icd10Cm, To)}";
}

/// <summary>
/// Finds the ICD-10-CM codes that a text of the guidelines names. A dash for missing characters (<c>T86.-</c>) is not part of the name.
/// A range over more than four letters (<c>A00.0 through T88.9</c>) means every code, and so names none.
/// </summary>
internal static partial class GuidelineCodes
{
    private const int WidestRange = 3;

    public static List<NamedCodes> In(string text)
    {
        var found = new List<NamedCodes>();
        foreach (Match m in Written().Matches(text))
        {
            var (from, to) = (Bare(m.Groups[1].ValueSpan), m.Groups[2].Success ? Bare(m.Groups[2].ValueSpan) : null);
            var named = new NamedCodes(from, to);
            if (to is not null && (string.CompareOrdinal(from, to) >= 0 || to[0] - from[0] > WidestRange))
            {
                // "A00.0 through T88.9" names nothing; "Z79 to Z16" is two codes.
                if (string.CompareOrdinal(from, to) < 0) continue;
                Add(new NamedCodes(from, null));
                named = new NamedCodes(to, null);
            }

            Add(named);
        }

        return found;

        void Add(NamedCodes named)
        {
            if (!found.Contains(named)) found.Add(named);
        }
    }

    private static string Bare(ReadOnlySpan<char> text) => text.TrimEnd("-.").ToString().Replace(".", "", StringComparison.Ordinal);

    // Category: a letter, a digit, and a digit or A or B (M1A, C7B); since FY2026 also QA0.
    [GeneratedRegex(
        @"(?<![0-9A-Za-z.\-])((?:[A-Z][0-9][0-9AB]|[A-Z]A[0-9])(?:\.[0-9A-Z]{1,4})?)(?:(?:\.?-)?(?:\s?[-–]\s?|\s(?:through|to)\s)((?:[A-Z][0-9][0-9AB]|[A-Z]A[0-9])(?:\.[0-9A-Z]{1,4})?))?(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
