using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CodingAhead.Claims.Answers;

namespace CodingAhead.Claims;

/// <summary>Answers to claims as JSON, in the shapes of docs/claims-doors.md. Claims are read by <see cref="Json.ClaimJson"/>, which is strict, not by this.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(OutcomeNames), typeof(SettingNames)])]
[JsonSerializable(typeof(CheckResult))]
[JsonSerializable(typeof(UnreadClaim))]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(IReadOnlyList<Rule>))]
public sealed partial class ClaimsJson : JsonSerializerContext
{
    /// <summary>One line, text unescaped.</summary>
    public static ClaimsJson Line { get; } = new(Settings(indented: false));

    /// <summary>For people: indented.</summary>
    public static ClaimsJson Indented { get; } = new(Settings(indented: true));

    private static JsonSerializerOptions Settings(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        Converters = { new OutcomeNames(), new SettingNames() },
    };

    private sealed class OutcomeNames() : JsonStringEnumConverter<Outcome>(JsonNamingPolicy.KebabCaseLower);

    private sealed class SettingNames() : JsonStringEnumConverter<Setting>(JsonNamingPolicy.KebabCaseLower);
}
