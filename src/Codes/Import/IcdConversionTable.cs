using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Which code a new code replaced. ICD-10-CM (CDC/NCHS, <c>icd10cm-conversion-table-FY2026.xlsx</c>): current code, effective, previous code(s), one sheet for all years since 2016.
/// A year means 1 October of that year; updates in between stand as a date. Previous codes come as one code, a list with comma, semicolon, "and" or "&amp;",
/// a range (H35.20-H35.23), a beginning (I63.-, R11-), "Codes in Categories T15-T19", or "None". ICD-10-PCS (CMS, <c>icd10pcs_conversion_table_2022.xlsx</c>): one code and
/// its predecessor a row, each with its title, year and month.day, and the kind of change.
/// </summary>
public sealed partial class IcdConversionTable : IImporter
{
    /// <summary>
    /// One row a code that replaced others, from the day it did. <c>previousCodes</c>: without dots, separated by <c>|</c>; a range keeps its dash between two codes, a beginning
    /// its dash at the end, blank for None. <c>effective</c> and <c>printed</c> (the previous codes) are as printed; "and" there can mean that both codes were needed.
    /// </summary>
    public static readonly Table Cm = new("icd10cm-conversion", "previousCodes", "effective", "printed") { Snapshot = false };

    /// <summary>
    /// One row a change of an ICD-10-PCS code, from the day it holds: <c>change</c> is New, Revised or Deleted. A deleted code stands at its successor; where it has
    /// none, at itself with a blank <c>previousCodes</c>, as does a new code that had no predecessor.
    /// </summary>
    public static readonly Table Pcs = new("icd10pcs-conversion", "previousCodes", "effective", "change", "comment") { Snapshot = false };

    private static readonly string[] CmHeader = ["Current code assignment", "Effective", "Previous Code(s) Assignment"];
    private static readonly string[] PcsHeader =
        ["Current code(s) assignment", "Code title", "Effective year", "Previous code(s) assignment", "Predecessor code title", "Change type", "Comment", "Effective month/day [MM.DD]"];

    /// <inheritdoc/>
    public string Name => "icd10-conversion";

    /// <inheritdoc/>
    public string Publisher => "CDC/NCHS, CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Cm, Pcs];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.HasSheetRow(CmHeader) || probe.HasSheetRow(PcsHeader);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var header = 0;
        var seen = new Dictionary<CodeKey, string>();
        var twice = new List<string>();
        foreach (var (row, padded) in file.Sheets().Take(1).SelectMany(s => s.Rows))
        {
            var cells = padded.Select(c => c.Trim()).ToArray();
            if (header == 0)
            {
                header = Is(cells, CmHeader) ? 3 : Is(cells, PcsHeader) ? 8 : 0;
                if (header > 0) sink.Edition(Icd.Edition(file, header == 3 ? "icd10cm-conversion" : "icd10pcs-conversion"));
                continue;
            }

            if (cells.All(c => c.Length == 0)) continue;
            if (cells.Length < header || cells.Skip(header).Any(c => c.Length > 0)) throw file.Error(row, $"{cells.Length} cells", $"{header} cells");
            if (header == 3) CmRow(file, sink, row, cells, seen, twice);
            else PcsRow(file, sink, row, cells);
            if ((row & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
        }

        if (header == 0) throw file.Error(0, "no header", string.Join(", ", CmHeader));
        if (twice.Count > 0) sink.Notes.Add($"{twice.Count} rows stand twice with the same content: {string.Join(", ", twice.Take(8))}");
    }

    private static void CmRow(ReleaseFile file, FactSink sink, int row, string[] cells, Dictionary<CodeKey, string> seen, List<string> twice)
    {
        var key = Icd.Cm(file, row, cells[0]);
        DateOnly from;
        if (Year().IsMatch(cells[1])) from = new DateOnly(int.Parse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture), 10, 1);
        else if (cells[1].Length != 8 || !Day.TryParse(cells[1], out from)) throw file.Error(row, $"effective '{Icd.Shown(cells[1])}'", "a year or a date");

        var content = cells[1] + "\t" + cells[2];
        if (seen.TryGetValue(key, out var before))
        {
            if (before != content) throw file.Error(row, $"{key.Display} a second time with other content", "each code once");
            twice.Add(key.Display);
            return;
        }

        seen.Add(key, content);
        sink.Row().Column(Previous(file, row, cells[2])).Column(cells[1]).Column(cells[2]).End(Cm, key, row, from: Day.Of(from), to: Day.Open);
    }

    private static string Previous(ReleaseFile file, int row, string printed)
    {
        if (printed == "None") return "";
        var codes = new List<string>();
        foreach (var part in Separators().Split(printed))
        {
            var code = Categories().Replace(part.Trim(), "");
            if (code.Length == 0) continue;
            if (!PreviousCode().IsMatch(code)) throw file.Error(row, $"previous code '{Icd.Shown(part)}'", "a code, a list, a range, or None");
            codes.Add(code.Replace(".", "", StringComparison.Ordinal));
        }

        if (codes.Count == 0) throw file.Error(row, "no previous code", "a code, a list, a range, or None");
        return string.Join('|', codes);
    }

    private static void PcsRow(ReleaseFile file, FactSink sink, int row, string[] cells)
    {
        if (cells[5] is not ("New" or "Revised" or "Deleted")) throw file.Error(row, $"change type '{Icd.Shown(cells[5])}'", "New, Revised or Deleted");
        // A spreadsheet keeps 10.10 and 04.01 as numbers at times: pad what is missing.
        var dot = cells[7].IndexOf('.', StringComparison.Ordinal);
        var monthDay = dot < 0 ? cells[7] : cells[7][..dot].PadLeft(2, '0') + cells[7][(dot + 1)..].PadRight(2, '0');
        if (!Year().IsMatch(cells[2]) || monthDay.Length != 4 || !Day.TryParse(cells[2] + monthDay, out var from))
            throw file.Error(row, $"effective '{Icd.Shown(cells[2])}' '{Icd.Shown(cells[7])}'", "a year, and a month and day as 10.01");
        if (cells[0] == "NoPCS" && cells[3] == "NoPCS") throw file.Error(row, "neither a current nor a previous code", "at least one of them");
        var key = Icd.Pcs(file, row, cells[0] == "NoPCS" ? cells[3] : cells[0]);
        var previous = cells[0] == "NoPCS" || cells[3] == "NoPCS" ? "" : Icd.Pcs(file, row, cells[3]).Code;
        if (cells[0] == "NoPCS" && cells[5] != "Deleted") throw file.Error(row, $"change type '{cells[5]}' without a current code", "Deleted");
        sink.Row().Column(previous).Column(from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Column(cells[5]).Column(cells[6]).End(Pcs, key, row, from: Day.Of(from), to: Day.Open);
    }

    private static bool Is(string[] cells, string[] header) => cells.Length >= header.Length && header.AsSpan().SequenceEqual(cells.AsSpan(0, header.Length));

    [GeneratedRegex(@"\A20[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"[,;&]|\band\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\A(?:a\s+)?codes?\s+(?:in|from)\s+(?:categories\s+)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Categories();

    [GeneratedRegex(@"\A[A-Z][0-9A-Z]{2}(\.[0-9A-Z]{1,4})?(\.?-|-[A-Z][0-9A-Z]{2}(\.[0-9A-Z]{1,4})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PreviousCode();
}
