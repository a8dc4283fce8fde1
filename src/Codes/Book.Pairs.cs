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
