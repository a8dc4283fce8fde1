using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The fee schedule for durable medical equipment, prosthetics, orthotics and supplies (<c>DMEPOS26_JAN.xlsx</c>): for each code and modifiers a ceiling,
/// a floor and, for each state, a non-rural (NR) and a rural (R) fee. "January 2026 Fee Schedule" above the header is the edition.
/// </summary>
public sealed class Dmepos : IImporter
{
    /// <summary>Fees in dollars; <c>fees</c> is <c>AL:NR=0.58;AL:R=0;…</c> in the file's order, blank ones left out.</summary>
    public static readonly Table Fees = new("dmepos", "modifier", "modifier2", "jurisdiction", "category", "ceiling", "floor", "fees");

    private static readonly string[] Header = ["HCPCS", "Mod", "Mod2", "JURIS", "CATG", "Ceiling", "Floor"];

    /// <inheritdoc/>
    public string Name => "dmepos";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Fees];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.HasSheetRow(Header);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel) => StateFees.Read(file, sink, "dmepos", Header, (c, line) =>
        sink.Column(file.Flag(c[3], line, "jurisdiction", "DJL"))
            .Column(c[4].Trim().Length == 2 && c[4].Trim().All(char.IsAsciiLetterUpper) ? c[4] : throw file.Error(line, "a category of another form", "two letters, as in IN"))
            .Number(c[5], line, "ceiling").Number(c[6], line, "floor"), Fees, cancel);
}

/// <summary>What the DMEPOS and PEN fee schedules share: a heading with the quarter, a fee column for each state and area, a description last.</summary>
internal static partial class StateFees
{
    public static void Read(ReleaseFile file, FactSink sink, string dataset, string[] header, Action<string[], int> middle, Table table, CancellationToken cancel)
    {
        string[]? states = null;
        var above = new List<string>();
        var fees = new StringBuilder();
        foreach (var (line, c) in file.Grid())
        {
            cancel.ThrowIfCancellationRequested();
            if (c.All(string.IsNullOrWhiteSpace)) continue;
            if (states is null)
            {
                if (c.Length > header.Length && Cells.IsHeader(c[..header.Length], header))
                {
                    states = States(file, c, header.Length, line);
                    var match = file.Heading(above, Title(), "'January 2026 Fee Schedule'");
                    var year = file.CheckYear(int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), 1);
                    sink.Edition(PaymentEditions.Quarter(dataset, year, file.QuarterOf(match.Groups[1].Value, 1)));
                }
                else if (above.Count > 20)
                {
                    break;
                }
                else
                {
                    above.AddRange(c.Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(Cells.Squeeze));
                }

                continue;
            }

            if (c.Length < header.Length + states.Length) throw file.Error(line, $"{c.Length} columns", $"{header.Length + states.Length + 1}");
            var key = file.Procedure(c[0], line);
            var (one, two) = (file.Modifier(c[1], line), file.Modifier(c[2], line));
            sink.Unique(key, line, $"modifiers '{one}' '{two}'");
            sink.Row().Column(one).Column(two);
            middle(c, line);
            fees.Clear();
            for (var i = 0; i < states.Length; i++)
            {
                var value = c[header.Length + i].Trim();
                if (value.Length == 0) continue;
                if (!decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fee)) throw file.Error(line, $"fee '{(value.Length > 20 ? value[..20] : value)}' of {states[i]}", "a number");
                if (fees.Length > 0) fees.Append(';');
                fees.Append(CultureInfo.InvariantCulture, $"{states[i]}={(fee / 1.000000000000000000000000000m)}");
            }

            sink.Column(fees.ToString()).End(table, key, line);
        }

        if (states is null) throw file.Error(0, "no header row", $"'{string.Join(", ", header)}' and the states");
        if (sink.Facts.Count == 0) throw file.Error(0, "no rows below the header", "at least one");
    }

    private static string[] States(ReleaseFile file, string[] c, int first, int line)
    {
        var states = new List<string>();
        for (var i = first; i < c.Length; i++)
        {
            var match = Area().Match(c[i].Trim());
            if (match.Success && states.Count == i - first) states.Add($"{match.Groups[1].Value}:{match.Groups[2].Value}");
            else if (!string.IsNullOrWhiteSpace(c[i]) && !c[i].Trim().StartsWith("Desc", StringComparison.OrdinalIgnoreCase)) throw file.Error(line, $"column '{Cells.Squeeze(c[i])}'", "a state and NR or R, or the description");
        }

        if (states.Count == 0 || states.Distinct().Count() != states.Count) throw file.Error(line, $"{states.Count} fee columns", "two different ones for each state");
        return [.. states];
    }

    [GeneratedRegex(@"^([A-Za-z]+) (20[0-9]{2}) Fee Schedule$", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"^([A-Z]{2}) ?\((NR|R)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Area();
}
