using System.Globalization;
using System.Text.Json;
using CodingAhead.Codes;
using CodingAhead.Codes.Search;
using CodingAhead.Site.Search;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.Fhir;

/// <summary>
/// ValueSet/$expand: with <c>filter</c> the best matches while somebody types, best first; without, the codes in order, page by page.
/// </summary>
internal static class Expand
{
    /// <summary>No page is longer.</summary>
    public const int MostCount = 1000;

    /// <summary>Matches further down than this are none.</summary>
    public const int MostMatches = 1000;

    private const int DefaultCount = 100;
    private const int MostOffset = 1_000_000;

    /// <summary>Answers a request; <paramref name="id"/> names the value set in the address of an instance.</summary>
    public static IResult Answer(FhirRequest request, string? id)
    {
        if ((id ?? request["url"]) is not { } url)
            return request["resource:valueSet"] is null ? Outcome.Required("'url' names the value set to expand.") : Outcome.NotSupported("A value set sent along is not expanded; name one of those here by 'url'.");
        var bar = url.IndexOf('|', StringComparison.Ordinal);
        if (ImplicitValueSet.Of(bar < 0 ? url : url[..bar]) is not { } set) return Outcome.NotFound("No such value set here; GET ValueSet lists them.");
        if (!request.TryNumber("count", 0, MostCount, DefaultCount, out var count)) return Outcome.Invalid("'count' is a number from 0 to 1000.");
        if (!request.TryNumber("offset", 0, MostOffset, 0, out var offset)) return Outcome.Invalid("'offset' is a number from 0 to 1000000.");
        if (!request.TryFlag("activeOnly", out var active)) return Outcome.Invalid("'activeOnly' is true or false.");
        if (bar >= 0 && set.Systems.Count == 1 && request.UseVersion(set.Systems[0], url[(bar + 1)..]) is { } noVersion) return noVersion;
        if (request["system-version"] is { } canonical && canonical.LastIndexOf('|') is var at and > 0 && FhirSystem.Of(canonical[..at]) is { } of && request.UseVersion(of, canonical[(at + 1)..]) is { } refusal) return refusal;
        var filter = request["filter"]?.Trim() ?? "";
        if (filter.Length > 0 && offset + count > MostMatches) return Outcome.Invalid("With 'filter', 'offset' and 'count' together are at most 1000.");
        var page = filter.Length > 0
            ? Matching(request, set, filter, request["filter"]![^1] != ' ', count, offset, active ?? false)
            : InOrder(request, set, count, offset, active ?? false);
        return new JsonAnswer(Outcome.Json, w => Write(w, request, set, page, count, offset, active));
    }

    private static Page Matching(FhirRequest request, ImplicitValueSet set, string filter, bool typing, int count, int offset, bool active)
    {
        var query = new SearchQuery
        {
            Text = filter, On = request.On, Sets = set.Sets.Count == CodeSets.Searchable.Count ? [] : set.Sets, Top = Math.Max(1, offset + count),
            Typing = typing, ActiveOnly = active, BillableOnly = set.Billable, Under = CodeRange.Parse(set.Under),
        };
        var found = TypedCodes.Find(request.Open, query, key => set.Systems.Count > 1 || set.Systems[0].Has(key));
        var concepts = new List<Concept>(Math.Max(0, found.Hits.Count - offset));
        for (var i = offset; i < found.Hits.Count && concepts.Count < count; i++)
        {
            var hit = found.Hits[i];
            concepts.Add(new Concept(hit.Key, hit.Title, hit.Status, hit.Billable));
        }

        return new Page(concepts, found.Total > query.Top && found.Hits.Count == query.Top && found.Hits[0].Why.Kind == "code" ? null : found.Total, found.Notes);
    }

    private static Page InOrder(FhirRequest request, ImplicitValueSet set, int count, int offset, bool active)
    {
        var book = request.Open.Book;
        var (concepts, total) = (new List<Concept>(), 0);
        foreach (var of in set.Sets)
        {
            foreach (var key in set.Under.Length > 0 && CodeKey.TryParse(of, set.Under, out var under) ? book.KeysUnder(under) : book.Keys(of))
            {
                if (set.Systems.Count == 1 && !set.Systems[0].Has(key)) continue;
                var status = book.Find(key, request.On).Status;
                if (status == CodeStatus.UnknownCode || active && status != CodeStatus.Active) continue;
                if (set.Billable && !Titles.Billable(book, key, request.On)) continue;
                if (total++ >= offset && concepts.Count < count) concepts.Add(new Concept(key, Titles.Of(book, key, request.On), status, Titles.Billable(book, key, request.On)));
            }
        }

        var over = set.Systems.Count > 1 ? [] : request.Open.OverOn(request.On).Where(e => set.Sets.Contains(e.Set));
        return new Page(concepts, total, [.. over.Select(e => string.Create(CultureInfo.InvariantCulture, $"No edition of {e.Set.Name()} for {request.On:yyyy-MM-dd} is loaded; the newest one is in force until {e.Last:yyyy-MM-dd}."))]);
    }

    private static void Write(Utf8JsonWriter w, FhirRequest request, ImplicitValueSet set, Page page, int count, int offset, bool? active)
    {
        w.WriteStartObject();
        w.WriteString("resourceType"u8, "ValueSet"u8);
        w.WriteString("url"u8, set.Url);
        w.WriteString("status"u8, "active"u8);
        if (Copyright(set) is { } copyright) w.WriteString("copyright"u8, copyright);
        w.WriteStartObject("expansion"u8);
        w.WriteString("timestamp"u8, Now(request));
        if (page.Total is { } total) w.WriteNumber("total"u8, total);
        w.WriteNumber("offset"u8, offset);
        w.WriteStartArray("parameter"u8);
        w.Parameter("date", "valueDateTime", request.On.Text());
        w.Parameter("count", count);
        w.Parameter("offset", offset);
        if (active is { } only) w.Parameter("activeOnly", only);
        foreach (var system in set.Systems)
        {
            if ((system.VersionOn(request.Open, request.On) ?? system.Newest(request.Open)) is { } version) w.Parameter("version", "valueUri", $"{system.Uri}|{version}");
        }

        foreach (var note in page.Notes) w.Parameter("warning", "valueString", note);
        w.WriteEndArray();
        if (page.Concepts.Count > 0)
        {
            w.WriteStartArray("contains"u8);
            foreach (var concept in page.Concepts) Write(w, set, concept);
            w.WriteEndArray();
        }

        w.WriteEndObject();
        w.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter w, ImplicitValueSet set, Concept concept)
    {
        var system = set.Systems.Count == 1 ? set.Systems[0] : FhirSystem.Of(concept.Key);
        if (system is null) return;
        w.WriteStartObject();
        w.WriteString("system"u8, system.Uri);
        if (system.HasHeadings && !concept.Billable) w.WriteBoolean("abstract"u8, true);
        if (concept.Status is CodeStatus.Deleted or CodeStatus.NotYetValid) w.WriteBoolean("inactive"u8, true);
        w.WriteString("code"u8, concept.Key.Display);
        w.WriteString("display"u8, concept.Title);
        w.WriteEndObject();
    }

    private static string? Copyright(ImplicitValueSet set) =>
        set.Systems.Count == 1 ? set.Systems[0].Copyright : $"{FhirSystem.Ama} {FhirSystem.Ada}";

    private static string Now(FhirRequest request) =>
        request.Context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private readonly record struct Concept(CodeKey Key, string Title, CodeStatus Status, bool Billable);

    private sealed record Page(IReadOnlyList<Concept> Concepts, int? Total, IReadOnlyList<string> Notes);
}
