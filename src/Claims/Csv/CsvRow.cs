using System.Text;

namespace CodingAhead.Claims.Csv;

/// <summary>Cuts a line of a CSV file into its cells (RFC 4180), which may stand in quotes; a quoted cell ends on its line.</summary>
internal static class CsvRow
{
    /// <summary>The cells, trimmed; null when a quote is not closed or something follows it.</summary>
    public static List<string>? Cells(ReadOnlySpan<byte> line, byte separator)
    {
        var cells = new List<string>();
        while (true)
        {
            while (line.Length > 0 && line[0] == ' ') line = line[1..];
            if (line.Length > 0 && line[0] == '"')
            {
                if (!Quoted(ref line, cells)) return null;
                while (line.Length > 0 && line[0] == ' ') line = line[1..];
                if (line.Length == 0) return cells;
                if (line[0] != separator) return null;
                line = line[1..];
                continue;
            }

            var at = line.IndexOf(separator);
            cells.Add(Encoding.UTF8.GetString(at < 0 ? line : line[..at]).Trim());
            if (at < 0) return cells;
            line = line[(at + 1)..];
        }
    }

    private static bool Quoted(ref ReadOnlySpan<byte> line, List<string> cells)
    {
        var text = new StringBuilder();
        line = line[1..];
        while (true)
        {
            var at = line.IndexOf((byte)'"');
            if (at < 0) return false;
            text.Append(Encoding.UTF8.GetString(line[..at]));
            line = line[(at + 1)..];
            if (line.Length == 0 || line[0] != '"')
            {
                cells.Add(text.ToString().Trim());
                return true;
            }

            text.Append('"');
            line = line[1..];
        }
    }
}
