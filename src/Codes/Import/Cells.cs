using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>Reading of tabular releases (csv, delimited text, worksheets) below their header row, and checks of single cells.</summary>
internal static class Cells
{
    private const int HeaderWithin = 60;

    /// <summary>
    /// The rows below the header row, blank rows left out; every row must have as many cells as the header row. A header that does not come
    /// within the first rows, and a file without rows, are refused.
    /// </summary>
    /// <param name="rows">All rows of the file or sheet.</param>
    /// <param name="file">For messages.</param>
    /// <param name="header">The header's cells; blanks, line ends and case do not count; <c>*x</c> means "ends with x". Further header cells must be blank.</param>
    /// <param name="above">Takes the text of each row above the header.</param>
    public static IEnumerable<(int Line, string[] Cells)> Below(
        this IEnumerable<(int Line, string[] Cells)> rows, ReleaseFile file, string[] header, List<string>? above = null)
    {
        var width = -1;
        var any = false;
        var passed = 0;
        foreach (var (line, cells) in rows)
        {
            if (width < 0)
            {
                if (IsHeader(cells, header)) width = cells.Length;
                else if (++passed > HeaderWithin) break;
                else above?.Add(string.Join(' ', cells.Where(c => !string.IsNullOrWhiteSpace(c)).Select(Squeeze)));
                continue;
            }

            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            if (cells.Length != width) throw file.Error(line, $"{cells.Length} columns", $"{width}, as in the header row");
            any = true;
            yield return (line, cells);
        }

        if (width < 0) throw file.Error(0, "no header row", $"'{string.Join(", ", header)}'");
        if (!any) throw file.Error(0, "no rows below the header", "at least one");
    }

    /// <summary>The rows of the workbook's first sheet.</summary>
    public static IEnumerable<(int Line, string[] Cells)> FirstSheet(this ReleaseFile file)
    {
        foreach (var (_, rows) in file.Sheets())
        {
            foreach (var row in rows) yield return row;
            yield break;
        }
    }

    /// <summary>Rows of a csv file or of a workbook's first sheet, by what the file is.</summary>
    public static IEnumerable<(int Line, string[] Cells)> Grid(this ReleaseFile file) => file.IsZip() ? file.FirstSheet() : file.Csv();

    /// <summary>Whether the content begins as a zip, and so is a workbook.</summary>
    public static bool IsZip(this ReleaseFile file)
    {
        using var stream = file.Open();
        Span<byte> magic = stackalloc byte[4];
        try { return stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false) == 4 && magic.SequenceEqual("PK\u0003\u0004"u8); }
        catch (InvalidDataException e) { throw file.Error(0, $"damaged compressed data ({e.Message})", "an intact zip entry"); }
    }

    /// <summary>Whether a row near the top of the csv file or of a sheet is this header.</summary>
    public static bool HasHeader(this FileProbe probe, params string[] header) => probe.IsZip
        ? probe.Sheets.Any(s => s.Rows.Any(r => IsHeader(r, header)))
        : probe.FirstLines.Any(l => IsHeader(l.Replace("\"", "", StringComparison.Ordinal).Split(','), header));

    public static bool IsHeader(string[] cells, string[] header)
    {
        if (cells.Length < header.Length) return false;
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = Squeeze(cells[i]);
            var expected = i < header.Length ? header[i] : "";
            var same = expected.StartsWith('*')
                ? cell.EndsWith(expected[1..], StringComparison.OrdinalIgnoreCase)
                : cell.Equals(expected, StringComparison.OrdinalIgnoreCase);
            if (!same) return false;
        }

        return true;
    }

    /// <summary>Text with runs of blanks, line ends and no-break spaces made one blank.</summary>
    public static string Squeeze(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>The trimmed value, which must be one of those the layout names.</summary>
    public static string OneOf(this ReleaseFile file, string value, int line, string what, params ReadOnlySpan<string> allowed)
    {
        value = value.Trim();
        foreach (var a in allowed)
        {
            if (a == value) return value;
        }

        throw file.Error(line, $"{what} '{Short(value)}'", $"one of {string.Join(", ", allowed.ToArray().Select(a => a.Length == 0 ? "blank" : a))}");
    }

    /// <summary>One character of those the layout names.</summary>
    public static string Flag(this ReleaseFile file, string value, int line, string what, string allowed)
    {
        value = value.Trim();
        return value.Length == 1 && allowed.Contains(value[0], StringComparison.Ordinal) ? value : throw file.Error(line, $"{what} '{Short(value)}'", $"one of {string.Join(", ", allowed.ToCharArray())}");
    }

    /// <summary>A CPT or HCPCS Level II code.</summary>
    public static CodeKey Procedure(this ReleaseFile file, string value, int line) =>
        ProcedureCodes.TryParse(value, out var key) ? key : throw file.Error(line, $"code '{Short(value)}'", "a CPT or HCPCS code of five characters");

    /// <summary>A modifier, or blank.</summary>
    public static string Modifier(this ReleaseFile file, string value, int line)
    {
        value = value.Trim();
        return value.Length == 0 || (value.Length == 2 && value.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))
            ? value
            : throw file.Error(line, $"modifier '{Short(value)}'", "two characters, or blank");
    }

    /// <summary>Digits only, made this long by the leading zeros that spreadsheets drop.</summary>
    public static string Digits(this ReleaseFile file, string value, int length, int line, string what)
    {
        value = value.Trim();
        return value.Length > 0 && value.Length <= length && value.All(char.IsAsciiDigit)
            ? value.PadLeft(length, '0')
            : throw file.Error(line, $"{what} '{Short(value)}'", $"{length} digits");
    }

    /// <summary>A Medicare contractor (five digits) and its locality (two digits).</summary>
    public static CodeKey Locality(this ReleaseFile file, string contractor, string locality, int line) =>
        CodeKey.Of(CodeSet.Locality, file.Digits(contractor, 5, line, "contractor") + file.Digits(locality, 2, line, "locality"));

    /// <summary>A date in one of the forms of <see cref="Codes.Day"/>; blank is <paramref name="blank"/>.</summary>
    public static ushort Day(this ReleaseFile file, string value, int line, string what, ushort blank)
    {
        value = value.Trim();
        if (value.Length == 0) return blank;
        return Codes.Day.TryParse(value, out var date) ? Codes.Day.Of(date) : throw file.Error(line, $"{what} '{Short(value)}'", "a date such as 20250131");
    }

    /// <summary>The date as the book writes it, blank staying blank.</summary>
    public static string DateText(this ReleaseFile file, string value, int line, string what)
    {
        value = value.Trim();
        if (value.Length == 0) return "";
        return Codes.Day.TryParse(value, out var date) ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : throw file.Error(line, $"{what} '{Short(value)}'", "a date such as 20250131");
    }

    /// <summary>Dates of a row's own, which must not end before they begin.</summary>
    public static (ushort From, ushort To) Dates(this ReleaseFile file, ushort from, ushort to, int line) =>
        to >= from || from == Codes.Day.Open ? (from, to) : throw file.Error(line, $"an end on {Codes.Day.Text(to) ?? "an unknown day"} before its beginning on {Codes.Day.Text(from)}", "an end after the beginning");

    /// <summary>A slice of a fixed-width line; positions are one-based and inclusive, as layouts print them. Beyond the end of the line it is blank.</summary>
    public static string At(this string line, int first, int last) =>
        first > line.Length ? "" : line[(first - 1)..Math.Min(last, line.Length)].Trim();

    /// <summary>The year, month and so on that a heading states.</summary>
    public static Match Heading(this ReleaseFile file, IEnumerable<string> above, Regex pattern, string expected)
    {
        foreach (var text in above)
        {
            var match = pattern.Match(text);
            if (match.Success) return match;
        }

        throw file.Error(1, "a heading without its edition", expected);
    }

    private static string Short(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
