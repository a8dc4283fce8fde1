using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CodingAhead.Claims.Answers;
using CodingAhead.Claims.Payment;

namespace CodingAhead.Claims;

/// <summary>Prices as JSON. Every decimal of them is money and has two decimals.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(OutcomeNames), typeof(Dollars)])]
[JsonSerializable(typeof(PriceResult))]
[JsonSerializable(typeof(CheckedAndPriced))]
public sealed partial class PriceJson : JsonSerializerContext
{
    /// <summary>One line, text unescaped.</summary>
    public static PriceJson Line { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new OutcomeNames(), new Dollars() },
    });

    private sealed class OutcomeNames() : JsonStringEnumConverter<Outcome>(JsonNamingPolicy.KebabCaseLower);

    private sealed class Dollars : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        // The sum has the longer of the two scales.
        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value + 0.00m);
    }
}
