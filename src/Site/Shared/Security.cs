using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HostFiltering;

namespace CodingAhead.Site.Shared;

/// <summary>What a browser may do with our pages, who may post to us, and how often strangers may ask.</summary>
public static class Security
{
    private const string Policy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>Registers what the middleware below needs.</summary>
    public static void AddSecurity(this WebApplicationBuilder builder, SiteOptions options)
    {
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 1 << 20;
        });
        // A name that an attacker points at this machine (DNS rebinding) is refused; --allowedhosts adds names.
        builder.Services.Configure<HostFilteringOptions>(h =>
        {
            if (builder.Configuration["AllowedHosts"] is null or "" or "*") h.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"];
        });
        builder.Services.AddRateLimiter(r =>
        {
            r.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            // Tokens come back every second.
            r.OnRejected = static (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "1";
                return ValueTask.CompletedTask;
            };
            r.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => RateLimitPartition.GetTokenBucketLimiter(
                context.Connection.RemoteIpAddress ?? IPAddress.None,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = options.RequestsPerMinute,
                    TokensPerPeriod = Math.Max(1, options.RequestsPerMinute / 60),
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    AutoReplenishment = true,
                }));
        });
    }

    /// <summary>Headers on every answer, limits for other machines, and no posts from other sites.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        app.Use(Headers);
        // Around what follows, so that its refusals have a body too.
        app.UseErrors();
        app.UseWhen(static c => c.Connection.RemoteIpAddress is { } ip && !IPAddress.IsLoopback(ip), static other => other.UseRateLimiter());
        app.UseCrossOrigin();
        app.Use(SameSite);
    }

    /// <summary>Lets one page run the inline script that carries this nonce, and the styles it makes.</summary>
    public static void AllowScript(HttpContext context, string nonce) => context.Response.Headers.ContentSecurityPolicy =
        $"{Policy}; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:";

    private static Task Headers(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        return next(context);
    }

    // Antiforgery without a token, so that pages stay the same for everybody and can be cached: a browser says in Sec-Fetch-Site, or at least in
    // Origin, from where a form was posted. A program that is no browser sends neither and carries no cookies of a user.
    private static Task SameSite(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return next(context);
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        var ours = site is "same-origin" or "none"
            || CrossOrigin.Allows(context, origin)
            || site.Length == 0 && (origin.Length == 0 || Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
        if (ours) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
