using System.Collections.Concurrent;

namespace CodingAhead.Codes.Browse;

/// <summary>
/// How many codes of a set may stand on a claim on a date, in any stretch of keys: running sums, so that a chapter costs two look-ups and not a walk over its codes. The sums of
/// the last few dates are kept.
/// </summary>
internal sealed class CodeCounts(Book book)
{
    private const int MaxKept = 12;

    private readonly ConcurrentDictionary<(CodeSet Set, DateOnly On), (int First, int[] Sums)> kept = new();

    /// <summary>In [first, end).</summary>
    public int Between(CodeKey first, CodeKey end, DateOnly on)
    {
        var (start, sums) = Sums(first.Set, on);
        return sums[At(end)] - sums[At(first)];

        int At(CodeKey key) => Math.Clamp(book.LowerBound(key) - start, 0, sums.Length - 1);
    }

    /// <summary>The code and everything that begins with it.</summary>
    public int Under(CodeKey key, DateOnly on) => Between(key, key.EndOfPrefix, on);

    /// <summary>Whether lists show the code on a date.</summary>
    public bool IsListed(CodeKey key, DateOnly on) => book.Find(key, on).Status is CodeStatus.Active or CodeStatus.NoEdition;

    private (int First, int[] Sums) Sums(CodeSet set, DateOnly on)
    {
        if (kept.TryGetValue((set, on), out var known)) return known;
        var first = book.LowerBound(CodeKey.First(set));
        var keys = book.Keys(set).ToList();
        var sums = new int[keys.Count + 1];
        var counts = new bool[keys.Count];
        var next = default(CodeKey);
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            if (!IsListed(keys[i], on)) continue;
            // A diagnosis may stand on a claim when nothing finer is valid; a procedure of ICD-10-PCS has seven characters.
            counts[i] = set switch
            {
                CodeSet.Icd10Cm => next == default || next >= keys[i].EndOfPrefix,
                CodeSet.Icd10Pcs => keys[i].Code.Length == 7,
                _ => true,
            };
            next = keys[i];
        }

        for (var i = 0; i < keys.Count; i++) sums[i + 1] = sums[i] + (counts[i] ? 1 : 0);
        if (kept.Count >= MaxKept) kept.Clear();
        return kept[(set, on)] = (first, sums);
    }
}
