using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp;

namespace CodingAhead.Site.Tests;

/// <summary>Notes over HTTP: forms in and out, refusals, streams; on an invented edition of ICD-10-CM that knows a few spines.</summary>
public sealed class DetectTests(StarterSite sites)
{
    private const string Detect = "/api/detect";
    private const string Text = "ASSESSMENT: Spondylosis without myelopathy or radiculopathy, lumbar region.";
    private const string Note = $$"""{"id":"n1","text":"{{Text}}","on":"2026-03-01"}""";

    [Fact]
    public async Task A_note_is_answered_with_codes_and_their_evidence()
    {
        var answer = JsonDocument.Parse(await Answer(Detect, Note, "application/json")).RootElement;
        Assert.Equal(("n1", "FY2026"), (answer.GetProperty("id").GetString(), answer.GetProperty("edition").GetString()));
        var code = answer.GetProperty("codes").EnumerateArray().First();
        Assert.Equal("M47.816", code.GetProperty("code").GetString());
        var evidence = code.GetProperty("evidence")[0];
        Assert.StartsWith("Spondylosis", Text[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_note_takes_what_is_known_from_the_address()
    {
        var answer = JsonDocument.Parse(await Answer(Detect + "?on=2026-03-01&setting=inpatient&sex=F&age=61", "Spondylosis, lumbar region", "text/plain")).RootElement;
        Assert.NotEmpty(answer.GetProperty("codes").EnumerateArray());
        Assert.Equal("no-edition", JsonDocument.Parse(await Answer(Detect + "?on=1999-03-01", "Spondylosis", "text/plain")).RootElement.GetProperty("notes")[0].GetString()![..10]);
    }

    [Fact]
    public async Task Conditions_of_FHIR_are_given_when_asked_for()
    {
        var bundle = JsonDocument.Parse(await Answer(Detect, Note, "application/json", "application/fhir+json")).RootElement;
        Assert.Equal("Bundle", bundle.GetProperty("resourceType").GetString());
        Assert.Contains("M47.816", bundle.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "M47.816", "open")]
    [InlineData("of=M47.816&paste=M47.816&accepted=M47.816", "M47.816", "accepted")]
    [InlineData("of=M47.816&paste=", "", "left-out")]
    [InlineData("of=M47.816&paste=SECRET", "M47.816", "open")]
    [InlineData("of=M47.816&paste=M47.81", "M47.816", "open")]
    public async Task An_export_gives_what_the_coder_decided(string decision, string codes, string outcome)
    {
        var body = $"text={Uri.EscapeDataString(Text)}&{decision}";
        var json = JsonDocument.Parse(await Answer("/detect/export?as=json&on=2026-03-01", body, "application/x-www-form-urlencoded")).RootElement;
        Assert.Equal(codes, string.Join(' ', json.GetProperty("codes").EnumerateArray().Select(c => c.GetProperty("code").GetString())));
        Assert.Equal(outcome, json.GetProperty("review")[0].GetProperty("outcome").GetString());
        Assert.DoesNotContain("SECRET", json.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_answered_in_order_and_a_bad_one_spoils_no_other()
    {
        var lines = (await Answer(Detect, $"{Note}\n\n{{\"id\":\"b\"}}\nnonsense\n{Note}\n", "application/x-ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["n1", "b no \"text\"", "4 not JSON", "n1"], lines.Select(l => JsonDocument.Parse(l).RootElement).Select(e => $"{e.GetProperty("id")} {(e.TryGetProperty("error", out var error) ? error.GetString() : "")}".Trim()));
    }

    [Theory]
    [InlineData("{\"SECRET\":1}", "application/json", "", 400, "no \"text\"")]
    [InlineData("SECRET", "application/json", "", 400, "not JSON")]
    [InlineData("{\"text\":1}", "application/json", "", 400, "no \"text\"")]
    [InlineData("{\"text\":\"SECRET\",\"text\":\"\"}", "application/json", "", 400, "not JSON")]
    [InlineData("{\"text\":\"a\",\"setting\":\"SECRET\"}", "application/json", "", 400, "outpatient or inpatient")]
    [InlineData("{\"text\":\"a\",\"on\":\"SECRET\"}", "application/json", "", 400, "yyyy-MM-dd")]
    [InlineData("{\"text\":\"a\",\"age\":\"SECRET\"}", "application/json", "", 400, "number of years")]
    [InlineData("a", "text/plain", "?setting=SECRET", 400, "outpatient or inpatient")]
    [InlineData("a", "text/plain", "?age=200", 400, "number of years")]
    [InlineData("a", "text/html", "", 415, "Content-Type is one of")]
    public async Task What_cannot_be_read_is_refused_and_not_repeated(string body, string type, string query, int status, string detail)
    {
        using var response = await Post(Detect + query, body, type, null);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, text);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(detail, JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_made_for_the_cloud_service_is_answered_in_its_shape()
    {
        using var client = sites.Icd.CreateClient();
        async Task<(HttpStatusCode Status, JsonElement Body)> Ask(string target, string body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1") };
            request.Headers.Add("X-Amz-Target", target);
            using var response = await client.SendAsync(request);
            return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
        }

        var (status, answer) = await Ask("ComprehendMedical_20181030.InferICD10CM", """{"Text":"Spondylosis without myelopathy or radiculopathy, lumbar region."}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(answer.GetProperty("Entities").EnumerateArray().SelectMany(e => e.GetProperty("ICD10CMConcepts").EnumerateArray()), c => c.GetProperty("Code").GetString() == "M47.816");
        Assert.Equal("InvalidRequestException", (await Ask("ComprehendMedical_20181030.InferICD10CM", "{}")).Body.GetProperty("__type").GetString());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Ask("ComprehendMedical_20181030.DetectPHI", """{"Text":"x"}""")).Status);
    }

    [Theory]
    [InlineData("json", "application/json", "\"codes\":[{\"code\":\"M47.816\"")]
    [InlineData("fhir", "application/fhir+json", "\"resourceType\":\"Bundle\"")]
    public async Task What_stands_in_the_form_is_saved(string form, string type, string holds)
    {
        using var client = sites.Icd.CreateClient();
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = Text, ["setting"] = "outpatient" });
        using var response = await client.PostAsync(new Uri("/detect/export?on=2026-03-01&as=" + form, UriKind.Relative), fields);
        Assert.Equal((HttpStatusCode.OK, type, "attachment"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Contains(holds, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_the_note_whole_with_its_marks_and_escapes_it()
    {
        using var client = sites.Icd.Browser;
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = Text + "\r\n<script>alert(1)</script> No spondylosis.", ["age"] = "61" });
        using var response = await client.PostAsync(new Uri("/detect?on=2026-03-01", UriKind.Relative), fields);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        var html = await response.Content.ReadAsStringAsync();
        var page = await BrowsingContext.New().OpenAsync(r => r.Content(html));
        Assert.Equal(Text + "\n<script>alert(1)</script> No spondylosis.", page.QuerySelector(".note")!.TextContent);
        Assert.Equal("M47.816", page.QuerySelector(".found .code")!.TextContent);
        var mark = page.QuerySelector(".note a.coded")!;
        Assert.NotNull(page.GetElementById(mark.GetAttribute("href")![1..]));
        Assert.NotNull(page.QuerySelector(".note a.negated"));
    }

    [Fact]
    public async Task An_age_that_is_none_is_told_on_the_page()
    {
        using var client = sites.Icd.Browser;
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = Text, ["age"] = "old" });
        using var response = await client.PostAsync(new Uri("/detect", UriKind.Relative), fields);
        Assert.Contains("The age is a whole number of years", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> Answer(string path, string body, string type, string? accept = null)
    {
        using var response = await Post(path, body, type, accept);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        return text;
    }

    private async Task<HttpResponseMessage> Post(string path, string body, string type, string? accept)
    {
        using var client = sites.Icd.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (accept is not null) request.Headers.Add("Accept", accept);
        return await client.SendAsync(request);
    }
}
