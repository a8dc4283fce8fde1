using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Geographic practice cost indices by Medicare locality (<c>GPCI2025.csv</c> and <c>.txt</c>, Addendum E of the physician fee schedule rule).
/// The heading states the year; a work column headed "with 1.0 Floor" is recorded, as Congress renews that floor for part of a year at a time.
/// Asterisks after a name point to footnotes and are left out.
/// </summary>
public sealed partial class Gpci : IImporter
{
    /// <summary>The three indices of a locality.</summary>
    public static readonly Table Index = new("gpci", "state", "name", "work", "pe", "mp", "floor");

    private static readonly string[] Header =
        ["Medicare Administrative Contractor (MAC)", "State", "Locality Number", "Locality Name", "*", "*PE GPCI", "*MP GPCI"];

    /// <inheritdoc/>
    public string Name => "gpci";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Index];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.FirstLines.Count > 0
        && Title().IsMatch(probe.FirstLines[0]) && probe.FirstLines.Any(l => l.StartsWith("Medicare Admi", StringComparison.OrdinalIgnoreCase) && l.Contains("PE GPCI", StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        string? floor = null;
        foreach (var (line, c) in Rows(file))
        {
            cancel.ThrowIfCancellationRequested();
            if (floor is null)
            {
                var title = Title().Match(c[0]);
                if (sink.CurrentEdition is null)
                {
                    if (!title.Success) throw file.Error(line, "a heading without its year", "'CY 2025 GEOGRAPHIC PRACTICE COST INDICES'");
                    var year = file.CheckYear(int.Parse(title.Groups[1].ValueSpan, CultureInfo.InvariantCulture), line);
                    sink.Edition(file.RvuRelease("gpci", year, null) ?? PaymentEditions.CalendarYear("gpci", year));
                }
                else if (c.Length == 7 && Cells.IsHeader(c, Header))
                {
                    if (!c[4].Contains("PW GPCI", StringComparison.Ordinal)) throw file.Error(line, $"column '{c[4]}'", "the PW (work) GPCI");
                    floor = c[4].Contains("Floor", StringComparison.OrdinalIgnoreCase) ? "yes" : "no";
                }

                continue;
            }

            if (!c[0].Trim().All(char.IsAsciiDigit))
            {
                if (c.Skip(1).All(string.IsNullOrWhiteSpace)) continue; // a footnote
                throw file.Error(line, $"contractor '{c[0]}'", "five digits");
            }

            if (c.Length != 7) throw file.Error(line, $"{c.Length} columns", "7");
            var key = file.Locality(c[0], c[2], line);
            var state = c[1].Trim();
            if (state.Length != 2 || !state.All(char.IsAsciiLetterUpper)) throw file.Error(line, $"state '{state}'", "two letters");
            sink.Unique(key, line);
            sink.Row().Column(state).Column(c[3].Trim().TrimEnd('*'));
            for (var i = 4; i < 7; i++)
            {
                if (string.IsNullOrWhiteSpace(c[i])) throw file.Error(line, "a blank index", "a number");
                sink.Number(c[i], line, "index");
            }

            sink.Column(floor).End(Index, key, line);
        }

        if (floor is null) throw file.Error(0, "no header row", $"'{string.Join(", ", Header)}'");
        if (sink.Facts.Count == 0) throw file.Error(0, "no localities", "at least one");
    }

    // Both variants as seven cells: the text variant has them at fixed positions, and its own spelling of the header.
    private static IEnumerable<(int Line, string[] Cells)> Rows(ReleaseFile file)
    {
        var fixedWidth = false;
        foreach (var (line, cells) in file.Csv())
        {
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            if (!fixedWidth && cells.Length == 1 && line > 1 && cells[0].Contains("PE GPCI", StringComparison.Ordinal))
            {
                fixedWidth = true;
                yield return (line, ["Medicare Administrative Contractor (MAC)", "State", "Locality Number", "Locality Name", FloorHeading().IsMatch(cells[0]) ? "PW GPCI (with 1.0 Floor)" : "PW GPCI", "PE GPCI", "MP GPCI"]);
                continue;
            }

            if (!fixedWidth || cells[0].Length == 0 || !char.IsAsciiDigit(cells[0][0]))
            {
                yield return (line, fixedWidth ? [string.Join(',', cells)] : cells);
                continue;
            }

            var text = string.Join(',', cells).TrimEnd();
            if (text.Length != 150) throw file.Error(line, $"a record of {text.Length} characters", "150");
            yield return (line, [text.At(1, 16), text.At(17, 24), text.At(25, 29), text.At(30, 121), text.At(122, 133), text.At(134, 145), text.At(146, 150)]);
        }
    }

    [GeneratedRegex(@"CY (20[0-9]{2}) GEOGRAPHIC PRACTICE COST INDICES", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex("1\\.0 Floor", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FloorHeading();
}
