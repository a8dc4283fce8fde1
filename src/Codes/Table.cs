namespace CodingAhead.Codes;

/// <summary>
/// The columns of one kind of row in the book. A row belongs to one key, holds for an interval of dates, and cites its source line.
/// The book carries its own table names and columns, so a reader of a later program finds what an earlier one wrote.
/// </summary>
/// <param name="Name">Unique, lower case with dashes, as in <c>pfs-rvu</c>.</param>
/// <param name="Columns">Column names in order; a row has exactly these, tab-separated.</param>
public sealed record Table(string Name, params string[] Columns)
{
    /// <summary>
    /// True when each edition is a full list, so that a row holds while its edition is in force and ends where the next edition begins;
    /// false when rows carry their own dates or an edition only adds to the earlier ones.
    /// </summary>
    public bool Snapshot { get; init; } = true;

    /// <summary>True when a row shows that its code exists on the row's dates; false for tables that only describe codes found elsewhere.</summary>
    public bool Defines { get; init; }

    /// <summary>For a defining table: a column and a value with which a row says the opposite, as in OPPS status D, "discontinued code".</summary>
    public (string Column, string Value)? ExceptWhen { get; init; }

    /// <summary>
    /// For a defining table: the code sets of which each edition lists every valid code, so that absence from an edition in force means "not valid".
    /// </summary>
    public IReadOnlyList<CodeSet> Complete { get; init; } = [];

    /// <summary>The position of a column; throws when there is none, as that is a bug.</summary>
    public int this[string column]
    {
        get
        {
            var i = Array.IndexOf(Columns, column);
            return i >= 0 ? i : throw new ArgumentException($"table {Name} has no column {column}");
        }
    }
}
