using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CodingAhead.Site.Tests;

/// <summary>What holds for every programmatic door: lists, copies, other origins, limits, hostile input, and a description that is true.</summary>
public sealed class OpenApiTests(StarterSite sites)
{
    private static readonly string[] Doors =
    [
        "/api/search?q=facet", "/api/codes?codes=64635", "/api/codes/cpt", "/api/codes/cpt/64635?on=2025-10-15", "/api/book", "/api/icd10cm/v3/search?terms=spond", "/openapi/v1.json",
        "/fhir/metadata", "/fhir/CodeSystem", "/fhir/CodeSystem/cpt", "/fhir/ValueSet", "/fhir/ConceptMap", "/fhir/ValueSet/cpt/$expand?filter=facet",
        "/fhir/CodeSystem/$lookup?system=http://www.ama-assn.org/go/cpt&code=64635",
    ];

    [Fact]
    public async Task Every_example_in_the_description_is_answered()
    {
        using var client = sites.Icd.CreateClient();
        var document = JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).RootElement;
        var asked = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var operation = path.Value.GetProperty("get");
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            var (address, query) = (path.Name, new List<string>());
            foreach (var parameter in operation.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : new List<JsonElement>())
            {
                var name = parameter.GetProperty("name").GetString()!;
                Assert.True(parameter.TryGetProperty("description", out var described) && described.GetString()!.Length > 0, $"{path.Name} {name}");
                if (!parameter.TryGetProperty("example", out var example)) continue;
                var value = Uri.EscapeDataString(example.ToString());
                if (address.Contains($"{{{name}}}", StringComparison.Ordinal)) address = address.Replace($"{{{name}}}", value, StringComparison.Ordinal);
                else query.Add($"{name}={value}");
            }

            using var response = await client.GetAsync(new Uri($"{address}?{string.Join('&', query)}", UriKind.Relative));
            // The book of the tests has no GEM.
            Assert.True(response.StatusCode == (address.EndsWith("$translate", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK), address);
            if (response.StatusCode != HttpStatusCode.OK) continue;
            var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            var written = operation.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Single();
            Assert.Equal(written.Name, response.Content.Headers.ContentType!.MediaType);
            var shown = written.Value.GetProperty("example");
            Assert.Equal(answer.ValueKind, shown.ValueKind);
            if (answer.ValueKind == JsonValueKind.Object) Assert.Equal(answer.EnumerateObject().Select(p => p.Name), shown.EnumerateObject().Select(p => p.Name));
            asked++;
        }

        Assert.True(asked >= 16, $"{asked}");
    }

    [Fact]
    public async Task The_reference_page_leads_back_to_the_site()
    {
        using var client = sites.Site.CreateClient();
        Assert.Contains("href=\"/\"", await client.GetStringAsync(new Uri("/api/", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_confirmed_on_every_door_and_HEAD_has_no_body()
    {
        using var client = sites.Site.CreateClient();
        foreach (var door in Doors)
        {
            using var first = await client.GetAsync(new Uri(door, UriKind.Relative));
            Assert.True(first.IsSuccessStatusCode, door);
            Assert.True(first.Headers.ETag is not null, door);
            using var again = new HttpRequestMessage(HttpMethod.Get, door);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var confirmed = await client.SendAsync(again);
            Assert.True(confirmed.StatusCode == HttpStatusCode.NotModified, door);
            using var head = new HttpRequestMessage(HttpMethod.Head, door);
            using var bare = await client.SendAsync(head);
            Assert.True(bare.StatusCode == HttpStatusCode.OK, door);
            Assert.Empty(await bare.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_set_is_listed_page_by_page()
    {
        using var client = sites.Site.CreateClient();
        var (codes, pages, total) = (new List<string>(), 0, 0);
        for (var next = "/api/codes/cpt?limit=9&on=2025-10-15"; next is not null; pages++)
        {
            var page = JsonDocument.Parse(await client.GetStringAsync(new Uri(next, UriKind.Relative))).RootElement;
            codes.AddRange(page.GetProperty("codes").EnumerateArray().Select(c => c.GetProperty("code").GetString()!));
            total = page.GetProperty("total").GetInt32();
            next = page.GetProperty("next").GetString();
        }

        Assert.True(pages > 1);
        Assert.Equal(total, codes.Count);
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
        Assert.Contains("64622", codes);
        var active = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/codes/cpt?from=64622&limit=1&on=2025-10-15&active=true", UriKind.Relative))).RootElement;
        Assert.NotEqual("64622", active.GetProperty("codes")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_batch_keeps_the_order_and_says_what_is_unknown()
    {
        using var client = sites.Site.CreateClient();
        var rows = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/codes?codes=64622,nonsense%21,cpt:64635,64637&on=2025-10-15", UriKind.Relative))).RootElement.GetProperty("codes");
        Assert.Equal(["64622:deleted", ":unknown-code", "64635:active", ":unknown-code"], rows.EnumerateArray().Select(r => $"{r.GetProperty("code").GetString()}:{r.GetProperty("status").GetString()}"));
        Assert.Equal("64635", rows[0].GetProperty("successors")[0].GetString());
    }

    [Theory]
    [InlineData("/api/codes", 400)]
    [InlineData("/api/codes?codes=", 400)]
    [InlineData("/api/codes?codes=1&set=nonsense", 400)]
    [InlineData("/api/codes?codes=nonsense:1", 400)]
    [InlineData("/api/codes?codes=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 400)]
    [InlineData("/api/codes/nonsense", 404)]
    [InlineData("/api/codes/cpt?limit=0", 400)]
    [InlineData("/api/codes/cpt?limit=-1", 400)]
    [InlineData("/api/codes/cpt?limit=1e9", 400)]
    [InlineData("/api/codes/cpt?limit=999999999999", 400)]
    [InlineData("/api/codes/cpt?from=%27%3B%20DROP%20TABLE", 400)]
    [InlineData("/api/codes/cpt?active=perhaps", 400)]
    [InlineData("/api/codes/cpt?on=2025-13-01", 400)]
    [InlineData("/api/codes/cpt/..%2f..%2fetc%2fpasswd", 404)]
    [InlineData("/api/search?q={long}", 400)]
    [InlineData("/api/codes?codes={long}", 400)]
    [InlineData("/api/codes/cpt/{long}", 404)]
    [InlineData("/api/codes/cpt?from={long}", 400)]
    [InlineData("/api/icd10cm/v3/search?terms={long}", 400)]
    [InlineData("/fhir/ValueSet/$expand?url=http://www.ama-assn.org/go/cpt&filter={long}", 400)]
    [InlineData("/fhir/CodeSystem/$lookup?system={long}&code=1", 400)]
    [InlineData("/fhir/CodeSystem/{long}", 404)]
    public async Task Hostile_input_is_refused_and_not_repeated(string path, int status)
    {
        using var client = sites.Site.CreateClient();
        using var response = await client.GetAsync(new Uri(path.Replace("{long}", new string('q', 10_000), StringComparison.Ordinal), UriKind.Relative));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(path.StartsWith("/fhir", StringComparison.Ordinal) ? "application/fhir+json" : "application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(text.Length < 1000, text);
        foreach (var theirs in new[] { "qqqq", "DROP", "passwd", "perhaps", "aaaa" }) Assert.DoesNotContain(theirs, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_named_origins_may_read_and_only_the_programmatic_doors()
    {
        using var site = new TestSite(SampleBooks.Starter, ("cors", "https://a.example,https://b.example"));
        using var client = site.CreateClient();
        // Twice: an answer kept for one origin must not name it to another.
        for (var i = 0; i < 2; i++)
        {
            foreach (var path in new[] { "/api/search?q=facet", "/api/icd10cm/v3/search?terms=spond", "/fhir/ValueSet/cpt/$expand?filter=facet", "/api/nothing" })
            {
                Assert.Equal("https://a.example", await Allowed(path, "https://a.example"));
                Assert.Equal("https://b.example", await Allowed(path, "https://b.example"));
                Assert.Null(await Allowed(path, "https://evil.example"));
            }
        }

        Assert.Null(await Allowed("/", "https://a.example"));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/fhir/CodeSystem/$lookup");
        preflight.Headers.Add("Origin", "https://a.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var answer = await client.SendAsync(preflight);
        Assert.Contains("POST", answer.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("DELETE", answer.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.Equal(HttpStatusCode.Forbidden, await Posted("https://evil.example"));
        Assert.Equal(HttpStatusCode.OK, await Posted("https://a.example"));
        using var closed = sites.Site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/search?q=facet");
        request.Headers.Add("Origin", "https://a.example");
        Assert.False((await closed.SendAsync(request)).Headers.Contains("Access-Control-Allow-Origin"));

        async Task<string?> Allowed(string path, string origin)
        {
            using var asks = new HttpRequestMessage(HttpMethod.Get, path);
            asks.Headers.Add("Origin", origin);
            using var response = await client.SendAsync(asks);
            return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
        }

        async Task<HttpStatusCode> Posted(string origin)
        {
            using var posts = new HttpRequestMessage(HttpMethod.Post, "/fhir/CodeSystem/$lookup?system=http://www.ama-assn.org/go/cpt&code=64635")
            {
                Content = new StringContent("{\"resourceType\":\"Parameters\"}", MediaTypeHeaderValue.Parse("application/fhir+json")),
            };
            posts.Headers.Add("Origin", origin);
            posts.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var response = await client.SendAsync(posts);
            return response.StatusCode;
        }
    }

    [Theory]
    [InlineData("*")]
    [InlineData("https://*.example")]
    [InlineData("a.example")]
    [InlineData("https://a.example/path")]
    [InlineData("file:///etc")]
    public void What_is_no_origin_stops_the_start(string cors) => Assert.Throws<ArgumentException>(() => Shared.CrossOrigin.Origins(cors));

    [Theory]
    [InlineData("/health", "application/problem+json")]
    [InlineData("/fhir/CodeSystem", "application/fhir+json")]
    public async Task Too_many_requests_say_when_to_try_again(string path, string type)
    {
        using var site = new TestSite(SampleBooks.Starter, ("requests-per-minute", "2"));
        using var limited = site.WithWebHostBuilder(b => b.ConfigureServices(s => s.AddSingleton<IStartupFilter>(new Elsewhere())));
        using var client = limited.CreateClient();
        for (var i = 0; i < 20; i++)
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            if (response.StatusCode != HttpStatusCode.TooManyRequests) continue;
            Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter!.Delta);
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            return;
        }

        Assert.Fail("never limited");
    }

    private sealed class Elsewhere : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.7");
                return rest(context);
            });
            next(app);
        };
    }
}
