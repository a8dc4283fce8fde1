using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodingAhead.Text.Detect;

/// <summary>A result as every door writes it: the shape of <c>detect --json</c>, with the id of the note first where it has one.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DetectResult))]
public sealed partial class DetectJson : JsonSerializerContext
{
    /// <summary>One line, text unescaped.</summary>
    public static DetectJson Line { get; } = new(Settings(indented: false));

    /// <summary>For people: indented.</summary>
    public static DetectJson Indented { get; } = new(Settings(indented: true));

    private static JsonSerializerOptions Settings(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
    };
}
