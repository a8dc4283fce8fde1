using System.Text;
using System.Text.Json;

namespace CodingAhead.Text.Detect;

/// <summary>
/// Writes a result in the shape of the InferICD10CM operation of Amazon Comprehend Medical, so that programs made for it can read ours: entities with text, offsets in Unicode
/// code points, traits (<c>NEGATION HYPOTHETICAL PERTAINS_TO_FAMILY DIAGNOSIS SIGN SYMPTOM LOW_CONFIDENCE</c>) and ranked concepts. Rejected mentions are entities too, with the trait that tells why.
/// </summary>
public static class InferIcd10Cm
{
    /// <summary>Writes the answer.</summary>
    /// <param name="result">A result.</param>
    /// <param name="text">The note it was made from.</param>
    public static string Write(DetectResult result, string text)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) Write(json, result, text);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Writes the answer to a writer.</summary>
    public static void Write(Utf8JsonWriter json, DetectResult result, string text)
    {
        json.WriteStartObject();
        json.WriteStartArray("Entities");
        var id = 0;
        foreach (var code in result.Codes)
        {
            foreach (var span in code.Evidence)
            {
                string[] traits = [code.Code[0] == 'R' ? "SYMPTOM" : "DIAGNOSIS", .. code.Assertion == "family" ? new[] { "PERTAINS_TO_FAMILY" } : [], .. code.Assertion == "uncertain" ? new[] { "HYPOTHETICAL" } : [], .. code.Band == "low" ? new[] { "LOW_CONFIDENCE" } : []];
                Entity(json, id++, text, span, code.Confidence, traits, [(code.Code, code.Title, code.Confidence), .. code.Alternatives.Select((a, i) => (a, "", Math.Round(code.Confidence / (i + 3), 3)))]);
            }
        }

        foreach (var rejected in result.Rejected)
        {
            var trait = rejected.Reason switch { RejectReasons.Negated => "NEGATION", RejectReasons.Family or RejectReasons.OtherPerson => "PERTAINS_TO_FAMILY", RejectReasons.Uncertain or RejectReasons.Hypothetical or RejectReasons.Instruction => "HYPOTHETICAL", _ => null };
            if (trait is not null) Entity(json, id++, text, rejected.Where, 0.5, [trait], [(rejected.Code.TrimEnd('-').TrimEnd('.'), rejected.Title, 0.5)]);
        }

        json.WriteEndArray();
        json.WriteString("ModelVersion", "codingahead-" + result.Edition);
        json.WriteEndObject();
    }

    private static void Entity(Utf8JsonWriter json, int id, string text, Span span, double score, string[] traits, IEnumerable<(string Code, string Title, double Score)> concepts)
    {
        json.WriteStartObject();
        json.WriteNumber("Id", id);
        json.WriteString("Text", text[span.Start..span.End]);
        json.WriteString("Category", "MEDICAL_CONDITION");
        json.WriteString("Type", "DX_NAME");
        json.WriteNumber("Score", score);
        json.WriteNumber("BeginOffset", span.CpStart);
        json.WriteNumber("EndOffset", span.CpEnd);
        json.WriteStartArray("Attributes");
        json.WriteEndArray();
        json.WriteStartArray("Traits");
        foreach (var trait in traits)
        {
            json.WriteStartObject();
            json.WriteString("Name", trait);
            json.WriteNumber("Score", score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("ICD10CMConcepts");
        foreach (var concept in concepts)
        {
            json.WriteStartObject();
            json.WriteString("Code", concept.Code);
            json.WriteString("Description", concept.Title);
            json.WriteNumber("Score", concept.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
