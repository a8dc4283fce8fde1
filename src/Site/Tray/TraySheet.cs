using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Import;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Codes;
using Page = CodingAhead.Codes.Page.CodePage;

namespace CodingAhead.Site.Tray;

/// <summary>Codes side by side: a row for each thing that at least one of them has, a column for each code.</summary>
/// <param name="Codes">The pages compared, in the order asked for.</param>
/// <param name="Rows">What they say, in the order of the code page.</param>
public sealed record TraySheet(IReadOnlyList<Page> Codes, IReadOnlyList<TraySheet.Row> Rows)
{
    /// <summary>One line of the sheet.</summary>
    /// <param name="Name">What is compared.</param>
    /// <param name="Values">One a code; null where it has none.</param>
    /// <param name="Amount">The values are amounts or counts, set in figures.</param>
    public sealed record Row(string Name, IReadOnlyList<string?> Values, bool Amount = false)
    {
        /// <summary>Not all codes that have it say the same.</summary>
        public bool Differs => Values.Where(v => v is not null).Distinct(StringComparer.Ordinal).Skip(1).Any();
    }

    internal static TraySheet Of(Book book, IReadOnlyList<Page> codes, DateOnly on)
    {
        var rows = new List<Row>
        {
            new("Set", [.. codes.Select(c => CodeSets.TryParse(c.Set, out var set) ? set.Name() : c.Set)]),
            new("Title", [.. codes.Select(c => c.Title)]),
            new("Status", [.. codes.Select(c => Words.Of(c.Status))]),
            new("Valid from", [.. codes.Select(c => c.ValidFrom is { } d ? Words.Date(d) : null)]),
            new("Valid to", [.. codes.Select(c => c.ValidTo is { } d ? Words.Date(d) : null)]),
            new("Use instead", [.. codes.Select(c => c.Successors.Count > 0 ? string.Join(", ", c.Successors) : null)]),
            new("Billable", [.. codes.Select(c => c.Set.StartsWith("icd10", StringComparison.Ordinal) ? c.Billable == true ? "Yes" : "No" : null)]),
        };
        foreach (var name in codes.SelectMany(c => c.Indicators).Where(i => i.Modifier is null).Select(i => i.Name).Distinct().ToList())
            rows.Add(new(name == "status" ? "Fee schedule status" : Words.Of(name), [.. codes.Select(c => Together(c.Indicators.Where(i => i.Name == name && i.Modifier is null).Select(i => $"{i.Value}{(i.Label is null ? "" : $": {i.Label}")}{Old(i.Stale)}")))]));
        rows.Add(new("Office, national", [.. codes.Select(c => Whole(c) is { NonFacility: { } a } ? $"{Words.Money(a.Amount)}{Old(c.Payment!.Stale)}" : null)], Amount: true));
        rows.Add(new("Facility, national", [.. codes.Select(c => Whole(c) is { Facility: { } a } ? $"{Words.Money(a.Amount)}{Old(c.Payment!.Stale)}" : null)], Amount: true));
        foreach (var setting in codes.SelectMany(c => c.Mue).Select(m => m.Setting).Distinct().ToList())
            rows.Add(new($"Units, {Words.Of(setting)}", [.. codes.Select(c => Together(c.Mue.Where(m => m.Setting == setting).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Units} (MAI {m.Mai}){Old(m.Stale)}"))))]));
        rows.Add(new("Add-on codes", [.. codes.Select(c => Together(c.AddOns.Select(a => a.Code)))]));
        rows.Add(new("Primaries", [.. codes.Select(c => Together(c.Primaries.Select(a => a.Code)))]));
        rows.Add(new("Groups", [.. codes.Select(c => Together(c.Crosswalks.Where(x => x.Set is null && x.Code is not null).Select(x => $"{Words.Of(x.Kind)} {x.Code}")))]));
        rows.AddRange(Pairs(book, codes, on));
        return new TraySheet(codes, [.. rows.Where(r => r.Values.Any(v => v is not null))]);
    }

    // For every code, the codes of the sheet that it may not stand beside: NCCI pairs in force, either setting.
    private static IEnumerable<Row> Pairs(Book book, IReadOnlyList<Page> codes, DateOnly on)
    {
        var keys = codes.Select(c => CodeSets.TryParse(c.Set, out var set) && set is CodeSet.Cpt or CodeSet.Hcpcs && CodeKey.TryParse(set, c.Code, out var key) ? key : (CodeKey?)null).ToList();
        foreach (var (setting, name) in new[] { (PtpSetting.Practitioner, "NCCI with these, practitioner"), (PtpSetting.Hospital, "NCCI with these, hospital") })
        {
            yield return new(name, [.. keys.Select(k => k is { } key ? Together(book.PairsWithColumn1(key)
                .Where(p => p.Setting == setting && p.Indicator != 9 && p.Holds(on) && keys.Contains(p.Column2))
                .Select(p => string.Create(CultureInfo.InvariantCulture, $"paid, {p.Column2.Display} not ({(p.Indicator == 1 ? "a modifier may open it" : "no modifier opens it")}{Old(codes.Any(c => c.Ptp is { Stale: true }))})")).Distinct()) : null)]);
        }
    }

    // Said beside each value: an exported sheet has no banner.
    private static string Old(bool stale) => stale ? ", older edition" : "";

    private static PaymentRow? Whole(Page page) => page.Payment?.Rows.FirstOrDefault(r => r.Modifier is null && r.Variant is null or "nonqpp");

    private static string? Together(IEnumerable<string> texts) => string.Join("; ", texts) is { Length: > 0 } all ? all : null;
}
