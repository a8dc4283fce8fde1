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
        var file = new Argument<string>("FILE") { Description = "A text, an HL7 v2 message, JSON lines, a folder of them, or - for standard input (default).", DefaultValueFactory = static _ => "-" };
        var jsonl = new Option<bool>("--jsonl") { Description = "Read {\"id\",\"text\",\"known\"} a line and write one answer a line." };
        var policy = new Option<string>("--policy") { Description = "safe-harbor (default), limited-data-set, or a policy file.", HelpName = "P", DefaultValueFactory = static _ => "safe-harbor" };
        var spans = new Option<bool>("--spans") { Description = "Write the whole answer as JSON: text, spans, manifest, review." };
        var known = new Option<string?>("--known") { Description = "What is known of the patient: {\"names\":[],\"dates\":[],\"ids\":[]}.", HelpName = "FILE" };
        var mode = new Option<string?>("--mode") { Description = "redact (default), label (text as it was, with spans) or audit (spans only).", HelpName = "MODE" };
        mode.AcceptOnlyFromAmong("redact", "label", "audit");
        var manifest = new Option<string?>("--manifest") { Description = "Write the manifest, which has no values, to this file.", HelpName = "FILE" };
        var folder = new Option<string?>("--out") { Description = "Where the files of a folder are written, under their names.", HelpName = "DIR" };
        var command = new Command("redact", "Take the identifiers of HIPAA's Safe Harbor out of clinical text.") { file, jsonl, policy, spans, known, mode, manifest, folder };
        command.SetAction(async (parsed, cancel) =>
        {
            var redactor = Make(shell, parsed.GetValue(policy)!, parsed.GetValue(mode));
            var given = parsed.GetValue(known) is { } path ? ReadKnown(shell, path) : null;
            if (Directory.Exists(shell.Full(parsed.GetValue(file)!))) return await FolderAsync(shell, redactor, parsed.GetValue(file)!, parsed.GetValue(folder), given, cancel);
            using var reader = JsonLines.Open(shell, parsed.GetValue(file)!);
            if (parsed.GetValue(jsonl)) return await LinesAsync(shell, redactor, reader, given, cancel);
            var text = await reader.ReadToEndAsync(cancel);
            RedactionResult result;
            try
            {
                if (Hl7Message.Is(text) && parsed.GetValue(mode) is (null or "redact") && !parsed.GetValue(spans))
                {
                    await shell.Out.WriteAsync(Hl7Message.Redact(redactor, Decoded(text), cancel).Text);
                    return ExitCode.Done;
                }

                result = redactor.Redact(Decoded(text), given, cancel);
            }
            catch (RedactionException e)
            {
                throw new UserException(ExitCode.Errors, e.Message);
            }

            if (parsed.GetValue(manifest) is { } to) await File.WriteAllTextAsync(shell.Full(to), RedactJson.Manifest(result.Manifest).ToJsonString(CliJson.Indented.Options) + "\n", cancel);
            if (parsed.GetValue(spans) || parsed.GetValue(mode) is "label" or "audit") await shell.Out.WriteLineAsync(RedactJson.Answer(result).ToJsonString(CliJson.Indented.Options));
            else await shell.Out.WriteAsync(result.Text);
            return ExitCode.Done;
        });
        return command;
    }

    // Every file of a folder and its subfolders, in the order of their names; a refused one is named and not written.
    private static async Task<int> FolderAsync(Shell shell, Redactor redactor, string from, string? to, Known? known, CancellationToken cancel)
    {
        if (to is null) throw new UserException(ExitCode.Usage, $"{from} is a folder: --out names where its files are written.");
        var (source, target) = (shell.Full(from), shell.Full(to));
        if (target == source || target.StartsWith(source + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new UserException(ExitCode.Usage, "--out cannot be within the folder that is read.");
        var (done, refused) = (0, 0);
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(source, path);
            try
            {
                var text = Decoded(await File.ReadAllTextAsync(path, cancel));
                var redacted = Hl7Message.Is(text) ? Hl7Message.Redact(redactor, text, cancel).Text : redactor.Redact(text, known, cancel).Text;
                var output = Path.Combine(target, name);
                Directory.CreateDirectory(Path.GetDirectoryName(output)!);
                await File.WriteAllTextAsync(output, redacted, cancel);
                done++;
            }
            catch (RedactionException e)
            {
                refused++;
                await shell.Error.WriteLineAsync($"{name}: {e.Message}");
            }
        }

        await shell.Error.WriteLineAsync($"{done} redacted, {refused} refused.");
        return refused > 0 ? ExitCode.Errors : ExitCode.Done;
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
            return new Redactor(mode switch { "label" => read with { Mode = RedactionMode.Label }, "audit" => read with { Mode = RedactionMode.Audit }, "redact" => read with { Mode = RedactionMode.Redact }, _ => read });
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
            var answer = Line(redactor, text, number, known, cancel);
            failed |= answer.ContainsKey("error");
            await shell.Out.WriteLineAsync(answer.ToJsonString(CliJson.Plain.Options));
        }

        return failed ? ExitCode.Errors : ExitCode.Done;
    }

    private static JsonObject Line(Redactor redactor, ReadOnlySpan<char> line, int number, Known? known, CancellationToken cancel)
    {
        var request = RedactRequest.Read(line.ToString(), out var id, out var error);
        id ??= JsonValue.Create(number);
        if (request is null) return new JsonObject { ["id"] = id, ["error"] = error };
        try
        {
            var asked = request.Policy is { } own ? new Redactor(own) : redactor;
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
