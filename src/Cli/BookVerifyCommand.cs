using System.CommandLine;
using System.Globalization;

namespace CodingAhead.Cli;

/// <summary><c>codingahead book verify</c>: is the file whole, and do its counts agree with what is known of the editions.</summary>
internal static class BookVerifyCommand
{
    public static Command Make(Shell shell)
    {
        var json = Options.Json();
        var file = Options.Book();
        var command = new Command("verify", "Check the book's checksums and its counts.") { json, file };
        command.SetAction(async (parsed, cancel) =>
        {
            using var book = BookFile.Open(shell, parsed.GetValue(file));
            var damaged = book.Verify(cancel);
            List<CountJson> counts = [];
            if (damaged.Count == 0)
            {
                foreach (var expected in ExpectedCount.All)
                {
                    var found = expected.In(book);
                    counts.Add(new CountJson(expected.What, expected.Edition, expected.Expected, found, found is null ? "not-held" : found == expected.Expected ? "same" : "differs", expected.Source));
                }
            }

            if (parsed.GetValue(json))
            {
                await CliJson.WriteAsync(shell, new VerifyJson(damaged.Count == 0, damaged, counts), c => c.VerifyJson);
            }
            else
            {
                foreach (var section in damaged) await shell.Error.WriteLineAsync($"{book.Path}: {section} is damaged (its checksum differs); build the book again");
                if (damaged.Count == 0) await shell.Out.WriteLineAsync($"{book.Path}: every section's checksum agrees");
                Tables.Write(shell, ["Count", "Edition", "Expected", "In the book", "", "Source"], counts.Select(c => (string[])[c.What, c.Edition, Number(c.Expected), c.Found is { } n ? Number(n) : "", c.Outcome, c.Source]));
            }

            return damaged.Count > 0 || counts.Exists(c => c.Outcome == "differs") ? ExitCode.Errors : ExitCode.Done;
        });
        return command;
    }

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
