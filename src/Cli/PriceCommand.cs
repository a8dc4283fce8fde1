using System.CommandLine;
using System.Globalization;
using CodingAhead.Claims.Answers;
using CodingAhead.Claims.Payment;

namespace CodingAhead.Cli;

/// <summary><c>codingahead price</c>: what the lines of claims pay by Medicare's schedules, each amount with its arithmetic.</summary>
internal static class PriceCommand
{
    public static Command Make(Shell shell)
    {
        var files = ClaimInput.Files();
        var json = Options.Json();
        var jsonl = new Option<bool>("--jsonl") { Description = "Write one answer a line; without FILE, read standard input." };
        var csv = new Option<bool>("--csv") { Description = "Write a table, one service line a row." };
        var fhir = new Option<bool>("--fhir") { Description = "Write FHIR R4 ClaimResponses, one a line." };
        var deductible = new Option<decimal>("--deductible") { Description = "Dollars of the Part B deductible that are left to pay.", HelpName = "DOLLARS" };
        var coinsurance = new Option<bool>("--coinsurance") { Description = "Take off the patient's coinsurance." };
        var sequestration = new Option<bool>("--sequestration") { Description = "Take the sequestration off what Medicare pays." };
        var book = Options.Book();
        deductible.Validators.Add(static r =>
        {
            // The value itself cannot be asked for here: what is no number throws.
            if (r.Tokens is [var said] && (!decimal.TryParse(said.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var dollars) || dollars is < 0 or >= 1_000_000)) r.AddError("--deductible takes dollars from 0 to 999999.99.");
        });
        var command = new Command("price", "Price claims (X12 837, JSON, JSON lines, CSV, FHIR): amounts with their arithmetic.") { files, json, jsonl, csv, fhir, deductible, coinsurance, sequestration, book };
        command.SetAction(async (parsed, cancel) =>
        {
            var form = ClaimOutput.Form(parsed.GetValue(json), parsed.GetValue(jsonl), parsed.GetValue(csv), parsed.GetValue(fhir));
            var named = ClaimInput.Named(parsed.GetValue(files)!, form);
            using var opened = BookFile.OpenOrStarter(shell, parsed.GetValue(book), cancel);
            var pricer = new ClaimPricer(opened);
            var options = new PriceOptions { Deductible = parsed.GetValue(deductible), Coinsurance = parsed.GetValue(coinsurance), Sequestration = parsed.GetValue(sequestration) };
            var output = new ClaimOutput(shell, form, priced: true);
            var unread = false;
            await foreach (var (claim, error) in ClaimInput.ReadAsync(shell, named, cancel))
            {
                unread |= claim is null;
                if (claim is null) await output.WriteAsync(error!);
                else await output.WriteAsync(claim, new ClaimAnswer(null, pricer.Price(claim, options)));
            }

            await output.EndAsync();
            return unread ? ExitCode.Errors : ExitCode.Done;
        });
        return command;
    }
}
