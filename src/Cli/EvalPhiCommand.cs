using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodingAhead.Text.Redact;

namespace CodingAhead.Cli;

/// <summary><c>codingahead eval phi</c>: how much redaction leaks and how much it takes that it should not, on notes with labelled identifiers.</summary>
internal static class EvalPhiCommand
{
    public static Command Make(Shell shell)
    {
        var gold = new Argument<string>("GOLD.jsonl") { Description = "{\"id\",\"text\",\"spans\":[{\"start\",\"end\",\"type\"}],\"ignore\":[…]} a line; offsets in code points." };
        var predicted = new Argument<string?>("PRED.jsonl") { Description = "{\"id\",\"spans\"} a line, as redact --jsonl writes or with start and end in code points; without it, the notes are redacted now.", Arity = ArgumentArity.ZeroOrOne };
        var leaks = new Option<int>("--leaks") { Description = "List so many leaks, by note and offsets.", HelpName = "N" };
        var policy = new Option<string>("--policy") { Description = "The policy to redact by (default: safe-harbor).", HelpName = "P", DefaultValueFactory = static _ => "safe-harbor" };
        var json = Options.Json();
        var command = new Command("phi", "Measure redaction against notes with labelled identifiers, leaks first.") { gold, predicted, leaks, policy, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var notes = ReadGold(shell, parsed.GetValue(gold)!);
            var score = new PhiScore();
            var predictions = parsed.GetValue(predicted) is { } path ? ReadPredicted(shell, path) : null;
            var redactor = predictions is null ? RedactCommand.Make(shell, parsed.GetValue(policy)!, "audit") : null;
            foreach (var note in notes)
            {
                cancel.ThrowIfCancellationRequested();
                if (redactor is not null) score.Add(note, redactor.Redact(note.Text, null, cancel).Spans.Select(static s => new LabelledSpan(s.CpStart, s.CpEnd)));
                else if (predictions!.TryGetValue(note.Id, out var spans)) score.Add(note, spans);
                else score.Missing++;
            }

            if (score.Notes == 0) throw new UserException(ExitCode.Usage, "None of the labelled notes has a prediction.");
            if (parsed.GetValue(json)) await shell.Out.WriteLineAsync(Figures(score, parsed.GetValue(leaks)).ToJsonString(CliJson.Indented.Options));
            else await PrintAsync(shell, score, parsed.GetValue(leaks));
            return ExitCode.Done;
        });
        return command;
    }

    private static List<LabelledNote> ReadGold(Shell shell, string path) =>
        [.. Objects(shell, path).Select(o => new LabelledNote(Id(o), o["text"]!.GetValue<string>(), Spans(o["spans"]), Spans(o["ignore"]), o["case"]?.GetValue<string>()))];

    private static Dictionary<string, IReadOnlyList<LabelledSpan>> ReadPredicted(Shell shell, string path)
    {
        var predictions = new Dictionary<string, IReadOnlyList<LabelledSpan>>(StringComparer.Ordinal);
        foreach (var o in Objects(shell, path)) predictions[Id(o)] = Spans(o["spans"]);
        return predictions;
    }

    /// <summary>The objects of a file, one a line, each with an id.</summary>
    internal static IEnumerable<JsonObject> Objects(Shell shell, string path)
    {
        using var reader = JsonLines.Open(shell, path);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            JsonObject? read;
            try
            {
                read = JsonNode.Parse(line) as JsonObject;
            }
            catch (JsonException)
            {
                read = null;
            }

            if (read?["id"] is null) throw new UserException(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture, $"{path}, line {number}: expected an object with an id."));
            yield return read;
        }
    }

    internal static string Id(JsonObject o) => o["id"]!.GetValueKind() == JsonValueKind.String ? o["id"]!.GetValue<string>() : o["id"]!.ToJsonString();

    // Code points where an object gives them, as redact does; else start and end are code points already.
    private static List<LabelledSpan> Spans(JsonNode? spans) => spans is not JsonArray array ? [] :
        [.. array.Select(static s => new LabelledSpan((s!["cpStart"] ?? s["start"])!.GetValue<int>(), (s["cpEnd"] ?? s["end"])!.GetValue<int>(), s["type"]?.GetValue<string>() ?? "", s["tag"]?.GetValue<string>()))];

    private static JsonObject Figures(PhiScore score, int leaks)
    {
        var total = score.Total;
        return new JsonObject
        {
            ["notes"] = score.Notes,
            ["missing"] = score.Missing,
            ["spans"] = total.Spans,
            ["recallFull"] = total.Recall,
            ["recallFullLower95"] = total.Lower,
            ["recallAny"] = (double)total.Any / Math.Max(1, total.Spans),
            ["recallCharacters"] = (double)total.Covered / Math.Max(1, total.Required),
            ["precisionTokens"] = score.TokenPrecision,
            ["overRedaction"] = score.OverRedaction,
            ["leakFree"] = score.LeakFree,
            ["leakFreeLower95"] = PhiScore.Lower(score.Clean, score.Notes),
            ["notesWithoutIdentifiers"] = score.Negative,
            ["ofThoseTouched"] = score.NegativeTouched,
            ["classes"] = Counts(score.ByClass),
            ["slices"] = Counts(score.BySlice),
            ["leaks"] = new JsonArray([.. score.Leaks.Take(leaks).Select(static l => (JsonNode)new JsonObject { ["id"] = l.Id, ["class"] = l.Class, ["cpStart"] = l.Start, ["cpEnd"] = l.End })]),
        };
    }

    private static JsonObject Counts(IReadOnlyDictionary<string, PhiCount> counts) => new(counts.Select(static c => KeyValuePair.Create<string, JsonNode?>(c.Key, new JsonObject
    {
        ["spans"] = c.Value.Spans, ["recallFull"] = c.Value.Recall, ["lower95"] = c.Value.Lower, ["recallAny"] = (double)c.Value.Any / c.Value.Spans, ["recallCharacters"] = (double)c.Value.Covered / Math.Max(1, c.Value.Required),
    })));

    private static async Task PrintAsync(Shell shell, PhiScore score, int leaks)
    {
        var total = score.Total;
        await shell.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{score.Notes} notes ({score.Missing} without prediction), {total.Spans} identifiers: {total.Recall:F4} found in full (at least {total.Lower:F4} with 95 % confidence)"));
        await shell.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"notes without a leak {score.LeakFree:P1} (at least {PhiScore.Lower(score.Clean, score.Notes):P1}); token precision {score.TokenPrecision:F4}; over-redaction {score.OverRedaction:P2}; notes without identifiers {score.Negative}, touched {score.NegativeTouched}"));
        foreach (var (name, counts) in new[] { ("class", score.ByClass), ("slice", score.BySlice) })
        {
            foreach (var (key, c) in counts) await shell.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {name} {key,-28} n={c.Spans,-5} full={c.Recall:F4} lower95={c.Lower:F4}"));
        }

        foreach (var leak in score.Leaks.Take(leaks)) await shell.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  leak {leak.Id} {leak.Class} code points {leak.Start}-{leak.End}"));
    }
}
