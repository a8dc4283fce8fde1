// The SDK marks every element of a resource as possibly absent; an absent one fails the test all the same.
#pragma warning disable CS8600, CS8602, CS8604, CS8619, CS8620
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace CodingAhead.Site.Tests;

/// <summary>The FHIR R4 terminology service; every answer is read by the strict parser of the FHIR .NET SDK.</summary>
public sealed class FhirTests(StarterSite sites)
{
    private const string Cm = "http://hl7.org/fhir/sid/icd-10-cm";
    private const string Icd9 = "http://hl7.org/fhir/sid/icd-9-cm";
    private const string Pcs = "http://www.cms.gov/Medicare/Coding/ICD10";
    private const string Cpt = "http://www.ama-assn.org/go/cpt";
    private const string Hcpcs = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";

    [Theory]
    [InlineData(Cm, "M47.816", "2025-11-01", "active", false, "FY2026")]
    [InlineData("urn:oid:2.16.840.1.113883.6.90", "m47816", "2025-11-01", "active", false, "FY2026")]
    [InlineData(Cm, "M47.816", null, "no-edition", null, "FY2026")] // today is after the only edition
    [InlineData(Cpt, "64622", "2025-10-15", "deleted", true, null)]
    [InlineData(Cpt, "64635", "2025-10-15", "active", false, null)]
    [InlineData(Cpt, "25", "2025-10-15", "active", false, null)]
    public async System.Threading.Tasks.Task A_code_is_looked_up_on_a_date(string system, string code, string? date, string status, bool? inactive, string? version)
    {
        var answer = await Get<Parameters>(sites.Icd, $"CodeSystem/$lookup?system={system}&code={code}{(date is null ? "" : "&date=" + date)}");
        Assert.Equal(status, Property(answer, "status")?.ToString());
        Assert.Equal(inactive, (Property(answer, "inactive") as FhirBoolean)?.Value);
        Assert.Equal(version, answer.GetSingleValue<FhirString>("version")?.Value);
        Assert.NotEmpty(Single<FhirString>(answer, "display").Value!);
        Assert.Equal(system == Cpt && code.Length == 5, Property(answer, "copyright") is not null);
    }

    [Fact]
    public async System.Threading.Tasks.Task Lookup_names_parent_children_successor_and_source()
    {
        var heading = await Get<Parameters>(sites.Icd, $"CodeSystem/$lookup?system={Cm}&code=M47.81&date=2025-11-01");
        Assert.Equal("M47.8", Property(heading, "parent")!.ToString());
        // The starter knows further ones.
        Assert.Superset(new HashSet<string> { "M47.816", "M47.817" }, Properties(heading, "child").ToHashSet());
        Assert.False(((FhirBoolean)Property(heading, "billable")!).Value);
        Assert.EndsWith("icd10cm-order-2026.txt", Property(heading, "sourceFile")!.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, ((Integer)Property(heading, "sourceLine")!).Value);
        var deleted = await Get<Parameters>(sites.Site, $"CodeSystem/$lookup?system={Cpt}&code=64622&date=2025-10-15&property=successor&property=validTo");
        Assert.Equal(["64635"], Properties(deleted, "successor"));
        Assert.Equal("2011-12-31", Property(deleted, "validTo")!.ToString());
        Assert.Null(Property(deleted, "status"));
    }

    [Theory]
    [InlineData("CodeSystem/$validate-code?url=" + Cm + "&code=M47.816&date=2025-11-01", true, null)]
    [InlineData("CodeSystem/$validate-code?url=" + Cm + "&code=M47.816&version=FY2026", true, null)]
    [InlineData("CodeSystem/$validate-code?url=" + Cm + "&code=M47.816&version=2026", true, null)]
    [InlineData("CodeSystem/$validate-code?url=" + Cm + "&code=M47.816", false, "No edition")]
    [InlineData("CodeSystem/$validate-code?url=" + Cm + "&code=M47.81&date=2025-11-01", true, "heading")]
    [InlineData("CodeSystem/$validate-code?url=" + Cm + "&code=M47.81&date=2025-11-01&abstract=false", false, "heading")]
    [InlineData("CodeSystem/$validate-code?url=" + Cm + "&code=Z99.99&date=2025-11-01", false, "has this code")]
    [InlineData("CodeSystem/$validate-code?url=" + Cpt + "&code=64622&date=2025-10-15", false, "64635")]
    [InlineData("CodeSystem/$validate-code?url=" + Cpt + "&code=64622&date=2010-06-01", true, null)]
    [InlineData("CodeSystem/icd10cm/$validate-code?code=M47.816&date=2025-11-01", true, null)]
    [InlineData("CodeSystem/$validate-code?url=" + Cm + "&code=M47.816&date=2025-11-01&display=SPONDYLOSIS%20without%20myelopathy%20or%20radiculopathy,%20lumbar%20region", true, null)]
    [InlineData("CodeSystem/$validate-code?url=" + Cm + "&code=M47.816&date=2025-11-01&display=Broken%20leg", false, "display")]
    [InlineData("ValueSet/$validate-code?url=" + Cm + "?fhir_vs=isa/M47&code=M47.816&date=2025-11-01", true, null)]
    [InlineData("ValueSet/$validate-code?url=" + Cm + "?fhir_vs=isa/E11&code=M47.816&date=2025-11-01", false, "value set")]
    [InlineData("ValueSet/$validate-code?url=" + Cm + "?fhir_vs=billable&code=M47.81&date=2025-11-01", false, "value set")]
    public async System.Threading.Tasks.Task A_code_is_validated_on_a_date(string path, bool result, string? message)
    {
        var answer = await Get<Parameters>(sites.Icd, path);
        Assert.Equal(result, Single<FhirBoolean>(answer, "result").Value);
        if (message is not null) Assert.Contains(message, Single<FhirString>(answer, "message").Value!, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async System.Threading.Tasks.Task A_posted_concept_is_valid_when_one_of_its_codings_is()
    {
        var concept = new Parameters().Add("codeableConcept", new CodeableConcept { Coding = [new Coding(Cpt, "64622"), new Coding(Cpt, "64635")] }).Add("date", new FhirDateTime("2025-10-15"));
        Assert.True(Single<FhirBoolean>(await Post<Parameters>("CodeSystem/$validate-code", concept), "result").Value);
        var lookup = new Parameters().Add("coding", new Coding(Cpt, "64635")).Add("date", new FhirDateTime("2025-10-15")).Add("property", new Code("status"));
        Assert.Equal("active", Property(await Post<Parameters>("CodeSystem/$lookup", lookup), "status")!.ToString());
        var expand = new Parameters().Add("url", new FhirUri(Cpt + "?fhir_vs")).Add("filter", new FhirString("facet")).Add("count", new Integer(2)).Add("date", new FhirDateTime("2025-10-15"));
        Assert.Equal(2, (await Post<ValueSet>("ValueSet/$expand", expand)).Expansion.Contains.Count);
    }

    [Theory]
    [InlineData("spondyl", "M47")]
    [InlineData("lumbar spondylosis", "M47.816")]
    [InlineData("spondylosis lumbosac", "M47.817")]
    [InlineData("M47.81", "M47.81")]
    [InlineData("m4781", "M47.81")]
    public async System.Threading.Tasks.Task Typing_expands_to_the_best_matches(string filter, string first)
    {
        var set = await Get<ValueSet>(sites.Icd, $"ValueSet/$expand?url={Cm}?fhir_vs&filter={Uri.EscapeDataString(filter)}&count=5&date=2025-11-01");
        Assert.Equal(first, set.Expansion.Contains[0].Code);
        Assert.InRange(set.Expansion.Contains.Count, 1, 5);
        Assert.All(set.Expansion.Contains, c => Assert.Equal(Cm, c.System));
        Assert.Contains(set.Expansion.Parameter, p => p.Name == "version" && p.Value.ToString() == Cm + "|FY2026");
    }

    [Fact]
    public async System.Threading.Tasks.Task Headings_are_abstract_ended_codes_inactive_and_a_missing_edition_is_a_warning()
    {
        var cm = await Get<ValueSet>(sites.Icd, $"ValueSet/$expand?url={Cm}?fhir_vs=isa/M47&date=2025-11-01");
        var headings = cm.Expansion.Contains.ToDictionary(c => c.Code!, c => c.Abstract);
        Assert.Equal((true, true, true, null, null), (headings["M47"], headings["M47.8"], headings["M47.81"], headings["M47.816"], headings["M47.817"]));
        Assert.Equal(cm.Expansion.Contains.Count, cm.Expansion.Total);
        Assert.Equal(headings.Keys.Order(StringComparer.Ordinal), cm.Expansion.Contains.Select(c => c.Code));
        var billable = await Get<ValueSet>(sites.Icd, $"ValueSet/$expand?url={Cm}?fhir_vs=billable&date=2025-11-01&filter=spondylosis");
        Assert.Superset(new HashSet<string?> { "M47.816", "M47.817" }, billable.Expansion.Contains.Select(c => c.Code).ToHashSet());
        Assert.DoesNotContain(billable.Expansion.Contains, c => c.Abstract == true);
        var cpt = await Get<ValueSet>(sites.Site, $"ValueSet/$expand?url={Cpt}/vs&filter=64622&date=2025-10-15");
        Assert.True(cpt.Expansion.Contains[0].Inactive);
        Assert.Contains("American Medical Association", cpt.Copyright, StringComparison.Ordinal);
        Assert.DoesNotContain((await Get<ValueSet>(sites.Site, $"ValueSet/$expand?url={Cpt}/vs&filter=64622&date=2025-10-15&activeOnly=true")).Expansion.Contains, c => c.Code == "64622");
        var today = await Get<ValueSet>(sites.Icd, $"ValueSet/$expand?url={Cm}?fhir_vs&filter=spondylosis");
        Assert.Contains(today.Expansion.Parameter, p => p.Name == "warning" && p.Value.ToString()!.Contains("2026-09-30", StringComparison.Ordinal));
    }

    [Fact]
    public async System.Threading.Tasks.Task Pages_follow_each_other_and_make_the_whole()
    {
        var whole = await Get<ValueSet>(sites.Icd, "ValueSet/cpt/$expand?date=2025-10-15&count=1000");
        var paged = new List<string>();
        for (var offset = 0; offset < whole.Expansion.Total; offset += 7)
        {
            var page = await Get<ValueSet>(sites.Icd, string.Create(CultureInfo.InvariantCulture, $"ValueSet/cpt/$expand?date=2025-10-15&count=7&offset={offset}"));
            Assert.Equal(offset, page.Expansion.Offset);
            paged.AddRange(page.Expansion.Contains.Select(c => c.Code));
        }

        Assert.NotEmpty(paged);
        Assert.Equal(whole.Expansion.Contains.Select(c => c.Code), paged);
        Assert.Equal(whole.Expansion.Total, (await Get<ValueSet>(sites.Icd, "ValueSet/cpt/$expand?date=2025-10-15&count=0")).Expansion.Total);
        // A modifier belongs to the system that defines it.
        Assert.Contains("25", paged);
        Assert.DoesNotContain("LT", paged);
        Assert.Contains((await Get<ValueSet>(sites.Icd, $"ValueSet/$expand?url={Hcpcs}?fhir_vs&count=1000")).Expansion.Contains, c => c.Code == "LT");
    }

    // The flags of made-up lines of the GEM files: equivalent, approximate, one of a combination, no map.
    [Theory]
    [InlineData(Icd9, "001.1", Cm, "equivalent:A00.1")]
    [InlineData(Icd9, "250.00", Cm, "inexact:E11.9")]
    [InlineData(Icd9, "995.92", Cm, "narrower:A41.9,narrower:R65.20")]
    [InlineData(Icd9, "V87.39", Cm, "unmatched:")]
    [InlineData(Cm, "M47.816", Icd9, "inexact:721.3")]
    [InlineData(Cm, "M47.817", Icd9, "unmatched:")]
    [InlineData(Icd9, "39.61", Pcs, "inexact:5A1221Z")]
    [InlineData(Pcs, "5A1221Z", Icd9, "equivalent:39.61")]
    [InlineData(Cm, "M47.816", "https://hcup-us.ahrq.gov/toolssoftware/ccsr/dxccsr.jsp", "wider:MUS011")]
    public async System.Threading.Tasks.Task A_code_is_translated(string system, string code, string target, string expected)
    {
        var answer = await Get<Parameters>(sites.Maps, $"ConceptMap/$translate?system={system}&code={code}&targetsystem={target}&date=2017-11-01");
        var matches = answer.Parameter.Where(p => p.Name == "match").Select(m => (Part(m, "equivalence")!.ToString(), Part(m, "concept") as Coding)).ToList();
        Assert.Equal(expected, string.Join(',', matches.Select(m => $"{m.Item1}:{m.Item2?.Code}")));
        Assert.All(matches, m => Assert.True(m.Item2 is null || m.Item2.System == target));
        Assert.Equal(matches.Exists(m => m.Item2 is not null), Single<FhirBoolean>(answer, "result").Value);
        Assert.Contains("2018 GEMs|v2018.1".Split('|'), e => Single<FhirString>(answer, "message").Value!.Contains(e, StringComparison.Ordinal));
    }

    [Fact]
    public async System.Threading.Tasks.Task The_server_says_what_it_does()
    {
        var capability = await Get<CapabilityStatement>(sites.Icd, "metadata");
        Assert.Equal("4.0.1", capability.FhirVersion.ToString()!.Replace("N4_0_1", "4.0.1", StringComparison.Ordinal));
        Assert.Equal(["lookup", "validate-code", "expand", "validate-code", "translate"], capability.Rest[0].Resource.SelectMany(r => r.Operation).Select(o => o.Name));
        var terminology = await Get<TerminologyCapabilities>(sites.Icd, "metadata?mode=terminology");
        Assert.Equal("FY2026", terminology.CodeSystem.First(s => s.Uri == Cm).Version.Single(v => v.IsDefault == true).Code);
    }

    [Fact]
    public async System.Threading.Tasks.Task Resources_are_found_and_read()
    {
        var systems = await Get<Bundle>(sites.Icd, "CodeSystem");
        Assert.Equal(6, systems.Total);
        Assert.All(systems.Entry, e => Assert.Equal(CodeSystemContentMode.NotPresent, ((CodeSystem)e.Resource).Content));
        var found = (CodeSystem)(await Get<Bundle>(sites.Icd, $"CodeSystem?url={Cm}&version=FY2026")).Entry.Single().Resource;
        Assert.Equal("FY2026", found.Version);
        Assert.True(found.Count > 5);
        Assert.Empty((await Get<Bundle>(sites.Icd, $"CodeSystem?url={Cm}&version=FY1999")).Entry);
        Assert.Equal(Cpt, (await Get<CodeSystem>(sites.Icd, "CodeSystem/cpt")).Url);
        Assert.Contains("American Medical Association", (await Get<CodeSystem>(sites.Icd, "CodeSystem/cpt")).Copyright, StringComparison.Ordinal);
        Assert.Equal(Cm + "?fhir_vs", (await Get<ValueSet>(sites.Icd, "ValueSet/icd10cm")).Url);
        Assert.Equal(6, (await Get<Bundle>(sites.Icd, "ValueSet")).Total);
        Assert.Equal(5, (await Get<Bundle>(sites.Icd, "ConceptMap")).Total);
        Assert.Equal("Not in the loaded releases.", (await Get<ConceptMap>(sites.Site, "ConceptMap/ccsr-icd10cm")).Description);
    }

    [Theory]
    [InlineData("CodeSystem/$lookup", 400, "required")]
    [InlineData("CodeSystem/$lookup?code=M47.816", 400, "required")]
    [InlineData("CodeSystem/$lookup?system=http://nowhere.example&code=1", 404, "not-found")]
    [InlineData("CodeSystem/$lookup?system=" + Cm + "&code=Z99.99", 404, "not-found")]
    [InlineData("CodeSystem/$lookup?system=" + Cm + "&code=%3Cscript%3E", 404, "not-found")]
    [InlineData("CodeSystem/$lookup?system=" + Cm + "&code='%20OR%201=1--", 404, "not-found")]
    [InlineData("CodeSystem/$lookup?system=" + Cm + "&code=M47.816&version=FY1999", 404, "not-found")]
    [InlineData("CodeSystem/$lookup?system=" + Cm + "&code=M47.816&version=FY2026&date=2020-01-01", 422, "business-rule")]
    [InlineData("CodeSystem/$lookup?system=" + Cm + "&code=M47.816&date=yesterday", 400, "invalid")]
    [InlineData("CodeSystem/$lookup?system=" + Cm + "&code=M47.816&date=2025-02-30", 400, "invalid")]
    [InlineData("CodeSystem/$lookup?system=" + Cm + "&code=M47.816&date=9999-01-01", 400, "invalid")]
    [InlineData("CodeSystem/$lookup?system=" + Cm + "&code=M47.816&code=M47.817", 400, "invalid")]
    [InlineData("CodeSystem/$lookup?system=" + Cm + "&code=M47.816&_format=xml", 406, "not-supported")]
    [InlineData("ValueSet/$expand", 400, "required")]
    [InlineData("ValueSet/$expand?url=http://nowhere.example/vs", 404, "not-found")]
    [InlineData("ValueSet/$expand?url=" + Cm + "?fhir_vs&count=-1", 400, "invalid")]
    [InlineData("ValueSet/$expand?url=" + Cm + "?fhir_vs&count=1e9", 400, "invalid")]
    [InlineData("ValueSet/$expand?url=" + Cm + "?fhir_vs&count=1001", 400, "invalid")]
    [InlineData("ValueSet/$expand?url=" + Cm + "?fhir_vs&offset=999999999999", 400, "invalid")]
    [InlineData("ValueSet/$expand?url=" + Cm + "?fhir_vs&filter=x&offset=990&count=20", 400, "invalid")]
    [InlineData("ValueSet/$expand?url=" + Cm + "?fhir_vs&activeOnly=perhaps", 400, "invalid")]
    [InlineData("ConceptMap/$translate?system=" + Cm, 400, "required")]
    [InlineData("ConceptMap/$translate?system=" + Cm + "&code=M47.816&reverse=true", 422, "not-supported")]
    [InlineData("ConceptMap/$translate?system=" + Cm + "&code=M47.816&url=http://nowhere.example", 404, "not-found")]
    [InlineData("CodeSystem/nothing", 404, "not-found")]
    [InlineData("Patient/1", 404, "not-found")]
    [InlineData("ValueSet/$expand?url=" + Cm + "?fhir_vs=isa/A-B&filter=x", 404, "not-found")]
    [InlineData("metadata?mode=strange", 400, "invalid")]
    public async System.Threading.Tasks.Task A_refusal_is_an_OperationOutcome(string path, int status, string code)
    {
        using var client = sites.Icd.CreateClient();
        using var response = await client.GetAsync(new Uri("/fhir/" + path, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/fhir+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(code, JsonDocument.Parse(text).RootElement.GetProperty("issue")[0].GetProperty("code").GetString());
        Assert.IsType<OperationOutcome>(Read(text));
        foreach (var theirs in new[] { "script", "nowhere", "OR 1", "strange", "yesterday" }) Assert.DoesNotContain(theirs, text, StringComparison.Ordinal);
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("not json", "application/fhir+json", 400)]
    [InlineData("[]", "application/fhir+json", 400)]
    [InlineData("{\"resourceType\":\"Patient\"}", "application/fhir+json", 400)]
    [InlineData("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"code\",\"valueCode\":\"1\"},{\"name\":\"code\",\"valueCode\":\"2\"}]}", "application/fhir+json", 400)]
    [InlineData("{\"resourceType\":\"Parameters\",\"parameter\":[{\"valueCode\":\"1\"}]}", "application/fhir+json", 400)]
    [InlineData("<Parameters/>", "application/fhir+xml", 415)]
    public async System.Threading.Tasks.Task A_body_that_is_no_Parameters_is_refused(string body, string type, int status)
    {
        using var client = sites.Icd.CreateClient();
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await client.PostAsync(new Uri("/fhir/CodeSystem/$lookup", UriKind.Relative), content);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.IsType<OperationOutcome>(Read(await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async System.Threading.Tasks.Task Xml_is_not_acceptable_even_when_the_answer_is_kept()
    {
        using var client = sites.Icd.CreateClient();
        var path = new Uri($"/fhir/CodeSystem/$lookup?system={Cm}&code=M47.816&date=2025-11-01", UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
        client.DefaultRequestHeaders.Add("Accept", "application/fhir+xml");
        Assert.Equal(HttpStatusCode.NotAcceptable, (await client.GetAsync(path)).StatusCode);
        client.DefaultRequestHeaders.Add("Accept", "application/fhir+json;q=0.9");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async System.Threading.Tasks.Task An_answer_kept_for_one_question_is_not_given_to_another()
    {
        var (a, b) = ($"ValueSet/$expand?url={Cm}?fhir_vs&filter=low%20back%20pain&date=2025-11-01", $"ValueSet/$expand?url={Cm}?fhir_vs&filter=lumbosacral%20spondylosis&date=2025-11-01");
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("M54.50", (await Get<ValueSet>(sites.Icd, a)).Expansion.Contains[0].Code);
            Assert.Equal("M47.817", (await Get<ValueSet>(sites.Icd, b)).Expansion.Contains[0].Code);
            Assert.Empty((await Get<ValueSet>(sites.Icd, a + "&count=0")).Expansion.Contains);
        }
    }

    private static Resource Read(string json)
    {
        var reader = new FhirJsonDeserializer(new DeserializerSettings().UsingMode(DeserializationMode.Strict));
        return reader.DeserializeResource(json);
    }

    private static async Task<T> Get<T>(TestSite site, string path)
        where T : Resource
    {
        using var client = site.CreateClient();
        using var response = await client.GetAsync(new Uri("/fhir/" + path, UriKind.Relative));
        return await Answer<T>(response, path);
    }

    private async Task<T> Post<T>(string path, Parameters parameters)
        where T : Resource
    {
        using var client = sites.Site.CreateClient();
        using var content = new StringContent(new FhirJsonSerializer().SerializeToString(parameters), Encoding.UTF8, "application/fhir+json");
        using var response = await client.PostAsync(new Uri("/fhir/" + path, UriKind.Relative), content);
        return await Answer<T>(response, path);
    }

    private static async Task<T> Answer<T>(HttpResponseMessage response, string path)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {text}");
        Assert.Equal("application/fhir+json", response.Content.Headers.ContentType!.MediaType);
        return Assert.IsType<T>(Read(text));
    }

    private static T Single<T>(Parameters answer, string name)
        where T : DataType => answer.GetSingleValue<T>(name) ?? throw new Xunit.Sdk.XunitException($"no {name}");

    private static DataType? Part(Parameters.ParameterComponent of, string name) => of.Part.FirstOrDefault(p => p.Name == name)?.Value;

    private static IEnumerable<DataType> Values(Parameters answer, string name) =>
        answer.Parameter.Where(p => p.Name == "property" && Part(p, "code")?.ToString() == name).Select(p => Part(p, "value")!);

    private static DataType? Property(Parameters answer, string name) => Values(answer, name).FirstOrDefault();

    private static IEnumerable<string> Properties(Parameters answer, string name) => Values(answer, name).Select(v => v.ToString()!);
}
