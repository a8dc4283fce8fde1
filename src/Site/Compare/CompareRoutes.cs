using CodingAhead.Codes;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Codes;
using CodingAhead.Site.News;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CodingAhead.Site.Compare;

/// <summary>A code on two dates: page and API.</summary>
public static class CompareRoutes
{
    /// <summary>Routes.</summary>
    public static void MapComparison(this WebApplication app)
    {
        app.MapGet("/codes/{set}/{code}/compare", Show).OfBook("on", "from", "to").ExcludeFromDescription();
        app.MapGet("/codes/{set}/{code}/history", ShowHistory).OfBook("on").ExcludeFromDescription();
        app.MapGet("/api/codes/{set}/{code}/history", GetHistory).OfBook("on").WithTags("Codes").Produces<CodeHistory>().ProducesProblem(StatusCodes.Status404NotFound);
        app.MapGet("/api/codes/{set}/{code}/compare", Get).OfBook("on", "from", "to").WithTags("Codes")
            .Produces<PageComparison>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>A code on two dates</summary>
    /// <remarks>What its page says otherwise on one date than on the other, section by section, each side with its source lines. Nothing differs: <c>same</c> is true.</remarks>
    /// <param name="set">cpt hcpcs icd10cm icd10pcs icd9cm icd9proc modifier pos.</param>
    /// <param name="code">With or without its dot, in any case.</param>
    /// <param name="from">The first date, yyyy-MM-dd.</param>
    /// <param name="to">The second date, yyyy-MM-dd. Default: today.</param>
    /// <param name="asked">The request.</param>
    internal static Results<JsonHttpResult<PageComparison>, ProblemHttpResult> Get(string set, string code, string? from, string? to, Asked asked)
    {
        if (!NewsRoutes.TrySet(set, out var of)) return Errors.Problem(StatusCodes.Status404NotFound, "No such code set", $"'set' is one of {string.Join(' ', CodeSets.Searchable.Select(s => s.Id()))}.");
        if (!CodeKey.TryParse(of, code, out var key) || asked.Book.Find(key, asked.On).Status == CodeStatus.UnknownCode)
            return Errors.Problem(StatusCodes.Status404NotFound, "No such code", $"No edition of {of.Name()} in the book has this code.");
        if (Date(from) is not { } first) return Errors.Problem(StatusCodes.Status400BadRequest, "This cannot be read", "'from' is a date, yyyy-MM-dd.");
        if (string.IsNullOrEmpty(to)) return TypedResults.Json(PageComparison.Of(asked.Book, key, first, asked.On), CodesJson.Line.PageComparison);
        return Date(to) is { } second
            ? TypedResults.Json(PageComparison.Of(asked.Book, key, first, second), CodesJson.Line.PageComparison)
            : Errors.Problem(StatusCodes.Status400BadRequest, "This cannot be read", "'to' is a date, yyyy-MM-dd.");
    }

    /// <summary>Everything that changed about a code</summary>
    /// <remarks>Changes between editions, NCCI pairs begun and ended by day, and figures such as relative values over the editions.</remarks>
    /// <param name="set">cpt hcpcs icd10cm icd10pcs icd9cm icd9proc modifier pos.</param>
    /// <param name="code">With or without its dot, in any case.</param>
    /// <param name="asked">The request.</param>
    internal static Results<JsonHttpResult<CodeHistory>, ProblemHttpResult> GetHistory(string set, string code, Asked asked) =>
        NewsRoutes.TrySet(set, out var of) && CodeKey.TryParse(of, code, out var key) && asked.Book.Find(key, asked.On).Status != CodeStatus.UnknownCode
            ? TypedResults.Json(CodeHistory.Of(asked.Book, key, asked.On), CodesJson.Line.CodeHistory)
            : Errors.Problem(StatusCodes.Status404NotFound, "No such code", "No edition in the book has this code in this set.");

    private static IResult ShowHistory(string set, string code, Asked asked)
    {
        if (!NewsRoutes.TrySet(set, out var of)) return TypedResults.NotFound();
        return CodeKey.TryParse(of, code, out var key) && asked.Book.Find(key, asked.On).Status != CodeStatus.UnknownCode
            ? Pages.Show<HistoryPage>(new { Asked = asked, Key = key, Code = CodePageBuilder.Build(asked.Book, key, asked.On), Pairs = PairHistory.Of(asked.Book, key) })
            : Pages.Show<UnknownCodePage>(new { Asked = asked, Set = of, Text = code, Nearest = NearestCodes.Of(asked, of, code) }, StatusCodes.Status404NotFound);
    }

    private static IResult Show(string set, string code, string? from, string? to, Asked asked)
    {
        if (!NewsRoutes.TrySet(set, out var of)) return TypedResults.NotFound();
        if (!CodeKey.TryParse(of, code, out var key) || asked.Book.Find(key, asked.On).Status == CodeStatus.UnknownCode)
            return Pages.Show<UnknownCodePage>(new { Asked = asked, Set = of, Text = code, Nearest = NearestCodes.Of(asked, of, code) }, StatusCodes.Status404NotFound);
        var (first, second) = (Date(from), Date(to));
        if (first is null && !string.IsNullOrEmpty(from) || second is null && !string.IsNullOrEmpty(to)) throw new BadHttpRequestException("The dates to compare must be dates such as 2026-03-31.");
        var boundaries = PageComparison.Boundaries(asked.Book, key, asked.On);
        // Without dates: the newest change that the code has seen.
        var newest = boundaries.Where(b => b <= asked.On).Select(b => (DateOnly?)b).FirstOrDefault();
        second ??= first is null ? newest ?? asked.On : asked.On;
        first ??= second == newest ? second.Value.AddDays(-1) : second.Value.AddYears(-1);
        return Pages.Show<ComparePage>(new { Asked = asked, Key = key, Compared = PageComparison.Of(asked.Book, key, first.Value, second.Value), Boundaries = boundaries });
    }

    private static DateOnly? Date(string? text) => Day.TryParse(text, out var date) && date.Year is >= 1900 and <= 2100 ? date : null;
}
