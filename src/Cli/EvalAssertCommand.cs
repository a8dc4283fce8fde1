using System.CommandLine;
using System.Globalization;
using CodingAhead.Text.Detect;

namespace CodingAhead.Cli;

/// <summary><c>codingahead eval assert</c>: how well the assertion model tells negated, historical, hypothetical and other people's conditions, on files of the NegEx kit's layouts.</summary>
internal static class EvalAssertCommand
{
    public static Command Make(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "Tab-separated lines: number, concept, sentence with the concept in capitals, labels (the NegEx kit's two layouts)." };
        var errors = new Option<int>("--errors") { Description = "List so many sentences judged wrongly, for each label.", HelpName = "N" };
        var json = Options.Json();
        var command = new Command("assert", "Measure negation, history, hypothesis and experiencer against labelled sentences.") { file, errors, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var counts = Measure(shell, parsed.GetValue(file)!, parsed.GetValue(errors), cancel);
            if (parsed.GetValue(json)) await CliJson.WriteAsync(shell, new AssertJson(parsed.GetValue(file)!, [.. counts.Select(c => c.Figures())]), c => c.AssertJson);
            else Print(shell, counts);
            return ExitCode.Done;
        });
        return command;
    }

    private static Count[] Measure(Shell shell, string path, int list, CancellationToken cancel)
    {
        Count[] counts = [new("negated", list), new("historical", list), new("hypothetical", list), new("other person", list)];
        using var reader = JsonLines.Open(shell, path);
        while (reader.ReadLine() is { } line)
        {
            cancel.ThrowIfCancellationRequested();
            var cells = line.Split('\t');
            // Number, blank, concept, sentence, negation, time, experiencer; or number, concept, sentence, experiencer.
            var wide = cells.Length >= 7;
            if (!wide && cells.Length < 4) continue;
            var (concept, sentence) = wide ? (cells[2], cells[3]) : (cells[1], cells[2]);
            var at = sentence.IndexOf(concept.Trim().ToUpperInvariant(), StringComparison.Ordinal);
            if (at < 0) at = sentence.IndexOf(concept.Trim(), StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            var verdict = AssertionModel.Judge(sentence, at, at + concept.Trim().Length);
            var experiencer = wide ? cells[6] : cells[3];
            if (wide)
            {
                counts[0].Add(cells[4].Trim() == "Negated", verdict.Negated, sentence);
                counts[1].Add(cells[5].Trim() == "Historical", verdict.Historical && !verdict.Hypothetical, sentence);
                counts[2].Add(cells[5].Trim() == "Not particular", verdict.Hypothetical, sentence);
            }

            counts[3].Add(experiencer.Trim() != "Patient", verdict.Other, sentence);
        }

        return counts;
    }

    private static void Print(Shell shell, Count[] counts)
    {
        var rows = counts.Select(c => c.Figures()).Where(f => f.Labelled + f.Found > 0).ToList();
        string Share(double? share) => share is { } s ? s.ToString("0.000", CultureInfo.InvariantCulture) : "–";
        Tables.Write(shell, ["Label", "Labelled", "Found", "Precision", "Recall", "F1"], rows.Select(f => (string[])[f.Label, f.Labelled.ToString(CultureInfo.InvariantCulture), f.Found.ToString(CultureInfo.InvariantCulture), Share(f.Precision), Share(f.Recall), Share(f.F1)]));
        foreach (var error in rows.SelectMany(r => r.Errors.Select(e => $"{r.Label}: {e}"))) shell.Out.WriteLine(error);
    }

    private sealed class Count(string label, int list)
    {
        private readonly List<string> errors = [];
        private int labelled;
        private int found;
        private int both;

        public void Add(bool gold, bool verdict, string sentence)
        {
            if (gold) labelled++;
            if (verdict) found++;
            if (gold && verdict) both++;
            if (gold != verdict && errors.Count < list) errors.Add($"{(gold ? "missed" : "wrong")}: {sentence}");
        }

        public AssertFigures Figures()
        {
            double? precision = found > 0 ? Math.Round((double)both / found, 4) : null;
            double? recall = labelled > 0 ? Math.Round((double)both / labelled, 4) : null;
            return new AssertFigures(label, labelled, found, precision, recall, labelled + found > 0 ? Math.Round(2.0 * both / (labelled + found), 4) : null, errors);
        }
    }
}

/// <summary><c>eval assert --json</c>.</summary>
internal sealed record AssertJson(string File, IReadOnlyList<AssertFigures> Labels);

/// <summary>One label's figures; rates 0 to 1, null when nothing is labelled or found.</summary>
internal sealed record AssertFigures(string Label, int Labelled, int Found, double? Precision, double? Recall, double? F1, IReadOnlyList<string> Errors);
