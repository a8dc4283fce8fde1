using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Physician fee schedule amounts by locality: the carrier files (<c>PFALL26.txt</c>) and their quarterly revisions (<c>PFREV26B.txt</c>, from 2026 one for
/// qualifying APM participants, <c>QP</c>, and one for others): quoted csv of sixteen columns and trailer lines that begin with <c>TRL-</c>. Layout: "PF26PB",
/// the record layout shipped with the files. A revision holds only the rows that changed. The amounts are those that
/// <see cref="PfsRvu"/>, <see cref="Gpci"/> and the caps come to, so they serve as a check.
/// </summary>
public sealed partial class PfsFee : IImporter
{
    /// <summary>Amounts in dollars, one row a code, modifier, locality and variant (<c>qp</c>, <c>nonqp</c> or blank before 2026).</summary>
    public static readonly Table Fee = new(
        "pfs-fee", "year", "mac", "locality", "modifier", "nonFacilityFee", "facilityFee", "pctc", "status", "multiple", "therapyReductionNonFacility",
        "therapyReductionFacility", "oppsIndicator", "oppsNonFacilityFee", "oppsFacilityFee", "variant")
    { Snapshot = false };

    /// <inheritdoc/>
    public string Name => "pfs-fee";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Fee];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.FirstLines.Count > 0 && Record().IsMatch(probe.FirstLines[0]);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var year = "";
        var variant = "";
        var trailer = false;
        var repeated = 0;
        var seen = new Dictionary<(CodeKey, string), string>();
        foreach (var (line, c) in file.Csv())
        {
            cancel.ThrowIfCancellationRequested();
            if (c.All(cell => cell.Trim(' ', '\u001a').Length == 0)) continue;
            if (c[0].StartsWith("TRL-", StringComparison.Ordinal))
            {
                trailer = true;
                continue;
            }

            if (trailer) throw file.Error(line, "a record after the trailer", "no more records");
            if (c.Length != 16) throw file.Error(line, $"{c.Length} columns", "16");
            if (year.Length == 0)
            {
                year = c[0];
                if (year.Length != 4 || !year.StartsWith("20", StringComparison.Ordinal) || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) throw file.Error(line, $"year '{year}'", "a year");
                sink.Edition(Edition(file, number, out variant));
            }

            if (c[0] != year) throw file.Error(line, $"year '{c[0]}'", $"{year}, as in the first record");
            var key = file.Procedure(c[3], line);
            var modifier = file.Modifier(c[4], line);
            var locality = file.Locality(c[1], c[2], line).Code;
            if (!string.IsNullOrWhiteSpace(c[7])) throw file.Error(line, "a value in the eighth column", "a filler");
            if (string.IsNullOrWhiteSpace(c[5]) || string.IsNullOrWhiteSpace(c[6])) throw file.Error(line, "a blank fee", "a number");
            var record = string.Join('|', c.Select(cell => cell.Trim()));
            if (!seen.TryAdd((key, modifier + locality), record))
            {
                if (seen[(key, modifier + locality)] != record) throw file.Error(line, $"{key.Code} in {locality} a second time, with other amounts", "each code, modifier and locality once");
                repeated++;
                continue;
            }

            sink.Row().Column(year).Column(locality.AsSpan(0, 5)).Column(locality.AsSpan(5)).Column(modifier)
                .Number(c[5], line, "non-facility fee").Number(c[6], line, "facility fee")
                .Column(file.Flag(c[8], line, "PC/TC indicator", "0123456789"))
                .Column(file.Flag(c[9], line, "status code", "ABCDEFGHIJMNPRTX"))
                .Column(file.Flag(c[10], line, "multiple procedure indicator", "012345679"))
                .Number(c[11], line, "therapy reduction").Number(c[12], line, "therapy reduction")
                .Column(file.Flag(c[13], line, "OPPS indicator", "0123456789"))
                .Number(c[14], line, "OPPS non-facility fee").Number(c[15], line, "OPPS facility fee")
                .Column(variant)
                .End(Fee, key, line);
        }

        if (year.Length == 0) throw file.Error(0, "no records", "at least one");
        if (repeated > 0) sink.Notes.Add($"{repeated} records that repeat an earlier one word for word were left out");
    }

    // PFREV26B: the second quarter of 2026. PFREV4, an older way of naming, is the fourth. PFALL26: the whole year. From its quarter
    // a fee counts to the end of the year, unless revised again.
    private static EditionDates Edition(ReleaseFile file, int year, out string variant)
    {
        var names = file.Names.ToArray();
        var suffix = names.Select(n => Suffix().Match(n)).FirstOrDefault(m => m.Success);
        variant = suffix is null ? "" : suffix.Groups[1].Value.Equals("QP", StringComparison.OrdinalIgnoreCase) ? "qp" : "nonqp";
        if (year >= 2026 && suffix is null) throw file.Error(0, "a name that does not tell which conversion factor the fees have", "a name ending in _QP or _nonQP");
        var revision = names.Select(n => Revision().Match(n)).FirstOrDefault(m => m.Success);
        if (revision is null) return PaymentEditions.CalendarYear("pfs-fee", year);
        if (revision.Groups["year"].Success && 2000 + int.Parse(revision.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) != year)
            throw file.Error(0, $"fees of {year} in '{revision.Value}'", "the year of the name");
        var quarter = revision.Groups["letter"].Success ? char.ToUpperInvariant(revision.Groups["letter"].ValueSpan[0]) - 'A' + 1 : revision.Groups["number"].ValueSpan[0] - '0';
        var (from, _) = EditionNames.QuarterDates(year, quarter);
        return new EditionDates("pfs-fee", string.Create(CultureInfo.InvariantCulture, $"PFREV{year % 100:00}{(char)('A' + quarter - 1)}"), from, new DateOnly(year, 12, 31));
    }

    [GeneratedRegex("^\"20[0-9]{2}\",\"[0-9]{5}\",\"[0-9]{2}\",\"[0-9A-Z]{5}\",\"[0-9A-Z ]{2}\",\"[0-9.]+\",\"[0-9.]+\",", RegexOptions.CultureInvariant)]
    private static partial Regex Record();

    [GeneratedRegex(@"_(nonQP|QP)(?![A-Za-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"PFREV(?:(?<year>[0-9]{2})(?<letter>[A-D])|(?<number>[1-4]))(?![0-9A-Za-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Revision();
}
