using CodingAhead.Codes;
using CodingAhead.Codes.Search;

namespace CodingAhead.Site.Search;

/// <summary>The parameters of a search, on the page as in the API.</summary>
public sealed record SearchParameters
{
    /// <summary>No list is longer.</summary>
    public const int MaxTop = 200;

    private const int MaxText = 500;

    /// <summary>Words, a code with or without its dot, a range such as 64633-64636, or several codes. At most 500 characters.</summary>
    public string? Q { get; init; }

    /// <summary>Only these code sets, separated by commas: cpt hcpcs icd10cm icd10pcs icd9cm icd9proc modifier pos. Default: all.</summary>
    public string? Set { get; init; }

    /// <summary>The date of service, yyyy-MM-dd. Default: today.</summary>
    public string? On { get; init; }

    /// <summary>At most this many hits, 1 to 200. Default: 20.</summary>
    public int? Top { get; init; }

    /// <summary>Leave out headings and other codes that may not stand on a claim.</summary>
    public bool? Billable { get; init; }

    /// <summary>Leave out codes not valid on the date.</summary>
    public bool? Active { get; init; }

    /// <summary>Only codes that begin so or lie between two beginnings, as in E11 or E08-E13: a chapter, a block, a family.</summary>
    public string? Under { get; init; }

    /// <summary>The query, or what is wrong with it.</summary>
    public bool TryQuery(DateOnly on, out SearchQuery query, out string error)
    {
        var sets = new List<CodeSet>();
        query = new SearchQuery { Text = (Q ?? "").Trim(), On = on };
        error = "";
        foreach (var name in (Set ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (CodeSets.TryParse(name, out var set) && CodeSets.Searchable.Contains(set)) sets.Add(set);
            else error = $"'set' is one or more of {string.Join(' ', CodeSets.Searchable.Select(s => s.Id()))}, separated by commas.";
        }

        if (query.Text.Length > MaxText) error = "'q' has at most 500 characters.";
        if (Top is < 1 or > MaxTop) error = "'top' is a number from 1 to 200.";
        if (!CodeRange.TryParse(Under, out var under)) error = "'under' is the beginning of a code or a range, as in E11 or E08-E13.";
        if (error.Length > 0) return false;
        query = query with { Sets = sets, Top = Top ?? 20, BillableOnly = Billable ?? false, ActiveOnly = Active ?? false, Under = under };
        return true;
    }
}
