using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Payment limits of Medicare Part B drugs (<c>October 2025 ASP Pricing File</c>, csv or workbook): notes, a header, eleven columns.
/// "Effective October 1, 2025 through December 31, 2025" above the header is the edition. A limit of "N/A" is blank in the book: the notes column then prices.
/// </summary>
public sealed partial class AspPricing : IImporter
{
    /// <summary>Payment limit in dollars for the dosage of the code's descriptor.</summary>
    public static readonly Table Asp = new(
        "asp", "dosage", "paymentLimit", "coinsurance", "vaccineAwp", "vaccineLimit", "bloodAwp", "bloodLimit", "clottingFactor", "notes");

    private static readonly string[] Header =
    [
        "HCPCS Code", "Short Description", "HCPCS Code Dosage", "Payment Limit", "Co-insurance Percentage", "Vaccine AWP%", "Vaccine Limit", "Blood AWP%", "Blood limit",
        "Clotting Factor", "Notes",
    ];

    /// <inheritdoc/>
    public string Name => "asp-pricing";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Asp, ProcedureCodes.Descriptor];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.HasHeader(Header);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var above = new List<string>();
        foreach (var (line, c) in file.Grid().Below(file, Header, above))
        {
            cancel.ThrowIfCancellationRequested();
            if (sink.CurrentEdition is null) sink.Edition(Effective(file, above, "asp"));
            var key = file.Procedure(c[0], line);
            sink.Unique(key, line);
            sink.Row().Column(c[2])
                .Number(c[3].Trim() == "N/A" ? "" : c[3], line, "payment limit").Number(c[4], line, "coinsurance")
                .Number(c[5], line, "vaccine AWP").Number(c[6], line, "vaccine limit")
                .Number(c[7], line, "blood AWP").Number(c[8], line, "blood limit")
                .Column(c[9]).Column(c[10])
                .End(Asp, key, line);
            sink.Describe(key, "short", c[1], line);
        }
    }

    /// <summary>The quarter that "Effective October 1, 2025 through December 31, 2025" states.</summary>
    internal static EditionDates Effective(ReleaseFile file, List<string> above, string dataset)
    {
        var match = file.Heading(above, Period(), "'Effective October 1, 2025 through December 31, 2025'");
        if (!DateOnly.TryParseExact(match.Groups[1].Value, "MMMM d, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !DateOnly.TryParseExact(match.Groups[2].Value, "MMMM d, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to))
            throw file.Error(1, $"'{match.Value}'", "two dates such as October 1, 2025");
        file.CheckYear(from.Year, 1);
        var edition = PaymentEditions.Quarter(dataset, from.Year, (from.Month + 2) / 3);
        return (edition.From, edition.To) == (from, to) ? edition : throw file.Error(1, $"'{match.Value}'", "a calendar quarter");
    }

    [GeneratedRegex("Effective ([A-Za-z]+ [0-9]{1,2}, 20[0-9]{2}) through ([A-Za-z]+ [0-9]{1,2}, 20[0-9]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Period();
}
