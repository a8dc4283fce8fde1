using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodingAhead.Codes.Page;

/// <summary>
/// JSON of the shared shapes, generated at compile time: camel case, dates <c>yyyy-MM-dd</c>, absent values as null so that a script meets
/// the same fields every time.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CodePage))]
[JsonSerializable(typeof(IReadOnlyList<CodePage>))]
[JsonSerializable(typeof(SearchJson))]
[JsonSerializable(typeof(Browse.BrowseLevel))]
[JsonSerializable(typeof(Payment))]
[JsonSerializable(typeof(LocalityPage))]
[JsonSerializable(typeof(IReadOnlyList<LocalityLine>))]
[JsonSerializable(typeof(PairPage))]
[JsonSerializable(typeof(PairAnswer))]
[JsonSerializable(typeof(PageComparison))]
[JsonSerializable(typeof(CodeHistory))]
[JsonSerializable(typeof(IReadOnlyList<PageComparison>))]
public sealed partial class CodesJson : JsonSerializerContext
{
    /// <summary>One line, text as it is (é, –) rather than escaped: for files, pipes and responses, not for a script element in a page.</summary>
    public static CodesJson Line { get; } = new(Settings(indented: false));

    /// <summary>The same, indented, for people.</summary>
    public static CodesJson Indented { get; } = new(Settings(indented: true));

    private static JsonSerializerOptions Settings(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
    };
}
