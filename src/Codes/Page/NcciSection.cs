using System.Globalization;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Page;

/// <summary>National Correct Coding Initiative: procedure-to-procedure pairs, counted, and medically unlikely edits.</summary>
internal static class NcciSection
{
    /// <summary>The pairs in force; null when the book has none at all.</summary>
    public static PtpCounts? Pairs(PageReader page)
    {
        if (page.Book.PairCount == 0 || page.Key.Set is not (CodeSet.Cpt or CodeSet.Hcpcs)) return null;
        var all = page.Book.PairCounts(page.Key);
        var edition = EditionFor(page.Book, page.Judged);
        if (edition is null) return null;
        SourceLine? line = null;
        var one = Count(page.Book.PairsWithColumn1(page.Key), static p => p.Column2, page.Judged, ref line);
        var two = Count(page.Book.PairsWithColumn2(page.Key), static p => p.Column1, page.Judged, ref line);
        var stale = edition.To < page.Judged;
        if (stale) page.Over(edition);
        return new PtpCounts(
            one.Any, two.Any, new PtpSides(one.Practitioner, two.Practitioner), new PtpSides(one.Hospital, two.Hospital), new PtpSides(all.AsColumn1, all.AsColumn2), edition.Edition, stale,
            line is { } s ? page.Cite(s) : null);
    }

    // Each partner once. Pairs come in the order of their partners, so those of one partner lie together.
    private static (int Any, int Practitioner, int Hospital) Count(IEnumerable<Pair> pairs, Func<Pair, CodeKey> partner, DateOnly on, ref SourceLine? line)
    {
        var (any, practitioner, hospital) = (0, 0, 0);
        var (last, seen) = (default(CodeKey), 0);
        foreach (var pair in pairs)
        {
            if (pair.Indicator == 9 || !pair.Holds(on)) continue;
            line ??= pair.Source;
            if (partner(pair) is var key && key != last) (last, seen) = (key, 0);
            var side = pair.Setting == PtpSetting.Practitioner ? 1 : 2;
            if (seen == 0) any++;
            if (side == 1 && (seen & 1) == 0) practitioner++;
            if (side == 2 && (seen & 2) == 0) hospital++;
            seen |= side;
        }

        return (any, practitioner, hospital);
    }

    /// <summary>As with every edit: the edition in force, or the nearest earlier one, marked; never a later one.</summary>
    public static BookSource? EditionFor(Book book, DateOnly on)
    {
        BookSource? newest = null;
        foreach (var f in book.Sources)
        {
            if (f.From <= on && (newest is null || f.From > newest.From) && f.Dataset.StartsWith("ncci-ptp", StringComparison.Ordinal)) newest = f;
        }

        return newest;
    }

    /// <summary>The units above which a line or day is denied.</summary>
    public static List<MueLimit> Mue(PageReader page)
    {
        var list = new List<MueLimit>();
        foreach (var row in page.Rows("mue"))
        {
            if (!int.TryParse(row["units"], NumberStyles.None, CultureInfo.InvariantCulture, out var units)) continue;
            var mai = row.Text("mai");
            var (label, meaning) = mai is null ? (null, null) : IndicatorSection.Meaning(page, "mue-mai", mai);
            list.Add(new MueLimit(
                row.Text("setting") ?? "practitioner", units, mai, label is null ? meaning : $"{label}: {meaning}", row.Text("rationale"),
                row.Row.SourceOn(page.Judged).File.Edition, row.Stale, page.Cite(row)));
        }

        return list;
    }
}
