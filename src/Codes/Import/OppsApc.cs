namespace CodingAhead.Codes.Import;

/// <summary>
/// Rates of ambulatory payment classifications as the outpatient Pricer holds them (<c>apc-rate-2024.csv</c>: zero-padded amounts, five-digit APCs, the date
/// from which a rate counts).
/// </summary>
public sealed class OppsApc : IImporter
{
    /// <summary>Rate and coinsurance in dollars, keyed by the indicator <c>APC-5414</c>.</summary>
    public static readonly Table Apc = new("apc", "status", "paymentRate", "nationalCoinsurance", "minimumCoinsurance", "effective");

    private static readonly string[] Header = ["apc", "statusIndicator", "effectiveDate", "paymentRate", "nationalCoinsurance", "minimumCoinsurance"];

    /// <inheritdoc/>
    public string Name => "opps-apc";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Apc];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => !probe.IsBinary && probe.HasHeader(Header);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(PaymentEditions.CalendarYear("apc", file.Year()));
        foreach (var (line, c) in file.Csv().Below(file, Header))
        {
            cancel.ThrowIfCancellationRequested();
            var number = file.Digits(c[0], 5, line, "APC");
            if (number[0] != '0') throw file.Error(line, $"APC '{number}'", "four digits behind a zero");
            var key = CodeKey.Of(CodeSet.Indicator, "APC-" + number[1..]);
            var effective = file.DateText(c[2], line, "effective date");
            if (string.IsNullOrWhiteSpace(c[3])) throw file.Error(line, "no payment rate", "a number");
            sink.Unique(key, line, effective);
            sink.Row().Column(file.OneOf(c[1], line, "status indicator", OppsAddendumB.Statuses))
                .Number(c[3], line, "payment rate").Number(c[4], line, "national coinsurance").Number(c[5], line, "minimum coinsurance")
                .Column(effective).End(Apc, key, line);
        }
    }
}
