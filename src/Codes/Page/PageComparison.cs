using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CodingAhead.Codes.Page;

/// <summary>What a code's page says otherwise on one date than on another, by section; each side cites its own sources.</summary>
/// <param name="Set">The code set.</param>
/// <param name="Code">The code as people write it.</param>
/// <param name="From">The first date's side.</param>
/// <param name="To">The second date's side. It may be the earlier one: then everything is turned round.</param>
/// <param name="Same">No section differs.</param>
/// <param name="Sections">Sections that differ, or that cannot be compared and say why.</param>
public sealed record PageComparison(string Set, string Code, ComparedSide From, ComparedSide To, bool Same, IReadOnlyList<ComparedSection> Sections)
{
    /// <summary>Compares a code's pages of two dates.</summary>
    public static PageComparison Of(Book book, CodeKey key, DateOnly from, DateOnly to)
    {
        var (one, two) = (new ComparedPage(book, CodePageBuilder.Build(book, key, from)), new ComparedPage(book, CodePageBuilder.Build(book, key, to)));
        var found = new Differences(one, two);
        found.Fields();
        ComparedPairs.Add(found, book, key);
        return new PageComparison(key.Set.Id(), key.Display, one.Side(), two.Side(), found.Sections.All(s => s.Differences.Count == 0), found.Sections);
    }

    /// <summary>Dates on which the code's content changed, newest first: comparing the day before with the day shows the change.</summary>
    public static IReadOnlyList<DateOnly> Boundaries(Book book, CodeKey key, DateOnly on) =>
        [.. CodePageBuilder.Build(book, key, on).History.Select(c => c.Date).Distinct()];
}

/// <summary>One date of a comparison.</summary>
/// <param name="On">The date asked for.</param>
/// <param name="Status">What the code is on it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Edition">The edition that has it.</param>
/// <param name="ShownOn">The date whose content is compared: a deleted code's last valid day.</param>
/// <param name="Stale">No edition of the set holds on the date.</param>
/// <param name="StaleEditions">Editions that are over on the date and were compared all the same.</param>
/// <param name="Sources">The lines that differences of this side cite.</param>
public sealed record ComparedSide(
    DateOnly On, string Status, string? Title, string? Edition, DateOnly? ShownOn, bool Stale, IReadOnlyList<string> StaleEditions, IReadOnlyList<CitedSource> Sources);

/// <summary>A section with its differences.</summary>
/// <param name="Id">As on the page; <c>status</c> for what the page says above its sections.</param>
/// <param name="Name">Its heading.</param>
/// <param name="Differences">What differs; empty when only the note is to be told.</param>
/// <param name="Note">What was not compared, and why.</param>
public sealed record ComparedSection(string Id, string Name, IReadOnlyList<Difference> Differences, string? Note);

/// <summary>One difference.</summary>
/// <param name="Kind"><c>added removed changed reworded</c>, seen from the first date.</param>
/// <param name="Field">Where it stands in the page's JSON: <c>payment.rows[26].facility.amount</c>.</param>
/// <param name="What">The same in a coder's words.</param>
/// <param name="From">On the first date; null when absent.</param>
/// <param name="To">On the second date; null when absent.</param>
/// <param name="FromSource">Source line, numbered in the first side's sources.</param>
/// <param name="ToSource">Source line, numbered in the second side's sources.</param>
public sealed record Difference(string Kind, string Field, string What, string? From, string? To, int? FromSource, int? ToSource);

/// <summary>A page as JSON, and the sources that its differences cite.</summary>
internal sealed class ComparedPage(Book book, CodePage page)
{
    private readonly Dictionary<int, CitedSource> cited = [];
    private readonly Dictionary<(string Path, string Edition), string> datasets = [];
    private int next = page.Sources.Count;

    public CodePage Page => page;

    public JsonObject Json { get; } = JsonSerializer.SerializeToNode(page, CodesJson.Line.CodePage)!.AsObject();

    /// <summary>Notes that a difference cites a source of the page.</summary>
    public int? Cite(int? id)
    {
        if (id is { } n && n >= 1 && n <= page.Sources.Count) cited.TryAdd(n, page.Sources[n - 1]);
        return id;
    }

    /// <summary>Numbers a line that the page itself does not cite.</summary>
    public int Cite(SourceLine line)
    {
        cited.Add(++next, new CitedSource(next, line.File.Publisher, line.File.Edition, line.File.Path, line.File.Sha256, line.Line));
        return next;
    }

    /// <summary>The data set that a source of the page belongs to.</summary>
    public string? DatasetOf(int id)
    {
        if (id < 1 || id > page.Sources.Count) return null;
        var source = page.Sources[id - 1];
        if (!datasets.TryGetValue((source.File, source.Edition), out var dataset))
            datasets[(source.File, source.Edition)] = dataset = book.Sources.FirstOrDefault(s => s.Path == source.File && s.Edition == source.Edition)?.Dataset ?? "";
        return dataset;
    }

    /// <summary>True when no edition of a data set begins on or before the date shown, so that nothing can be said about it.</summary>
    public bool Lacks(string dataset)
    {
        var on = page.ShownOn ?? page.On;
        return dataset.Length > 0 && dataset != Import.StarterImporter.Dataset && !book.Sources.Any(s => s.Dataset == dataset && s.From <= on);
    }

    public ComparedSide Side() => new(
        page.On, page.Status, page.Title, page.Edition, page.ShownOn, page.Stale, page.StaleEditions, [.. cited.OrderBy(c => c.Key).Select(c => c.Value)]);
}
