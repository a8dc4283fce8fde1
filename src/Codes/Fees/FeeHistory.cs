namespace CodingAhead.Codes.Fees;

/// <summary>A schedule's national amount in one edition.</summary>
/// <param name="Schedule"><c>pfs opps asc clfs asp</c>.</param>
/// <param name="Edition">Its label.</param>
/// <param name="From">First day in force.</param>
/// <param name="Variant">Of 2026's two conversion factors, which; else null.</param>
/// <param name="Amount">Dollars; of the physician schedule the whole service outside a facility, or else in one.</param>
/// <param name="RelativeValue">Total units (physician schedule) or relative weight (hospital).</param>
/// <param name="ConversionFactor">Dollars for a unit, physician schedule only.</param>
/// <param name="Source">Where it stands.</param>
public sealed record FeeOfEdition(string Schedule, string Edition, DateOnly From, string? Variant, decimal Amount, decimal? RelativeValue, decimal? ConversionFactor, SourceLine Source);

/// <summary>What every loaded edition of a schedule pays for a code, oldest first: only what the book has, no edition is filled in.</summary>
public static class FeeHistory
{
    /// <summary>All editions of all schedules, by schedule.</summary>
    public static IReadOnlyList<FeeOfEdition> Of(Book book, CodeKey code)
    {
        var list = new List<FeeOfEdition>();
        foreach (var (edition, _) in Editions(book, code, "pfs-rvu"))
        {
            foreach (var values in PhysicianFees.Listed(book, code, edition.From).Where(v => v.Modifier is null && v.Row.Source.File.Edition == edition.Edition))
            {
                var setting = PhysicianFees.National(values, FeeSetting.NonFacility) is null ? FeeSetting.Facility : FeeSetting.NonFacility;
                if (PhysicianFees.National(values, setting) is { } fee)
                    list.Add(new FeeOfEdition("pfs", edition.Edition, edition.From, values.Variant, fee.Amount, values.In(setting).Total, values.ConversionFactor, values.Row.Source));
            }
        }

        foreach (var (schedule, table, column, weight) in Others)
        {
            foreach (var (edition, rows) in Editions(book, code, table))
            {
                foreach (var row in rows.Select(r => new FeeRow(r, edition.From, false)).Where(r => r["modifier"].Length == 0))
                {
                    if (row.Dollars(column) is { } amount) list.Add(new FeeOfEdition(schedule, edition.Edition, edition.From, null, amount, weight.Length > 0 ? row.Number(weight) : null, null, row.Source));
                }
            }
        }

        return list;
    }

    private static readonly (string Schedule, string Table, string Column, string Weight)[] Others =
        [("opps", "opps", "paymentRate", "relativeWeight"), ("asc", "asc", "rate", "weight"), ("clfs", "clfs", "rate", ""), ("asp", "asp", "paymentLimit", "")];

    private static IEnumerable<(BookSource Edition, List<Row> Rows)> Editions(Book book, CodeKey code, string table) => book.TableNumber(table) is var n and >= 0
        ? book.Rows(code, book.Tables[n]).SelectMany(r => r.Sources.Select(s => (s.File, Row: r))).GroupBy(s => s.File.Edition)
            .Select(g => (g.First().File, g.Select(s => s.Row).ToList())).OrderBy(e => e.File.From)
        : [];
}
