using System.Globalization;
using System.Text.Json;

namespace CodingAhead.Site.Fhir;

/// <summary>Writes a Parameters resource, the answer of most operations.</summary>
internal static class ParametersWriter
{
    public static void Parameters(this Utf8JsonWriter w, Action<Utf8JsonWriter> parameters)
    {
        w.WriteStartObject();
        w.WriteString("resourceType"u8, "Parameters"u8);
        w.WriteStartArray("parameter"u8);
        parameters(w);
        w.WriteEndArray();
        w.WriteEndObject();
    }

    /// <summary>A parameter, or nothing for a value that is null.</summary>
    public static void Parameter(this Utf8JsonWriter w, string name, string type, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        w.WriteStartObject();
        w.WriteString("name"u8, name);
        w.WriteString(type, value);
        w.WriteEndObject();
    }

    public static void Parameter(this Utf8JsonWriter w, string name, bool value)
    {
        w.WriteStartObject();
        w.WriteString("name"u8, name);
        w.WriteBoolean("valueBoolean"u8, value);
        w.WriteEndObject();
    }

    public static void Parameter(this Utf8JsonWriter w, string name, int value)
    {
        w.WriteStartObject();
        w.WriteString("name"u8, name);
        w.WriteNumber("valueInteger"u8, value);
        w.WriteEndObject();
    }

    public static void Coding(this Utf8JsonWriter w, string system, string code, string? display)
    {
        w.WriteStartObject("valueCoding"u8);
        w.WriteString("system"u8, system);
        w.WriteString("code"u8, code);
        if (display is not null) w.WriteString("display"u8, display);
        w.WriteEndObject();
    }

    /// <summary>A parameter of parts.</summary>
    public static void Parts(this Utf8JsonWriter w, string name, Action<Utf8JsonWriter> parts)
    {
        w.WriteStartObject();
        w.WriteString("name"u8, name);
        w.WriteStartArray("part"u8);
        parts(w);
        w.WriteEndArray();
        w.WriteEndObject();
    }

    public static string Text(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
