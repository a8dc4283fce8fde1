using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CodingAhead.Site.Shared;

/// <summary>The choice between light and dark: a form in every page's foot, so that it works without scripts.</summary>
public static class Theme
{
    /// <summary>Route of the form.</summary>
    public static void MapTheme(this WebApplication app) => app.MapPost("/theme", Choose).DisableAntiforgery().ExcludeFromDescription();

    // Back to where the form was, which the browser says itself; only ever to a path of this site.
    private static RedirectHttpResult Choose(HttpContext context, [FromForm] string? theme)
    {
        var options = new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(365), Secure = context.Request.IsHttps };
        if (theme is "light" or "dark") context.Response.Cookies.Append(Asked.ThemeCookie, theme, options);
        else context.Response.Cookies.Delete(Asked.ThemeCookie, options);
        var back = Uri.TryCreate(context.Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == context.Request.Host.Value ? from.PathAndQuery : "/";
        return TypedResults.LocalRedirect(IsLocal(back) ? back : "/");
    }

    private static bool IsLocal(string path) => path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal);
}
