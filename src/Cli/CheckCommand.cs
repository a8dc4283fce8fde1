using System.CommandLine;
using System.Globalization;
using CodingAhead.Claims;
using CodingAhead.Claims.Answers;
using CodingAhead.Claims.Payment;

namespace CodingAhead.Cli;

/// <summary><c>codingahead check</c>: claims against the book, each verdict with its proof. Files are streamed; what a claim says is never written but for its codes.</summary>
internal static class CheckCommand
{
    public static Command Make(Shell shell)
    {
        var files = ClaimInput.Files();
        var json = Options.Json();
        var jsonl = new Option<bool>("--jsonl") { Description = "Write one answer a line; without FILE, read standard input." };
        var csv = new Option<bool>("--csv") { Description = "Write a table, one finding a row." };
        var fhir = new Option<bool>("--fhir") { Description = "Write FHIR R4 ClaimResponses, one a line." };
        var strict = new Option<bool>("--strict") { Description = "Answer 'not checked' where no edition is in force on the date, instead of from the nearest earlier one." };
        var all = new Option<bool>("--all") { Description = "List what passed as well." };
        var price = new Option<bool>("--price") { Description = "Also what each line pays." };
        var book = Options.Book();
        var command = new Command("check", "Check claims (X12 837, JSON, JSON lines, CSV, FHIR): verdicts with proof.") { files, json, jsonl, csv, fhir, strict, all, price, book };
        command.SetAction(async (parsed, cancel) =>
        {
            var form = ClaimOutput.Form(parsed.GetValue(json), parsed.GetValue(jsonl), parsed.GetValue(csv), parsed.GetValue(fhir));
            var priced = parsed.GetValue(price);
            if (priced && form == ClaimForm.Csv) throw new UserException(ExitCode.Usage, "A table has findings or prices: use 'codingahead price --csv'.");
            var named = ClaimInput.Named(parsed.GetValue(files)!, form);
            using var opened = BookFile.OpenOrStarter(shell, parsed.GetValue(book), cancel);
            var checker = new ClaimChecker(opened);
            var options = new CheckOptions { Strict = parsed.GetValue(strict), All = parsed.GetValue(all) };
            var pricer = priced ? new ClaimPricer(opened) : null;
            var output = new ClaimOutput(shell, form, priced: false);
            var (passed, failed, open, unread) = (0, 0, 0, 0);
            await foreach (var (claim, error) in ClaimInput.ReadAsync(shell, named, cancel))
            {
                if (claim is null)
                {
                    unread++;
                    await output.WriteAsync(error!);
                    continue;
                }

                var result = checker.Check(claim, options);
                if (result.Verdict == "pass") passed++;
                else if (result.Verdict == "fail") failed++;
                else open++;
                await output.WriteAsync(claim, new ClaimAnswer(result, pricer?.Price(claim)));
            }

            await output.EndAsync();
            if (form == ClaimForm.Text && passed + failed + open + unread != 1)
                await shell.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{passed} pass, {failed} fail, {open} not checked, {unread} not read."));
            return failed + unread > 0 ? ExitCode.Errors : ExitCode.Done;
        });
        return command;
    }
}
