using System.Globalization;
using System.Text;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Which Medicare contractor and locality a ZIP code belongs to: <c>ZIP5_OCT2025.txt</c> (80-character records, <c>ZIP5lyout.txt</c>), the same as a
/// workbook, and <c>ZIP9</c> (<c>ZIP9lyout.txt</c>) for ZIP codes that span localities. Each record states its own year and quarter; all must agree.
/// A ZIP+4 is keyed by its nine digits.
/// </summary>
public sealed class ZipLocality : IImporter
{
    /// <summary>Contractor, locality and rural indicators of a ZIP code; <c>plusFour</c> 1 says that the ZIP code spans localities and ZIP+4 decides.</summary>
    public static readonly Table Zip = new("zip", "state", "carrier", "locality", "rural", "labCbLocality", "rural2", "plusFour", "partBDrug");

    private const int RecordLength = 80;

    private static readonly string[] Header =
        ["STATE", "ZIP CODE", "CARRIER", "LOCALITY", "RURAL IND", "LAB CB LOCALITY", "RURAL IND2", "PLUS 4 FLAG", "PART B DRUG INDICATOR", "YEAR/QTR"];

    /// <inheritdoc/>
    public string Name => "zip";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Zip];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.IsZip ? probe.HasHeader(Header) : probe.FirstLines.Count > 0 && IsRecord(probe.FirstLines[0]);

    private static bool IsRecord(string line) => line.Length == RecordLength
        && char.IsAsciiLetterUpper(line[0]) && char.IsAsciiLetterUpper(line[1])
        && line.AsSpan(2, 12).IndexOfAnyExceptInRange('0', '9') < 0
        && line.AsSpan(75, 2) is "20" && line.AsSpan(75).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        string? period = null;
        var nine = false;
        foreach (var (line, c) in file.IsZip() ? file.FirstSheet().Below(file, Header) : Records(file))
        {
            cancel.ThrowIfCancellationRequested();
            var stated = c[9].Trim();
            if (period is null)
            {
                period = stated;
                nine = c.Length > 10 && c[10].Trim().Length > 0;
                if (stated.Length != 5 || !stated.StartsWith("20", StringComparison.Ordinal) || !stated.All(char.IsAsciiDigit) || stated[4] is < '1' or > '4')
                    throw file.Error(line, $"year and quarter '{stated}'", "a year and a quarter such as 20254");
                sink.Edition(PaymentEditions.Quarter(nine ? "zip9" : "zip", file.CheckYear(int.Parse(stated.AsSpan(0, 4), CultureInfo.InvariantCulture), line), stated[4] - '0'));
            }

            if (stated != period) throw file.Error(line, $"year and quarter '{stated}'", $"{period}, as in the first record");
            var zip = file.Digits(c[1], 5, line, "ZIP code");
            if (nine != (c.Length > 10 && c[10].Trim().Length > 0)) throw file.Error(line, "a ZIP+4 beside five-digit ZIP codes", "records of one layout");
            if (nine) zip += c[10].Length == 4 && c[10].All(char.IsAsciiDigit) ? c[10] : throw file.Error(line, $"plus four '{c[10]}'", "four digits");
            var key = CodeKey.Of(CodeSet.Zip, zip);
            var state = c[0].Trim();
            if (state.Length != 2 || !state.All(char.IsAsciiLetterUpper)) throw file.Error(line, $"state '{state}'", "two letters");
            sink.Unique(key, line);
            sink.Row().Column(state)
                .Column(file.Digits(c[2], 5, line, "carrier"))
                .Column(file.Digits(c[3], 2, line, "locality"))
                .Column(file.OneOf(c[4], line, "rural indicator", "", "R", "B"))
                .Column(file.OneOf(c[5], line, "lab competitive bid locality", "", "Z1", "Z2", "Z9"))
                .Column(file.OneOf(c[6], line, "rural indicator 2", "", "R", "B"))
                .Column(file.OneOf(c[7], line, "plus four flag", "0", "1"))
                .Column(PartB(file, c[8], line))
                .End(Zip, key, line);
        }

        if (period is null) throw file.Error(0, "no records", "at least one");
    }

    // The layout names the field without its values; it is one letter or blank.
    private static string PartB(ReleaseFile file, string value, int line)
    {
        value = value.Trim();
        return value.Length == 0 || (value.Length == 1 && char.IsAsciiLetterUpper(value[0])) ? value : throw file.Error(line, $"Part B drug indicator '{value}'", "a letter, or blank");
    }

    // Both text layouts as the workbook's cells, and the plus four of ZIP9 behind them.
    private static IEnumerable<(int Line, string[] Cells)> Records(ReleaseFile file)
    {
        using var lines = file.Lines();
        while (lines.Read())
        {
            if (lines.Current.Trim(" \u001a"u8).IsEmpty) continue;
            var t = Encoding.UTF8.GetString(lines.Current);
            if (t.Length != RecordLength) throw file.Error(lines.Number, $"a record of {t.Length} characters", $"{RecordLength}");
            if (t.AsSpan(1, RecordLength - 6).ContainsAnyExceptInRange(' ', '~')) throw file.Error(lines.Number, "a character outside ASCII", "letters, digits and blanks");
            var four = t.At(22, 25);
            var nine = t.AsSpan(21, 4).IndexOfAnyExceptInRange('0', '9') < 0;
            if (!nine && (t[21] != ' ' || t[23] != ' ')) throw file.Error(lines.Number, $"'{four}' in positions 22 to 25", "four digits (ZIP9), or a Part B indicator in position 23 (ZIP5)");
            yield return (lines.Number, nine
                ? [t.At(1, 2), t.At(3, 7), t.At(8, 12), t.At(13, 14), t.At(15, 15), "", "", t.At(21, 21), t.At(32, 32), t.At(76, 80), four]
                : [t.At(1, 2), t.At(3, 7), t.At(8, 12), t.At(13, 14), t.At(15, 15), t.At(16, 17), t.At(18, 18), t.At(21, 21), t.At(23, 23), t.At(76, 80)]);
        }
    }
}
