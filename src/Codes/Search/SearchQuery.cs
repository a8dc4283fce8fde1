namespace CodingAhead.Codes.Search;

/// <summary>What to look for.</summary>
public sealed record SearchQuery
{
    /// <summary>Free text, a code with or without its dot, a range such as <c>64633-64636</c>, or several codes.</summary>
    public required string Text { get; init; }

    /// <summary>Only these sets; empty: all.</summary>
    public IReadOnlyList<CodeSet> Sets { get; init; } = [];

    /// <summary>The date of service: codes not valid then come last and say so.</summary>
    public required DateOnly On { get; init; }

    /// <summary>At most this many hits.</summary>
    public int Top { get; init; } = 20;

    /// <summary>Leave out headings and other codes that may not stand on a claim.</summary>
    public bool BillableOnly { get; init; }

    /// <summary>Leave out codes not valid on the date.</summary>
    public bool ActiveOnly { get; init; }

    /// <summary>Only codes in this range, as in <c>E11</c> or <c>E08-E13</c>; default: all.</summary>
    public CodeRange Under { get; init; }

    /// <summary>The last word is being typed: it may be a prefix.</summary>
    public bool Typing { get; init; }
}

/// <summary>Why a hit matched.</summary>
/// <param name="Kind"><c>code title short inclusion index synonym label article</c>.</param>
/// <param name="Term">The text that matched, as its source has it.</param>
public sealed record Why(string Kind, string Term);

/// <summary>One code found.</summary>
/// <param name="Key">The code.</param>
/// <param name="Title">Its best title in the book: official, or our own label where the official text is not licensed.</param>
/// <param name="Billable">May stand on a claim line or as a diagnosis (no heading).</param>
/// <param name="Status">On the date of service.</param>
/// <param name="Score">0 to 1; 1 is an exact code or a word-for-word match.</param>
/// <param name="Why">What matched.</param>
public sealed record Hit(CodeKey Key, string Title, bool Billable, CodeStatus Status, double Score, Why Why);

/// <summary>The hits, best first.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Hits">At most <see cref="SearchQuery.Top"/>.</param>
/// <param name="Corrected">The query with its spelling mended, when that is what matched; else null.</param>
/// <param name="Notes">What the reader must know: no edition for the date, say.</param>
public sealed record SearchResult(SearchQuery Query, IReadOnlyList<Hit> Hits, string? Corrected, IReadOnlyList<string> Notes)
{
    /// <summary>How many candidates there were, those beyond <see cref="SearchQuery.Top"/> included. The search looks at a few hundred at most.</summary>
    public int Total { get; init; }
}
