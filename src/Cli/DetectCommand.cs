using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodingAhead.Text.Detect;

namespace CodingAhead.Cli;

/// <summary><c>codingahead detect</c>: the diagnoses a note supports, with evidence, and what was found and not coded.</summary>
internal static class DetectCommand
{
    public static Command Make(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "A note as plain text, or standard input (-).", DefaultValueFactory = static _ => "-" };
        var setting = new Option<string>("--setting") { Description = "outpatient (default) or inpatient: whether uncertain diagnoses are coded.", HelpName = "SETTING", DefaultValueFactory = static _ => "outpatient" };
        setting.Validators.Add(static r => { if (r.Tokens.Count == 1 && r.Tokens[0].Value is not ("outpatient" or "inpatient")) r.AddError("--setting takes outpatient or inpatient."); });
        var on = Options.On();
        on.Description = "Date of service (default: the book's newest edition of ICD-10-CM).";
        var sex = new Option<string?>("--sex") { Description = "F or M.", HelpName = "SEX" };
        sex.Validators.Add(static r => { if (r.Tokens.Count == 1 && r.Tokens[0].Value is not ("F" or "M")) r.AddError("--sex takes F or M."); });
        var age = new Option<int?>("--age") { Description = "Age in years on the date of service.", HelpName = "YEARS" };
        var json = Options.Json();
        var jsonl = new Option<bool>("--jsonl") { Description = "Read one JSON object a line (id, text, setting, on, sex, age) and write one answer a line, in order." };
        var fhir = new Option<bool>("--fhir") { Description = "Write FHIR R4 Conditions in a Bundle." };
        var infer = new Option<bool>("--infer") { Description = "Write the shape of InferICD10CM, which programs made for a cloud service read." };
        var book = Options.Book();
        var command = new Command("detect", "Find the ICD-10-CM codes a note supports, each with its evidence; and what is not coded, and why.") { file, setting, on, sex, age, json, jsonl, fhir, infer, book };
        command.SetAction(async (parsed, cancel) =>
        {
            var defaults = new DetectOptions
            {
                Setting = parsed.GetValue(setting) == "inpatient" ? CareSetting.Inpatient : CareSetting.Outpatient,
                On = parsed.GetValue(on),
                Sex = parsed.GetValue(sex)?[0],
                Age = parsed.GetValue(age),
            };
            using var opened = BookFile.OpenOrStarter(shell, parsed.GetValue(book), cancel);
            var detector = new Detector(opened);
            using var reader = JsonLines.Open(shell, parsed.GetValue(file)!);
            if (parsed.GetValue(jsonl)) return await ManyAsync(shell, detector, reader, defaults, cancel);

            var text = await reader.ReadToEndAsync(cancel);
            var result = detector.Detect(text, defaults, cancel);
            if (parsed.GetValue(json)) await shell.Out.WriteLineAsync(JsonSerializer.Serialize(result, DetectJson.Indented.DetectResult));
            else if (parsed.GetValue(fhir)) await shell.Out.WriteLineAsync(FhirConditions.Write(result, text));
            else if (parsed.GetValue(infer)) await shell.Out.WriteLineAsync(InferIcd10Cm.Write(result, text));
            else Print(shell, result, text);
            return result.Edition.Length == 0 ? ExitCode.NoData : ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> ManyAsync(Shell shell, Detector detector, TextReader reader, DetectOptions defaults, CancellationToken cancel)
    {
        var errors = false;
        for (var number = 1; await reader.ReadLineAsync(cancel) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            var answer = Answer(detector, line, number, defaults, cancel, out var failed);
            errors |= failed;
            await shell.Out.WriteLineAsync(answer.ToJsonString(CliJson.Plain.Options));
        }

        return errors ? ExitCode.Errors : ExitCode.Done;
    }

    private static JsonObject Answer(Detector detector, string line, int number, DetectOptions defaults, CancellationToken cancel, out bool failed)
    {
        var request = DetectRequest.Read(line, defaults, out var id, out var error);
        failed = request is null;
        if (request is null) return new JsonObject { ["id"] = id ?? JsonValue.Create(number), ["error"] = error };
        return (request with { Id = id ?? JsonValue.Create(number) }).Answer(detector.Detect(request.Text, request.Options, cancel));
    }

    private static void Print(Shell shell, DetectResult result, string text)
    {
        foreach (var note in result.Notes) shell.Error.WriteLine(note);
        string Quote(Text.Detect.Span span) => Requested.Cut(text[span.Start..span.End].ReplaceLineEndings(" "));
        Tables.Write(shell, ["Code", "Title", "Confidence", "Role", "Evidence", "Why"], result.Codes.Select(c => (string[])[
            c.Code + (c.Billable ? "" : " (not billable)"), c.Title, $"{c.Band} {c.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}", c.Role, string.Join(" | ", c.Evidence.Select(Quote).Distinct(StringComparer.OrdinalIgnoreCase).Take(4)), string.Join("; ", c.Why.Select(w => $"{w.Kind}: {w.Id} ({w.Source})"))]));
        if (result.Rejected.Count > 0)
        {
            shell.Out.WriteLine();
            Tables.Write(shell, ["Not coded", "Title", "Because", "Mention", "Cue", "Instead"], result.Rejected.Select(r => (string[])[r.Code, r.Title, r.Reason, Quote(r.Where), r.Cue is { } cue ? Quote(cue) : "", r.Instead ?? ""]));
        }

        foreach (var query in result.Queries) shell.Out.WriteLine($"Ask: {query}");
    }
}
