using System.Text;
using System.Text.Json;

namespace CodingAhead.Text.Detect;

/// <summary>
/// Writes a result as FHIR R4 Conditions in a Bundle of type collection: the code, the note's own words, the category and the verification status. What is coded is
/// <c>unconfirmed</c> until a coder accepts it, or <c>provisional</c> where the note is uncertain; what the note denies is <c>refuted</c>. External causes are left out: they
/// are no conditions.
/// </summary>
public static class FhirConditions
{
    private const string IcdSystem = "http://hl7.org/fhir/sid/icd-10-cm";

    /// <summary>Writes the Bundle.</summary>
    /// <param name="result">A result.</param>
    /// <param name="text">The note it was made from.</param>
    public static string Write(DetectResult result, string text)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) Write(json, result, text);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Writes the Bundle to a writer.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="result">A result.</param>
    /// <param name="text">The note it was made from.</param>
    /// <param name="confirmed">Whether a coder accepted a code; null when none has looked.</param>
    public static void Write(Utf8JsonWriter json, DetectResult result, string text, Func<string, bool>? confirmed = null)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "collection");
        json.WriteStartArray("entry");
        foreach (var code in result.Codes)
        {
            if (code.Role == "external-cause") continue;
            Entry(json, code.Code, code.Title, text[code.Evidence[0].Start..code.Evidence[0].End], code.Assertion == "uncertain" ? "provisional" : confirmed?.Invoke(code.Code) == true ? "confirmed" : "unconfirmed", code.Assertion == "historical" && code.Role == "status" ? "inactive" : "active", code.Evidence, code.Confidence);
        }

        foreach (var rejected in result.Rejected)
        {
            if (rejected.Reason == RejectReasons.Negated) Entry(json, rejected.Code.TrimEnd('-').TrimEnd('.'), rejected.Title, text[rejected.Where.Start..rejected.Where.End], "refuted", null, [rejected.Where], null);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Entry(Utf8JsonWriter json, string code, string title, string words, string verification, string? clinical, IReadOnlyList<Span> evidence, double? confidence)
    {
        json.WriteStartObject();
        json.WriteStartObject("resource");
        json.WriteString("resourceType", "Condition");
        if (confidence is { } c)
        {
            json.WriteStartArray("extension");
            json.WriteStartObject();
            json.WriteString("url", "urn:codingahead:confidence");
            json.WriteNumber("valueDecimal", c);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        // A refuted condition has no clinical status (constraint con-5 speaks of entered-in-error only, but a state of nothing helps nobody).
        if (clinical is not null) Concept(json, "clinicalStatus", "http://terminology.hl7.org/CodeSystem/condition-clinical", clinical, null, null);
        Concept(json, "verificationStatus", "http://terminology.hl7.org/CodeSystem/condition-ver-status", verification, null, null);
        json.WriteStartArray("category");
        Concept(json, null, "http://terminology.hl7.org/CodeSystem/condition-category", "encounter-diagnosis", null, null);
        json.WriteEndArray();
        Concept(json, "code", IcdSystem, code, title, words);
        json.WriteStartObject("subject");
        json.WriteString("display", "Patient of the note");
        json.WriteEndObject();
        json.WriteStartArray("note");
        json.WriteStartObject();
        json.WriteString("text", string.Join("; ", evidence.Select(e => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"characters {e.Start} to {e.End}"))));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Concept(Utf8JsonWriter json, string? name, string system, string code, string? display, string? text)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("code", code);
        if (display is not null) json.WriteString("display", display);
        json.WriteEndObject();
        json.WriteEndArray();
        if (text is not null) json.WriteString("text", text);
        json.WriteEndObject();
    }
}
