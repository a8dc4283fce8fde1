using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The tables of the Medicare Code Editor (values: CMS, <i>Definitions of Medicare Code Edits</i> and the MCE software; the comma-separated form with a header is not
/// CMS's own layout): validity dates of diagnosis and procedure codes, the edits that apply to a code, age groups, and discharge statuses; each with dates of its own as <c>yyyyMMdd</c>, the end blank while it lasts.
/// Version N is that of fiscal year 1983 + N, so 43 is FY2026; <c>.1</c> is its April update.
/// </summary>
public sealed partial class Mce : IImporter
{
    /// <summary>One row a span of dates in which a code may be submitted; <c>to</c> is blank while it lasts.</summary>
    public static readonly Table Validity = new("mce-validity", "from", "to") { Snapshot = false };

    /// <summary>One row a span of dates in which edits apply to a code; <c>flags</c> as in the file, separated by <c>|</c>. Spans without an edit are not stored.</summary>
    public static readonly Table Flags = new("mce-flags", "flags") { Snapshot = false };

    /// <summary>One row an age group, at AGE of the register; ages in completed years, both included.</summary>
    public static readonly Table Age = new("mce-age", "group", "start", "end") { Snapshot = false };

    /// <summary>One row a discharge status that may be submitted, at DISCHARGE of the register, in two digits.</summary>
    public static readonly Table Discharge = new("mce-discharge", "status") { Snapshot = false };

    private static readonly CodeKey AgeKey = CodeKey.Of(CodeSet.Register, "AGE");
    private static readonly CodeKey DischargeKey = CodeKey.Of(CodeSet.Register, "DISCHARGE");

    private static readonly (string Header, string Kind)[] Headers =
    [
        ("code,valid_from,valid_to", "validity"), ("code,start_date,end_date,flags", "flags"),
        ("age_group,start_age,end_age,start_date,end_date", "age"), ("discharge_status,start_date,end_date", "discharge"),
    ];

    /// <inheritdoc/>
    public string Name => "mce";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Validity, Flags, Age, Discharge];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.FirstLines.Count > 0 && Headers.Any(h => h.Header == probe.FirstLines[0]);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var kind = "";
        var columns = 0;
        var set = CodeSet.None;
        var without = 0;
        foreach (var (line, fields) in file.Csv())
        {
            if (kind.Length == 0)
            {
                var header = string.Join(',', fields);
                kind = Array.Find(Headers, h => h.Header == header).Kind ?? throw file.Error(line, $"header '{Icd.Shown(header)}'", "the header of a Medicare Code Editor table");
                columns = fields.Length;
                if (kind is "age" or "discharge") sink.Edition(Edition(file, kind));
                continue;
            }

            if (fields.Length != columns) throw file.Error(line, $"{fields.Length} columns", $"{columns}");
            switch (kind)
            {
                case "age":
                    var (from, to) = Dates(file, line, fields[3], fields[4]);
                    if (fields[0].Length == 0) throw file.Error(line, "no age group", "its name");
                    sink.Unique(AgeKey, line, fields[0] + fields[3]);
                    sink.Row().Column(fields[0]).Column(Years(file, line, fields[1])).Column(Years(file, line, fields[2])).End(Age, AgeKey, line, from: from, to: to);
                    break;
                case "discharge":
                    (from, to) = Dates(file, line, fields[1], fields[2]);
                    if (fields[0].Length is not (1 or 2) || !fields[0].All(char.IsAsciiDigit)) throw file.Error(line, $"discharge status '{Icd.Shown(fields[0])}'", "one or two digits");
                    sink.Unique(DischargeKey, line, fields[0] + "/" + fields[1]);
                    sink.Row().Column(fields[0].PadLeft(2, '0')).End(Discharge, DischargeKey, line, from: from, to: to);
                    break;
                default:
                    if (set == CodeSet.None)
                    {
                        set = fields[0].Length > 0 && char.IsAsciiDigit(fields[0][0]) ? CodeSet.Icd10Pcs : CodeSet.Icd10Cm;
                        sink.Edition(Edition(file, $"{set.Id()}-{kind}"));
                    }

                    var key = set == CodeSet.Icd10Cm ? Icd.Cm(file, line, fields[0]) : Icd.Pcs(file, line, fields[0]);
                    (from, to) = Dates(file, line, fields[1], fields[2]);
                    sink.Unique(key, line, fields[1]);
                    if (kind == "validity") sink.Row().Column(fields[1]).Column(fields[2]).End(Validity, key, line, from: from, to: to);
                    else if (fields[3].Length == 0) without++;
                    else if (!FlagList().IsMatch(fields[3])) throw file.Error(line, $"flags '{Icd.Shown(fields[3])}'", "names of edits separated by |");
                    else sink.Row().Column(fields[3]).End(Flags, key, line, from: from, to: to);
                    break;
            }

            if ((line & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
        }

        if (sink.CurrentEdition is null) throw file.Error(0, "no rows", "rows below the header");
        if (without > 0) sink.Notes.Add($"{without} spans without an edit, not stored");
    }

    private static EditionDates Edition(ReleaseFile file, string kind)
    {
        var match = file.Names.Select(n => Version().Match(n)).FirstOrDefault(m => m.Success)
            ?? throw file.Error(0, "no version in the file's names", "a version such as 43.1");
        var year = 1983 + int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var (from, to) = EditionNames.FiscalYear(year);
        if (match.Groups[2].ValueSpan is "1") from = new DateOnly(year, 4, 1);
        else if (match.Groups[2].ValueSpan is not "0") throw file.Error(0, $"version {match.Value}", "N.0 (October) or N.1 (April)");
        return new EditionDates("mce-" + kind, $"v{match.Groups[1].Value}.{match.Groups[2].Value}", from, to);
    }

    private static (ushort From, ushort To) Dates(ReleaseFile file, int line, string from, string to)
    {
        var first = Date(file, line, from);
        if (to.Length == 0) return (Day.Of(first), Day.Open);
        var last = Date(file, line, to);
        if (last < first) throw file.Error(line, $"dates from {from} to {to}", "an end after its beginning");
        return (Day.Of(first), Day.Of(last));
    }

    private static DateOnly Date(ReleaseFile file, int line, string text) =>
        text.Length == 8 && Day.TryParse(text, out var date) ? date : throw file.Error(line, $"date '{Icd.Shown(text)}'", "yyyyMMdd");

    private static string Years(ReleaseFile file, int line, string text) =>
        text.Length is > 0 and < 4 && text.All(char.IsAsciiDigit) ? text : throw file.Error(line, $"age '{Icd.Shown(text)}'", "completed years");

    [GeneratedRegex(@"(?<![0-9.])[vV]?([3-9][0-9])\.([0-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex(@"\A[A-Za-z0-9_]+(\|[A-Za-z0-9_]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex FlagList();
}
