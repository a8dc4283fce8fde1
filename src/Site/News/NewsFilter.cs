using CodingAhead.Codes;
using CodingAhead.Codes.Page;

namespace CodingAhead.Site.News;

/// <summary>Which changes of an edition are wanted, on the page as in the API.</summary>
public sealed record NewsFilter
{
    private const int MaxText = 100;

    /// <summary>Only <c>added</c>, <c>deleted</c> or <c>revised</c>. Default: all.</summary>
    public string? Kind { get; init; }

    /// <summary>Only codes that begin so (E11), or in a range (E08-E13).</summary>
    public string? Under { get; init; }

    /// <summary>Only codes whose title or code has this text. At most 100 characters.</summary>
    public string? Q { get; init; }

    /// <summary>Leave out headings.</summary>
    public bool? Billable { get; init; }

    /// <summary>The page of the list, from 1. Default: 1.</summary>
    public int? Page { get; init; }

    /// <summary>Changes a page, 1 to 1000. Default: 100.</summary>
    public int? Size { get; init; }

    /// <summary>The number of the page.</summary>
    internal int Number => Page ?? 1;

    /// <summary>How long a page is.</summary>
    internal int Length => Size ?? 100;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Error() =>
        Kind is { Length: > 0 } && !TryKind(out _) ? "'kind' is added, deleted or revised."
        : Under is { Length: > 25 } ? "'under' is the beginning of a code, or a range such as E08-E13."
        : Q is { Length: > MaxText } ? "'q' has at most 100 characters."
        : Page is < 1 or > 100_000 ? "'page' is a number from 1 on."
        : Size is < 1 or > 1000 ? "'size' is a number from 1 to 1000."
        : null;

    /// <summary>The changes wanted, all pages of them.</summary>
    public List<CodeChange> Of(EditionChanges changes)
    {
        ChangeKind? kind = TryKind(out var k) ? k : null;
        var text = (Q ?? "").Trim();
        return
        [
            .. changes.Changes.Where(c => (kind is null || c.Kind == kind)
                && (Billable != true || c.Billable)
                && (string.IsNullOrWhiteSpace(Under) || Chapter.Holds(Under, c.Key))
                && (text.Length == 0 || c.Title.Contains(text, StringComparison.OrdinalIgnoreCase) || c.Key.Display.StartsWith(text, StringComparison.OrdinalIgnoreCase)
                    || c.Fields.Any(f => f.Field == "title" && f.From?.Contains(text, StringComparison.OrdinalIgnoreCase) == true))),
        ];
    }

    /// <summary>The same as a query, for links: <c>&amp;kind=added</c>; without the page.</summary>
    internal string Query(string? kind = null, string? under = null, int page = 1)
    {
        var parts = new List<string>();
        Add("kind", kind ?? Kind);
        Add("under", under ?? Under);
        Add("q", Q);
        if (Billable == true) parts.Add("billable=true");
        if (Size is { } size) parts.Add($"size={size}");
        if (page > 1) parts.Add($"page={page}");
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }
    }

    private bool TryKind(out ChangeKind kind) => Enum.TryParse(Kind, ignoreCase: true, out kind) && Enum.IsDefined(kind) && Kind!.All(char.IsAsciiLetter);
}
