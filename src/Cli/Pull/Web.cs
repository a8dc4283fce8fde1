using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace CodingAhead.Cli.Pull;

/// <summary>Why something was not got, as a value.</summary>
/// <param name="Outcome">What the entry ends as when this is not overcome.</param>
/// <param name="Message">What happened and what to do.</param>
internal sealed record Trouble(PullOutcome Outcome, string Message)
{
    /// <summary>Another try may succeed.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The pause the server asks for before that.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A server was there.</summary>
    public bool Answered { get; init; } = true;
}

/// <summary>A value or the trouble in its place.</summary>
internal readonly record struct Got<T>(T? Value, Trouble? Trouble)
    where T : class
{
    public static implicit operator Got<T>(T value) => new(value, null);

    public static implicit operator Got<T>(Trouble trouble) => new(null, trouble);
}

/// <summary>An answer whose body is still to be read, under the same silence limit as the rest.</summary>
internal sealed class Exchange(HttpResponseMessage response, Web.Silence silence) : IDisposable
{
    public HttpResponseMessage Response => response;

    /// <summary>Reads some of the body. Network trouble is a value; the number is null then.</summary>
    public async Task<(int Read, Trouble? Trouble)> ReadAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        silence.Restart();
        try
        {
            var body = await response.Content.ReadAsStreamAsync(silence.Token);
            return (await body.ReadAsync(buffer, silence.Token), null);
        }
        catch (Exception e) when (Web.Understand(e, response.RequestMessage?.RequestUri, answered: true, cancel) is { } trouble)
        {
            return (0, trouble);
        }
    }

    /// <summary>Reads up to a limit.</summary>
    public async Task<Got<byte[]>> ReadAllAsync(int limit, CancellationToken cancel)
    {
        var buffer = new byte[Math.Min(limit, 1 << 16)];
        var length = 0;
        while (length < limit)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(limit, 2 * length));
            }

            var (read, trouble) = await ReadAsync(buffer.AsMemory(length), cancel);
            if (trouble is not null)
            {
                return trouble;
            }

            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return buffer[..length];
    }

    public void Dispose()
    {
        response.Dispose();
        silence.Dispose();
    }
}

/// <summary>Polite HTTP: bounded redirects, a limit on silence, and tries again with pauses that grow.</summary>
internal sealed class Web(HttpClient http, TimeProvider time, Random random, PullOptions options)
{
    private const int MaxRedirects = 10;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Tries until it works, the trouble is not transient, or the tries are used up.</summary>
    /// <param name="attempt">One try.</param>
    /// <param name="waiting">Told why there is a pause.</param>
    /// <param name="cancel">Ends the pause as well.</param>
    public async Task<Got<T>> TryAsync<T>(Func<Task<Got<T>>> attempt, Action<string> waiting, CancellationToken cancel)
        where T : class
    {
        for (var tries = 1; ; tries++)
        {
            var got = await attempt();
            if (got.Trouble is not { IsTransient: true } trouble)
            {
                return got;
            }

            if (tries >= options.MaxAttempts)
            {
                return trouble with { Message = string.Create(CultureInfo.InvariantCulture, $"{trouble.Message}; gave up after {tries} {(tries == 1 ? "try" : "tries")}, run again to go on") };
            }

            if (trouble.RetryAfter > options.MaxWait)
            {
                return trouble with
                {
                    Message = string.Create(CultureInfo.InvariantCulture, $"{trouble.Message}; it asks to wait {trouble.RetryAfter.Value.TotalSeconds:F0} s, run again after that"),
                };
            }

            var pause = trouble.RetryAfter ?? Pause(tries);
            waiting(string.Create(CultureInfo.InvariantCulture, $"{trouble.Message}; trying again in {pause.TotalSeconds:F1} s"));
            await Task.Delay(pause, time, cancel);
        }
    }

    /// <summary>Asks once, following redirects, until the head of an answer is there. Bad statuses are troubles, except those the caller expects.</summary>
    public async Task<Got<Exchange>> AskAsync(Uri address, Action<HttpRequestMessage> shape, HttpStatusCode[] expected, CancellationToken cancel)
    {
        var silence = new Silence(options.Timeout, time, cancel);
        HttpResponseMessage? response = null;
        try
        {
            var at = address;
            for (var redirects = 0; ; redirects++)
            {
                silence.Restart();
                using var request = new HttpRequestMessage(HttpMethod.Get, at);
                request.Headers.UserAgent.Add(new ProductInfoHeaderValue("CodingAhead", "0.1"));
                request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
                shape(request);
                response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token);
                if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
                {
                    break;
                }

                response.Dispose();
                response = null;
                var next = new Uri(at, location);
                if (next.Scheme is not ("http" or "https") || (at.Scheme == "https" && next.Scheme == "http"))
                {
                    return new Trouble(PullOutcome.Failed, $"{at.AbsoluteUri} redirects to {next.AbsoluteUri}, which is not followed");
                }

                if (redirects == MaxRedirects)
                {
                    return new Trouble(PullOutcome.Failed, $"{address.AbsoluteUri} redirects without end (last to {next.AbsoluteUri})");
                }

                at = next;
            }

            if (WhatIsWrong(response, address, expected) is { } trouble)
            {
                return trouble;
            }

            var exchange = new Exchange(response, silence);
            response = null;
            silence = null;
            return exchange;
        }
        catch (Exception e) when (Understand(e, address, answered: false, cancel) is { } trouble)
        {
            return trouble;
        }
        finally
        {
            response?.Dispose();
            silence?.Dispose();
        }
    }

    /// <summary>Network exceptions as troubles; null for the user's cancellation and for bugs.</summary>
    public static Trouble? Understand(Exception e, Uri? address, bool answered, CancellationToken cancel) => e switch
    {
        OperationCanceledException when cancel.IsCancellationRequested => null,
        OperationCanceledException => new(PullOutcome.Failed, $"{address?.AbsoluteUri} fell silent") { IsTransient = true, Answered = answered },
        HttpRequestException h => new(PullOutcome.Failed, $"{address?.AbsoluteUri}: {h.Message}")
        {
            IsTransient = true,
            Answered = answered || h.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError or HttpRequestError.Unknown),
        },
        IOException => new(PullOutcome.Failed, $"{address?.AbsoluteUri}: the connection was cut ({e.Message})") { IsTransient = true, Answered = answered },
        _ => null,
    };

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private Trouble? WhatIsWrong(HttpResponseMessage response, Uri address, HttpStatusCode[] expected)
    {
        var status = response.StatusCode;
        if (expected.Contains(status))
        {
            return response.Content.Headers.ContentEncoding.Any(encoding => encoding != "identity")
                ? new(PullOutcome.Failed, $"{address.AbsoluteUri} came compressed ({string.Join(", ", response.Content.Headers.ContentEncoding)}) although that was not asked for")
                : null;
        }

        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        return (int)status switch
        {
            404 or 410 => new(PullOutcome.NotFound, $"{address.AbsoluteUri} answers {number}: the publisher has moved or removed it"),
            408 or 429 or >= 500 => new(PullOutcome.Failed, $"{address.AbsoluteUri} answers {number}") { IsTransient = true, RetryAfter = Wanted(response) },
            401 or 403 => new(PullOutcome.Failed, $"{address.AbsoluteUri} answers {number}: it refuses programs, or this network; fetch it with a browser"),
            _ => new(PullOutcome.Failed, $"{address.AbsoluteUri} answers {number}, which is not understood"),
        };
    }

    private TimeSpan? Wanted(HttpResponseMessage response)
    {
        var wanted = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wanted < TimeSpan.Zero ? TimeSpan.Zero : wanted;
    }

    // Doubling, and half of it by chance, so that many installations do not come back at the same moment.
    private TimeSpan Pause(int tries)
    {
        var full = Math.Min(FirstPause.TotalSeconds * Math.Pow(2, tries - 1), LongestPause.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.5 + (0.5 * random.NextDouble())));
    }

    /// <summary>Cancels when a server says nothing for too long.</summary>
    internal sealed class Silence : IDisposable
    {
        private readonly TimeSpan limit;
        private readonly CancellationTokenSource clock;
        private readonly CancellationTokenSource either;

        public Silence(TimeSpan limit, TimeProvider time, CancellationToken cancel)
        {
            this.limit = limit;
            clock = new CancellationTokenSource(limit, time);
            either = CancellationTokenSource.CreateLinkedTokenSource(cancel, clock.Token);
        }

        public CancellationToken Token => either.Token;

        public void Restart() => clock.CancelAfter(limit);

        public void Dispose()
        {
            either.Dispose();
            clock.Dispose();
        }
    }
}
