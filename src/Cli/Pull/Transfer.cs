using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace CodingAhead.Cli.Pull;

/// <summary>A file in place.</summary>
internal sealed record Fetched(bool IsNew, long Bytes, string Sha256, string? Etag, string? LastModified);

/// <summary>
/// Brings one address to one file. Bytes gather in <c>file.part</c>, with <c>file.part.json</c> beside it so that a later run can go on;
/// only a complete and checked file takes the final name.
/// </summary>
/// <param name="web">How to ask.</param>
/// <param name="options">Limits.</param>
/// <param name="entry">What is fetched.</param>
/// <param name="address">From where, without the query that accepts a licence.</param>
/// <param name="path">To where.</param>
/// <param name="before">What an earlier pull recorded about that file, when it is still there.</param>
/// <param name="progress">Told every step.</param>
internal sealed class Transfer(
    Web web, PullOptions options, PublisherEntry entry, Uri address, string path, PulledFile? before, IProgress<PullProgress>? progress)
{
    private const int HeadBytes = 512;
    private const int PageLimit = 1 << 18;
    private readonly string part = path + ".part";
    private readonly string side = path + ".part.json";
    private readonly string name = Path.GetFileName(path);

    public Task<Got<Fetched>> RunAsync(CancellationToken cancel) => web.TryAsync(
        () => AttemptAsync(cancel),
        message => progress?.Report(new(entry.Id, PullStage.Waiting, name, PartLength(), null, message)),
        cancel);

    private async Task<Got<Fetched>> AttemptAsync(CancellationToken cancel)
    {
        try
        {
            var state = PartState.Read(side);
            var from = state is not null && state.Url == address.AbsoluteUri && state.Condition() is not null ? PartLength() : 0;
            var asked = await web.AskAsync(
                WithAgreement(),
                request => Shape(request, state, from),
                [HttpStatusCode.OK, HttpStatusCode.PartialContent, HttpStatusCode.NotModified, HttpStatusCode.RequestedRangeNotSatisfiable],
                cancel);
            if (asked.Value is not { } exchange)
            {
                return asked.Trouble!;
            }

            using (exchange)
            {
                return await TakeAsync(exchange, state, from, cancel);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Trouble(PullOutcome.Failed, IsDiskFull(e)
                ? $"the disk is full; {part} is kept, free some space and run again to go on"
                : $"cannot write {path}: {e.Message}");
        }
    }

    private void Shape(HttpRequestMessage request, PartState? state, long from)
    {
        if (from > 0)
        {
            request.Headers.Range = new RangeHeaderValue(from, null);
            request.Headers.IfRange = state!.Condition();
        }
        else if (before is not null)
        {
            if (before.Etag is not null)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", before.Etag);
            }
            else if (before.LastModified is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Modified-Since", before.LastModified);
            }
        }
    }

    private async Task<Got<Fetched>> TakeAsync(Exchange exchange, PartState? state, long from, CancellationToken cancel)
    {
        var response = exchange.Response;
        var headers = response.Content.Headers;
        var now = new PartState
        {
            Url = address.AbsoluteUri,
            Etag = response.Headers.ETag?.ToString(),
            LastModified = headers.LastModified?.ToString("r", CultureInfo.InvariantCulture),
            Total = headers.ContentLength,
        };
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotModified when before is not null:
                return Unchanged(before);

            case HttpStatusCode.OK when before is not null && IsSame(before, now):
                return Unchanged(before);

            case HttpStatusCode.OK:
                return await SaveAsync(exchange, now, 0, cancel);

            case HttpStatusCode.PartialContent when from > 0 && headers.ContentRange is { From: { } start } range
                && start == from && (now.Etag is null || state!.Etag is null || now.Etag == state.Etag):
                return await SaveAsync(exchange, state! with { Total = range.Length ?? state.Total }, from, cancel);

            case HttpStatusCode.RequestedRangeNotSatisfiable when from > 0 && headers.ContentRange?.Length == from && state!.Total == from:
                return await CompleteAsync(state, await HashAsync(cancel), cancel);

            default:
                var another = from > 0;
                Discard();
                return new Trouble(PullOutcome.Failed, $"{address.AbsoluteUri} answers {(int)response.StatusCode} with a range that does not fit")
                {
                    IsTransient = another,
                    RetryAfter = another ? TimeSpan.Zero : null,
                };
        }
    }

    private async Task<Got<Fetched>> SaveAsync(Exchange exchange, PartState state, long from, CancellationToken cancel)
    {
        if (state.Total > options.MaxBytes)
        {
            return TooLarge();
        }

        var buffer = new byte[1 << 16];
        var read = 0;
        Trouble? trouble = null;
        for (var more = -1; read < HeadBytes && more != 0 && trouble is null; read += more)
        {
            (more, trouble) = await exchange.ReadAsync(buffer.AsMemory(read), cancel);
        }

        // A body that is cut this early is not judged, but what came of it is still kept when it belongs to a part already begun.
        if (from == 0 && trouble is not null)
        {
            return trouble;
        }

        if (from == 0 && BodyKind.Refuse(name, exchange.Response.Content.Headers.ContentType?.MediaType, buffer.AsSpan(0, read)) is { } reason)
        {
            var page = BodyKind.IsHtml(buffer.AsSpan(0, read)) ? await exchange.ReadAllAsync(PageLimit, cancel) : default;
            return Unexpected(reason, [.. buffer[..read], .. page.Value ?? []]);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var at = from;
        await using (var file = new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, useAsync: true))
        {
            if (from == 0)
            {
                if (file.Length > 0)
                {
                    file.SetLength(0);
                }

                state.Write(side);
            }
            else
            {
                await AddAsync(hash, file, from, cancel);
            }

            while (read > 0)
            {
                if (at + read > options.MaxBytes)
                {
                    file.Close();
                    Discard();
                    return TooLarge();
                }

                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                hash.AppendData(buffer, 0, read);
                at += read;
                progress?.Report(new(entry.Id, PullStage.Downloading, name, at, state.Total));
                (read, trouble) = trouble is null ? await exchange.ReadAsync(buffer, cancel) : (0, trouble);
            }

            file.Flush(flushToDisk: true);
        }

        if (trouble is not null)
        {
            return trouble;
        }

        if (state.Total is { } total && at != total)
        {
            return new Trouble(PullOutcome.Failed, string.Create(CultureInfo.InvariantCulture, $"{address.AbsoluteUri}: {at} of {total} bytes came")) { IsTransient = true };
        }

        return await CompleteAsync(state, Convert.ToHexStringLower(hash.GetHashAndReset()), cancel);
    }

    private Task<Got<Fetched>> CompleteAsync(PartState state, string sha256, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var bytes = PartLength();
        var wrong = entry.Sha256 is { } wanted && !wanted.Equals(sha256, StringComparison.OrdinalIgnoreCase)
            ? $"its SHA-256 is {sha256}, the publishers file demands {wanted}"
            : BodyKind.Refuse(name, part);
        if (wrong is not null)
        {
            Discard();
            return Task.FromResult<Got<Fetched>>(new Trouble(PullOutcome.Failed, $"{address.AbsoluteUri}: {wrong}"));
        }

        File.Move(part, path, overwrite: true);
        File.Delete(side);
        return Task.FromResult<Got<Fetched>>(new Fetched(true, bytes, sha256, state.Etag, state.LastModified));
    }

    private Trouble Unexpected(string reason, byte[] body)
    {
        var asked = BodyKind.LicenceAsked(body);
        var missing = asked.Where(name => !options.Accepted.Contains(name)).ToList();
        return asked.Count == 0 ? new(PullOutcome.Failed, $"{address.AbsoluteUri}: {reason}; open it in a browser to see what the publisher says")
            : missing.Count > 0 ? new(PullOutcome.NeedsLicence, $"{address.AbsoluteUri} shows a licence page: needs --accept {string.Join(',', missing)}")
            : new(PullOutcome.Failed, $"{address.AbsoluteUri}: {reason} but a licence page ({string.Join(',', asked)}), although the licence is accepted: "
                + (entry.Agree is null ? "give the entry the query that accepts it (\"agree\")" : $"the query '{entry.Agree}' no longer passes it, correct \"agree\""));
    }

    private static bool IsSame(PulledFile before, PartState now) =>
        now.Etag is not null && before.Etag is not null ? now.Etag == before.Etag
        : now.LastModified is not null && now.LastModified == before.LastModified && now.Total == before.Bytes;

    private static Got<Fetched> Unchanged(PulledFile before) => new Fetched(false, before.Bytes, before.Sha256, before.Etag, before.LastModified);

    private Trouble TooLarge() =>
        new(PullOutcome.Failed, string.Create(CultureInfo.InvariantCulture, $"{address.AbsoluteUri} is larger than {options.MaxBytes} bytes, the limit of this pull"));

    private Uri WithAgreement()
    {
        if (entry.Agree is null || !entry.LicenceClasses.Any() || !entry.LicenceClasses.All(options.Accepted.Contains))
        {
            return address;
        }

        return new UriBuilder(address) { Query = address.Query.Length > 1 ? address.Query[1..] + "&" + entry.Agree : entry.Agree }.Uri;
    }

    private async Task<string> HashAsync(CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = File.OpenRead(part);
        await AddAsync(hash, file, file.Length, cancel);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task AddAsync(IncrementalHash hash, FileStream file, long length, CancellationToken cancel)
    {
        var buffer = new byte[1 << 16];
        while (length > 0)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length)), cancel);
            if (read == 0)
            {
                throw new EndOfStreamException($"{file.Name} shrank while it was read");
            }

            hash.AppendData(buffer, 0, read);
            length -= read;
        }
    }

    private long PartLength() => new FileInfo(part) is { Exists: true } file ? file.Length : 0;

    private void Discard()
    {
        File.Delete(part);
        File.Delete(side);
    }

    // ENOSPC and EDQUOT on Unix; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static bool IsDiskFull(Exception e) => e.HResult is 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027);
}
