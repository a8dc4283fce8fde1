using System.Globalization;
using System.Reflection;
using CodingAhead.Site.Books;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace CodingAhead.Site.Shared;

/// <summary>
/// Rendered answers are kept by (version of the book, address, the query parameters that matter, colours, and today where the answer depends on it):
/// a new book makes all of them unreachable at once, and the bounded store drops them as the least recently used. The same facts make the ETag,
/// so that a client's copy is confirmed (304) without looking anything up.
/// </summary>
public sealed class BookCache(params string[] queryKeys) : IOutputCachePolicy
{
    private static readonly string Program = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N")[..8];
    private static readonly TimeSpan Kept = TimeSpan.FromHours(6);

    /// <summary>Marks an answer as dependent on the book alone, so that it has an ETag.</summary>
    public sealed record OfBook;

    /// <summary>Answers 304 when the client's copy is of this book, and gives the answer its ETag.</summary>
    public static Task Confirm(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<OfBook>() is null) return next(context);
        var tag = Tag(context);
        var headers = context.Response.Headers;
        headers.ETag = tag;
        // Only an answer is of the book; a refusal says nothing that a copy could be confirmed of.
        context.Response.OnStarting(static state =>
        {
            var response = ((HttpContext)state).Response;
            if (response.StatusCode >= StatusCodes.Status400BadRequest) response.Headers.Remove(HeaderNames.ETag);
            return Task.CompletedTask;
        }, context);
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Cookie";
        if (context.Request.Headers.IfNoneMatch is { Count: > 0 } known && Matches(known!, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <inheritdoc/>
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = context.AllowCacheStorage = HttpMethods.IsGet(context.HttpContext.Request.Method);
        context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = queryKeys;
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["tag"] = Tag(context.HttpContext);
        context.CacheVaryByRules.VaryByValues["form"] = context.HttpContext.Request.Headers.AcceptEncoding.ToString();
        context.ResponseExpirationTimeSpan = Kept;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Response.StatusCode != StatusCodes.Status200OK) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>What an answer follows from besides its address: the book, the program, today where no date is given, and the colours.</summary>
    internal static string Tag(HttpContext context)
    {
        var version = BookInUse.Of(context).Version;
        var query = context.Request.Query;
        var today = query.ContainsKey("on") || query.ContainsKey("date") && context.Request.Path.StartsWithSegments("/fhir") ? 0 : Asked.Today(context).DayNumber;
        return string.Create(CultureInfo.InvariantCulture, $"W/\"{version}-{Program}-{today}{Asked.ThemeOf(context.Request)}\"");
    }

    private static bool Matches(IList<string?> known, string tag) =>
        EntityTagHeaderValue.TryParseList(known!, out var tags) && EntityTagHeaderValue.TryParse(tag, out var ours) && tags.Any(t => t.Compare(ours, useStrongComparison: false));
}

/// <summary>Endpoints whose answer follows from the book.</summary>
public static class BookCacheEndpoints
{
    /// <summary>Caches the answer by these query parameters; others do not change it.</summary>
    public static RouteHandlerBuilder OfBook(this RouteHandlerBuilder endpoint, params string[] queryKeys) =>
        endpoint.WithMetadata(new BookCache.OfBook()).CacheOutput(new BookCache(queryKeys));
}
