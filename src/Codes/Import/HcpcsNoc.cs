using System.Text;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The HCPCS Level II codes that are "not otherwise classified" (<c>NOC_Codes_2019.xlsx</c> and <c>.prn</c>): a claim with one needs a description.
/// A description too long for its column goes on in a
/// further row of the same code without dates; both variants may end with the DOS end-of-file character.
/// </summary>
public sealed class HcpcsNoc : IImporter
{
    /// <summary>Dates a code was added and terminated; being listed is what counts.</summary>
    public static readonly Table Noc = new("hcpcs-noc", "addDate", "termDate");

    private static readonly string[] Header = ["HCPCS", "LONG DESCRIPTION", "ADD DATE", "TERM DATE"];

    /// <inheritdoc/>
    public string Name => "hcpcs-noc";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Noc];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.IsZip
        ? probe.HasHeader(Header) && probe.Sheets.Any(s => s.Rows.Any(r => r.Any(c => c.Contains("NOC CODES", StringComparison.Ordinal))))
        : probe.FirstLines.Count > 0 && probe.FirstLines[0].Contains("NOC CODES - HCPCS", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(HcpcsAnweb.Edition(file, "hcpcs-noc"));
        CodeKey? previous = null;
        foreach (var (line, c) in file.IsZip() ? file.FirstSheet().Below(file, Header) : Lines(file))
        {
            cancel.ThrowIfCancellationRequested();
            if (c[0].Trim() is "_x001A_" or "\u001a") continue;
            var key = file.Procedure(c[0], line);
            if (key == previous && c[2].Trim().Length == 0 && c[3].Trim().Length == 0) continue; // the rest of a long description
            previous = key;
            sink.Unique(key, line);
            _ = file.Dates(file.Day(c[2], line, "add date", Day.Unknown), file.Day(c[3], line, "termination date", Day.Open), line);
            sink.Row().Column(file.DateText(c[2], line, "add date")).Column(file.DateText(c[3], line, "termination date")).End(Noc, key, line);
        }

        if (sink.Facts.Count == 0) throw file.Error(0, "no codes", "at least one");
    }

    private static IEnumerable<(int Line, string[] Cells)> Lines(ReleaseFile file)
    {
        using var lines = file.Lines();
        var header = false;
        while (lines.Read())
        {
            if (lines.Current.Trim(" \u001a"u8).IsEmpty) continue;
            var text = Encoding.UTF8.GetString(lines.Current);
            if (!header)
            {
                header = Cells.Squeeze(text) == string.Join(' ', Header);
                if (!header && !text.Contains("NOC CODES", StringComparison.Ordinal)) throw file.Error(lines.Number, $"'{Cells.Squeeze(text)}'", "the header row");
                continue;
            }

            if (text.TrimEnd().Length > 88 && text.TrimEnd().Length is not (97 or 107)) throw file.Error(lines.Number, $"a record of {text.TrimEnd().Length} characters", "97, or 107 with a termination date, or a continued description");
            yield return (lines.Number, [text.At(1, 7), text.At(8, 89), text.At(90, 97), text.At(98, 107)]);
        }
    }
}
