using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodingAhead.Text.Redact;

namespace CodingAhead.Cli;

/// <summary><c>codingahead redact</c>: clinical text without its identifiers. Messages never contain a part of the text.</summary>
internal static class RedactCommand
{
    public static Command Make(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "A text, an HL7 v2 message, FHIR JSON, C-CDA or i2b2 XML, a table, JSON lines, a folder of them, or - for standard input (default).", DefaultValueFactory = static _ => "-" };
        var jsonl = new Option<bool>("--jsonl") { Description = "Read {\"id\",\"text\",\"known\"} a line and write one answer a line." };
        var csv = new Option<bool>("--csv") { Description = "Read a table with a header; --column names those that hold text, the others are left as they are." };
        var column = new Option<string[]>("--column") { Description = "A column of --csv that holds text; may be repeated.", HelpName = "NAME", DefaultValueFactory = static _ => [] };
        var policy = new Option<string>("--policy") { Description = "safe-harbor (default), limited-data-set, or a policy file.", HelpName = "P", DefaultValueFactory = static _ => "safe-harbor" };
        var spans = new Option<bool>("--spans") { Description = "Write the whole answer as JSON: text, spans, manifest, review." };
        var known = new Option<string?>("--known") { Description = "What is known of the patient: {\"names\":[],\"dates\":[],\"ids\":[]}.", HelpName = "FILE" };
        var mode = new Option<string?>("--mode") { Description = "redact (default), label (text as it was, with spans) or audit (spans only).", HelpName = "MODE" };
        mode.AcceptOnlyFromAmong("redact", "label", "audit");
        var labels = new Option<string>("--as") { Description = "How labels are written: json (default), brat or i2b2; of --mode label.", HelpName = "FORM", DefaultValueFactory = static _ => "json" };
        labels.AcceptOnlyFromAmong("json", "brat", "i2b2");
        var manifest = new Option<string?>("--manifest") { Description = "Write the manifest, which has no values, to this file; for a folder, beside each file with this ending.", HelpName = "FILE" };
        var folder = new Option<string?>("--out") { Description = "Where the files of a folder are written, under their names.", HelpName = "DIR" };
        var command = new Command("redact", "Take the identifiers of HIPAA's Safe Harbor out of clinical text.") { file, jsonl, csv, column, policy, spans, known, mode, labels, manifest, folder };
        command.SetAction(async (parsed, cancel) =>
        {
            var redactor = Make(shell, parsed.GetValue(policy)!, parsed.GetValue(mode));
            var given = parsed.GetValue(known) is { } path ? ReadKnown(shell, path) : null;
            var labelled = redactor.Policy.Mode != RedactionMode.Redact;
            var asked = new RedactAsked(redactor, given, parsed.GetValue(spans) || labelled, parsed.GetValue(manifest), parsed.GetValue(column)!, parsed.GetValue(labels)!);
            if (asked.As != "json" && redactor.Policy.Mode != RedactionMode.Label) throw new UserException(ExitCode.Usage, "--as is for --mode label: other modes do not give the values out.");
            var from = parsed.GetValue(file)!;
            if (from != "-" && Directory.Exists(shell.Full(from))) return await RedactFolder.RunAsync(shell, asked, from, parsed.GetValue(folder), cancel);
            if (parsed.GetValue(csv)) return await TableAsync(shell, asked, from, cancel);
            if (asked.Columns.Count > 0) throw new UserException(ExitCode.Usage, "--column is for --csv.");
            if (parsed.GetValue(jsonl))
            {
                using var reader = JsonLines.Open(shell, from);
                return await LinesAsync(shell, redactor, reader, given, cancel);
            }

            try
            {
                var (proof, notes) = await asked.WriteAsync(await HeldText.ReadAsync(shell, from, cancel), shell.Out, cancel);
                if (asked.Manifest is { } to) await File.WriteAllTextAsync(shell.Full(to), RedactJson.Manifest(proof).ToJsonString(CliJson.Indented.Options) + "\n", cancel);
                foreach (var note in notes) await shell.Error.WriteLineAsync(note);
                return ExitCode.Done;
            }
            catch (RedactionException e)
            {
                throw new UserException(ExitCode.Errors, e.Message);
            }
        });
        return command;
    }

    private static async Task<int> TableAsync(Shell shell, RedactAsked asked, string from, CancellationToken cancel)
    {
        if (asked.Columns.Count == 0) throw new UserException(ExitCode.Usage, "--csv needs --column: which columns hold text?");
        if (asked.Manifest is not null) throw new UserException(ExitCode.Usage, "A table has a manifest for each row: --spans writes them.");
        using var reader = JsonLines.Open(shell, from);
        try
        {
            var (_, notes) = await asked.WriteTableAsync(reader, shell.Out, cancel);
            foreach (var note in notes) await shell.Error.WriteLineAsync(note);
            return ExitCode.Done;
        }
        catch (RedactionException e)
        {
            throw new UserException(ExitCode.Errors, $"{e.Message} The rows before it were written.");
        }
    }

    /// <summary>The redactor of a policy by its name or file.</summary>
    internal static Redactor Make(Shell shell, string policy, string? mode)
    {
        try
        {
            var read = policy switch
            {
                "safe-harbor" => Policy.SafeHarbor,
                "limited-data-set" => Policy.LimitedDataSet,
                _ => PolicyFile.Parse(JsonLines.Open(shell, policy).ReadToEnd(), policy == "-" ? null : Path.GetDirectoryName(shell.Full(policy))),
            };
            return new Redactor(mode switch { "label" => read with { Mode = RedactionMode.Label }, "audit" => read with { Mode = RedactionMode.Audit }, "redact" => read with { Mode = RedactionMode.Redact }, _ => read }, shell.Clock);
        }
        catch (RedactionException e)
        {
            throw new UserException(ExitCode.Usage, e.Message);
        }
    }

    private static async Task<int> LinesAsync(Shell shell, Redactor redactor, TextReader reader, Known? known, CancellationToken cancel)
    {
        var failed = false;
        for (var number = 1; await reader.ReadLineAsync(cancel) is { } line; number++)
        {
            var text = line.AsSpan().Trim().TrimStart('\uFEFF');
            if (text.Length == 0) continue;
            var answer = Line(shell, redactor, text, number, known, cancel);
            failed |= answer.ContainsKey("error");
            await shell.Out.WriteLineAsync(answer.ToJsonString(CliJson.Plain.Options));
        }

        return failed ? ExitCode.Errors : ExitCode.Done;
    }

    private static JsonObject Line(Shell shell, Redactor redactor, ReadOnlySpan<char> line, int number, Known? known, CancellationToken cancel)
    {
        var request = RedactRequest.Read(line.ToString(), out var id, out var error);
        id ??= JsonValue.Create(number);
        if (request is null) return new JsonObject { ["id"] = id, ["error"] = error };
        try
        {
            var asked = request.Policy is { } own ? new Redactor(own, shell.Clock) : redactor;
            var answer = RedactJson.Answer(asked.Redact(Decoded(request.Text), request.Known ?? known, cancel));
            answer.Insert(0, "id", id);
            return answer;
        }
        catch (RedactionException e)
        {
            return new JsonObject { ["id"] = id, ["error"] = e.Message };
        }
    }

    // What could not be decoded is refused by name: a byte that is no UTF-8 may hide half of a value.
    private static string Decoded(string text) => text.Contains('\uFFFD', StringComparison.Ordinal) ? throw new RedactionException("The input is not valid UTF-8.") : text;

    private static Known ReadKnown(Shell shell, string path)
    {
        using var reader = JsonLines.Open(shell, path);
        try
        {
            return JsonSerializer.Deserialize(reader.ReadToEnd(), CliJson.Plain.KnownJson)?.ToKnown() ?? new Known();
        }
        catch (JsonException)
        {
            throw new UserException(ExitCode.Usage, $"{path} is not {{\"names\":[],\"dates\":[],\"ids\":[]}}.");
        }
    }
}
