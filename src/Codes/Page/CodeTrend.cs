using System.Globalization;

namespace CodingAhead.Codes.Page;

/// <summary>A figure of a code over the editions that have it.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="Unit"><c>RVU</c> or <c>$</c>.</param>
/// <param name="Points">Oldest first, one an edition.</param>
public sealed record CodeTrend(string Name, string Unit, IReadOnlyList<TrendPoint> Points)
{
    // Name, unit, table, column. Of the fee schedule the whole service; from 2026 the row of those who are not APM participants.
    private static readonly (string Name, string Unit, string Table, string Column)[] All =
    [
        ("Total relative values, office", "RVU", "pfs-rvu", "nonFacilityTotal"),
        ("Total relative values, facility", "RVU", "pfs-rvu", "facilityTotal"),
        ("OPPS payment rate", "$", "opps", "paymentRate"),
        ("Laboratory fee", "$", "clfs", "rate"),
    ];

    /// <summary>The figures that two editions or more have.</summary>
    public static IReadOnlyList<CodeTrend> Of(Book book, CodeKey key)
    {
        var trends = new List<CodeTrend>();
        foreach (var (name, unit, table, column) in All)
        {
            if (book.TableNumber(table) is not (>= 0 and var number) || Array.IndexOf(book.Tables[number].Columns, column) is not (>= 0 and var at)) continue;
            var points = new SortedDictionary<DateOnly, TrendPoint>();
            foreach (var row in book.Rows(key, book.Tables[number]))
            {
                var shown = new Shown(row, false);
                if (shown["modifier"].Length > 0 || shown["variant"] is "qpp" or "qp") continue;
                if (!decimal.TryParse(row[at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value == 0) continue;
                foreach (var source in row.Sources) points[source.File.From] = new TrendPoint(source.File.From, source.File.Edition, value);
            }

            if (points.Count > 1) trends.Add(new CodeTrend(name, unit, [.. points.Values]));
        }

        return trends;
    }
}

/// <summary>A figure in an edition.</summary>
/// <param name="From">The edition's first day.</param>
/// <param name="Edition">Its name.</param>
/// <param name="Value">The figure.</param>
public sealed record TrendPoint(DateOnly From, string Edition, decimal Value);

/// <summary>Everything that changed about a code: what its page lists, and what is summed up.</summary>
/// <param name="Set">The code set.</param>
/// <param name="Code">The code as people write it.</param>
/// <param name="Changes">Changes between editions, newest first.</param>
/// <param name="Pairs">NCCI pairs begun and ended, newest first.</param>
/// <param name="Trends">Figures over the editions.</param>
/// <param name="Sources">The lines that the changes cite.</param>
public sealed record CodeHistory(string Set, string Code, IReadOnlyList<Change> Changes, IReadOnlyList<PairHistory> Pairs, IReadOnlyList<CodeTrend> Trends, IReadOnlyList<CitedSource> Sources)
{
    /// <summary>The history of a code.</summary>
    public static CodeHistory Of(Book book, CodeKey key, DateOnly on)
    {
        var page = CodePageBuilder.Build(book, key, on);
        var cited = page.History.Select(c => c.Source).OfType<int>().ToHashSet();
        return new CodeHistory(page.Set, page.Code, page.History, PairHistory.Of(book, key), CodeTrend.Of(book, key), [.. page.Sources.Where(s => cited.Contains(s.Id))]);
    }
}
