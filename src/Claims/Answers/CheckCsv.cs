using System.Globalization;
using System.Text;

namespace CodingAhead.Claims.Answers;

/// <summary>Answers as a table (RFC 4180), one finding a row; a claim without findings has a row of its own.</summary>
public static class CheckCsv
{
    /// <summary>The first row.</summary>
    public const string Header = "claim,file,segment,verdict,rule,outcome,stale,lines,codes,message,fix,condition,manual,sources\r\n";

    /// <summary>Writes the rows of an answer.</summary>
    public static void Write(StringBuilder text, CheckResult result)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Findings.Count == 0) Row(text, result.Id, result.Place, result.Verdict, null, null, null, null, null, null, null, null, null, null);
        foreach (var f in result.Findings)
        {
            Row(
                text, result.Id, result.Place, result.Verdict, f.Rule, f.Outcome.Name(), f.Stale ? "stale" : "", string.Join(' ', f.Lines.Select(Text)), string.Join(' ', f.Codes), f.Message, f.Fix,
                f.Condition, f.Manual, string.Join("; ", f.Sources.Select(id => result.Sources[id - 1]).Select(s => $"{s.Publisher} {s.Edition} {s.File} line {Text(s.Line)} sha256 {s.Sha256}")));
        }
    }

    /// <summary>Writes the row of a claim that could not be read.</summary>
    public static void Write(StringBuilder text, UnreadClaim unread)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(unread);
        Row(text, unread.Id, unread.Place, "unread", null, null, null, null, null, unread.Error, null, null, null, null);
    }

    internal static void Row(StringBuilder text, string? id, Origin? place, params ReadOnlySpan<string?> cells)
    {
        Cell(text, id);
        text.Append(',');
        Cell(text, place?.File);
        text.Append(',');
        Cell(text, place is null ? null : Text(place.Segment));
        foreach (var cell in cells)
        {
            text.Append(',');
            Cell(text, cell);
        }

        text.Append("\r\n");
    }

    // A text that a spreadsheet would run as a formula is kept text by an apostrophe (OWASP, CSV injection).
    private static void Cell(StringBuilder text, string? cell)
    {
        if (string.IsNullOrEmpty(cell)) return;
        if (cell[0] is '=' or '+' or '-' or '@' or '\t') cell = "'" + cell;
        if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0) text.Append(cell);
        else text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
