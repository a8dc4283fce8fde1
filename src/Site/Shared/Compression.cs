using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CodingAhead.Site.Shared;

/// <summary>
/// Answers are compressed once, inside the cache, and kept in that form: serving a kept page costs no compression. Pages hold no secret that an attacker
/// could guess from their length, so this is safe over HTTPS as well.
/// </summary>
public static class Compression
{
    /// <summary>Registers it.</summary>
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(c =>
        {
            c.EnableForHttps = true;
            c.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/fhir+json", "application/problem+json", "application/atom+xml", "application/rss+xml", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(static o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(static o => o.Level = CompressionLevel.Optimal);
    }

    /// <summary>
    /// Leaves of the encodings that a client accepts the one it will get, so that an answer is kept in three forms at most, however many ways there are to ask.
    /// </summary>
    public static Task Choose(HttpContext context, RequestDelegate next)
    {
        var headers = context.Request.Headers;
        // A list of ten codes fits one packet; to compress it takes as long as to find it.
        if (context.GetEndpoint()?.Metadata.GetMetadata<TypedAnswers.WhileTyping>() is not null) headers.AcceptEncoding = "";
        else if (headers.AcceptEncoding.Count > 0) headers.AcceptEncoding = Of(headers.AcceptEncoding);
        return next(context);
    }

    private static string Of(StringValues accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var values)) return "";
        bool Takes(string form) => values.Any(v => (v.Quality ?? 1) > 0 && v.Value.Equals(form, StringComparison.OrdinalIgnoreCase));
        return Takes("br") ? "br" : Takes("gzip") ? "gzip" : "";
    }
}
