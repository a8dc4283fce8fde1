using CodingAhead.Claims;
using Microsoft.Net.Http.Headers;

namespace CodingAhead.Site.Claims;

/// <summary>The claims that a request brings.</summary>
internal static class ClaimBody
{
    /// <summary>Its media type in lower case; null when it names none.</summary>
    public static string? MediaType(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType.Value!.ToLowerInvariant() : null;

    /// <summary>The form of a body that is streamed; null for others.</summary>
    public static ClaimFormat? Streamed(string? mediaType) => mediaType switch
    {
        "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonlines" => ClaimFormat.JsonLines,
        "application/edi-x12" => ClaimFormat.X12,
        "text/csv" => ClaimFormat.Csv,
        "application/fhir+ndjson" => ClaimFormat.FhirLines,
        _ => null,
    };

    /// <summary>The whole body; null when it is longer than allowed.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>?> WholeAsync(HttpContext context, int longest)
    {
        var length = context.Request.ContentLength;
        return length > longest ? null : await ClaimFiles.WholeAsync(context.Request.Body, longest, context.RequestAborted, (int)(length ?? 0));
    }
}
