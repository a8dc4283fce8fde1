using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The relative value file of the Medicare physician fee schedule, comma-separated (<c>PPRRVU2025_Oct.csv</c> and, from 2026, the pair
/// <c>PPRRVU2026_Jan_nonQPP.csv</c> / <c>_QPP.csv</c>): 31 columns below ten heading rows. Layout and indicator values: record layout and
/// Attachment A of the release's own document (RVU25D, "National Physician Fee Schedule Relative Value File Calendar Year 2025").
/// </summary>
public sealed partial class PfsRvu : IImporter
{
    /// <summary>Relative values and payment policy indicators, one row a code, modifier and variant.</summary>
    public static readonly Table Rvu = new(
        "pfs-rvu",
        "modifier", "status", "workRvu", "nonFacilityPe", "nonFacilityNa", "facilityPe", "facilityNa", "mp", "nonFacilityTotal", "facilityTotal",
        "pctc", "global", "pre", "intra", "post", "multiple", "bilateral", "assistant", "coSurgeon", "team", "endoscopicBase", "conversionFactor",
        "supervision", "calculationFlag", "imagingFamily", "nonFacilityPeOpps", "facilityPeOpps", "mpOpps", "notUsedForMedicarePayment", "variant")
    { Defines = true, Complete = [CodeSet.Cpt] };

    internal const string Dataset = "pfs";

    private static readonly string[] Header =
    [
        "HCPCS", "MOD", "DESCRIPTION", "CODE", "PAYMENT", "RVU", "PE RVU", "INDICATOR", "PE RVU", "INDICATOR", "RVU", "TOTAL", "TOTAL", "IND", "DAYS",
        "OP", "OP", "OP", "PROC", "SURG", "SURG", "SURG", "SURG", "BASE", "FACTOR", "PROCEDURES", "FLAG", "INDICATOR", "AMOUNT", "AMOUNT", "AMOUNT",
    ];

    /// <inheritdoc/>
    public string Name => "pfs-rvu";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Rvu, ProcedureCodes.Descriptor];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => !probe.IsBinary && probe.HasHeader(Header);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var above = new List<string>();
        Writer? writer = null;
        foreach (var (line, cells) in file.Csv().Below(file, Header, above))
        {
            cancel.ThrowIfCancellationRequested();
            if (writer is null)
            {
                var title = file.Heading(above, Title(), "'2025 National Physician Fee Schedule Relative Value File October Release'");
                var year = file.CheckYear(int.Parse(title.Groups[1].ValueSpan, CultureInfo.InvariantCulture), 1);
                writer = new Writer(file, sink, file.RvuRelease(Dataset, year, file.QuarterOf(title.Groups[2].Value, 1))!.Value);
            }

            writer.Write(cells, line);
        }
    }

    /// <summary>Writes the rows of both variants of the file, given in the csv's column order.</summary>
    internal sealed class Writer
    {
        private readonly ReleaseFile file;
        private readonly FactSink sink;
        private readonly int year;
        private readonly HashSet<CodeKey> described = [];
        private string? variant;

        public Writer(ReleaseFile file, FactSink sink, EditionDates edition)
        {
            this.file = file;
            this.sink = sink;
            year = edition.From.Year;
            sink.Edition(edition);
        }

        public void Write(string[] c, int line)
        {
            var key = file.Procedure(c[0], line);
            var modifier = file.Modifier(c[1], line);
            variant ??= Variant(file, year, c[24], line);
            sink.Unique(key, line, modifier);
            sink.Row().Column(modifier)
                .Column(file.Flag(c[3], line, "status code", "ABCDEFGHIJMNPRTX"))
                .Number(Required(c[5], line, "work RVU"), line, "work RVU")
                .Number(Required(c[6], line, "non-facility PE RVU"), line, "non-facility PE RVU")
                .Column(file.OneOf(c[7], line, "non-facility NA indicator", "", "NA"))
                .Number(Required(c[8], line, "facility PE RVU"), line, "facility PE RVU")
                .Column(file.OneOf(c[9], line, "facility NA indicator", "", "NA"))
                .Number(Required(c[10], line, "MP RVU"), line, "MP RVU")
                .Number(c[11], line, "non-facility total")
                .Number(c[12], line, "facility total")
                .Column(file.Flag(c[13], line, "PC/TC indicator", "0123456789"))
                .Column(file.OneOf(c[14], line, "global days", "000", "010", "090", "MMM", "XXX", "YYY", "ZZZ"))
                .Number(c[15], line, "preoperative percentage")
                .Number(c[16], line, "intraoperative percentage")
                .Number(c[17], line, "postoperative percentage")
                .Column(file.Flag(c[18], line, "multiple procedure indicator", "012345679"))
                .Column(file.Flag(c[19], line, "bilateral indicator", "01239"))
                .Column(file.Flag(c[20], line, "assistant at surgery indicator", "0129"))
                .Column(file.Flag(c[21], line, "co-surgeon indicator", "0129"))
                .Column(file.Flag(c[22], line, "team surgery indicator", "0129"))
                .Column(c[23].Trim().Length == 0 ? "" : file.Procedure(c[23], line).Code)
                .Number(Required(c[24], line, "conversion factor"), line, "conversion factor")
                .Column(file.OneOf(c[25], line, "supervision indicator", "", "01", "02", "03", "04", "05", "06", "09", "21", "22", "66", "6A", "77", "7A"))
                .Column(file.OneOf(c[26], line, "calculation flag", "", "0", "1"))
                .Column(file.OneOf(c[27], line, "imaging family", "", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "88", "99"))
                .Number(c[28], line, "non-facility PE for OPPS")
                .Number(c[29], line, "facility PE for OPPS")
                .Number(c[30], line, "MP for OPPS")
                .Column(file.OneOf(c[4], line, "'not used for Medicare payment'", "", "+").Length > 0 ? "yes" : "")
                .Column(variant)
                .End(Rvu, key, line);
            if (described.Add(key)) sink.Describe(key, "short", c[2], line);
        }

        private string Required(string value, int line, string what) =>
            string.IsNullOrWhiteSpace(value) ? throw file.Error(line, $"no {what}", "a number") : value;
    }

    // From 2026 the law sets two conversion factors, 33.5675 for qualifying APM participants and 33.4009 for others in 2026 (90 FR, CY 2026 final
    // rule), and each release has a file for each. The names say which; where they do not, a known factor does; a contradiction is refused.
    private static string Variant(ReleaseFile file, int year, string conversionFactor, int line)
    {
        var named = file.Names.Select(n => VariantName().Match(n)).FirstOrDefault(m => m.Success)?.Groups[1].Value.ToLowerInvariant();
        var factor = year != 2026 ? null : conversionFactor.Trim() switch { "33.5675" => "qpp", "33.4009" => "nonqpp", _ => null };
        if (named is not null && factor is not null && named != factor)
            throw file.Error(line, $"conversion factor {conversionFactor.Trim()} in a file named {named}", "the file's own conversion factor");
        if (year >= 2026 && named is null && factor is null)
            throw file.Error(0, "a name that does not tell which conversion factor the file has", "a name ending in _QPP or _nonQPP");
        return named ?? factor ?? "";
    }

    [GeneratedRegex(@"(20[0-9]{2}) National Physician Fee Schedule Relative Value File (January|April|July|October) Release", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"(?<![A-Za-z])(nonQPP|QPP)(?![A-Za-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VariantName();
}
