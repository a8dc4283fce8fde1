using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;

namespace CodingAhead.Cli;

/// <summary>A code's page as text: the same order as the site's, sections without content left out.</summary>
internal static class CodePageText
{
    /// <summary>Long lists are cut in the text; JSON has all of them.</summary>
    private const int MaxLines = 25;

    public static void Write(Shell shell, CodePage page)
    {
        var set = CodeSets.TryParse(page.Set, out var s) ? s.Name() : page.Set;
        Heading(shell, $"{page.Code}  {page.Title ?? "unknown"}");
        Line(shell, $"{set}, {page.Status} on {Date(page.On)}{Period(page)}{(page.Billable == false && page.Set.StartsWith("icd10", StringComparison.Ordinal) ? "; a heading: more characters are needed to bill" : "")}");
        if (page.Because is not null) Line(shell, page.Because);
        if (page.Successors.Count > 0) Line(shell, $"Replaced by {string.Join(", ", page.Successors)}");
        if (page.Stale) Line(shell, $"No edition for {Date(page.On)}: shown from {page.Edition}, as on {Date(page.ShownOn!.Value)}.");
        else if (page.Edition is not null) Line(shell, $"Edition {page.Edition}");
        if (page.StaleEditions.Count > 0) Line(shell, $"Over on the date, shown as the nearest: {string.Join(", ", page.StaleEditions)}");

        Section(shell, "Descriptors", Descriptors(page.Descriptors));
        if (page.Article is { } article) ArticleText.Write(shell, article, Heading);
        Section(shell, "Characters", page.Characters.Select(c => $"{c.Position} {c.Axis}: {c.Value} {c.Label}"));
        Section(shell, "Indicators", page.Indicators.Select(i => $"{i.Name}{(i.Modifier is null ? "" : $" ({i.Modifier})")}: {i.Value}{Explained(i)}{Stale(i.Stale)}"));
        Section(shell, "Payment", PaymentText.Lines(page.Payment));
        Section(shell, "Primaries", page.Primaries.Select(p => $"{p.Code}  {p.Title}{Type(p.Type)}"));
        Section(shell, "Add-on codes", page.AddOns.Select(p => $"{p.Code}  {p.Title}{Type(p.Type)}"));
        if (page.Ptp is { } ptp)
        {
            Section(shell, "NCCI pairs", [Invariant($"column 1 (paid) of {ptp.AsColumn1}, column 2 (not paid) of {ptp.AsColumn2}; practitioner {ptp.Practitioner.AsColumn1}/{ptp.Practitioner.AsColumn2}, hospital {ptp.Hospital.AsColumn1}/{ptp.Hospital.AsColumn2}; edition {ptp.Edition}{Stale(ptp.Stale)}")]);
        }

        Section(shell, "Medically unlikely edits", page.Mue.Select(m => Invariant($"{m.Setting}: {m.Units} units, MAI {m.Mai}{(m.Meaning is null ? "" : $" ({m.Meaning})")}{Stale(m.Stale)}")));
        Section(shell, "Notes", page.Notes.Select(n => $"{n.Kind}: {n.Text}{(n.From is null ? "" : $"  [from {n.From}]")}"));
        Section(shell, "Seventh characters", page.SeventhCharacters.Select(c => $"{c.Character}  {c.Label}{(c.From is null ? "" : $"  [from {c.From}]")}"));
        Section(shell, "Above", (page.Hierarchy?.Parents ?? []).Select(p => $"{p.Code}  {p.Title}"));
        Section(shell, "Below", (page.Hierarchy?.Children ?? []).Select(p => $"{p.Code}  {p.Title}"));
        Section(shell, "Index", page.Index.Select(i => i.Path));
        Section(shell, "Crosswalks", page.Crosswalks.Select(c => $"{c.Kind}: {string.Join("  ", ((string?[])[c.Set, c.Code, c.Title]).Where(t => t is not null))}{(c.Detail.Count > 0 ? $" ({string.Join(", ", c.Detail.Where(d => d.Value != "0").Select(d => $"{d.Key} {d.Value}"))})" : "")}{Stale(c.Stale)}"));
        Section(shell, "Guidelines", (page.Guidelines ?? []).Select(g => $"{g.Paragraph}  {g.Title}  [names {g.Names}]{Stale(g.Stale)}"));
        if (page.Coverage is { } coverage)
        {
            Section(shell, "Coverage", coverage.Documents.Select(Document));
            Section(shell, "Diagnoses in coverage articles", (coverage.Diagnoses ?? []).Select(Diagnoses));
            if (coverage.Procedures is { Count: > 0 } procedures)
                Section(shell, Invariant($"Procedures it supports ({coverage.ProcedureCount})"), procedures.Select(p => $"{p.Code}  {p.Title}"));
        }

        Section(shell, "History", page.History.Select(c => $"{Date(c.Date)}  {c.Table} {c.Field}: {c.From ?? "–"} → {c.To ?? "–"}"));
        Section(shell, "Sources", page.Sources.Select(c => Invariant($"[{c.Id}] {c.Publisher} {c.Edition}, {c.File} line {c.Line}, sha256 {c.Sha256[..12]}…")));
        shell.Out.WriteLine();
    }

    private static IEnumerable<string> Descriptors(Descriptors d)
    {
        if (d.Long is not null) yield return $"long: {d.Long}";
        if (d.Medium is not null) yield return $"medium: {d.Medium}";
        if (d.Short is not null) yield return $"short: {d.Short}";
        if (d.Plain is not null) yield return $"plain: {d.Plain}";
        if (d.Copyright is not null) yield return d.Copyright;
    }

    private static string Document(CoverageDocument d) => $"{d.Kind} {d.Id}  {d.Title ?? "(title not in the loaded releases)"}"
        + $"{(d.Verdict is null ? "" : $", {d.Verdict}")}{(d.Contractors.Count == 0 ? "" : $"; {string.Join(", ", d.Contractors)}")}{(d.States.Count == 0 ? "" : $"; {string.Join(", ", d.States)}")}"
        + $"{(d.From is { } from ? $"; from {Date(from)}" : "")}{(d.To is { } to ? $"; to {Date(to)}" : "")}{(d.InForce == false ? "  [not in force on the date]" : "")}"
        + $"{(d.Via.Count == 0 ? "" : $"; through {string.Join(", ", d.Via)}")}{Stale(d.Stale)}";

    private static string Diagnoses(SupportingDiagnoses g) =>
        Invariant($"{g.Document} group {g.Group}, {g.Verdict}: {g.Count} codes, {string.Join(", ", g.First.Select(c => c.Code))}{(g.Count > g.First.Count ? ", …" : "")}{(g.Text is null ? "" : $"  ({g.Text})")}");

    private static void Section(Shell shell, string name, IEnumerable<string> lines)
    {
        var list = lines.ToList();
        if (list.Count == 0) return;
        shell.Out.WriteLine();
        Heading(shell, list.Count > MaxLines ? Invariant($"{name} ({list.Count})") : name);
        foreach (var line in list.Take(MaxLines)) shell.Out.WriteLine($"  {line}");
        if (list.Count > MaxLines) Line(shell, Invariant($"  … and {list.Count - MaxLines} more; --json has all."));
    }

    private static void Heading(Shell shell, string text) => shell.Out.WriteLine(shell.OutIsTerminal ? $"\e[1m{text}\e[0m" : text);

    private static void Line(Shell shell, string text) => shell.Out.WriteLine(text);

    private static string Explained(Indicator i) => (i.Label, i.Meaning) switch
    {
        (null, null) => "",
        (null, var meaning) => $" – {meaning}",
        (var label, null) => $" – {label}",
        var (label, meaning) => $" – {label}. {meaning}",
    };

    private static string Period(CodePage page) => (page.ValidFrom, page.ValidTo) switch
    {
        (null, null) => "",
        ({ } from, null) => $" (valid from {Date(from)})",
        (null, { } to) => $" (valid to {Date(to)})",
        ({ } from, { } to) => $" (valid {Date(from)} to {Date(to)})",
    };

    private static string Type(string? type) => type is null ? "" : $"  (type {type})";

    private static string Stale(bool stale) => stale ? "  [edition over on the date]" : "";

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
