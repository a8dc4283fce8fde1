using CodingAhead.Claims;
using CodingAhead.Claims.Answers;
using CodingAhead.Claims.Fhir;
using CodingAhead.Claims.Json;
using CodingAhead.Claims.Payment;
using CodingAhead.Site.Books;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Outcome = CodingAhead.Site.Fhir.Outcome;

namespace CodingAhead.Site.Claims;

/// <summary>Claims checked and priced: one at a time, or any number streamed in and out. Nothing that is sent is stored, cached or logged.</summary>
public static class ClaimRoutes
{
    /// <summary>The most bytes of one FHIR claim.</summary>
    public const int LongestFhir = 4 << 20;

    /// <summary>A claim that is checked in the description of the API.</summary>
    private const string Example =
        """
        {"id":"c1","setting":"practitioner","patient":{"sex":"F","birthDate":"1958-03-02"},"provider":{"npi":"1234567893","zip":"60601"},"diagnoses":["M47.816"],"lines":[{"code":"64635","modifiers":["50"],"charge":1200.00,"date":"2025-10-15","pos":"11","dx":[1]},{"code":"77003","charge":100.00,"date":"2025-10-15","pos":"11","dx":[1]}]}
        """;

    private const string ExampleRows = "claim,zip,diagnoses,code,modifiers,units,charge,date,pos,dx\nc1,60601,M47.816,64635,50,1,1200.00,2025-10-15,11,1\nc1,,,77003,,1,100.00,2025-10-15,11,1\n";

    /// <summary>Routes.</summary>
    public static void MapClaims(this WebApplication app)
    {
        var most = (long)app.Services.GetRequiredService<SiteOptions>().ClaimMegabytes << 20;
        var claims = app.MapGroup("/api/claims").WithTags("Claims");
        Posted(claims.MapPost("/check", (Delegate)Check), most).Produces<CheckResult>();
        Posted(claims.MapPost("/price", (Delegate)Price), most).Produces<PriceResult>();
        claims.MapGet("/rules", RuleList).OfBook().Produces<IReadOnlyList<Rule>>();
        claims.MapGet("/schema", Schema).ExcludeFromDescription();
    }

    /// <summary>Claims checked, each verdict with its proof</summary>
    /// <remarks>
    /// `application/json` is one claim (schema: `/api/claims/schema`), at most 1 MB, answered by one object; `application/fhir+json` one FHIR R4 Claim, answered by a ClaimResponse.
    /// `application/x-ndjson` (a claim a line), `application/edi-x12` (837) and `text/csv` are streamed: a line of JSON comes back for each claim, in order, while the rest is
    /// still being sent, or rows of CSV with `Accept: text/csv`; `application/fhir+ndjson` gives ClaimResponses. A claim that cannot be read is `{"id","error","place"}` in a stream and 400 alone.
    /// Nothing is stored or logged.
    /// </remarks>
    /// <param name="context">The request.</param>
    /// <param name="strict">true: 'not checked' where no edition is in force on the date, instead of an answer from the nearest earlier one.</param>
    /// <param name="all">true: list what passed as well.</param>
    internal static Task<IResult> Check(HttpContext context, bool? strict, bool? all)
    {
        var checker = BookInUse.Of(context).Checker;
        var options = new CheckOptions { Strict = strict == true, All = all == true };
        return Answer(context, priced: false, claim => new ClaimAnswer(checker.Check(claim, options), null));
    }

    /// <summary>Claims priced by Medicare's schedules</summary>
    /// <remarks>The same forms as for the check. Each line has its schedule, its amount, the steps that lead to it with their sources, or why it has none.</remarks>
    /// <param name="context">The request.</param>
    /// <param name="deductible">Dollars of the Part B deductible that are left to pay; default 0.</param>
    /// <param name="coinsurance">true: take off the patient's coinsurance.</param>
    /// <param name="sequestration">true: take the sequestration off what Medicare pays.</param>
    internal static async Task<IResult> Price(HttpContext context, decimal? deductible, bool? coinsurance, bool? sequestration)
    {
        if (deductible is < 0 or >= 1_000_000) return Errors.Problem(StatusCodes.Status400BadRequest, "This cannot be priced", "'deductible' is dollars from 0 to 999999.99.");
        var pricer = BookInUse.Of(context).Pricer;
        var options = new PriceOptions { Deductible = deductible ?? 0, Coinsurance = coinsurance == true, Sequestration = sequestration == true };
        return await Answer(context, priced: true, claim => new ClaimAnswer(null, pricer.Price(claim, options)));
    }

    private static async Task<IResult> Answer(HttpContext context, bool priced, Func<Claim, ClaimAnswer> answer)
    {
        context.Response.Headers.CacheControl = "no-store";
        switch (PostedBody.MediaType(context.Request))
        {
            case "application/json":
            {
                if (await PostedBody.WholeAsync(context, ClaimJson.LongestClaim) is not { } body) return TooLong("A claim has at most 1 MB. Many claims are sent as application/x-ndjson, one a line.");
                var (claim, error) = ClaimJson.Read(body.Span);
                return claim is null ? Errors.Problem(StatusCodes.Status400BadRequest, "This claim cannot be read", error!.Error) : new JsonAnswer("application/json; charset=utf-8", answer(claim).WriteJson);
            }

            case "application/fhir+json":
            {
                if (await PostedBody.WholeAsync(context, LongestFhir) is not { } body) return Outcome.Of(StatusCodes.Status413PayloadTooLarge, "too-long", "A Claim has at most 4 MB. Many are sent as application/fhir+ndjson, one a line.");
                if (FhirClaims.Read(body) is not [var (claim, error)]) return Outcome.NotSupported("One Claim at a time; many are sent as application/fhir+ndjson, one a line.");
                if (claim is null) return Outcome.Invalid(error!.Error);
                var (answered, today) = (answer(claim), Asked.Today(context));
                return new JsonAnswer(Outcome.Json, json => ClaimResponse.Write(json, claim, answered, today));
            }

            case var type when ClaimBody.Streamed(type) is { } format:
                return new ClaimStream(ClaimFiles.ReadAsync(context.Request.Body, "request", format, context.RequestAborted), ClaimStream.Form(context.Request, format), priced, answer);
            default:
                return Errors.Problem(
                    StatusCodes.Status415UnsupportedMediaType, "Not in this form",
                    "Content-Type is one of application/json, application/x-ndjson, application/edi-x12, text/csv, application/fhir+json, application/fhir+ndjson.");
        }
    }

    /// <summary>The rules by which claims are judged</summary>
    /// <remarks>The identifiers that findings name, each with what it looks at.</remarks>
    internal static JsonHttpResult<IReadOnlyList<Rule>> RuleList() => TypedResults.Json(Rule.All, ClaimsJson.Line.IReadOnlyListRule);

    /// <summary>The JSON Schema of a claim</summary>
    /// <remarks>What `application/json` and `application/x-ndjson` are read by; docs/claim.schema.json is the same file.</remarks>
    internal static FileStreamHttpResult Schema() =>
        TypedResults.Stream(typeof(ClaimRoutes).Assembly.GetManifestResourceStream("claim.schema.json")!, "application/schema+json");

    private static RouteHandlerBuilder Posted(RouteHandlerBuilder route, long most) => route.WithMetadata(
            new BodyLimit(most), new Sends("application/json", Example, typeof(Claim)), new Sends("application/x-ndjson", Example + "\n" + Example + "\n"), new Sends("text/csv", ExampleRows),
            new Sends("application/edi-x12", null), new Sends("application/fhir+json", null), new Sends("application/fhir+ndjson", null))
        .DisableAntiforgery().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static ProblemHttpResult TooLong(string detail) => Errors.Problem(StatusCodes.Status413PayloadTooLarge, "Too long", detail);
}
