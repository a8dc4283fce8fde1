using CodingAhead.Codes.Fees;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CodingAhead.Site.Localities;

/// <summary>Medicare payment localities: the list, one of them, and which one a ZIP code is in; pages and API.</summary>
public static class LocalityRoutes
{
    /// <summary>Routes.</summary>
    public static void MapLocalities(this WebApplication app)
    {
        app.MapGet("/localities", List).OfBook("on", "zip").ExcludeFromDescription();
        app.MapGet("/localities/{mac}/{locality}", Show).OfBook("on").ExcludeFromDescription();
        app.MapGet("/api/localities", Find).OfBook("on", "zip").WithTags("Localities").Example("zip", "60601").Example("on", "2025-10-15")
            .Produces<LocalityPage>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        app.MapGet("/api/localities/{mac}/{locality}", Get).OfBook("on").WithTags("Localities").Example("mac", "06102").Example("locality", "16").Example("on", "2025-10-15")
            .Produces<LocalityPage>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The Medicare locality of a ZIP code, or all localities</summary>
    /// <remarks>With a ZIP code, the locality it is in, with its indices; one that the file of the date does not have answers 404. Without, the list.</remarks>
    /// <param name="zip">Five digits, or nine.</param>
    /// <param name="on">The date of service, yyyy-MM-dd. Default: today.</param>
    /// <param name="asked">The request.</param>
    internal static IResult Find(string? zip, string? on, Asked asked) =>
        Place.Of(zip, null, null) is { } place ? Answer(asked, place) : TypedResults.Json(LocalityPageBuilder.List(asked.Book, asked.On), CodesJson.Line.IReadOnlyListLocalityLine);

    /// <summary>A Medicare locality</summary>
    /// <remarks>Name, counties, geographic indices, anaesthesia factor, and the same in every loaded edition.</remarks>
    /// <param name="mac">The contractor, five digits.</param>
    /// <param name="locality">The locality, two digits.</param>
    /// <param name="on">The date of service, yyyy-MM-dd. Default: today.</param>
    /// <param name="asked">The request.</param>
    internal static IResult Get(string mac, string locality, string? on, Asked asked) => Answer(asked, Place.Of(null, mac, locality)!);

    /// <summary>Why a place has no answer, as ProblemDetails; null when it has one, or when no file for the date is loaded, which the answer itself says.</summary>
    internal static ProblemHttpResult? Refusal(Located located) => located.Status switch
    {
        PlaceStatus.Unreadable => Errors.Problem(StatusCodes.Status400BadRequest, "This is no place", located.Because!),
        PlaceStatus.UnknownZip => Errors.Problem(StatusCodes.Status404NotFound, "No such ZIP code", located.Because!, ("placeStatus", located.StatusId)),
        PlaceStatus.UnknownLocality => Errors.Problem(StatusCodes.Status404NotFound, "No such locality", located.Because!, ("placeStatus", located.StatusId)),
        _ => null,
    };

    private static IResult Answer(Asked asked, Place place) =>
        (IResult?)Refusal(CodingAhead.Codes.Fees.Localities.Find(asked.Book, place, asked.On)) ?? TypedResults.Json(LocalityPageBuilder.Build(asked.Book, place, asked.On), CodesJson.Line.LocalityPage);

    private static RazorComponentResult List(Asked asked, HttpContext context)
    {
        var place = Place.Of(context.Request.Query["zip"], null, null);
        var found = place is null ? null : LocalityPageBuilder.Build(asked.Book, place, asked.On);
        return Pages.Show<LocalitiesPage>(new { Asked = asked, Place = place, Found = found, All = LocalityPageBuilder.List(asked.Book, asked.On) });
    }

    private static IResult Show(string mac, string locality, Asked asked)
    {
        var page = LocalityPageBuilder.Build(asked.Book, Place.Of(null, mac, locality)!, asked.On);
        // A date without any index file is an answer; a locality that the file lacks is not.
        if (page.Status is "unreadable" or "unknown-locality") return TypedResults.NotFound();
        return Pages.Show<LocalityView>(new { Asked = asked, At = page });
    }
}
