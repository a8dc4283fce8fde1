using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;

namespace CodingAhead.Cli;

/// <summary>A code's page as text: the same order as the site's, sections without content left out.</summary>
internal static class CodePageText
{
    /// <summary>Long lists are cut in the text; JSON has all of them.</summary>
    private const int MaxLines = 25;

    /// <summary>Writes a page, or of its sections those named.</summary>
    public static void Write(Shell shell, CodePage page, IReadOnlyCollection<string>? only = null)
    {
        var set = CodeSets.TryParse(page.Set, out var s) ? s.Name() : page.Set;
        Heading(shell, $"{page.Code}  {page.Title ?? "unknown"}");
        Line(shell, $"{set}, {page.Status} on {Date(page.On)}{Period(page)}{(page.Billable == false && page.Set.StartsWith("icd10", StringComparison.Ordinal) ? "; a heading: more characters are needed to bill" : "")}");
        if (page.Because is not null) Line(shell, page.Because);
        if (page.Successors.Count > 0) Line(shell, $"Replaced by {string.Join(", ", page.Successors)}");
        if (page.Stale) Line(shell, $"No edition for {Date(page.On)}: shown from {page.Edition}, as on {Date(page.ShownOn!.Value)}.");
        else if (page.Edition is not null) Line(shell, $"Edition {page.Edition}");
        if (page.StaleEditions.Count > 0) Line(shell, $"Over on the date, shown as the nearest: {string.Join(", ", page.StaleEditions)}");
        foreach (var section in Sections(page))
        {
            if (only is null || only.Contains(section.Id)) Section(shell, section);
            // In the page's order, our own words follow the official ones; they are paragraphs, not columns.
            if (section.Id == "descriptors" && page.Article is { } article && (only is null || only.Contains("article"))) ArticleText.Write(shell, article, Heading);
        }

        if (page.Status != "unknown-code") Absent(shell, page, only);
        shell.Out.WriteLine();
    }

    /// <summary>The sections in the site's order; a row is one line in columns, the last of which may be long.</summary>
    private static IEnumerable<TextSection> Sections(CodePage page)
    {
        yield return new("descriptors", "Descriptors", Descriptors(page.Descriptors));
        yield return new("instructions", "Instructions", page.Notes.Select(n => Row(n.Kind, $"{n.Text}{(n.From is null ? "" : $"  [from {n.From}]")}")));
        yield return new("choices", "To complete the code", page.Missing is { } missing ? [Row(missing)] : []);
        yield return new("choices", "Choices", page.Choices.Select(c => Row(c.Current ? "*" : "", c.Code, $"{c.Label}{(c.Billable ? "" : "  (heading)")}")));
        yield return new("below", "Above", (page.Hierarchy?.Parents ?? []).Select(p => Row(p.Code, p.Title)));
        yield return new("below", "Below", (page.Hierarchy?.Children ?? []).Select(p => Row(p.Code, p.Title)));
        yield return new("seventh", "Seventh character", page.SeventhCharacters.Select(c => Row(c.Character, $"{c.Label}{(c.From is null ? "" : $"  [from {c.From}]")}")));
        yield return new("characters", "Characters", page.Characters.Select(c => Row(Invariant($"{c.Position}"), c.Axis, c.Value, c.Label)));
        yield return new("pcs-rows", "Rows of the table", page.PcsRows.Select(r => Row(Invariant($"{r.Number}"), string.Join("  ", r.Columns.Select(c => $"{c.Axis} {string.Concat(c.Values.Select(v => v.Current ? $"[{v.Value}]" : v.Value))}")), Invariant($"{r.Codes} codes"))));
        yield return new("siblings", "Siblings", page.Siblings.Select(s => Row(s.Code, s.Title)));
        yield return new("edits", "Claim edits", page.Edits.Select(e => Row($"{e.Name}{(e.AgeFrom is null ? "" : Invariant($" (ages {e.AgeFrom} to {e.AgeTo})"))}", $"{e.Meaning ?? e.Flag}{Stale(e.Stale)}")));
        yield return new("hcc", "Risk adjustment", page.Hcc.Select(h => Row(h.Model, Invariant($"HCC {h.Category}{(h.Coefficients.Count == 0 ? "" : $", coefficients {h.Coefficients.Min(c => c.Value)} to {h.Coefficients.Max(c => c.Value)}")}{Stale(h.Stale)}"))));
        yield return new("icd-maps", "ICD-9 and ICD-10", page.IcdMaps.Select(m => Row(m.Direction == "to" ? "to" : "from", m.Code ?? "none", m.Words)));
        yield return new("indicators", "Indicators", page.Indicators.Select(i => Row($"{i.Name}{(i.Modifier is null ? "" : $" ({i.Modifier})")}", i.Value, $"{Explained(i)}{Stale(i.Stale)}")));
        yield return new("mue", "Medically unlikely edits", page.Mue.Select(m => Row(m.Setting, Invariant($"{m.Units} units"), $"MAI {m.Mai}", $"{m.Meaning}{Stale(m.Stale)}")));
        yield return new("payment", "Payment", PaymentText.Lines(page.Payment).Select(l => Row(l)));
        yield return new("add-ons", "Primaries", page.Primaries.Select(p => Row(p.Code, $"{p.Title}{Type(p.Type)}")));
        yield return new("add-ons", "Add-on codes", page.AddOns.Select(p => Row(p.Code, $"{p.Title}{Type(p.Type)}")));
        yield return new("modifiers", "Modifiers", Modifiers(page.Modifiers));
        yield return new("effect", "Payment and pairs", Effect(page.Effect));
        yield return new("ncci", "NCCI pairs", Pairs(page.Ptp));
        yield return new("index", "Index", page.Index.Select(i => Row(i.Path)));
        yield return new("guidelines", "Official Guidelines", (page.Guidelines ?? []).Select(g => Row(g.Paragraph, $"{g.Title}  [names {g.Names}]{Stale(g.Stale)}")));
        yield return new("coverage", "Coverage", (page.Coverage?.Documents ?? []).Select(d => Row(Document(d))));
        yield return new("coverage", "Diagnoses in coverage articles", (page.Coverage?.Diagnoses ?? []).Select(d => Row(Diagnoses(d))));
        yield return new("coverage", Invariant($"Procedures it supports ({page.Coverage?.ProcedureCount})"), (page.Coverage?.Procedures ?? []).Select(p => Row(p.Code, p.Title)));
        yield return new("crosswalks", "Groups and maps", page.Crosswalks.Where(c => c.Kind is not ("gem" or "hcc")).Select(c => Row(c.Kind, $"{c.Set} {c.Code}".Trim(), $"{c.Title}{(c.Detail.Count > 0 ? $" ({string.Join(", ", c.Detail.Where(d => d.Value != "0").Select(d => $"{d.Key} {d.Value}"))})" : "")}{Stale(c.Stale)}".Trim())));
        yield return new("history", "History", page.History.Select(c => Row(Date(c.Date), $"{c.Table} {c.Field}", $"{c.From ?? "–"} → {c.To ?? "–"}{(c.After is { } after ? $"  [some day after {Date(after)}]" : "")}")));
        yield return new("sources", "Sources", page.Sources.Select(c => Row(Invariant($"[{c.Id}]"), $"{c.Publisher} {c.Edition}", Invariant($"{c.File} line {c.Line}, sha256 {c.Sha256[..12]}…"))));
    }

    // Modifiers of one reason in one line, by verdict.
    private static IEnumerable<string[]> Modifiers(IReadOnlyList<ModifierVerdict>? verdicts) =>
        (verdicts ?? []).GroupBy(v => (v.Verdict, v.Because, v.Stale)).Select(g => Row(string.Join(' ', g.Select(v => v.Code)), g.Key.Verdict, $"{g.Key.Because}{Stale(g.Key.Stale)}"));

    private static IEnumerable<string[]> Effect(ModifierEffect? effect)
    {
        if (effect is null) yield break;
        foreach (var r in effect.Rates) yield return Row("rate", $"{(r.From is { } f ? $"from {Date(f)} " : "")}{(r.To is { } t ? $"to {Date(t)} " : "")}{r.Words} ({r.Manual})");
        foreach (var r in effect.Rules) yield return Row("decides", $"{r.When}: {r.Verdict}. {r.Because}");
        foreach (var e in effect.Examples) yield return Row("for one", $"{e.Verdict}: {string.Join(", ", e.Codes.Select(c => c.Code))}");
        yield return Row("NCCI", effect.Columns switch
        {
            null => "Opens no pair.",
            "column2" => "Opens a pair of modifier indicator 1 on the column 2 code, with documentation of a separate service.",
            _ => "Opens a pair of modifier indicator 1 on either code, with documentation of a separate service.",
        });
    }

    private static string Document(CoverageDocument d) => $"{d.Kind} {d.Id}  {d.Title ?? "(title not in the loaded releases)"}"
        + $"{(d.Verdict is null ? "" : $", {d.Verdict}")}{(d.Contractors.Count == 0 ? "" : $"; {string.Join(", ", d.Contractors)}")}{(d.States.Count == 0 ? "" : $"; {string.Join(", ", d.States)}")}"
        + $"{(d.From is { } from ? $"; from {Date(from)}" : "")}{(d.To is { } to ? $"; to {Date(to)}" : "")}{(d.InForce == false ? "  [not in force on the date]" : "")}"
        + $"{(d.Via.Count == 0 ? "" : $"; through {string.Join(", ", d.Via)}")}{Stale(d.Stale)}";

    private static string Diagnoses(SupportingDiagnoses g) =>
        Invariant($"{g.Document} group {g.Group}, {g.Verdict}: {g.Count} codes, {string.Join(", ", g.First.Select(c => c.Code))}{(g.Count > g.First.Count ? ", …" : "")}{(g.Text is null ? "" : $"  ({g.Text})")}");

    private static IEnumerable<string[]> Descriptors(Descriptors d)
    {
        if (d.Long is not null) yield return Row("long", d.Long);
        if (d.Medium is not null) yield return Row("medium", d.Medium);
        if (d.Short is not null) yield return Row("short", d.Short);
        if (d.Plain is not null) yield return Row("plain", d.Plain);
        if (d.Copyright is not null) yield return Row(d.Copyright);
    }

    private static IEnumerable<string[]> Pairs(PtpCounts? ptp)
    {
        if (ptp is null) yield break;
        yield return Row($"edition {ptp.Edition}{Stale(ptp.Stale)}");
        yield return Row("either setting", Invariant($"column 1 (paid) of {ptp.AsColumn1}"), Invariant($"column 2 (not paid) of {ptp.AsColumn2}"));
        yield return Row("practitioner", Invariant($"column 1 of {ptp.Practitioner.AsColumn1}"), Invariant($"column 2 of {ptp.Practitioner.AsColumn2}"));
        yield return Row("outpatient hospital", Invariant($"column 1 of {ptp.Hospital.AsColumn1}"), Invariant($"column 2 of {ptp.Hospital.AsColumn2}"));
        yield return Row("Indicator 0: never both. 1: both with an NCCI-associated modifier and documentation. 9: no edit.");
    }

    private static void Section(Shell shell, TextSection section)
    {
        var list = section.Rows.ToList();
        if (list.Count == 0) return;
        shell.Out.WriteLine();
        Heading(shell, list.Count > MaxLines ? Invariant($"{section.Name} ({list.Count})") : section.Name);
        Tables.WriteAligned(shell, list.Take(MaxLines));
        if (list.Count > MaxLines) Line(shell, Invariant($"  … and {list.Count - MaxLines} more; --json has all."));
    }

    // A section asked for by name and empty is said to be: silence would look like a fault.
    private static void Absent(Shell shell, CodePage page, IReadOnlyCollection<string>? only)
    {
        foreach (var id in only ?? [])
        {
            var shown = Sections(page).Where(s => s.Id == id).ToList();
            if (shown.Count == 0) Line(shell, $"{id}: not shown as text; --json has what there is.");
            else if (!shown.Exists(s => s.Rows.Any())) Line(shell, $"{id}: nothing in the loaded releases on the date.");
        }
    }

    private static string[] Row(params string[] cells) => cells;

    private static void Heading(Shell shell, string text) => shell.Out.WriteLine(shell.OutIsTerminal ? $"\e[1m{text}\e[0m" : text);

    private static void Line(Shell shell, string text) => shell.Out.WriteLine(text);

    private static string Explained(Indicator i) => (i.Label, i.Meaning) switch
    {
        (null, null) => "",
        (null, { } meaning) => meaning,
        ({ } label, null) => label,
        var (label, meaning) => $"{label}. {meaning}",
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

    /// <summary>A section of the text; two with one id are two headings of one section.</summary>
    private sealed record TextSection(string Id, string Name, IEnumerable<string[]> Rows);
}
