using System.Text.Json;
using CodingAhead.Claims.Json;

namespace CodingAhead.Claims.Fhir;

/// <summary>
/// Reads claims from FHIR R4: a Claim, or a Bundle of them. Read is what a check needs (docs/claims-doors.md lists the elements); other elements are passed over, as FHIR
/// demands, but a modifierExtension, which could change the meaning of all, is refused. An error names the element by its FHIRPath, never what stood there.
/// </summary>
public static class FhirClaims
{
    /// <summary>The most bytes of a resource.</summary>
    public const int LongestResource = 16 << 20;

    /// <summary>Reads the claims of a resource.</summary>
    /// <param name="utf8">A Claim or a Bundle as JSON.</param>
    /// <param name="place">Where it stands in its file; null when it came alone.</param>
    public static IReadOnlyList<ReadClaim> Read(ReadOnlyMemory<byte> utf8, Origin? place = null)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            if (Is(root, "Claim")) return [One(root, root, place)];
            if (Is(root, "Bundle")) return Bundle(root, place);
            return [new ReadClaim(null, new UnreadClaim(null, "expected a Claim or a Bundle of FHIR R4.", place))];
        }
        catch (JsonException e)
        {
            return [new ReadClaim(null, new UnreadClaim(null, JsonClaimReader.Broken(e), place))];
        }
    }

    private static List<ReadClaim> Bundle(JsonElement bundle, Origin? place)
    {
        var claims = new List<ReadClaim>();
        if (bundle.TryGetProperty("entry", out var entries) && entries.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in entries.EnumerateArray())
            {
                if (entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("resource", out var resource) && Is(resource, "Claim")) claims.Add(One(resource, bundle, place));
            }
        }

        if (claims.Count == 0) claims.Add(new ReadClaim(null, new UnreadClaim(null, "Bundle.entry: expected a Claim.", place)));
        return claims;
    }

    private static bool Is(JsonElement resource, string type) =>
        resource.ValueKind == JsonValueKind.Object && resource.TryGetProperty("resourceType", out var name) && name.ValueKind == JsonValueKind.String && name.ValueEquals(type);

    private static ReadClaim One(JsonElement claim, JsonElement around, Origin? place)
    {
        string? id = null;
        try
        {
            if (claim.TryGetProperty("id", out var text) && text.ValueKind == JsonValueKind.String && Allowed.IsId(text.GetString()!)) id = text.GetString();
            return new ReadClaim(new FhirClaim(new FhirNode(claim, "Claim"), new FhirReferences(claim, around)).Read() with { Id = id, Place = place }, null);
        }
        catch (UnfitException e)
        {
            return new ReadClaim(null, new UnreadClaim(id, e.Message, place));
        }
        catch (InvalidOperationException)
        {
            // A text that is no Unicode.
            return new ReadClaim(null, new UnreadClaim(id, "Claim: expected text in UTF-8.", place));
        }
    }
}
