// The SDK marks every element of a resource as possibly absent; an absent one fails the test all the same.
#pragma warning disable CS8600, CS8602, CS8604
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Task = System.Threading.Tasks.Task;

namespace CodingAhead.Site.Tests;

/// <summary>Claims over HTTP: forms in and out, refusals, streams, limits.</summary>
public sealed class ClaimTests(StarterSite sites)
{
    private const string BadNpi = """{"id":"npi","provider":{"npi":"1234567890"},"lines":[{"code":"64635","date":"2025-10-15"}]}""";
    private const string Check = "/api/claims/check";
    private const string Price = "/api/claims/price";

    private const string FhirClaim =
        """
        {"resourceType":"Claim","id":"f1","status":"active","use":"claim","created":"2025-10-16","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"professional"}]},
         "patient":{"display":"x"},"provider":{"identifier":{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567890"}},"priority":{"coding":[{"code":"normal"}]},
         "insurance":[{"sequence":1,"focal":true,"coverage":{"display":"x"}}],
         "item":[{"sequence":1,"servicedDate":"2025-10-15","productOrService":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"64635"}]}},
                 {"sequence":2,"servicedDate":"2025-10-15","productOrService":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"64635"}]}}]}
        """;

    [Fact]
    public async Task A_claim_is_checked()
    {
        using var response = await Post(Check, BadNpi, "application/json");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("npi", "fail"), (answer.GetProperty("id").GetString(), answer.GetProperty("verdict").GetString()));
        Assert.Contains(answer.GetProperty("findings").EnumerateArray(), f => f.GetProperty("rule").GetString() == "npi");
        var all = await (await Post(Check + "?all=true", BadNpi, "application/json; charset=utf-8")).Content.ReadAsStringAsync();
        Assert.Contains("\"outcome\":\"pass\"", all, StringComparison.Ordinal);
        Assert.DoesNotContain("\"outcome\":\"pass\"", answer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"lines":[{"code":"64635","date":"2025-02-30"}]}""", "application/json", 400, "$.lines[0].date: expected a date")]
    [InlineData("""{"SECRET":1}""", "application/json", 400, "$: expected no other field")]
    [InlineData("""[{"id":"SECRET"}]""", "application/json", 400, "a JSON object")]
    [InlineData("SECRET", "application/json", 400, "expected JSON")]
    [InlineData("", "application/json", 400, "expected")]
    [InlineData("{}", "text/SECRET", 415, "Content-Type is one of")]
    [InlineData("{}", null, 415, "Content-Type is one of")]
    [InlineData("{}", "application/fhir+json", 400, "a Claim or a Bundle")]
    [InlineData("""{"resourceType":"Claim","item":[{"servicedDate":"SECRET","productOrService":{"coding":[{"code":"1"}]}}]}""", "application/fhir+json", 400, "Claim.item[0].servicedDate")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Claim"}},{"resource":{"resourceType":"Claim"}}]}""", "application/fhir+json", 422, "One Claim at a time")]
    [InlineData("{long}", "application/json", 413, "application/x-ndjson")]
    [InlineData("{long}", "application/fhir+json", 413, "application/fhir+ndjson")]
    public async Task What_cannot_be_read_is_refused_and_not_repeated(string body, string? type, int status, string detail)
    {
        using var response = await Post(Check, body.Replace("{long}", $"{{\"id\":\"{new string('S', 5 << 20)}\"}}", StringComparison.Ordinal), type);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, text[..Math.Min(500, text.Length)]);
        Assert.Equal(type == "application/fhir+json" ? "application/fhir+json" : "application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(detail, text, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        Assert.True(text.Length < 1000);
    }

    [Fact]
    public async Task A_claim_is_priced_line_by_line_and_what_has_no_amount_says_why()
    {
        using var response = await Post(Price, BadNpi, "application/json");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        var line = Assert.Single(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("lines").EnumerateArray());
        Assert.True(
            line.TryGetProperty("amount", out var amount) && amount.ValueKind == JsonValueKind.Number
            || line.TryGetProperty("notPriced", out var why) && why.GetString() is { Length: > 0 }, line.ToString());
    }

    [Fact]
    public async Task A_claim_that_cannot_be_read_spoils_no_price_of_a_stream()
    {
        using var response = await Post(Price, $"SECRET\n{BadNpi}\n", "application/x-ndjson");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        var answers = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal([true, false], answers.Select(a => a.TryGetProperty("error", out _)));
        Assert.Equal("npi", answers[1].GetProperty("id").GetString());
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?deductible=-1", BadNpi, "application/json", 400)]
    [InlineData("?deductible=1000000", BadNpi, "application/json", 400)]
    [InlineData("?deductible=much", BadNpi, "application/json", 400)]
    [InlineData("?coinsurance=perhaps", BadNpi, "application/json", 400)]
    [InlineData("", "SECRET", "application/json", 400)]
    [InlineData("", """{"SECRET":1}""", "application/json", 400)]
    [InlineData("", BadNpi, "text/plain", 415)]
    public async Task What_cannot_be_priced_is_a_problem(string query, string body, string type, int status)
    {
        using var response = await Post(Price + query, body, type);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(status, JsonDocument.Parse(text).RootElement.GetProperty("status").GetInt32());
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_of_a_claim_is_published()
    {
        using var client = sites.Site.CreateClient();
        using var response = await client.GetAsync(new Uri("/api/claims/schema", UriKind.Relative));
        Assert.Equal("application/schema+json", response.Content.Headers.ContentType!.MediaType);
        var schema = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.GetProperty("$schema").GetString());
        Assert.Contains(schema.GetProperty("required").EnumerateArray(), r => r.GetString() == "lines");
    }

    [Theory]
    [InlineData("/api/claims/check", "GET", 404)]
    [InlineData("/api/claims/nothing", "POST", 405)]
    [InlineData("/api/claims/check?strict=perhaps", "POST", 400)]
    public async Task Other_ways_are_refused(string path, string method, int status)
    {
        using var client = sites.Site.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST") request.Content = new StringContent(BadNpi, MediaTypeHeaderValue.Parse("application/json"));
        Assert.Equal(status, (int)(await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("application/x-ndjson", null, "application/x-ndjson")]
    [InlineData("application/x-ndjson", "text/csv", "text/csv")]
    [InlineData("text/csv", null, "application/x-ndjson")]
    [InlineData("application/edi-x12", null, "application/x-ndjson")]
    [InlineData("application/fhir+ndjson", null, "application/fhir+ndjson")]
    public async Task Many_claims_are_streamed_in_order(string type, string? accept, string answered)
    {
        var body = type switch
        {
            "text/csv" => "claim,npi,code,date\nnpi,1234567890,64635,2025-10-15\nbad,,64635,2025-02-30\nnpi2,1234567890,64635,2025-10-15\n",
            "application/fhir+ndjson" => $"{FhirClaim.ReplaceLineEndings(" ")}\nnonsense\n{FhirClaim.ReplaceLineEndings(" ")}\n",
            "application/edi-x12" => "nonsense",
            _ => $"{BadNpi}\n{{\"id\":\"bad\"}}\n{BadNpi}\n",
        };
        using var response = await Post(Check, body, type, accept);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(answered, response.Content.Headers.ContentType!.MediaType);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (answered == "text/csv") Assert.Equal(["claim", "npi", "bad", "npi"], lines.Select(l => l.Split(',')[0]).Where((l, i) => i == 0 || l != lines[i - 1].Split(',')[0]));
        else if (type == "application/edi-x12") Assert.Contains("\"error\"", Assert.Single(lines), StringComparison.Ordinal);
        else if (type == "application/fhir+ndjson") Assert.Equal(["ClaimResponse", "OperationOutcome", "ClaimResponse"], lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("resourceType").GetString()));
        else Assert.Equal([false, true, false], lines.Select(l => JsonDocument.Parse(l).RootElement.TryGetProperty("error", out _)));
    }

    [Fact]
    public async Task Fhir_is_answered_by_a_ClaimResponse_that_the_strict_parser_reads()
    {
        using var response = await Post(Check, FhirClaim, "application/fhir+json");
        Assert.Equal("application/fhir+json", response.Content.Headers.ContentType!.MediaType);
        var answer = new FhirJsonDeserializer(new DeserializerSettings().UsingMode(DeserializationMode.Strict)).Deserialize<ClaimResponse>(await response.Content.ReadAsStringAsync());
        Assert.Equal(ClaimProcessingCodes.Error, answer.Outcome);
        Assert.Equal("f1", Assert.Single(answer.Identifier).Value);
        Assert.Equal([1, 2], answer.Item.Select(i => i.ItemSequence ?? 0));
        Assert.Contains(answer.Error, e => e.Code.Coding[0].Code == "npi");
        Assert.Contains(answer.ProcessNote, n => n.Text.StartsWith("npi, fail: ", StringComparison.Ordinal));
        Assert.All(answer.Item.SelectMany(i => i.NoteNumber), n => Assert.Contains(answer.ProcessNote, p => p.Number == n));
    }

    [Fact]
    public async Task The_sample_claim_of_these_tests_is_FHIR() =>
        Assert.NotNull(new FhirJsonDeserializer(new DeserializerSettings().UsingMode(DeserializationMode.Strict)).Deserialize<Hl7.Fhir.Model.Claim>(await Task.FromResult(FhirClaim)));

    [Fact]
    public async Task Rules_are_listed_with_words()
    {
        using var client = sites.Site.CreateClient();
        var rules = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/claims/rules", UriKind.Relative))).RootElement.EnumerateArray().ToList();
        Assert.Contains(rules, r => r.GetProperty("id").GetString() == "ncci-ptp" && r.GetProperty("words").GetString()!.Length > 10);
    }

    [Fact]
    public async Task A_stream_may_be_longer_than_other_bodies()
    {
        using var response = await Post(Check, string.Concat(Enumerable.Repeat(BadNpi + "\n", 20_000)), "application/x-ndjson");
        Assert.Equal(20_000, (await response.Content.ReadAsStringAsync()).Count(c => c == '\n'));
    }

    private async Task<HttpResponseMessage> Post(string path, string body, string? type, string? accept = null)
    {
        using var client = sites.Site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (type is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (accept is not null) request.Headers.Add("Accept", accept);
        return await client.SendAsync(request);
    }
}
