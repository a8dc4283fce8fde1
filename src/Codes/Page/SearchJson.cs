using CodingAhead.Codes.Search;

namespace CodingAhead.Codes.Page;

/// <summary>What every door answers to a search: the shape of <c>find --json</c> and of the REST API.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="On">The date of service.</param>
/// <param name="Hits">Best first.</param>
/// <param name="Corrected">The query with its spelling mended, when that is what matched; else null.</param>
/// <param name="Notes">What the reader must know.</param>
public sealed record SearchJson(string Query, DateOnly On, IReadOnlyList<HitJson> Hits, string? Corrected, IReadOnlyList<string> Notes)
{
    /// <summary>The shape of a result.</summary>
    public static SearchJson Of(SearchResult result) => new(
        result.Query.Text,
        result.Query.On,
        [.. result.Hits.Select(h => new HitJson(
            h.Key.Set.Id(), h.Key.Display, h.Title, h.Billable, Math.Round(h.Score, 4), h.Status.Id(), new WhyJson(h.Why.Kind, h.Why.Term)))],
        result.Corrected,
        result.Notes);
}

/// <summary>A code found.</summary>
public sealed record HitJson(string Set, string Code, string Title, bool Billable, double Score, string Status, WhyJson Why);

/// <summary>Why it was found: <c>code title short inclusion index synonym label article</c>, and the text that matched.</summary>
public sealed record WhyJson(string Kind, string Term);
