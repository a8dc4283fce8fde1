using System.Text.Json;

namespace CodingAhead.Claims.Fhir;

/// <summary>Follows references of a claim to resources contained in it or beside it in its Bundle; others are not followed.</summary>
internal sealed class FhirReferences(JsonElement claim, JsonElement around)
{
    private const int Most = 1000;

    /// <summary>The resource a reference names; one that does not exist where it is not here.</summary>
    public FhirNode Follow(FhirNode reference)
    {
        if (reference["reference"].Text() is not { Length: > 1 } text) return new FhirNode(default, reference.Path);
        if (text[0] == '#')
        {
            foreach (var one in new FhirNode(claim, "Claim")["contained"].Each(Most))
            {
                if (one["id"].Text() == text[1..]) return one;
            }

            return new FhirNode(default, reference.Path);
        }

        if (around.TryGetProperty("resourceType", out var type) && type.ValueEquals("Bundle"))
        {
            foreach (var entry in new FhirNode(around, "Bundle")["entry"].Each())
            {
                if (entry["fullUrl"].Text() == text || entry["resource"] is { Exists: true } r && $"{r["resourceType"].Text()}/{r["id"].Text()}" == text) return entry["resource"];
            }
        }

        return new FhirNode(default, reference.Path);
    }

    /// <summary>The identifier of a system: the reference's own, or of the resource it names.</summary>
    public string? Identifier(FhirNode reference, string system)
    {
        if (!reference.Exists) return null;
        if (reference["identifier"] is { Exists: true } own && own["system"].Text() == system) return own["value"].Text();
        var resource = Follow(reference);
        if (resource["practitioner"] is { Exists: true } person) return Identifier(person, system);
        foreach (var one in resource["identifier"].Each())
        {
            if (one["system"].Text() == system) return one["value"].Text();
        }

        return null;
    }
}
