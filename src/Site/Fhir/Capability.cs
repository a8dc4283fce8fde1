using System.Reflection;
using System.Text.Json;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.Fhir;

/// <summary>metadata: what this server does, as CapabilityStatement, or with <c>mode=terminology</c> as TerminologyCapabilities.</summary>
internal static class Capability
{
    private static readonly (string Type, (string Name, string Definition)[] Operations, (string Name, string Type)[] Search)[] Resources =
    [
        ("CodeSystem", [("lookup", "http://hl7.org/fhir/OperationDefinition/CodeSystem-lookup"), ("validate-code", "http://hl7.org/fhir/OperationDefinition/CodeSystem-validate-code")], [("url", "uri"), ("version", "token")]),
        ("ValueSet", [("expand", "http://hl7.org/fhir/OperationDefinition/ValueSet-expand"), ("validate-code", "http://hl7.org/fhir/OperationDefinition/ValueSet-validate-code")], [("url", "uri")]),
        ("ConceptMap", [("translate", "http://hl7.org/fhir/OperationDefinition/ConceptMap-translate")], [("url", "uri")]),
    ];

    private static readonly string Version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "0";

    /// <summary>Answers a request.</summary>
    public static IResult Answer(FhirRequest request) => request["mode"] switch
    {
        null or "full" or "normative" => new JsonAnswer(Outcome.Json, w => Server(w, request)),
        "terminology" => new JsonAnswer(Outcome.Json, w => Terminology(w, request)),
        _ => Outcome.Invalid("'mode' is full, normative or terminology."),
    };

    private static void Server(Utf8JsonWriter w, FhirRequest request)
    {
        Begin(w, request, "CapabilityStatement");
        w.WriteString("fhirVersion"u8, "4.0.1"u8);
        w.WriteStartArray("format"u8);
        w.WriteStringValue("application/fhir+json"u8);
        w.WriteStringValue("json"u8);
        w.WriteEndArray();
        w.WriteStartArray("rest"u8);
        w.WriteStartObject();
        w.WriteString("mode"u8, "server"u8);
        w.WriteString("documentation"u8, "Medical code sets of the United States on any date of service. Read only; no patient data."u8);
        w.WriteStartArray("resource"u8);
        foreach (var (type, operations, search) in Resources)
        {
            w.WriteStartObject();
            w.WriteString("type"u8, type);
            w.WriteStartArray("interaction"u8);
            foreach (var code in (string[])["read", "search-type"])
            {
                w.WriteStartObject();
                w.WriteString("code"u8, code);
                w.WriteEndObject();
            }

            w.WriteEndArray();
            w.WriteStartArray("searchParam"u8);
            foreach (var (name, kind) in search.Append(("_id", "token")))
            {
                w.WriteStartObject();
                w.WriteString("name"u8, name);
                w.WriteString("type"u8, kind);
                w.WriteEndObject();
            }

            w.WriteEndArray();
            w.WriteStartArray("operation"u8);
            foreach (var (name, definition) in operations)
            {
                w.WriteStartObject();
                w.WriteString("name"u8, name);
                w.WriteString("definition"u8, definition);
                w.WriteEndObject();
            }

            w.WriteEndArray();
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteEndObject();
        w.WriteEndArray();
        w.WriteEndObject();
    }

    private static void Terminology(Utf8JsonWriter w, FhirRequest request)
    {
        Begin(w, request, "TerminologyCapabilities");
        w.WriteStartArray("codeSystem"u8);
        foreach (var system in FhirSystem.All)
        {
            w.WriteStartObject();
            w.WriteString("uri"u8, system.Uri);
            var newest = system.Newest(request.Open);
            if (newest is not null)
            {
                w.WriteStartArray("version"u8);
                foreach (var edition in system.Editions(request.Open).Select(e => e.Edition).Distinct(StringComparer.Ordinal))
                {
                    w.WriteStartObject();
                    w.WriteString("code"u8, edition);
                    if (edition == newest) w.WriteBoolean("isDefault"u8, true);
                    w.WriteEndObject();
                }

                w.WriteEndArray();
            }

            w.WriteBoolean("subsumption"u8, false);
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteStartObject("expansion"u8);
        w.WriteBoolean("hierarchical"u8, false);
        w.WriteBoolean("paging"u8, true);
        w.WriteBoolean("incomplete"u8, true);
        w.WriteStartArray("parameter"u8);
        foreach (var name in (string[])["url", "filter", "date", "count", "offset", "activeOnly", "system-version"])
        {
            w.WriteStartObject();
            w.WriteString("name"u8, name);
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteString("textFilter"u8, "Words in any order, spelling mended, the last one may be unfinished; or the beginning of a code."u8);
        w.WriteEndObject();
        w.WriteString("codeSearch"u8, "all"u8);
        w.WriteStartObject("validateCode"u8);
        w.WriteBoolean("translations"u8, false);
        w.WriteEndObject();
        w.WriteStartObject("translation"u8);
        w.WriteBoolean("needsMap"u8, false);
        w.WriteEndObject();
        w.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter w, FhirRequest request, string type)
    {
        var http = request.Context.Request;
        w.WriteStartObject();
        w.WriteString("resourceType"u8, type);
        w.WriteString("name"u8, "CodingAhead");
        w.WriteString("title"u8, "CodingAhead terminology server");
        w.WriteString("status"u8, "active"u8);
        w.WriteString("date"u8, DateOnly.FromDateTime(request.Open.Book.Built.UtcDateTime).Text());
        w.WriteString("kind"u8, "instance"u8);
        w.WriteStartObject("software"u8);
        w.WriteString("name"u8, "CodingAhead"u8);
        w.WriteString("version"u8, Version);
        w.WriteEndObject();
        w.WriteStartObject("implementation"u8);
        w.WriteString("description"u8, $"Book {request.Open.Version}");
        w.WriteString("url"u8, $"{http.Scheme}://{http.Host}/fhir");
        w.WriteEndObject();
    }
}
