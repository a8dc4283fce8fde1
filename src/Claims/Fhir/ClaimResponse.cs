using System.Globalization;
using System.Text.Json;
using CodingAhead.Claims.Answers;
using CodingAhead.Claims.Payment;

namespace CodingAhead.Claims.Fhir;

/// <summary>
/// Writes an answer as a ClaimResponse of FHIR R4. <c>outcome</c> is complete for pass, partial for not checked, error for fail; each failure is an
/// <c>error</c> with our rule as its code, and each finding a <c>processNote</c> with its proof, to which items refer. A priced line has an adjudication
/// <c>eligible</c> with its amount and a note with the arithmetic. Patient and insurer are not repeated.
/// </summary>
public static class ClaimResponse
{
    /// <summary>The code system of our rules.</summary>
    public const string RuleSystem = "urn:codingahead:claim-rule";

    /// <summary>Writes the resource.</summary>
    public static void Write(Utf8JsonWriter json, Claim claim, ClaimAnswer answer, DateOnly created)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(claim);
        var (check, price) = answer;
        var notes = Notes(check, price);
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "ClaimResponse"u8);
        if (claim.Id is { } id)
        {
            json.WriteStartArray("identifier"u8);
            json.WriteStartObject();
            json.WriteString("value"u8, id.Trim());
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteString("status"u8, "active"u8);
        Concept(json, "type"u8, "http://terminology.hl7.org/CodeSystem/claim-type", claim.Setting == Setting.OutpatientHospital ? "institutional" : "professional", null);
        json.WriteString("use"u8, "claim"u8);
        Display(json, "patient"u8, "The patient of the claim");
        json.WriteString("created"u8, created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Display(json, "insurer"u8, "None: checked before submission by CodingAhead");
        var priced = price is null || price.Lines.All(l => l.Amount is not null);
        json.WriteString("outcome"u8, check?.Verdict switch { "fail" => "error", "not-checked" => "partial", _ => priced ? "complete" : "partial" });
        json.WriteString("disposition"u8, check?.Verdict switch
        {
            "pass" => "Nothing failed.",
            "fail" => "At least one rule denies.",
            null => priced ? "Priced." : "Not every line has an amount.",
            _ => "Nothing failed, but not everything could be checked.",
        });
        Items(json, claim, check, price, notes);
        if (price?.Total is { } total)
        {
            json.WriteStartArray("total"u8);
            Amount(json, total);
            json.WriteEndArray();
        }

        Write(json, notes);
        if (check is not null) Errors(json, check);
        json.WriteEndObject();
    }

    private static void Items(Utf8JsonWriter json, Claim claim, CheckResult? check, PriceResult? price, List<Note> notes)
    {
        json.WriteStartArray("item"u8);
        for (var line = 1; line <= claim.Lines.Count; line++)
        {
            json.WriteStartObject();
            json.WriteNumber("itemSequence"u8, line);
            var any = false;
            for (var i = 0; i < notes.Count; i++)
            {
                if (!notes[i].Lines.Contains(line)) continue;
                if (!any) json.WriteStartArray("noteNumber"u8);
                any = true;
                json.WriteNumberValue(i + 1);
            }

            if (any) json.WriteEndArray();
            json.WriteStartArray("adjudication"u8);
            if (check is not null) Verdict(json, check, line);
            if (price is not null) Amount(json, price.Lines[line - 1].Amount, "not priced");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Verdict(Utf8JsonWriter json, CheckResult check, int line)
    {
        var worst = Outcome.Pass;
        foreach (var finding in check.Findings)
        {
            if (finding.Outcome > worst && finding.Lines.Contains(line)) worst = finding.Outcome;
        }

        json.WriteStartObject();
        Concept(json, "category"u8, "urn:codingahead:adjudication", "check", null);
        Concept(json, "reason"u8, "urn:codingahead:outcome", worst.Name(), null);
        json.WriteEndObject();
    }

    private static void Amount(Utf8JsonWriter json, decimal? amount, string? otherwise = null)
    {
        json.WriteStartObject();
        Concept(json, "category"u8, "http://terminology.hl7.org/CodeSystem/adjudication", "eligible", null);
        if (amount is null) Concept(json, "reason"u8, "urn:codingahead:outcome", "not-priced", otherwise);
        else
        {
            json.WriteStartObject("amount"u8);
            json.WriteNumber("value"u8, amount.Value + 0.00m);
            json.WriteString("currency"u8, "USD"u8);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private readonly record struct Note(IReadOnlyList<int> Lines, string Text);

    private static List<Note> Notes(CheckResult? check, PriceResult? price)
    {
        var notes = new List<Note>();
        foreach (var f in check?.Findings ?? [])
        {
            var proof = string.Join(" ", f.Sources.Select(id => check!.Sources[id - 1]).Select(s => string.Create(CultureInfo.InvariantCulture, $"[{s.Publisher} {s.Edition}, {s.File} line {s.Line}, sha256 {s.Sha256}]")));
            string?[] parts =
            [
                $"{f.Rule}, {f.Outcome.Name()}{(f.Stale ? ", from an edition that is over on the date" : "")}: {f.Message}", f.Fix is null ? null : $"Change: {f.Fix}",
                f.Condition is null ? null : $"Only if: {f.Condition}", f.Manual is null ? null : $"({f.Manual})", proof.Length == 0 ? null : proof,
            ];
            notes.Add(new Note(f.Lines, string.Join(' ', parts.Where(p => p is not null))));
        }

        foreach (var line in price?.Lines ?? [])
        {
            var steps = string.Join("; ", line.Steps.Select(s => $"{s.What}: {PriceCsv.Money(s.Amount)}{(s.How is null ? "" : $" = {s.How}")}"));
            var text = line.NotPriced is null ? steps : $"{line.NotPriced} {steps}".Trim();
            if (text.Length > 0) notes.Add(new Note([line.Line], text));
        }

        return notes;
    }

    private static void Write(Utf8JsonWriter json, List<Note> notes)
    {
        if (notes.Count == 0) return;
        json.WriteStartArray("processNote"u8);
        for (var i = 0; i < notes.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("number"u8, i + 1);
            json.WriteString("type"u8, "display"u8);
            json.WriteString("text"u8, notes[i].Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Errors(Utf8JsonWriter json, CheckResult result)
    {
        if (result.Verdict != "fail") return;
        json.WriteStartArray("error"u8);
        foreach (var f in result.Findings.Where(f => f.Outcome == Outcome.Fail))
        {
            foreach (var line in f.Lines.DefaultIfEmpty(0))
            {
                json.WriteStartObject();
                if (line > 0) json.WriteNumber("itemSequence"u8, line);
                Concept(json, "code"u8, RuleSystem, f.Rule, f.Message);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void Display(Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("display"u8, text);
        json.WriteEndObject();
    }

    private static void Concept(Utf8JsonWriter json, ReadOnlySpan<byte> name, string system, string code, string? text)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("coding"u8);
        json.WriteStartObject();
        json.WriteString("system"u8, system);
        json.WriteString("code"u8, code);
        json.WriteEndObject();
        json.WriteEndArray();
        if (text is not null) json.WriteString("text"u8, text);
        json.WriteEndObject();
    }
}
