using System.Runtime.CompilerServices;

namespace CodingAhead.Codes.Page;

/// <summary>
/// What the book has only in one direction, turned round: which codes the equivalence maps lead from, which diagnoses a CCSR category holds. Read once a book, when first asked
/// for, and forgotten with it.
/// </summary>
internal sealed class ReverseMaps
{
    private static readonly ConditionalWeakTable<Book, ReverseMaps> Books = [];

    private readonly Lazy<ILookup<CodeKey, CodeKey>> maps;
    private readonly Lazy<ILookup<CodeKey, CodeKey>> categories;

    private ReverseMaps(Book book)
    {
        maps = new(() => Turn(book, [CodeSet.Icd10Cm, CodeSet.Icd10Pcs, CodeSet.Icd9Cm, CodeSet.Icd9Proc], ["gem-icd10", "gem-icd9"], Mapped));
        categories = new(() => Turn(book, [CodeSet.Icd10Cm], ["ccsr"], static row => CodeKey.TryParse(CodeSet.Ccsr, row.Column(0), out var key) ? key : null));
    }

    /// <summary>Those of a book.</summary>
    public static ReverseMaps Of(Book book) => Books.GetValue(book, static b => new ReverseMaps(b));

    /// <summary>The codes whose map names this one, in order.</summary>
    public IEnumerable<CodeKey> To(CodeKey target) => maps.Value[target];

    /// <summary>The diagnoses that any edition puts into a category, in order.</summary>
    public IEnumerable<CodeKey> In(CodeKey category) => categories.Value[category];

    private static CodeKey? Mapped(Row row) =>
        CodeSets.TryParse(row[0], out var set) && CodeKey.TryParse(set, row.Column(1), out var key) ? key : null;

    private static ILookup<CodeKey, CodeKey> Turn(Book book, CodeSet[] sets, string[] tables, Func<Row, CodeKey?> target)
    {
        var numbers = tables.Select(book.TableNumber).Where(n => n >= 0).ToHashSet();
        var pairs = new HashSet<(CodeKey Target, CodeKey From)>();
        foreach (var set in numbers.Count == 0 ? [] : sets)
        {
            var first = book.LowerBound(CodeKey.First(set));
            for (var index = first; index < book.KeyCount && book.KeyAt(index).Set == set; index++)
            {
                var (from, to) = book.FactRange(index);
                for (var fact = from; fact < to; fact++)
                {
                    if (numbers.Contains(book.FactAt(fact).Table) && target(new Row(book, fact)) is { } key) pairs.Add((key, book.KeyAt(index)));
                }
            }
        }

        return pairs.OrderBy(p => p.From).ToLookup(p => p.Target, p => p.From);
    }
}
