namespace CodingAhead.Codes.Page;

/// <summary>A day on which a code set changed: the first of an edition, or one within an edition on which codes begin or end.</summary>
/// <param name="Set">The code set.</param>
/// <param name="Date">The first day of the new state.</param>
/// <param name="Before">The last day of the old one that the book knows.</param>
/// <param name="Edition">The edition in force since.</param>
/// <param name="Earlier">The edition compared with.</param>
/// <param name="Gap">Editions between the two are not loaded: what changed may have changed earlier.</param>
/// <param name="Within">The day lies within the edition: an update that its publisher made effective later than the edition itself.</param>
public sealed record EditionStep(CodeSet Set, DateOnly Date, DateOnly Before, string Edition, string Earlier, bool Gap, bool Within)
{
    // ICD-10 replaced ICD-9-CM on claims on this day (45 CFR 162.1002(c)); that all its codes began on it is no news.
    private static readonly DateOnly Icd10 = new(2015, 10, 1);

    /// <summary>The steps of a set, newest first; none where the book has fewer than two complete lists.</summary>
    public static IReadOnlyList<EditionStep> Of(Book book, CodeSet set)
    {
        // Several files of one day are one edition, named by those that say so.
        var editions = book.CoverageOf(set).GroupBy(c => c.From)
            .Select(g => (From: g.Key, To: g.Max(c => c.To), Name: string.Join(", ", g.Select(c => c.Edition).Distinct().Order(StringComparer.Ordinal)))).OrderBy(e => e.From).ToList();
        if (set is CodeSet.Icd10Cm or CodeSet.Icd10Pcs) editions.RemoveAll(e => e.To < Icd10);
        var steps = new List<EditionStep>();
        for (var i = 1; i < editions.Count; i++)
        {
            var (earlier, now) = (editions[i - 1], editions[i]);
            var before = earlier.To < now.From ? earlier.To : now.From.AddDays(-1);
            steps.Add(new EditionStep(set, now.From, before, now.Name, earlier.Name, before.AddDays(1) < now.From, false));
        }

        var within = editions.Select(_ => new SortedSet<DateOnly>()).ToList();
        if (set is CodeSet.Icd10Cm or CodeSet.Icd10Pcs)
        {
            var days = new HashSet<ushort>();
            foreach (var key in book.Keys(set))
            {
                foreach (var period in book.ValidityAt(book.IndexOf(key)))
                {
                    days.Add(period.From);
                    days.Add(Day.After(period.To));
                }
            }

            foreach (var day in days.Select(Day.Date).OfType<DateOnly>())
            {
                var at = editions.FindIndex(e => e.From < day && day <= e.To);
                if (at >= 0) within[at].Add(day);
            }
        }

        for (var i = 0; i < editions.Count; i++) steps.AddRange(within[i].Select(d => new EditionStep(set, d, d.AddDays(-1), editions[i].Name, editions[i].Name, false, true)));
        return [.. steps.OrderByDescending(s => s.Date)];
    }
}
