using System.Text.Json;

namespace CodingAhead.Claims.Fhir;

/// <summary>Writes why a claim could not be read as an OperationOutcome of FHIR R4.</summary>
public static class OperationOutcome
{
    /// <summary>Writes the resource.</summary>
    public static void Write(Utf8JsonWriter json, UnreadClaim unread)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(unread);
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "OperationOutcome"u8);
        json.WriteStartArray("issue"u8);
        json.WriteStartObject();
        json.WriteString("severity"u8, "error"u8);
        json.WriteString("code"u8, "invalid"u8);
        json.WriteStartObject("details"u8);
        json.WriteString("text"u8, unread.Error);
        json.WriteEndObject();
        json.WriteString("diagnostics"u8, Answers.CheckText.Name(unread.Id, unread.Place));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
