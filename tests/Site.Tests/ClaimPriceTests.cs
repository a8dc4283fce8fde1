using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace CodingAhead.Site.Tests;

/// <summary>Prices over HTTP, by invented fee schedules: 99991 in Alabama costs (1.50×1 + 2.25×0.869 + 0.10×0.575) × 32.3465 = 113.63.</summary>
public sealed class ClaimPriceTests(StarterSite sites)
{
    private const string Price = "/api/claims/price";

    private const string Visit = """{"id":"v","provider":{"zip":"99902"},"lines":[{"code":"99991","charge":200.00,"date":"2025-10-15","pos":"11"}]}""";

    [Theory]
    [InlineData("", "113.63")]
    [InlineData("?deductible=13.63", "100.00")]
    [InlineData("?coinsurance=true", "90.90")] // 80 percent
    [InlineData("?deductible=13.63&coinsurance=true", "80.00")]
    [InlineData("?coinsurance=true&sequestration=true", "89.08")] // and 2 percent of Medicare's part
    public async Task A_claim_is_priced_with_its_steps(string query, string amount)
    {
        var answer = JsonDocument.Parse(await Text(Price + query, Visit, "application/json")).RootElement;
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), answer.GetProperty("total").GetDecimal());
        var line = answer.GetProperty("lines")[0];
        Assert.Equal("pfs", line.GetProperty("schedule").GetString());
        Assert.Contains("(1.5×1 + 2.25×0.869 + 0.1×0.575) × 32.3465", line.GetProperty("steps")[0].GetProperty("how").GetString(), StringComparison.Ordinal);
        Assert.Contains(answer.GetProperty("sources").EnumerateArray(), s => s.GetProperty("file").GetString()!.Contains("PPRRVU2025_Oct.csv", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("99905", "no-such")] // a ZIP code of no locality
    [InlineData("", "no-place")]
    public async Task An_unknown_place_is_never_priced_as_national(string zip, string id)
    {
        var claim = $$"""{"id":"{{id}}","provider":{"zip":"{{zip}}"},"lines":[{"code":"99991","date":"2025-10-15","pos":"11"}]}""".Replace("\"zip\":\"\"", "", StringComparison.Ordinal);
        var answer = JsonDocument.Parse(await Text(Price, claim, "application/json")).RootElement;
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("total").ValueKind);
        Assert.NotEqual("", answer.GetProperty("lines")[0].GetProperty("notPriced").GetString());
    }

    [Fact]
    public async Task Many_are_priced_in_order_and_a_bad_one_spoils_no_other()
    {
        var lines = (await Text(Price, $"{Visit}\n{{\"id\":\"bad\"}}\n{Visit}\n", "application/x-ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["113.63", "error", "113.63"], lines.Select(l => JsonDocument.Parse(l).RootElement is var e && e.TryGetProperty("error", out _) ? "error" : e.GetProperty("total").GetDecimal().ToString(CultureInfo.InvariantCulture)));
        var table = (await Text(Price, Visit + "\n", "application/x-ndjson", "text/csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, table.Length);
        Assert.StartsWith("claim,", table[0], StringComparison.Ordinal);
        Assert.Contains("113.63", table[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?deductible=-1", Visit, "application/json", 400, "'deductible' is dollars")]
    [InlineData("?deductible=many", Visit, "application/json", 400, "deductible")]
    [InlineData("", """{"SECRET":1}""", "application/json", 400, "expected no other field")]
    [InlineData("", "SECRET", "application/json", 400, "expected JSON")]
    [InlineData("", Visit, "text/plain", 415, "Content-Type is one of")]
    public async Task What_cannot_be_priced_is_refused_and_not_repeated(string query, string body, string type, int status, string detail)
    {
        using var response = await Post(Price + query, body, type, null);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains(detail, text, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json", "application/json", "claim-check.json", "\"total\":113.63")]
    [InlineData("csv", "text/csv", "claim-check.csv", "claim,file,segment,verdict")]
    [InlineData("fhir", "application/fhir+json", "claim-response.json", "\"resourceType\":\"ClaimResponse\"")]
    public async Task What_stands_in_the_form_is_saved_as_it_is_judged(string form, string type, string name, string holds)
    {
        using var client = sites.Fees.CreateClient();
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["zip"] = "99902", ["date"] = "2025-10-15", ["pos"] = "11", ["code"] = "99991", ["charge"] = "200.00", ["units"] = "1" });
        using var response = await client.PostAsync(new Uri("/claims/export?as=" + form, UriKind.Relative), fields);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((type, "attachment", name), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileName));
        Assert.Contains(holds, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as=json", "", 400)]
    [InlineData("as=paper", "99991", 400)]
    [InlineData("", "99991", 400)]
    public async Task What_cannot_be_saved_is_refused(string query, string code, int status)
    {
        using var client = sites.Fees.CreateClient();
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["date"] = "2025-10-15", ["pos"] = "11", ["code"] = code, ["units"] = "1" });
        Assert.Equal(status, (int)(await client.PostAsync(new Uri("/claims/export?" + query, UriKind.Relative), fields)).StatusCode);
    }

    private async Task<string> Text(string path, string body, string type, string? accept = null)
    {
        using var response = await Post(path, body, type, accept);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> Post(string path, string body, string type, string? accept)
    {
        using var client = sites.Fees.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (accept is not null) request.Headers.Add("Accept", accept);
        return await client.SendAsync(request);
    }
}
