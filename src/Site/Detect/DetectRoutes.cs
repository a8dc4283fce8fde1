using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodingAhead.Site.Books;
using CodingAhead.Site.Shared;
using CodingAhead.Text.Detect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CodingAhead.Site.Detect;

/// <summary>The diagnoses of notes: one at a time, or any number streamed in and out. Nothing that is sent is stored, cached or logged.</summary>
public static class DetectRoutes
{
    /// <summary>The most bytes of one note with what stands beside it.</summary>
    public const int LongestNote = 16 << 20;

    private const string Example = """{"id":"n1","text":"ASSESSMENT: Type 2 diabetes with diabetic nephropathy. No chest pain.","setting":"outpatient","on":"2025-10-15","sex":"F","age":61}""";

    /// <summary>Routes.</summary>
    public static void MapDetect(this WebApplication app)
    {
        var most = (long)app.Services.GetRequiredService<SiteOptions>().ClaimMegabytes << 20;
        app.MapPost("/api/detect", (Delegate)Detect).WithTags("Notes").WithMetadata(
                new BodyLimit(most), new Sends("application/json", Example, typeof(JsonObject)), new Sends("application/x-ndjson", Example + "\n" + Example + "\n"), new Sends("text/plain", null))
            .Produces<JsonObject>().DisableAntiforgery().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        // A program made for the cloud service is pointed at this machine: its client posts every operation to the root and names it in a header.
        app.MapPost("/", (Delegate)Infer).WithMetadata(new BodyLimit(LongestNote)).DisableAntiforgery().ExcludeFromDescription();
    }

    /// <summary>Diagnoses of a note, each with its evidence</summary>
    /// <remarks>
    /// `application/json` is one note with what is known beside it, `text/plain` the note alone (setting, on, sex and age in the address); both are answered by one object, by a FHIR R4 Bundle
    /// of Conditions with `Accept: application/fhir+json`. `application/x-ndjson` is a note a line and is streamed: a line of JSON comes back for each, in order, while the rest is still being sent;
    /// a line that cannot be read is `{"id","error"}`. Offsets `start` and `end` count UTF-16 units, `cpStart` and `cpEnd` code points. Nothing is stored or logged.
    /// </remarks>
    /// <param name="context">The request.</param>
    /// <param name="setting">outpatient (default) or inpatient; of notes that do not say it themselves.</param>
    /// <param name="on">Date of service; default: the newest edition of ICD-10-CM that the book holds.</param>
    /// <param name="sex">F or M.</param>
    /// <param name="age">Years.</param>
    internal static async Task<IResult> Detect(HttpContext context, string? setting, string? on, string? sex, int? age)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (detector, cancel) = (BookInUse.Of(context).Detector, context.RequestAborted);
        var beside = new JsonObject { ["text"] = "" };
        if (setting is not null) beside["setting"] = setting;
        if (on is not null) beside["on"] = on;
        if (sex is not null) beside["sex"] = sex;
        if (age is not null) beside["age"] = age;
        if (DetectRequest.Read(beside.ToJsonString(), default, out _, out var wrong) is not { Options: var defaults }) return Unread(wrong!);
        switch (PostedBody.MediaType(context.Request))
        {
            case "application/json":
            {
                if (await PostedBody.WholeAsync(context, LongestNote) is not { } body) return TooLong();
                var request = DetectRequest.Read(Encoding.UTF8.GetString(body.Span), defaults, out _, out var error);
                return request is null ? Unread(error!) : Answer(context, request, detector.Detect(request.Text, request.Options, cancel));
            }

            case "text/plain":
            {
                if (await PostedBody.WholeAsync(context, LongestNote) is not { } body) return TooLong();
                var request = new DetectRequest(null, Encoding.UTF8.GetString(body.Span), defaults);
                return Answer(context, request, detector.Detect(request.Text, request.Options, cancel));
            }

            case var type when LineStream.Is(type):
                return new LineStream(LongestNote, (json, line, number) =>
                {
                    var request = DetectRequest.Read(line, defaults, out var id, out var error);
                    var answer = request is null ? new JsonObject { ["error"] = error } : request.Answer(detector.Detect(request.Text, request.Options, cancel));
                    answer.Remove("id");
                    answer.Insert(0, "id", id ?? JsonValue.Create(number));
                    answer.WriteTo(json);
                });
            default:
                return Errors.Problem(StatusCodes.Status415UnsupportedMediaType, "Not in this form", "Content-Type is one of application/json, application/x-ndjson, text/plain.");
        }
    }

    /// <summary>InferICD10CM as Amazon Comprehend Medical's clients ask for it: <c>{"Text":"…"}</c> posted to the root, the operation named in <c>X-Amz-Target</c>.</summary>
    internal static async Task<IResult> Infer(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.Headers["X-Amz-Target"].ToString().EndsWith(".InferICD10CM", StringComparison.Ordinal)) return Errors.Problem(StatusCodes.Status405MethodNotAllowed, "Nothing to post here", "The operation InferICD10CM is answered here; notes go to /api/detect.");
        if (await PostedBody.WholeAsync(context, LongestNote) is not { } body) return Refused("TextSizeLimitExceededException", "The text is too long.");
        string? text = null;
        try
        {
            text = JsonNode.Parse(body.Span) is JsonObject request && request["Text"] is JsonValue value && value.TryGetValue<string>(out var given) ? given : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // Told below, as every other request without a text.
        }

        if (string.IsNullOrEmpty(text)) return Refused("InvalidRequestException", "The request has no Text.");
        var result = BookInUse.Of(context).Detector.Detect(text, default, context.RequestAborted);
        return new JsonAnswer("application/x-amz-json-1.1", json => InferIcd10Cm.Write(json, result, text));
    }

    private static JsonAnswer Answer(HttpContext context, DetectRequest request, DetectResult result) =>
        MediaTypeHeaderValue.TryParseList(context.Request.Headers.Accept, out var accepted) && accepted.Any(a => a.MediaType.Equals("application/fhir+json", StringComparison.OrdinalIgnoreCase))
            ? new JsonAnswer("application/fhir+json; charset=utf-8", json => FhirConditions.Write(json, result, request.Text))
            : new JsonAnswer("application/json; charset=utf-8", json => request.Answer(result).WriteTo(json));

    private static JsonAnswer Refused(string type, string message) => new("application/x-amz-json-1.1", json =>
    {
        json.WriteStartObject();
        json.WriteString("__type", type);
        json.WriteString("message", message);
        json.WriteEndObject();
    }, StatusCodes.Status400BadRequest);

    private static ProblemHttpResult Unread(string error) => Errors.Problem(StatusCodes.Status400BadRequest, "This note cannot be read", error);

    private static ProblemHttpResult TooLong() => Errors.Problem(StatusCodes.Status413PayloadTooLarge, "Too long", "A note has at most 16 MB. Many notes are sent as application/x-ndjson, one a line.");
}
