using CodingAhead.Codes;
using CodingAhead.Codes.Page;
using CodingAhead.Codes.Search;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CodingAhead.Site.Search;

/// <summary>Search: the page, what appears while typing, and the API.</summary>
public static class SearchRoutes
{
    /// <summary>Parameters that change an answer.</summary>
    private static readonly string[] Keys = ["q", "set", "on", "top", "billable", "active", "under"];

    /// <summary>Routes.</summary>
    public static void MapSearch(this WebApplication app)
    {
        app.MapGet("/search", Show).OfBook(Keys).ExcludeFromDescription();
        app.MapGet("/search.csv", Export).OfBook(Keys).ExcludeFromDescription();
        app.MapGet("/search/fragment", Suggest).OfBook("q", "on").ExcludeFromDescription();
        app.MapGet("/api/search", Find).OfBook(Keys).WithTags("Codes").Example("q", "lumbar facet ablation").Example("set", "cpt").Example("on", "2025-10-15").Example("top", "3")
            .Produces<SearchJson>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    /// <summary>Find codes</summary>
    /// <remarks>Finds codes of all sets by words, by code, or by range, best first. Codes not valid on the date come last and say so.</remarks>
    internal static Results<JsonHttpResult<SearchJson>, ProblemHttpResult> Find([AsParameters] SearchParameters parameters, Asked asked) =>
        parameters.TryQuery(asked.On, out var query, out var error)
            ? TypedResults.Json(SearchJson.Of(Search(asked, query)), CodesJson.Line.SearchJson)
            : Errors.Problem(StatusCodes.Status400BadRequest, "This cannot be searched", error);

    private static IResult Show([AsParameters] SearchParameters parameters, Asked asked)
    {
        if (!parameters.TryQuery(asked.On, out var query, out var error))
            return Pages.Show<ErrorPage>(new { Asked = asked, Status = 400, Heading = "This cannot be searched", Detail = error }, StatusCodes.Status400BadRequest);
        // A code typed whole wants its page, where nothing else is asked and no other set has it.
        if (query is { Sets.Count: 0, BillableOnly: false, ActiveOnly: false, Under.IsAll: true } && Exact(asked, query) is { } key) return TypedResults.Redirect(asked.Link(key));
        // One search of everything tells how many each set has; the set chosen is then searched alone, deeper.
        var all = Search(asked, query with { Sets = [], Top = SearchParameters.MaxTop });
        var shown = query.Sets.Count == 0 ? all : Search(asked, query with { Top = SearchParameters.MaxTop });
        return Pages.Show<SearchPage>(new { Asked = asked, Query = query, All = all, Shown = shown });
    }

    private static CodeKey? Exact(Asked asked, SearchQuery query)
    {
        if (query.Text.AsSpan().ContainsAny(" ,;")) return null;
        var hits = Search(asked, query with { Top = 2 }).Hits;
        return hits is [{ Why.Kind: "code" } only] && CodeKey.TryParse(only.Key.Set, query.Text, out var typed) && typed == only.Key ? only.Key : null;
    }

    private static IResult Export([AsParameters] SearchParameters parameters, Asked asked)
    {
        if (!parameters.TryQuery(asked.On, out var query, out var error)) return Errors.Problem(StatusCodes.Status400BadRequest, "This cannot be searched", error);
        var found = Search(asked, query with { Top = SearchParameters.MaxTop });
        return Csv.File(
            "codes.csv", ["Set", "Code", "Title", "Billable", "Status", "On", "Matched", "Term"],
            found.Hits.Select(h => (IEnumerable<string?>)[h.Key.Set.Id(), h.Key.Display, h.Title, h.Billable ? "yes" : "no", h.Status.Id(), asked.OnText, h.Why.Kind, h.Why.Term]));
    }

    private static RazorComponentResult Suggest(string? q, Asked asked)
    {
        var text = (q ?? "").Trim();
        var query = new SearchQuery { Text = text.Length > 200 ? text[..200] : text, On = asked.On, Top = 10, Typing = !(q ?? "").EndsWith(' ') };
        return Pages.Show<Suggestions>(new { Asked = asked, Result = Search(asked, query) });
    }

    private static SearchResult Search(Asked asked, SearchQuery query) =>
        query.Text.Length == 0 ? new SearchResult(query, [], null, []) : asked.Open.Searcher.Find(query);
}
