using System.Security.Cryptography;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Shared;
using Scalar.AspNetCore;

namespace CodingAhead.Site.About;

/// <summary>The description of the API: OpenAPI 3.1 for programs, a page to try it out for people. Both come from the code's own comments.</summary>
public static class Reference
{
    /// <summary>Registers the description.</summary>
    public static void AddReference(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(j =>
        {
            j.SerializerOptions.TypeInfoResolverChain.Insert(0, CodesJson.Default);
            j.SerializerOptions.TypeInfoResolverChain.Insert(1, SiteJson.Default);
        });
        services.AddOpenApi("v1", o => o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "CodingAhead";
            document.Info.Version = "v1";
            document.Info.Description = "Medical codes on any date of service, from the official releases, every value with its source line.";
            document.Servers = [];
            return Task.CompletedTask;
        }));
    }

    /// <summary>Routes.</summary>
    public static void MapReference(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/api", (options, context) =>
        {
            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            Security.AllowScript(context, nonce);
            options.WithTitle("CodingAhead API").WithOpenApiRoutePattern("/openapi/v1.json").WithNonce(nonce);
            options.DefaultFonts = false;
            options.Telemetry = false;
        });
    }
}
