using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Addendum B of the hospital outpatient prospective payment system: the payment status of every HCPCS code. CMS's workbook (title "Addendum B.--
/// OPPS Payment by HCPCS Code for CY 2025", the quarter in the sheet's or file's name), and a csv of the same values that others derive from it
/// (<c>HCPCSCode,ShortDescriptor,StatusIndicator,PaymentRate,Changed?,Source</c>), whose missing columns stay blank and which an official file of
/// the same quarter replaces. In the workbook a copayment of "." means none, and codes may end with a no-break space.
/// </summary>
public sealed partial class OppsAddendumB : IImporter
{
    /// <summary>Status indicator, APC and national amounts in dollars.</summary>
    public static readonly Table Opps = new(
        "opps", "status", "apc", "relativeWeight", "paymentRate", "nationalCopay", "minimumCopay", "iraCoinsurance", "adjustedCopay", "passThroughExpiration", "note", "changed")
    { ExceptWhen = ("status", "D"), Defines = true, Complete = [CodeSet.Cpt, CodeSet.Hcpcs] };

    /// <summary>The status indicators of Addendum D1, with those that appear since.</summary>
    internal static readonly string[] Statuses =
    [
        "A", "B", "C", "D", "E", "E1", "E2", "F", "G", "H", "H1", "J1", "J2", "K", "K1", "K2", "K3", "K4", "L", "M", "N", "P", "Q1", "Q2", "Q3", "Q4", "R", "S", "S1", "T", "U", "V", "X", "Y",
    ];

    private static readonly string[] Official =
    [
        "HCPCS Code", "Short Descriptor", "SI", "APC", "Relative Weight", "Payment Rate", "National Unadjusted Copayment", "Minimum Unadjusted Copayment",
        "IRA Coinsurance percentage", "Adjusted Beneficiary Copayment", "Drug and Device Pass-Through Expiration during Calendar Year", "Note", "* Indicates a Change",
    ];

    private static readonly string[] Derived = ["HCPCSCode", "ShortDescriptor", "StatusIndicator", "PaymentRate", "Changed?", "Source"];

    /// <inheritdoc/>
    public string Name => "opps-addendum-b";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Opps, ProcedureCodes.Descriptor];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.HasHeader(Official) || (!probe.IsBinary && probe.HasHeader(Derived));

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var workbook = file.IsZip();
        if (!workbook && file.Csv().FirstOrDefault() is { Fields: { } first } && Cells.IsHeader(first, Derived))
        {
            sink.Edition(file.NamedQuarter("opps", revision: -1));
            foreach (var (line, c) in file.Csv().Below(file, Derived))
            {
                cancel.ThrowIfCancellationRequested();
                var changed = file.OneOf(c[4], line, "'Changed?'", "true", "false") == "true";
                Write(file, sink, [c[0], c[1], c[2], "", "", c[3], "", "", "", "", "", "", changed ? "*" : ""], line);
            }

            return;
        }

        var above = new List<string>();
        foreach (var (line, c) in Rows(file, workbook, above))
        {
            cancel.ThrowIfCancellationRequested();
            if (sink.CurrentEdition is null) sink.Edition(Edition(file, above));
            Write(file, sink, c, line);
        }
    }

    private static IEnumerable<(int Line, string[] Cells)> Rows(ReleaseFile file, bool workbook, List<string> above)
    {
        if (!workbook) return file.Csv().Below(file, Official, above);
        return FromSheet();

        IEnumerable<(int Line, string[] Cells)> FromSheet()
        {
            foreach (var (name, rows) in file.Sheets())
            {
                above.Add("sheet " + name);
                foreach (var row in rows.Below(file, Official, above)) yield return row;
                yield break;
            }
        }
    }

    private static EditionDates Edition(ReleaseFile file, List<string> above)
    {
        var year = int.Parse(file.Heading(above, Title(), "'OPPS Payment by HCPCS Code for CY 2025'").Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        file.CheckYear(year, 1);
        var sheet = above.Select(a => Month().Match(a)).FirstOrDefault(m => m.Success);
        var quarter = sheet is null ? file.RequireQuarter() : file.QuarterOf(sheet.Value, 0);
        return PaymentEditions.Quarter("opps", year, quarter);
    }

    private static void Write(ReleaseFile file, FactSink sink, string[] c, int line)
    {
        var key = file.Procedure(c[0], line);
        sink.Unique(key, line);
        sink.Row().Column(file.OneOf(c[2], line, "status indicator", Statuses))
            .Column(Apc(file, c[3], line))
            .Number(c[4], line, "relative weight")
            .Number(Money(c[5]), line, "payment rate")
            .Number(Money(c[6]), line, "national copayment")
            .Number(Money(c[7]), line, "minimum copayment")
            .Column(Percent(file, c[8], line))
            .Number(Money(c[9]), line, "adjusted copayment")
            .Column(c[10]).Column(c[11])
            .Column(file.OneOf(c[12], line, "change mark", "", "*").Length > 0 ? "yes" : "")
            .End(Opps, key, line);
        sink.Describe(key, "short", c[1], line);
    }

    /// <summary>An APC with the leading zeros that spreadsheets drop; blank stays blank.</summary>
    internal static string Apc(ReleaseFile file, string value, int line) =>
        string.IsNullOrWhiteSpace(value) ? "" : file.Digits(value, 4, line, "APC");

    internal static string Money(string value)
    {
        value = value.Trim();
        return value == "." ? "" : value.StartsWith('$') ? value[1..] : value;
    }

    private static string Percent(ReleaseFile file, string value, int line)
    {
        value = value.Trim();
        if (value.Length == 0) return "";
        if (value.EndsWith('%') && decimal.TryParse(value.AsSpan(0, value.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)) return value;
        throw file.Error(line, $"coinsurance percentage '{(value.Length > 20 ? value[..20] : value)}'", "a percentage such as 19.648%");
    }

    [GeneratedRegex("OPPS Payment by HCPCS Code for CY (20[0-9]{2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"(?<![A-Za-z])(January|April|July|October)(?= Addendum B)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();
}
