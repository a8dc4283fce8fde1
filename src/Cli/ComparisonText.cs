using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;

namespace CodingAhead.Cli;

/// <summary>A comparison of two dates as text: a table of what differs, by section.</summary>
internal static class ComparisonText
{
    public static void Write(Shell shell, PageComparison compared, IReadOnlyCollection<string>? only)
    {
        var set = CodeSets.TryParse(compared.Set, out var s) ? s.Name() : compared.Set;
        shell.Out.WriteLine($"{compared.Code}  {compared.To.Title ?? compared.From.Title ?? "unknown"}");
        shell.Out.WriteLine($"{set}, {Date(compared.From.On)} ({Side(compared.From)}) compared with {Date(compared.To.On)} ({Side(compared.To)})");
        var shown = compared.Sections.Where(c => only is null || only.Contains(c.Id) || c.Id == "status").ToList();
        if (!shown.Exists(c => c.Differences.Count > 0)) shell.Out.WriteLine("No difference.");
        foreach (var section in shown)
        {
            shell.Out.WriteLine();
            shell.Out.WriteLine(section.Name);
            Tables.WriteAligned(shell, section.Differences.Select(d => (string[])[d.Kind, d.What, $"{d.From ?? "–"} → {d.To ?? "–"}"]), widest: 48);
            if (section.Note is not null) shell.Out.WriteLine($"  {section.Note}");
        }

        foreach (var side in (ComparedSide[])[compared.From, compared.To])
        {
            var stale = side.StaleEditions;
            if (stale.Count > 0) shell.Error.WriteLine($"Over on {Date(side.On)}, compared all the same: {string.Join(", ", stale)}");
        }

        shell.Out.WriteLine();
    }

    private static string Side(ComparedSide side) =>
        side.ShownOn is { } shown && shown != side.On ? $"{side.Status}, shown as on {Date(shown)}" : side.Edition is null ? side.Status : $"{side.Status}, edition {side.Edition}";

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
