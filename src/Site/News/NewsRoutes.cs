using CodingAhead.Codes;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CodingAhead.Site.News;

/// <summary>What each edition of each code set changed: pages, API and feeds.</summary>
public static class NewsRoutes
{
    /// <summary>Routes.</summary>
    public static void MapNews(this WebApplication app)
    {
        app.MapGet("/whats-new", ShowAll).OfBook("on").ExcludeFromDescription();
        app.MapGet("/whats-new/{set}", ShowSet).OfBook("on").ExcludeFromDescription();
        app.MapGet("/whats-new/{set}/{date}", Show).OfBook("on", "kind", "under", "q", "billable", "page", "size").ExcludeFromDescription();
        app.MapGet("/api/whats-new", List).OfBook("on", "set").WithTags("What is new").Produces<NewsListJson>().ProducesProblem(StatusCodes.Status400BadRequest);
        app.MapGet("/api/whats-new/{set}/{date}", Get).OfBook("kind", "under", "q", "billable", "page", "size").WithTags("What is new")
            .Produces<NewsPageJson>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        // Addresses in a feed are absolute, so that an answer kept for one host must not be given to another: they are made anew from the kept comparisons.
        foreach (var (name, form) in new[] { ("atom", FeedForm.Atom), ("rss", FeedForm.Rss) })
        {
            app.MapGet($"/whats-new.{name}", (HttpContext context, Asked asked, CancellationToken cancel) => Feeds.Of(context, asked, null, form, cancel)).WithMetadata(new BookCache.OfBook()).ExcludeFromDescription();
            app.MapGet($"/whats-new/{{set}}.{name}", (string set, HttpContext context, Asked asked, CancellationToken cancel) => Feeds.Of(context, asked, set, form, cancel)).WithMetadata(new BookCache.OfBook()).ExcludeFromDescription();
        }
    }

    /// <summary>The editions of the code sets</summary>
    /// <remarks>Days on which a set changed, newest first, and what each is compared with. A set needs two complete lists in the book to have any.</remarks>
    /// <param name="set">Only this set: cpt hcpcs icd10cm icd10pcs pos. Default: all.</param>
    /// <param name="on">Leave out editions that begin after this date, yyyy-MM-dd. Default: today.</param>
    /// <param name="asked">The request.</param>
    internal static Results<JsonHttpResult<NewsListJson>, ProblemHttpResult> List(string? set, string? on, Asked asked)
    {
        var only = CodeSet.None;
        if (set is { Length: > 0 } && !TrySet(set, out only)) return NoSet();
        var steps = CodeSets.Searchable.Where(s => only == CodeSet.None || s == only).SelectMany(s => asked.Open.News.Steps(s)).Where(s => s.Date <= asked.On);
        return TypedResults.Json(new NewsListJson(asked.On, [.. steps.OrderByDescending(s => s.Date).ThenBy(s => s.Set).Select(NewsEditionJson.Of)]), NewsJson.Default.NewsListJson);
    }

    /// <summary>What an edition changed</summary>
    /// <remarks>
    /// Codes added, deleted (with what is coded instead) and revised, against the edition before. A code that was split and became a heading counts as deleted, as
    /// its publisher counts it. Of CPT and HCPCS also the changes of indicators such as global days and OPPS status.
    /// </remarks>
    /// <param name="set">cpt hcpcs icd10cm icd10pcs pos.</param>
    /// <param name="date">The first day of the edition, yyyy-MM-dd.</param>
    /// <param name="filter">Which changes.</param>
    /// <param name="asked">The request.</param>
    /// <param name="cancel">Ends the comparison when nobody waits for it any more.</param>
    internal static async Task<Results<JsonHttpResult<NewsPageJson>, ProblemHttpResult>> Get(string set, string date, [AsParameters] NewsFilter filter, Asked asked, CancellationToken cancel)
    {
        if (filter.Error() is { } error) return Errors.Problem(StatusCodes.Status400BadRequest, "This cannot be read", error);
        if (!TrySet(set, out var of)) return NoSet();
        if (Step(asked, of, date) is not { } step) return Errors.Problem(StatusCodes.Status404NotFound, "No such edition", $"The book has no edition of {of.Name()} that begins on this day and one before it.");
        var changes = await asked.Open.News.Of(step, cancel);
        var wanted = filter.Of(changes);
        return TypedResults.Json(
            new NewsPageJson(
                NewsEditionJson.Of(step), NewsWords.Basis(asked.Book, step), NewsCountsJson.Of(changes), wanted.Count, filter.Number, filter.Length,
                [.. wanted.Skip((filter.Number - 1) * filter.Length).Take(filter.Length).Select(NewsChangeJson.Of)]),
            NewsJson.Default.NewsPageJson);
    }

    private static async Task<IResult> ShowAll(Asked asked, CancellationToken cancel)
    {
        var newest = new List<(EditionStep, NewsCountsJson)>();
        foreach (var set in CodeSets.Searchable)
        {
            foreach (var step in asked.Open.News.Steps(set).Where(s => s.Date <= asked.On).Take(NewestOfAll)) newest.Add((step, NewsCountsJson.Of(await asked.Open.News.Of(step, cancel))));
        }

        return Pages.Show<WhatsNewPage>(new { Asked = asked, Set = CodeSet.None, Steps = (IReadOnlyList<(EditionStep, NewsCountsJson)>)newest });
    }

    private static async Task<IResult> ShowSet(string set, Asked asked, CancellationToken cancel)
    {
        if (!TrySet(set, out var of) || asked.Open.CountOf(of) == 0) return TypedResults.NotFound();
        var all = new List<(EditionStep, NewsCountsJson)>();
        foreach (var step in asked.Open.News.Steps(of).Where(s => s.Date <= asked.On)) all.Add((step, NewsCountsJson.Of(await asked.Open.News.Of(step, cancel))));
        return Pages.Show<WhatsNewPage>(new { Asked = asked, Set = of, Steps = (IReadOnlyList<(EditionStep, NewsCountsJson)>)all });
    }

    private static async Task<IResult> Show(string set, string date, [AsParameters] NewsFilter filter, Asked asked, CancellationToken cancel)
    {
        if (!TrySet(set, out var of) || Step(asked, of, date) is not { } step) return TypedResults.NotFound();
        if (filter.Error() is not null) throw new BadHttpRequestException("A parameter cannot be read.");
        return Pages.Show<EditionNewsPage>(new { Asked = asked, Step = step, Changes = await asked.Open.News.Of(step, cancel), Filter = filter });
    }

    /// <summary>Editions of each set on the page of all.</summary>
    private const int NewestOfAll = 3;

    /// <summary>A set of the book by its identifier.</summary>
    internal static bool TrySet(string text, out CodeSet set) => CodeSets.TryParse(text, out set) && CodeSets.Searchable.Contains(set);

    private static EditionStep? Step(Asked asked, CodeSet set, string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            ? asked.Open.News.Steps(set).FirstOrDefault(s => s.Date == day) : null;

    private static ProblemHttpResult NoSet() => Errors.Problem(StatusCodes.Status404NotFound, "No such code set", $"'set' is one of {string.Join(' ', CodeSets.Searchable.Select(s => s.Id()))}.");
}
