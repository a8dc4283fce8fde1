using System.Runtime.CompilerServices;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Modifiers;

/// <summary>
/// A row of <c>data/starter/modifier-rules.csv</c>: when these facts of a code hold, the modifier does this with it. The rules of a modifier are tried
/// in the file's order and the first that holds is the verdict; when none does, nothing is known and nothing is said.
/// </summary>
/// <param name="Modifier">The modifier.</param>
/// <param name="When">All must hold.</param>
/// <param name="Verdict"><c>allowed pays-differently informational never</c>.</param>
/// <param name="Because">The sentence; <c>{value}</c> is the value of the first condition, <c>{rate}</c> the rate in force.</param>
/// <param name="Manual">Where the rule is written.</param>
/// <param name="Row">The row, for its dates and source.</param>
public sealed record ModifierRule(CodeKey Modifier, IReadOnlyList<Condition> When, string Verdict, string Because, string Manual, Row Row)
{
    /// <summary>The verdicts there are.</summary>
    public static readonly IReadOnlyList<string> Verdicts = ["pays-differently", "allowed", "informational", "never"];

    private static readonly ConditionalWeakTable<Book, IReadOnlyList<(CodeKey Modifier, IReadOnlyList<ModifierRule> Rules)>> Read = [];

    /// <summary>The rules of a book by modifier, in the order of the modifiers; none when the book has no such table. Read once a book.</summary>
    public static IReadOnlyList<(CodeKey Modifier, IReadOnlyList<ModifierRule> Rules)> Of(Book book) => Read.GetValue(book, static b =>
        b.TableNumber(StarterImporter.ModifierRule.Name) is var n and >= 0
            ? [.. b.Keys(CodeSet.Modifier).Select(m => (m, Rules(b, b.Tables[n], m))).Where(m => m.Item2.Count > 0)]
            : []);

    /// <summary>The sentence for a code.</summary>
    public string Sentence(string? value, string? region, string? rate) => Because
        .Replace("{value}", value, StringComparison.Ordinal)
        .Replace("{region}", region, StringComparison.Ordinal)
        .Replace("{rate}", rate ?? "a share not known for the date", StringComparison.Ordinal);

    private static IReadOnlyList<ModifierRule> Rules(Book book, Table table, CodeKey modifier) =>
    [
        .. book.Rows(modifier, table).OrderBy(r => r.Sources[0].Line)
            .Select(r => new ModifierRule(modifier, Condition.Parse(r["when"]), r["verdict"], r["because"], r["manual"], r)),
    ];
}
