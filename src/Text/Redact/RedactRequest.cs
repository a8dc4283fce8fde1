using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodingAhead.Text.Redact;

/// <summary>
/// A text to redact as one JSON object: <c>{"id","text","known":{"names":[],"dates":[],"ids":[]},"policy"}</c>; only <c>text</c> is needed. <c>policy</c> is the name of a built-in one or a policy
/// itself, as <see cref="PolicyFile"/> reads it.
/// </summary>
/// <param name="Id">Given back as it came; null when there is none.</param>
/// <param name="Text">The text.</param>
/// <param name="Known">What is known beforehand; null when the object does not say.</param>
/// <param name="Policy">Null when the object does not say.</param>
public sealed record RedactRequest(JsonNode? Id, string Text, Known? Known, Policy? Policy)
{
    /// <summary>Reads an object. The error says what was expected and repeats nothing of what stands there.</summary>
    /// <param name="json">The object.</param>
    /// <param name="id">The object's id, also when it is refused.</param>
    /// <param name="error">What is wrong; null when it was read.</param>
    public static RedactRequest? Read(string json, out JsonNode? id, out string? error)
    {
        ArgumentNullException.ThrowIfNull(json);
        (id, error) = (null, null);
        try
        {
            if (JsonNode.Parse(json.TrimStart('\uFEFF')) is not JsonObject request) return Refused("not a JSON object", out error);
            id = request["id"] is JsonValue given ? given.DeepClone() : null;
            if (request["text"] is not JsonValue value || !value.TryGetValue<string>(out var text)) return Refused("no \"text\"", out error);
            Known? known = null;
            if (request["known"] is { } beside)
            {
                if (beside is not JsonObject o || Words(o, "names") is not { } names || Words(o, "dates") is not { } dates || Words(o, "ids") is not { } ids)
                    return Refused("\"known\" is {\"names\":[],\"dates\":[],\"ids\":[]}", out error);
                known = new Known { Names = names, Dates = dates, Ids = ids };
            }

            Policy? policy = null;
            if (request["policy"] is { } asked)
            {
                policy = asked is JsonValue name && name.TryGetValue<string>(out var built) ? built switch { "safe-harbor" => Policy.SafeHarbor, "limited-data-set" => Policy.LimitedDataSet, _ => null }
                    : asked is JsonObject own ? PolicyFile.Parse(own.ToJsonString()) : null;
                if (policy is null) return Refused("\"policy\" is safe-harbor, limited-data-set or a policy", out error);
            }

            return new RedactRequest(id, text, known, policy);
        }
        // A name that stands twice in an object shows only when its fields are asked for.
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return Refused("not JSON", out error);
        }
        catch (RedactionException e)
        {
            return Refused(e.Message, out error);
        }
    }

    // An absent list is empty; anything but a list of words is null.
    private static List<string>? Words(JsonObject known, string name)
    {
        if (known[name] is not { } list) return [];
        if (list is not JsonArray array) return null;
        var words = new List<string>();
        foreach (var item in array)
        {
            if (item is not JsonValue value || !value.TryGetValue<string>(out var word)) return null;
            words.Add(word);
        }

        return words;
    }

    private static RedactRequest? Refused(string why, out string? error)
    {
        error = why;
        return null;
    }
}
