using System.Globalization;
using System.Text.Json;

namespace CodingAhead.Claims.Fhir;

/// <summary>
/// Writes an answer as a ClaimResponse of FHIR R4. <c>outcome</c> is complete for pass, partial for not checked, error for fail; each failure is an
/// <c>error</c> with our rule as its code, and each finding a <c>processNote</c> with its proof, to which items refer. Patient and insurer are not repeated.
/// </summary>
public static class ClaimResponse
{
    /// <summary>The code system of our rules.</summary>
    public const string RuleSystem = "urn:codingahead:claim-rule";

    /// <summary>Writes the resource.</summary>
    public static void Write(Utf8JsonWriter json, Claim claim, CheckResult result, DateOnly created)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(result);
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "ClaimResponse"u8);
        if (result.Id is { } id)
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
        json.WriteString("outcome"u8, result.Verdict switch { "pass" => "complete", "fail" => "error", _ => "partial" });
        json.WriteString("disposition"u8, result.Verdict switch
        {
            "pass" => "Nothing failed.",
            "fail" => "At least one rule denies.",
            _ => "Nothing failed, but not everything could be checked.",
        });
        Items(json, claim, result);
        Notes(json, result);
        Errors(json, result);
        json.WriteEndObject();
    }

    private static void Items(Utf8JsonWriter json, Claim claim, CheckResult result)
    {
        json.WriteStartArray("item"u8);
        for (var line = 1; line <= claim.Lines.Count; line++)
        {
            json.WriteStartObject();
            json.WriteNumber("itemSequence"u8, line);
            var worst = Outcome.Pass;
            var any = false;
            for (var i = 0; i < result.Findings.Count; i++)
            {
                var finding = result.Findings[i];
                if (!finding.Lines.Contains(line)) continue;
                if (!any) json.WriteStartArray("noteNumber"u8);
                any = true;
                json.WriteNumberValue(i + 1);
                if (finding.Outcome > worst) worst = finding.Outcome;
            }

            if (any) json.WriteEndArray();
            json.WriteStartArray("adjudication"u8);
            json.WriteStartObject();
            Concept(json, "category"u8, "urn:codingahead:adjudication", "check", null);
            Concept(json, "reason"u8, "urn:codingahead:outcome", worst.Name(), null);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Notes(Utf8JsonWriter json, CheckResult result)
    {
        if (result.Findings.Count == 0) return;
        json.WriteStartArray("processNote"u8);
        for (var i = 0; i < result.Findings.Count; i++)
        {
            var f = result.Findings[i];
            json.WriteStartObject();
            json.WriteNumber("number"u8, i + 1);
            json.WriteString("type"u8, "display"u8);
            var proof = string.Join(" ", f.Sources.Select(id => result.Sources[id - 1]).Select(s => string.Create(CultureInfo.InvariantCulture, $"[{s.Publisher} {s.Edition}, {s.File} line {s.Line}, sha256 {s.Sha256}]")));
            string?[] parts =
            [
                $"{f.Rule}, {f.Outcome.Name()}{(f.Stale ? ", from an edition that is over on the date" : "")}: {f.Message}", f.Fix is null ? null : $"Change: {f.Fix}",
                f.Condition is null ? null : $"Only if: {f.Condition}", f.Manual is null ? null : $"({f.Manual})", proof.Length == 0 ? null : proof,
            ];
            json.WriteString("text"u8, string.Join(' ', parts.Where(p => p is not null)));
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
