using System.Globalization;
using CodingAhead.Codes.Import;
using CodingAhead.Codes.Modifiers;

namespace CodingAhead.Codes.Page;

/// <summary>What modifiers do: for a procedure code the verdict on each, for a modifier its rate, its rules and codes as examples.</summary>
internal static class ModifierSection
{
    private const int MaxExamples = 6;

    /// <summary>
    /// The verdicts on a procedure code; null when the loaded releases have no indicators of it. A modifier that is not in the list is unknown here: no rule
    /// of ours follows from the indicators loaded.
    /// </summary>
    public static List<ModifierVerdict>? Verdicts(PageReader page)
    {
        if (page.Key.Set is not (CodeSet.Cpt or CodeSet.Hcpcs)) return null;
        var modifiers = ModifierRule.Of(page.Book);
        if (modifiers.Count == 0) return null;
        var facts = new CodeFacts(page);
        if (!facts.HasIndicators) return null;
        var list = new List<ModifierVerdict>();
        foreach (var (modifier, rules) in modifiers)
        {
            if (!Valid(page, modifier) || Decide(rules, facts, page.Judged) is not { } found) continue;
            var (rule, value) = found;
            var rate = Rate(page, modifier, page.Judged)?["words"];
            list.Add(new ModifierVerdict(
                modifier.Code, rule.Verdict, rule.Sentence(value?.Value, facts["region"] is [var region, ..] ? region.Value : null, rate), value?.Cite(page))
            {
                Title = Titles.Of(page.Book, modifier, page.At), Manual = rule.Manual, NcciAssociated = NcciAssociated.Contains(modifier.Code), Stale = value?.Stale ?? false,
            });
        }

        return [.. list.OrderBy(v => Rank(v.Verdict)).ThenBy(v => v.Code, StringComparer.Ordinal)];
    }

    /// <summary>What a modifier does, for its own page; null for other sets.</summary>
    public static ModifierEffect? Effect(PageReader page)
    {
        if (page.Key.Set != CodeSet.Modifier) return null;
        var rules = ModifierRule.Of(page.Book).FirstOrDefault(m => m.Modifier == page.Key).Rules ?? [];
        var columns = NcciAssociated.Columns(page.Key.Code, page.Judged);
        return new ModifierEffect(
            columns > 0, columns == 0 ? null : columns == 2 ? "column2" : "either",
            [.. page.All("modifier-rate").Select(r => new ModifierRate(decimal.Parse(r["percent"], CultureInfo.InvariantCulture), r["words"], r.From, r.To, r["manual"], page.Cite(r.SourceOn(page.Judged))))],
            [.. rules.Where(r => r.Row.Holds(page.Judged)).Select(r => new ModifierCondition(
                string.Join(" and ", r.When), r.Verdict, r.Sentence("{value}", "{region}", Rate(page, page.Key, page.Judged)?["words"]), r.Manual, page.Cite(r.Row.SourceOn(page.Judged))))],
            Examples(page, rules));
    }

    // From the codes that are met most often, which the starter book lists: every book has them.
    private static List<ModifierExamples> Examples(PageReader page, IReadOnlyList<ModifierRule> rules)
    {
        var examples = ModifierRule.Verdicts.ToDictionary(v => v, _ => new List<CodeRef>());
        if (rules.Count == 0 || page.Table("starter-code") is not { } common) return [];
        foreach (var key in page.Book.Keys(CodeSet.Cpt).Concat(page.Book.Keys(CodeSet.Hcpcs)))
        {
            if (page.Book.RowOn(key, common, page.Judged) is null || page.Book.Find(key, page.Judged).Status != CodeStatus.Active) continue;
            var facts = new CodeFacts(new PageReader(page.Book, key, page.Judged, page.Judged));
            if (Decide(rules, facts, page.Judged) is { } found && examples[found.Rule.Verdict] is { Count: < MaxExamples } list) list.Add(page.Ref(key));
        }

        return [.. examples.Where(e => e.Value.Count > 0).Select(e => new ModifierExamples(e.Key, e.Value))];
    }

    // The first rule of which all conditions hold, with the value of its first condition, which is the one its sentence names.
    internal static (ModifierRule Rule, CodeFacts.Known? Value)? Decide(IReadOnlyList<ModifierRule> rules, CodeFacts facts, DateOnly on)
    {
        foreach (var rule in rules)
        {
            if (!rule.Row.Holds(on)) continue;
            CodeFacts.Known? first = null;
            var holds = true;
            foreach (var condition in rule.When)
            {
                var met = facts.Meets(condition);
                holds &= met is not null;
                if (!holds) break;
                first ??= met;
            }

            if (holds) return (rule, first);
        }

        return null;
    }

    // A modifier that a release ends before the date, or begins after it, has nothing to say; without an edition for the date it may.
    private static bool Valid(PageReader page, CodeKey modifier) => page.Book.Find(modifier, page.Judged).Status is CodeStatus.Active or CodeStatus.NoEdition;

    private static Row? Rate(PageReader page, CodeKey modifier, DateOnly on)
    {
        foreach (var row in page.All("modifier-rate", modifier))
        {
            if (row.Holds(on)) return row;
        }

        return null;
    }

    private static int Rank(string verdict) => verdict switch { "pays-differently" => 0, "allowed" => 1, "informational" => 2, _ => 3 };
}

/// <summary>What a modifier does with a code.</summary>
/// <param name="Code">The modifier.</param>
/// <param name="Verdict"><c>allowed pays-differently informational never</c>.</param>
/// <param name="Because">The sentence it follows from, which names the deciding indicator.</param>
/// <param name="Source">Where that indicator stands.</param>
public sealed record ModifierVerdict(string Code, string Verdict, string Because, int? Source)
{
    /// <summary>The modifier's title.</summary>
    public string? Title { get; init; }

    /// <summary>Where the rule is written; null when nowhere but in the layout.</summary>
    public string? Manual { get; init; }

    /// <summary>It may open an NCCI pair of modifier indicator 1.</summary>
    public bool NcciAssociated { get; init; }

    /// <summary>Follows from an edition that is over on the date.</summary>
    public bool Stale { get; init; }
}

/// <summary>What a modifier does, whatever the code.</summary>
/// <param name="NcciAssociated">It may open an NCCI pair of modifier indicator 1 on the date.</param>
/// <param name="Columns">On which code of the pair: <c>either</c>, <c>column2</c>; null when on none.</param>
/// <param name="Rates">What it pays, by date.</param>
/// <param name="Rules">What decides, in the order in which it is asked.</param>
/// <param name="Examples">Codes in common use, by verdict.</param>
public sealed record ModifierEffect(
    bool NcciAssociated, string? Columns, IReadOnlyList<ModifierRate> Rates, IReadOnlyList<ModifierCondition> Rules, IReadOnlyList<ModifierExamples> Examples);

/// <summary>A rate and when it holds.</summary>
/// <param name="Percent">Percent of what would be paid without the modifier.</param>
/// <param name="Words">Of what.</param>
/// <param name="From">First day; null when not stated.</param>
/// <param name="To">Last day; null when open.</param>
/// <param name="Manual">Where it is written.</param>
/// <param name="Source">The line of our table.</param>
public sealed record ModifierRate(decimal Percent, string Words, DateOnly? From, DateOnly? To, string Manual, int? Source);

/// <summary>A rule of a modifier.</summary>
/// <param name="When">The facts that must hold, as in <c>bilateral=1</c>.</param>
/// <param name="Verdict">What then holds.</param>
/// <param name="Because">The sentence.</param>
/// <param name="Manual">Where it is written.</param>
/// <param name="Source">The line of our table.</param>
public sealed record ModifierCondition(string When, string Verdict, string Because, string Manual, int? Source);

/// <summary>Codes for which a modifier has a verdict.</summary>
public sealed record ModifierExamples(string Verdict, IReadOnlyList<CodeRef> Codes);
