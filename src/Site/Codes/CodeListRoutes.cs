using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CodingAhead.Codes;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CodingAhead.Site.Codes;

/// <summary>Many codes at once: those of a set in order, page by page, and a list of codes as a claim has them.</summary>
public static class CodeListRoutes
{
    /// <summary>No page of a set is longer.</summary>
    public const int MostListed = 1000;

    /// <summary>No more codes are answered at once.</summary>
    public const int MostAsked = 100;

    private const int LongestCode = 24;

    /// <summary>Routes.</summary>
    public static void MapCodeLists(this WebApplication app)
    {
        app.MapGet("/api/codes", Batch).OfBook("codes", "set", "on").WithTags("Codes").Example("codes", "64635,64622,M47.816").Example("on", "2025-10-15")
            .Produces<CodeBatch>().ProducesProblem(StatusCodes.Status400BadRequest);
        app.MapGet("/api/codes/{set}", Page).OfBook("from", "limit", "on", "active", "billable").WithTags("Codes").Example("set", "icd10cm").Example("from", "M47").Example("limit", "3").Example("on", "2025-10-15")
            .Produces<CodeList>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Up to 100 codes at once</summary>
    /// <remarks>One row a code, in the order asked for: title, status on the date, period of validity, successors. An unknown code is a row with that status.</remarks>
    /// <param name="codes">Codes separated by commas, each with or without its dot; `icd9cm:250.00` names its set.</param>
    /// <param name="set">The set of the codes that name none. Default: the first of cpt hcpcs icd10cm icd10pcs icd9cm icd9proc modifier pos that has the code.</param>
    /// <param name="on">The date of service, yyyy-MM-dd. Default: today.</param>
    /// <param name="asked">The request.</param>
    internal static Results<JsonHttpResult<CodeBatch>, ProblemHttpResult> Batch(string? codes, string? set, string? on, Asked asked)
    {
        var of = CodeSet.None;
        if (set is { Length: > 0 } && (!CodeSets.TryParse(set, out of) || !CodeSets.Searchable.Contains(of))) return NoSet(StatusCodes.Status400BadRequest);
        var parts = (codes ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length is 0 or > MostAsked || parts.Any(p => p.Length > LongestCode))
            return Errors.Problem(StatusCodes.Status400BadRequest, "These codes cannot be read", "'codes' has 1 to 100 codes, separated by commas.");
        var rows = new List<CodeRow>(parts.Length);
        foreach (var part in parts)
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var named = of;
            if (colon >= 0 && (!CodeSets.TryParse(part.AsSpan(0, colon), out named) || !CodeSets.Searchable.Contains(named))) return NoSet(StatusCodes.Status400BadRequest);
            rows.Add(CodeRow.Of(asked, Key(asked, named, part.AsSpan(colon + 1))));
        }

        return TypedResults.Json(new CodeBatch(asked.On, rows), CodeListJson.Line.CodeBatch);
    }

    /// <summary>The codes of a set in order</summary>
    /// <remarks>Codes of all times, headings included, each with its status on the date. `next` is the address of the following page, null on the last.</remarks>
    /// <param name="set">cpt hcpcs icd10cm icd10pcs icd9cm icd9proc modifier pos.</param>
    /// <param name="from">The first code wanted, or where it would stand. Default: the set's first.</param>
    /// <param name="limit">At most this many, 1 to 1000. Default: 100.</param>
    /// <param name="on">The date of service, yyyy-MM-dd. Default: today.</param>
    /// <param name="active">true: leave out codes not valid on the date.</param>
    /// <param name="billable">true: leave out headings.</param>
    /// <param name="asked">The request.</param>
    internal static Results<JsonHttpResult<CodeList>, ProblemHttpResult> Page(string set, string? from, int? limit, string? on, bool? active, bool? billable, Asked asked)
    {
        if (!CodeSets.TryParse(set, out var of) || !CodeSets.Searchable.Contains(of)) return NoSet(StatusCodes.Status404NotFound);
        if (limit is < 1 or > MostListed) return Errors.Problem(StatusCodes.Status400BadRequest, "This cannot be listed", "'limit' is a number from 1 to 1000.");
        CodeKey? first = null;
        if (from is { Length: > 0 })
        {
            if (!CodeKey.TryParse(of, from, out var key)) return Errors.Problem(StatusCodes.Status400BadRequest, "This cannot be listed", "'from' is a code or the beginning of one.");
            first = key;
        }

        var (rows, most, next) = (new List<CodeRow>(), limit ?? 100, (string?)null);
        foreach (var key in asked.Book.Keys(of, first))
        {
            var status = asked.Book.Find(key, asked.On).Status;
            if (status == CodeStatus.UnknownCode || active == true && status != CodeStatus.Active || billable == true && !Titles.Billable(asked.Book, key, asked.On)) continue;
            if (rows.Count == most)
            {
                next = asked.Link(string.Create(CultureInfo.InvariantCulture, $"/api/codes/{of.Id()}?from={key.Display}&limit={most}{(active == true ? "&active=true" : "")}{(billable == true ? "&billable=true" : "")}"));
                break;
            }

            rows.Add(CodeRow.Of(asked, key));
        }

        return TypedResults.Json(new CodeList(of.Id(), asked.On, asked.Open.CountOf(of), rows, next), CodeListJson.Line.CodeList);
    }

    private static CodeKey Key(Asked asked, CodeSet set, ReadOnlySpan<char> code)
    {
        CodeKey key = default;
        if (set != CodeSet.None) return CodeKey.TryParse(set, code, out key) ? key : default;
        foreach (var candidate in CodeSets.Searchable)
        {
            if (CodeKey.TryParse(candidate, code, out key) && asked.Book.Find(key, asked.On).Status != CodeStatus.UnknownCode) return key;
        }

        return default;
    }

    private static ProblemHttpResult NoSet(int status) => Errors.Problem(status, "No such code set", $"'set' is one of {string.Join(' ', CodeSets.Searchable.Select(s => s.Id()))}.");
}

/// <summary>Codes asked for together.</summary>
/// <param name="On">The date of service.</param>
/// <param name="Codes">One row a code, in the order asked for.</param>
public sealed record CodeBatch(DateOnly On, IReadOnlyList<CodeRow> Codes);

/// <summary>A page of a set's codes.</summary>
/// <param name="Set">The set.</param>
/// <param name="On">The date of service.</param>
/// <param name="Total">Codes of the set in the book, of all times.</param>
/// <param name="Codes">This page.</param>
/// <param name="Next">The address of the next page; null on the last.</param>
public sealed record CodeList(string Set, DateOnly On, int Total, IReadOnlyList<CodeRow> Codes, string? Next);

/// <summary>A code in a list.</summary>
/// <param name="Set">Its set; null when the code is in no edition.</param>
/// <param name="Code">As people write it; null when the code is in no edition.</param>
/// <param name="Title">The official title, or our own label.</param>
/// <param name="Status"><c>active deleted not-yet-valid unknown-code no-edition</c>.</param>
/// <param name="Billable">May stand on a claim.</param>
/// <param name="ValidFrom">First day of the period of validity on the date or nearest to it; null when the releases do not say.</param>
/// <param name="ValidTo">Last day of that period; null when no edition shows an end.</param>
/// <param name="Nearest">The valid date nearest to the one asked for, when the code is not valid on that.</param>
/// <param name="Because">Why it is not active, in a sentence.</param>
/// <param name="Successors">Codes that took its place.</param>
public sealed record CodeRow(
    string? Set, string? Code, string? Title, string Status, bool? Billable, DateOnly? ValidFrom, DateOnly? ValidTo, DateOnly? Nearest, string? Because, IReadOnlyList<string> Successors)
{
    internal static CodeRow Of(Asked asked, CodeKey key)
    {
        var found = key == default ? default : asked.Book.Find(key, asked.On);
        if (key == default || found.Status == CodeStatus.UnknownCode)
            return new CodeRow(null, null, null, CodeStatus.UnknownCode.Id(), null, null, null, null, "No edition in the book has this code.", []);
        var active = found.Status == CodeStatus.Active;
        var at = found.Nearest ?? asked.On;
        return new CodeRow(
            key.Set.Id(), key.Display, Titles.Of(asked.Book, key, at), found.StatusId, Titles.Billable(asked.Book, key, at), found.ValidFrom, found.ValidTo, active ? null : found.Nearest, found.Because,
            found.Status == CodeStatus.Deleted ? [.. found.Successors.Select(s => s.Display)] : []);
    }
}

/// <summary>JSON of these answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CodeBatch))]
[JsonSerializable(typeof(CodeList))]
internal sealed partial class CodeListJson : JsonSerializerContext
{
    /// <summary>Text as it is, as in the other answers.</summary>
    public static CodeListJson Line { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
