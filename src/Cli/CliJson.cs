using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CodingAhead.Cli;

/// <summary>One line of <c>--jsonl</c> input; what it does not say comes from the command line.</summary>
internal sealed record Request
{
    public JsonElement Id { get; init; }

    public string? Query { get; init; }

    public string? Code { get; init; }

    public string? Set { get; init; }

    public string? On { get; init; }

    public string? Zip { get; init; }

    public string? Mac { get; init; }

    public string? Locality { get; init; }

    public int? Top { get; init; }

    public bool? Billable { get; init; }

    public bool? Active { get; init; }

    public string? Under { get; init; }
}

/// <summary><c>book info --json</c>.</summary>
internal sealed record InfoJson(
    string Path, string Version, DateTimeOffset Built, long Bytes, bool Starter, IReadOnlyList<string> Accepted, int Keys, int Rows, int Pairs,
    IReadOnlyList<CoverageJson> Coverage, IReadOnlyList<EditionJson> Editions, IReadOnlyList<string> Tables, IReadOnlyList<string> Omitted);

/// <summary>Dates for which every valid code of a set is known.</summary>
internal sealed record CoverageJson(string Set, string Edition, DateOnly From, DateOnly To);

/// <summary>An edition of a data set.</summary>
internal sealed record EditionJson(string Dataset, string Edition, string Publisher, DateOnly From, DateOnly To, bool Over, int Files, int Rows);

/// <summary><c>book build --json</c>.</summary>
internal sealed record BuildJson(
    string Book, string? Releases, IReadOnlyList<string> Accepted, int Keys, int Rows, int Pairs, long Bytes, double Seconds, int Withheld, IReadOnlyDictionary<string, int> Outcomes, IReadOnlyList<FileJson> Files);

/// <summary>What became of one file.</summary>
internal sealed record FileJson(string Path, string Outcome, string? Importer, string? Dataset, string? Edition, int Rows, int Withheld, string? Message, IReadOnlyList<string> Notes);

/// <summary><c>book pull --json</c>.</summary>
internal sealed record PulledJson(string Directory, IReadOnlyList<PulledEntryJson> Entries);

/// <summary>What became of one entry.</summary>
internal sealed record PulledEntryJson(string Id, string Outcome, string? Path, long Bytes, string? Sha256, string? Message);

/// <summary><c>book verify --json</c>.</summary>
internal sealed record VerifyJson(bool Whole, IReadOnlyList<string> Damaged, IReadOnlyList<CountJson> Counts);

/// <summary>One count checked: <c>same</c>, <c>differs</c> or <c>not-held</c>.</summary>
internal sealed record CountJson(string What, string Edition, int Expected, int? Found, string Outcome, string Source);

/// <summary><c>book diff --json</c>.</summary>
internal sealed record DiffJson(DateOnly From, DateOnly To, IReadOnlyList<DiffSetJson> Sets, IReadOnlyList<string> Notes);

/// <summary>The differences of one set.</summary>
internal sealed record DiffSetJson(string Set, IReadOnlyList<DiffCodeJson> Added, IReadOnlyList<DiffCodeJson> Deleted, IReadOnlyList<DiffCodeJson> Revised);

/// <summary>A code that differs: what it replaces or is replaced by, and the fields that changed.</summary>
internal sealed record DiffCodeJson(string Code, string Title, bool Billable, IReadOnlyList<string>? Successors, IReadOnlyList<DiffFieldJson>? Changes);

/// <summary>A value before and after; of a single code also in words.</summary>
internal sealed record DiffFieldJson(string Field, string? From, string? To, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? What = null);

/// <summary><c>eval search --json</c>. Rates are 0 to 1, times microseconds.</summary>
internal sealed record EvalJson(
    string File, DateOnly On, int Queries, double ExactAt1, double ExactAt5, double ExactAt10, double WithinAt1, double WithinAt5, double WithinAt10, double CategoryAt1, TimesJson Micros, IReadOnlyList<MissJson>? Errors);

/// <summary>Percentiles of the time of one query.</summary>
internal sealed record TimesJson(double P50, double P95, double P99, double Max, double Mean);

/// <summary>A query whose code is not the first hit.</summary>
internal sealed record MissJson(int Line, string Query, string Expected, IReadOnlyList<string> Got);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Request))]
[JsonSerializable(typeof(InfoJson))]
[JsonSerializable(typeof(BuildJson))]
[JsonSerializable(typeof(PulledJson))]
[JsonSerializable(typeof(VerifyJson))]
[JsonSerializable(typeof(DiffJson))]
[JsonSerializable(typeof(EvalJson))]
[JsonSerializable(typeof(DetectEvalJson))]
[JsonSerializable(typeof(AssertJson))]
[JsonSerializable(typeof(KnownJson))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonArray))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>One line, text unescaped.</summary>
    public static CliJson Plain { get; } = new(Settings(indented: false));

    /// <summary>For people: indented.</summary>
    public static CliJson Indented { get; } = new(Settings(indented: true));

    /// <summary>Writes a document, indented.</summary>
    public static Task WriteAsync<T>(Shell shell, T document, Func<CliJson, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>> type) =>
        shell.Out.WriteLineAsync(JsonSerializer.Serialize(document, type(Indented)));

    private static JsonSerializerOptions Settings(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
    };
}
