using System.Text.Json.Nodes;

namespace CodingAhead.Text.Redact;

/// <summary>A result as every door writes it: the shape of <c>redact --jsonl</c>.</summary>
public static class RedactJson
{
    /// <summary>Text, spans, manifest, and what a person should look at.</summary>
    public static JsonObject Answer(RedactionResult result)
    {
        var answer = new JsonObject { ["text"] = result.Text, ["spans"] = new JsonArray([.. result.Spans.Select(Span)]), ["manifest"] = Manifest(result.Manifest) };
        if (result.Review.Count > 0) answer["review"] = new JsonArray([.. result.Review.Select(Span)]);
        if (result.Notes.Count > 0) answer["notes"] = new JsonArray([.. result.Notes.Select(static n => (JsonNode)n)]);
        return answer;
    }

    /// <summary>The proof without values.</summary>
    public static JsonObject Manifest(Manifest manifest) => new()
    {
        ["policy"] = manifest.Policy,
        ["version"] = manifest.Version,
        ["evidence"] = new JsonArray([.. manifest.Evidence.Select(static e => (JsonNode)e)]),
        ["mode"] = manifest.Mode,
        ["counts"] = new JsonObject(manifest.Counts.Select(static c => KeyValuePair.Create<string, JsonNode?>(c.Key, c.Value))),
        ["review"] = manifest.Review,
        ["checked"] = manifest.Checked,
        ["inputSha256"] = manifest.InputSha256,
        ["outputSha256"] = manifest.OutputSha256,
    };

    private static JsonNode Span(RedactionSpan span) => new JsonObject
    {
        ["start"] = span.Start,
        ["end"] = span.End,
        ["cpStart"] = span.CpStart,
        ["cpEnd"] = span.CpEnd,
        ["type"] = span.Type.Id(),
        ["category"] = span.Category.ToString(),
        ["rule"] = span.Rule,
        ["confidence"] = span.Confidence,
        ["replacement"] = span.Replacement,
    };
}
