using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Page;

/// <summary>
/// Reads one code's rows for its page and numbers the sources cited. A table has one of three answers for a date: the rows in force; nothing,
/// because an edition in force does not list the code; or, when no edition of its data set is in force, the rows of the nearest earlier one, marked stale.
/// </summary>
internal sealed class PageReader(Book book, CodeKey key, DateOnly at, DateOnly judged)
{
    // Tables whose rows carry dates of their own although each edition is a full list.
    private static readonly string[] FullLists = ["hcpcs", "addon", "addon-of"];

    private readonly Dictionary<(int File, int Line), int> numbers = [];
    private readonly List<CitedSource> cited = [];
    private readonly List<string> staleEditions = [];

    public Book Book => book;

    public CodeKey Key => key;

    /// <summary>The date whose content is shown.</summary>
    public DateOnly At => at;

    /// <summary>The date against which editions count as over.</summary>
    public DateOnly Judged => judged;

    public IReadOnlyList<CitedSource> Cited => cited;

    public IReadOnlyList<string> StaleEditions => staleEditions;

    /// <summary>A table of the book by name; null when no release that was loaded has it.</summary>
    public Table? Table(string name) => book.TableNumber(name) is var n and >= 0 ? book.Tables[n] : null;

    /// <summary>All rows of a table for a key, of all times.</summary>
    public IEnumerable<Row> All(string table, CodeKey? of = null) => Table(table) is { } t ? book.Rows(of ?? key, t) : [];

    /// <summary>The rows to show.</summary>
    public List<Shown> Rows(string table, CodeKey? of = null)
    {
        var shown = new List<Shown>();
        var all = All(table, of).ToList();
        if (all.Count == 0) return shown;
        foreach (var dataset in all.GroupBy(r => r.Sources[^1].File.Dataset))
        {
            var newest = Newest(dataset.Key, judged);
            var stale = newest is null || newest.To < judged;
            var rows = dataset.Where(r => r.Holds(judged)).ToList();
            if (rows.Count == 0 && stale)
            {
                var day = newest?.To ?? at;
                rows = dataset.Where(r => r.Holds(day)).ToList();
            }

            // A row without dates of its own says nothing about days before the first edition that has it.
            if (newest is null && dataset.Key != StarterImporter.Dataset) rows.RemoveAll(r => r.From is null && r.To is null);
            if (FullLists.Contains(table) && rows.Count > 1)
            {
                // Rows with dates of their own stay beside those of later editions that word them otherwise: the latest edition speaks.
                var latest = rows.Max(r => Latest(r, judged));
                rows.RemoveAll(r => Latest(r, judged) != latest);
            }

            // A later edition's row that carries its own dates speaks for them; it is not stale.
            shown.AddRange(rows.Select(r => new Shown(r, stale && newest is not null && dataset.Key != StarterImporter.Dataset)));
        }

        return shown;
    }

    private static DateOnly Latest(Row row, DateOnly on) => row.SourceOn(on).File.From;

    /// <summary>The edition of a data set that began last on or before a date.</summary>
    public BookSource? Newest(string dataset, DateOnly on)
    {
        BookSource? newest = null;
        foreach (var s in book.Sources)
        {
            if (s.Dataset == dataset && s.From <= on && (newest is null || s.From > newest.From)) newest = s;
        }

        return newest;
    }

    /// <summary>The number under which the page cites a row's source; notes an edition that is over.</summary>
    public int Cite(Shown shown)
    {
        var source = shown.Row.SourceOn(judged);
        if (shown.Stale) Over(source.File);
        return Cite(source);
    }

    /// <summary>The number under which the page cites a line.</summary>
    public int Cite(SourceLine source)
    {
        if (numbers.TryGetValue((source.File.Number, source.Line), out var id)) return id;
        id = cited.Count + 1;
        numbers.Add((source.File.Number, source.Line), id);
        cited.Add(new CitedSource(id, source.File.Publisher, source.File.Edition, source.File.Path, source.File.Sha256, source.Line));
        return id;
    }

    /// <summary>Notes that an edition shown is over on the date.</summary>
    public void Over(BookSource file)
    {
        var name = $"{file.Publisher} {file.Dataset} {file.Edition}";
        if (!staleEditions.Contains(name)) staleEditions.Add(name);
    }

    /// <summary>Whether lists of codes on the page show a code: it is valid on the date shown, or as far as the editions tell.</summary>
    public bool IsListed(CodeKey other) => book.Find(other, at).Status is CodeStatus.Active or CodeStatus.NoEdition;

    /// <summary>A code as a link, with its title.</summary>
    public CodeRef Ref(CodeKey other) => new(other.Set.Id(), other.Display, Titles.Of(book, other, at), Titles.Billable(book, other, at));
}

/// <summary>A row to show, and whether its edition is over on the date.</summary>
internal readonly record struct Shown(Row Row, bool Stale)
{
    /// <summary>A column; empty when the table of this book lacks it.</summary>
    public string this[string column] => Array.IndexOf(Row.Table.Columns, column) is var i and >= 0 ? Row[i] : "";

    /// <summary>A column; null when blank or lacking.</summary>
    public string? Text(string column) => this[column] is { Length: > 0 } text ? text : null;
}
