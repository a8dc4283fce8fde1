using CodingAhead.Codes;
using CodingAhead.Codes.Fees;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Localities;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Fees = CodingAhead.Codes.Fees;
using Page = CodingAhead.Codes.Page.CodePage;

namespace CodingAhead.Site.Codes;

/// <summary>A code on a date of service, and the list of a set: pages and API.</summary>
public static class CodesRoutes
{
    /// <summary>Routes.</summary>
    public static void MapCodes(this WebApplication app)
    {
        app.MapGet("/codes/{set}", List).OfBook("on", "from").ExcludeFromDescription();
        app.MapGet("/codes/{set}/{code}", Show).OfBook(["on", .. PlaceQuery.Keys]).ExcludeFromDescription();
        app.MapGet("/api/codes/{set}/{code}", Get).OfBook(["on", .. PlaceQuery.Keys]).WithTags("Codes").Example("set", "cpt").Example("code", "64635").Example("on", "2025-10-15")
            .Produces<Page>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>A code on a date of service</summary>
    /// <remarks>
    /// Everything the book knows about the code, each value with the source line that says so. A code that is deleted, not yet valid, or in a set
    /// without an edition for the date answers 200 with that status, the reason, and the nearest date that can be answered.
    /// </remarks>
    /// <param name="set">cpt hcpcs icd10cm icd10pcs icd9cm icd9proc modifier pos.</param>
    /// <param name="code">With or without its dot, in any case.</param>
    /// <param name="on">The date of service, yyyy-MM-dd. Default: today.</param>
    /// <param name="zip">Also the payment in the Medicare locality of this ZIP code; one that no file has answers 404.</param>
    /// <param name="mac">Also the payment in a locality of this Medicare contractor, five digits, with <c>locality</c>.</param>
    /// <param name="locality">The locality, two digits.</param>
    /// <param name="asked">The request.</param>
    internal static Results<JsonHttpResult<Page>, ProblemHttpResult> Get(string set, string code, string? on, string? zip, string? mac, string? locality, Asked asked)
    {
        var place = Place.Of(zip, mac, locality);
        if (place is not null && LocalityRoutes.Refusal(Fees.Localities.Find(asked.Book, place, asked.On)) is { } refusal) return refusal;
        if (!TrySet(set, out var of))
            return Errors.Problem(StatusCodes.Status404NotFound, "No such code set", $"'set' is one of {string.Join(' ', CodeSets.Searchable.Select(s => s.Id()))}.");
        if (CodeKey.TryParse(of, code, out var key) && CodePageBuilder.Build(asked.Book, key, asked.On, place) is { Status: not "unknown-code" } page)
            return TypedResults.Json(page, CodesJson.Line.CodePage);
        return Errors.Problem(
            StatusCodes.Status404NotFound, "No such code", $"No edition of {of.Name()} in the book has this code.",
            ("set", of.Id()), ("codeStatus", CodeStatus.UnknownCode.Id()), ("nearest", NearestCodes.Of(asked, of, code).Select(n => new { set = n.Set.Id(), code = n.Display })));
    }

    private static IResult Show(string set, string code, Asked asked, HttpContext context)
    {
        var place = PlaceQuery.Of(context.Request);
        if (!TrySet(set, out var of)) return TypedResults.NotFound();
        if (CodeKey.TryParse(of, code, out var key) && CodePageBuilder.Build(asked.Book, key, asked.On, place) is { Status: not "unknown-code" } page)
            return Pages.Show<CodePage>(new { Asked = asked, Key = key, Code = page, Place = place });
        return Pages.Show<UnknownCodePage>(new { Asked = asked, Set = of, Text = code, Nearest = NearestCodes.Of(asked, of, code) }, StatusCodes.Status404NotFound);
    }

    private static IResult List(string set, string? from, Asked asked)
    {
        if (!TrySet(set, out var of) || asked.Open.CountOf(of) == 0) return TypedResults.NotFound();
        return Pages.Show<SetPage>(new { Asked = asked, Set = of, From = CodeKey.TryParse(of, from, out var key) ? key : (CodeKey?)null });
    }

    private static bool TrySet(string text, out CodeSet set) => CodeSets.TryParse(text, out set) && CodeSets.Searchable.Contains(set);
}
