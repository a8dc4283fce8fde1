namespace CodingAhead.Claims.Csv;

/// <summary>The columns of a file, as its first row names them. They have the names of the JSON's fields.</summary>
internal sealed class CsvColumns
{
    /// <summary>Every column there is: of the claim first, then of the line.</summary>
    public static readonly string[] All =
    [
        "claim", "setting", "sex", "birthDate", "mbi", "npi", "zip", "mac", "locality", "participating", "kind", "qp", "specialty", "state", "diagnoses",
        "code", "modifiers", "units", "charge", "date", "to", "pos", "dx", "minutes", "ndc",
    ];

    /// <summary>Those before this one are about the whole claim.</summary>
    public static readonly int FirstOfLine = Array.IndexOf(All, "code");

    private readonly int[] at;

    private CsvColumns(int[] at, byte separator) => (this.at, Separator) = (at, separator);

    /// <summary>Comma, semicolon or tab.</summary>
    public byte Separator { get; }

    /// <summary>How many cells a row may have.</summary>
    public int Count { get; private init; }

    /// <summary>The position of a column in the file; -1 when it has none.</summary>
    public int At(int column) => at[column];

    /// <summary>Reads the first row; null, and why, when it cannot be used.</summary>
    public static CsvColumns? Of(ReadOnlySpan<byte> row, out string? error)
    {
        error = null;
        var separator = row.Contains((byte)'\t') ? (byte)'\t' : row.Contains((byte)',') ? (byte)',' : (byte)';';
        var names = CsvRow.Cells(row, separator) ?? [];
        var at = new int[All.Length];
        Array.Fill(at, -1);
        for (var i = 0; i < names.Count; i++)
        {
            var column = Array.FindIndex(All, a => a.Equals(names[i], StringComparison.OrdinalIgnoreCase));
            if (column < 0) error ??= $"Column {i + 1} of the first row: expected one of {string.Join(", ", All)}.";
            else if (at[column] >= 0) error ??= $"Column {i + 1} of the first row: expected each name once.";
            else at[column] = i;
        }

        foreach (var needed in (string[])["code", "date"])
        {
            if (at[Array.IndexOf(All, needed)] < 0) error ??= $"The first row: expected a column {needed}.";
        }

        return error is null ? new CsvColumns(at, separator) { Count = names.Count } : null;
    }
}

/// <summary>A row with its columns' names.</summary>
internal readonly struct CsvCells(CsvColumns columns, List<string> cells)
{
    /// <summary>More cells than the first row has names for.</summary>
    public bool TooMany => cells.Count > columns.Count;

    /// <summary>The text of a column; empty when the file has none or the row ends before it.</summary>
    public string this[int column] => cells is not null && columns.At(column) is >= 0 and var at && at < cells.Count ? cells[at] : "";

    /// <summary>The text of a column by name.</summary>
    public string this[string name] => this[Array.IndexOf(CsvColumns.All, name)];
}
