using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The clinical diagnostic laboratory fee schedule (<c>PUF_CLFS_CY2026_Q3V1</c> as csv, workbook, and text delimited by <c>~</c> without the two longer
/// descriptors). The title states the year, the names the quarter. LONGDESC is cut at 80 characters and is, for CPT codes, the consumer-friendly
/// descriptor; EXTENDEDLONGDESC is the full one.
/// </summary>
public sealed partial class Clfs : IImporter
{
    /// <summary>Rate in dollars; indicator N national limit, L local.</summary>
    public static readonly Table Fee = new("clfs", "modifier", "effective", "indicator", "rate") { Defines = true };

    private static readonly string[] Header = ["YEAR", "HCPCS", "MOD", "EFF_DATE", "INDICATOR", "RATE", "SHORTDESC", "LONGDESC", "EXTENDEDLONGDESC"];

    /// <inheritdoc/>
    public string Name => "clfs";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Fee, ProcedureCodes.Descriptor];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.HasHeader(Header) || probe.HasLine(string.Join('~', Header.Take(7)));

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var above = new List<string>();
        var text = !file.IsZip() && IsText(file);
        var described = new HashSet<CodeKey>();
        var year = 0;
        foreach (var (line, c) in text ? Tildes(file).Below(file, Header[..7], above) : file.Grid().Below(file, Header, above))
        {
            cancel.ThrowIfCancellationRequested();
            if (sink.CurrentEdition is null)
            {
                year = int.Parse(file.Heading(above, Title(), "'2026 Clinical Diagnostic Laboratory Fee Schedule'").Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                sink.Edition(file.NamedQuarter("clfs", year));
            }

            if (c[0].Trim() != year.ToString(CultureInfo.InvariantCulture)) throw file.Error(line, $"year '{c[0].Trim()}'", $"{year}, as in the title");
            var key = file.Procedure(c[1], line);
            var modifier = file.Modifier(c[2], line);
            if (string.IsNullOrWhiteSpace(c[5])) throw file.Error(line, "no rate", "a number");
            sink.Unique(key, line, modifier);
            sink.Row().Column(modifier)
                .Column(file.DateText(c[3], line, "effective date"))
                .Column(file.OneOf(c[4], line, "indicator", "N", "L"))
                .Number(c[5], line, "rate")
                .End(Fee, key, line);
            if (!described.Add(key)) continue;
            sink.Describe(key, "short", c[6], line);
            if (text) continue;
            sink.Describe(key, "long", c[8], line);
            if (key.Set == CodeSet.Cpt) sink.Describe(key, "consumer", c[7], line);
        }
    }

    private static bool IsText(ReleaseFile file)
    {
        using var lines = file.Lines();
        while (lines.Number < 60 && lines.Read())
        {
            if (lines.Current.StartsWith("YEAR~"u8)) return true;
        }

        return false;
    }

    private static IEnumerable<(int Line, string[] Cells)> Tildes(ReleaseFile file)
    {
        using var lines = file.Lines();
        while (lines.Read()) yield return (lines.Number, Encoding.UTF8.GetString(lines.Current).Trim('\u001a').Split('~'));
    }

    [GeneratedRegex("^(20[0-9]{2}) Clinical Diagnostic Laboratory Fee Schedule", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
