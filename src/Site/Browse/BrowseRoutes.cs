using CodingAhead.Codes;
using CodingAhead.Codes.Browse;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CodingAhead.Site.Browse;

/// <summary>The code sets as trees: pages and API; the chapters and blocks of ICD-10-CM; the categories of CCSR.</summary>
public static class BrowseRoutes
{
    /// <summary>Routes.</summary>
    public static void MapBrowse(this WebApplication app)
    {
        app.MapGet("/browse", Sets).OfBook("on").ExcludeFromDescription();
        app.MapGet("/browse/{set}", Root).OfBook("on").ExcludeFromDescription();
        app.MapGet("/browse/{set}/{node}", Node).OfBook("on").ExcludeFromDescription();
        app.MapGet("/codes/icd10cm-block/{node}", Block).OfBook("on").ExcludeFromDescription();
        app.MapGet("/codes/ccsr/{category}", Ccsr).OfBook("on", "from").ExcludeFromDescription();
        app.MapGet("/api/browse/{set}", GetRoot).OfBook("on").WithTags("Browse").Produces<BrowseLevel>().ProducesProblem(StatusCodes.Status404NotFound);
        app.MapGet("/api/browse/{set}/{node}", GetNode).OfBook("on").WithTags("Browse").Produces<BrowseLevel>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The top of a code set's tree</summary>
    /// <remarks>Chapters, sections, ranges or groups, each with how many codes below it may stand on a claim on the date.</remarks>
    /// <param name="set">cpt hcpcs icd10cm icd10pcs icd9cm icd9proc modifier pos.</param>
    /// <param name="on">The date of service, yyyy-MM-dd. Default: today.</param>
    /// <param name="asked">The request.</param>
    internal static Results<JsonHttpResult<BrowseLevel>, ProblemHttpResult> GetRoot(string set, string? on, Asked asked) =>
        TrySet(set, out var of) ? TypedResults.Json(asked.Open.Browser.Root(of, asked.On), CodesJson.Line.BrowseLevel) : NoSet();

    /// <summary>A place in a code set's tree</summary>
    /// <remarks>
    /// A chapter (CH04), a block or any range of codes (E08-E13, 64633-64636), a heading or code (E11), the beginning of an ICD-10-PCS code (0SG0), with what is above, beside and
    /// below it. 404 when no code of it is valid on the date.
    /// </remarks>
    /// <param name="set">cpt hcpcs icd10cm icd10pcs icd9cm icd9proc modifier pos.</param>
    /// <param name="node">The id of a node, as the level above names it.</param>
    /// <param name="on">The date of service, yyyy-MM-dd. Default: today.</param>
    /// <param name="asked">The request.</param>
    internal static Results<JsonHttpResult<BrowseLevel>, ProblemHttpResult> GetNode(string set, string node, string? on, Asked asked)
    {
        if (!TrySet(set, out var of)) return NoSet();
        return asked.Open.Browser.Find(of, node, asked.On) is { } level
            ? TypedResults.Json(level, CodesJson.Line.BrowseLevel)
            : Errors.Problem(StatusCodes.Status404NotFound, "No such place", "The tree of this set has no such place on the date, or no code in it is valid.");
    }

    private static RazorComponentResult Sets(Asked asked) => Pages.Show<SetsPage>(new { Asked = asked });

    private static IResult Root(string set, Asked asked) =>
        TrySet(set, out var of) && asked.Open.CountOf(of) > 0 ? Show(asked, of, asked.Open.Browser.Root(of, asked.On)) : TypedResults.NotFound();

    private static IResult Node(string set, string node, Asked asked)
    {
        if (!TrySet(set, out var of)) return TypedResults.NotFound();
        if (asked.Open.Browser.Find(of, node, asked.On) is not { } level) return TypedResults.NotFound();
        // A chapter, block or code has one address.
        return level.Node.Path.StartsWith("/browse/", StringComparison.Ordinal) ? Show(asked, of, level) : TypedResults.Redirect(asked.Link(level.Node.Path));
    }

    private static IResult Block(string node, Asked asked) =>
        CodeKey.TryParse(CodeSet.Icd10CmBlock, node, out var key) && asked.Open.Browser.Find(CodeSet.Icd10Cm, key.Code.Length == 3 ? $"{key.Code}-{key.Code}" : key.Code, asked.On) is { Node.Kind: "chapter" or "block" } level
            ? Pages.Show<BrowsePage>(new { Asked = asked, Set = CodeSet.Icd10Cm, Level = level, Notes = BlockNotes.Of(asked.Book, key, asked.On) })
            : TypedResults.NotFound();

    private static IResult Ccsr(string category, string? from, Asked asked) =>
        CodeKey.TryParse(CodeSet.Ccsr, category, out var key) && CcsrCategory.Of(asked.Book, key, asked.On) is { } found
            ? Pages.Show<CcsrPage>(new { Asked = asked, Category = found, From = CodeKey.TryParse(CodeSet.Icd10Cm, from, out var first) ? first : (CodeKey?)null })
            : TypedResults.NotFound();

    private static RazorComponentResult Show(Asked asked, CodeSet set, BrowseLevel level) => Pages.Show<BrowsePage>(new { Asked = asked, Set = set, Level = level });

    private static ProblemHttpResult NoSet() =>
        Errors.Problem(StatusCodes.Status404NotFound, "No such code set", $"'set' is one of {string.Join(' ', CodeSets.Searchable.Select(s => s.Id()))}.");

    private static bool TrySet(string text, out CodeSet set) => CodeSets.TryParse(text, out set) && CodeSets.Searchable.Contains(set);
}
