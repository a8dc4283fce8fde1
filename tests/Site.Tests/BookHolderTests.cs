using System.Net;
using System.Text.Json;
using CodingAhead.Codes;
using CodingAhead.Site.Books;
using CodingAhead.Site.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CodingAhead.Site.Tests;

public sealed class BookHolderTests
{
    [Fact]
    public async Task No_request_fails_while_the_book_is_replaced_under_load()
    {
        var path = SampleBooks.Copy(SampleBooks.Starter);
        await using var site = new TestSite(path);
        using var client = site.CreateClient();
        var holder = site.Services.GetRequiredService<BookHolder>();
        using var stop = new CancellationTokenSource();
        string[] paths = ["/codes/cpt/64635", "/api/search?q=spondylosis+lumbar", "/api/codes/icd10cm/M47.816", "/search?q=facet", "/about", "/health", "/codes/icd10cm"];
        var versions = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        var answered = 0;
        var load = Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            var done = 0;
            while (!stop.IsCancellationRequested)
            {
                // A parameter that means nothing keeps part of the requests out of the cache.
                var ask = paths[(done + worker) % paths.Length];
                using var response = await client.GetAsync(new Uri(ask, UriKind.Relative));
                var text = await response.Content.ReadAsStringAsync();
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{ask}: {response.StatusCode} {text}");
                if (ask == "/health") versions.AddOrUpdate(JsonDocument.Parse(text).RootElement.GetProperty("version").GetString()!, 1, (_, n) => n + 1);
                done++;
                Interlocked.Increment(ref answered);
            }
        })).ToList();
        var swaps = 0;
        for (var i = 0; i < 8; i++)
        {
            // However slow the machine is: each book answers some requests before the next one comes, unless one has failed.
            for (var from = Volatile.Read(ref answered); Volatile.Read(ref answered) < from + 60 && !load.Exists(l => l.IsCompleted);) await Task.Delay(10);
            SampleBooks.Replace(path, i % 2 == 0 ? SampleBooks.Icd : SampleBooks.Starter);
            // The timer of the site may have been faster.
            if (holder.Look() || holder.Retired > swaps) swaps++;
        }

        await stop.CancelAsync();
        await Task.WhenAll(load);
        Assert.True(swaps >= 6, $"{swaps} swaps");
        Assert.Equal(2, versions.Count);
    }

    [Fact]
    public async Task A_new_book_is_served_without_a_restart()
    {
        var path = SampleBooks.Copy(SampleBooks.Starter);
        await using var site = new TestSite(path);
        using (var before = await site.Page("/")) Assert.NotNull(before.QuerySelector("[aria-label='Starter book']"));
        SampleBooks.Replace(path, SampleBooks.Icd);
        var holder = site.Services.GetRequiredService<BookHolder>();
        for (var i = 0; i < 100 && holder.Current.Book.IsStarter; i++) await Task.Delay(100);
        using var after = await site.Page("/");
        Assert.Null(after.QuerySelector("[aria-label='Starter book']"));
    }

    [Theory]
    [InlineData("foreign")]
    [InlineData("cut")]
    [InlineData("flipped")]
    public void A_damaged_new_book_is_refused_and_the_old_one_goes_on(string damage)
    {
        var path = SampleBooks.Copy(SampleBooks.Starter);
        var log = new Lines();
        using var holder = new BookHolder(new SiteOptions { Book = path }, TimeProvider.System, log);
        var version = holder.Current.Version;
        var bytes = File.ReadAllBytes(SampleBooks.Icd);
        if (damage == "foreign") bytes = new byte[10_000];
        if (damage == "cut") bytes = bytes[..(bytes.Length / 2)];
        if (damage == "flipped") bytes[bytes.Length / 2] ^= 0x55;
        File.WriteAllBytes(path + ".new", bytes);
        File.Move(path + ".new", path, overwrite: true);
        holder.Look();
        Assert.Equal(version, holder.Current.Version);
        Assert.Contains(log.Written, l => l.StartsWith("Error", StringComparison.Ordinal));
        Assert.Equal(CodeStatus.Active, holder.Current.Book.Find(CodeSet.Cpt, "64635", new DateOnly(2025, 1, 1)).Status);
        SampleBooks.Replace(path, SampleBooks.Icd);
        Assert.True(holder.Look() || holder.Current.Version != version);
    }

    [Fact]
    public void A_damaged_book_stops_the_start()
    {
        var path = SampleBooks.Copy(SampleBooks.Starter);
        File.WriteAllBytes(path, new byte[5000]);
        Assert.Throws<BookException>(() => new BookHolder(new SiteOptions { Book = path }, TimeProvider.System, new Lines()));
    }

    [Fact]
    public void Without_a_book_the_starter_book_is_built_until_there_is_one()
    {
        var path = SampleBooks.Copy(SampleBooks.Icd);
        File.Delete(path);
        using var holder = new BookHolder(new SiteOptions { Book = path, StarterBook = path + ".starter" }, TimeProvider.System, new Lines());
        Assert.True(holder.Current.Book.IsStarter);
        SampleBooks.Replace(path, SampleBooks.Icd);
        holder.Look();
        Assert.False(holder.Current.Book.IsStarter);
        File.Delete(path);
        holder.Look();
        Assert.False(holder.Current.Book.IsStarter);
    }

    [Fact]
    public void An_old_book_stays_mapped_for_the_grace_period_and_while_a_request_reads_it()
    {
        var path = SampleBooks.Copy(SampleBooks.Starter);
        var clock = new Clock();
        using var holder = new BookHolder(new SiteOptions { Book = path }, clock, new Lines());
        var request = holder.Take();
        SampleBooks.Replace(path, SampleBooks.Icd);
        Assert.True(holder.Look());
        Assert.Equal(CodeStatus.Active, request.Open.Book.Find(CodeSet.Cpt, "64635", new DateOnly(2025, 1, 1)).Status);
        clock.Now += BookHolder.Grace + TimeSpan.FromSeconds(1);
        holder.Look();
        Assert.Equal(1, holder.Retired);
        request.Dispose();
        request.Dispose();
        holder.Look();
        Assert.Equal(0, holder.Retired);
        Assert.Equal(0, request.Open.Readers);
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    private sealed class Lines : ILogger<BookHolder>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add($"{logLevel} {formatter(state, exception)}");
    }
}
