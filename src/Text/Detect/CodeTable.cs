using System.Collections.Frozen;
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

/// <summary>Every ICD-10-CM code and heading in force on a date, in order, so that those under a heading lie together.</summary>
internal sealed class CodeTable
{
    private readonly Book book;
    private readonly List<CodeEntry> entries = [];
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (char Character, string Label)[]> seventh = new(StringComparer.Ordinal);

    public CodeTable(Book book, DateOnly on)
    {
        this.book = book;
        On = on;
        // Straight over the rows: this is read a hundred thousand times.
        var tables = book.Tables.Select(t => t.Name).ToArray();
        var (order, characters) = (Array.IndexOf(tables, Icd10CmOrder.Order.Name), Array.IndexOf(tables, Icd10CmTabularXml.Seventh.Name));
        var day = Day.Of(on);
        var list = new List<(char, string)>();
        foreach (var key in book.Keys(CodeSet.Icd10Cm))
        {
            var (from, to) = book.FactRange(book.IndexOf(key));
            var found = false;
            list.Clear();
            for (var f = from; f < to; f++)
            {
                ref readonly var fact = ref book.FactAt(f);
                if (fact.Table != order && fact.Table != characters || day < fact.From || day > fact.To) continue;
                var row = new Row(book, f);
                if (fact.Table == characters)
                {
                    if (row.Column(2).IsEmpty && row[0] is [var character]) list.Add((character, row[1]));
                    continue;
                }

                if (found) continue;
                found = true;
                var code = key.Code;
                index.Add(code, entries.Count);
                entries.Add(new CodeEntry(entries.Count, code, row[2], row.Column(0).SequenceEqual("1"u8)));
            }

            if (list.Count > 0) seventh[key.Code] = [.. list];
        }
    }

    /// <summary>The date.</summary>
    public DateOnly On { get; }

    public int Count => entries.Count;

    public CodeEntry this[int at] => entries[at];

    /// <summary>An entry by its code without dot; null when there is none on the date.</summary>
    public CodeEntry? Find(string code) => index.TryGetValue(code, out var at) ? entries[at] : null;

    /// <summary>The entries below a heading, itself not included, in order.</summary>
    public IEnumerable<CodeEntry> Below(CodeEntry heading)
    {
        for (var i = heading.Index + 1; i < entries.Count && entries[i].Under(heading.Code); i++) yield return entries[i];
    }

    /// <summary>The entries directly below a heading: one level down in the list's own nesting.</summary>
    public IEnumerable<CodeEntry> Children(CodeEntry heading)
    {
        string? last = null;
        foreach (var entry in Below(heading))
        {
            if (last is not null && entry.Under(last)) continue;
            last = entry.Code;
            yield return entry;
        }
    }

    /// <summary>The nearest entry above; null for a category.</summary>
    public CodeEntry? Parent(CodeEntry entry)
    {
        for (var n = entry.Code.Length - 1; n >= 3; n--)
        {
            if (Find(entry.Code[..n]) is { } parent) return parent;
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

    /// <summary>The codes that take the place of one that is not in force; empty when none is known.</summary>
    public IEnumerable<CodeEntry> SuccessorsOf(string code)
    {
        if (!CodeKey.TryParse(CodeSet.Icd10Cm, code, out var key)) yield break;
        foreach (var successor in book.Find(key, On).Successors)
        {
            if (Find(successor.Code) is { } entry) yield return entry;
        }
    }
}
