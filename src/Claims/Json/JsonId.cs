using System.Text.Json;

namespace CodingAhead.Claims.Json;

/// <summary>The "id" of a claim that cannot be read, so that the sender still learns which one it was.</summary>
internal static class JsonId
{
    public static string? Find(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        try
        {
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1 || !json.ValueTextEquals("id"u8)) continue;
                return json.Read() && json.TokenType == JsonTokenType.String && json.GetString() is { } id && Allowed.IsId(id) ? id : null;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Broken before its id.
        }

        return null;
    }
}
