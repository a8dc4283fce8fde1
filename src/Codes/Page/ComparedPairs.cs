using System.Globalization;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Page;

/// <summary>
/// The NCCI pairs of a code on two dates. Each row of the edit files carries its own first and last day, so that a file of a later quarter answers for earlier
/// dates too; a pair with indicator 9 is no edit.
/// </summary>
internal static class ComparedPairs
{
    public static void Add(Differences found, Book book, CodeKey key)
    {
        if (book.PairCount == 0 || key.Set is not (CodeSet.Cpt or CodeSet.Hcpcs)) return;
        var (one, two) = (InForce(book, key, found.One), InForce(book, key, found.Two));
        foreach (var setting in (PtpSetting[])[PtpSetting.Practitioner, PtpSetting.Hospital])
        {
            foreach (var column in (int[])[1, 2])
            {
                var (before, after) = (one.Keys.Count(Counts), two.Keys.Count(Counts));
                if (before != after)
                    found.Add(new Difference("changed", $"ptp.{Name(setting)}.asColumn{column}", $"{FieldWords.Of(Name(setting))}: pairs with this code in column {column}", Number(before), Number(after), null, null));
                bool Counts(Which w) => w.Setting == setting && w.Column == column;
            }
        }

        foreach (var which in one.Keys.Union(two.Keys).OrderBy(w => w.Setting).ThenBy(w => w.Column).ThenBy(w => w.Other))
        {
            var before = one.TryGetValue(which, out var a) ? a : (Pair?)null;
            var after = two.TryGetValue(which, out var b) ? b : (Pair?)null;
            if (before?.Indicator == after?.Indicator) continue;
            found.Add(new Difference(
                before is null ? "added" : after is null ? "removed" : "changed",
                $"ptp.{Name(which.Setting)}.column{which.Column}[{which.Other.Display}]",
                $"{FieldWords.Of(Name(which.Setting))}: {(which.Column == 1 ? $"pays over {which.Other.Display}" : $"not paid beside {which.Other.Display}")}",
                Told(before), Told(after), before is { } x ? found.One.Cite(x.Source) : null, after is { } y ? found.Two.Cite(y.Source) : null));
        }

        found.Close("ncci", "NCCI pairs");
    }

    private static Dictionary<Which, Pair> InForce(Book book, CodeKey key, ComparedPage page)
    {
        var on = page.Page.ShownOn ?? page.Page.On;
        var pairs = new Dictionary<Which, Pair>();
        foreach (var pair in book.PairsWithColumn1(key))
        {
            if (pair.Indicator != 9 && pair.Holds(on)) pairs.TryAdd(new Which(pair.Setting, 1, pair.Column2), pair);
        }

        foreach (var pair in book.PairsWithColumn2(key))
        {
            if (pair.Indicator != 9 && pair.Holds(on)) pairs.TryAdd(new Which(pair.Setting, 2, pair.Column1), pair);
        }

        return pairs;
    }

    private static string Name(PtpSetting setting) => setting == PtpSetting.Practitioner ? "practitioner" : "hospital";

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string? Told(Pair? pair) => pair?.Indicator switch
    {
        null => null,
        0 => "0, never together",
        1 => "1, together with an NCCI modifier",
        var other => Number(other.Value),
    };

    private readonly record struct Which(PtpSetting Setting, int Column, CodeKey Other);
}
