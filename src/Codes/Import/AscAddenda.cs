using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The addenda of the ambulatory surgical centre payment system, one workbook a quarter: AA covered procedures, BB ancillary services, DD1 payment and
/// DD2 comment indicators, EE procedures excluded. The quarter stands in the column headings of AA ("July CY 2020 Payment Rate"). Notes below the lists are
/// not rows. A star before the descriptor marks a temporary office-based designation, two a service without coinsurance.
/// </summary>
public sealed partial class AscAddenda : IImporter
{
    /// <summary>Payment indicator, weight and rate of a covered procedure (AA) or ancillary service (BB).</summary>
    public static readonly Table Asc = new("asc", "addendum", "indicator", "weight", "rate", "multipleDiscount", "mark");

    /// <summary>Meanings, keyed <c>ASC-A2</c> for payment and <c>ASCCI-CH</c> for comment indicators.</summary>
    public static readonly Table Indicator = new("asc-indicator", "kind", "description");

    /// <summary>Codes that Medicare does not pay in a surgical centre (EE); being listed is what counts.</summary>
    public static readonly Table Excluded = new("asc-excluded", "addendum");

    private static readonly string[] HeaderAa =
        ["HCPCS Code", "", "Short Descriptor", "Subject to Multiple Procedure Discounting", "*Payment Indicator", "*Payment Weight", "*Payment Rate"];

    private static readonly string[] HeaderBb = ["HCPCS Code", "", "Short Descriptor", "*Payment Indicator", "*Payment Weight", "*Payment Rate"];

    // CMS's spelling in EE has been "Descriptior".
    private static readonly string[] HeaderEe = ["HCPCS Code", "*"];

    /// <inheritdoc/>
    public string Name => "asc-addenda";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Asc, Indicator, Excluded, ProcedureCodes.Descriptor];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.Sheets.Any(s => s.Rows.Any(r => r.Length > 0 && r[0].StartsWith("Addendum AA", StringComparison.OrdinalIgnoreCase)));

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        foreach (var (_, rows) in file.Sheets())
        {
            string? addendum = null;
            var header = false;
            var described = 0;
            foreach (var (line, c) in rows)
            {
                cancel.ThrowIfCancellationRequested();
                if (c.All(string.IsNullOrWhiteSpace)) continue;
                if (addendum is null)
                {
                    addendum = Title().Match(c[0]) is { Success: true } title ? title.Groups[1].Value.ToUpperInvariant()
                        : throw file.Error(line, $"'{Cells.Squeeze(c[0])}'", "a sheet that begins 'Addendum AA', BB, DD1, DD2 or EE");
                    continue;
                }

                if (!header)
                {
                    header = addendum switch
                    {
                        "AA" => Cells.IsHeader(c, HeaderAa),
                        "BB" => Cells.IsHeader(c, HeaderBb),
                        "EE" => Cells.IsHeader(c, HeaderEe),
                        "DD1" => Cells.IsHeader(c, ["Indicator", "Payment Indicator Definition"]),
                        _ => Cells.IsHeader(c, ["CI", "Comment Indicator Meanings"]),
                    };
                    if (header && addendum == "AA") sink.Edition(Edition(file, c, line));
                    if (!header && c.Skip(1).Any(cell => !string.IsNullOrWhiteSpace(cell))) throw file.Error(line, "another row", $"the header of addendum {addendum}");
                    continue;
                }

                if (sink.CurrentEdition is null) throw file.Error(line, $"addendum {addendum} before addendum AA", "addendum AA first, as it names the quarter");
                if (c[0].StartsWith("NOTE", StringComparison.Ordinal) && c.Skip(1).All(string.IsNullOrWhiteSpace)) continue;
                if (Row(file, sink, addendum, c, line)) described++;
            }

            if (addendum is not null && described == 0) throw file.Error(0, $"addendum {addendum} without rows", "at least one");
        }

        if (sink.CurrentEdition is null) throw file.Error(0, "no addendum AA", "addendum AA first, as it names the quarter");
    }

    private static bool Row(ReleaseFile file, FactSink sink, string addendum, string[] c, int line)
    {
        if (addendum is "DD1" or "DD2")
        {
            var value = c[0].Trim();
            if (value.Length != 2 || !value.All(char.IsAsciiLetterOrDigit) || string.IsNullOrWhiteSpace(c[1])) throw file.Error(line, "an indicator without its two characters or its meaning", "both");
            var indicator = CodeKey.Of(CodeSet.Indicator, (addendum == "DD1" ? "ASC-" : "ASCCI-") + value);
            sink.Unique(indicator, line);
            sink.Row().Column(addendum == "DD1" ? "payment" : "comment").Column(c[1]).End(Indicator, indicator, line);
            return true;
        }

        var key = file.Procedure(c[0], line);
        sink.Unique(key, line, addendum);
        if (addendum == "EE")
        {
            sink.Row().Column("EE").End(Excluded, key, line);
            sink.Describe(key, "short", c[1], line);
            return true;
        }

        var first = addendum == "AA" ? 4 : 3;
        var payment = c[first].Trim();
        if (payment.Length != 2 || !char.IsAsciiLetterUpper(payment[0]) || !char.IsAsciiDigit(payment[1])) throw file.Error(line, "a payment indicator of another form", "a letter and a digit, as in A2");
        sink.Row().Column(addendum).Column(payment)
            .Number(c[first + 1], line, "payment weight")
            .Number(OppsAddendumB.Money(c[first + 2]), line, "payment rate")
            .Column(addendum == "AA" ? file.OneOf(c[3], line, "multiple procedure discounting", "Y", "N") : "")
            .Column(file.OneOf(c[1], line, "mark", "", "*", "**"))
            .End(Asc, key, line);
        sink.Describe(key, "short", c[2], line);
        return true;
    }

    private static EditionDates Edition(ReleaseFile file, string[] header, int line)
    {
        var match = Quarter().Match(Cells.Squeeze(header[4]));
        if (!match.Success) throw file.Error(line, $"heading '{Cells.Squeeze(header[4])}'", "the quarter, as in 'July CY 2020 Payment Indicator'");
        var year = file.CheckYear(int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), line);
        return PaymentEditions.Quarter("asc", year, file.QuarterOf(match.Groups[1].Value, line));
    }

    [GeneratedRegex(@"^\s*Addendum (AA|BB|DD1|DD2|EE)(?![A-Z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"^([A-Za-z]+) CY (20[0-9]{2}) ", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();
}
