using System.Globalization;

namespace CodingAhead.Text.Redact.Formats;

/// <summary>
/// Tables of notes as RFC 4180 writes them: a header, then a note a row in the columns that are named. Rows are read one at a time; quoting, line ends and
/// the other columns stay as they are.
/// </summary>
public static class CsvNotes
{
    /// <summary>The most characters of a row.</summary>
    public const int LongestRow = 16 << 20;

    /// <summary>Redacts a table: the header first, as it is, then each row as it is asked for. A result's text is the row with its line end, its spans count from the row's begin.</summary>
    /// <param name="redactor">By which policy.</param>
    /// <param name="reader">The table.</param>
    /// <param name="columns">Names of the columns that hold text, in any case.</param>
    /// <param name="known">What is known of the patients.</param>
    /// <param name="cancel">Stops between words.</param>
    /// <exception cref="RedactionException">A column is missing, a row is damaged or has more cells than the header, or a removed value would remain. The row is named, nothing of it is.</exception>
    public static IEnumerable<RedactionResult> Redact(Redactor redactor, TextReader reader, IReadOnlyList<string> columns, Known? known = null, CancellationToken cancel = default)
    {
        var rows = new CsvReader(reader, LongestRow);
        if (!rows.Next()) throw new RedactionException("The table is empty: expected column names in its first row.");
        var names = rows.Cells.Select(c => c.Read(rows.Row).Text.Trim().TrimStart('\uFEFF')).ToList();
        var taken = new List<int>();
        foreach (var column in columns)
        {
            var before = taken.Count;
            taken.AddRange(Enumerable.Range(0, names.Count).Where(i => names[i].Equals(column, StringComparison.OrdinalIgnoreCase)));
            if (taken.Count == before) throw new RedactionException($"The table's header has no column {column}.");
        }

        if (taken.Count == 0) throw new RedactionException("No column is named: which hold text?");
        // By their places: a table without a header would give values away.
        var left = Enumerable.Range(0, names.Count).Except(taken).Select(static i => (i + 1).ToString(CultureInfo.InvariantCulture)).ToList();
        IReadOnlyList<string> notes = left.Count == 0 ? [] : [$"Columns not named were left as they are: {string.Join(", ", left)} of {names.Count.ToString(CultureInfo.InvariantCulture)}."];
        var header = new Draft(redactor, rows.Row, known ?? new Known(), 0, cancel).Finish();
        yield return header with { Notes = notes };
        while (rows.Next())
        {
            if (rows.Cells.Count > names.Count) throw rows.Damaged("has more cells than the header");
            var draft = new Draft(redactor, rows.Row, known ?? new Known(), 0, cancel);
            foreach (var i in taken.Distinct().Order())
            {
                if (i >= rows.Cells.Count) continue;
                var cell = rows.Cells[i];
                draft.Free(cell.Read(rows.Row), cell.Quoted ? static r => r.Replace("\"", "\"\"", StringComparison.Ordinal) : static r => r);
            }

            RedactionResult result;
            try
            {
                result = draft.Finish();
            }
            catch (RedactionException)
            {
                throw rows.Damaged("would keep a removed value");
            }

            yield return result;
        }
    }
}

/// <summary>A cell of a row: its place without its quotes.</summary>
internal readonly record struct CsvCell(int Start, int End, bool Quoted)
{
    public Excerpt Read(string row)
    {
        if (!Quoted) return Excerpt.Of(row, Start, End);
        var excerpt = new Excerpt();
        var at = Start;
        for (var i = Start; i < End; i++)
        {
            if (row[i] != '"') continue;
            excerpt.Add(row, at, i);
            excerpt.AddEscape(i, i + 2, "\"");
            at = ++i + 1;
        }

        excerpt.Add(row, at, End);
        return excerpt;
    }
}

/// <summary>Cuts a table into rows with their cells. The separator is the comma, or what the header has instead: a tab, a semicolon.</summary>
internal sealed class CsvReader(TextReader reader, int longest)
{
    private readonly char[] buffer = new char[1 << 14];
    private readonly System.Text.StringBuilder row = new();
    private int at, filled, number, line = 1;
    private char separator;

    /// <summary>The row as it stands, with its line end.</summary>
    public string Row { get; private set; } = "";

    public List<CsvCell> Cells { get; } = [];

    public RedactionException Damaged(string what) => new(string.Create(CultureInfo.InvariantCulture, $"Row {number}, which ends on line {line}, {what}; it was not written."));

    public bool Next()
    {
        row.Clear();
        number++;
        var quoted = false;
        while (true)
        {
            if (at == filled)
            {
                filled = reader.Read(buffer, 0, buffer.Length);
                at = 0;
                if (filled == 0) break;
            }

            var c = buffer[at++];
            if (row.Length >= longest) throw Damaged("is longer than 16 million characters");
            row.Append(c);
            if (c == '\0') throw new RedactionException("The input is binary, not text.");
            if (c == '\uFFFD') throw new RedactionException("The input is not valid UTF-8.");
            // A doubled quote closes and opens again, which comes to the same.
            if (c == '"') quoted = !quoted;
            if (c == '\n') line++;
            if (c == '\n' && !quoted) break;
        }

        if (row.Length == 0) return false;
        Row = row.ToString();
        if (quoted) throw Damaged("has a quote that is not closed");
        if (separator == '\0') separator = Row.Contains(',', StringComparison.Ordinal) ? ',' : Row.Contains('\t', StringComparison.Ordinal) ? '\t' : Row.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        Cut();
        return true;
    }

    private void Cut()
    {
        Cells.Clear();
        var end = Row.EndsWith("\r\n", StringComparison.Ordinal) ? Row.Length - 2 : Row.EndsWith('\n') ? Row.Length - 1 : Row.Length;
        for (var i = 0; i <= end;)
        {
            if (i < end && Row[i] == '"')
            {
                var start = ++i;
                while (i < end && !(Row[i] == '"' && !(i + 1 < end && Row[i + 1] == '"'))) i += Row[i] == '"' ? 2 : 1;
                if (i >= end) throw Damaged("has a quote that is not closed");
                Cells.Add(new CsvCell(start, i++, true));
                if (i < end && Row[i] != separator) throw Damaged("has text after a closing quote");
            }
            else
            {
                var start = i;
                while (i < end && Row[i] != separator)
                {
                    if (Row[i] == '"') throw Damaged("has a quote within an unquoted cell");
                    i++;
                }

                Cells.Add(new CsvCell(start, i, false));
            }

            i++;
        }
    }
}
