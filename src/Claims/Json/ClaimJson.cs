using System.Runtime.CompilerServices;

namespace CodingAhead.Claims.Json;

/// <summary>
/// Reads claims from our JSON (docs/claim.schema.json): one object, a list of them, or one a line. Nothing is thrown for what stands in it: a claim that
/// cannot be read comes out as an <see cref="UnreadClaim"/> naming the JSON path and what was expected there.
/// </summary>
public static class ClaimJson
{
    /// <summary>The most bytes a claim may have. 999 lines with everything they can carry take a third of it.</summary>
    public const int LongestClaim = 1 << 20;

    /// <summary>Reads one claim.</summary>
    /// <param name="utf8">A JSON object, and nothing after it.</param>
    /// <param name="place">Where it stands in its file; null when it came alone.</param>
    public static ReadClaim Read(ReadOnlySpan<byte> utf8, Origin? place = null)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        return utf8.Length > LongestClaim ? TooLong(place) : JsonClaimReader.Read(utf8, place);
    }

    /// <summary>Reads a claim a line, as they are asked for. Blank lines are passed over; a bad one is told and the rest is read.</summary>
    /// <param name="stream">Read to its end and not closed.</param>
    /// <param name="fileName">Its name, for <see cref="Origin.File"/>; a folder before it is left out.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async IAsyncEnumerable<ReadClaim> ReadLinesAsync(Stream stream, string fileName, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (lines, file) = (new LineReader(stream, LongestClaim), Path.GetFileName(fileName));
        while (await lines.NextAsync(cancellation).ConfigureAwait(false))
        {
            if (lines.IsBlank) continue;
            var place = new Origin(file, lines.Number);
            yield return lines.TooLong ? TooLong(place) : JsonClaimReader.Read(lines.Line.Span, place);
        }
    }

    internal static ReadClaim TooLong(Origin? place) => new(null, new UnreadClaim(null, "$: expected a claim of at most 1 MB.", place));
}
