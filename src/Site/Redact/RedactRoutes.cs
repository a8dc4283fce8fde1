using System.Text;
using System.Text.Json.Nodes;
using CodingAhead.Site.Shared;
using CodingAhead.Text.Redact;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CodingAhead.Site.Redact;

/// <summary>Texts without their identifiers: one at a time, or any number streamed in and out. Nothing that is sent is stored, cached or logged.</summary>
public static class RedactRoutes
{
    /// <summary>The most bytes of one text with what stands beside it.</summary>
    public const int LongestNote = 16 << 20;

    private const string Example = """{"id":"n1","text":"Mr. Halvorsen was seen on 10/15/2025 for Graves disease. Call (218) 555-0142.","known":{"names":["Ole Halvorsen"]}}""";

    /// <summary>Routes.</summary>
    public static void MapRedact(this WebApplication app)
    {
        var most = (long)app.Services.GetRequiredService<SiteOptions>().ClaimMegabytes << 20;
        app.MapPost("/api/redact", (Delegate)Redact).WithTags("Notes").WithMetadata(
                new BodyLimit(most), new Sends("application/json", Example, typeof(JsonObject)), new Sends("application/x-ndjson", Example + "\n" + Example + "\n"), new Sends("text/plain", null),
                new Sends("text/csv", null), new Sends("application/fhir+json", null), new Sends("application/cda+xml", null), new Sends("x-application/hl7-v2+er7", null))
            .Produces<JsonObject>().DisableAntiforgery().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A text without its identifiers</summary>
    /// <remarks>
    /// `application/json` is one text with what is known beside it, `text/plain` the text alone; both are answered by text, spans and a manifest without values. `application/x-ndjson` is a text a
    /// line and is streamed: a line comes back for each, in order, while the rest is still being sent; a line that cannot be read or redacted is `{"id","error"}`. Offsets `start` and `end` count
    /// UTF-16 units, `cpStart` and `cpEnd` code points. A text that would keep a removed value is refused (422), never given back. Nothing is stored or logged.
    /// `text/csv` (with `?column=`, repeated for several), `application/fhir+json`, `application/fhir+ndjson`, `application/cda+xml`, `application/xml` and `x-application/hl7-v2+er7` are documents: they are answered
    /// whole in the same type, everything that is no identifier byte for byte, and the header `Redaction-Notes` says what was left or taken out beside it.
    /// </remarks>
    /// <param name="context">The request.</param>
    /// <param name="policy">safe-harbor (default) or limited-data-set; of texts that bring no policy themselves.</param>
    /// <param name="column">Columns of text/csv that hold text.</param>
    internal static async Task<IResult> Redact(HttpContext context, string? policy, [FromQuery] string[]? column)
    {
        context.Response.Headers.CacheControl = "no-store";
        var cancel = context.RequestAborted;
        if (policy is not (null or "safe-harbor" or "limited-data-set")) return Unread("'policy' is safe-harbor or limited-data-set.");
        var redactors = context.RequestServices.GetRequiredService<Redactors>();
        var byDefault = redactors.For(policy == "limited-data-set" ? Policy.LimitedDataSet : Policy.SafeHarbor);
        switch (PostedBody.MediaType(context.Request))
        {
            case var type when type is "application/json" or "text/plain" || FormatAnswer.Of(type) is not null:
            {
                if (await PostedBody.WholeAsync(context, LongestNote) is not { } body) return Errors.Problem(StatusCodes.Status413PayloadTooLarge, "Too long", "A text has at most 16 MB. Many are sent as application/x-ndjson, one a line.");
                string? text = null;
                try
                {
                    text = Utf8.GetString(body.Span);
                }
                catch (DecoderFallbackException)
                {
                    return Unread("The input is not valid UTF-8.");
                }

                if (FormatAnswer.Of(type) is { } format) return FormatAnswer.Redact(context, byDefault, format, text, column ?? []);
                string? error = null;
                var request = type == "text/plain" ? new RedactRequest(null, text, null, null) : RedactRequest.Read(text, out _, out error);
                if (request is null) return Unread(error!);
                try
                {
                    var answer = Answer(request, redactors, byDefault, cancel);
                    return new JsonAnswer("application/json; charset=utf-8", json => answer.WriteTo(json));
                }
                catch (RedactionException e)
                {
                    return Errors.Problem(StatusCodes.Status422UnprocessableEntity, "Not redacted", e.Message);
                }
            }

            case var lines when LineStream.Is(lines):
                return new LineStream(LongestNote, (json, line, number) =>
                {
                    var request = RedactRequest.Read(line, out var id, out var error);
                    id ??= JsonValue.Create(number);
                    JsonObject answer;
                    try
                    {
                        answer = request is null ? new JsonObject { ["error"] = error } : Answer(request, redactors, byDefault, cancel);
                    }
                    catch (RedactionException e)
                    {
                        answer = new JsonObject { ["error"] = e.Message };
                    }

                    answer.Remove("id");
                    answer.Insert(0, "id", id);
                    answer.WriteTo(json);
                });
            default:
                return Errors.Problem(StatusCodes.Status415UnsupportedMediaType, "Not in this form", "Content-Type is one of application/json, application/x-ndjson, text/plain, text/csv, application/fhir+json, application/cda+xml, x-application/hl7-v2+er7.");
        }
    }

    // A byte that is no UTF-8 may hide half of a value: it is refused, not replaced.
    private static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static JsonObject Answer(RedactRequest request, Redactors redactors, Redactor byDefault, CancellationToken cancel)
    {
        var redactor = request.Policy is { } own ? redactors.For(own) : byDefault;
        var answer = RedactJson.Answer(redactor.Redact(request.Text, request.Known, cancel));
        answer.Insert(0, "id", request.Id);
        return answer;
    }

    private static ProblemHttpResult Unread(string error) => Errors.Problem(StatusCodes.Status400BadRequest, "This text cannot be read", error);
}
