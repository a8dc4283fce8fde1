using CodingAhead.Cli.Pull;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace CodingAhead.Cli.Tests.Pull;

public sealed class PullerTests : PullFacts
{
    private const string LicencePage = """
        <!DOCTYPE html><html><body><h1>License for Use of Current Procedural Terminology</h1>
        CPT is copyright American Medical Association. <a href="/accept">I ACCEPT</a></body></html>
        """;

    private readonly byte[] zip = Publisher.Zip();

    [Fact]
    public async Task A_landing_page_leads_to_the_newest_edition_that_has_begun()
    {
        Publisher.Page("/quarterly", """
            <a href="/files/zip/july-2026-alpha-numeric-hcpcs-file.zip">July</a>
            <a class=x href='zip/october-2026-alpha-numeric-hcpcs-files.zip'>October</a>
            <a href="/files/zip/january-2027-alpha-numeric-hcpcs-file.zip">January</a>
            <a href="/files/zip/october-2026-noc-codes.zip">NOC</a>
            """);
        Publisher.Release("/zip/october-2026-alpha-numeric-hcpcs-files.zip", zip).Release("/files/zip/july-2026-alpha-numeric-hcpcs-file.zip", zip);
        Linked("/quarterly", "*-alpha-numeric-hcpcs-file*.zip");
        Assert.EndsWith("october-2026-alpha-numeric-hcpcs-files.zip", (await PullOneAsync()).Path);
        Assert.EndsWith("july-2026-alpha-numeric-hcpcs-file.zip", (await PullOneAsync(Options() with { On = new DateOnly(2026, 8, 1) })).Path);
        Assert.Equal(PullStage.Looking, Progress[0].Stage);
    }

    [Fact]
    public async Task A_directory_listing_gives_only_what_lies_in_it()
    {
        Publisher.Page("/ICD10CM/2027/", """
            <pre><A HREF="/ICD10CM/">[To Parent Directory]</A><br>
            6/20/2026 <A HREF="/ICD10CM/2027/icd10cm-Code%20Descriptions-2027.zip">icd10cm-Code Descriptions-2027.zip</A>
            <A HREF="/ICD10CM/2027/old/icd10cm-Code%20Descriptions-2027-9.zip">old</A></pre>
            """);
        Publisher.Release("/ICD10CM/2027/icd10cm-Code Descriptions-2027.zip", zip);
        Linked("/ICD10CM/{fy}/", "icd10cm-Code Descriptions-{fy}*.zip", how: "listing");
        var entry = await PullOneAsync();
        Assert.Equal((PullOutcome.Downloaded, "", FileOf("icd10cm-Code Descriptions-2027.zip")), (entry.Outcome, entry.Message, entry.Path));
    }

    [Fact]
    public async Task A_page_that_many_entries_share_is_read_once()
    {
        Publisher.Page("/ptp", "<a href=ptp-f1.zip>1</a><a href=ptp-f2.zip>2</a>").Release("/ptp-f1.zip", zip).Release("/ptp-f2.zip", zip);
        Linked("/ptp", "*-f1.zip", id: "f1");
        Linked("/ptp", "*-f2.zip", id: "f2");
        Assert.Equal(0, (await PullAsync()).ExitCode);
        Assert.Equal(["/ptp", "/ptp-f1.zip", "/ptp-f2.zip"], Publisher.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_release_that_has_not_changed_is_not_fetched_again()
    {
        Publisher.Release("/codes.zip", zip);
        Direct("/codes.zip");
        await PullAsync();
        var again = await PullOneAsync();
        Assert.Equal((PullOutcome.UpToDate, Sha256(zip), FileOf("codes.zip")), (again.Outcome, again.Sha256, again.Path));
        Assert.Equal("\"one\"", Publisher.Requests.Last().IfNoneMatch);
    }

    [Theory]
    [InlineData("\"one\"", PullOutcome.UpToDate)]
    [InlineData("\"two\"", PullOutcome.Downloaded)]
    public async Task A_server_without_conditions_is_judged_by_its_tag(string etag, PullOutcome outcome)
    {
        Publisher.Release("/codes.zip", zip);
        Direct("/codes.zip");
        await PullAsync();
        Publisher.At("/codes.zip", async context =>
        {
            context.Response.Headers.ETag = etag;
            context.Response.ContentLength = zip.Length;
            await context.Response.Body.WriteAsync(zip);
        });
        Assert.Equal(outcome, (await PullOneAsync()).Outcome);
    }

    [Fact]
    public async Task A_file_that_was_removed_is_fetched_again()
    {
        Publisher.Release("/codes.zip", zip);
        Direct("/codes.zip");
        await PullAsync();
        File.Delete(FileOf("codes.zip"));
        Assert.Equal(PullOutcome.Downloaded, (await PullOneAsync()).Outcome);
    }

    [Fact]
    public async Task A_demanded_checksum_that_is_on_disk_needs_no_network()
    {
        Direct("/codes.zip", sha256: Sha256(zip).ToUpperInvariant());
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf("x"))!);
        await File.WriteAllBytesAsync(FileOf("codes.zip"), zip);
        Assert.Equal(PullOutcome.UpToDate, (await PullOneAsync()).Outcome);
        Assert.Empty(Publisher.Requests);
    }

    [Fact]
    public async Task A_release_with_another_checksum_than_demanded_is_not_kept()
    {
        Publisher.Release("/codes.zip", zip);
        Direct("/codes.zip", sha256: new string('0', 64));
        var entry = await PullOneAsync();
        Assert.Equal(PullOutcome.Failed, entry.Outcome);
        Assert.Contains($"its SHA-256 is {Sha256(zip)}, the publishers file demands 0000", entry.Message);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(FileOf("x"))!));
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_after_growing_pauses()
    {
        var tries = 0;
        Publisher.At("/codes.zip", context =>
        {
            if (++tries < 4)
            {
                context.Response.StatusCode = 503;
                return Task.CompletedTask;
            }

            return Publisher.Serve(context, zip, "\"one\"");
        });
        Direct("/codes.zip");
        Assert.Equal(PullOutcome.Downloaded, (await PullOneAsync()).Outcome);
        var pauses = Time.Pauses.Select(pause => pause.TotalSeconds).ToList();
        Assert.Equal(3, pauses.Count);
        Assert.InRange(pauses[0], 0.5, 1);
        Assert.InRange(pauses[1], 1, 2);
        Assert.InRange(pauses[2], 2, 4);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Sun, 22 Nov 2026 12:00:30 GMT", 30)]
    public async Task A_server_that_says_when_to_come_back_is_obeyed(string retryAfter, int seconds)
    {
        var tries = 0;
        Publisher.At("/codes.zip", context =>
        {
            if (++tries == 1)
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = retryAfter;
                return Task.CompletedTask;
            }

            return Publisher.Serve(context, zip, "\"one\"");
        });
        Direct("/codes.zip");
        Assert.Equal(PullOutcome.Downloaded, (await PullOneAsync()).Outcome);
        Assert.Equal([TimeSpan.FromSeconds(seconds)], Time.Pauses);
    }

    [Fact]
    public async Task A_server_that_asks_for_too_long_a_pause_is_left_alone()
    {
        Publisher.At("/codes.zip", context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "86400";
            return Task.CompletedTask;
        });
        Direct("/codes.zip");
        Assert.EndsWith("answers 503; it asks to wait 86400 s, run again after that", (await PullOneAsync()).Message);
        Assert.Single(Publisher.Requests);
    }

    [Theory]
    [InlineData(404, PullOutcome.NotFound, 1)]
    [InlineData(410, PullOutcome.NotFound, 1)]
    [InlineData(403, PullOutcome.Failed, 1)]
    [InlineData(418, PullOutcome.Failed, 1)]
    [InlineData(206, PullOutcome.Failed, 1)]
    [InlineData(500, PullOutcome.Failed, 5)]
    [InlineData(429, PullOutcome.Failed, 5)]
    public async Task Only_transient_answers_are_asked_again(int status, PullOutcome outcome, int requests)
    {
        Publisher.At("/codes.zip", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        Direct("/codes.zip");
        Assert.Equal((outcome, requests), ((await PullOneAsync()).Outcome, Publisher.Requests.Count));
    }

    [Fact]
    public async Task A_missing_release_names_its_address_its_entry_and_what_to_do()
    {
        Direct("/moved.zip");
        var options = Options();
        var report = await PullAsync(options);
        Assert.Equal(
            $"{Publisher.Address}/moved.zip answers 404: the publisher has moved or removed it. Entry 'codes': look for the new address and write it into {options.PublishersFile}",
            Assert.Single(report.Entries).Message);
        Assert.Equal(1, report.ExitCode);
    }

    [Fact]
    public async Task A_page_without_the_link_names_the_pattern_and_the_date()
    {
        Publisher.Page("/page", "<a href=other.zip>x</a>");
        Linked("/page", "hcpcs-{yyyy}-*.zip");
        var entry = await PullOneAsync();
        Assert.Equal(PullOutcome.NotFound, entry.Outcome);
        Assert.StartsWith($"{Publisher.Address}/page links nothing that fits 'hcpcs-2026-*.zip' and was in force on 2026-11-22. Entry 'codes'", entry.Message);
    }

    [Fact]
    public async Task One_failing_entry_does_not_stop_the_others()
    {
        Publisher.Release("/b.zip", zip);
        Direct("/a.zip", id: "a");
        Direct("/b.zip", id: "b");
        Direct("/c.zip", id: "c", optional: true);
        var report = await PullAsync();
        Assert.Equal([PullOutcome.NotFound, PullOutcome.Downloaded, PullOutcome.NotFound], report.Entries.Select(entry => entry.Outcome));
        Assert.Equal([true, false, false], report.Entries.Select(entry => entry.IsFailure));
        Assert.Equal(1, report.ExitCode);
        Assert.Equal(0, (await PullAsync(Options() with { Only = ["b", "c"] })).ExitCode);
    }

    [Fact]
    public async Task Without_a_network_the_exit_code_is_3_and_a_silent_host_is_tried_once()
    {
        Direct("http://127.0.0.1:1/a.zip", id: "a");
        Direct("http://127.0.0.1:1/b.zip", id: "b");
        Direct("/c.zip", id: "c", licence: "ama");
        var report = await PullAsync();
        Assert.Equal(3, report.ExitCode);
        Assert.Contains("127.0.0.1:1 could not be reached earlier in this pull", report.Entries[1].Message);
        Assert.Equal(4, Progress.Count(step => step.Stage == PullStage.Waiting));
    }

    [Fact]
    public async Task Redirects_are_followed()
    {
        Publisher.At("/a.zip", context => Redirect(context, "/sub/b.zip")).At("/sub/b.zip", context => Redirect(context, "c.zip")).Release("/sub/c.zip", zip);
        Direct("/a.zip");
        var entry = await PullOneAsync();
        Assert.Equal((PullOutcome.Downloaded, FileOf("a.zip")), (entry.Outcome, entry.Path));
    }

    [Fact]
    public async Task A_redirect_loop_ends()
    {
        Publisher.At("/a.zip", context => Redirect(context, "/b.zip")).At("/b.zip", context => Redirect(context, "/a.zip"));
        Direct("/a.zip");
        Assert.Contains("/a.zip redirects without end", (await PullOneAsync()).Message);
        Assert.Equal(11, Publisher.Requests.Count);
    }

    [Theory]
    [InlineData("file:///etc/hostname")]
    [InlineData("ftp://127.0.0.1/codes.zip")]
    public async Task A_redirect_out_of_the_web_is_refused(string target)
    {
        Publisher.At("/a.zip", context => Redirect(context, target));
        Direct("/a.zip");
        Assert.EndsWith($"redirects to {target}, which is not followed", (await PullOneAsync()).Message);
    }

    [Fact]
    public async Task A_redirect_from_https_to_http_is_refused()
    {
        Direct("https://publisher.example/codes.zip");
        using var client = new HttpClient(new Downgrade());
        var report = await new Puller(client, Time).PullAsync(Options());
        Assert.Equal("https://publisher.example/codes.zip redirects to http://publisher.example/codes.zip, which is not followed", Assert.Single(report.Entries).Message);
    }

    [Fact]
    public async Task A_licence_that_is_not_accepted_means_nothing_is_asked()
    {
        Direct("/ptp.zip", licence: "ama,ada", agree: "agree=yes");
        var report = await PullAsync(Options("ada"));
        Assert.Equal((PullOutcome.NeedsLicence, "needs --accept ama"), (report.Entries[0].Outcome, report.Entries[0].Message));
        Assert.Empty(Publisher.Requests);
        Assert.Equal(0, report.ExitCode);
        Assert.Equal(1, (await PullAsync(Options() with { Only = ["codes"] })).ExitCode);
    }

    [Fact]
    public async Task An_accepted_licence_is_agreed_to_and_the_record_keeps_the_plain_address()
    {
        Publisher.At("/ptp.zip", context => context.Request.Query["agree"] == "yes"
            ? Publisher.Serve(context, zip, "\"one\"")
            : Html(context, LicencePage));
        Publisher.Page("/page", """<a href="/license/ama?file=/ptp.zip">PTP edits</a>""");
        Linked("/page", "ptp.zip", licence: "ama", agree: "agree=yes");
        Assert.Equal(PullOutcome.Downloaded, (await PullOneAsync(Options("ama"))).Outcome);
        Assert.Equal(["/page", "/ptp.zip?agree=yes"], Publisher.Requests.Select(request => request.Target));
        Assert.Equal(Publisher.Address + "/ptp.zip", (string?)Recorded("ptp.zip")!["url"]);
    }

    [Fact]
    public async Task A_licence_page_nobody_expected_is_reported_and_never_agreed_to()
    {
        Publisher.At("/ptp.zip", context => Html(context, LicencePage));
        Direct("/ptp.zip", agree: "agree=yes");
        var entry = await PullOneAsync();
        Assert.Equal((PullOutcome.NeedsLicence, $"{Publisher.Address}/ptp.zip shows a licence page: needs --accept ama"), (entry.Outcome, entry.Message));
        Assert.Equal("/ptp.zip", Publisher.Requests.Single().Target);
        Assert.False(File.Exists(FileOf("ptp.zip.part")));
    }

    [Theory]
    [InlineData(null, "give the entry the query that accepts it (\"agree\")")]
    [InlineData("old=1", "the query 'old=1' no longer passes it, correct \"agree\"")]
    public async Task A_licence_page_that_stays_says_what_to_correct(string? agree, string advice)
    {
        Publisher.At("/ptp.zip", context => Html(context, LicencePage));
        Direct("/ptp.zip", licence: "ama", agree: agree);
        Assert.EndsWith(advice, (await PullOneAsync(Options("ama"))).Message);
    }

    [Theory]
    [InlineData("codes.zip", "<!DOCTYPE html><html>Sorry", "text/html", "it is a web page, not a zip file")]
    [InlineData("codes.xlsx", "\uFEFF \n<HTML>", "application/octet-stream", "it is a web page, not a xlsx file")]
    [InlineData("codes.csv", "<!-- x --><html>", "text/csv", "it is a web page, not a csv file")]
    [InlineData("codes.txt", "<!doctype HTML>", "text/html", "it is a web page, not a txt file")]
    [InlineData("codes.pdf", "hello", "text/html", "it is a web page, not a pdf file")]
    [InlineData("codes.zip", "Not found", "text/plain", "it does not begin like a zip file")]
    [InlineData("codes.csv", "", "text/csv", "it is empty")]
    [InlineData("codes.zip", "PK not really", "application/zip", "the archive is damaged or cut short")]
    [InlineData("codes.csv", "code,title", "text/csv", null)]
    [InlineData("codes.csv", "code,title", "text/html", null)]
    [InlineData("codes.xml", "<?xml version='1.0'?><codes/>", "text/xml", null)]
    [InlineData("codes.html", "<html>", "text/html", null)]
    public async Task A_body_must_be_what_its_name_says(string file, string body, string type, string? reason)
    {
        Publisher.At("/" + file, context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync(body);
        });
        Direct("/" + file);
        var entry = await PullOneAsync();
        Assert.Equal(reason is null ? PullOutcome.Downloaded : PullOutcome.Failed, entry.Outcome);
        Assert.Contains(reason ?? "", entry.Message);
        Assert.Equal(reason is null, File.Exists(FileOf(file)));
    }

    [Fact]
    public async Task A_zip_that_is_no_workbook_is_refused_as_one()
    {
        Publisher.Release("/codes.xlsx", zip);
        Direct("/codes.xlsx");
        Assert.EndsWith("it is a zip file, but no workbook", (await PullOneAsync()).Message);
    }

    [Theory]
    [InlineData("/files/..%2f..%2fevil.zip")]
    [InlineData("/files/.hidden.zip")]
    [InlineData("/files/")]
    public async Task A_link_cannot_choose_a_name_outside_its_directory(string path)
    {
        Publisher.Release(Uri.UnescapeDataString(path), zip);
        Direct(path);
        Assert.EndsWith("ends in no usable file name; give the entry one (\"file\")", (await PullOneAsync()).Message);
        Assert.Empty(Publisher.Requests);
    }

    [Fact]
    public async Task An_id_that_is_not_there_is_named()
    {
        Direct("/a.zip");
        var report = await PullAsync(Options() with { Only = ["hcpsc"] });
        Assert.Equal("no entry of the publishers file has the id 'hcpsc'", Assert.Single(report.Entries).Message);
        Assert.Equal(1, report.ExitCode);
    }

    [Fact]
    public async Task A_publishers_file_that_cannot_be_read_is_one_failure()
    {
        var report = await PullAsync(new PullOptions { PublishersFile = Path.Combine(Root, "missing.json"), Directory = Root });
        Assert.Contains("missing.json", Assert.Single(report.Entries).Message);
        Assert.Equal(1, report.ExitCode);
    }

    [Fact]
    public async Task A_damaged_record_only_costs_fetching_again()
    {
        Publisher.Release("/codes.zip", zip);
        Direct("/codes.zip");
        await PullAsync();
        await File.WriteAllTextAsync(Path.Combine(Root, "releases", "pulled.json"), "[{");
        Assert.Equal(PullOutcome.Downloaded, (await PullOneAsync()).Outcome);
        Assert.NotNull(Recorded("codes.zip"));
    }

    private static Task Redirect(HttpContext context, string to)
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }

    private static Task Html(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync(html);
    }

    private sealed class Downgrade : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Redirect) { Headers = { Location = new Uri("http://publisher.example/codes.zip") } });
    }
}
