namespace CodingAhead.Codes.Page;

/// <summary>A row of the general equivalence maps between ICD-9-CM and ICD-10.</summary>
/// <param name="Direction"><c>to</c>: the map read from this code; <c>from</c>: the map read from the other one, which is another file and may say otherwise.</param>
/// <param name="Set">The other code's set; null when there is no counterpart.</param>
/// <param name="Code">The other code; null when there is none.</param>
/// <param name="Title">Its title; null for ICD-9-CM, whose titles no release has.</param>
/// <param name="Approximate">Not the same meaning, the nearest.</param>
/// <param name="NoMap">The map says that there is no counterpart.</param>
/// <param name="Combination">Several codes together stand for the one.</param>
/// <param name="Scenario">Which set of codes belongs together.</param>
/// <param name="ChoiceList">Which code of the scenario this is: one is taken from each list.</param>
/// <param name="Words">The flags in a sentence.</param>
/// <param name="Stale">Taken from an edition that is over on the date.</param>
/// <param name="Source">Where it stands.</param>
public sealed record IcdMap(
    string Direction, string? Set, string? Code, string? Title, bool Approximate, bool NoMap, bool Combination, string? Scenario, string? ChoiceList, string Words, bool Stale, int? Source);

/// <summary>The general equivalence maps in both directions (CMS, <c>GemsTechDoc</c>); the last edition is 2018's.</summary>
internal static class MapsSection
{
    public static List<IcdMap> Of(PageReader page)
    {
        var list = new List<IcdMap>();
        var table = page.Key.Set switch { CodeSet.Icd10Cm or CodeSet.Icd10Pcs => "gem-icd10", CodeSet.Icd9Cm or CodeSet.Icd9Proc => "gem-icd9", _ => null };
        if (table is null) return list;
        foreach (var row in Newest(page, table, page.Key))
        {
            CodeKey? target = CodeSets.TryParse(row["targetSet"], out var set) && CodeKey.TryParse(set, row["target"], out var key) ? key : null;
            list.Add(One(page, "to", target, row));
        }

        foreach (var other in ReverseMaps.Of(page.Book).To(page.Key))
        {
            foreach (var row in Newest(page, table == "gem-icd10" ? "gem-icd9" : "gem-icd10", other))
            {
                if (CodeSets.TryParse(row["targetSet"], out var set) && CodeKey.TryParse(set, row["target"], out var target) && target == page.Key) list.Add(One(page, "from", other, row));
            }
        }

        return list;
    }

    // The maps outlive their edition: they translate old records, whatever the date of service. The newest edition counts, marked when it is over.
    private static IEnumerable<Shown> Newest(PageReader page, string table, CodeKey key)
    {
        var rows = page.All(table, key).ToList();
        if (rows.Count == 0) return [];
        var newest = rows.Max(r => r.Sources[^1].File.From);
        return rows.Where(r => r.Sources[^1].File.From == newest).Select(r => new Shown(r, r.Sources[^1].File.To < page.Judged));
    }

    private static IcdMap One(PageReader page, string direction, CodeKey? other, Shown row)
    {
        var (approximate, none, combination) = (row["approximate"] == "1", row["noMap"] == "1", row["combination"] == "1");
        var words = none || other is null ? "No counterpart."
            : combination ? $"One of several codes taken together (scenario {row["scenario"]}, one code from each list, this is list {row["choice"]}); {(approximate ? "not the same meaning, the nearest" : "the same meaning")}."
            : approximate ? "Not the same meaning: the nearest." : "The same meaning.";
        var title = other is { } o && o.Set is CodeSet.Icd10Cm or CodeSet.Icd10Pcs ? Titles.Of(page.Book, other!.Value, page.At) : null;
        return new IcdMap(
            direction, other?.Set.Id(), other?.Display, title, approximate, none, combination, combination ? row.Text("scenario") : null, combination ? row.Text("choice") : null, words, row.Stale, page.Cite(row));
    }
}
