using System.Text.Json.Serialization;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;

namespace CodingAhead.Site.News;

/// <summary>The editions of the code sets, newest first.</summary>
/// <param name="On">Editions that begin later are left out.</param>
/// <param name="Editions">First days and what they are compared with.</param>
public sealed record NewsListJson(DateOnly On, IReadOnlyList<NewsEditionJson> Editions);

/// <summary>A day on which a set changed.</summary>
/// <param name="Set">The code set.</param>
/// <param name="Edition">The edition in force since.</param>
/// <param name="Date">Its first day.</param>
/// <param name="Earlier">The edition it is compared with.</param>
/// <param name="Before">The last day of that one.</param>
/// <param name="Gap">Editions between the two are not loaded.</param>
/// <param name="Within">An update within the edition.</param>
public sealed record NewsEditionJson(string Set, string Edition, DateOnly Date, string Earlier, DateOnly Before, bool Gap, bool Within)
{
    internal static NewsEditionJson Of(EditionStep step) => new(step.Set.Id(), step.Edition, step.Date, step.Earlier, step.Before, step.Gap, step.Within);
}

/// <summary>What an edition changed, one page of it.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Basis">What the comparison rests on, in a sentence.</param>
/// <param name="Counts">Of the whole edition.</param>
/// <param name="Total">Changes that the filter leaves.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Size">Changes a page.</param>
/// <param name="Changes">In the order of the codes.</param>
public sealed record NewsPageJson(NewsEditionJson Edition, string Basis, NewsCountsJson Counts, int Total, int Page, int Size, IReadOnlyList<NewsChangeJson> Changes);

/// <summary>Codes added, deleted and revised, and the same of headings.</summary>
public sealed record NewsCountsJson(int Added, int Deleted, int Revised, int HeadingsAdded, int HeadingsDeleted, int HeadingsRevised)
{
    internal static NewsCountsJson Of(EditionChanges changes)
    {
        return new NewsCountsJson(
            Count(ChangeKind.Added, true), Count(ChangeKind.Deleted, true), Count(ChangeKind.Revised, true),
            Count(ChangeKind.Added, false), Count(ChangeKind.Deleted, false), Count(ChangeKind.Revised, false));

        int Count(ChangeKind kind, bool billable) => changes.Changes.Count(c => c.Kind == kind && c.Billable == billable);
    }
}

/// <summary>A code that changed.</summary>
/// <param name="Set">The code set.</param>
/// <param name="Code">The code.</param>
/// <param name="Title">Its title, of a deleted code the last one.</param>
/// <param name="Billable">It counts as a code; false for headings.</param>
/// <param name="Kind"><c>added deleted revised</c>.</param>
/// <param name="Successors">What is coded instead of a deleted code.</param>
/// <param name="Fields">What changed in it.</param>
public sealed record NewsChangeJson(string Set, string Code, string Title, bool Billable, string Kind, IReadOnlyList<string> Successors, IReadOnlyList<FieldChange> Fields)
{
    internal static NewsChangeJson Of(CodeChange c) =>
        new(c.Key.Set.Id(), c.Key.Display, c.Title, c.Billable, c.Kind.ToString().ToLowerInvariant(), [.. c.Successors.Select(s => s.Display)], c.Fields);
}

/// <summary>JSON of this folder's answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NewsListJson))]
[JsonSerializable(typeof(NewsPageJson))]
internal sealed partial class NewsJson : JsonSerializerContext;
