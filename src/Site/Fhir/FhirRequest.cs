using System.Globalization;
using System.Text.Json;
using CodingAhead.Codes;
using CodingAhead.Site.Books;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.Fhir;

/// <summary>A coding as asked for.</summary>
public sealed record AskedCoding(string? System, string? Code, string? Version, string? Display);

/// <summary>
/// The parameters of an operation, from the address (GET) or a Parameters resource (POST), and the date that they ask about:
/// <c>date</c> or <c>on</c>, else today.
/// </summary>
public sealed class FhirRequest
{
    /// <summary>No parameter that we read is longer: a canonical address with a version, or words to filter by.</summary>
    private const int MaxText = 500;

    private const string BadDate = "'date' is a full date such as 2025-10-15, between 1900 and 2100.";

    private readonly IQueryCollection query;
    private readonly Dictionary<string, string>? body;

    private FhirRequest(HttpContext context, Dictionary<string, string>? body, IReadOnlyList<AskedCoding> codings)
    {
        (query, this.body, Codings) = (context.Request.Query, body, codings);
        (Context, Open) = (context, BookInUse.Of(context));
    }

    /// <summary>The request.</summary>
    public HttpContext Context { get; }

    /// <summary>The book that answers.</summary>
    public OpenBook Open { get; }

    /// <summary>The date asked about.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The date was given, not assumed.</summary>
    public bool OnGiven { get; private set; }

    /// <summary>Codings of a <c>coding</c> or <c>codeableConcept</c> parameter.</summary>
    public IReadOnlyList<AskedCoding> Codings { get; }

    /// <summary>A parameter; null when absent or empty.</summary>
    public string? this[string name]
    {
        get
        {
            if (body is not null && body.TryGetValue(name, out var value)) return value.Length > 0 ? value : null;
            var given = query[name];
            return given.Count > 0 && given[0] is { Length: > 0 } text ? text : null;
        }
    }

    /// <summary>All values of a parameter of the address.</summary>
    public IEnumerable<string> Many(string name) => query[name].OfType<string>().Concat(body is not null && body.TryGetValue(name, out var b) ? b.Split('\n') : []).Where(v => v.Length > 0);

    /// <summary>Reads a request; the refusal is set when it cannot be answered.</summary>
    public static async ValueTask<(FhirRequest Request, IResult? Refusal)> Read(HttpContext context)
    {
        var (body, codings) = ((Dictionary<string, string>?)null, (IReadOnlyList<AskedCoding>)[]);
        if (HttpMethods.IsPost(context.Request.Method))
        {
            var type = context.Request.ContentType ?? "";
            if (!type.StartsWith("application/fhir+json", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
                return (new FhirRequest(context, null, []), Outcome.Of(415, "not-supported", "The body is a Parameters resource as application/fhir+json."));
            try
            {
                using var document = await JsonDocument.ParseAsync(context.Request.Body, new JsonDocumentOptions { MaxDepth = 32 }, context.RequestAborted);
                if (!PostedParameters.TryRead(document.RootElement, out body, out codings))
                    return (new FhirRequest(context, null, []), Outcome.Invalid("The body is a Parameters resource: each parameter a name and one value, none twice but 'property'."));
            }
            catch (JsonException)
            {
                return (new FhirRequest(context, null, []), Outcome.Invalid("The body is not JSON."));
            }
        }

        var request = new FhirRequest(context, body, codings);
        return (request, request.Check());
    }

    /// <summary>A number within bounds; false when it is given and is none.</summary>
    public bool TryNumber(string name, int lowest, int highest, int otherwise, out int number)
    {
        number = otherwise;
        return this[name] is not { } text || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= lowest && number <= highest;
    }

    /// <summary>True or false; false when it is given and is neither.</summary>
    public bool TryFlag(string name, out bool? flag)
    {
        flag = this[name] switch { "true" => true, "false" => false, _ => null };
        return flag is not null || this[name] is null;
    }

    /// <summary>Moves the date into an edition named by its version; the refusal is set when there is no such edition, or the date lies outside it.</summary>
    public IResult? UseVersion(FhirSystem system, string? version)
    {
        if (string.IsNullOrEmpty(version)) return null;
        if (system.Edition(Open, version) is not { } edition)
            return Outcome.NotFound($"No edition of {system.Title} of this version is loaded. Loaded: {string.Join(", ", system.Editions(Open).Select(e => e.Edition))}.");
        if (!OnGiven) On = edition.From;
        else if (On < edition.From || On > edition.To)
            return Outcome.Of(422, "business-rule", string.Create(CultureInfo.InvariantCulture, $"The edition is in force from {edition.From:yyyy-MM-dd} to {edition.To:yyyy-MM-dd}; the date is outside."));
        return null;
    }

    private IResult? Check()
    {
        if (this["_format"] is { } format && !IsJson(format)) return Outcome.Of(406, "not-supported", "Only JSON is written here: application/fhir+json.");
        foreach (var name in query.Keys)
        {
            var given = query[name];
            if (given.Count > 1 && name != "property") return Outcome.Invalid("A parameter is given twice.");
            if (given.ToString().Length > MaxText) return Outcome.Invalid("A parameter is longer than 500 characters.");
        }

        foreach (var value in body?.Values ?? Enumerable.Empty<string>())
        {
            if (value.Length > MaxText) return Outcome.Invalid("A parameter is longer than 500 characters.");
        }

        if ((this["date"] ?? this["on"]) is not { } text)
        {
            On = Asked.Today(Context);
            return null;
        }

        // A dateTime counts by its calendar day: services are dated by the day.
        var plain = text.Length > 10 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? text[..10] : text;
        if (!DateOnly.TryParseExact(plain, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on.Year is < 1900 or > 2100) return Outcome.Invalid(BadDate);
        (On, OnGiven) = (on, true);
        return null;
    }

    private static bool IsJson(string format) => format.Replace(' ', '+') is "json" or "application/json" or "application/fhir+json" or "text/json";

    /// <summary>Whether the client takes JSON: it asks for it, or for anything, or its address says so.</summary>
    public static bool AcceptsJson(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Length == 0 || accept.Contains("json", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal) || accept.Contains("application/*", StringComparison.Ordinal)
            || !accept.Contains("xml", StringComparison.OrdinalIgnoreCase) && !accept.Contains("turtle", StringComparison.OrdinalIgnoreCase) || request.Query.ContainsKey("_format");
    }
}
