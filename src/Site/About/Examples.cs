using System.Text.Json.Nodes;
using CodingAhead.Site.Books;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace CodingAhead.Site.About;

/// <summary>
/// Examples in the description of the API: a value for every parameter, and the answer that the book in use gives to those values, so that no example can be
/// out of date.
/// </summary>
internal static class Examples
{
    private const int LongestList = 3;

    /// <summary>Adds parameters and examples to an operation.</summary>
    public static async Task Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var takes = context.Description.ActionDescriptor.EndpointMetadata.OfType<Takes>().ToList();
        operation.Parameters ??= [];
        foreach (var one in takes)
        {
            var declared = operation.Parameters.OfType<OpenApiParameter>().FirstOrDefault(p => p.Name == one.Name);
            if (declared is null)
            {
                declared = new OpenApiParameter { Name = one.Name, In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
                operation.Parameters.Add(declared);
            }

            if (one.Description.Length > 0) declared.Description = one.Description;
            if (one.Example is not null) declared.Example = Value(declared, one.Example);
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            foreach (var content in response.Content?.Values.OfType<OpenApiMediaType>() ?? [])
            {
                if (status == "200") content.Example = await Answer(context, takes, cancel);
                else if (response.Content!.ContainsKey("application/problem+json")) content.Example = Problem(status);
                else content.Example = Outcome(status);
            }
        }

        operation.Responses ??= [];
        operation.Responses.TryAdd("429", new OpenApiResponse { Description = "Too many requests; Retry-After says when to try again. Not from this machine." });
    }

    // Asks the endpoint itself.
    private static async Task<JsonNode?> Answer(OpenApiOperationTransformerContext context, List<Takes> takes, CancellationToken cancel)
    {
        var services = context.ApplicationServices;
        var endpoint = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .First(e => e.RoutePattern.RawText?.TrimStart('/') == context.Description.RelativePath?.TrimStart('/') && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(context.Description.HttpMethod!) == true);
        using var book = services.GetRequiredService<BookHolder>().Take();
        await using var scope = services.CreateAsyncScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancel };
        http.Features.Set(book);
        http.Response.Body = body;
        http.Request.Method = HttpMethods.Get;
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("127.0.0.1", 5080);
        var path = "/" + context.Description.RelativePath?.TrimStart('/');
        var query = QueryString.Empty;
        foreach (var one in takes.Where(t => t.Example is not null))
        {
            if (path.Contains($"{{{one.Name}}}", StringComparison.Ordinal))
            {
                path = path.Replace($"{{{one.Name}}}", one.Example, StringComparison.Ordinal);
                http.Request.RouteValues[one.Name] = one.Example;
            }
            else query = query.Add(one.Name, one.Example!);
        }

        (http.Request.Path, http.Request.QueryString) = (path, query);
        await endpoint.RequestDelegate!(http);
        await http.Response.BodyWriter.FlushAsync(cancel);
        // A book without the example's code has no answer to show.
        return http.Response.StatusCode != StatusCodes.Status200OK ? null : Shortened(JsonNode.Parse(body.ToArray()));
    }

    private static JsonNode? Shortened(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                // A row of the Clinical Tables array, or any short list, stays whole.
                while (list.Count > LongestList + 1) list.RemoveAt(list.Count - 1);
                foreach (var one in list) Shortened(one);
                break;
            case JsonObject of:
                foreach (var (_, value) in of) Shortened(value);
                break;
        }

        return node;
    }

    private static JsonValue Value(OpenApiParameter parameter, string text) =>
        parameter.Schema?.Type is { } type && type.HasFlag(JsonSchemaType.Integer) && int.TryParse(text, out var number) ? JsonValue.Create(number)
        : parameter.Schema?.Type is { } flag && flag.HasFlag(JsonSchemaType.Boolean) ? JsonValue.Create(text == "true")
        : JsonValue.Create(text);

    private static JsonObject Problem(string status) => status == "404"
        ? new JsonObject { ["type"] = "https://tools.ietf.org/html/rfc9110#section-15.5.5", ["title"] = "No such code", ["status"] = 404, ["detail"] = "No edition of CPT in the book has this code." }
        : new JsonObject { ["type"] = "https://tools.ietf.org/html/rfc9110#section-15.5.1", ["title"] = "This cannot be read", ["status"] = 400, ["detail"] = "The date of service must be a date such as 2026-03-31." };

    private static JsonObject Outcome(string status) => new()
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject
        {
            ["severity"] = "error", ["code"] = status == "404" ? "not-found" : "invalid",
            ["details"] = new JsonObject { ["text"] = status == "404" ? "No loaded edition of ICD-10-CM has this code." : "'date' is a full date such as 2025-10-15, between 1900 and 2100." },
        }),
    };
}
