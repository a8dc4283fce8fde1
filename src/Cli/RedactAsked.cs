using System.Text.Json.Nodes;
using CodingAhead.Text.Redact;
using CodingAhead.Text.Redact.Formats;

namespace CodingAhead.Cli;

/// <summary>What a command line asks of redaction, the same for one text and for a folder.</summary>
/// <param name="Redactor">By which policy and in which mode.</param>
/// <param name="Known">What is known of the patient.</param>
/// <param name="Spans">The whole answer as JSON instead of the text.</param>
/// <param name="Manifest">Where the manifest goes; null when it is not asked for.</param>
/// <param name="Columns">The columns of tables that hold text.</param>
/// <param name="As">How labels are written: json, brat, i2b2.</param>
internal sealed record RedactAsked(Redactor Redactor, Known? Known, bool Spans, string? Manifest, IReadOnlyList<string> Columns, string As)
{
    /// <summary>Redacts a text of any length and format to an output, whole or not at all but for a streamed text, which says so.</summary>
    /// <exception cref="RedactionException">The text was refused.</exception>
    public async Task<(Manifest Manifest, IReadOnlyList<string> Notes)> WriteAsync(HeldText text, TextWriter output, CancellationToken cancel)
    {
        if (text.Whole is null && !Spans && NoteFormats.Begins(text.Begin) == NoteFormat.Text) return (Redactor.Redact(text.Open, output, Known, cancel), []);
        var whole = text.ReadToEnd();
        var result = NoteFormats.Redact(Redactor, whole, NoteFormats.Detect(whole), Known, cancel);
        await output.WriteAsync(Written(result).AsMemory(), cancel);
        return (result.Manifest, result.Notes);
    }

    /// <summary>A result as it was asked for.</summary>
    public string Written(RedactionResult result) => !Spans ? result.Text : As switch
    {
        "brat" => Brat.Write(result),
        "i2b2" => I2b2.Write(result),
        _ => RedactJson.Answer(result).ToJsonString(CliJson.Indented.Options) + "\n",
    };

    /// <summary>Redacts a table row by row. Returns the counts of all rows.</summary>
    /// <exception cref="RedactionException">A row was refused: those before it were written.</exception>
    public async Task<(int Rows, IReadOnlyList<string> Notes)> WriteTableAsync(TextReader reader, TextWriter output, CancellationToken cancel)
    {
        var (rows, notes) = (0, (IReadOnlyList<string>)[]);
        foreach (var row in CsvNotes.Redact(Redactor, reader, Columns, Known, cancel))
        {
            if (rows == 0) notes = row.Notes;
            if (!Spans) await output.WriteAsync(row.Text.AsMemory(), cancel);
            else if (rows > 0)
            {
                var answer = RedactJson.Answer(row);
                answer.Insert(0, "id", JsonValue.Create(rows));
                await output.WriteLineAsync(answer.ToJsonString(CliJson.Plain.Options));
            }

            rows++;
        }

        return (rows - 1, notes);
    }
}
