using System.Text;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The relative value file of the Medicare physician fee schedule as fixed-width text (<c>PPRRVU2025_Oct.txt</c>): header records that begin with
/// <c>HDR</c>, then one record a code and modifier. Positions: record layout in the release's document (RVU25D). Records end after position 171,
/// although the layout prints a length of 200. The copyright year in the header records is not the edition; the names state it.
/// </summary>
public sealed class PfsRvuText : IImporter
{
    private const int RecordLength = 171;

    // In the csv's column order; one-based, inclusive.
    private static readonly (int First, int Last)[] Fields =
    [
        (1, 5), (6, 7), (8, 57), (58, 58), (59, 59), (60, 65), (67, 72), (73, 74), (76, 81), (82, 83), (85, 89), (91, 96), (97, 102), (103, 103), (104, 106),
        (107, 109), (110, 112), (113, 115), (116, 116), (117, 117), (118, 118), (119, 119), (120, 120), (128, 132), (133, 140), (142, 143), (144, 144), (146, 147),
        (152, 157), (159, 164), (166, 171),
    ];

    /// <inheritdoc/>
    public string Name => "pfs-rvu-text";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [PfsRvu.Rvu, ProcedureCodes.Descriptor];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) =>
        probe.Text.StartsWith("HDR ", StringComparison.Ordinal) && probe.FirstLines.Any(l => l.Length >= RecordLength && ProcedureCodes.TryParse(l.AsSpan(0, 5), out _));

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var month = file.Month();
        int? quarter = month switch
        {
            1 or 4 or 7 or 10 => (month + 2) / 3,
            null => null,
            _ => throw file.Error(0, $"a release of month {month}", "January, April, July or October"),
        };
        var edition = file.RvuRelease(PfsRvu.Dataset, file.Year(), quarter)
            ?? throw file.Error(0, "no release in the file's names", "a name such as PPRRVU2025_Oct.txt or RVU25D.zip");
        var writer = new PfsRvu.Writer(file, sink, edition);
        var cells = new string[Fields.Length];
        var any = false;
        using var lines = file.Lines();
        while (lines.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var bytes = lines.Current;
            if (bytes.StartsWith("HDR"u8) || bytes.Trim(" \u001a"u8).IsEmpty) continue;
            var text = Encoding.UTF8.GetString(bytes).TrimEnd();
            if (text.Length != RecordLength) throw file.Error(lines.Number, $"a record of {text.Length} characters", $"{RecordLength}");
            for (var i = 0; i < Fields.Length; i++) cells[i] = text.At(Fields[i].First, Fields[i].Last);
            writer.Write(cells, lines.Number);
            any = true;
        }

        if (!any) throw file.Error(0, "no records", "at least one");
    }
}
