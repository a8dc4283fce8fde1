using System.Text.Json.Nodes;

namespace CodingAhead.Codes.Page;

/// <summary>A section of a code's page, and the fields of the JSON that it holds.</summary>
/// <param name="Id">Its name on every door: the anchor on the site, <c>--section</c> on the command line.</param>
/// <param name="Name">Its heading.</param>
/// <param name="Fields">Fields of the page's JSON.</param>
public sealed record PageSection(string Id, string Name, params string[] Fields);

/// <summary>The sections of a code's page in their order. A field that none of them names is a section of its own, named after it.</summary>
public static class PageSections
{
    /// <summary>The order of a coder's questions.</summary>
    public static readonly IReadOnlyList<PageSection> All =
    [
        new("descriptors", "Descriptors", "descriptors"),
        new("article", "In our words", "article"),
        new("instructions", "Instructions", "notes"),
        new("guidelines", "Guidelines", "guidelines"),
        new("choices", "Choices", "choices", "missing"),
        new("below", "Codes above and below", "hierarchy"),
        new("siblings", "Siblings", "siblings"),
        new("seventh", "Seventh character", "seventhCharacters"),
        new("characters", "Characters", "characters"),
        new("pcs-rows", "Rows of the table", "pcsRows"),
        new("edits", "Claim edits", "edits"),
        new("hcc", "Risk adjustment", "hcc"),
        new("icd-maps", "ICD-9 and ICD-10", "icdMaps"),
        new("indicators", "Indicators", "indicators"),
        new("mue", "Units (MUE)", "mue"),
        new("payment", "Payment", "payment"),
        new("add-ons", "Add-on codes", "addOns", "primaries"),
        new("modifiers", "Modifiers", "modifiers"),
        new("effect", "Payment and pairs", "effect"),
        new("ncci", "NCCI pairs", "ptp"),
        new("coverage", "Coverage", "coverage"),
        new("index", "Index entries", "index"),
        new("crosswalks", "Groups and maps", "crosswalks"),
        new("history", "History", "history"),
        new("sources", "Sources", "sources"),
    ];

    /// <summary>Fields that say which code and date the page is of, and how far it can be believed: they stay beside any section.</summary>
    public static readonly IReadOnlySet<string> Identity = new HashSet<string>(StringComparer.Ordinal)
    {
        "set", "code", "on", "status", "validFrom", "validTo", "nearest", "because", "successors", "title", "edition", "shownOn", "stale", "staleEditions", "billable", "previous", "next",
    };

    /// <summary>The sections that a page of this program can have.</summary>
    public static IReadOnlyList<PageSection> Known { get; } = Present();

    /// <summary>The section that a field of the page's JSON belongs to; null for <see cref="Identity"/>.</summary>
    public static PageSection? Of(string field)
    {
        if (Identity.Contains(field)) return null;
        foreach (var section in All)
        {
            if (section.Fields.Contains(field)) return section;
        }

        return new PageSection(Dashed(field), Spaced(field), field);
    }

    /// <summary>Leaves out of a page's JSON the sections not asked for, and the sources that nothing left cites.</summary>
    public static void Keep(JsonObject page, IReadOnlyCollection<string> sections)
    {
        foreach (var field in page.Select(p => p.Key).ToList())
        {
            if (field != "sources" && Of(field) is { } section && !sections.Contains(section.Id)) page.Remove(field);
        }

        if (sections.Contains("sources") || page["sources"] is not JsonArray sources) return;
        var cited = new HashSet<int>();
        foreach (var (field, value) in page)
        {
            if (field != "sources") Cited(value, cited);
        }

        sources.RemoveAll(s => s?["id"] is JsonValue id && !cited.Contains(id.GetValue<int>()));
    }

    private static void Cited(JsonNode? node, HashSet<int> cited)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields)
                {
                    if (IsSource(name) && value is JsonValue number && number.TryGetValue<int>(out var id)) cited.Add(id);
                    else Cited(value, cited);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    if (item is JsonValue number && number.TryGetValue<int>(out var id)) cited.Add(id);
                    else Cited(item, cited);
                }

                break;
        }
    }

    /// <summary>Whether a field is the number of a source line: <c>source</c>, <c>longSource</c>.</summary>
    internal static bool IsSource(string field) => field == "source" || field.EndsWith("Source", StringComparison.Ordinal);

    private static List<PageSection> Present()
    {
        var fields = CodesJson.Line.CodePage.Properties.Where(p => p.Get is not null).Select(p => p.Name).ToList();
        return [.. All.Where(s => s.Fields.Any(fields.Contains)), .. fields.Select(Of).OfType<PageSection>().Where(s => All.All(a => a.Id != s.Id))];
    }

    private static string Dashed(string field) => string.Concat(field.Select(c => char.IsAsciiLetterUpper(c) ? $"-{char.ToLowerInvariant(c)}" : c.ToString()));

    /// <summary>A field's name as words: <c>practiceExpense</c> is "Practice expense".</summary>
    internal static string Spaced(string field) =>
        string.Concat(field.Select((c, i) => i == 0 ? char.ToUpperInvariant(c).ToString() : char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : c == '-' ? " " : c.ToString()));
}
