using System.Collections.Concurrent;
using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Modifiers;

/// <summary>
/// The verdicts of modifiers on one procedure code on one date, decided when first asked for and kept: a claim asks for four of them, not for all.
/// Thread-safe.
/// </summary>
public sealed class CodeModifiers
{
    private readonly ConcurrentDictionary<CodeKey, ModifierRuling?> known = new();
    private readonly Lock reading = new();
    private readonly CodeKey key;
    private readonly DateOnly on;
    private readonly Book book;
    private CodeFacts? facts;

    /// <summary>For a CPT or HCPCS code on a date of service; nothing is read yet.</summary>
    public CodeModifiers(Book book, CodeKey key, DateOnly on) => (this.book, this.key, this.on) = (book, key, on);

    /// <summary>Whether any payment file in force, or an earlier one, has the code: without one no modifier can be judged by indicators.</summary>
    public bool HasIndicators
    {
        get
        {
            lock (reading) return Facts.HasIndicators;
        }
    }

    /// <summary>What a modifier does with the code; null when no rule of it follows from what is loaded.</summary>
    public ModifierRuling? this[CodeKey modifier]
    {
        get
        {
            if (known.TryGetValue(modifier, out var ruling)) return ruling;
            lock (reading) return known[modifier] = Decide(modifier);
        }
    }

    private CodeFacts Facts => facts ??= new CodeFacts(new PageReader(book, key, on, on));

    private ModifierRuling? Decide(CodeKey modifier)
    {
        IReadOnlyList<ModifierRule>? rules = null;
        foreach (var (code, own) in ModifierRule.Of(book))
        {
            if (code == modifier) rules = own;
        }

        if (rules is null || ModifierSection.Decide(rules, Facts, on) is not { } found) return null;
        var (rule, value) = found;
        var region = Facts["region"] is [var r, ..] ? r.Value : null;
        string? rate = null;
        if (book.TableNumber(Import.StarterImporter.ModifierRate.Name) is var n and >= 0)
        {
            foreach (var row in book.Rows(modifier, book.Tables[n], on)) rate = row["words"];
        }

        return new ModifierRuling(rule.Verdict, rule.Sentence(value?.Value, region, rate), rule.Manual, value?.Row is { } at ? at.Row.SourceOn(on) : value?.Line, value?.Stale ?? false);
    }
}

/// <summary>What a modifier does with a code.</summary>
/// <param name="Verdict"><c>allowed pays-differently informational never</c>.</param>
/// <param name="Because">The sentence it follows from, which names the deciding fact.</param>
/// <param name="Manual">Where the rule is written.</param>
/// <param name="Source">The line of the deciding fact; null when it follows from absence.</param>
/// <param name="Stale">That line's edition is over on the date.</param>
public sealed record ModifierRuling(string Verdict, string Because, string Manual, SourceLine? Source, bool Stale)
{
    /// <summary>The modifier has no place on the code.</summary>
    public bool Never => Verdict == "never";
}
