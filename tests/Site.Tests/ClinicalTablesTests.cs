using System.Text.Json;

namespace CodingAhead.Site.Tests;

/// <summary>The array that a widget of clinicaltables.nlm.nih.gov reads.</summary>
public sealed class ClinicalTablesTests(StarterSite sites)
{
    [Fact]
    public async Task The_answer_has_total_codes_extras_and_display()
    {
        var answer = await Get(sites.Icd, "icd10cm/v3/search?terms=spondylosis+lumb&on=2025-11-01");
        Assert.Equal(4, answer.GetArrayLength());
        Assert.True(answer[0].GetInt32() >= answer[1].GetArrayLength());
        Assert.Equal("M47.816", answer[1][0].GetString());
        Assert.Equal(JsonValueKind.Null, answer[2].ValueKind);
        Assert.Equal("M47.816", answer[3][0][0].GetString());
        Assert.Equal("Spondylosis without myelopathy or radiculopathy, lumbar region", answer[3][0][1].GetString());
        Assert.Equal(answer[1].GetArrayLength(), answer[3].GetArrayLength());
        // Headings cannot stand on a claim.
        Assert.DoesNotContain(answer[1].EnumerateArray(), c => c.GetString() is "M47" or "M47.8" or "M47.81");
    }

    [Theory]
    [InlineData("icd10cm/v3/search?terms=M47.81&on=2025-11-01&q=code:M47.816", "M47.816")]
    [InlineData("icd10cm/v3/search?terms=m4781&on=2025-11-01&q=name:lumbosac*", "M47.817")]
    [InlineData("icd10cm/v3/search?terms=spondylosis&on=2025-11-01&q=code:M47*+AND+lumbosacral", "M47.817")]
    [InlineData("icd10cm/v3/search?terms=M47.817&sf=code&on=2025-11-01", "M47.817")]
    [InlineData("icd10cm/v3/search?terms=lumbosacral&sf=code&on=2025-11-01", null)]
    [InlineData("icd10cm/v3/search?terms=M47.817&sf=name&on=2025-11-01", null)]
    [InlineData("hcpcs/v3/search?terms=J1100", "J1100")]
    public async Task Searched_fields_and_further_words_narrow(string path, string? only) =>
        Assert.Equal(only is null ? [] : [only], (await Get(sites.Icd, path))[1].EnumerateArray().Select(c => c.GetString()));

    [Fact]
    public async Task Fields_are_chosen_and_renamed()
    {
        var answer = await Get(sites.Icd, "icd10cm/v3/search?terms=M47.817&on=2025-11-01&df=name,code&cf=name&ef=code,name:text");
        Assert.StartsWith("Spondylosis", answer[1][0].GetString(), StringComparison.Ordinal);
        Assert.Equal("M47.817", answer[2].GetProperty("code")[0].GetString());
        Assert.StartsWith("Spondylosis", answer[2].GetProperty("text")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("M47.817", answer[3][0][1].GetString());
        var hcpcs = await Get(sites.Site, "hcpcs/v3/search?terms=J1100&ef=code,display,short_desc,long_desc,add_dt,term_dt,act_eff_dt,obsolete,is_noc");
        Assert.Equal("false", hcpcs[2].GetProperty("is_noc")[0].GetString());
        Assert.Equal(9, hcpcs[2].EnumerateObject().Count());
        var icd9 = await Get(sites.Maps, "icd9cm_dx/v3/search?terms=250&ef=code");
        Assert.Equal(("250.00", "25000"), (icd9[1][0].GetString(), icd9[2].GetProperty("code")[0].GetString()));
        Assert.Equal("39.61", (await Get(sites.Maps, "icd9cm_sg/v3/search?terms=39.6"))[1][0].GetString());
    }

    [Fact]
    public async Task Seven_are_given_or_as_many_as_asked_for_page_by_page()
    {
        var seven = await Get(sites.Icd, "icd10cm/v3/search?terms=&on=2025-11-01");
        Assert.Equal(7, seven[1].GetArrayLength());
        var total = seven[0].GetInt32();
        Assert.True(total > 7);
        Assert.Equal(Math.Min(500, total), (await Get(sites.Icd, "icd10cm/v3/search?terms=&on=2025-11-01&maxList="))[1].GetArrayLength());
        var all = (await Get(sites.Icd, "icd10cm/v3/search?terms=&on=2025-11-01&count=20"))[1].EnumerateArray().Select(c => c.GetString()).ToList();
        var second = await Get(sites.Icd, "icd10cm/v3/search?terms=&on=2025-11-01&count=10&offset=10");
        Assert.Equal(all.Skip(10), second[1].EnumerateArray().Select(c => c.GetString()));
        Assert.Equal(total, second[0].GetInt32());
    }

    [Fact]
    public async Task Without_a_date_the_newest_edition_answers_and_a_warning_says_so()
    {
        using var client = sites.Icd.CreateClient();
        for (var i = 0; i < 2; i++)
        {
            using var response = await client.GetAsync(new Uri("/api/icd10cm/v3/search?terms=M47.816", UriKind.Relative));
            Assert.Contains("as of 2026-09-30", response.Headers.GetValues("Warning").Single(), StringComparison.Ordinal);
            Assert.Contains("M47.816", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(0, (await Get(sites.Icd, "icd10cm/v3/search?terms=M47.816&on=2026-11-22"))[0].GetInt32());
    }

    [Theory]
    [InlineData("nothing/v3/search?terms=x", 404)]
    [InlineData("icd10cm/v3/search?terms=x&maxList=0", 400)]
    [InlineData("icd10cm/v3/search?terms=x&maxList=501", 400)]
    [InlineData("icd10cm/v3/search?terms=x&count=-1", 400)]
    [InlineData("icd10cm/v3/search?terms=x&count=1e9", 400)]
    [InlineData("icd10cm/v3/search?terms=x&offset=999999999999", 400)]
    [InlineData("icd10cm/v3/search?terms=x&offset=7400&count=101", 400)]
    [InlineData("icd10cm/v3/search?terms=x&df=secret", 400)]
    [InlineData("icd10cm/v3/search?terms=x&cf=code,name", 400)]
    [InlineData("icd10cm/v3/search?terms=x&ef=code:%3Cb%3E", 400)]
    [InlineData("icd10cm/v3/search?terms=x&q=code:A*+OR+code:B*", 400)]
    [InlineData("icd10cm/v3/search?terms=x&q=(a)", 400)]
    [InlineData("icd10cm/v3/search?terms=x&q=code:A-B*", 400)]
    [InlineData("icd10cm/v3/search?terms=x&q=code:A12345678*", 400)]
    [InlineData("icd10cm/v3/search?terms=x&terms=y", 400)]
    [InlineData("icd10cm/v3/search?terms=x&on=yesterday", 400)]
    public async Task What_cannot_be_searched_is_refused(string path, int status)
    {
        using var client = sites.Site.CreateClient();
        using var response = await client.GetAsync(new Uri("/api/" + path, UriKind.Relative));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    private static async Task<JsonElement> Get(TestSite site, string path)
    {
        using var client = site.CreateClient();
        using var response = await client.GetAsync(new Uri("/api/" + path, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(text).RootElement;
    }
}
