using Microsoft.Net.Http.Headers;

namespace CodingAhead.Site.Shared;

/// <summary>
/// CORS: which other sites' pages may read the API and the FHIR service in a browser. Only those named at the start, only reading, never with cookies.
/// Programs that are no browser need no permission.
/// </summary>
public static class CrossOrigin
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    /// <summary>Registers the policy.</summary>
    public static void AddCrossOrigin(this WebApplicationBuilder builder, SiteOptions options) => builder.Services.AddCors(c => c.AddDefaultPolicy(p => p
        .WithOrigins([.. options.Cors])
        .WithMethods(Methods)
        .WithHeaders(HeaderNames.ContentType, HeaderNames.Accept, HeaderNames.IfNoneMatch)
        .WithExposedHeaders(HeaderNames.ETag, HeaderNames.Link, HeaderNames.RetryAfter, HeaderNames.Warning)
        .SetPreflightMaxAge(TimeSpan.FromHours(1))));

    /// <summary>Answers preflight requests and names the origin in answers, outside of kept answers so that none is kept with another's name.</summary>
    public static void UseCrossOrigin(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SiteOptions>().Cors.Count > 0) app.UseWhen(static c => IsOpen(c.Request.Path), static open => open.UseCors());
    }

    /// <summary>Whether a page of this origin may post here: only to what merely reads.</summary>
    public static bool Allows(HttpContext context, string origin) =>
        origin.Length > 0 && IsOpen(context.Request.Path) && context.RequestServices.GetRequiredService<SiteOptions>().Cors.Contains(origin, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the option. Throws <see cref="ArgumentException"/> for what is no origin: a path, a star, another scheme than http and https.</summary>
    public static IReadOnlyList<string> Origins(string? text)
    {
        var origins = new List<string>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(part, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || !uri.GetLeftPart(UriPartial.Authority).Equals(part.TrimEnd('/'), StringComparison.OrdinalIgnoreCase) || part.Contains('*', StringComparison.Ordinal))
                throw new ArgumentException("--cors needs origins such as https://a.example, separated by commas");
            origins.Add(uri.GetLeftPart(UriPartial.Authority));
        }

        return origins;
    }

    private static bool IsOpen(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/fhir");
}
