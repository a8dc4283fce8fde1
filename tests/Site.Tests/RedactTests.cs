using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp;

namespace CodingAhead.Site.Tests;

/// <summary>Redaction over HTTP: forms in and out, refusals, streams, the page. All people are invented.</summary>
public sealed class RedactTests(StarterSite sites)
{
    private const string Redact = "/api/redact";
    private const string Text = "Patient: Ole Halvorsen   MRN: 0048-2291\nMr. Halvorsen has Graves disease and was seen on 10/15/2025. SSN 219-09-9999.";

    [Fact]
    public async Task A_text_loses_its_identifiers_and_keeps_its_medicine()
    {
        var answer = JsonDocument.Parse(await Answer(Redact, JsonSerializer.Serialize(new { id = "n1", text = Text }), "application/json")).RootElement;
        Assert.Equal("n1", answer.GetProperty("id").GetString());
        var left = answer.GetProperty("text").GetString()!;
        Assert.All(new[] { "Halvorsen", "Ole", "0048", "10/15", "219-09" }, v => Assert.DoesNotContain(v, left, StringComparison.Ordinal));
        Assert.Contains("Graves disease", left, StringComparison.Ordinal);
        foreach (var span in answer.GetProperty("spans").EnumerateArray())
        {
            Assert.InRange(span.GetProperty("category").GetString()![0], 'A', 'R');
            Assert.True(span.GetProperty("end").GetInt32() <= Text.Length);
        }

        var manifest = answer.GetProperty("manifest");
        Assert.Equal(18, manifest.GetProperty("counts").EnumerateObject().Count());
        Assert.DoesNotContain("Halvorsen", manifest.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("safe-harbor", false)]
    [InlineData("limited-data-set", true)]
    public async Task A_limited_data_set_keeps_dates(string policy, bool kept)
    {
        foreach (var answer in new[]
                 {
                     await Answer($"{Redact}?policy={policy}", Text, "text/plain"), await Answer(Redact, JsonSerializer.Serialize(new { text = Text, policy }), "application/json"),
                 })
            Assert.Equal(kept, JsonDocument.Parse(answer).RootElement.GetProperty("text").GetString()!.Contains("10/15/2025", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/redact")]
    [InlineData("/redact")]
    public async Task A_year_of_birth_that_tells_an_age_over_89_goes_by_the_clock_of_the_site(string path)
    {
        const string note = "DOB: 05/09/1935. Seen for a cough.";
        if (path == "/api/redact")
        {
            Assert.DoesNotContain("1935", JsonDocument.Parse(await Answer(path, note, "text/plain")).RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
            return;
        }

        using var client = sites.Site.Browser;
        using var form = new FormUrlEncodedContent([new("text", note)]);
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), form);
        var html = await response.Content.ReadAsStringAsync();
        var page = await BrowsingContext.New().OpenAsync(r => r.Content(html));
        Assert.DoesNotContain("1935", page.QuerySelectorAll(".note[role=region]")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_goes_wherever_it_stands()
    {
        var body = JsonSerializer.Serialize(new { text = "told that zupfgeige was worse", known = new { names = new[] { "Anna Zupfgeige" } } });
        Assert.DoesNotContain("zupfgeige", JsonDocument.Parse(await Answer(Redact, body, "application/json")).RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_answered_in_order_and_a_bad_one_spoils_no_other()
    {
        var line = JsonSerializer.Serialize(new { id = "a", text = Text });
        var lines = (await Answer(Redact, $"{line}\n{{\"id\":\"b\"}}\nnonsense\n{{\"id\":\"c\",\"text\":\"x\\u0000y\"}}\n{line}\n", "application/x-ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var read = lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["a", "b", "3", "c", "a"], read.Select(e => e.GetProperty("id").ToString()));
        Assert.Equal([false, true, true, true, false], read.Select(e => e.TryGetProperty("error", out _)));
    }

    [Theory]
    [InlineData("{\"SECRET\":1}", "application/json", "", 400, "no \"text\"")]
    [InlineData("SECRET", "application/json", "", 400, "not JSON")]
    [InlineData("{\"text\":\"a\",\"known\":{\"names\":\"SECRET\"}}", "application/json", "", 400, "\"known\" is")]
    [InlineData("{\"text\":\"a\",\"policy\":\"SECRET\"}", "application/json", "", 400, "\"policy\" is")]
    [InlineData("{\"text\":\"a\",\"policy\":{\"patterns\":[{\"type\":\"ID\",\"expression\":\"(?=SECRET)a\",\"rule\":\"x\"}]}}", "application/json", "", 422, "linear")]
    [InlineData("a", "text/plain", "?policy=SECRET", 400, "safe-harbor or limited-data-set")]
    [InlineData("a", "text/html", "", 415, "Content-Type is one of")]
    [InlineData("SECRET\0", "text/plain", "", 422, "binary")]
    public async Task What_cannot_be_redacted_is_refused_and_not_repeated(string body, string type, string query, int status, string detail)
    {
        using var response = await Post(Redact + query, Encoding.UTF8.GetBytes(body), type);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, text);
        Assert.Contains(detail, JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_text_is_refused()
    {
        using var response = await Post(Redact, [0x4D, 0x72, 0xFF, 0xFE], "text/plain");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("not valid UTF-8", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "text/plain", "redacted.txt")]
    [InlineData("manifest", "application/json", "manifest.json")]
    public async Task What_is_left_and_the_proof_are_saved_without_values(string form, string type, string name)
    {
        using var client = sites.Site.CreateClient();
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = Text });
        using var response = await client.PostAsync(new Uri("/redact/export?as=" + form, UriKind.Relative), fields);
        Assert.Equal((HttpStatusCode.OK, type, name), (response.StatusCode, response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.FileName));
        Assert.DoesNotContain("Halvorsen", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_both_sides_escapes_them_and_does_as_it_is_told()
    {
        using var client = sites.Site.Browser;
        async Task<AngleSharp.Dom.IDocument> Page(params (string Name, string Value)[] fields)
        {
            using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
            using var response = await client.PostAsync(new Uri("/redact", UriKind.Relative), form);
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
            var html = await response.Content.ReadAsStringAsync();
            return await BrowsingContext.New().OpenAsync(r => r.Content(html));
        }

        var hostile = Text + "\n<script>alert(1)</script> wobblyfoot.";
        var page = await Page(("text", hostile.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Equal(hostile, page.QuerySelectorAll(".note")[0].TextContent);
        Assert.DoesNotContain("Halvorsen", page.QuerySelectorAll(".note")[1].TextContent, StringComparison.Ordinal);
        var again = await Page(("text", hostile), ("allow", "10/15/2025"), ("deny", "wobblyfoot"), ("replacement", "mask"));
        var left = again.QuerySelectorAll(".note")[1].TextContent;
        Assert.Contains("10/15/2025", left, StringComparison.Ordinal);
        Assert.DoesNotContain("wobblyfoot", left, StringComparison.Ordinal);
        Assert.Contains("****", left, StringComparison.Ordinal);
    }

    private async Task<string> Answer(string path, string body, string type)
    {
        using var response = await Post(path, Encoding.UTF8.GetBytes(body), type);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        return text;
    }

    private async Task<HttpResponseMessage> Post(string path, byte[] body, string type)
    {
        using var client = sites.Site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await client.SendAsync(request);
    }
}
