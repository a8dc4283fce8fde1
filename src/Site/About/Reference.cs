using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Codes;
using CodingAhead.Site.News;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace CodingAhead.Site.About;

/// <summary>The description of the API: OpenAPI 3.1 for programs, a page to try it out for people. Both come from the code's own comments.</summary>
public static class Reference
{
    /// <summary>Registers the description.</summary>
    public static void AddReference(this IServiceCollection services)
    {
        services.AddRouting();
        services.ConfigureHttpJsonOptions(j =>
        {
            j.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            j.SerializerOptions.TypeInfoResolverChain.Insert(0, CodesJson.Default);
            j.SerializerOptions.TypeInfoResolverChain.Insert(1, SiteJson.Default);
            j.SerializerOptions.TypeInfoResolverChain.Insert(2, CodeListJson.Default);
            j.SerializerOptions.TypeInfoResolverChain.Insert(3, NewsJson.Default);
        });
        services.AddOpenApi("v1", o => o.AddDocumentTransformer(Describe).AddOperationTransformer(LowerCase).AddOperationTransformer(Examples.Add));
    }

    /// <summary>Routes.</summary>
    public static void MapReference(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").WithMetadata(new BookCache.OfBook()).CacheOutput(new BookCache());
        var page = app.MapScalarApiReference("/api", (options, context) =>
        {
            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            Security.AllowScript(context, nonce);
            options.WithTitle("CodingAhead API").WithOpenApiRoutePattern("/openapi/v1.json").WithNonce(nonce);
            options.DefaultFonts = false;
            options.Telemetry = false;
            // Offers of services elsewhere, which this installation neither has nor may reach.
            options.DisableAgent().DisableMcp().HideDeveloperTools();
            options.HideClientButton = true;
            // A way back for somebody who came by the link in a page's foot.
            options.AddHeaderContent("<nav aria-label=\"Site\" style=\"padding:.6rem 1.2rem;font:.9rem system-ui\"><a href=\"/\" style=\"color:var(--scalar-color-1)\">CodingAhead: search and code pages</a></nav>");
        });
        // The package answers every address below its own, as the name of a document; ours is the only one.
        page.Add(static e =>
        {
            if (e is RouteEndpointBuilder route && route.RoutePattern.Parameters.Any(p => p.Name == "documentName"))
                route.RoutePattern = RoutePatternFactory.Parse("/api/{documentName:regex(^v1$)?}");
        });
    }

    private const string Introduction =
        """
        Medical codes on any date of service, from the official releases, every value with its source line. [Back to the site](/)

        **Date of service.** `on` (FHIR: `date`) is the date asked about, yyyy-MM-dd; without it, today. A date that no loaded edition covers is answered with the status
        `no-edition` and the nearest edition, never silently from the latest.

        **Copies.** Every answer has an `ETag` of the book and the program; send it as `If-None-Match` and a copy still right is confirmed with 304.

        **Refusals** are `application/problem+json` (FHIR: OperationOutcome) with a status: 400 cannot be read, 404 not here, 406 not as JSON, 422 well formed but not done here,
        429 too often, with `Retry-After`. They never repeat what was asked.

        Examples are answers of the book in use, long lists cut to three entries.
        """;

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info.Title = "CodingAhead";
        document.Info.Version = "v1";
        document.Info.Description = Introduction;
        document.Servers = [];
        return Task.CompletedTask;
    }

    // Parameters that are properties of a record are named as it names them.
    private static Task LowerCase(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? []) parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name ?? "");
        return Task.CompletedTask;
    }
}
