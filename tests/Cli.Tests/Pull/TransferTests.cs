using CodingAhead.Cli.Pull;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace CodingAhead.Cli.Tests.Pull;

public sealed class TransferTests : PullFacts
{
    private readonly byte[] zip = Publisher.Zip(300_000);

    [Fact]
    public async Task A_release_arrives_whole_with_its_checksum_on_record()
    {
        Publisher.Release("/files/codes.zip", zip);
        Direct("/files/codes.zip");
        var report = await PullAsync();
        var entry = Assert.Single(report.Entries);
        Assert.Equal((PullOutcome.Downloaded, zip.Length, Sha256(zip)), (entry.Outcome, (int)entry.Bytes, entry.Sha256));
        Assert.Equal(zip, await File.ReadAllBytesAsync(FileOf("codes.zip")));
        Assert.Equal(["codes.zip"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(FileOf("x"))!).Select(Path.GetFileName));
        var line = Recorded("codes.zip")!;
        Assert.Equal((Publisher.Address + "/files/codes.zip", Sha256(zip), "\"one\"", (long)zip.Length, "2026-11-22T12:00:00+00:00"),
            ((string?)line["url"], (string?)line["sha256"], (string?)line["etag"], (long)line["bytes"]!, (string?)line["at"]));
        Assert.Equal("CodingAhead/0.1", Publisher.Requests.Single().UserAgent);
        Assert.Equal(0, report.ExitCode);
        Assert.Equal(zip.Length, Progress.Last(step => step.Stage == PullStage.Downloading).Bytes);
        Assert.Equal(PullStage.Done, Progress[^1].Stage);
    }

    [Fact]
    public async Task A_cut_connection_resumes_where_it_stopped()
    {
        var tries = 0;
        Publisher.At("/codes.zip", context => ++tries == 1 ? Publisher.ServeAndCut(context, zip, 100_000, FileOf("codes.zip.part")) : Publisher.Serve(context, zip, "\"one\""));
        Direct("/codes.zip");
        Assert.Equal(PullOutcome.Downloaded, (await PullOneAsync()).Outcome);
        Assert.Equal(["", "bytes=100000-"], Publisher.Requests.Select(request => request.Range));
        Assert.Equal("\"one\"", Publisher.Requests.Last().IfRange);
        Assert.Equal(zip, await File.ReadAllBytesAsync(FileOf("codes.zip")));
        Assert.Equal(Sha256(zip), (string?)Recorded("codes.zip")!["sha256"]);
    }

    [Fact]
    public async Task A_later_run_resumes_what_an_earlier_one_left()
    {
        Publisher.At("/codes.zip", context => Publisher.ServeAndCut(context, zip, 70_000, FileOf("codes.zip.part")));
        Direct("/codes.zip");
        var first = await PullOneAsync(Options() with { MaxAttempts = 1 });
        Assert.Equal(PullOutcome.Failed, first.Outcome);
        Assert.Contains("gave up after 1 try, run again to go on", first.Message);
        Assert.Equal(70_000, new FileInfo(FileOf("codes.zip.part")).Length);
        Assert.False(File.Exists(FileOf("codes.zip")));

        Publisher.Release("/codes.zip", zip);
        Assert.Equal(PullOutcome.Downloaded, (await PullOneAsync()).Outcome);
        Assert.Equal("bytes=70000-", Publisher.Requests.Last().Range);
        Assert.Equal(zip, await File.ReadAllBytesAsync(FileOf("codes.zip")));
        Assert.False(File.Exists(FileOf("codes.zip.part.json")));
    }

    [Fact]
    public async Task A_server_that_ignores_ranges_makes_the_file_start_over()
    {
        var tries = 0;
        Publisher.At("/codes.zip", async context =>
        {
            if (++tries == 1)
            {
                await Publisher.ServeAndCut(context, zip, 100_000, FileOf("codes.zip.part"));
                return;
            }

            context.Response.ContentLength = zip.Length;
            await context.Response.Body.WriteAsync(zip);
        });
        Direct("/codes.zip");
        Assert.Equal(Sha256(zip), (await PullOneAsync()).Sha256);
        Assert.Equal(zip, await File.ReadAllBytesAsync(FileOf("codes.zip")));
    }

    [Fact]
    public async Task A_release_replaced_in_between_is_fetched_anew_and_never_mixed()
    {
        var newer = Publisher.Zip(200_000, seed: 2);
        var tries = 0;
        Publisher.At("/codes.zip", context => ++tries == 1 ? Publisher.ServeAndCut(context, zip, 100_000, FileOf("codes.zip.part")) : Publisher.Serve(context, newer, "\"two\""));
        Direct("/codes.zip");
        Assert.Equal(Sha256(newer), (await PullOneAsync()).Sha256);
        Assert.Equal(newer, await File.ReadAllBytesAsync(FileOf("codes.zip")));
        Assert.Equal("\"two\"", (string?)Recorded("codes.zip")!["etag"]);
    }

    [Fact]
    public async Task A_range_of_another_version_is_thrown_away()
    {
        // A server that answers 206 without looking at If-Range.
        var newer = Publisher.Zip(300_000, seed: 2);
        var tries = 0;
        Publisher.At("/codes.zip", context =>
        {
            if (++tries == 1)
            {
                return Publisher.ServeAndCut(context, zip, 100_000, FileOf("codes.zip.part"));
            }

            context.Request.Headers.IfRange = default;
            return Publisher.Serve(context, newer, "\"two\"");
        });
        Direct("/codes.zip");
        Assert.Equal(Sha256(newer), (await PullOneAsync()).Sha256);
        Assert.Equal(["", "bytes=100000-", ""], Publisher.Requests.Select(request => request.Range));
    }

    [Theory]
    [InlineData("\"one\"", true, "\"one\"")]
    [InlineData("W/\"one\"", true, "Mon, 06 Jul 2026 10:00:00 GMT")] // a weak tag does not promise the same bytes
    [InlineData(null, true, "Mon, 06 Jul 2026 10:00:00 GMT")]
    [InlineData("W/\"one\"", false, "")]
    [InlineData(null, false, "")]
    public async Task A_resume_names_the_version_it_continues_or_is_not_tried(string? etag, bool dated, string ifRange)
    {
        var tries = 0;
        Publisher.At("/codes.zip", context => ++tries == 1 ? Publisher.ServeAndCut(context, zip, 100_000, FileOf("codes.zip.part"), etag, dated) : Publisher.Serve(context, zip, etag));
        Direct("/codes.zip");
        Assert.Equal(Sha256(zip), (await PullOneAsync()).Sha256);
        Assert.Equal((ifRange.Length > 0 ? "bytes=100000-" : "", ifRange), (Publisher.Requests.Last().Range, Publisher.Requests.Last().IfRange));
    }

    [Fact]
    public async Task A_part_of_another_address_is_not_continued()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf("x"))!);
        await File.WriteAllBytesAsync(FileOf("codes.zip.part"), zip[..500]);
        new PartState { Url = "http://elsewhere/codes.zip", Etag = "\"one\"" }.Write(FileOf("codes.zip.part.json"));
        Publisher.Release("/codes.zip", zip);
        Direct("/codes.zip");
        Assert.Equal(Sha256(zip), (await PullOneAsync()).Sha256);
        Assert.Equal("", Publisher.Requests.Single().Range);
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_damaged_note_beside_a_part_makes_the_file_start_over(string note)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf("x"))!);
        await File.WriteAllBytesAsync(FileOf("codes.zip.part"), new byte[900_000]);
        await File.WriteAllTextAsync(FileOf("codes.zip.part.json"), note);
        Publisher.Release("/codes.zip", zip);
        Direct("/codes.zip");
        Assert.Equal(Sha256(zip), (await PullOneAsync()).Sha256);
        Assert.Equal(zip, await File.ReadAllBytesAsync(FileOf("codes.zip")));
    }

    [Fact]
    public async Task A_part_that_is_already_whole_is_finished_without_its_bytes_coming_again()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf("x"))!);
        await File.WriteAllBytesAsync(FileOf("codes.zip.part"), zip);
        Publisher.Release("/codes.zip", zip);
        new PartState { Url = Publisher.Address + "/codes.zip", Etag = "\"one\"", Total = zip.Length }.Write(FileOf("codes.zip.part.json"));
        Direct("/codes.zip");
        var entry = await PullOneAsync();
        Assert.Equal((PullOutcome.Downloaded, Sha256(zip)), (entry.Outcome, entry.Sha256));
        Assert.Single(Publisher.Requests);
    }

    [Fact]
    public async Task A_part_longer_than_the_file_starts_over()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf("x"))!);
        await File.WriteAllBytesAsync(FileOf("codes.zip.part"), new byte[zip.Length + 10]);
        Publisher.Release("/codes.zip", zip);
        new PartState { Url = Publisher.Address + "/codes.zip", Etag = "\"one\"", Total = zip.Length }.Write(FileOf("codes.zip.part.json"));
        Direct("/codes.zip");
        Assert.Equal(Sha256(zip), (await PullOneAsync()).Sha256);
        Assert.Equal([$"bytes={zip.Length + 10}-", ""], Publisher.Requests.Select(request => request.Range));
    }

    [Fact]
    public async Task A_length_that_is_never_reached_fails_and_says_how_much_came()
    {
        Publisher.At("/codes.zip", context => Publisher.ServeAndCut(context, [.. zip, 0, 0], zip.Length, FileOf("codes.zip.part"), etag: null, dated: false));
        Direct("/codes.zip");
        var entry = await PullOneAsync(Options() with { MaxAttempts = 3 });
        Assert.Equal(PullOutcome.Failed, entry.Outcome);
        Assert.Contains("gave up after 3 tries", entry.Message);
        Assert.False(File.Exists(FileOf("codes.zip")));
    }

    [Fact]
    public async Task A_length_that_is_too_short_is_noticed_by_the_damaged_archive()
    {
        Publisher.At("/codes.zip", async context =>
        {
            context.Response.ContentLength = 5000;
            await context.Response.Body.WriteAsync(zip.AsMemory(0, 5000));
        });
        Direct("/codes.zip");
        var entry = await PullOneAsync();
        Assert.Equal((PullOutcome.Failed, true), (entry.Outcome, entry.Message.EndsWith("/codes.zip: the archive is damaged or cut short", StringComparison.Ordinal)));
        Assert.False(File.Exists(FileOf("codes.zip")));
        Assert.False(File.Exists(FileOf("codes.zip.part")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_whether_or_not_its_length_is_told(bool told)
    {
        Publisher.At("/codes.zip", async context =>
        {
            context.Response.ContentLength = told ? zip.Length : null;
            await context.Response.Body.WriteAsync(zip);
        });
        Direct("/codes.zip");
        var entry = await PullOneAsync(Options() with { MaxBytes = 200_000 });
        Assert.Equal(PullOutcome.Failed, entry.Outcome);
        Assert.Contains("is larger than 200000 bytes, the limit of this pull", entry.Message);
        Assert.Empty(Directory.Exists(Path.GetDirectoryName(FileOf("x"))) ? Directory.GetFiles(Path.GetDirectoryName(FileOf("x"))!) : []);
    }

    [Fact]
    public async Task A_cancelled_pull_leaves_only_the_part_and_its_note()
    {
        var more = new TaskCompletionSource();
        Publisher.At("/codes.zip", async context =>
        {
            context.Response.Headers.ETag = "\"one\"";
            context.Response.ContentLength = zip.Length;
            await context.Response.Body.WriteAsync(zip.AsMemory(0, 100_000));
            await context.Response.Body.FlushAsync();
            await more.Task;
        });
        Direct("/codes.zip");
        using var stop = new CancellationTokenSource();
        using var client = Puller.CreateClient();
        var progress = new Recorder(Progress) { Then = step => { if (step.Bytes == 100_000) { stop.Cancel(); } } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Puller(client, Time).PullAsync(Options(), progress, stop.Token));
        more.SetResult();
        Assert.Equal(["codes.zip.part", "codes.zip.part.json"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(FileOf("x"))!).Select(Path.GetFileName).Order());
        Assert.Equal(100_000, new FileInfo(FileOf("codes.zip.part")).Length);

        Publisher.Release("/codes.zip", zip);
        Assert.Equal(Sha256(zip), (await PullOneAsync()).Sha256);
        Assert.Equal("bytes=100000-", Publisher.Requests.Last().Range);
    }

    [Fact]
    public async Task A_full_disk_is_named_and_the_part_is_kept()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/full");
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf("x"))!);
        File.CreateSymbolicLink(FileOf("codes.zip.part"), "/dev/full");
        Publisher.Release("/codes.zip", zip);
        Direct("/codes.zip");
        var entry = await PullOneAsync();
        Assert.Equal((PullOutcome.Failed, true), (entry.Outcome, entry.Message.StartsWith("the disk is full; ", StringComparison.Ordinal)));
        Assert.Single(Publisher.Requests);
        Assert.True(File.Exists(FileOf("codes.zip.part")));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_named()
    {
        Publisher.Release("/codes.zip", zip);
        Direct("/codes.zip");
        var options = Options();
        await File.WriteAllTextAsync(options.Directory, "a file in the way");
        var entry = await PullOneAsync(options);
        Assert.Equal(PullOutcome.Failed, entry.Outcome);
        Assert.Contains(options.Directory, entry.Message);
    }

    [Fact]
    public async Task A_body_that_begins_byte_by_byte_is_still_recognized()
    {
        Publisher.At("/codes.zip", async context =>
        {
            for (var at = 0; at < 4; at++)
            {
                await context.Response.Body.WriteAsync(zip.AsMemory(at, 1));
                await context.Response.Body.FlushAsync();
                await Task.Delay(20);
            }

            await context.Response.Body.WriteAsync(zip.AsMemory(4));
        });
        Direct("/codes.zip");
        Assert.Equal(Sha256(zip), (await PullOneAsync()).Sha256);
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_left_and_asked_again()
    {
        var tries = 0;
        Publisher.At("/codes.zip", async context =>
        {
            if (++tries == 1)
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            await Publisher.Serve(context, zip, "\"one\"");
        });
        Direct("/codes.zip");
        // Ten minutes are 0.6 s on this clock.
        Assert.Equal(PullOutcome.Downloaded, (await PullOneAsync(Options() with { Timeout = TimeSpan.FromMinutes(10) })).Outcome);
        Assert.Contains(Progress, step => step.Stage == PullStage.Waiting && step.Message!.Contains("fell silent"));
    }
}
