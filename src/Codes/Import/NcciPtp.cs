using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// National Correct Coding Initiative procedure-to-procedure edits, practitioner (<c>ccipra-v302r0-f1.TXT</c>) and outpatient hospital
/// (<c>ccioph-…</c>): three heading lines, then seven tab-separated columns; the same as a workbook. The version in the name tells the quarter
/// (v30.2 is 2024 Q3); the copyright year in the first line does not. A pair may come twice, when an edit was ended and later taken up again.
/// </summary>
public sealed partial class NcciPtp : IImporter
{
    private static readonly string[] Header =
    [
        "Column 1", "Column 2", "*=in existence prior to 1996", "Effective Date", "Deletion Date *=no data",
        "Modifier 0=not allowed 1=allowed 9=not applicable", "PTP Edit Rationale",
    ];

    /// <inheritdoc/>
    public string Name => "ncci-ptp";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.IsZip
        ? probe.Sheets.Any(s => s.Rows.Any(r => IsHeader(r)))
        : probe.FirstLines.Take(4).Any(l => IsHeader(l.Split('\t')));

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var (setting, edition) = Release(file);
        sink.Edition(edition);
        if (file.IsZip()) ReadWorkbook(file, sink, setting, cancel);
        else ReadText(file, sink, setting, cancel);
        if (sink.Pairs.Count == 0) throw file.Error(0, "no pairs below the header", "at least one");
    }

    private static (PtpSetting Setting, EditionDates Edition) Release(ReleaseFile file)
    {
        var match = file.Names.Select(n => Version().Match(n)).FirstOrDefault(m => m.Success)
            ?? throw file.Error(0, "no setting and version in the file's names", "a name such as ccipra-v302r0-f1 or ccioph-v302r0-f1");
        var setting = match.Groups[1].Value.Equals("ccipra", StringComparison.OrdinalIgnoreCase) ? PtpSetting.Practitioner : PtpSetting.Hospital;
        var version = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        // Version 1 was 1995; each calendar year is a version, each quarter a step in it.
        var (year, quarter) = (1994 + version / 10, version % 10 + 1);
        if (quarter > 4 || year < 1996) throw file.Error(0, $"version {version}", "a version such as 302, whose last digit is 0 to 3");
        file.CheckYear(year);
        if (file.Quarter() is { } named && named != quarter) throw file.Error(0, $"version {version} of quarter {quarter} in a release of quarter {named}", "one quarter");
        foreach (var name in file.Names)
        {
            var other = Version().Match(name);
            if (other.Success && (other.Groups[1].Value, other.Groups[2].Value) != (match.Groups[1].Value, match.Groups[2].Value))
                throw file.Error(0, $"'{match.Value}' in '{name}'", "one setting and version");
        }

        return (setting, PaymentEditions.Quarter(
            setting == PtpSetting.Practitioner ? "ncci-ptp-practitioner" : "ncci-ptp-hospital", year, quarter,
            revision: int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture)));
    }

    private static void ReadText(ReleaseFile file, FactSink sink, PtpSetting setting, CancellationToken cancel)
    {
        using var lines = file.Lines();
        var header = false;
        Span<Range> tabs = stackalloc Range[9];
        while (lines.Read())
        {
            var line = lines.Current;
            if ((lines.Number & 0xFFFF) == 0) cancel.ThrowIfCancellationRequested();
            if (!header)
            {
                if (lines.Number > 6) break;
                header = IsHeader(Encoding.UTF8.GetString(line).Split('\t'));
                continue;
            }

            if (line.Trim("\t \u001a"u8).IsEmpty) continue;
            var n = 0;
            foreach (var range in line.Split((byte)'\t'))
            {
                if (n == 8) break;
                tabs[n++] = range;
            }

            if (n != 7) throw file.Error(lines.Number, n > 7 ? "more than 7 columns" : $"{n} columns", "7");
            Pair(file, sink, setting, line[tabs[0]], line[tabs[1]], line[tabs[2]], line[tabs[3]], line[tabs[4]], line[tabs[5]], line[tabs[6]], lines.Number);
        }

        if (!header) throw file.Error(0, "no header row", $"'{string.Join(" | ", Header)}'");
    }

    private static void ReadWorkbook(ReleaseFile file, FactSink sink, PtpSetting setting, CancellationToken cancel)
    {
        var header = false;
        foreach (var (line, cells) in file.FirstSheet())
        {
            if ((line & 0xFFFF) == 0) cancel.ThrowIfCancellationRequested();
            if (!header)
            {
                if (line > 6) break;
                header = IsHeader(cells);
                continue;
            }

            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            if (cells.Length < 7 || cells.Skip(7).Any(c => !string.IsNullOrWhiteSpace(c))) throw file.Error(line, $"{cells.Length} columns", "7");
            var c = cells.Select(Encoding.UTF8.GetBytes).ToArray();
            Pair(file, sink, setting, c[0], c[1], c[2], c[3], c[4], c[5], c[6], line);
        }

        if (!header) throw file.Error(0, "no header row", $"'{string.Join(" | ", Header)}'");
    }

    private static void Pair(
        ReleaseFile file, FactSink sink, PtpSetting setting, ReadOnlySpan<byte> column1, ReadOnlySpan<byte> column2, ReadOnlySpan<byte> before,
        ReadOnlySpan<byte> effective, ReadOnlySpan<byte> deletion, ReadOnlySpan<byte> modifier, ReadOnlySpan<byte> rationale, int line)
    {
        if (!ProcedureCodes.TryParse(column1.Trim((byte)' '), out var one)) throw Bad(file, line, "column 1 code", column1, "a CPT or HCPCS code");
        if (!ProcedureCodes.TryParse(column2.Trim((byte)' '), out var two)) throw Bad(file, line, "column 2 code", column2, "a CPT or HCPCS code");
        before = before.Trim((byte)' ');
        if (!before.IsEmpty && !before.SequenceEqual("*"u8)) throw Bad(file, line, "'in existence prior to 1996'", before, "* or blank");
        var from = Date(file, effective, line, "effective date", Day.Unknown);
        deletion = deletion.Trim((byte)' ');
        var to = deletion.SequenceEqual("*"u8) ? Day.Open : Date(file, deletion, line, "deletion date", Day.Open);
        modifier = modifier.Trim((byte)' ');
        if (modifier.Length != 1 || modifier[0] is not ((byte)'0' or (byte)'1' or (byte)'9')) throw Bad(file, line, "modifier indicator", modifier, "0, 1 or 9");
        sink.Pair(one, two, setting, (byte)(modifier[0] - '0'), !before.IsEmpty, from, to, rationale.Trim((byte)' '), line);
    }

    private static ushort Date(ReleaseFile file, ReadOnlySpan<byte> text, int line, string what, ushort blank)
    {
        text = text.Trim((byte)' ');
        if (text.IsEmpty) return blank;
        var value = 0;
        foreach (var b in text)
        {
            if (text.Length != 8 || b is < (byte)'0' or > (byte)'9') throw Bad(file, line, what, text, "a date such as 20250131");
            value = value * 10 + (b - '0');
        }

        var (year, month, day) = (value / 10000, value / 100 % 100, value % 100);
        if (year < 1900 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) throw Bad(file, line, what, text, "a date such as 20250131");
        return Day.Of(new DateOnly(year, month, day));
    }

    private static ReleaseFormatException Bad(ReleaseFile file, int line, string what, ReadOnlySpan<byte> found, string expected) =>
        file.Error(line, $"{what} '{Encoding.UTF8.GetString(found.Length > 40 ? found[..40] : found)}'", expected);

    // CMS has written the header with line ends and without; only blanks may differ.
    private static bool IsHeader(string[] cells) => Cells.IsHeader([.. cells.Select(Cells.Squeeze)], Header);

    [GeneratedRegex(@"(ccipra|ccioph)-v([0-9]{3})r([0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
