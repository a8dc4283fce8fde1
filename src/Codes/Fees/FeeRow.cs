using System.Globalization;

namespace CodingAhead.Codes.Fees;

/// <summary>
/// A row of a published schedule that answers a date of service. The edition in force answers; when none is, the nearest earlier one does, marked
/// <see cref="Stale"/>; a later one never.
/// </summary>
/// <param name="Row">The row.</param>
/// <param name="On">The date of service it answers.</param>
/// <param name="Stale">Its edition is over on the date.</param>
public readonly record struct FeeRow(Row Row, DateOnly On, bool Stale)
{
    /// <summary>The line that says so.</summary>
    public SourceLine Source => Row.SourceOn(On);

    /// <summary>A column; empty when blank, or when the table of this book lacks it.</summary>
    public string this[string column] => Array.IndexOf(Row.Table.Columns, column) is var i and >= 0 ? Row[i] : "";

    /// <summary>A column; null when blank.</summary>
    public string? Text(string column) => this[column] is { Length: > 0 } text ? text : null;

    /// <summary>A column as a number; null when blank.</summary>
    public decimal? Number(string column) =>
        decimal.TryParse(this[column], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A column as dollars, with at least two decimals; null when blank.</summary>
    public decimal? Dollars(string column) => Number(column) + 0.00m;

    /// <summary>The rows of a table that answer a date for a key; none when the book lacks the table or every edition is later.</summary>
    public static List<FeeRow> Of(Book book, string table, CodeKey key, DateOnly on)
    {
        var answers = new List<FeeRow>();
        if (book.TableNumber(table) is var number && number < 0) return answers;
        var all = book.Rows(key, book.Tables[number]).ToList();
        if (all.Count == 0 || Newest(book, all[0].Sources[^1].File.Dataset, on) is not { } edition) return answers;
        foreach (var row in all)
        {
            if (row.Holds(on)) answers.Add(new FeeRow(row, on, edition.To < on));
        }

        if (answers.Count > 0 || edition.To >= on) return answers;
        foreach (var row in all)
        {
            if (row.Holds(edition.To)) answers.Add(new FeeRow(row, on, true));
        }

        return answers;
    }

    /// <summary>The edition of a data set that began last on or before a date; null when all are later or none is loaded.</summary>
    public static BookSource? Newest(Book book, string dataset, DateOnly on)
    {
        BookSource? newest = null;
        foreach (var source in book.Sources)
        {
            if (source.Dataset == dataset && source.From <= on && (newest is null || source.From > newest.From)) newest = source;
        }

        return newest;
    }
}
