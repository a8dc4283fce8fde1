namespace CodingAhead.Codes.Page;

/// <summary>How many codes an edition lists.</summary>
/// <param name="Edition">As its publisher names it.</param>
/// <param name="From">Its first day.</param>
/// <param name="Count">Codes, without headings and discontinued ones.</param>
public sealed record EditionCount(string Edition, DateOnly From, int Count)
{
    // The list counted for each set: table, and the column and value that leave a row out. CPT by the AMA's own list where it is loaded.
    private static readonly (CodeSet Set, string Table, string Column, string Not)[] Lists =
    [
        (CodeSet.Icd10Cm, "icd10cm-order", "billable", "0"), (CodeSet.Icd10Pcs, "icd10pcs-order", "billable", "0"),
        (CodeSet.Cpt, "cpt-code", "", ""), (CodeSet.Cpt, "opps", "status", "D"), (CodeSet.Hcpcs, "opps", "status", "D"), (CodeSet.Pos, "pos", "", ""),
    ];

    /// <summary>The editions of one list of a set, oldest first; empty when none is loaded.</summary>
    public static IReadOnlyList<EditionCount> Of(Book book, CodeSet set, CancellationToken cancel = default)
    {
        foreach (var (_, name, column, not) in Lists.Where(l => l.Set == set))
        {
            if (book.TableNumber(name) is not (>= 0 and var number)) continue;
            var table = book.Tables[number];
            var counts = new Dictionary<BookSource, int>();
            foreach (var key in book.Keys(set))
            {
                cancel.ThrowIfCancellationRequested();
                foreach (var row in book.Rows(key, table))
                {
                    if (column.Length > 0 && row[column] == not) continue;
                    foreach (var source in row.Sources) counts[source.File] = counts.GetValueOrDefault(source.File) + 1;
                }
            }

            if (counts.Count > 0) return [.. counts.Select(c => new EditionCount(c.Key.Edition, c.Key.From, c.Value)).OrderBy(c => c.From)];
        }

        return [];
    }
}
