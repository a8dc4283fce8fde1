using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Technical components of imaging whose physician fee schedule amount is capped at the hospital outpatient rate, by locality
/// (<c>OPPSCAP_Oct.csv</c> and <c>.txt</c>; Deficit Reduction Act of 2005, section 5102(b)). Neither content nor name states the year:
/// the archive (<c>RVU25D.zip</c>) or a folder named after the release (<c>2025D</c>) does.
/// </summary>
public sealed partial class OppsCap : IImporter
{
    /// <summary>Capped amounts in dollars; for status C the cap itself.</summary>
    public static readonly Table Cap = new("opps-cap", "modifier", "status", "mac", "locality", "facilityPrice", "nonFacilityPrice");

    private static readonly string[] Header = ["HCPCS", "MOD", "PROCSTAT", "CARRIER", "LOCALITY", "FACILITY PRICE", "NON-FACILTY PRICE"];

    /// <inheritdoc/>
    public string Name => "opps-cap";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Cap];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => !probe.IsBinary && probe.FirstLines.Count > 0 && (probe.HasHeader(Header) || Begins(probe.FirstLines[0]));

    /// <summary>Whether a line is a record of the text variant; code and modifier at its start look like an ICD-10-PCS code.</summary>
    internal static bool Begins(string line) => TextRecord().IsMatch(line);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(file.RvuRelease("opps-cap", null, null)
            ?? throw file.Error(0, "no release in the file's names", "an archive or folder named after the release, as in RVU25D.zip"));
        foreach (var (line, c) in Rows(file))
        {
            cancel.ThrowIfCancellationRequested();
            var key = file.Procedure(c[0], line);
            var modifier = file.Modifier(c[1], line);
            var locality = file.Locality(c[3], c[4], line).Code;
            if (string.IsNullOrWhiteSpace(c[5]) || string.IsNullOrWhiteSpace(c[6])) throw file.Error(line, "a blank price", "a number");
            sink.Unique(key, line, modifier + locality);
            sink.Row().Column(modifier)
                .Column(file.Flag(c[2], line, "status code", "ABCDEFGHIJMNPRTX"))
                .Column(locality.AsSpan(0, 5)).Column(locality.AsSpan(5))
                .Number(c[5], line, "facility price").Number(c[6], line, "non-facility price")
                .End(Cap, key, line);
        }
    }

    private static IEnumerable<(int Line, string[] Cells)> Rows(ReleaseFile file)
    {
        var rows = file.Csv().GetEnumerator();
        using (rows)
        {
            if (!rows.MoveNext()) throw file.Error(0, "an empty file", "records");
            if (Cells.IsHeader(rows.Current.Fields, Header))
            {
                var any = false;
                while (rows.MoveNext())
                {
                    var (line, cells) = rows.Current;
                    if (cells.All(string.IsNullOrWhiteSpace)) continue;
                    if (cells.Length != Header.Length) throw file.Error(line, $"{cells.Length} columns", $"{Header.Length}");
                    any = true;
                    yield return (line, cells);
                }

                if (!any) throw file.Error(0, "no rows below the header", "at least one");
                yield break;
            }

            do
            {
                var (line, cells) = rows.Current;
                if (cells.All(c => c.Trim(' ', '\u001a').Length == 0)) continue;
                var match = TextRecord().Match(string.Join(',', cells).TrimEnd());
                if (!match.Success) throw file.Error(line, "a record of another form", "code, modifier, status, contractor, locality and two prices in 38 characters");
                yield return (line, [.. match.Groups.Values.Skip(1).Select(g => g.Value)]);
            }
            while (rows.MoveNext());
        }
    }

    [GeneratedRegex(@"^([0-9A-Z]{5})([0-9A-Z ]{2}) ([A-Z]) ([0-9]{5})  ([0-9]{2})([ 0-9.]{9})([ 0-9.]{10})$", RegexOptions.CultureInvariant)]
    private static partial Regex TextRecord();
}
