using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Anesthesia conversion factors by Medicare locality (<c>ANES2025.csv</c> and <c>.txt</c> of the physician fee schedule release). The national
/// factor stands in the csv's header only. The text variant has no header, whole cents without a point, and cuts names at 40 characters.
/// The content states no year: the names do.
/// </summary>
public sealed partial class AnesthesiaCf : IImporter
{
    /// <summary>Dollars per anesthesia unit in a locality; under the register key <c>ANESCF</c>, the national factor.</summary>
    public static readonly Table Factor = new("anes-cf", "name", "conversionFactor");

    /// <summary>The key of the national factor.</summary>
    public static readonly CodeKey National = CodeKey.Of(CodeSet.Register, "ANESCF");

    /// <inheritdoc/>
    public string Name => "anes-cf";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Factor];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.FirstLines.Count > 0 && !probe.IsBinary
        && (CsvHeader().IsMatch(probe.FirstLines[0]) || TextRecord().IsMatch(probe.FirstLines[0]));

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var year = file.Year();
        sink.Edition(file.RvuRelease("anes-cf", year, null) ?? PaymentEditions.CalendarYear("anes-cf", year));
        var csv = false;
        foreach (var (line, cells) in file.Csv())
        {
            cancel.ThrowIfCancellationRequested();
            if (line == 1 && CsvHeader().Match(string.Join(',', cells)) is { Success: true } header)
            {
                csv = true;
                sink.Row().Column("NATIONAL").Number(header.Groups[1].ValueSpan, line, "national conversion factor").End(Factor, National, line);
                continue;
            }

            if (cells.All(c => c.Trim(' ', '\u001a').Length == 0)) continue;
            string[] c;
            var factor = "";
            if (csv)
            {
                c = cells.Length == 4 ? cells : throw file.Error(line, $"{cells.Length} columns", "4");
                factor = c[3];
            }
            else
            {
                var match = TextRecord().Match(string.Join(',', cells));
                if (!match.Success) throw file.Error(line, "a record of another form", "contractor, locality, name and factor in 77 characters");
                var cents = match.Groups[4].Value;
                c = [match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, ""];
                factor = $"{cents[..^2]}.{cents[^2..]}";
            }

            var key = file.Locality(c[0], c[1], line);
            if (string.IsNullOrWhiteSpace(factor)) throw file.Error(line, "no conversion factor", "a number");
            sink.Unique(key, line);
            sink.Row().Column(c[2].Trim().TrimEnd('*')).Number(factor, line, "conversion factor").End(Factor, key, line);
        }

        if (sink.Facts.Count == 0) throw file.Error(0, "no localities", "at least one");
    }

    [GeneratedRegex(@"^Contractor,Locality,Locality Name,National Anes CF of ([0-9.]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CsvHeader();

    [GeneratedRegex(@"^([0-9]{5}) {7}([0-9]{2}) {4}(\S.{39}) {15}([0-9 ]{1}[0-9]{3})$", RegexOptions.CultureInvariant)]
    private static partial Regex TextRecord();
}
