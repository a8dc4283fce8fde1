using System.Text.Json;

namespace CodingAhead.Site.Fhir;

/// <summary>Reads a posted Parameters resource (FHIR R4, "Operations": parameters by POST).</summary>
internal static class PostedParameters
{
    private const int Most = 100;

    /// <summary>Simple values by name, and codings; false when the resource has another shape.</summary>
    public static bool TryRead(JsonElement root, out Dictionary<string, string> values, out IReadOnlyList<AskedCoding> codings)
    {
        values = new(StringComparer.Ordinal);
        var found = new List<AskedCoding>();
        codings = found;
        if (root.ValueKind != JsonValueKind.Object || Text(root, "resourceType") != "Parameters") return false;
        if (!root.TryGetProperty("parameter", out var list)) return true;
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > Most) return false;
        foreach (var parameter in list.EnumerateArray())
        {
            if (parameter.ValueKind != JsonValueKind.Object || Text(parameter, "name") is not { Length: > 0 } name) return false;
            foreach (var member in parameter.EnumerateObject())
            {
                if (member.NameEquals("valueCoding")) found.Add(Coding(member.Value));
                else if (member.NameEquals("valueCodeableConcept"))
                {
                    if (member.Value.ValueKind != JsonValueKind.Object || !member.Value.TryGetProperty("coding", out var many) || many.ValueKind != JsonValueKind.Array) return false;
                    found.AddRange(many.EnumerateArray().Select(Coding));
                }
                else if (member.Name.StartsWith("value", StringComparison.Ordinal))
                {
                    if (Simple(member.Value) is not { } value) return false;
                    if (values.TryAdd(name, value)) continue;
                    if (name != "property") return false;
                    values[name] += "\n" + value;
                }
                else if (member.NameEquals("resource")) values["resource:" + name] = "";
            }
        }

        return found.Count <= Most;
    }

    private static AskedCoding Coding(JsonElement coding) => coding.ValueKind == JsonValueKind.Object
        ? new AskedCoding(Text(coding, "system"), Text(coding, "code"), Text(coding, "version"), Text(coding, "display"))
        : new AskedCoding(null, null, null, null);

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Simple(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
