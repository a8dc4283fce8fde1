using System.Text;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The processing notes that the HCPCS Level II file refers to by number (<c>proc_notes_2019.txt</c>): a number, two dashes and a text that goes
/// on over indented lines, framed by asterisks on the right.
/// </summary>
public sealed partial class HcpcsNotes : IImporter
{
    /// <summary>The text of a note, keyed by the register key <c>NOTE-0135</c>.</summary>
    public static readonly Table Notes = new("hcpcs-processing-note", "text");

    /// <inheritdoc/>
    public string Name => "hcpcs-processing-note";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Notes];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.FirstLines.Count > 3
        && probe.FirstLines[0].Trim() == "PROCESSING NOTES" && probe.FirstLines.Any(l => First().IsMatch(l));

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(HcpcsAnweb.Edition(file, "hcpcs-processing-note"));
        var number = "";
        var start = 0;
        var note = new StringBuilder();
        using var lines = file.Lines();
        while (lines.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var text = Encoding.UTF8.GetString(lines.Current);
            if (lines.Number == 1)
            {
                if (text.Trim() != "PROCESSING NOTES") throw file.Error(1, $"'{text.Trim()}'", "'PROCESSING NOTES'");
                continue;
            }

            text = text.TrimEnd();
            if (text.EndsWith('*')) text = text[..^1];
            text = Cells.Squeeze(text);
            if (text.Length == 0 || text.All(c => c is '_' or '\u001a')) continue;
            var first = First().Match(text);
            if (first.Success)
            {
                End();
                (number, start) = (first.Groups[1].Value, lines.Number);
                note.Clear().Append(first.Groups[2].Value);
            }
            else if (number.Length == 0)
            {
                throw file.Error(lines.Number, "text before the first note", "a note such as '0001--TEXT'");
            }
            else
            {
                note.Append(' ').Append(text);
            }
        }

        if (number.Length == 0) throw file.Error(0, "no notes", "at least one");
        End();

        void End()
        {
            if (number.Length == 0) return;
            var key = CodeKey.Of(CodeSet.Register, "NOTE-" + number);
            if (note.Length == 0) throw file.Error(start, $"note {number} without text", "a text");
            sink.Unique(key, start);
            sink.Row().Column(Cells.Squeeze(note.ToString())).End(Notes, key, start);
        }
    }

    [GeneratedRegex(@"^\s*([0-9]{4})--\s*(.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex First();
}
