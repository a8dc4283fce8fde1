using System.Globalization;
using System.Text.Json;
using CodingAhead.Codes;
using CodingAhead.Site.Books;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.Fhir;

/// <summary>CodeSystem, ValueSet and ConceptMap: read by id, and search by <c>url</c>, <c>_id</c> and, for code systems, <c>version</c>.</summary>
internal static class Resources
{
    /// <summary>A code system, or a page of them.</summary>
    public static IResult CodeSystems(FhirRequest request, string? id)
    {
        var version = request["version"];
        var all = FhirSystem.All.Where(s => (id ?? request["_id"]) is not { } i || s.Id == i).Where(s => request["url"] is not { } u || FhirSystem.Of(u) == s)
            .Where(s => version is null || s.Edition(request.Open, version) is not null);
        return One(request, id, all.Select(s => ("CodeSystem/" + s.Id, (Action<Utf8JsonWriter>)(w => Write(w, request.Open, s, version)))));
    }

    /// <summary>A value set, or a page of them.</summary>
    public static IResult ValueSets(FhirRequest request, string? id)
    {
        var all = FhirSystem.All.Where(s => (id ?? request["_id"]) is not { } i || s.Id == i).Where(s => request["url"] is not { } u || ImplicitValueSet.Of(u) is { Under: "", Billable: false, Systems: [var only] } && only == s);
        return One(request, id, all.Select(s => ("ValueSet/" + s.Id, (Action<Utf8JsonWriter>)(w => Write(w, request.Open, s)))));
    }

    /// <summary>A concept map, or a page of them.</summary>
    public static IResult ConceptMaps(FhirRequest request, string? id)
    {
        var all = MapOfCodes.All.Where(m => (id ?? request["_id"]) is not { } i || m.Id == i).Where(m => request["url"] is not { } u || m.Url == u);
        return One(request, id, all.Select(m => ("ConceptMap/" + m.Id, (Action<Utf8JsonWriter>)(w => Write(w, request.Open, m)))));
    }

    private static IResult One(FhirRequest request, string? id, IEnumerable<(string Path, Action<Utf8JsonWriter> Write)> found)
    {
        var all = found.ToList();
        if (id is not null) return all.Count == 1 ? new JsonAnswer(Outcome.Json, all[0].Write) : Outcome.NotFound("There is no such resource here.");
        if (!request.TryNumber("_count", 0, 1000, 100, out var count)) return Outcome.Invalid("'_count' is a number from 0 to 1000.");
        var http = request.Context.Request;
        var root = $"{http.Scheme}://{http.Host}/fhir/";
        return new JsonAnswer(Outcome.Json, w =>
        {
            w.WriteStartObject();
            w.WriteString("resourceType"u8, "Bundle"u8);
            w.WriteString("type"u8, "searchset"u8);
            w.WriteNumber("total"u8, all.Count);
            if (all.Count > 0 && count > 0)
            {
                w.WriteStartArray("entry"u8);
                foreach (var (path, write) in all.Take(count))
                {
                    w.WriteStartObject();
                    w.WriteString("fullUrl"u8, root + path);
                    w.WritePropertyName("resource"u8);
                    write(w);
                    w.WriteStartObject("search"u8);
                    w.WriteString("mode"u8, "match"u8);
                    w.WriteEndObject();
                    w.WriteEndObject();
                }

                w.WriteEndArray();
            }

            w.WriteEndObject();
        });
    }

    /// <summary>Writes a code system, without its codes.</summary>
    public static void Write(Utf8JsonWriter w, OpenBook open, FhirSystem system, string? version)
    {
        var edition = version is null ? system.Editions(open).Select(e => (Coverage?)e).FirstOrDefault() : system.Edition(open, version);
        var codes = system.Sets.Sum(s => s == CodeSet.Modifier ? open.Book.Keys(s).Count(system.Has) : open.CountOf(s));
        w.WriteStartObject();
        w.WriteString("resourceType"u8, "CodeSystem"u8);
        w.WriteString("id"u8, system.Id);
        w.WriteString("url"u8, system.Uri);
        w.WriteStartArray("identifier"u8);
        w.WriteStartObject();
        w.WriteString("system"u8, "urn:ietf:rfc:3986"u8);
        w.WriteString("value"u8, system.Oid);
        w.WriteEndObject();
        w.WriteEndArray();
        if (edition is { } e) w.WriteString("version"u8, e.Edition);
        w.WriteString("name"u8, system.Name);
        w.WriteString("title"u8, system.Title);
        w.WriteString("status"u8, "active"u8);
        if (edition is { } from) w.WriteString("date"u8, from.From.Text());
        w.WriteString("publisher"u8, system.Publisher);
        w.WriteString("description"u8, Description(open, system));
        if (system.Copyright is not null) w.WriteString("copyright"u8, system.Copyright);
        w.WriteBoolean("caseSensitive"u8, false);
        w.WriteString("valueSet"u8, system.ValueSet);
        if (system.HasHeadings) w.WriteString("hierarchyMeaning"u8, "is-a"u8);
        w.WriteBoolean("compositional"u8, false);
        w.WriteString("content"u8, "not-present"u8);
        w.WriteNumber("count"u8, codes);
        w.WriteStartArray("property"u8);
        foreach (var (name, type, meaning) in Lookup.Properties)
        {
            w.WriteStartObject();
            w.WriteString("code"u8, name);
            if (Standard.TryGetValue(name, out var uri)) w.WriteString("uri"u8, uri);
            w.WriteString("description"u8, meaning);
            w.WriteString("type"u8, type);
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteEndObject();
    }

    private static readonly Dictionary<string, string> Standard = new(StringComparer.Ordinal)
    {
        ["inactive"] = "http://hl7.org/fhir/concept-properties#inactive",
        ["status"] = "http://hl7.org/fhir/concept-properties#status",
        ["notSelectable"] = "http://hl7.org/fhir/concept-properties#notSelectable",
        ["parent"] = "http://hl7.org/fhir/concept-properties#parent",
        ["child"] = "http://hl7.org/fhir/concept-properties#child",
    };

    private static string Description(OpenBook open, FhirSystem system)
    {
        var editions = system.Editions(open).ToList();
        var loaded = editions.Count == 0
            ? "No complete edition is loaded: a code that is not here may exist."
            : string.Create(CultureInfo.InvariantCulture, $"Complete editions loaded: {string.Join(", ", editions.Select(e => $"{e.Edition} ({e.From.Text()} to {e.To.Text()})"))}.");
        return $"{loaded} 'count' is of codes of all times, headings included.{(open.Book.IsStarter ? " This is our own small starter data, not a release." : "")}";
    }

    private static void Write(Utf8JsonWriter w, OpenBook open, FhirSystem system)
    {
        w.WriteStartObject();
        w.WriteString("resourceType"u8, "ValueSet"u8);
        w.WriteString("id"u8, system.Id);
        w.WriteString("url"u8, system.ValueSet);
        if (system.Newest(open) is { } version) w.WriteString("version"u8, version);
        w.WriteString("name"u8, system.Name + "All");
        w.WriteString("title"u8, system.Title + ", all codes");
        w.WriteString("status"u8, "active"u8);
        w.WriteString("publisher"u8, system.Publisher);
        w.WriteString("description"u8, $"Every code. '{system.Uri}?fhir_vs=isa/CODE' is a code and those that begin with it, '{system.Uri}?fhir_vs=billable' those that may stand on a claim.");
        w.WriteBoolean("immutable"u8, true);
        if (system.Copyright is not null) w.WriteString("copyright"u8, system.Copyright);
        w.WriteStartObject("compose"u8);
        w.WriteStartArray("include"u8);
        w.WriteStartObject();
        w.WriteString("system"u8, system.Uri);
        w.WriteEndObject();
        w.WriteEndArray();
        w.WriteEndObject();
        w.WriteEndObject();
    }

    // Without its groups: each needs its elements, and there are tens of thousands.
    private static void Write(Utf8JsonWriter w, OpenBook open, MapOfCodes map)
    {
        var rows = open.Book.Tables.Any(t => t.Name == map.Table) && open.Book.Keys(map.Source).Any(k => open.Book.Rows(k).Any(r => r.Table.Name == map.Table));
        w.WriteStartObject();
        w.WriteString("resourceType"u8, "ConceptMap"u8);
        w.WriteString("id"u8, map.Id);
        w.WriteString("url"u8, map.Url);
        w.WriteString("name"u8, map.Id.Replace('-', '_'));
        w.WriteString("title"u8, map.Name);
        w.WriteString("status"u8, "active"u8);
        w.WriteString("publisher"u8, map.Publisher);
        w.WriteString("description"u8, rows ? "Translate with $translate; the entries are not listed here." : "Not in the loaded releases.");
        w.WriteString("sourceUri"u8, map.SourceUri + "?fhir_vs");
        w.WriteString("targetUri"u8, map.TargetUri + "?fhir_vs");
        w.WriteEndObject();
    }
}
