using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodingAhead.Text.Detect;

/// <summary>
/// A note with what is known beside it, as one JSON object: <c>{"id","text","setting":"outpatient|inpatient","on":"yyyy-MM-dd","sex":"F|M","age":61}</c>; only <c>text</c> is needed.
/// </summary>
/// <param name="Id">Given back as it came; null when there is none.</param>
/// <param name="Text">The note.</param>
/// <param name="Options">What the object gives, over the defaults.</param>
public sealed record DetectRequest(JsonNode? Id, string Text, DetectOptions Options)
{
    /// <summary>Reads an object. The error says what was expected and repeats nothing of what stands there.</summary>
    /// <param name="json">The object.</param>
    /// <param name="defaults">Where the object says nothing.</param>
    /// <param name="id">The object's id, also when it is refused.</param>
    /// <param name="error">What is wrong; null when it was read.</param>
    public static DetectRequest? Read(string json, DetectOptions defaults, out JsonNode? id, out string? error)
    {
        ArgumentNullException.ThrowIfNull(json);
        (id, error) = (null, null);
        try
        {
            if (JsonNode.Parse(json.TrimStart('\uFEFF')) is not JsonObject request) return Refused("not a JSON object", out error);
            id = request["id"]?.DeepClone();
            if (Word(request, "text") is not { } text) return Refused("no \"text\"", out error);
            var options = defaults;
            if (request["setting"] is not null)
            {
                if (Word(request, "setting") is not ("outpatient" or "inpatient")) return Refused("\"setting\" is outpatient or inpatient", out error);
                options = options with { Setting = Word(request, "setting") == "inpatient" ? CareSetting.Inpatient : CareSetting.Outpatient };
            }

            if (request["on"] is not null)
            {
                if (!DateOnly.TryParseExact(Word(request, "on"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return Refused("\"on\" is a date, yyyy-MM-dd", out error);
                options = options with { On = date };
            }

            if (request["sex"] is not null)
            {
                if (Word(request, "sex") is not ("F" or "M")) return Refused("\"sex\" is F or M", out error);
                options = options with { Sex = Word(request, "sex")![0] };
            }

            if (request["age"] is { } years)
            {
                if (years is not JsonValue number || !number.TryGetValue<int>(out var age) || age is < 0 or > 130) return Refused("\"age\" is a number of years", out error);
                options = options with { Age = age };
            }

            return new DetectRequest(id, text, options);
        }
        // A name that stands twice in an object shows only when its fields are asked for.
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return Refused("not JSON", out error);
        }
    }

    /// <summary>The answer to it as an object, its id first.</summary>
    public JsonObject Answer(DetectResult result)
    {
        var answer = (JsonObject)JsonSerializer.SerializeToNode(result, DetectJson.Line.DetectResult)!;
        answer.Insert(0, "id", Id?.DeepClone());
        return answer;
    }

    private static DetectRequest? Refused(string why, out string? error)
    {
        error = why;
        return null;
    }

    private static string? Word(JsonObject request, string name) => request[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
