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
        var (any1, any2) = (new HashSet<CodeKey>(), new HashSet<CodeKey>());
        var sides = new (HashSet<CodeKey> One, HashSet<CodeKey> Two)[] { ([], []), ([], []) };
        var edition = EditionFor(page.Book, page.Judged);
        if (edition is null) return null;
        SourceLine? line = null;
        foreach (var pair in page.Book.PairsWithColumn1(page.Key)) Count(pair, pair.Column2, any1, sides[(int)pair.Setting].One);
        foreach (var pair in page.Book.PairsWithColumn2(page.Key)) Count(pair, pair.Column1, any2, sides[(int)pair.Setting].Two);
        var stale = edition.To < page.Judged;
        if (stale) page.Over(edition);
        return new PtpCounts(
            any1.Count, any2.Count, Sides(sides[0]), Sides(sides[1]), new PtpSides(all.AsColumn1, all.AsColumn2), edition.Edition, stale, line is { } s ? page.Cite(s) : null);

        void Count(Pair pair, CodeKey partner, HashSet<CodeKey> any, HashSet<CodeKey> side)
        {
            if (pair.Indicator == 9 || !pair.Holds(page.Judged)) return;
            line ??= pair.Source;
            any.Add(partner);
            side.Add(partner);
        }

        static PtpSides Sides((HashSet<CodeKey> One, HashSet<CodeKey> Two) s) => new(s.One.Count, s.Two.Count);
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
