using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Which counties a Medicare locality covers (<c>25LOCCO.csv</c> and <c>.txt</c> of the physician fee schedule release). The csv has lost leading
/// zeros, which are restored. A state is named on the first row of its block only; blocks are parted by blank lines. A block that names no state
/// (California in the 2025 text file) leaves it blank: it is not the state of the block before.
/// </summary>
public sealed partial class LocalityCounty : IImporter
{
    /// <summary>State, fee schedule area and counties of a locality.</summary>
    public static readonly Table Counties = new("locality-county", "state", "area", "counties");

    /// <inheritdoc/>
    public string Name => "locality-county";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Counties];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => Title().IsMatch(probe.FirstLines.Count > 0 ? probe.FirstLines[0] : "")
        && probe.FirstLines.Any(l => l.StartsWith("Medicare Admi", StringComparison.OrdinalIgnoreCase) && l.Contains("Fee Schedule Area", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var state = "";
        var header = false;
        var fixedWidth = false;
        var seen = new Dictionary<CodeKey, string>();
        foreach (var (line, cells) in file.Csv())
        {
            cancel.ThrowIfCancellationRequested();
            if (cells.All(string.IsNullOrWhiteSpace))
            {
                state = "";
                continue;
            }

            if (sink.CurrentEdition is null)
            {
                var title = Title().Match(cells[0]);
                if (!title.Success) throw file.Error(line, "a heading without its year", "'COUNTIES INCLUDED IN 2025 LOCALITIES'");
                var year = file.CheckYear(int.Parse(title.Groups[1].ValueSpan, CultureInfo.InvariantCulture), line);
                sink.Edition(file.RvuRelease("locality-county", year, null) ?? PaymentEditions.CalendarYear("locality-county", year));
                continue;
            }

            if (!header)
            {
                header = cells[0].StartsWith("Medicare Admi", StringComparison.OrdinalIgnoreCase);
                if (!header) throw file.Error(line, $"'{Cells.Squeeze(cells[0])}'", "the header row");
                fixedWidth = cells.Length == 1;
                continue;
            }

            if (cells[0].TrimStart().StartsWith('*')) continue; // a footnote
            string[] c;
            if (fixedWidth)
            {
                var text = string.Join(',', cells);
                if (text.Length < 144) throw file.Error(line, $"a record of {text.Length} characters", "at least 144");
                c = [text.At(1, 16), text.At(17, 22), text.At(23, 45), text.At(46, 143), text.At(144, text.Length)];
            }
            else
            {
                c = cells.Length == 5 ? cells : throw file.Error(line, $"{cells.Length} columns", "5");
            }

            var key = file.Locality(c[0], c[1], line);
            if (!string.IsNullOrWhiteSpace(c[2])) state = c[2].Trim();
            var area = c[3].Trim().TrimEnd('*').TrimEnd();
            var counties = c[4].Trim();
            if (area.Length == 0 || counties.Length == 0) throw file.Error(line, "a blank area or county list", "both");
            if (!seen.TryAdd(key, $"{state}|{area}|{counties}"))
            {
                if (seen[key] != $"{state}|{area}|{counties}") throw file.Error(line, $"{key.Code} a second time, with other counties", "each locality once");
                sink.Notes.Add($"line {line}: {key.Code} is listed twice with the same words; the second was left out");
                continue;
            }

            if (state.Length == 0) sink.Notes.Add($"line {line}: {key.Code} is in a block that names no state");
            sink.Row().Column(state).Column(area).Column(counties).End(Counties, key, line);
        }

        if (sink.Facts.Count == 0) throw file.Error(0, "no localities", "at least one");
    }

    [GeneratedRegex(@"COUNTIES INCLUDED IN (20[0-9]{2}) LOCALITIES", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
