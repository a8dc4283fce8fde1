namespace CodingAhead.Codes.Modifiers;

/// <summary>
/// One condition of a rule, as in <c>bilateral=1</c>, <c>global=010,090</c> or <c>section!=visit</c>. An unknown fact fulfils neither: what the book
/// does not say about a code is never taken for "no" (<c>addon</c> is known either way once the add-on file is loaded).
/// </summary>
/// <param name="Fact">One of <see cref="Facts"/>.</param>
/// <param name="Not">None of the values, instead of one of them.</param>
/// <param name="Values">The values.</param>
public sealed record Condition(string Fact, bool Not, IReadOnlyList<string> Values)
{
    /// <summary>
    /// What rules may ask: the indicators of the fee schedule by their columns, <c>pctc26</c> (PC/TC of the row of 26), <c>row</c> (modifiers with a fee schedule row of their own), <c>opps</c>
    /// status, <c>clfs</c> and <c>dmepos</c> (modifiers listed there), <c>dmeposCategory</c>, <c>addon</c> (yes, no), <c>ptp</c> (the columns in which the code
    /// stands in a pair of indicator 1), and by the code's place in its set <c>section</c>, <c>group</c>, <c>region</c>.
    /// </summary>
    public static readonly IReadOnlyList<string> Facts =
    [
        "status", "global", "pctc", "pctc26", "multiple", "bilateral", "assistant", "coSurgeon", "team", "row", "opps", "clfs", "dmepos", "dmeposCategory", "addon", "ptp",
        "section", "group", "region",
    ];

    /// <summary>Reads conditions separated by blanks. Throws <see cref="FormatException"/> for one that is none.</summary>
    public static IReadOnlyList<Condition> Parse(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(One)];

    private static Condition One(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var not = at > 0 && text[at - 1] == '!';
        var fact = at > 0 ? text[..(not ? at - 1 : at)] : "";
        if (!Facts.Contains(fact) || at == text.Length - 1) throw new FormatException($"'{text}' is no condition: expected a fact of the list, = or !=, and values");
        return new Condition(fact, not, text[(at + 1)..].Split(','));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Fact}{(Not ? "!=" : "=")}{string.Join(',', Values)}";
}
