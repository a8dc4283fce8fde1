using System.Text;

namespace CodingAhead.Site.Shared;

/// <summary>Tables for a spreadsheet: RFC 4180, UTF-8 with a byte order mark, as spreadsheets otherwise guess the encoding.</summary>
public static class Csv
{
    /// <summary>A file to download. A text that a spreadsheet would run as a formula is kept text by an apostrophe (OWASP, CSV injection).</summary>
    public static IResult File(string name, IEnumerable<string> head, IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder();
        Line(text, head);
        foreach (var row in rows) Line(text, row);
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray();
        return TypedResults.File(bytes, "text/csv; charset=utf-8", name);
    }

    private static void Line(StringBuilder text, IEnumerable<string?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) text.Append(',');
            first = false;
            var safe = cell is { Length: > 0 } && cell[0] is '=' or '@' or '\t' || cell is { Length: > 1 } && cell[0] is '+' or '-' && !char.IsAsciiDigit(cell[1]) ? $"'{cell}" : cell ?? "";
            if (safe.AsSpan().IndexOfAny(",\"\r\n") < 0) text.Append(safe);
            else text.Append('"').Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        text.Append("\r\n");
    }
}
