using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CodingAhead.Site.Shared;

/// <summary>The choice between light and dark: a form in every page's foot, so that it works without scripts.</summary>
public static class Theme
{
    /// <summary>Route of the form.</summary>
    public static void MapTheme(this WebApplication app) => app.MapPost("/theme", Choose).DisableAntiforgery().ExcludeFromDescription();

    private static RedirectHttpResult Choose(HttpContext context, [FromForm] string? theme)
    {
        var options = new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(365), Secure = context.Request.IsHttps };
        if (theme is "light" or "dark") context.Response.Cookies.Append(Asked.ThemeCookie, theme, options);
        else context.Response.Cookies.Delete(Asked.ThemeCookie, options);
        return Back.Redirect(context);
    }
}
