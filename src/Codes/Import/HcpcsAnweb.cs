using System.Globalization;
using System.Text;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The HCPCS Level II file: 320-character records (<c>HCPC2025_OCT_ANWEB.txt</c>) and the same as a workbook (<c>HCPC2019_CONTR_ANWEB.xlsx</c>).
/// Layout: "HCPCS Contractor Record", the record layout CMS ships with each year's file. A code has one first record (identification code 3, or 7
/// for a modifier) with all indicators, and continuation records (4, 8) that only carry on the long description, 80 characters each. Records may be
/// shorter where trailing blanks were trimmed. The 2019 file opens with tabbed disclaimers.
/// </summary>
public sealed class HcpcsAnweb : IImporter
{
    /// <summary>
    /// One row a code or modifier, valid from the day it was added to the day it was terminated. Several values of one field are joined by <c>|</c>,
    /// types of service by nothing. Texts of CPT and dental codes are in the table <c>descriptor</c> instead.
    /// </summary>
    public static readonly Table Hcpcs = new(
        "hcpcs",
        "long", "short", "pricing", "multiplePricing", "coverage", "betos", "typeOfService", "anesthesiaBaseUnits", "addDate", "actionDate", "termDate",
        "actionCode", "crossReference", "nationalCoverage", "carriersManual", "statute", "labCertification", "processingNote", "ascGroup", "ascDate")
    { Snapshot = false, Defines = true, Complete = [CodeSet.Hcpcs] };

    private static readonly string[] Header =
    [
        "HCPC", "SEQNUM", "RECID", "LONG DESCRIPTION", "SHORT DESCRIPTION", "PRICE1", "PRICE2", "PRICE3", "PRICE4", "MULT_PI", "CIM1", "CIM2", "CIM3",
        "MCM1", "MCM2", "MCM3", "STATUTE", "LABCERT1", "LABCERT2", "LABCERT3", "LABCERT4", "LABCERT5", "LABCERT6", "LABCERT7", "LABCERT8",
        "XREF1", "XREF2", "XREF3", "XREF4", "XREF5", "COV", "ASC_GRP", "ASC_DT", "OPPS", "OPPS_PI", "OPPS_DT", "PROCNOTE", "BETOS",
        "TOS1", "TOS2", "TOS3", "TOS4", "TOS5", "ANEST_BU", "ADD DT", "ACT EFF DT", "TERM DT", "ACTION CD",
    ];

    // The workbook's columns as positions in the record; one-based, inclusive.
    private static readonly (int First, int Last)[] Fields =
    [
        (1, 5), (6, 10), (11, 11), (12, 91), (92, 119), (120, 121), (122, 123), (124, 125), (126, 127), (128, 128), (129, 134), (135, 140), (141, 146),
        (147, 154), (155, 162), (163, 170), (171, 180), (181, 183), (184, 186), (187, 189), (190, 192), (193, 195), (196, 198), (199, 201), (202, 204),
        (205, 209), (210, 214), (215, 219), (220, 224), (225, 229), (230, 230), (231, 232), (233, 240), (241, 243), (244, 244), (245, 252), (253, 256), (257, 259),
        (261, 261), (262, 262), (263, 263), (264, 264), (265, 265), (266, 268), (269, 276), (277, 284), (285, 292), (293, 293),
    ];

    private const int RecordLength = 320;
    private const int ActionCode = 293;

    /// <inheritdoc/>
    public string Name => "hcpcs-anweb";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Hcpcs, ProcedureCodes.Descriptor];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.IsZip
        ? probe.HasHeader(Header)
        : probe.FirstLines.FirstOrDefault(l => l.Length > 0 && !IsPreamble(l)) is { } first && IsRecord(first);

    private static bool IsPreamble(string line) => line.Contains('\t', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(line);

    private static bool IsRecord(string line) =>
        line.Length is > 91 and <= RecordLength
        && line[10] is '3' or '7'
        && line.AsSpan(5, 5).IndexOfAnyExceptInRange('0', '9') < 0
        && (line[..3] == "   " ? !char.IsWhiteSpace(line[3]) : ProcedureCodes.TryParse(line.AsSpan(0, 5), out _));

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(Edition(file, "hcpcs"));
        string[]? first = null;
        var firstLine = 0;
        var sequence = 0;
        var description = new StringBuilder();
        foreach (var (line, c) in file.IsZip() ? file.FirstSheet().Below(file, Header) : Records(file))
        {
            cancel.ThrowIfCancellationRequested();
            var kind = file.OneOf(c[2], line, "record identification code", "3", "4", "7", "8");
            // The workbook leaves the last digit of the sequence number to the record identification column.
            var number = int.Parse(file.Digits(c[1], 5, line, "sequence number"), CultureInfo.InvariantCulture);
            if (kind is "3" or "7")
            {
                if (first is not null) Write(file, sink, first, description, firstLine);
                (first, firstLine, sequence) = (c, line, number);
                description.Clear().Append(c[3].TrimEnd());
                continue;
            }

            if (first is null || first[0].Trim() != c[0].Trim() || first[2].Trim() != (kind == "4" ? "3" : "7"))
                throw file.Error(line, $"a continuation of '{c[0].Trim()}'", first is null ? "a first record" : $"a continuation of '{first[0].Trim()}', or a first record");
            if (number <= sequence) throw file.Error(line, $"sequence number {number}", $"more than {sequence}");
            for (var i = 4; i < c.Length; i++)
            {
                if (!string.IsNullOrWhiteSpace(c[i])) throw file.Error(line, $"'{c[i].Trim()}' in {(i < Header.Length ? Header[i] : "a further column")} of a continuation", "description only");
            }

            sequence = number;
            description.Append(' ').Append(c[3].Trim());
        }

        if (first is null) throw file.Error(0, "no records", "at least one");
        Write(file, sink, first, description, firstLine);
    }

    internal static EditionDates Edition(ReleaseFile file, string dataset)
    {
        var year = file.Year();
        if (file.Month() is not { } month) return PaymentEditions.CalendarYear(dataset, year, year.ToString(CultureInfo.InvariantCulture));
        if (month % 3 != 1) throw file.Error(0, $"a release of month {month}", "January, April, July or October");
        var name = new DateOnly(year, month, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        return PaymentEditions.Quarter(dataset, year, (month + 2) / 3, name);
    }

    private static void Write(ReleaseFile file, FactSink sink, string[] c, StringBuilder description, int line)
    {
        var modifier = c[2].Trim() == "7";
        CodeKey key;
        if (modifier)
        {
            var code = file.Modifier(c[0], line);
            key = code.Length == 2 ? CodeKey.Of(CodeSet.Modifier, code) : throw file.Error(line, "a blank modifier", "two characters");
        }
        else
        {
            key = file.Procedure(c[0], line);
        }

        sink.Unique(key, line);
        var full = Cells.Squeeze(description.ToString());
        if (full.Length == 0) throw file.Error(line, "no long description", "one");
        var added = file.Day(c[44], line, "add date", Day.Unknown);
        var (from, to) = file.Dates(added, file.Day(c[46], line, "termination date", Day.Open), line);
        var licence = key.TextLicence();
        sink.Row().Column(licence == Licence.Public ? full : "").Column(licence == Licence.Public ? c[4] : "");
        // A modifier has no price: what stands there in one rebuilt file is the end of an overlong short description.
        if (modifier) sink.Column("").Column("");
        else sink.Column(Join(file, c, 5, 4, line, "pricing indicator", 2)).Column(file.OneOf(c[9], line, "multiple pricing indicator", "", "9", "A", "B", "C", "D", "E", "F", "G"));
        sink.Column(file.OneOf(c[30], line, "coverage code", "", "C", "D", "I", "M", "S"))
            .Column(c[37])
            .Column(string.Concat(Enumerable.Range(38, 5).Select(i => c[i].Trim())))
            .Number(c[43], line, "anesthesia base units")
            .Column(file.DateText(c[44], line, "add date"))
            .Column(file.DateText(c[45], line, "action effective date"))
            .Column(file.DateText(c[46], line, "termination date"))
            .Column(file.OneOf(c[47], line, "action code", "", "A", "B", "C", "D", "F", "N", "P", "R", "S", "T"))
            .Column(Join(file, c, 25, 5, line, "cross reference", 0))
            .Column(Join(file, c, 10, 3, line, "", 0))
            .Column(Join(file, c, 13, 3, line, "", 0))
            .Column(c[16])
            .Column(Join(file, c, 17, 8, line, "lab certification", 3))
            .Column(c[36])
            .Column(c[31])
            .Column(file.DateText(c[32], line, "ASC effective date"))
            .End(Hcpcs, key, line, Licence.Public, from, to);
        if (licence == Licence.Public) return;
        sink.Describe(key, "long", full, line, from, to);
        sink.Describe(key, "short", c[4], line, from, to);
    }

    private static string Join(ReleaseFile file, string[] c, int first, int count, int line, string what, int digits)
    {
        var values = c.Skip(first).Take(count).Select(v => v.Trim()).Where(v => v.Length > 0).ToArray();
        foreach (var v in values)
        {
            if (digits > 0 && (v.Length != digits || !v.All(char.IsAsciiDigit))) throw file.Error(line, $"{what} '{v}'", $"{digits} digits");
        }

        return string.Join('|', values);
    }

    private static IEnumerable<(int Line, string[] Cells)> Records(ReleaseFile file)
    {
        using var lines = file.Lines();
        var begun = false;
        while (lines.Read())
        {
            var bytes = lines.Current;
            if (bytes.Trim(" \u001a"u8).IsEmpty) continue;
            if (!begun && bytes.Contains((byte)'\t')) continue;
            begun = true;
            var text = Encoding.UTF8.GetString(bytes);
            if (text.Length > RecordLength) throw file.Error(lines.Number, $"a record of {text.Length} characters", $"at most {RecordLength}");
            if (text.Length < 12) throw file.Error(lines.Number, $"a record of {text.Length} characters", "code, sequence, identification code and text");
            // Trimmed blanks cannot end inside the dates: a first record always states its add date, and what follows may be blank.
            var end = text.TrimEnd().Length;
            if (text[10] is '3' or '7' && (end < 276 || end is > 276 and < 284 or > 284 and < 292)) throw file.Error(lines.Number, $"a first record cut at position {end}", $"fields up to the dates (276, 284, 292) and the action code ({ActionCode})");
            var cells = new string[Fields.Length];
            for (var i = 0; i < cells.Length; i++) cells[i] = text.At(Fields[i].First, Fields[i].Last);
            yield return (lines.Number, cells);
        }
    }
}
