using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Page;

/// <summary>NCCI pairs of a code that began and ended on a day, by the dates that the edit files state for each pair.</summary>
/// <param name="Date">The first day with the new pairs, and the first without the deleted ones.</param>
/// <param name="Setting"><c>practitioner outpatient-hospital</c>.</param>
/// <param name="AddedAsColumn1">Pairs added in which this code is paid.</param>
/// <param name="DeletedAsColumn1">Pairs deleted in which it was.</param>
/// <param name="AddedAsColumn2">Pairs added in which this code is not paid.</param>
/// <param name="DeletedAsColumn2">Pairs deleted in which it was not.</param>
public sealed record PairHistory(DateOnly Date, string Setting, int AddedAsColumn1, int DeletedAsColumn1, int AddedAsColumn2, int DeletedAsColumn2)
{
    /// <summary>Newest first. A pair whose indicator changed ends and begins on one day; one that was withdrawn back to its first day never was.</summary>
    public static IReadOnlyList<PairHistory> Of(Book book, CodeKey key)
    {
        if (key.Set is not (CodeSet.Cpt or CodeSet.Hcpcs) || book.PairCount == 0) return [];
        var days = new Dictionary<(DateOnly, PtpSetting), int[]>();
        foreach (var pair in book.PairsWithColumn1(key)) Count(pair, 0);
        foreach (var pair in book.PairsWithColumn2(key)) Count(pair, 2);
        return
        [
            .. days.OrderByDescending(d => d.Key.Item1).ThenBy(d => d.Key.Item2)
                .Select(d => new PairHistory(d.Key.Item1, d.Key.Item2 == PtpSetting.Practitioner ? "practitioner" : "outpatient-hospital", d.Value[0], d.Value[1], d.Value[2], d.Value[3])),
        ];

        void Count(Pair pair, int side)
        {
            if (pair.Indicator == 9 || pair.From is { } f && pair.To is { } t && t <= f) return;
            if (pair.From is { } from) At(from, pair.Setting)[side]++;
            if (pair.To is { } to) At(to.AddDays(1), pair.Setting)[side + 1]++;
        }

        int[] At(DateOnly date, PtpSetting setting)
        {
            if (!days.TryGetValue((date, setting), out var counts)) days[(date, setting)] = counts = new int[4];
            return counts;
        }
    }
}
