using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CodingAhead.Cli.Tests.Pull;

/// <summary>A publisher's web server on the loopback address, which misbehaves as it is told.</summary>
internal sealed class Publisher : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> paths = new();

    private Publisher(WebApplication app) => this.app = app;

    public string Address { get; private set; } = "";

    /// <summary>Every request, in order: path and query, and the headers that matter here.</summary>
    public ConcurrentQueue<(string Target, string Range, string IfRange, string IfNoneMatch, string UserAgent)> Requests { get; } = new();

    public static async Task<Publisher> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<KestrelServerOptions>(options => options.AllowSynchronousIO = true);
        var app = builder.Build();
        var publisher = new Publisher(app);
        app.Run(publisher.AnswerAsync);
        await app.StartAsync();
        publisher.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return publisher;
    }

    /// <summary>Says what happens at a path.</summary>
    public Publisher At(string path, RequestDelegate answer)
    {
        paths[path] = answer;
        return this;
    }

    /// <summary>A page of links.</summary>
    public Publisher Page(string path, string html) => At(path, context =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html);
    });

    /// <summary>A file served as the real ones do: tag, date, ranges and conditions.</summary>
    public Publisher Release(string path, byte[] content, string etag = "\"one\"") => At(path, context => Serve(context, content, etag));

    public static async Task Serve(HttpContext context, byte[] content, string? etag)
    {
        var request = context.Request.Headers;
        var response = context.Response;
        if (etag is not null)
        {
            response.Headers.ETag = etag;
        }

        response.Headers.LastModified = "Mon, 06 Jul 2026 10:00:00 GMT";
        response.Headers.AcceptRanges = "bytes";
        if (etag is not null && request.IfNoneMatch == etag)
        {
            response.StatusCode = 304;
            return;
        }

        var from = 0;
        if (request.Range is { Count: 1 } range && (request.IfRange.Count == 0 || request.IfRange == etag || request.IfRange == response.Headers.LastModified))
        {
            from = int.Parse(range.ToString()["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
            if (from >= content.Length)
            {
                response.StatusCode = 416;
                response.Headers.ContentRange = $"bytes */{content.Length}";
                return;
            }

            response.StatusCode = 206;
            response.Headers.ContentRange = $"bytes {from}-{content.Length - 1}/{content.Length}";
        }

        response.ContentType = "application/zip";
        response.ContentLength = content.Length - from;
        await response.Body.WriteAsync(content.AsMemory(from));
    }

    /// <summary>Promises the whole, sends only the first bytes, and cuts the connection once they have arrived in that file.</summary>
    public static async Task ServeAndCut(HttpContext context, byte[] content, int sent, string arriving, string? etag = "\"one\"", bool dated = true)
    {
        if (etag is not null)
        {
            context.Response.Headers.ETag = etag;
        }

        if (dated)
        {
            context.Response.Headers.LastModified = "Mon, 06 Jul 2026 10:00:00 GMT";
        }

        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content.AsMemory(0, sent));
        await context.Response.Body.FlushAsync();
        for (var wait = 0; wait < 1000 && !(new FileInfo(arriving) is { Exists: true } file && file.Length == sent); wait++)
        {
            await Task.Delay(5);
        }

        context.Abort();
    }

    /// <summary>A sound zip file of about this size that does not compress.</summary>
    public static byte[] Zip(int bytes = 1000, int seed = 1)
    {
        var noise = new byte[bytes];
        new Random(seed).NextBytes(noise);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("codes.txt", CompressionLevel.NoCompression).Open();
            entry.Write(noise);
        }

        return stream.ToArray();
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var headers = request.Headers;
        Requests.Enqueue((request.Path + request.QueryString.ToString(), headers.Range.ToString(), headers.IfRange.ToString(), headers.IfNoneMatch.ToString(), headers.UserAgent.ToString()));
        if (paths.TryGetValue(request.Path.Value!, out var answer))
        {
            return answer(context);
        }

        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}

/// <summary>A clock on which a second passes in a millisecond, and which remembers every pause it was asked for.</summary>
internal sealed class HastyTime(TimeSpan silence) : TimeProvider
{
    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero && dueTime != silence)
        {
            Pauses.Enqueue(dueTime);
        }

        return new HastyTimer(System.CreateTimer(callback, state, Hasten(dueTime), period));
    }

    private static TimeSpan Hasten(TimeSpan time) => time > TimeSpan.Zero ? time / 1000 : time;

    private sealed class HastyTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Hasten(dueTime), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
