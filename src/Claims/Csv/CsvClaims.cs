using System.Runtime.CompilerServices;

namespace CodingAhead.Claims.Csv;

/// <summary>
/// Reads claims from a table with one service line a row, columns named in its first row, in any order. Rows of one claim stand together; what is about the whole
/// claim is said in its first row and may be repeated. One claim is held at a time. docs/claims-doors.md lists the columns.
/// </summary>
public static class CsvClaims
{
    /// <summary>The most bytes of a row.</summary>
    public const int LongestRow = 16 * 1024;

    /// <summary>Reads claims as they are asked for. A bad row spoils its claim and no other.</summary>
    /// <param name="stream">Read to its end and not closed.</param>
    /// <param name="fileName">Its name, for <see cref="Origin.File"/>; a folder before it is left out.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async IAsyncEnumerable<ReadClaim> ReadAsync(Stream stream, string fileName, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (rows, file) = (new LineReader(stream, LongestRow), Path.GetFileName(fileName));
        CsvColumns? columns = null;
        CsvDraft? claim = null;
        while (await rows.NextAsync(cancellation).ConfigureAwait(false))
        {
            if (rows.IsBlank) continue;
            var place = new Origin(file, rows.Number);
            if (columns is null)
            {
                columns = CsvColumns.Of(rows.TooLong ? default : rows.Line.Span, out var error);
                if (columns is not null) continue;
                yield return new ReadClaim(null, new UnreadClaim(null, error!, place));
                yield break;
            }

            var cells = rows.TooLong ? null : CsvRow.Cells(rows.Line.Span, columns.Separator);
            var row = cells is null ? default : new CsvCells(columns, cells);
            if (cells is not null && (claim is null || !claim.IsOf(row)))
            {
                if (claim is not null) yield return claim.Finish();
                claim = new CsvDraft(row, place);
            }

            claim ??= new CsvDraft(default, place);
            if (cells is null) claim.Break("a row of at most 16 KB whose quotes are closed", place);
            else claim.Add(row, place);
        }

        if (claim is not null) yield return claim.Finish();
        else if (columns is null) yield return new ReadClaim(null, new UnreadClaim(null, "The file is empty: expected column names in its first row.", null));
    }
}
