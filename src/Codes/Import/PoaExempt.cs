using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The ICD-10-CM codes exempt from present-on-admission reporting (CMS, <c>ReadMePOAexemptFY26.txt</c>), as tab-separated text or as a workbook with the same columns:
/// order number, code, description. The same zip has the codes added, deleted and revised since the year before, which the full list already holds:
/// they are checked and not stored. The added codes have the full list's columns, so only their name (<c>POAexemptAddCodes…</c>) tells them apart.
/// </summary>
public sealed partial class PoaExempt : IImporter
{
    /// <summary>One row an exempt code, always <c>yes</c>: the description printed beside it is the code's title.</summary>
    public static readonly Table Exempt = new("icd10cm-poa-exempt", "exempt");

    /// <inheritdoc/>
    public string Name => "icd10cm-poa-exempt";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Exempt];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.IsZip
        ? probe.Sheets.Count > 0 && probe.Sheets[0].Rows.Count > 0 && Layout(probe.Sheets[0].Rows[0]) is not null
        : probe.FirstLines.Count > 0 && Layout(probe.FirstLines[0].Split('\t')) is not null;

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        string[]? layout = null;
        var full = false;
        var rows = 0;
        foreach (var (line, cells) in new FileProbe(file).IsZip ? Cells(file) : Fields(file))
        {
            if (layout is null)
            {
                layout = Layout(cells) ?? throw file.Error(line, $"header '{Icd.Shown(string.Join(' ', cells))}'", "Order, POAexemptCode, Description");
                full = layout.Length == 3 && !file.Name.Contains("Add", StringComparison.OrdinalIgnoreCase);
                sink.Edition(Edition(file, full ? "icd10cm-poa-exempt" : "icd10cm-poa-exempt-changes"));
                continue;
            }

            if (cells.All(c => c.Length == 0)) continue;
            if (cells.Length < layout.Length || cells.Skip(layout.Length).Any(c => c.Length > 0)) throw file.Error(line, $"{cells.Length} columns", $"{layout.Length}: {string.Join(", ", layout)}");
            var at = layout.Length == 2 ? 0 : layout.Length - 2;
            if (layout.Length > 2 && !(cells[0].Length is > 0 and <= 6 && cells[0].All(char.IsAsciiDigit))) throw file.Error(line, $"order number '{Icd.Shown(cells[0])}'", "digits");
            if (layout.Length == 4 && cells[1] is not ("Revise from:" or "Revise to:")) throw file.Error(line, $"action '{Icd.Shown(cells[1])}'", "Revise from: or Revise to:");
            var key = Icd.Cm(file, line, cells[at]);
            if (cells[at + 1].Length == 0) throw file.Error(line, $"no description of {key.Display}", "its title");
            rows++;
            if (!full) continue;
            sink.Unique(key, line);
            sink.Row().Column("yes").End(Exempt, key, line);
            if ((line & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
        }

        if (layout is null || rows == 0) throw file.Error(0, "no rows", "a header and codes");
        if (!full) sink.Notes.Add($"{rows} changes checked, none stored: the full list of the same release holds them");
    }

    private static EditionDates Edition(ReleaseFile file, string dataset)
    {
        var match = file.Names.Select(n => FiscalYear().Match(n)).FirstOrDefault(m => m.Success)
            ?? throw file.Error(0, "no fiscal year in the file's names", "a name with FY26 or FY2026");
        var year = int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return Icd.Edition(file, dataset, file.CheckYear(2000 + year));
    }

    private static string[]? Layout(IReadOnlyList<string> cells)
    {
        var names = cells.Select(c => c.Trim()).Where(c => c.Length > 0).ToArray();
        return names switch
        {
            [var order, "POAexemptCode", "Description"] when Order().IsMatch(order) => names,
            [var order, "Action", "POAexemptCode", "Description"] when Order().IsMatch(order) => names,
            ["POAexemptCode", "Description"] => names,
            _ => null,
        };
    }

    private static IEnumerable<(int Line, string[] Cells)> Cells(ReleaseFile file) =>
        file.Sheets().Take(1).SelectMany(s => s.Rows).Select(r => (r.Row, r.Cells.Select(c => c.Trim()).ToArray()));

    // Tabs between, and quotes around a description that has a comma: the text a spreadsheet saves.
    private static IEnumerable<(int Line, string[] Cells)> Fields(ReleaseFile file)
    {
        using var lines = file.Lines();
        while (lines.Read())
        {
            var fields = System.Text.Encoding.UTF8.GetString(lines.Current).Split('\t');
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] = fields[i].Trim();
                if (!fields[i].StartsWith('"')) continue;
                if (fields[i].Length < 2 || !fields[i].EndsWith('"')) throw file.Error(lines.Number, $"'{Icd.Shown(fields[i])}'", "a closing quote");
                fields[i] = fields[i][1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
            }

            yield return (lines.Number, fields);
        }
    }

    [GeneratedRegex(@"FY(?:20)?([0-9]{2})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FiscalYear();

    [GeneratedRegex(@"\AOrder[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Order();
}
