using CodingAhead.Text.Redact;

namespace CodingAhead.Cli;

/// <summary>Every file of a folder and its subfolders, in the order of their names; a refused one is named and not written, not in part either.</summary>
internal static class RedactFolder
{
    public static async Task<int> RunAsync(Shell shell, RedactAsked asked, string from, string? to, CancellationToken cancel)
    {
        if (to is null) throw new UserException(ExitCode.Usage, $"{from} is a folder: --out names where its files are written.");
        var (source, target) = (shell.Full(from), shell.Full(to));
        if (target == source || target.StartsWith(source + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new UserException(ExitCode.Usage, "--out cannot be within the folder that is read.");
        var (done, refused, labels, names) = (0, 0, 0, 0);
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(source, path);
            // Labels beside a text repeat its values.
            if (path.EndsWith(".ann", StringComparison.OrdinalIgnoreCase) && File.Exists(Path.ChangeExtension(path, ".txt")))
            {
                labels++;
                continue;
            }

            if (asked.Redactor.Redact(name.Replace('_', ' '), null, cancel).Spans.Count > 0) names++;
            try
            {
                var (manifest, notes) = await FileAsync(shell, asked, path, Path.Combine(target, name), cancel);
                if (asked.Manifest is { } ending && manifest is not null)
                    await File.WriteAllTextAsync($"{Path.Combine(target, name)}.{ending.TrimStart('.')}", RedactJson.Manifest(manifest).ToJsonString(CliJson.Indented.Options) + "\n", cancel);
                foreach (var note in notes) await shell.Error.WriteLineAsync($"{name}: {note}");
                done++;
            }
            catch (RedactionException e)
            {
                refused++;
                await shell.Error.WriteLineAsync($"{name}: {(e is PartlyWrittenException ? "A removed value would remain in the output; nothing was written." : e.Message)}");
            }
        }

        await shell.Error.WriteLineAsync($"{done} redacted, {refused} refused.");
        if (labels > 0) await shell.Error.WriteLineAsync($"{labels} files of labels were left out.");
        if (names > 0) await shell.Error.WriteLineAsync($"{names} files have a name that looks like an identifier: names are kept as they are.");
        return refused > 0 ? ExitCode.Errors : ExitCode.Done;
    }

    private static async Task<(Manifest? Manifest, IReadOnlyList<string> Notes)> FileAsync(Shell shell, RedactAsked asked, string path, string output, CancellationToken cancel)
    {
        var table = asked.Columns.Count > 0 && Path.GetExtension(path).ToUpperInvariant() is ".CSV" or ".TSV";
        var text = table ? null : await HeldText.ReadAsync(shell, path, cancel);
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        if (asked.Spans && asked.As == "brat")
        {
            // BRAT reads labels beside their text.
            if (asked.Redactor.Policy.Mode == RedactionMode.Label && text is not null) await File.WriteAllTextAsync(output, text.ReadToEnd(), cancel);
            output = Path.ChangeExtension(output, ".ann");
        }
        else if (asked.Spans) output += asked.As == "i2b2" ? ".xml" : table ? ".jsonl" : ".json";

        var whole = false;
        try
        {
            await using var writer = new StreamWriter(output);
            if (table)
            {
                using var reader = JsonLines.Open(shell, path);
                var (_, notes) = await asked.WriteTableAsync(reader, writer, cancel);
                whole = true;
                return (null, notes);
            }

            var written = await asked.WriteAsync(text!, writer, cancel);
            whole = true;
            return written;
        }
        finally
        {
            if (!whole) File.Delete(output);
        }
    }
}
