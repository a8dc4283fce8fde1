using System.Text.Json;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Shared;
using Page = CodingAhead.Codes.Page.CodePage;

namespace CodingAhead.Site.Fhir;

/// <summary>CodeSystem/$lookup: what a code is on a date, with the properties that a coder asks for.</summary>
internal static class Lookup
{
    /// <summary>The properties, and what they say.</summary>
    public static readonly IReadOnlyList<(string Name, string Type, string Meaning)> Properties =
    [
        ("status", "code", "On the date: active, deleted, not-yet-valid, or no-edition where no loaded edition says"),
        ("inactive", "boolean", "Not valid on the date; absent where no loaded edition says"),
        ("because", "string", "Why it is not active"),
        ("billable", "boolean", "May stand on a claim: false for headings"),
        ("notSelectable", "boolean", "A heading that needs more characters"),
        ("validFrom", "dateTime", "First day of the period of validity on the date or nearest to it, where the releases show it"),
        ("validTo", "dateTime", "Last day of that period, where the releases show it"),
        ("nearest", "dateTime", "The valid date nearest to the one asked about, for a code that is not active"),
        ("successor", "code", "A code that took its place"),
        ("parent", "code", "The heading directly above"),
        ("child", "code", "A code directly below"),
        ("edition", "string", "The edition that the code and its title are taken from"),
        ("stale", "boolean", "No loaded edition holds on the date: the nearest one's content is shown"),
        ("sourceFile", "string", "The release file with the title"),
        ("sourceLine", "integer", "The line there"),
        ("sourceSha256", "string", "The file's SHA-256"),
        ("copyright", "string", "The notice owed with the code or its texts"),
    ];

    /// <summary>Answers a request.</summary>
    public static IResult Answer(FhirRequest request)
    {
        var coding = request.Codings is [var first, ..] ? first : new AskedCoding(request["system"], request["code"], request["version"], null);
        if (coding.Code is null) return Outcome.Required("'code' and 'system', or 'coding', say what to look up.");
        if (coding.System is null) return Outcome.Required("'system' says which code system 'code' is of.");
        if (FhirSystem.Of(coding.System) is not { } system) return Outcome.NotFound("No such code system here; GET CodeSystem lists them.");
        if (request.UseVersion(system, coding.Version) is { } refusal) return refusal;
        if (!system.TryKey(request.Open.Book, coding.Code, request.On, out var key) || CodePageBuilder.Build(request.Open.Book, key, request.On) is not { Status: not "unknown-code" } page)
            return Outcome.NotFound($"No loaded edition of {system.Title} has this code.");
        var version = system.VersionOn(request.Open, page.ShownOn ?? request.On);
        var wanted = request.Many("property").Where(p => p != "*").ToHashSet(StringComparer.Ordinal);
        return new JsonAnswer(Outcome.Json, w => Write(w, system, version, key, page, wanted));
    }

    /// <summary>Writes what a code is.</summary>
    public static void Write(Utf8JsonWriter w, FhirSystem system, string? version, CodeKey key, Page page, IReadOnlySet<string> wanted) => w.Parameters(w =>
    {
        w.Parameter("name", "valueString", system.Title);
        w.Parameter("version", "valueString", version);
        w.Parameter("display", "valueString", page.Title);
        Designation(w, "long", page.Descriptors.Long);
        Designation(w, "medium", page.Descriptors.Medium);
        Designation(w, "short", page.Descriptors.Short);
        Designation(w, "plain", page.Descriptors.Plain);
        foreach (var (name, type, value) in Values(system, key, page))
        {
            if (wanted.Count > 0 && !wanted.Contains(name)) continue;
            w.Parts("property", w =>
            {
                w.Parameter("code", "valueCode", name);
                switch (value)
                {
                    case bool flag: w.Parameter("value", flag); break;
                    case int number: w.Parameter("value", number); break;
                    case DateOnly date: w.Parameter("value", type, date.Text()); break;
                    default: w.Parameter("value", type, (string)value); break;
                }
            });
        }
    });

    private static IEnumerable<(string Name, string Type, object Value)> Values(FhirSystem system, CodeKey key, Page page)
    {
        yield return ("status", "valueCode", page.Status);
        if (page.Status != "no-edition") yield return ("inactive", "valueBoolean", page.Status != "active");
        if (page.Because is not null) yield return ("because", "valueString", page.Because);
        if (page.Billable is { } billable)
        {
            yield return ("billable", "valueBoolean", billable);
            if (system.HasHeadings) yield return ("notSelectable", "valueBoolean", !billable);
        }

        if (page.ValidFrom is { } from) yield return ("validFrom", "valueDateTime", from);
        if (page.ValidTo is { } to) yield return ("validTo", "valueDateTime", to);
        if (page.Nearest is { } nearest) yield return ("nearest", "valueDateTime", nearest);
        foreach (var successor in page.Successors) yield return ("successor", "valueCode", successor);
        if (page.Hierarchy?.Parents.LastOrDefault(p => p.Set == key.Set.Id()) is { } parent) yield return ("parent", "valueCode", parent.Code);
        foreach (var child in page.Hierarchy?.Children ?? []) yield return ("child", "valueCode", child.Code);
        if (page.Edition is not null) yield return ("edition", "valueString", page.Edition);
        if (page.Stale) yield return ("stale", "valueBoolean", true);
        if (page.Sources.FirstOrDefault(s => s.Id == page.Descriptors.Source) is { } source)
        {
            yield return ("sourceFile", "valueString", source.File);
            yield return ("sourceLine", "valueInteger", source.Line);
            yield return ("sourceSha256", "valueString", source.Sha256);
        }

        if (key.Set == CodeSet.Cpt) yield return ("copyright", "valueString", FhirSystem.Ama);
        else if (key.Set == CodeSet.Hcpcs && key.Code[0] == 'D') yield return ("copyright", "valueString", FhirSystem.Ada);
    }

    private static void Designation(Utf8JsonWriter w, string use, string? value)
    {
        if (value is null) return;
        w.Parts("designation", w =>
        {
            w.Parameter("language", "valueCode", "en-US");
            w.WriteStartObject();
            w.WriteString("name"u8, "use"u8);
            w.Coding("urn:codingahead:designation", use, null);
            w.WriteEndObject();
            w.Parameter("value", "valueString", value);
        });
    }
}
