using CodingAhead.Site.Shared;

namespace CodingAhead.Site.Fhir;

/// <summary>A refusal as FHIR words it: an OperationOutcome. It never repeats what was asked.</summary>
public static class Outcome
{
    /// <summary>The media type of FHIR's JSON.</summary>
    public const string Json = "application/fhir+json; charset=utf-8";

    /// <summary>A parameter that is missing.</summary>
    public static IResult Required(string text) => Of(400, "required", text);

    /// <summary>A parameter that cannot be read.</summary>
    public static IResult Invalid(string text) => Of(400, "invalid", text);

    /// <summary>A code, system, value set, map or edition that is not here.</summary>
    public static IResult NotFound(string text) => Of(404, "not-found", text);

    /// <summary>Well formed, but not something this server does.</summary>
    public static IResult NotSupported(string text) => Of(422, "not-supported", text);

    /// <summary>A refusal with a status and a code of the value set issue-type.</summary>
    public static IResult Of(int status, string code, string text) => new JsonAnswer(Json, w =>
    {
        w.WriteStartObject();
        w.WriteString("resourceType"u8, "OperationOutcome"u8);
        w.WriteStartArray("issue"u8);
        w.WriteStartObject();
        w.WriteString("severity"u8, "error"u8);
        w.WriteString("code"u8, code);
        w.WriteStartObject("details"u8);
        w.WriteString("text"u8, text);
        w.WriteEndObject();
        w.WriteString("diagnostics"u8, text);
        w.WriteEndObject();
        w.WriteEndArray();
        w.WriteEndObject();
    }, status);

    /// <summary>The code of issue-type for a status that the framework gave.</summary>
    public static string CodeOf(int status) => status switch
    {
        403 => "forbidden",
        404 => "not-found",
        405 or 406 or 415 => "not-supported",
        413 => "too-long",
        429 => "throttled",
        >= 500 => "exception",
        _ => "invalid",
    };
}
