using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The AMA's CPT data files, for installations that hold a licence for them. Copyright lines, then a record a code. Three descriptor files, each
/// tab-delimited (<c>LONGULT.txt</c>, <c>MEDUT.txt</c>, <c>SHORTUT.txt</c>: code, descriptor) or column-delimited (<c>MEDU.txt</c>, <c>SHORTU.txt</c>:
/// code in 1–5, descriptor from 7; <c>LONGULF.txt</c>: code in 1–5, line number in 7–8, text from 10, long descriptors over several lines), and the consolidated
/// file (tab-delimited, header "Concept Id, CPT Code, Long, Medium, Short, Consumer, …"). Which of the descriptors a file holds, only its name tells.
/// </summary>
public sealed partial class AmaCpt : IImporter
{
    /// <summary>That the AMA lists a code in this edition.</summary>
    public static readonly Table Code = new("cpt-code", "listed") { Defines = true, Complete = [CodeSet.Cpt] };

    private static readonly string[] Consolidated = ["Concept Id", "CPT Code", "Long", "Medium", "Short", "Consumer"];

    /// <inheritdoc/>
    public string Name => "ama-cpt";

    /// <inheritdoc/>
    public string Publisher => "AMA";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Code, ProcedureCodes.Descriptor];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe)
    {
        if (probe.IsBinary) return false;
        if (probe.FirstLines.Any(IsConsolidated)) return true;
        var copyright = false;
        foreach (var line in probe.FirstLines)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (IsRecord(line)) return copyright;
            if (line.Split('\t').Length > 2 || line.Contains(",,", StringComparison.Ordinal)) return false;
            copyright |= line.Contains("American Medical Association", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var year = 0;
        var columns = 0;
        var kind = "";
        string? open = null;
        var openLine = 0;
        var part = 0;
        var text = new StringBuilder();
        using var lines = file.Lines();
        while (lines.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var line = Encoding.UTF8.GetString(lines.Current).TrimEnd('\u001a');
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (columns == 0)
            {
                if (IsConsolidated(line)) columns = line.Split('\t').Length;
                else if (IsRecord(line)) (columns, kind) = (line[5] == '\t' ? 2 : 1, Kind(file));
                else if (Effective().Match(line) is { Success: true } stated) year = int.Parse(stated.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                if (columns == 0)
                {
                    // A copyright line never begins with a code: a record that was cut does.
                    if (ProcedureCodes.TryParse(line.AsSpan(0, Math.Min(5, line.Length)), out _) && (line.Length == 5 || line[5] is ' ' or '\t')) throw file.Error(lines.Number, "a record of another form", "a CPT code and its descriptor");
                    continue;
                }

                year = year > 0 ? file.CheckYear(year) : file.Year();
                sink.Edition(PaymentEditions.CalendarYear("cpt", year, string.Create(CultureInfo.InvariantCulture, $"CPT {year}")));
                if (columns > 2) continue;
            }

            if (columns > 2)
            {
                var c = line.Split('\t');
                if (c.Length != columns) throw file.Error(lines.Number, $"{c.Length} columns", $"{columns}, as in the header row");
                var key = Cpt(file, c[1], lines.Number);
                List(sink, key, lines.Number);
                string[] kinds = ["long", "medium", "short", "consumer"];
                if (string.IsNullOrWhiteSpace(c[2])) throw file.Error(lines.Number, $"{key.Code} without a long descriptor", "one");
                for (var i = 0; i < kinds.Length; i++) sink.Describe(key, kinds[i], c[2 + i], lines.Number);
                continue;
            }

            if (!IsRecord(line) || line[5] == '\t' != (columns == 2)) throw file.Error(lines.Number, "a record of another form", columns == 2 ? "a CPT code, a tab and its descriptor" : "a CPT code in positions 1 to 5, a blank and its descriptor");
            if (columns == 1 && kind == "long")
            {
                var numbered = Numbered().Match(line);
                if (!numbered.Success) throw file.Error(lines.Number, "a line of a long descriptor without its number", "two digits in positions 7 and 8");
                var number = int.Parse(numbered.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                if (open == line[..5])
                {
                    if (number != ++part) throw file.Error(lines.Number, $"line {number} of {open}", $"line {part}");
                    text.Append(' ').Append(numbered.Groups[2].ValueSpan.Trim());
                    continue;
                }

                Close();
                if (number > 1) throw file.Error(lines.Number, $"line {number} of {line[..5]}", "line 1");
                (open, openLine, part) = (line[..5], lines.Number, number);
                text.Clear().Append(numbered.Groups[2].ValueSpan.Trim());
                continue;
            }

            if (columns == 2 && line.AsSpan(6).Contains('\t')) throw file.Error(lines.Number, "a second tab", "a code, a tab and a descriptor");
            Store(line[..5], line[6..], lines.Number);
        }

        Close();
        if (columns == 0) throw file.Error(0, "no records", "CPT codes with descriptors below the copyright lines");
        if (sink.Facts.Count == 0 && sink.Withheld == 0) throw file.Error(0, "no records", "at least one");

        void Close()
        {
            if (open is not null) Store(open, text.ToString(), openLine);
            open = null;
        }

        void Store(string code, string descriptor, int line)
        {
            var key = Cpt(file, code, line);
            if (string.IsNullOrWhiteSpace(descriptor)) throw file.Error(line, $"{code} without a descriptor", "one");
            List(sink, key, line);
            sink.Describe(key, kind, descriptor, line);
        }
    }

    private static void List(FactSink sink, CodeKey key, int line)
    {
        sink.Unique(key, line);
        sink.Row().Column("1").End(Code, key, line);
    }

    private static CodeKey Cpt(ReleaseFile file, string code, int line)
    {
        var key = file.Procedure(code, line);
        return key.Set == CodeSet.Cpt ? key : throw file.Error(line, $"code {key.Code}", "a CPT code");
    }

    private static bool IsConsolidated(string line)
    {
        var cells = line.Split('\t');
        return cells.Length >= Consolidated.Length && Cells.IsHeader(cells[..Consolidated.Length], Consolidated);
    }

    private static bool IsRecord(string line) =>
        line.Length > 6 && line[5] is ' ' or '\t' && line[6] != ' ' && ProcedureCodes.TryParse(line.AsSpan(0, 5), out var key) && key.Set == CodeSet.Cpt;

    private static string Kind(ReleaseFile file)
    {
        var name = file.Name.ToUpperInvariant();
        return name.Contains("LONG", StringComparison.Ordinal) ? "long"
            : name.Contains("MED", StringComparison.Ordinal) ? "medium"
            : name.Contains("SHORT", StringComparison.Ordinal) ? "short"
            : throw file.Error(0, "a name that does not tell which descriptors the file holds", "LONGULT, LONGULF, MEDU, SHORTU or the like");
    }

    // "Effective January 1, 2026" or "CPT 2026"; never the copyright year, which is the year before.
    [GeneratedRegex(@"(?:effective\s+(?:date:?\s+)?(?:[A-Za-z]+\s+[0-9]{1,2},\s*|[0-9]{1,2}/[0-9]{1,2}/)|\bCPT\s+)(20[0-9]{2})(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Effective();

    [GeneratedRegex(@"^.{5} ([0-9]{2}) (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
