using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using CodingAhead.Text.Tests.Redact;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CodingAhead.Site.Tests;

/// <summary>The doors of the site into redaction: what the host logs, what a refusal says and what headers tell has no value of a note.</summary>
public sealed class RedactLeakTests(StarterSite sites)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal) { ["csv"] = "text/csv", ["fhir"] = "application/fhir+json", ["cda"] = "application/cda+xml", ["hl7"] = "x-application/hl7-v2+er7" };

    [Fact]
    public Task Invented_notes_leave_no_trace_beside_the_answer() => WalkAsync(GoldNotes.Ours);

    [Fact]
    public Task Notes_of_the_corpora_leave_no_trace_beside_the_answer() => WalkAsync(GoldNotes.OfMirror(8));

    [Theory]
    [InlineData("csv")]
    [InlineData("fhir")]
    [InlineData("cda")]
    [InlineData("hl7")]
    public async Task A_document_is_answered_in_its_own_type(string kind)
    {
        using var client = sites.Site.CreateClient();
        var note = GoldNotes.Ours[0];
        using var response = await Post(client, "/api/redact?column=note", note.Forms().Single(f => f.Kind == kind).Content, Types[kind]);
        Assert.Equal((HttpStatusCode.OK, Types[kind]), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        var text = await response.Content.ReadAsStringAsync();
        Assert.Empty(note.In(text));
        Assert.Contains("Graves disease", text, StringComparison.Ordinal);
        if (kind == "csv") Assert.StartsWith("Columns not named", Assert.Single(response.Headers.GetValues("Redaction-Notes")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/csv", "", "a,b\n", 400, "?column=")]
    [InlineData("text/csv", "?column=note", "a,b\nSECRET,\n", 422, "no column note")]
    [InlineData("application/fhir+json", "", "{\"resourceType\":\"SECRET", 422, "JSON at line 1")]
    [InlineData("application/cda+xml", "", "<SECRET>", 422, "XML at line 1")]
    [InlineData("x-application/hl7-v2+er7", "", "SECRET", 422, "does not begin with MSH")]
    public async Task A_damaged_document_is_refused_and_not_repeated(string type, string query, string body, int status, string detail)
    {
        using var client = sites.Site.CreateClient();
        using var response = await Post(client, "/api/redact" + query, body, type);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, text);
        Assert.Contains(detail, JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
    }

    private async Task WalkAsync(IReadOnlyList<GoldNote> notes)
    {
        using var log = new Said();
        using var site = sites.Site.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<ILoggerProvider>(log).Configure<LoggerFilterOptions>(static o =>
        {
            o.MinLevel = LogLevel.Trace;
            o.Rules.Clear();
        })));
        using var client = site.CreateClient();
        foreach (var note in notes)
        {
            log.Lines.Clear();
            var line = JsonSerializer.Serialize(new { id = note.Id, text = note.Text });
            await Send(client, note, "/api/redact", line, "application/json", refused: false);
            await Send(client, note, "/api/redact", line[..^3], "application/json", refused: true);
            await Send(client, note, "/api/redact", note.Text, "text/plain", refused: false);
            await Send(client, note, "/api/redact", note.Text + "\0", "text/plain", refused: true);
            await Send(client, note, "/api/redact", note.Text, "text/html", refused: true);
            await Send(client, note, "/api/redact?policy=none", note.Text, "text/plain", refused: true);
            await Send(client, note, "/api/redact", line + "\n" + line + "\n", "application/x-ndjson", refused: false);
            foreach (var (kind, content) in note.Forms())
            {
                await Send(client, note, "/api/redact?column=note", content, Types[kind], refused: false);
                await Send(client, note, "/api/redact?column=note", content[..(content.Length / 2)] + "\0", Types[kind], refused: true);
            }

            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = note.Text, ["known"] = note.Values.Count > 0 ? note.Values[0] : "" });
            using var page = await client.PostAsync(new Uri("/redact", UriKind.Relative), form);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            using var file = new MultipartFormDataContent { { new StringContent(note.Text), "file", "note.txt" } };
            using var upload = await client.PostAsync(new Uri("/redact", UriKind.Relative), file);
            Assert.Equal(HttpStatusCode.OK, upload.StatusCode);
            Assert.NotEmpty(log.Lines);
            foreach (var said in log.Lines) Assert.True(!note.In(said).Any(), $"{note.Id}: a value in the log");
        }
    }

    private static async Task Send(HttpClient client, GoldNote note, string path, string body, string type, bool refused)
    {
        using var response = await Post(client, path, body, type);
        if (refused) Assert.True((int)response.StatusCode is >= 400 and < 500, $"{note.Id}: {type} {response.StatusCode}");
        if (!response.IsSuccessStatusCode) Assert.True(!note.In(await response.Content.ReadAsStringAsync()).Any(), $"{note.Id}: a value in a refusal of {type}");
        Assert.True(!note.In(response.Headers.ToString()).Any(), $"{note.Id}: a value in a header");
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string path, string body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await client.SendAsync(request);
    }

    /// <summary>Keeps all that the host says, with the values of its messages and its exceptions.</summary>
    private sealed class Said : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + " " + (state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(static v => v.Value)) : "") + " " + exception);

        public void Dispose()
        {
        }
    }
}
