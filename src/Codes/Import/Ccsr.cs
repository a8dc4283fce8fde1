using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Clinical Classifications Software Refined for ICD-10-CM diagnoses (AHRQ HCUP). The workbook <c>DXCCSR-Reference-File-v2023-1.xlsx</c> has four sheets: contents, body
/// systems, categories, and the codes with their categories and default category for inpatient and outpatient data (Y, N, X: none may be default).
/// Also read: a list of category and code only (<c>CCSR_category_code,vocabulary_id,code,code_description</c>). A version covers the codes of its fiscal year.
/// </summary>
public sealed partial class Ccsr : IImporter
{
    /// <summary>One row a category of a code; the defaults are Y, N or X, blank where the list does not give them.</summary>
    public static readonly Table Category = new("ccsr", "category", "categoryDescription", "inpatientDefault", "outpatientDefault");

    /// <summary>One row a category; <c>bodySystem</c> is blank for the two that stand for a missing or invalid diagnosis.</summary>
    public static readonly Table Categories = new("ccsr-category", "description", "bodySystem");

    private static readonly string[] Header =
        ["ICD-10-CM Code", "ICD-10-CM Code Description", "CCSR Category", "CCSR Category Description", "Inpatient Default CCSR (Y/N/X)", "Outpatient Default CCSR (Y/N/X)"];

    private const string ListHeader = "CCSR_category_code,vocabulary_id,code,code_description";

    /// <inheritdoc/>
    public string Name => "ccsr";

    /// <inheritdoc/>
    public string Publisher => "AHRQ";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Category, Categories];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.HasSheetRow(Header) || probe.FirstLines.Count > 0 && probe.FirstLines[0] == ListHeader;

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var version = file.Names.Select(n => Version().Match(n)).FirstOrDefault(m => m.Success)
            ?? throw file.Error(0, "no version in the file's names", "a version such as v2023-1");
        var (from, to) = EditionNames.FiscalYear(file.Year());
        sink.Edition(new EditionDates("ccsr", $"v{version.Groups[1].Value}.{version.Groups[2].Value}", from, to));
        if (new FileProbe(file).IsZip) Workbook(file, sink, $"v{version.Groups[1].Value}.{version.Groups[2].Value}", cancel);
        else List(file, sink, cancel);
    }

    private static void Workbook(ReleaseFile file, FactSink sink, string version, CancellationToken cancel)
    {
        var systems = new Dictionary<string, string>();
        var descriptions = new Dictionary<string, string>();
        var mapped = 0;
        foreach (var (sheet, rows) in file.Sheets())
        {
            var reads = "";
            foreach (var (row, padded) in rows)
            {
                var cells = padded.Select(c => c.Trim()).ToArray();
                if (reads.Length == 0)
                {
                    if (row == 1 && StatedVersion().Match(cells.FirstOrDefault() ?? "") is { Success: true } stated && stated.Value != version)
                        throw file.Error(row, $"sheet {sheet} of {stated.Value}", version);
                    reads = Starts(cells, "CCSR for ICD-10-CM Body System", "3-Character Abbreviation") ? "systems"
                        : Starts(cells, "CCSR Category", "CCSR Category Description") ? "categories"
                        : Starts(cells, Header) ? "codes" : "";
                    continue;
                }

                if (cells.All(c => c.Length == 0)) continue;
                var width = reads == "codes" ? 6 : 2;
                if (cells.Length < width || cells.Take(width).Any(c => c.Length == 0) || cells.Skip(width).Any(c => c.Length > 0))
                    throw file.Error(row, $"a row of sheet {sheet} with {cells.Count(c => c.Length > 0)} cells", $"{width} cells");
                switch (reads)
                {
                    case "systems":
                        if (!systems.TryAdd(cells[1], cells[0])) throw file.Error(row, $"{Icd.Shown(cells[1])} a second time", "each body system once");
                        break;
                    case "categories":
                        if (!CategoryCode().IsMatch(cells[0]) && cells[0] is not ("NoDX1" or "InvlDX")) throw file.Error(row, $"category '{Icd.Shown(cells[0])}'", "a category such as DIG001");
                        var system = cells[0] is "NoDX1" or "InvlDX" ? "" : systems.GetValueOrDefault(cells[0][..3]) ?? throw file.Error(row, $"category {cells[0]}", "a category of a body system listed before");
                        var key = CodeKey.Of(CodeSet.Ccsr, cells[0]);
                        sink.Unique(key, row);
                        descriptions[cells[0]] = cells[1];
                        sink.Row().Column(cells[1]).Column(system).End(Categories, key, row);
                        break;
                    default:
                        if (!descriptions.TryGetValue(cells[2], out var description)) throw file.Error(row, $"category '{Icd.Shown(cells[2])}'", "a category of the sheet before");
                        if (cells[4] is not ("Y" or "N" or "X") || cells[5] is not ("Y" or "N" or "X")) throw file.Error(row, $"defaults '{Icd.Shown(cells[4])}' and '{Icd.Shown(cells[5])}'", "Y, N or X");
                        Row(file, sink, row, cells[0], cells[2], description, cells[4], cells[5]);
                        mapped++;
                        break;
                }

                if ((row & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            }
        }

        if (mapped == 0) throw file.Error(0, "no codes", "a sheet of codes with their categories");
    }

    // The list closes with a row that says "End of Content".
    private static void List(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var ended = false;
        foreach (var (line, fields) in file.Csv())
        {
            if (line == 1) continue;
            if (fields.Length != 4) throw file.Error(line, $"{fields.Length} columns", "4");
            if (ended) throw file.Error(line, "a row after 'End of Content'", "nothing more");
            if (fields[0].Length == 0 && fields[2] == "End of Content") { ended = true; continue; }
            if (fields[1] != "ICD10CM") throw file.Error(line, $"vocabulary '{Icd.Shown(fields[1])}'", "ICD10CM");
            if (!CategoryCode().IsMatch(fields[0])) throw file.Error(line, $"category '{Icd.Shown(fields[0])}'", "a category such as DIG001");
            Row(file, sink, line, fields[2], fields[0], "", "", "");
            if ((line & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
        }

        if (!ended) throw file.Error(0, "no last row", "a last row 'End of Content'");
    }

    private static void Row(ReleaseFile file, FactSink sink, int line, string code, string category, string description, string inpatient, string outpatient)
    {
        var key = Icd.Cm(file, line, code);
        sink.Unique(key, line, category);
        sink.Row().Column(category).Column(description).Column(inpatient).Column(outpatient).End(Category, key, line);
    }

    private static bool Starts(string[] cells, params string[] header) => cells.Length >= header.Length && header.AsSpan().SequenceEqual(cells.AsSpan(0, header.Length));

    [GeneratedRegex(@"v(20[0-9]{2})-([0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex(@"v20[0-9]{2}\.[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex StatedVersion();

    [GeneratedRegex(@"\A[A-Z]{3}[0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CategoryCode();
}
