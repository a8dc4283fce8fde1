using System.Runtime.CompilerServices;

namespace CodingAhead.Claims.X12;

/// <summary>
/// Reads the claims of X12 837 files: professional (005010X222A1), and of institutional ones (005010X223A2) what also stands in professional claims.
/// One claim is held at a time, so a file may be of any size. Nothing is thrown for what stands in a file: a claim that cannot be read, or a
/// transaction set that does not add up, comes out as an <see cref="UnreadClaim"/> that names the segment and what was expected there, and the
/// rest is read. docs/claims-837.md says what is read from where.
/// </summary>
public static class X12Claims
{
    /// <summary>The most bytes a segment may have; none of an 837 comes near. A longer one has lost its terminator and is passed over.</summary>
    public const int LongestSegment = 16 * 1024;

    /// <summary>The most service lines a claim may have: those of the institutional guide, whose 999 exceed the professional one's 50.</summary>
    public const int MostLines = 999;

    /// <summary>Reads claims as they are asked for.</summary>
    /// <param name="stream">The file; it is read to its end and not closed.</param>
    /// <param name="fileName">Its name, for <see cref="Origin.File"/>; a folder before it is left out.</param>
    /// <returns>A claim, or why there is none, for each CLM, in the file's order, and an error for each thing wrong with the envelope.</returns>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static IEnumerable<ReadClaim> Read(Stream stream, string fileName)
    {
        var claims = new ClaimReader(Path.GetFileName(fileName));
        while (true)
        {
            while (claims.TryNext(out var claim)) yield return claim;
            if (claims.Done) yield break;
            claims.Filled(stream.Read(claims.Room().Span));
        }
    }

    /// <summary>Reads claims as they are asked for, without blocking on the stream.</summary>
    /// <param name="stream">The file; it is read to its end and not closed.</param>
    /// <param name="fileName">Its name, for <see cref="Origin.File"/>; a folder before it is left out.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>As <see cref="Read"/>.</returns>
    /// <exception cref="IOException">The stream could not be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static async IAsyncEnumerable<ReadClaim> ReadAsync(Stream stream, string fileName, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var claims = new ClaimReader(Path.GetFileName(fileName));
        while (true)
        {
            while (claims.TryNext(out var claim))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return claim;
            }

            if (claims.Done) yield break;
            claims.Filled(await stream.ReadAsync(claims.Room(), cancellation).ConfigureAwait(false));
        }
    }
}
