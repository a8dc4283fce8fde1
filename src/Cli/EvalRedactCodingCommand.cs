using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CodingAhead.Text.Detect;
using CodingAhead.Text.Redact;

namespace CodingAhead.Cli;

/// <summary><c>codingahead eval redact-coding</c>: whether the diagnoses of a note are found as before once its identifiers are gone.</summary>
internal static class EvalRedactCodingCommand
{
    public static Command Make(Shell shell)
    {
        var file = new Argument<string>("NOTES.jsonl") { Description = "{\"id\",\"text\"} a line." };
        var on = Options.On();
        on.Description = "Date of service (default: the book's newest edition of ICD-10-CM).";
        var policy = new Option<string>("--policy") { Description = "The policy to redact by (default: safe-harbor).", HelpName = "P", DefaultValueFactory = static _ => "safe-harbor" };
        var lost = new Option<int>("--lost") { Description = "List so many terms that were lost, by note, code, offsets and rule.", HelpName = "N" };
        var json = Options.Json();
        var book = Options.Book();
        var command = new Command("redact-coding", "Measure what redaction does to coding: diagnosis terms found before and after.") { file, on, policy, lost, json, book };
        command.SetAction(async (parsed, cancel) =>
        {
            using var opened = BookFile.OpenOrStarter(shell, parsed.GetValue(book), cancel);
            var detector = new Detector(opened);
            var redactor = RedactCommand.Make(shell, parsed.GetValue(policy)!, null);
            var options = new DetectOptions { On = parsed.GetValue(on) };
            var kept = new CodingKept();
            var refused = 0;
            foreach (var note in EvalPhiCommand.Objects(shell, parsed.GetValue(file)!))
            {
                cancel.ThrowIfCancellationRequested();
                if (note["text"]?.GetValue<string>() is not { } text) throw new UserException(ExitCode.Usage, $"{EvalPhiCommand.Id(note)}: expected a text.");
                try
                {
                    var redaction = redactor.Redact(text, null, cancel);
                    kept.Add(EvalPhiCommand.Id(note), redaction, detector.Detect(text, options, cancel), detector.Detect(redaction.Text, options, cancel));
                }
                catch (RedactionException)
                {
                    refused++;
                }
            }

            if (kept.Terms == 0) throw new UserException(ExitCode.NoData, "No diagnosis was found in the notes: the file is empty, or the book has no edition of ICD-10-CM.");
            if (parsed.GetValue(json)) await shell.Out.WriteLineAsync(Figures(kept, refused, parsed.GetValue(lost)).ToJsonString(CliJson.Indented.Options));
            else await PrintAsync(shell, kept, refused, parsed.GetValue(lost));
            return ExitCode.Done;
        });
        return command;
    }

    private static JsonObject Figures(CodingKept k, int refused, int list) => new()
    {
        ["notes"] = k.Notes, ["refused"] = refused, ["notesUnchanged"] = k.Same, ["terms"] = k.Terms, ["termsKept"] = k.Kept, ["termsKeptShare"] = Share(k.Kept, k.Terms),
        ["codes"] = k.Codes, ["codesKept"] = k.CodesKept, ["codesKeptShare"] = Share(k.CodesKept, k.Codes), ["codesAdded"] = k.CodesAdded,
        ["lost"] = new JsonArray([.. k.Lost.Take(list).Select(static l => (JsonNode)new JsonObject { ["id"] = l.Id, ["code"] = l.Code, ["cpStart"] = l.CpStart, ["cpEnd"] = l.CpEnd, ["rule"] = l.Rule, ["whole"] = l.Whole })]),
    };

    private static async Task PrintAsync(Shell shell, CodingKept k, int refused, int list)
    {
        await shell.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{k.Notes} notes ({refused} refused), {k.Terms} diagnosis terms: {Share(k.Kept, k.Terms):P2} found again at their place"));
        await shell.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"codes {k.Codes}: {Share(k.CodesKept, k.Codes):P2} given again, {k.CodesAdded} added; notes unchanged {Share(k.Same, k.Notes):P1}"));
        foreach (var rule in k.Lost.GroupBy(static l => (l.Rule, l.Whole)).OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key.Rule, StringComparer.Ordinal).Take(20))
            await shell.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  lost {rule.Count(),4}  {(rule.Key.Whole ? "beside" : "within")} {(rule.Key.Rule.Length == 0 ? "no replacement" : rule.Key.Rule)}"));
        foreach (var l in k.Lost.Take(list)) await shell.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {l.Id} {l.Code} code points {l.CpStart}-{l.CpEnd} {(l.Whole ? "beside" : "within")} {l.Rule}"));
    }

    private static double Share(int part, int all) => (double)part / Math.Max(1, all);
}
