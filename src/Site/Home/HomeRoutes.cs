using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CodingAhead.Site.Home;

/// <summary>The first page.</summary>
public static class HomeRoutes
{
    /// <summary>Routes.</summary>
    public static void MapHome(this WebApplication app) => app.MapGet("/", Show).OfBook("on").ExcludeFromDescription();

    private static RazorComponentResult Show(Asked asked) => Pages.Show<HomePage>(new { Asked = asked });
}
