using CodingAhead.Codes;
using CodingAhead.Codes.Import;

namespace CodingAhead.Text.Detect;

/// <summary>An ICD-10-CM entry on a date.</summary>
/// <param name="Index">Its place in the table.</param>
/// <param name="Code">Without dot.</param>
/// <param name="Title">The official long title.</param>
/// <param name="Billable">May stand on a claim.</param>
internal sealed record CodeEntry(int Index, string Code, string Title, bool Billable)
{
    /// <summary>As people write it.</summary>
    public string Display => CodeKey.Written(CodeSet.Icd10Cm, Code);

    /// <summary>The first three characters.</summary>
    public ReadOnlySpan<char> Category => Code.AsSpan(0, 3);

    public bool Under(string prefix) => Code.StartsWith(prefix, StringComparison.Ordinal);
}

/// <summary>Every ICD-10-CM code and heading in force on a date, in order, so that those under a heading lie together. Texts are read from the book when asked for.</summary>
internal sealed class CodeTable
{
    private readonly Book book;
    private readonly int firstKey;
    // For each key of the book from the first of ICD-10-CM on: its entry, or -1.
    private readonly int[] entryOfKey;
    private readonly int[] keys;
    private readonly int[] facts;
    private readonly CodeEntry?[] entries;
    private readonly CodeEntry[]?[] children;
    private readonly int[] masks;
    private readonly int[] unqualified;
    private readonly Dictionary<string, (char Character, string Label)[]> seventh = new(StringComparer.Ordinal);

    public CodeTable(Book book, DateOnly on)
    {
        this.book = book;
        On = on;
        var (order, characters) = (book.TableNumber(Icd10CmOrder.Order.Name), book.TableNumber(Icd10CmTabularXml.Seventh.Name));
        var day = Day.Of(on);
        firstKey = book.LowerBound(CodeKey.First(CodeSet.Icd10Cm));
        entryOfKey = new int[book.LowerBound(CodeKey.First(CodeSet.Icd10Cm + 1)) - firstKey];
        var (keyList, factList) = (new List<int>(), new List<int>());
        var list = new List<(char, string)>();
        for (var k = 0; k < entryOfKey.Length; k++)
        {
            entryOfKey[k] = -1;
            var (from, to) = book.FactRange(firstKey + k);
            list.Clear();
            for (var f = from; f < to; f++)
            {
                ref readonly var fact = ref book.FactAt(f);
                if (fact.Table != order && fact.Table != characters || day < fact.From || day > fact.To) continue;
                if (fact.Table == characters)
                {
                    var row = new Row(book, f);
                    if (row.Column(2).IsEmpty && row[0] is [var character]) list.Add((character, row[1]));
                }
                else if (entryOfKey[k] < 0)
                {
                    entryOfKey[k] = keyList.Count;
                    keyList.Add(firstKey + k);
                    factList.Add(f);
                }
            }

            if (list.Count > 0) seventh[book.KeyAt(firstKey + k).Code] = [.. list];
        }

        (keys, facts, entries) = ([.. keyList], [.. factList], new CodeEntry?[keyList.Count]);
        (children, masks, unqualified) = (new CodeEntry[]?[entries.Length], new int[entries.Length], new int[entries.Length]);
    }

    /// <summary>The date.</summary>
    public DateOnly On { get; }

    public int Count => entries.Length;

    // Two threads may make the same entry; either is as good.
    public CodeEntry this[int at] => entries[at] ??= Make(at);

    /// <summary>An entry by its code without dot; null when there is none on the date.</summary>
    public CodeEntry? Find(ReadOnlySpan<char> code) =>
        CodeKey.TryParse(CodeSet.Icd10Cm, code, out var key) && book.IndexOf(key) - firstKey is var at && (uint)at < (uint)entryOfKey.Length && entryOfKey[at] is >= 0 and var entry ? this[entry] : null;

    /// <summary>The entries below a heading, itself not included, in order.</summary>
    public IEnumerable<CodeEntry> Below(CodeEntry heading)
    {
        for (var i = heading.Index + 1; i < entries.Length && this[i].Under(heading.Code); i++) yield return this[i];
    }

    /// <summary>The entries directly below a heading: one level down in the list's own nesting.</summary>
    public IReadOnlyList<CodeEntry> Children(CodeEntry heading) => children[heading.Index] ??= FindChildren(heading);

    private CodeEntry[] FindChildren(CodeEntry heading)
    {
        var found = new List<CodeEntry>();
        foreach (var entry in Below(heading))
        {
            if (found.Count == 0 || !entry.Under(found[^1].Code)) found.Add(entry);
        }

        return [.. found];
    }

    /// <summary>The entry directly below a heading to which the Tabular List gives the heading's title without more ("Mumps NOS" at B26.9); null when it does so nowhere.</summary>
    public CodeEntry? Unqualified(CodeEntry heading)
    {
        ref var known = ref unqualified[heading.Index];
        if (known == 0)
        {
            string[] wanted = [heading.Title, heading.Title + " NOS"];
            known = Children(heading).FirstOrDefault(c => OwnNotes(c, "inclusionTerm").Any(n => wanted.Contains(n, StringComparer.OrdinalIgnoreCase))) is { } found ? found.Index + 1 : -1;
        }

        return known > 0 ? this[known - 1] : null;
    }

    /// <summary>What <paramref name="of"/> makes of an entry's title, computed once: at most 31 bits, and always by the same function.</summary>
    public int MaskOf(CodeEntry entry, Func<string, int> of)
    {
        ref var mask = ref masks[entry.Index];
        if (mask == 0) mask = of(entry.Title) | int.MinValue;
        return mask & int.MaxValue;
    }

    /// <summary>The nearest entry above; null for a category.</summary>
    public CodeEntry? Parent(CodeEntry entry)
    {
        for (var n = entry.Code.Length - 1; n >= 3; n--)
        {
            if (Find(entry.Code.AsSpan(0, n)) is { } parent) return parent;
        }

        return null;
    }

    /// <summary>The seventh characters that are due below an entry; none when there are none.</summary>
    public (char Character, string Label)[] SeventhOf(CodeEntry entry)
    {
        for (var n = entry.Code.Length; n >= 3; n--)
        {
            if (seventh.TryGetValue(entry.Code[..n], out var found)) return found;
        }

        return [];
    }

    /// <summary>The notes of a kind at an entry and at the headings above it, the nearest first.</summary>
    public IEnumerable<(string At, string Text)> Notes(CodeEntry entry, string kind)
    {
        for (var n = entry.Code.Length; n >= 3; n--)
        {
            var at = entry.Code[..n];
            if (!CodeKey.TryParse(CodeSet.Icd10Cm, at, out var key)) continue;
            foreach (var row in book.Rows(key, Icd10CmTabularXml.Note, On))
            {
                if (row[0] == kind) yield return (at, row[2]);
            }
        }
    }

    /// <summary>The tabular notes of a kind at an entry itself, not at those above it.</summary>
    public IEnumerable<string> OwnNotes(CodeEntry entry, string kind)
    {
        if (!CodeKey.TryParse(CodeSet.Icd10Cm, entry.Code, out var key)) yield break;
        foreach (var row in book.Rows(key, Icd10CmTabularXml.Note, On))
        {
            if (row[0] == kind) yield return row[2];
        }
    }

    /// <summary>The main terms under which the index of diseases leads to an entry; of every edition, and one may come twice.</summary>
    public IEnumerable<string> MainTerms(CodeEntry entry)
    {
        if (!CodeKey.TryParse(CodeSet.Icd10Cm, entry.Code, out var key)) yield break;
        foreach (var row in book.Rows(key, Icd10CmIndex.Index))
        {
            if (row[0] == "disease") yield return row[1].Split(" > ", 2)[0];
        }
    }

    /// <summary>The codes that take the place of one that is not in force; empty when none is known.</summary>
    public IEnumerable<CodeEntry> SuccessorsOf(string code)
    {
        if (!CodeKey.TryParse(CodeSet.Icd10Cm, code, out var key)) yield break;
        foreach (var successor in book.Find(key, On).Successors)
        {
            if (Find(successor.Code) is { } entry) yield return entry;
        }
    }

    /// <summary>The title of a billable entry as the book has it, in UTF-8; false for a heading.</summary>
    public bool TryTitle(int at, out ReadOnlySpan<byte> title)
    {
        var row = new Row(book, facts[at]);
        title = row.Column(2);
        return row.Column(0).SequenceEqual("1"u8);
    }

    private CodeEntry Make(int at)
    {
        var row = new Row(book, facts[at]);
        return new CodeEntry(at, book.KeyAt(keys[at]).Code, row[2], row.Column(0).SequenceEqual("1"u8));
    }
}
