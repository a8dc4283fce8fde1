using System.Text.Json.Nodes;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.Fhir;

/// <summary>The FHIR R4 terminology service.</summary>
public static class FhirRoutes
{
    private static readonly string[] Keys =
    [
        "url", "system", "code", "version", "display", "date", "on", "property", "abstract", "systemVersion", "system-version", "filter", "count", "offset", "activeOnly",
        "target", "targetsystem", "reverse", "_format", "mode",
    ];

    // Instead of keys: asked while typing.
    private static readonly string[] Typing = ["filter"];

    /// <summary>Routes.</summary>
    public static void MapFhir(this WebApplication app)
    {
        var fhir = app.MapGroup("/fhir").WithTags("FHIR R4");
        Both(fhir, "/CodeSystem/$lookup", Look).Takes(FhirParameters.Lookup);
        Both(fhir, "/CodeSystem/$validate-code", Validate).Takes(FhirParameters.ValidateCode);
        Both(fhir, "/CodeSystem/{id}/$validate-code", ValidateIn).Takes(FhirParameters.ValidateCode).ExcludeFromDescription();
        Both(fhir, "/ValueSet/$validate-code", ValidateSet).Takes(FhirParameters.ValidateInValueSet);
        Both(fhir, "/ValueSet/$expand", ExpandSet).Takes(FhirParameters.Expand);
        Both(fhir, "/ValueSet/{id}/$expand", ExpandOne).Takes(FhirParameters.Expand).ExcludeFromDescription();
        Both(fhir, "/ConceptMap/$translate", TranslateCode).Takes(FhirParameters.Translate);
        Both(fhir, "/ConceptMap/{id}/$translate", TranslateBy).Takes(FhirParameters.Translate).ExcludeFromDescription();
        // Addresses in these name the host, so that only their ETag is of the book.
        Told(fhir.MapGet("/metadata", (Delegate)Metadata)).Takes(FhirParameters.Metadata);
        Told(fhir.MapGet("/CodeSystem", (Delegate)SearchSystems)).Takes(FhirParameters.SearchSystems);
        Told(fhir.MapGet("/CodeSystem/{id}", (Delegate)ReadSystem)).Takes(FhirParameters.Id("icd10cm"));
        Told(fhir.MapGet("/ValueSet", (Delegate)SearchSets)).Takes(FhirParameters.SearchSets);
        Told(fhir.MapGet("/ValueSet/{id}", (Delegate)ReadSet)).Takes(FhirParameters.Id("icd10cm"));
        Told(fhir.MapGet("/ConceptMap", (Delegate)SearchMaps)).Takes(FhirParameters.SearchMaps);
        Told(fhir.MapGet("/ConceptMap/{id}", (Delegate)ReadMap)).Takes(FhirParameters.Id("gem-icd10cm-icd9cm"));
    }

    /// <summary>Refuses, before any kept answer is looked up, to write what is not JSON.</summary>
    public static void UseFhirFormat(this WebApplication app) => app.Use(static (context, next) =>
        context.Request.Path.StartsWithSegments("/fhir") && !FhirRequest.AcceptsJson(context.Request)
            ? Outcome.Of(StatusCodes.Status406NotAcceptable, "not-supported", "Only JSON is written here: application/fhir+json.").ExecuteAsync(context)
            : next(context));

    /// <summary>What a code is</summary>
    /// <remarks>
    /// CodeSystem/$lookup: display, designations and properties (status, billable, parent, child, validFrom, validTo, successor, edition, source line) on a date. A code that
    /// is not valid on the date is answered with its status and the nearest date; one in no loaded edition is 404.
    /// </remarks>
    internal static Task<IResult> Look(HttpContext context) => Answer(context, Lookup.Answer);

    /// <summary>Whether a code is valid on a date</summary>
    /// <remarks>CodeSystem/$validate-code: `result` is false, and `message` says why, for a code that ended before the date, begins after it, or that no loaded edition answers for.</remarks>
    internal static Task<IResult> Validate(HttpContext context) => Answer(context, static r => ValidateCode.InSystem(r, null));

    /// <summary>Whether a code is in a value set on a date</summary>
    /// <remarks>ValueSet/$validate-code with the implicit value sets: `[system]?fhir_vs`, `?fhir_vs=billable`, `?fhir_vs=isa/E11`.</remarks>
    internal static Task<IResult> ValidateSet(HttpContext context) => Answer(context, static r => ValidateCode.InValueSet(r, null));

    /// <summary>The codes of a value set; with filter, while typing</summary>
    /// <remarks>
    /// ValueSet/$expand. With `filter` the best matches, best first: words in any order, spelling mended, the last word unfinished, or the beginning of a code. Without it
    /// the codes in order. `count` and `offset` page. A date without a loaded edition is answered from the newest one with a parameter `warning`.
    /// </remarks>
    internal static Task<IResult> ExpandSet(HttpContext context) => Answer(context, static r => Expand.Answer(r, null));

    /// <summary>A code in another system</summary>
    /// <remarks>
    /// ConceptMap/$translate by the General Equivalence Mappings (ICD-9-CM and ICD-10-CM, ICD-9 procedures and ICD-10-PCS) and CCSR. Equivalence from the flags:
    /// equivalent, inexact (approximate), narrower (one of a combination), unmatched (no map); wider for a CCSR category.
    /// </remarks>
    internal static Task<IResult> TranslateCode(HttpContext context) => Answer(context, static r => Translate.Answer(r, null));

    /// <summary>What this server does</summary>
    /// <remarks>CapabilityStatement, or TerminologyCapabilities with mode=terminology.</remarks>
    internal static Task<IResult> Metadata(HttpContext context) => Answer(context, Capability.Answer);

    /// <summary>The code systems</summary>
    /// <remarks>A Bundle of CodeSystem resources without their codes. `version` finds an edition.</remarks>
    internal static Task<IResult> SearchSystems(HttpContext context) => Answer(context, static r => Resources.CodeSystems(r, null));

    /// <summary>A code system</summary>
    internal static Task<IResult> ReadSystem(string id, HttpContext context) => Answer(context, r => Resources.CodeSystems(r, id));

    /// <summary>The value sets that follow from the code systems</summary>
    internal static Task<IResult> SearchSets(HttpContext context) => Answer(context, static r => Resources.ValueSets(r, null));

    /// <summary>A value set</summary>
    internal static Task<IResult> ReadSet(string id, HttpContext context) => Answer(context, r => Resources.ValueSets(r, id));

    /// <summary>The maps between systems</summary>
    internal static Task<IResult> SearchMaps(HttpContext context) => Answer(context, static r => Resources.ConceptMaps(r, null));

    /// <summary>A map, without its entries</summary>
    internal static Task<IResult> ReadMap(string id, HttpContext context) => Answer(context, r => Resources.ConceptMaps(r, id));

    private static Task<IResult> ValidateIn(string id, HttpContext context) =>
        Answer(context, r => FhirSystem.All.FirstOrDefault(s => s.Id == id) is { } system ? ValidateCode.InSystem(r, system) : Outcome.NotFound("There is no such resource here."));

    private static Task<IResult> ExpandOne(string id, HttpContext context) => Answer(context, r => Expand.Answer(r, id));

    private static Task<IResult> TranslateBy(string id, HttpContext context) => Answer(context, r => Translate.Answer(r, id));

    private static async Task<IResult> Answer(HttpContext context, Func<FhirRequest, IResult> answer)
    {
        var (request, refusal) = await FhirRequest.Read(context);
        return refusal ?? answer(request);
    }

    private static RouteHandlerBuilder Both(RouteGroupBuilder group, string path, Delegate handler)
    {
        group.MapPost(path, handler).DisableAntiforgery().ExcludeFromDescription();
        return Told(group.MapGet(path, handler), path.EndsWith("$expand", StringComparison.Ordinal) ? Typing : Keys);
    }

    private static RouteHandlerBuilder Told(RouteHandlerBuilder route, params string[] keys)
    {
        if (keys == Typing) route.OfBookTyped();
        else if (keys.Length > 0) route.OfBook(keys);
        else route.WithMetadata(new BookCache.OfBook());
        return route.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(JsonObject), ["application/fhir+json"]))
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(JsonObject), ["application/fhir+json"]))
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status404NotFound, typeof(JsonObject), ["application/fhir+json"]));
    }
}
