using CodingAhead.Claims;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace CodingAhead.Site.Shared;

/// <summary>What a program posts.</summary>
internal static class PostedBody
{
    /// <summary>Its media type in lower case; null when it names none.</summary>
    public static string? MediaType(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType.Value!.ToLowerInvariant() : null;

    /// <summary>The whole body; null when it is longer than allowed.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>?> WholeAsync(HttpContext context, int longest)
    {
        var length = context.Request.ContentLength;
        return length > longest ? null : await ClaimFiles.WholeAsync(context.Request.Body, longest, context.RequestAborted, (int)(length ?? 0));
    }
}

/// <summary>The most bytes of a body, of routes that take more than the 1 MB of others; the server refuses larger ones as they come in.</summary>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
