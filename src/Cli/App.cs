using System.CommandLine;
using System.CommandLine.Invocation;
using CodingAhead.Codes;

namespace CodingAhead.Cli;

/// <summary>The program's table of contents, and the one place where errors become messages and exit codes.</summary>
public static class App
{
    /// <summary>Runs one command line; returns one of <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args, Shell shell, CancellationToken cancel = default)
    {
        var root = new RootCommand("Medical codes, offline: find them, read them as they were on a date of service, and know which line of which release says so.")
        {
            FindCommand.Make(shell),
            ShowCommand.Make(shell),
            CheckCommand.Make(shell),
            DetectCommand.Make(shell),
            PriceCommand.Make(shell),
            RedactCommand.Make(shell),
            new Command("book", "The compiled reference data: build, download, inspect, compare.")
            {
                BookBuildCommand.Make(shell),
                BookPullCommand.Make(shell),
                BookInfoCommand.Make(shell),
                BookVerifyCommand.Make(shell),
                BookDiffCommand.Make(shell),
            },
            new Command("eval", "Measure the program against labelled data.")
            {
                EvalSearchCommand.Make(shell),
                EvalDetectCommand.Make(shell),
                EvalAssertCommand.Make(shell),
                EvalPhiCommand.Make(shell),
                EvalRedactCodingCommand.Make(shell),
            },
            ServeCommand.Make(shell),
        };

        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is null or ParseErrorAction)
        {
            var command = string.Join(' ', Names(parsed.CommandResult.Command));
            // A word where a command stands is a misspelt command, or a code or text without "show" or "find" before it.
            var message = parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..] && !word.StartsWith('-')
                ? $"'{Requested.Cut(word)}' is not a command; expected {string.Join(", ", parsed.CommandResult.Command.Subcommands.Select(c => c.Name))}."
                : parsed.Errors[0].Message;
            await shell.Error.WriteLineAsync($"{message} ('{command} --help' shows the usage)");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = shell.Out, Error = shell.Error, EnableDefaultExceptionHandler = false }, cancel);
        }
        catch (UserException e)
        {
            await shell.Error.WriteLineAsync(e.Message);
            return e.ExitCode;
        }
        catch (BookException e)
        {
            await shell.Error.WriteLineAsync(e.Message);
            return ExitCode.NoData;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await shell.Error.WriteLineAsync(e.Message);
            return ExitCode.Errors;
        }
        catch (OperationCanceledException)
        {
            await shell.Error.WriteLineAsync("Cancelled.");
            return ExitCode.Errors;
        }
    }

    private static IEnumerable<string> Names(Command command) =>
        command is RootCommand ? ["codingahead"] : command.Parents.OfType<Command>().Take(1).SelectMany(Names).Append(command.Name);
}
