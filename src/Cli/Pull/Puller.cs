using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace CodingAhead.Cli.Pull;

/// <summary>
/// Fetches the official releases from their publishers, one after the other, as the publishers file says. Nothing is asked of the network
/// before <see cref="PullAsync"/> is called, and then only the addresses of the chosen entries.
/// </summary>
/// <param name="http">Carries the requests; <see cref="CreateClient"/> makes a fitting one.</param>
/// <param name="time">Today's date, pauses and time limits.</param>
public sealed class Puller(HttpClient http, TimeProvider time)
{
    private const int PageLimit = 32 << 20;

    /// <summary>The chance in the pauses between tries. Default <see cref="Random.Shared"/>.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>
    /// A client that leaves redirects and time limits to the puller, and takes proxies from the standard environment variables
    /// (<c>HTTPS_PROXY</c>, <c>HTTP_PROXY</c>, <c>ALL_PROXY</c>, <c>NO_PROXY</c>).
    /// </summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = true,
        ConnectTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Fetches every chosen entry; one that fails does not keep the others from being fetched.</summary>
    /// <param name="options">What, where to, how patiently.</param>
    /// <param name="progress">Told every step, on the calling flow.</param>
    /// <param name="cancel">Ends the pull. What has come so far of the current file stays beside it, and the next pull goes on from there.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> asked for it.</exception>
    public async Task<PullReport> PullAsync(PullOptions options, IProgress<PullProgress>? progress = null, CancellationToken cancel = default)
    {
        IReadOnlyList<PublisherEntry> all;
        try
        {
            all = Publishers.Load(options.PublishersFile);
        }
        catch (InvalidDataException e)
        {
            return new PullReport([new PullEntry("publishers", PullOutcome.Failed, e.Message) { IsFailure = true }]);
        }

        var run = new Run(this, options, progress, options.On ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        var results = new List<PullEntry>();
        foreach (var entry in all.Where(entry => IsChosen(entry, options)))
        {
            var result = await run.PullAsync(entry, cancel);
            result = result with { IsFailure = IsFailure(entry, result.Outcome, options) };
            results.Add(result);
            progress?.Report(new(entry.Id, PullStage.Done, result.Path is null ? null : Path.GetFileName(result.Path), result.Bytes, null, result.Message));
        }

        foreach (var only in options.Only.Where(only => !all.Any(entry => Wildcard.Fits(entry.Id, only))))
        {
            results.Add(new PullEntry(only, PullOutcome.NotFound, $"no entry of the publishers file has the id '{only}'") { IsFailure = true });
        }

        return new PullReport(results);
    }

    private static bool IsChosen(PublisherEntry entry, PullOptions options) =>
        options.Only.Count == 0 || options.Only.Any(only => Wildcard.Fits(entry.Id, only));

    private static bool IsFailure(PublisherEntry entry, PullOutcome outcome, PullOptions options) => outcome switch
    {
        PullOutcome.Downloaded or PullOutcome.UpToDate => false,
        PullOutcome.NeedsLicence => options.Only.Count > 0,
        PullOutcome.NotFound => !entry.Optional,
        _ => true,
    };

    /// <summary>What the entries of one pull share: pages already read, hosts found silent.</summary>
    private sealed class Run(Puller puller, PullOptions options, IProgress<PullProgress>? progress, DateOnly on)
    {
        private readonly Web web = new(puller.Http, puller.Time, puller.Random, options);
        private readonly Dictionary<string, Got<IReadOnlyList<Uri>>> pages = [];
        private readonly HashSet<string> silent = new(StringComparer.OrdinalIgnoreCase);

        public async Task<PullEntry> PullAsync(PublisherEntry entry, CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            var missing = entry.LicenceClasses.Where(name => !options.Accepted.Contains(name)).ToList();
            if (missing.Count > 0)
            {
                return new PullEntry(entry.Id, PullOutcome.NeedsLicence, $"needs --accept {string.Join(',', missing)}");
            }

            try
            {
                if (await IsInPlaceAsync(entry, cancel) is { } there)
                {
                    return there;
                }

                var found = await FindAsync(entry, cancel);
                return found.Value is { } address ? await FetchAsync(entry, address, cancel) : Ended(entry, found.Trouble!);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new PullEntry(entry.Id, PullOutcome.Failed, $"cannot write into {options.Directory}: {e.Message}");
            }
        }

        // A file whose demanded checksum is already on disk needs no network at all.
        private async Task<PullEntry?> IsInPlaceAsync(PublisherEntry entry, CancellationToken cancel)
        {
            var name = entry.File ?? (entry.Url is null ? null : Links.FileName(new Uri(ReleaseDate.Fill(entry.Url, on))));
            if (entry.Sha256 is null || string.IsNullOrEmpty(name) || !Publishers.IsPlainName(name))
            {
                return null;
            }

            var path = PathOf(entry, name);
            if (!File.Exists(path))
            {
                return null;
            }

            await using var file = File.OpenRead(path);
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
            return sha256.Equals(entry.Sha256, StringComparison.OrdinalIgnoreCase)
                ? new PullEntry(entry.Id, PullOutcome.UpToDate, "", path, file.Length, sha256)
                : null;
        }

        private async Task<Got<Uri>> FindAsync(PublisherEntry entry, CancellationToken cancel)
        {
            if (entry.How == Finding.Direct)
            {
                return new Uri(ReleaseDate.Fill(entry.Url!, on));
            }

            var page = new Uri(ReleaseDate.Fill(entry.Page!, on));
            var read = await ReadPageAsync(entry, page, cancel);
            if (read.Value is not { } links)
            {
                return read.Trouble!;
            }

            var patterns = entry.Link.Select(pattern => ReleaseDate.Fill(pattern, on)).ToList();
            var candidates = entry.How == Finding.Listing ? links.Where(link => Links.IsIn(link, page)).ToList() : links;
            return Links.Newest(candidates, patterns, on) is { } newest ? newest : new Trouble(
                PullOutcome.NotFound,
                $"{page.AbsoluteUri} links nothing that fits {string.Join(" or ", patterns.Select(pattern => $"'{pattern}'"))}"
                + string.Create(CultureInfo.InvariantCulture, $" and was in force on {on:yyyy-MM-dd}"));
        }

        private async Task<Got<IReadOnlyList<Uri>>> ReadPageAsync(PublisherEntry entry, Uri page, CancellationToken cancel)
        {
            if (pages.TryGetValue(page.AbsoluteUri, out var known))
            {
                return known;
            }

            progress?.Report(new(entry.Id, PullStage.Looking, Message: page.AbsoluteUri));
            return pages[page.AbsoluteUri] = await AskAsync(
                entry,
                page,
                () => web.TryAsync(
                    () => ReadLinksAsync(page, cancel),
                    message => progress?.Report(new(entry.Id, PullStage.Waiting, Message: message)),
                    cancel));
        }

        private async Task<Got<IReadOnlyList<Uri>>> ReadLinksAsync(Uri page, CancellationToken cancel)
        {
            var asked = await web.AskAsync(page, static _ => { }, [HttpStatusCode.OK], cancel);
            if (asked.Value is not { } exchange)
            {
                return asked.Trouble!;
            }

            using (exchange)
            {
                var body = await exchange.ReadAllAsync(PageLimit, cancel);
                var address = exchange.Response.RequestMessage?.RequestUri ?? page;
                return new(body.Value is { } bytes ? Links.On(Encoding.UTF8.GetString(bytes), address) : null, body.Trouble);
            }
        }

        private async Task<PullEntry> FetchAsync(PublisherEntry entry, Uri address, CancellationToken cancel)
        {
            var name = entry.File is { } given ? ReleaseDate.Fill(given, on) : Links.FileName(address);
            if (!Publishers.IsPlainName(name))
            {
                return Ended(entry, new Trouble(PullOutcome.Failed, $"{address.AbsoluteUri} ends in no usable file name; give the entry one (\"file\")"));
            }

            var path = PathOf(entry, name);
            var below = Path.GetRelativePath(options.Directory, path).Replace('\\', '/');
            var before = Pulled.Read(options.Directory).Find(file => file.File == below && file.Url == address.AbsoluteUri);
            if (before is not null && (new FileInfo(path) is not { Exists: true } file || file.Length != before.Bytes
                || (entry.Sha256 is { } wanted && !wanted.Equals(before.Sha256, StringComparison.OrdinalIgnoreCase))))
            {
                before = null;
            }

            var got = await AskAsync(entry, address, () => new Transfer(web, options, entry, address, path, before, progress).RunAsync(cancel));
            if (got.Value is not { } fetched)
            {
                return Ended(entry, got.Trouble!);
            }

            if (fetched.IsNew)
            {
                Pulled.Record(options.Directory, new PulledFile
                {
                    Id = entry.Id,
                    Url = address.AbsoluteUri,
                    File = below,
                    Bytes = fetched.Bytes,
                    Sha256 = fetched.Sha256,
                    Etag = fetched.Etag,
                    LastModified = fetched.LastModified,
                    At = puller.Time.GetUtcNow(),
                });
            }

            return new PullEntry(entry.Id, fetched.IsNew ? PullOutcome.Downloaded : PullOutcome.UpToDate, "", path, fetched.Bytes, fetched.Sha256);
        }

        // A host that could not be reached once is not waited for again: without a network, thirty entries would take ten minutes to say so.
        private async Task<Got<T>> AskAsync<T>(PublisherEntry entry, Uri address, Func<Task<Got<T>>> ask)
            where T : class
        {
            if (silent.Contains(address.Authority))
            {
                return new Trouble(PullOutcome.Failed, $"{address.Authority} could not be reached earlier in this pull (entry '{entry.Id}')") { Answered = false };
            }

            var got = await ask();
            if (got.Trouble is { Answered: false })
            {
                silent.Add(address.Authority);
            }

            return got;
        }

        private PullEntry Ended(PublisherEntry entry, Trouble trouble)
        {
            var message = trouble.Outcome == PullOutcome.NotFound
                ? $"{trouble.Message}. Entry '{entry.Id}': look for the new address"
                    + (entry.Page is null ? "" : $" from {ReleaseDate.Fill(entry.Page, on)}")
                    + $" and write it into {options.PublishersFile ?? "a publishers file of your own (--publishers FILE)"}"
                : trouble.Message;
            return new PullEntry(entry.Id, trouble.Outcome, message) { Reached = trouble.Answered };
        }

        private string PathOf(PublisherEntry entry, string name) =>
            Path.GetFullPath(Path.Combine([options.Directory, .. ReleaseDate.Fill(entry.Dataset, on).Split('/'), name]));
    }

    private HttpClient Http => http;

    private TimeProvider Time => time;
}
