using System.Runtime.CompilerServices;
using System.Text.Json;
using CodingAhead.Claims.Csv;
using CodingAhead.Claims.Fhir;
using CodingAhead.Claims.Json;
using CodingAhead.Claims.X12;

namespace CodingAhead.Claims;

/// <summary>
/// Reads claims of any form. Files of many claims (837, a claim a line, tables) are streamed, one claim held at a time; a JSON document or FHIR resource is held whole and may
/// have 16 MB. Nothing is thrown for what stands in a file.
/// </summary>
public static class ClaimFiles
{
    /// <summary>The most bytes of a document that is held whole.</summary>
    public const int LongestDocument = FhirClaims.LongestResource;

    /// <summary>Reads claims as they are asked for.</summary>
    /// <param name="stream">Read to its end and not closed.</param>
    /// <param name="fileName">Its name, for <see cref="Origin.File"/>; a folder before it is left out.</param>
    /// <param name="format">Its form; unknown: told from how it begins.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async IAsyncEnumerable<ReadClaim> ReadAsync(Stream stream, string fileName, ClaimFormat format = ClaimFormat.Unknown, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (format == ClaimFormat.Unknown)
        {
            var peeked = new PeekedStream(stream);
            (format, stream) = (ClaimFormats.Detect((await peeked.PeekAsync(cancellation).ConfigureAwait(false)).Span), peeked);
        }

        var claims = format switch
        {
            ClaimFormat.X12 => X12Claims.ReadAsync(stream, fileName, cancellation),
            ClaimFormat.JsonLines => ClaimJson.ReadLinesAsync(stream, fileName, cancellation),
            ClaimFormat.Csv => CsvClaims.ReadAsync(stream, fileName, cancellation),
            ClaimFormat.FhirLines => FhirLinesAsync(stream, fileName, cancellation),
            ClaimFormat.Json or ClaimFormat.Fhir => DocumentAsync(stream, format, fileName, cancellation),
            _ => null,
        };
        if (claims is null)
        {
            yield return new ReadClaim(null, new UnreadClaim(null, "expected claims as X12 837, JSON, JSON lines, CSV with column names, or FHIR R4.", new Origin(Path.GetFileName(fileName), 1)));
            yield break;
        }

        await foreach (var claim in claims.ConfigureAwait(false)) yield return claim;
    }

    private static async IAsyncEnumerable<ReadClaim> FhirLinesAsync(Stream stream, string fileName, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (lines, file) = (new LineReader(stream, FhirClaims.LongestResource), Path.GetFileName(fileName));
        while (await lines.NextAsync(cancellation).ConfigureAwait(false))
        {
            if (lines.IsBlank) continue;
            var place = new Origin(file, lines.Number);
            if (lines.TooLong) yield return TooLong(place);
            else foreach (var claim in FhirClaims.Read(lines.Line, place)) yield return claim;
        }
    }

    private static async IAsyncEnumerable<ReadClaim> DocumentAsync(Stream stream, ClaimFormat format, string fileName, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await WholeAsync(stream, LongestDocument, cancellation).ConfigureAwait(false) is not { } whole)
        {
            yield return TooLong(new Origin(Path.GetFileName(fileName), 1));
            yield break;
        }

        foreach (var claim in format == ClaimFormat.Fhir ? FhirClaims.Read(whole) : Json(whole)) yield return claim;
    }

    private static ReadClaim TooLong(Origin place) => new(null, new UnreadClaim(null, "expected at most 16 MB; send many claims one a line.", place));

    /// <summary>The rest of a stream; null when it is longer than allowed.</summary>
    /// <param name="stream">Read to its end and not closed.</param>
    /// <param name="longest">As many bytes are allowed.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="expected">As many bytes will probably come; 0: not known.</param>
    public static async ValueTask<ReadOnlyMemory<byte>?> WholeAsync(Stream stream, int longest, CancellationToken cancellation, int expected = 0)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[Math.Min(longest, expected > 0 ? expected : 1 << 14) + 1];
        for (var end = 0; ;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellation).ConfigureAwait(false);
            if (read == 0) return buffer.AsMemory(0, end);
            end += read;
            if (end > longest) return null;
            if (end == buffer.Length) Array.Resize(ref buffer, Math.Min(longest + 1, buffer.Length * 2));
        }
    }

    private static List<ReadClaim> Json(ReadOnlyMemory<byte> utf8)
    {
        var text = utf8.Span;
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty || text[0] != '[') return [ClaimJson.Read(text)];
        var claims = new List<ReadClaim>();
        var json = new Utf8JsonReader(text);
        try
        {
            json.Read();
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                var begin = (int)json.TokenStartIndex;
                json.Skip();
                claims.Add(ClaimJson.Read(text[begin..(int)json.BytesConsumed]));
            }

            json.Read();
        }
        catch (JsonException e)
        {
            claims.Add(new ReadClaim(null, new UnreadClaim(null, JsonClaimReader.Broken(e), null)));
        }

        return claims;
    }
}
