using CodingAhead.Codes;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.Fhir;

/// <summary>
/// CodeSystem/$validate-code and ValueSet/$validate-code: whether a code is valid on a date of service. A code that ended before the date, or that no
/// loaded edition answers for, is not valid, and the message says why.
/// </summary>
internal static class ValidateCode
{
    /// <summary>Against a code system.</summary>
    public static IResult InSystem(FhirRequest request, FhirSystem? system)
    {
        var uri = request["url"] ?? request["system"];
        if (system is null && uri is not null && FhirSystem.Of(uri) is not { } && request.Codings.Count == 0) return Outcome.NotFound("No such code system here; GET CodeSystem lists them.");
        system ??= FhirSystem.Of(uri);
        if (!Asked(request, uri ?? system?.Uri, out var codings)) return Outcome.Required("'url' and 'code', or 'coding', or 'codeableConcept', say what to validate.");
        return Any(request, codings, system, null);
    }

    /// <summary>Against a value set.</summary>
    public static IResult InValueSet(FhirRequest request, string? id)
    {
        if ((id ?? request["url"]) is not { } url) return Outcome.Required("'url' names the value set.");
        var bar = url.IndexOf('|', StringComparison.Ordinal);
        if (ImplicitValueSet.Of(bar < 0 ? url : url[..bar]) is not { } set) return Outcome.NotFound("No such value set here; GET ValueSet lists them.");
        if (!Asked(request, request["system"] ?? (set.Systems.Count == 1 ? set.Systems[0].Uri : null), out var codings)) return Outcome.Required("'system' and 'code', or 'coding', or 'codeableConcept', say what to validate.");
        return Any(request, codings, null, set);
    }

    private static bool Asked(FhirRequest request, string? system, out IReadOnlyList<AskedCoding> codings)
    {
        codings = request.Codings.Count > 0 ? request.Codings : [new AskedCoding(system, request["code"], request["version"] ?? request["systemVersion"], request["display"])];
        return codings.All(c => c.Code is not null) && (request.Codings.Count > 0 || system is not null);
    }

    // A concept is valid when one of its codings is.
    private static IResult Any(FhirRequest request, IReadOnlyList<AskedCoding> codings, FhirSystem? expected, ImplicitValueSet? set)
    {
        if (!request.TryFlag("abstract", out var mayBeHeading)) return Outcome.Invalid("'abstract' is true or false.");
        Verdict? verdict = null;
        foreach (var coding in codings)
        {
            if (FhirSystem.Of(coding.System) is not { } system)
            {
                verdict ??= new Verdict(false, "The code system of the coding is not one of those here.", null, null, null, null, null);
                continue;
            }

            if (request.UseVersion(system, coding.Version) is { } refusal) return refusal;
            var one = expected is not null && expected != system
                ? new Verdict(false, $"The coding is of {system.Title}, not of {expected.Title}.", null, system.Uri, null, null, null)
                : One(request, system, coding, set, mayBeHeading ?? true);
            if (verdict is not { Result: true }) verdict = one;
        }

        return Write(verdict!);
    }

    private static Verdict One(FhirRequest request, FhirSystem system, AskedCoding coding, ImplicitValueSet? set, bool mayBeHeading)
    {
        var book = request.Open.Book;
        var version = system.VersionOn(request.Open, request.On);
        if (!system.TryKey(book, coding.Code, request.On, out var key) || book.Find(key, request.On) is not { Status: not CodeStatus.UnknownCode } found)
            return new Verdict(false, $"No loaded edition of {system.Title} has this code.", null, system.Uri, null, version, null);
        var at = found.Nearest ?? request.On;
        var title = Titles.Of(book, key, at);
        var verdict = new Verdict(true, null, title, system.Uri, key.Display, version, found.Status switch { CodeStatus.Active => false, CodeStatus.NoEdition => null, _ => true });
        if (found.Status != CodeStatus.Active) return verdict with { Result = false, Message = found.Because };
        var heading = system.HasHeadings && !Titles.Billable(book, key, at);
        if (heading && !mayBeHeading) return verdict with { Result = false, Message = $"{key.Display} is a heading: a claim needs more characters." };
        if (set is not null && !set.Has(request.Open, key, request.On)) return verdict with { Result = false, Message = $"{key.Display} is not in the value set." };
        if (coding.Display is { } display && !IsDisplay(request, key, title, display)) return verdict with { Result = false, Message = "The display given is none of the code's texts; 'display' has the right one." };
        return heading ? verdict with { Message = $"{key.Display} is a heading: a claim needs more characters." } : verdict;
    }

    // Any text that the book has for the code, whatever its case and spaces.
    private static bool IsDisplay(FhirRequest request, CodeKey key, string title, string display)
    {
        if (Same(title, display)) return true;
        var texts = CodePageBuilder.Build(request.Open.Book, key, request.On).Descriptors;
        return new[] { texts.Long, texts.Medium, texts.Short, texts.Plain }.Any(t => t is not null && Same(t, display));
    }

    private static bool Same(string a, string b) =>
        string.Equals(string.Join(' ', a.Split(' ', StringSplitOptions.RemoveEmptyEntries)), string.Join(' ', b.Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparison.OrdinalIgnoreCase);

    private static JsonAnswer Write(Verdict v) => new(Outcome.Json, w => w.Parameters(w =>
    {
        w.Parameter("result", v.Result);
        w.Parameter("message", "valueString", v.Message);
        w.Parameter("display", "valueString", v.Display);
        w.Parameter("code", "valueCode", v.Code);
        w.Parameter("system", "valueUri", v.System);
        w.Parameter("version", "valueString", v.Version);
        if (v.Inactive is { } inactive) w.Parameter("inactive", inactive);
    }));

    private sealed record Verdict(bool Result, string? Message, string? Display, string? System, string? Code, string? Version, bool? Inactive);
}
