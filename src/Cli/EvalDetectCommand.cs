using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CodingAhead.Text.Detect;

namespace CodingAhead.Cli;

/// <summary>
/// <c>codingahead eval detect</c>: codes found against labelled notes. Reads three layouts: expected and forbidden codes (<c>expect</c>), a chart's reading (<c>must any_of may
/// forbid</c>), and a plain list (<c>codes</c>), of which those that the note denies are left out.
/// </summary>
internal static class EvalDetectCommand
{
    private static readonly DateOnly DefaultDate = new(2026, 9, 30);

    public static Command Make(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "One JSON object a line: text or text_en, and expect, must or codes." };
        var on = Options.On();
        on.Description = "Date of service (default: 2026-09-30).";
        var errors = new Option<int>("--errors") { Description = "List so many cases that are not exactly right.", HelpName = "N" };
        var json = Options.Json();
        var book = Options.Book();
        var command = new Command("detect", "Measure detection of diagnoses against labelled notes.") { file, on, errors, json, book };
        command.SetAction(async (parsed, cancel) =>
        {
            using var opened = BookFile.Open(shell, parsed.GetValue(book));
            var cases = Read(shell, parsed.GetValue(file)!);
            var date = parsed.GetValue(on) ?? DefaultDate;
            var score = new DetectScore(opened, date, parsed.GetValue(errors));
            var detector = new Detector(opened);
            var began = shell.Clock.GetTimestamp();
            detector.Prepare(date);
            score.LoadSeconds = shell.Clock.GetElapsedTime(began).TotalSeconds;
            foreach (var labelled in cases)
            {
                var c = labelled.On(opened, date);
                began = shell.Clock.GetTimestamp();
                var result = detector.Detect(c.Text, new DetectOptions { Setting = c.Inpatient ? CareSetting.Inpatient : CareSetting.Outpatient, On = date }, cancel);
                score.Add(c, result, shell.Clock.GetElapsedTime(began).TotalMilliseconds);
            }

            var figures = score.Figures(parsed.GetValue(file)!);
            if (parsed.GetValue(json)) await CliJson.WriteAsync(shell, figures, c => c.DetectEvalJson);
            else Print(shell, figures);
            return ExitCode.Done;
        });
        return command;
    }

    private static List<CodedNote> Read(Shell shell, string path)
    {
        var cases = new List<CodedNote>();
        using var reader = JsonLines.Open(shell, path);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                cases.Add(CodedNote.Of(document.RootElement));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new UserException(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture, $"{path}, line {number}: {e.Message}"));
            }
        }

        return cases.Count > 0 ? cases : throw new UserException(ExitCode.Usage, $"{path} has no notes to measure.");
    }

    private static void Print(Shell shell, DetectEvalJson e)
    {
        static string Share(double? value) => value is { } v ? v.ToString("0.000", CultureInfo.InvariantCulture) : "–";
        Tables.Write(
            shell, ["Notes", "Recall", "Precision", "F1", "Category F1", "Forbidden (notes)", "Exactly right", "Under-specific", "Over-specific"],
            [[e.Notes.ToString(CultureInfo.InvariantCulture), Share(e.Recall), Share(e.Precision), Share(e.F1), Share(e.CategoryF1), string.Create(CultureInfo.InvariantCulture, $"{e.ForbiddenCodes} ({e.ForbiddenNotes}, {Share((double)e.ForbiddenNotes / e.Notes)})"), Share(e.ExactlyRight), e.UnderSpecific.ToString(CultureInfo.InvariantCulture), e.OverSpecific.ToString(CultureInfo.InvariantCulture)]]);
        Tables.Write(shell, ["First-listed right", "High band: codes", "precision", "Calibration error", "Invalid codes", "Bad offsets", "Evidence right", "p50 ms", "p95 ms", "Load s"],
            [[Share(e.FirstListed), e.HighCodes.ToString(CultureInfo.InvariantCulture), Share(e.HighPrecision), Share(e.CalibrationError), e.InvalidCodes.ToString(CultureInfo.InvariantCulture), e.BadOffsets.ToString(CultureInfo.InvariantCulture), Share(e.EvidenceRight), e.P50.ToString("0.00", CultureInfo.InvariantCulture), e.P95.ToString("0.00", CultureInfo.InvariantCulture), e.LoadSeconds.ToString("0.00", CultureInfo.InvariantCulture)]]);
        if (e.Slices.Count > 1) Tables.Write(shell, ["Slice", "Notes", "Exactly right", "Forbidden"], e.Slices.Select(s => (string[])[s.Name, s.Notes.ToString(CultureInfo.InvariantCulture), Share(s.ExactlyRight), s.Forbidden.ToString(CultureInfo.InvariantCulture)]));
        foreach (var line in e.Errors ?? []) shell.Out.WriteLine(line);
    }
}
