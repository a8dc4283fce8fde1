using System.Text.RegularExpressions;
using CodingAhead.Codes.Import;
using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Tests.Content;

/// <summary>
/// Compares what an article says with a book. A fact holds when the book has the value on one of the days at least, and no other value on any of them:
/// the fee schedule at hand is of October 2025, the practitioners' unlikely edits are of the second quarter of 2026.
/// </summary>
public sealed partial class ArticleFacts(Book book)
{
    private static readonly DateOnly[] Days = [new(2025, 10, 15), new(2026, 5, 15)];

    // A fact's name, the page's indicator, and the sentences of an article that state it.
    private static readonly (string Fact, string Indicator, string? Sentence)[] Indicators =
    [
        ("status", "status", @"\b(?:fee schedule status|status indicator|status) ([A-Z])\b(?![0-9])"),
        ("global", "globalDays", @"\bglobal (?:period|days|indicator)? ?(?:is |of |are )?(000|010|090|XXX|YYY|ZZZ|MMM)\b|\b(0|10|90)-day global"),
        ("pctc", "pcTc", @"\bPC/TC indicator (?:is |of )?([0-9])"),
        ("multiple", "multipleProcedures", @"\bmultiple[- ]procedure indicator (?:is |of )?([0-9])"),
        ("bilateral", "bilateral", @"\bbilateral indicator (?:is |of )?([0-9])"),
        ("assistant", "assistantSurgeon", @"\bassistant(?: surgeon)? indicator (?:is |of )?([0-9])"),
        ("co-surgeon", "coSurgeons", null),
        ("team", "teamSurgery", null),
        ("supervision", "physicianSupervision", null),
        ("opps", "oppsStatus", @"\bstatus indicator ([A-Z][0-9]?)\b"),
        ("asc", "ascPayment", @"\bASC payment indicator ([A-Z][0-9])"),
    ];

    private readonly Dictionary<(CodeKey, DateOnly), CodePage> pages = [];

    /// <summary>What is wrong with an article; empty when it agrees with the book.</summary>
    public List<string> Problems(ArticleFile article)
    {
        var problems = new List<string>();
        foreach (var fact in article.Facts)
        {
            if (Problem(fact) is { } wrong) problems.Add($"line {fact.Line}: {fact.Code.Display} {fact.Name} {string.Join(' ', fact.Values)}: {wrong}");
        }

        foreach (var code in article.Codes.Where(c => c.Set == CodeSet.Cpt)) problems.AddRange(NotStated(article, code));
        foreach (var named in Named(article.Title + "\n" + article.Text).Where(n => !Exists(n))) problems.Add($"{named} is in the text and not in the book");
        foreach (var gone in Named(article.Text).Distinct().Where(n => Gone(n) && !article.Facts.Any(f => f.Code == n && f.Name == "deleted")))
            problems.Add($"{gone} is no longer valid, and the facts do not state 'deleted'");
        foreach (var sentence in Sentences(article.Title + ".\n" + article.Text)) problems.AddRange(Wrong(article, sentence));
        return problems;
    }

    private IEnumerable<string> NotStated(ArticleFile article, CodeKey code)
    {
        var stated = article.Facts.Where(f => f.Code == code).Select(f => f.Name).ToList();
        var deleted = book.Find(code, Days[0]).Status == CodeStatus.Deleted;
        string[] owed = deleted ? ["deleted", "successors"] : Values(code, "global").Count > 0 ? ["global", "bilateral"] : [];
        return owed.Except(stated).Select(name => $"{code.Display}: the facts do not state '{name}'");
    }

    private string? Problem(ArticleFact fact)
    {
        var have = Values(fact.Code, fact.Name);
        if (have.Count == 0) return "the book has no such value";
        var stated = string.Join(' ', fact.Values.Order(StringComparer.Ordinal));
        var subset = fact.Name is "addon" or "primary";
        foreach (var value in have)
        {
            if (subset ? fact.Values.Except(value.Split(' ')).Any() : value != stated) return $"the book has {value}";
        }

        return null;
    }

    // The value on each of the days on which the book has one; a list's items in order.
    private HashSet<string> Values(CodeKey code, string fact) => [.. Days.Select(on => Value(code, fact, on)).OfType<string>().Where(v => v.Length > 0)];

    private string? Value(CodeKey code, string fact, DateOnly on)
    {
        var page = PageOf(code, on);
        return fact switch
        {
            "addons" or "addon" => Listed(page.AddOns.Select(a => a.Code)),
            "primaries" or "primary" => Listed(page.Primaries.Select(a => a.Code)),
            "addon-type" => Listed(page.Primaries.Select(a => a.Type ?? "")),
            "mue" => page.Mue.FirstOrDefault(m => m.Setting == "practitioner")?.Units.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "mai" => page.Mue.FirstOrDefault(m => m.Setting == "practitioner")?.Mai,
            "mue-hospital" => page.Mue.FirstOrDefault(m => m.Setting == "outpatient-hospital")?.Units.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "deleted" => page.Status == "deleted" ? page.ValidTo?.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null,
            "successors" => page.Status == "deleted" ? Listed(page.Successors) : null,
            "valid-from" => page.ValidFrom?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            "billable" => page.Status == "unknown-code" ? null : page.Billable == true ? "yes" : "no",
            _ => page.Indicators.FirstOrDefault(i => i.Name == Indicators.Single(x => x.Fact == fact).Indicator && i.Modifier is null)?.Value,
        };
    }

    private static string Listed(IEnumerable<string> items) => string.Join(' ', items.Distinct().Order(StringComparer.Ordinal));

    private CodePage PageOf(CodeKey code, DateOnly on)
    {
        if (!pages.TryGetValue((code, on), out var page)) pages.Add((code, on), page = CodePageBuilder.Build(book, code, on));
        return page;
    }

    // A value stated in a sentence must be true of a code named there, or of one of the article's where none is.
    private IEnumerable<string> Wrong(ArticleFile article, string sentence)
    {
        var named = Named(sentence).Where(c => c.Set is CodeSet.Cpt or CodeSet.Hcpcs).ToList();
        var about = named.Count > 0 ? named : [.. article.Codes];
        foreach (var (fact, _, form) in Indicators.Where(i => i.Sentence is not null))
        {
            foreach (var match in Regex.Matches(sentence, form!).Cast<Match>())
            {
                var value = match.Groups.Cast<Group>().Skip(1).First(g => g.Success).Value;
                if (fact == "global" && value.Length < 3) value = value.PadLeft(3, '0');
                // "Status indicator" is said of the fee schedule and of the outpatient hospital alike.
                string[] facts = fact is "status" or "opps" ? ["status", "opps"] : [fact];
                if (!about.Exists(c => facts.Any(f => Values(c, f).Contains(value)))) yield return $"\"{match.Value}\" is true of none of {string.Join(' ', about.Select(c => c.Display))}";
            }
        }

        foreach (var match in Mue().Matches(sentence).Cast<Match>())
        {
            if (!about.Exists(c => Values(c, "mue").Contains(match.Groups[1].Value) || Values(c, "mue-hospital").Contains(match.Groups[1].Value)))
                yield return $"\"{match.Value}\" is true of none of {string.Join(' ', about.Select(c => c.Display))}";
        }

        foreach (var match in AddOn().Matches(sentence).Cast<Match>())
        {
            var code = ArticleFile.Code(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)!.Value;
            if (Values(code, "primaries").Count == 0) yield return $"\"{match.Value}\": {code.Display} is no add-on code";
        }
    }

    private bool Exists(CodeKey code) => code.Set == CodeSet.Modifier ? book.Rows(code).Any() : Days.Any(on => book.Find(code, on).Status != CodeStatus.UnknownCode);

    private bool Gone(CodeKey code) => Days.All(on => book.Find(code, on).Status == CodeStatus.Deleted);

    /// <summary>Every code named in a text: CPT and HCPCS by their form, ICD-10-CM by its dot, modifiers behind that word.</summary>
    public static IEnumerable<CodeKey> Named(string text)
    {
        foreach (var match in Codes().Matches(text).Cast<Match>())
        {
            var set = match.Value.Contains('.', StringComparison.Ordinal) ? CodeSet.Icd10Cm : char.IsAsciiLetter(match.Value[0]) ? CodeSet.Hcpcs : CodeSet.Cpt;
            yield return CodeKey.Of(set, match.Value);
        }

        foreach (var match in Modifiers().Matches(text).Cast<Match>())
        {
            foreach (var code in match.Groups[1].Captures.Cast<Capture>()) yield return CodeKey.Of(CodeSet.Modifier, code.Value);
        }
    }

    /// <summary>Sentences and items: what one statement stands in.</summary>
    public static IEnumerable<string> Sentences(string markdown) =>
        SentenceEnd().Split(ParagraphEnd().Replace(markdown, "\u2029").Replace('\n', ' ')).Where(s => s.Length > 0);

    [GeneratedRegex(@"(?<![\w.,$-])(?:[0-9]{4}[0-9FTUMA]|[A-V][0-9]{4}|[A-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4})(?![\w%])|(?<=(?:[0-9]{5}|[A-V][0-9]{4})[-–/])(?:[0-9]{5}|[A-V][0-9]{4})\b")]
    private static partial Regex Codes();

    [GeneratedRegex(@"\b[Mm]odifiers? (?:(?:, | and | or |, and |, or | to |/)?\b((?=[0-9A-Z]{2}\b)(?:[0-9][0-9A-Z]|[A-Z][0-9A-Z]))\b)+")]
    private static partial Regex Modifiers();

    [GeneratedRegex(@"\bMUE (?:value )?(?:is |of )([0-9]+)")]
    private static partial Regex Mue();

    [GeneratedRegex(@"\b([0-9]{4}[0-9T]|[A-V][0-9]{4}) is an add-on\b|\badd-on(?: code)? ([0-9]{4}[0-9T]|[A-V][0-9]{4})\b")]
    private static partial Regex AddOn();

    [GeneratedRegex(@"\n\n+|\n(?=-|[0-9]+\. )")]
    private static partial Regex ParagraphEnd();

    [GeneratedRegex(@"(?<=[.;:?!])\*{0,2} +|\u2029")]
    private static partial Regex SentenceEnd();
}
