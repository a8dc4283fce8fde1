using System.CommandLine;
using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Build;
using CodingAhead.Text.Detect;
using Spectre.Console;

namespace CodingAhead.Cli;

/// <summary><c>codingahead book build</c>: compiles releases into the book.</summary>
internal static class BookBuildCommand
{
    public static Command Make(Shell shell)
    {
        var from = new Option<string?>("--from") { Description = "Directory of official releases (default: CODINGAHEAD_RELEASES, ./releases, ../shared/releases).", HelpName = "DIR" };
        var starter = new Option<bool>("--starter") { Description = "Use no releases: build the small starter book." };
        var output = new Option<string?>("--out") { Description = "Where the book goes (default: where the other commands look for it).", HelpName = "FILE" };
        var accept = Options.Accept();
        var json = Options.Json();
        var command = new Command("build", "Compile official releases into the book.") { from, starter, output, accept, json };
        var book = Options.Book();
        command.Options.Add(book);
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(starter) && parsed.GetValue(from) is not null) throw new UserException(ExitCode.Usage, "Give either --from or --starter, not both.");
            var releases = parsed.GetValue(starter) ? null : Releases.Find(shell, parsed.GetValue(from));
            var accepted = releases is null ? parsed.GetValue(accept) ?? Licence.Public : await LicenceChoice.MadeAsync(shell, parsed.GetValue(accept), cancel);
            var options = new BuildOptions { Releases = releases, Output = BookFile.PathOf(shell, parsed.GetValue(output) ?? parsed.GetValue(book)), Accepted = accepted, Lexicon = LexiconStore.Make };
            if (releases is null && !parsed.GetValue(starter)) await shell.Error.WriteLineAsync("No releases directory: building the starter book. --from DIR or 'codingahead book pull' gives the official releases.");
            var report = Watched(shell, options, cancel);
            if (parsed.GetValue(json)) await CliJson.WriteAsync(shell, Shape(options, report), c => c.BuildJson);
            else Print(shell, options, report);
            return report.Errors.Any() ? ExitCode.Errors : ExitCode.Done;
        });
        return command;
    }

    private static BuildReport Watched(Shell shell, BuildOptions options, CancellationToken cancel)
    {
        if (!shell.ErrorIsTerminal) return BookCompiler.Build(options, shell.Clock, new Stages(shell.Error), cancel);
        BuildReport? report = null;
        Tables.ErrorConsole(shell).Progress().AutoClear(true).Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context => report = BookCompiler.Build(options, shell.Clock, new Bars(context), cancel));
        return report!;
    }

    private static void Print(Shell shell, BuildOptions options, BuildReport report)
    {
        foreach (var file in report.Errors) shell.Error.WriteLine($"{file.Path}: {file.Message}");
        var unrecognised = report.Files.Where(f => f.Outcome == FileOutcome.Unrecognised).ToList();
        if (unrecognised.Count > 0) shell.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{unrecognised.Count} files of no known layout were left out, {unrecognised[0].Path} among them; --json lists all."));
        Tables.Write(
            shell,
            ["Data set", "Edition", "From", "To", "Files", "Rows"],
            report.Files.Where(f => f.Outcome == FileOutcome.Read && f.Edition is not null).GroupBy(f => f.Edition!.Value)
                .OrderBy(g => g.Key.Dataset, StringComparer.Ordinal).ThenBy(g => g.Key.From)
                .Select(g => (string[])[g.Key.Dataset, g.Key.Label, Day(g.Key.From), Day(g.Key.To), Number(g.Count()), Number(g.Sum(f => f.Rows))]));
        shell.Out.WriteLine($"{options.Output}: {Number(report.Keys)} codes and registers, {Number(report.Facts)} rows, {Number(report.Pairs)} NCCI pairs, {Number((int)(report.Bytes >> 20))} MB in {report.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
        if (report.Withheld > 0) shell.Out.WriteLine($"{Number(report.Withheld)} licensed texts were left out; --accept ama,ada,nubc takes them in, if you hold or accept those licences.");
    }

    private static BuildJson Shape(BuildOptions options, BuildReport report) => new(
        options.Output, options.Releases, LicenceChoice.Ids(options.Accepted), report.Keys, report.Facts, report.Pairs, report.Bytes, Math.Round(report.Elapsed.TotalSeconds, 2), report.Withheld,
        new SortedDictionary<string, int>(report.Files.GroupBy(f => Id(f.Outcome)).ToDictionary(g => g.Key, g => g.Count()), StringComparer.Ordinal),
        [.. report.Files.Select(f => new FileJson(f.Path, Id(f.Outcome), f.Importer, f.Edition?.Dataset, f.Edition?.Label, f.Rows, f.Withheld, f.Message, f.Notes))]);

    private static string Id(FileOutcome outcome) => outcome switch
    {
        FileOutcome.Read => "read",
        FileOutcome.Variant => "variant",
        FileOutcome.Superseded => "superseded",
        FileOutcome.Unrecognised => "unrecognised",
        FileOutcome.Refused => "refused",
        _ => "left-out",
    };

    private static string Day(DateOnly date) => date == DateOnly.MaxValue ? "" : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>One line a stage, for a log.</summary>
    private sealed class Stages(TextWriter error) : IProgress<BuildProgress>
    {
        private readonly Lock gate = new();
        private string? last;

        public void Report(BuildProgress value)
        {
            lock (gate)
            {
                if (value.Stage == last) return;
                last = value.Stage;
                error.WriteLine($"{value.Stage} …");
            }
        }
    }

    /// <summary>A bar a stage.</summary>
    private sealed class Bars(ProgressContext context) : IProgress<BuildProgress>
    {
        private readonly Lock gate = new();
        private ProgressTask? task;
        private string? last;

        public void Report(BuildProgress value)
        {
            lock (gate)
            {
                if (value.Stage != last)
                {
                    if (task is not null) task.Value = task.MaxValue;
                    last = value.Stage;
                    task = context.AddTask(Markup.Escape(value.Stage), maxValue: Math.Max(1, value.Total));
                    task.IsIndeterminate = value.Total == 0;
                }

                if (value.Total > 0) task!.Value = value.Done;
            }
        }
    }
}
