using System.Globalization;
using System.Text.Json;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.Fhir;

/// <summary>
/// ConceptMap/$translate by the General Equivalence Mappings and the CCSR. Equivalence follows from the flags of the GEM (GemsTechDoc, CMS 2018): not approximate:
/// equivalent; approximate: inexact, as the file does not say which side is wider; a combination of several targets that only together mean the source:
/// each is narrower; no map: unmatched. A CCSR category is wider than its codes.
/// </summary>
internal static class Translate
{
    /// <summary>Answers a request; <paramref name="id"/> names the map in the address of an instance.</summary>
    public static IResult Answer(FhirRequest request, string? id)
    {
        var coding = request.Codings is [var first, ..] ? first : new AskedCoding(request["system"], request["code"], request["version"], null);
        if (coding.Code is null || coding.System is null) return Outcome.Required("'system' and 'code', or 'coding', say what to translate.");
        if (request["reverse"] == "true") return Outcome.NotSupported("A GEM read backwards is not the GEM of the other direction: name the other map instead.");
        if (FhirSystem.Of(coding.System) is not { } system) return Outcome.NotFound("No such code system here; GET CodeSystem lists them.");
        MapOfCodes? only = null;
        if ((id ?? request["url"]) is { } url && (only = MapOfCodes.Of(url)) is null) return Outcome.NotFound("No such concept map here; GET ConceptMap lists them.");
        string? target = null;
        if ((request["targetsystem"] ?? request["target"]) is { } wanted)
        {
            var bar = wanted.IndexOf('?', StringComparison.Ordinal);
            var uri = bar < 0 ? wanted : wanted[..bar];
            target = uri == MapOfCodes.CcsrUri ? uri : FhirSystem.Of(uri)?.Uri;
            if (target is null) return Outcome.NotFound("No map here leads to such a system; GET ConceptMap lists them.");
        }

        if (request.UseVersion(system, coding.Version) is { } refusal) return refusal;
        if (!system.TryKey(request.Open.Book, coding.Code, request.On, out var key) || CodePageBuilder.Build(request.Open.Book, key, request.On) is not { Status: not "unknown-code" } page)
            return Outcome.NotFound($"No loaded edition of {system.Title} has this code.");
        var maps = MapOfCodes.All.Where(m => m.Source == key.Set && (only is null || m == only) && (target is null || m.TargetUri == target)).ToList();
        if (maps.Count == 0) return Outcome.NotFound("No map here leads from the code's system to the one asked for; GET ConceptMap lists them.");
        var matches = maps.SelectMany(m => page.Crosswalks.Where(c => c.Kind == m.Kind && (c.Set is null || c.Set == m.Target.Id())).Select(c => new Match(m, c, request.Open.Book))).ToList();
        return new JsonAnswer(Outcome.Json, w => Write(w, page, maps, matches));
    }

    private static void Write(Utf8JsonWriter w, CodePage page, List<MapOfCodes> maps, List<Match> matches) => w.Parameters(w =>
    {
        w.Parameter("result", matches.Exists(m => m.Code is not null));
        w.Parameter("message", "valueString", Message(page, maps, matches));
        foreach (var match in matches)
        {
            w.Parts("match", w =>
            {
                w.Parameter("equivalence", "valueCode", match.Equivalence);
                if (match.Code is { } code)
                {
                    w.WriteStartObject();
                    w.WriteString("name"u8, "concept"u8);
                    w.Coding(match.Map.TargetUri, code, match.Title);
                    w.WriteEndObject();
                }

                // The scenario numbers alternatives; the choice list numbers the places to be filled within one.
                if (match.IsCombination)
                {
                    w.Parameter("combination", true);
                    w.Parameter("scenario", match.Number("scenario"));
                    w.Parameter("choice", match.Number("choice"));
                }

                w.Parameter("inpatientDefault", "valueCode", match.Detail("inpatientDefault"));
                w.Parameter("outpatientDefault", "valueCode", match.Detail("outpatientDefault"));
                w.Parameter("source", "valueUri", match.Map.Url);
            });
        }
    });

    private static string? Message(CodePage page, List<MapOfCodes> maps, List<Match> matches)
    {
        if (matches.Count == 0) return $"The loaded releases have no entry for this code in: {string.Join("; ", maps.Select(m => m.Name))}.";
        var editions = matches.Select(m => (m.Row.Stale, Edition: page.Sources.FirstOrDefault(s => s.Id == m.Row.Source)?.Edition)).Where(e => e.Edition is not null).Distinct()
            .Select(e => e.Stale ? $"{e.Edition}, which is over on the date" : e.Edition);
        var combined = matches.Exists(m => m.IsCombination) ? " Matches of one scenario belong together: one of each choice." : "";
        return $"By {string.Join("; ", editions)}.{combined}";
    }

    private sealed record Match(MapOfCodes Map, Crosswalk Row, Book Book)
    {
        public string? Code => Row.Code is { Length: > 0 } code ? code : null;

        public bool IsCombination => Detail("combination") == "1" && Code is not null;

        public string Equivalence => Code is null ? "unmatched" : Map.Kind == "ccsr" ? "wider" : IsCombination ? "narrower" : Detail("approximate") == "1" ? "inexact" : "equivalent";

        public string? Title => Row.Title ?? (Map.Kind == "ccsr" && Code is not null ? Category(Code) : null);

        public string? Detail(string name) => Row.Detail.TryGetValue(name, out var value) ? value : null;

        public int Number(string name) => int.TryParse(Detail(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

        // Some editions list the codes only; another one has the category's words.
        private string? Category(string code) => CodeKey.TryParse(CodeSet.Ccsr, code, out var key)
            ? Book.Rows(key).Where(r => r.Table.Name == "ccsr-category").Select(r => r["description"]).FirstOrDefault()
            : null;
    }
}
