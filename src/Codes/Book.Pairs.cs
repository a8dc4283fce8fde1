namespace CodingAhead.Codes;

/// <summary>The NCCI procedure-to-procedure edits of a book, read from either side.</summary>
public sealed unsafe partial class Book
{
    /// <summary>NCCI pairs with the code as column 1, in column 2 order.</summary>
    public IEnumerable<Pair> PairsWithColumn1(CodeKey key)
    {
        var index = IndexOf(key);
        if (index < 0 || index >= pairKeys) yield break;
        var (from, to) = (Start(0, index), Start(0, index + 1));
        for (var i = from; i < to; i++) yield return PairAt(key, i);
    }

    /// <summary>NCCI pairs with the code as column 2, in column 1 order.</summary>
    public IEnumerable<Pair> PairsWithColumn2(CodeKey key)
    {
        var index = IndexOf(key);
        if (index < 0 || index >= pairKeys) yield break;
        var at = Start(1, index);
        for (var (count, row) = (PackedNumber(ref at), 0); count > 0; count--)
        {
            row += PackedNumber(ref at);
            yield return PairAt(Column1Of(row), row);
        }
    }

    /// <summary>NCCI pairs of two codes with the first as column 1, of all times; empty, and nothing is allocated, when there are none.</summary>
    public IReadOnlyList<Pair> PairsOf(CodeKey column1, CodeKey column2) => PairsOf(PlaceOf(column1), PlaceOf(column2));

    /// <summary>Where a code stands in this book, for those who ask about its pairs again and again: a search less each time.</summary>
    public CodePlace PlaceOf(CodeKey key) => new(key, IndexOf(key));

    /// <summary>As <see cref="PairsOf(CodeKey, CodeKey)"/>, of codes whose places in this book are known.</summary>
    public IReadOnlyList<Pair> PairsOf(CodePlace column1, CodePlace column2)
    {
        var (first, second) = (column1.Index, column2.Index);
        if (first < 0 || first >= pairKeys || second < 0) return [];
        var (low, high) = (Start(0, first), Start(0, first + 1));
        var end = high;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (pairs[middle].Column2.Value < second) low = middle + 1;
            else high = middle;
        }

        if (low == end || pairs[low].Column2.Value != second) return [];
        var list = new List<Pair>(2);
        for (; low < end && pairs[low].Column2.Value == second; low++) list.Add(PairAt(column1.Key, low));
        return list;
    }

    /// <summary>How many pairs have the code as column 1 and as column 2, deleted ones included.</summary>
    public (int AsColumn1, int AsColumn2) PairCounts(CodeKey key)
    {
        var index = IndexOf(key);
        if (index < 0 || index >= pairKeys) return (0, 0);
        var at = Start(1, index);
        return ((int)(pairStarts[index + 1] - pairStarts[index]), PackedNumber(ref at));
    }

    private int Start(int direction, int index) => (int)(direction == 0 ? pairStarts : pairsByColumn2Starts)[index];

    private Pair PairAt(CodeKey column1, int row) => new(this, column1, pairs[row], pairForms[pairs[row].Form.Value]);

    // Seven bits a byte, low first; the high bit says that more follow.
    private int PackedNumber(ref int at)
    {
        for (var (number, shift) = (0, 0); ; shift += 7)
        {
            var b = pairsByColumn2[at++];
            number |= (b & 0x7F) << shift;
            if (b < 0x80) return number;
        }
    }

    private CodeKey Column1Of(int row)
    {
        var (low, high) = (0, pairKeys - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pairStarts[middle] <= row) low = middle;
            else high = middle - 1;
        }

        return KeyAt(low);
    }
}

/// <summary>A code and where it stands in the book that was asked; below 0: nowhere.</summary>
public readonly record struct CodePlace(CodeKey Key, int Index);
