using System.CommandLine;
using System.Globalization;
using CodingAhead.Cli.Pull;
using CodingAhead.Codes;

namespace CodingAhead.Cli;

/// <summary><c>codingahead book pull</c>: fetches releases from their publishers. The only command that uses the network.</summary>
internal static class BookPullCommand
{
    public static Command Make(Shell shell)
    {
        var only = new Argument<string[]>("ID") { Description = "Entries of the publishers file, * allowed (ncci-*); default: all.", Arity = ArgumentArity.ZeroOrMore }.NoOptions();
        var to = new Option<string?>("--to") { Description = "Where releases go (default: CODINGAHEAD_RELEASES, else ./releases).", HelpName = "DIR" };
        var on = Options.On();
        on.Description = "The date whose editions are wanted (default: today).";
        var publishers = new Option<string?>("--publishers") { Description = "A publishers file of your own.", HelpName = "FILE" };
        var attempts = new Option<int>("--attempts") { Description = "How often an address is tried (default: 5).", HelpName = "N", DefaultValueFactory = static _ => 5 };
        var accept = Options.Accept();
        var json = Options.Json();
        var command = new Command("pull", "Download releases from their publishers (uses the network).") { only, to, on, publishers, attempts, accept, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var accepted = await LicenceChoice.MadeAsync(shell, parsed.GetValue(accept), cancel);
            var options = new PullOptions
            {
                Directory = Releases.PullDirectory(shell, parsed.GetValue(to)),
                Accepted = LicenceChoice.Ids(accepted).ToHashSet(StringComparer.OrdinalIgnoreCase),
                On = parsed.GetValue(on),
                MaxAttempts = Math.Max(1, parsed.GetValue(attempts)),
                Only = parsed.GetValue(only)!,
                PublishersFile = parsed.GetValue(publishers) is { } file ? shell.Full(file) : null,
            };
            using var http = Puller.CreateClient();
            var report = await new Puller(http, shell.Clock).PullAsync(options, new Steps(shell), cancel);
            if (parsed.GetValue(json))
            {
                await CliJson.WriteAsync(
                    shell,
                    new PulledJson(options.Directory, [.. report.Entries.Select(e => new PulledEntryJson(e.Id, Id(e.Outcome), e.Path, e.Bytes, e.Sha256, e.Message.Length > 0 ? e.Message : null))]),
                    c => c.PulledJson);
            }
            else
            {
                Tables.Write(shell, ["Release", "Outcome", "Size", "What"], report.Entries.Select(e => (string[])[e.Id, Id(e.Outcome), Size(e.Bytes), e.Message.Length > 0 ? e.Message : e.Path is null ? "" : Path.GetRelativePath(options.Directory, e.Path)]));
            }

            return report.ExitCode;
        });
        return command;
    }

    private static string Id(PullOutcome outcome) => outcome switch
    {
        PullOutcome.Downloaded => "downloaded",
        PullOutcome.UpToDate => "up-to-date",
        PullOutcome.NeedsLicence => "needs-licence",
        PullOutcome.NotFound => "not-found",
        _ => "failed",
    };

    private static string Size(long bytes) => bytes == 0 ? "" : bytes < 1 << 20 ? string.Create(CultureInfo.InvariantCulture, $"{(bytes + 1023) >> 10} KB") : string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MB");

    /// <summary>On a terminal one line that moves; in a log one line an entry.</summary>
    private sealed class Steps(Shell shell) : IProgress<PullProgress>
    {
        public void Report(PullProgress value)
        {
            var text = value.Stage switch
            {
                PullStage.Looking => $"{value.Id}: reading {value.Message}",
                PullStage.Downloading => $"{value.Id}: {value.File} {Size(value.Bytes)}{(value.Total is { } total ? $" of {Size(total)}" : "")}",
                PullStage.Waiting => $"{value.Id}: {value.Message}",
                _ => $"{value.Id}: {(string.IsNullOrEmpty(value.Message) ? value.File ?? "done" : value.Message)}",
            };
            if (shell.ErrorIsTerminal)
            {
                shell.Error.Write($"\r\e[K{(text.Length > 110 ? text[..110] : text)}");
                if (value.Stage == PullStage.Done) shell.Error.WriteLine();
            }
            else if (value.Stage != PullStage.Downloading)
            {
                shell.Error.WriteLine(text);
            }
        }
    }
}
