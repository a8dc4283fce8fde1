namespace CodingAhead.Codes.Page;

/// <summary>What came, went and changed in a code set between two dates. Of all codes and headings that are valid on either.</summary>
/// <param name="Set">The code set.</param>
/// <param name="From">The earlier date.</param>
/// <param name="To">The later date.</param>
/// <param name="Changes">In the order of the codes.</param>
public sealed record EditionChanges(CodeSet Set, DateOnly From, DateOnly To, IReadOnlyList<CodeChange> Changes)
{
    // Indicators whose change a coder has to know at once, by set: table, column, words. Amounts change every quarter and are not among them.
    private static readonly (string Table, string Column)[] Watched =
    [
        ("pfs-rvu", "status"), ("pfs-rvu", "global"), ("pfs-rvu", "pctc"), ("pfs-rvu", "multiple"), ("pfs-rvu", "bilateral"), ("pfs-rvu", "assistant"),
        ("pfs-rvu", "coSurgeon"), ("pfs-rvu", "team"), ("opps", "status"), ("hcpcs", "coverage"), ("hcpcs", "pricing"),
    ];

    // Tables that a title, or whether a code is billable, is read from.
    private static readonly string[] Telling = ["icd10cm-order", "icd10pcs-order", "mce-validity", "hcpcs", "pos", "icd10cm-tabular", "descriptor", "starter-label"];

    /// <summary>Compares two dates.</summary>
    public static EditionChanges Between(Book book, CodeSet set, DateOnly from, DateOnly to, CancellationToken cancel = default)
    {
        var changes = new List<CodeChange>();
        var watched = set is CodeSet.Cpt or CodeSet.Hcpcs ? Watched.Where(w => book.Tables.Any(t => t.Name == w.Table && t.Columns.Contains(w.Column))).ToList() : [];
        var relevant = Telling.Concat(watched.Select(w => w.Table)).Select(book.TableNumber).Where(n => n >= 0).ToHashSet();
        foreach (var key in book.Keys(set))
        {
            cancel.ThrowIfCancellationRequested();
            var (before, after) = (book.Find(key, from).Status == CodeStatus.Active, book.Find(key, to).Status == CodeStatus.Active);
            if (!before && !after) continue;
            if (!before || !after)
            {
                if (!Shown(book, key, before, from, to)) continue;
                changes.Add(new CodeChange(
                    key, before ? ChangeKind.Deleted : ChangeKind.Added, Titles.Of(book, key, before ? from : to), Titles.Billable(book, key, before ? from : to),
                    before ? book.Find(key, to).Successors : [], []));
                continue;
            }

            if (Moved(book, key, relevant, Day.Of(from), Day.Of(to)) && Compare(book, key, from, to, watched) is { } change) changes.Add(change);
        }

        return new EditionChanges(set, from, to, changes);
    }

    // Addendum B lists no codes that hospitals cannot bill: that it goes on where the HCPCS file ends deletes nothing. A code came or went where a release dates
    // that, or where a data set that has the code on one date has an edition without it on the other. ICD-10 lists are whole by themselves.
    private static bool Shown(Book book, CodeKey key, bool before, DateOnly from, DateOnly to)
    {
        if (key.Set is not (CodeSet.Cpt or CodeSet.Hcpcs)) return true;
        var (has, lacks) = before ? (from, to) : (to, from);
        foreach (var period in book.ValidityAt(book.IndexOf(key)))
        {
            if (before ? period.Ends && Day.Date(period.To) is { } last && last >= from && last < to : period.Begins && Day.Date(period.From) is { } first && first > from && first <= to) return true;
        }

        foreach (var row in book.Rows(key))
        {
            if (!row.Holds(has) || row.Table.Name is not ("opps" or "hcpcs" or "pfs-rvu" or "cpt-code" or "clfs")) continue;
            if (book.Sources.Any(s => s.Dataset == row.SourceOn(has).File.Dataset && s.From <= lacks && lacks <= s.To)) return true;
        }

        return false;
    }

    // Whether a row begins or ends between the dates: of most codes none does, and nothing has to be read.
    private static bool Moved(Book book, CodeKey key, HashSet<int> relevant, ushort from, ushort to)
    {
        if (from > to) (from, to) = (to, from);
        var (first, end) = book.FactRange(book.IndexOf(key));
        for (var f = first; f < end; f++)
        {
            ref readonly var fact = ref book.FactAt(f);
            if ((fact.From > from && fact.From <= to || fact.To >= from && fact.To < to) && relevant.Contains(fact.Table)) return true;
        }

        return false;
    }

    private static CodeChange? Compare(Book book, CodeKey key, DateOnly from, DateOnly to, List<(string Table, string Column)> watched)
    {
        var fields = new List<FieldChange>();
        var (title1, title2) = (Titles.Of(book, key, from), Titles.Of(book, key, to));
        if (title1 != title2 && !title1.Split(' ', StringSplitOptions.RemoveEmptyEntries).SequenceEqual(title2.Split(' ', StringSplitOptions.RemoveEmptyEntries))) fields.Add(new FieldChange("title", title1, title2));
        var (billable1, billable2) = (Titles.Billable(book, key, from), Titles.Billable(book, key, to));
        if (billable1 != billable2) fields.Add(new FieldChange("billable", billable1 ? "true" : "false", billable2 ? "true" : "false"));
        foreach (var (table, column) in watched)
        {
            // Only a value that both dates have: a quarter that is not loaded changes nothing.
            if (Whole(book, key, table, column, from) is { Length: > 0 } one && Whole(book, key, table, column, to) is { Length: > 0 } two && one != two)
                fields.Add(new FieldChange($"{table}.{column}", one, two));
        }

        if (fields.Count == 0) return null;
        // A code split into more exact ones stays as their heading and may no longer stand on a claim; CDC and CMS count it as deleted, and as new the other way round.
        var kind = billable1 && !billable2 ? ChangeKind.Deleted : !billable1 && billable2 ? ChangeKind.Added : ChangeKind.Revised;
        var below = kind == ChangeKind.Deleted ? book.KeysUnder(key).Where(k => k != key && book.Find(k, to).Status == CodeStatus.Active && Titles.Billable(book, k, to)).ToList() : [];
        return new CodeChange(key, kind, title2, kind == ChangeKind.Deleted || billable2, below, fields);
    }

    // The value in the row of the whole service.
    private static string? Whole(Book book, CodeKey key, string table, string column, DateOnly on)
    {
        foreach (var row in book.Rows(key, book.Tables[book.TableNumber(table)], on))
        {
            var modifier = Array.IndexOf(row.Table.Columns, "modifier");
            if (modifier < 0 || row.Column(modifier).IsEmpty) return row[column];
        }

        return null;
    }
}

/// <summary>What became of a code from one edition to the next.</summary>
public enum ChangeKind : byte
{
    /// <summary>New, or a heading that became a code.</summary>
    Added,

    /// <summary>Gone, or a code that became the heading of more exact ones.</summary>
    Deleted,

    /// <summary>Its title, whether it is billable, or an indicator changed.</summary>
    Revised,
}

/// <summary>A code that changed.</summary>
/// <param name="Key">The code.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Title">Its title: of a deleted code the last one.</param>
/// <param name="Billable">It counts as a code: it may stand, or until now could stand, on a claim; false for headings.</param>
/// <param name="Successors">What is coded instead of a deleted code.</param>
/// <param name="Fields">What changed in it.</param>
public sealed record CodeChange(CodeKey Key, ChangeKind Kind, string Title, bool Billable, IReadOnlyList<CodeKey> Successors, IReadOnlyList<FieldChange> Fields);

/// <summary>A value before and after.</summary>
/// <param name="Field"><c>title</c>, <c>billable</c>, or table and column.</param>
/// <param name="From">Before.</param>
/// <param name="To">After.</param>
public sealed record FieldChange(string Field, string? From, string? To);
