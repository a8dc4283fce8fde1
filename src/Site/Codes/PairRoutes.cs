using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CodingAhead.Site.Codes;

/// <summary>NCCI pairs: all of a code, and the question about two codes. Pages and API.</summary>
public static class PairRoutes
{
    private const int MaxText = 80;
    private const int MaxExport = 50_000;

    private static readonly string[] Keys = ["on", "direction", "setting", "indicator", "q", "all", "offset", "limit", "format"];

    /// <summary>Routes.</summary>
    public static void MapPairs(this WebApplication app)
    {
        app.MapGet("/codes/{set}/{code}/ncci", Show).OfBook(Keys).ExcludeFromDescription();
        app.MapGet("/codes/pair", ShowTwo).OfBook("on", "a", "b").ExcludeFromDescription();
        app.MapGet("/api/codes/{set}/{code}/pairs", Get).OfBook(Keys).WithTags("Codes")
            .Produces<PairPage>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        app.MapGet("/api/codes/pair", GetTwo).OfBook("on", "a", "b").WithTags("Codes")
            .Produces<PairAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The NCCI pairs of a code</summary>
    /// <remarks>
    /// Procedure-to-procedure pairs in force on the date of service, by the other code. Answered from the edition in force or the nearest earlier one, which
    /// is then marked stale; <c>edition</c> is null when there is none. <c>next</c> is the address of the next page.
    /// </remarks>
    /// <param name="set">cpt or hcpcs.</param>
    /// <param name="code">The code.</param>
    /// <param name="asked">The request.</param>
    /// <param name="parameters">What to leave out, and which page.</param>
    internal static Results<JsonHttpResult<PairPage>, ProblemHttpResult> Get(string set, string code, Asked asked, [AsParameters] PairParameters parameters)
    {
        if (Key(asked, set, code) is not { } key) return NoCode();
        if (!parameters.TryQuery(key, asked.On, out var query, out var error)) return Errors.Problem(StatusCodes.Status400BadRequest, "This cannot be answered", error);
        var page = PairList.Of(asked.Book, query);
        var more = query.Offset + page.Pairs.Count < page.Total;
        return TypedResults.Json(page with { Next = more ? asked.Link(Address(asked.Path, query with { Offset = query.Offset + query.Limit })) : null }, CodesJson.Line.PairPage);
    }

    /// <summary>Two codes together</summary>
    /// <remarks>Whether an NCCI pair of the two is in force on the date of service in either setting, which code is paid, what may open it, and its history.</remarks>
    /// <param name="a">A CPT or HCPCS code.</param>
    /// <param name="b">Another.</param>
    /// <param name="on">The date of service, yyyy-MM-dd. Default: today.</param>
    /// <param name="asked">The request.</param>
    internal static Results<JsonHttpResult<PairAnswer>, ProblemHttpResult> GetTwo(string? a, string? b, string? on, Asked asked)
    {
        if (Procedure(a) is not { } one || Procedure(b) is not { } two || one == two)
            return Errors.Problem(StatusCodes.Status400BadRequest, "This cannot be answered", "'a' and 'b' are two different CPT or HCPCS codes.");
        if (Unknown(asked, one) || Unknown(asked, two)) return NoCode();
        return TypedResults.Json(TwoCodes.Of(asked.Book, one, two, asked.On), CodesJson.Line.PairAnswer);
    }

    private static IResult Show(string set, string code, string? format, Asked asked, [AsParameters] PairParameters parameters)
    {
        if (Key(asked, set, code) is not { } key) return TypedResults.NotFound();
        if (!parameters.TryQuery(key, asked.On, out var query, out var error))
            return Pages.Show<ErrorPage>(new { Asked = asked, Status = 400, Heading = "This cannot be answered", Detail = error }, StatusCodes.Status400BadRequest);
        if (format == "csv")
            return Export(key, PairList.Of(asked.Book, query with { Offset = 0, Limit = MaxExport }));
        return Pages.Show<PairsPage>(new { Asked = asked, Query = query, Found = PairList.Of(asked.Book, query) });
    }

    private static RazorComponentResult ShowTwo(string? a, string? b, Asked asked)
    {
        var (one, two) = (Procedure(a), Procedure(b));
        var asks = !string.IsNullOrWhiteSpace(a) || !string.IsNullOrWhiteSpace(b);
        var problem = !asks ? null
            : one is null || two is null ? "Two CPT or HCPCS codes are needed, five characters each."
            : one == two ? "The codes are the same: a pair is of two. How many units may be paid is on the code's page."
            : Unknown(asked, one.Value) || Unknown(asked, two.Value) ? "No edition in the book has one of these codes." : null;
        return Pages.Show<TwoCodesPage>(new
        {
            Asked = asked, A = one?.Code ?? "", B = two?.Code ?? "", Problem = problem,
            Answer = asks && problem is null ? TwoCodes.Of(asked.Book, one!.Value, two!.Value, asked.On) : null,
        });
    }

    /// <summary>The parts of a query that differ from the default, as addresses have them.</summary>
    public static IEnumerable<(string Name, string Value)> Written(PairQuery query)
    {
        if (query.Direction != "both") yield return ("direction", query.Direction);
        if (query.Setting is { } setting) yield return ("setting", setting);
        if (query.Indicator is { } indicator) yield return ("indicator", indicator.ToString(CultureInfo.InvariantCulture));
        if (query.Text.Length > 0) yield return ("q", query.Text);
        if (query.All) yield return ("all", "true");
        if (query.Offset > 0) yield return ("offset", query.Offset.ToString(CultureInfo.InvariantCulture));
        yield return ("limit", query.Limit.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The address of a query.</summary>
    public static string Address(string path, PairQuery query) => $"{path}?{string.Join('&', Written(query).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"))}";

    private static IResult Export(CodeKey key, PairPage page) => Csv.File(
        $"ncci-{key.Code}.csv",
        ["column1", "column2", "other", "other_title", "setting", "indicator", "from", "to", "in_force", "rationale", "edition"],
        page.Pairs.Select(p => (IEnumerable<string?>)
        [
            p.Column1, p.Column2, p.Partner.Code, p.Partner.Title, p.Setting, p.Indicator.ToString(CultureInfo.InvariantCulture), Words.Date(p.From, ""), Words.Date(p.To, ""),
            p.InForce ? "yes" : "no", p.Rationale, page.Edition,
        ]));

    private static ProblemHttpResult NoCode() => Errors.Problem(StatusCodes.Status404NotFound, "No such code", "No edition of CPT or HCPCS in the book has this code.");

    private static bool Unknown(Asked asked, CodeKey key) => asked.Book.Find(key, asked.On).Status == CodeStatus.UnknownCode;

    private static CodeKey? Key(Asked asked, string set, string code) =>
        CodeSets.TryParse(set, out var of) && of is CodeSet.Cpt or CodeSet.Hcpcs && CodeKey.TryParse(of, code, out var key) && !Unknown(asked, key) ? key : null;

    private static CodeKey? Procedure(string? text) =>
        text?.Trim() is { Length: 5 } code && CodeKey.TryParse(char.IsAsciiLetter(code[0]) ? CodeSet.Hcpcs : CodeSet.Cpt, code, out var key) ? key : null;

    /// <summary>The parameters of a list of pairs.</summary>
    public sealed record PairParameters
    {
        /// <summary>The date of service, yyyy-MM-dd. Default: today.</summary>
        public string? On { get; init; }

        /// <summary>column1: this code is paid; column2: the other is; both. Default: both.</summary>
        public string? Direction { get; init; }

        /// <summary>practitioner or outpatient-hospital. Default: both.</summary>
        public string? Setting { get; init; }

        /// <summary>The modifier indicator, 0, 1 or 9. Default: all.</summary>
        public string? Indicator { get; init; }

        /// <summary>The beginning of the other code, or words of its title. At most 80 characters.</summary>
        public string? Q { get; init; }

        /// <summary>true: pairs not in force on the date too.</summary>
        public bool? All { get; init; }

        /// <summary>How many to pass over. Default: 0.</summary>
        public int? Offset { get; init; }

        /// <summary>How many to answer with, 1 to 500. Default: 100.</summary>
        public int? Limit { get; init; }

        internal bool TryQuery(CodeKey key, DateOnly on, out PairQuery query, out string error)
        {
            error = "";
            query = new PairQuery(key, on);
            if (Direction is { Length: > 0 } && !PairQuery.Directions.Contains(Direction)) error = "'direction' is column1, column2 or both.";
            if (Setting is { Length: > 0 } && !PairQuery.Settings.Contains(Setting)) error = "'setting' is practitioner or outpatient-hospital.";
            if (Indicator is { Length: > 0 } && Indicator is not ("0" or "1" or "9")) error = "'indicator' is 0, 1 or 9.";
            if (Q is { Length: > MaxText }) error = "'q' has at most 80 characters.";
            if (Offset is < 0) error = "'offset' is a number from 0 on.";
            if (Limit is < 1 or > PairQuery.MaxLimit) error = "'limit' is a number from 1 to 500.";
            if (error.Length > 0) return false;
            query = query with
            {
                Direction = Direction is { Length: > 0 } d ? d : "both", Setting = Setting is { Length: > 0 } s ? s : null,
                Indicator = Indicator is { Length: > 0 } i ? i[0] - '0' : null, Text = (Q ?? "").Trim(), All = (All ?? false) || Indicator == "9", Offset = Offset ?? 0, Limit = Limit ?? 100,
            };
            return true;
        }
    }
}
