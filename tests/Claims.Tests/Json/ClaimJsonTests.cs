using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodingAhead.Claims.Json;
using CodingAhead.Claims.Tests.X12;
using CsCheck;

namespace CodingAhead.Claims.Tests.Json;

/// <summary>Our JSON: what is read, what is refused and where, and that no refusal repeats what stood there.</summary>
public class ClaimJsonTests
{
    private const string Whole =
        """
        {"id":"c1","setting":"practitioner","patient":{"sex":"F","birthDate":"1958-03-02","mbi":"2WV7XQ3RT45"},
         "provider":{"npi":"1234567893","zip":"60601","mac":null,"locality":null,"participating":false,"kind":"np-pa","qp":true,"specialty":"50","state":"IL"},
         "diagnoses":["M47.816","I10"],
         "lines":[{"code":"64635","modifiers":["50"],"units":1,"charge":1200.00,"date":"2025-10-15","to":"2025-10-16","pos":"11","dx":[1,2],"minutes":null,"ndc":"00409123401"},
                  {"code":"00100","units":1.5,"date":"2025-10-15","minutes":45}],
         "history":[{"code":"27447","modifiers":["LT"],"date":"2025-09-01","provider":"group"}],
         "place":{"file":"a.json","segment":3},"remarks":["ours"]}
        """;

    [Fact]
    public void Every_field_is_read()
    {
        var claim = ReadOne(Whole);
        Assert.Equal(("c1", Setting.Practitioner, "F", new DateOnly(1958, 3, 2)), (claim.Id, claim.Setting, claim.Patient.Sex, claim.Patient.BirthDate));
        Assert.Equal(("1234567893", "60601", false, "np-pa", true, "50", "IL"), (claim.Provider.Npi, claim.Provider.Zip, claim.Provider.Participating, claim.Provider.Kind, claim.Provider.Qp, claim.Provider.Specialty, claim.Provider.State));
        Assert.Equal(["M47.816", "I10"], claim.Diagnoses);
        var line = claim.Lines[0];
        Assert.Equal(("64635", 1m, 1200m, new DateOnly(2025, 10, 15), new DateOnly(2025, 10, 16), "11", "00409123401"), (line.Code, line.Units, line.Charge, line.Date, line.To, line.Pos, line.Ndc));
        Assert.Equal(["50"], line.Modifiers);
        Assert.Equal([1, 2], line.Dx);
        Assert.Equal((1.5m, 45, (decimal?)null), (claim.Lines[1].Units, claim.Lines[1].Minutes, claim.Lines[1].Charge));
        Assert.Equal(("27447", "group"), (claim.History[0].Code, claim.History[0].Provider));
        Assert.Equal((new Origin("a.json", 3), "ours"), (claim.Place, claim.Remarks[0]));
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var claim = ReadOne("""{"lines":[{"code":"99213","date":"2025-10-15"}]}""");
        Assert.Equal((null, Setting.Practitioner, true, "physician", 1m), (claim.Id, claim.Setting, claim.Provider.Participating, claim.Provider.Kind, claim.Lines[0].Units));
        Assert.Equal((new Patient(), null, null), (claim.Patient, claim.Lines[0].Charge, claim.Place));
    }

    [Theory]
    [InlineData("""{"id":"c9","lines":[{"code":"99213","date":"2025-02-30"}]}""", "$.lines[0].date", "a date")]
    [InlineData("""{"lines":[{"code":"99213","date":"10/15/2025"}],"id":"c9"}""", "$.lines[0].date", "a date")]
    [InlineData("""{"id":"c9","lines":[{"code":"99213","date":"0001-01-01"}]}""", "$.lines[0].date", "a date")]
    [InlineData("""{"id":"c9","lines":[{"code":"99213"}]}""", "$.lines[0].date", "a date")]
    [InlineData("""{"id":"c9","lines":[{"date":"2025-10-15"}]}""", "$.lines[0].code", "a code")]
    [InlineData("""{"id":"c9","lines":[{"code":99213,"date":"2025-10-15"}]}""", "$.lines[0].code", "a code")]
    [InlineData("""{"id":"c9","lines":[{"code":"SECRET NAME","date":"2025-10-15"}]}""", "$.lines[0].code", "a code")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15"},{"code":"1","date":"2025-10-15","units":-1}]}""", "$.lines[1].units", "above zero")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","units":0}]}""", "$.lines[0].units", "above zero")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","units":"1"}]}""", "$.lines[0].units", "a number")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","units":null}]}""", "$.lines[0].units", "a number")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","units":1e999}]}""", "$.lines[0].units", "a number")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","charge":1.1234567}]}""", "$.lines[0].charge", "two decimals")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","charge":-1}]}""", "$.lines[0].charge", "two decimals")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","modifiers":["25","SECRET"]}]}""", "$.lines[0].modifiers[1]", "a modifier")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","modifiers":["25","26","LT","RT","50"]}]}""", "$.lines[0].modifiers[4]", "at most 4")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","modifiers":"25"}]}""", "$.lines[0].modifiers", "a list")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","dx":[0]}]}""", "$.lines[0].dx[0]", "from 1")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","pos":"1"}]}""", "$.lines[0].pos", "two digits")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","minutes":1.5}]}""", "$.lines[0].minutes", "a whole number")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","ndc":"SECRET"}]}""", "$.lines[0].ndc", "eleven digits")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","to":"2025-10-14"}]}""", "$.lines[0].to", "not before")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15","SECRET":1}]}""", "$.lines[0]", "no other field")]
    [InlineData("""{"id":"c9","SECRET":1,"lines":[]}""", "$", "no other field")]
    [InlineData("""{"id":"c9","Lines":[]}""", "$", "no other field")]
    [InlineData("""{"id":"c9","patient":{"name":"SECRET"},"lines":[]}""", "$.patient", "no other field")]
    [InlineData("""{"id":"c9","patient":{"sex":"SECRET"}}""", "$.patient.sex", "F, M")]
    [InlineData("""{"id":"c9","patient":{"birthDate":"SECRET"}}""", "$.patient.birthDate", "a date")]
    [InlineData("""{"id":"c9","patient":"SECRET"}""", "$.patient", "an object")]
    [InlineData("""{"id":"c9","provider":{"npi":"SECRET"}}""", "$.provider.npi", "ten digits")]
    [InlineData("""{"id":"c9","provider":{"zip":"6060"}}""", "$.provider.zip", "five or nine")]
    [InlineData("""{"id":"c9","provider":{"participating":"yes"}}""", "$.provider.participating", "true or false")]
    [InlineData("""{"id":"c9","provider":{"kind":"SECRET"}}""", "$.provider.kind", "np-pa")]
    [InlineData("""{"id":"c9","setting":"SECRET"}""", "$.setting", "outpatient-hospital")]
    [InlineData("""{"id":"c9","setting":null}""", "$.setting", "dme")]
    [InlineData("""{"id":"c9","lines":[]}""", "$.lines", "at least one")]
    [InlineData("""{"id":"c9"}""", "$.lines", "at least one")]
    [InlineData("""{"id":"c9","lines":[1]}""", "$.lines[0]", "an object")]
    [InlineData("""{"id":"c9","lines":{}}""", "$.lines", "a list")]
    [InlineData("""{"id":"c9","id":"SECRET"}""", "$.id", "once")]
    [InlineData("""{"id":"c9","diagnoses":["M47.816","SECRET!"]}""", "$.diagnoses[1]", "a code")]
    [InlineData("""{"id":"c9","history":[{"code":"1","date":"2025-01-01","provider":"SECRET"}]}""", "$.history[0].provider", "group")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15"}]} {"SECRET":1}""", "$", "JSON")]
    [InlineData("""{"id":"c9","lines":[{"code":"1","date":"2025-10-15"}""", "$", "line 1, byte")]
    [InlineData("{\"id\":\"c9\",\n\"lines\": SECRET}", "$", "line 2, byte 10")]
    public void What_does_not_fit_is_named_by_its_path_and_never_repeated(string text, string path, string expected)
    {
        var (claim, error) = Read(text);
        Assert.Null(claim);
        Assert.StartsWith(path + ": expected ", error!.Error, StringComparison.Ordinal);
        Assert.Contains(expected, error.Error.Replace("a JSON object", "an object", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error.Error, StringComparison.Ordinal);
        Assert.Equal("c9", error.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("17")]
    [InlineData("\"SECRET\"")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"id\":17}")]
    public void What_is_no_claim_is_told(string text) => Assert.NotNull(Read(text).Error);

    [Theory]
    [InlineData(999, true)]
    [InlineData(1000, false)]
    public void A_claim_has_at_most_999_lines(int lines, bool read)
    {
        var text = $$"""{"lines":[{{string.Join(',', Enumerable.Repeat("""{"code":"99213","date":"2025-10-15"}""", lines))}}]}""";
        var (claim, error) = Read(text);
        Assert.Equal(read, claim is not null);
        if (!read) Assert.Equal("$.lines[999]: expected at most 999 service lines.", error!.Error);
    }

    [Fact]
    public void A_claim_written_is_read_again() => Samples.AnyClaim.Sample(claim =>
    {
        var text = JsonSerializer.Serialize(claim, ClaimsJson.Line.Claim);
        return JsonSerializer.Serialize(ReadOne(text), ClaimsJson.Line.Claim) == text;
    }, iter: 300);

    [Fact]
    public void Fields_are_those_of_the_model_and_of_the_schema()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "claim.schema.json")))!;
        foreach (var (type, names, place) in new (Type, JsonNames, JsonNode?)[]
        {
            (typeof(Claim), JsonNames.Claim, schema), (typeof(Patient), JsonNames.Patient, schema["$defs"]!["patient"]), (typeof(Provider), JsonNames.Provider, schema["$defs"]!["provider"]),
            (typeof(ClaimLine), JsonNames.Line, schema["$defs"]!["line"]), (typeof(PriorService), JsonNames.Prior, schema["$defs"]!["priorService"]), (typeof(Origin), JsonNames.Place, schema["$defs"]!["place"]),
        })
        {
            var model = type.GetProperties().Where(p => p.Name != "EqualityContract").Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(StringComparer.Ordinal).ToArray();
            Assert.Equal(model, names.All.Order(StringComparer.Ordinal));
            Assert.Equal(model, place!["properties"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
            Assert.False((bool)place["additionalProperties"]!);
        }

        Assert.Equal(Allowed.Settings, Enum(schema["properties"]!["setting"]!));
        Assert.Equal(Allowed.Kinds, Enum(schema["$defs"]!["provider"]!["properties"]!["kind"]!));
        Assert.Equal(Allowed.MostLines, (int)schema["properties"]!["lines"]!["maxItems"]!);
        Assert.Equal(Allowed.MostDiagnoses, (int)schema["properties"]!["diagnoses"]!["maxItems"]!);
        foreach (var example in schema["examples"]!.AsArray()) ReadOne(example!.ToJsonString());

        static IEnumerable<string> Enum(JsonNode node) => node["enum"]!.AsArray().Select(n => n!.GetValue<string>());
    }

    [Fact]
    public void Damage_throws_nothing_and_repeats_nothing()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole.Replace("ours", "ZUCKERPFERD", StringComparison.Ordinal));
        Gen.Select(Gen.Int[0, bytes.Length - 1].Array[1, 6], Gen.Byte, Gen.Int[0, 3]).Sample((places, value, kind) =>
        {
            byte[] damaged = kind switch
            {
                0 => bytes[..places[0]],
                1 => [.. bytes[..places[0]], .. bytes[places[^1]..]],
                2 => Changed(bytes, places, value),
                _ => Changed(bytes, places, (byte)"\"{}[],:0-e\\"[value % 11]),
            };
            var (claim, error) = ClaimJson.Read(damaged);
            Assert.True(claim is null != error is null);
            if (error is not null) Assert.DoesNotContain("ZUCKER", error.Error, StringComparison.Ordinal);
            else Assert.All(claim!.Lines, l => Assert.True(l.Units > 0 && l.Charge is null or >= 0 && l.Modifiers.Count <= 4));
        }, iter: 20_000);
    }

    [Fact]
    public void A_value_replaced_by_any_other_is_read_or_refused()
    {
        var paths = Leaves(JsonNode.Parse(Whole)!).Select(n => n.GetPath()).ToArray();
        string[] others = ["null", "true", "-1", "0", "1e30", "1.005", "\"\"", "\"x\"", "\"2025-10-15\"", "[]", "[null]", "{}", "[[[[]]]]", "\"\\u0000\""];
        foreach (var path in paths)
        {
            foreach (var other in others)
            {
                var root = JsonNode.Parse(Whole)!;
                Leaves(root).Single(n => n.GetPath() == path).ReplaceWith(JsonNode.Parse(other));
                var (claim, error) = Read(root.ToJsonString());
                Assert.True(claim is null != error is null, path + other);
                if (error is not null) Assert.StartsWith("$", error.Error, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Lines_are_read_one_by_one_and_a_bad_one_spoils_no_other()
    {
        var good = """{"id":"a","lines":[{"code":"99213","date":"2025-10-15"}]}""";
        var text = $"\uFEFF{good}\r\n\n   \n{{\"id\":\"b\",\"lines\":3}}\n{good}\n{{\"id\":\"{new string('x', ClaimJson.LongestClaim)}\"}}\nnonsense\n{good}";
        var read = new List<ReadClaim>();
        await foreach (var one in ClaimJson.ReadLinesAsync(new Slow(Encoding.UTF8.GetBytes(text)), "folder/x.jsonl", TestContext.Current.CancellationToken)) read.Add(one);
        Assert.Equal(["a", "b", "a", null, null, "a"], read.Select(r => r.Claim?.Id ?? r.Error?.Id));
        Assert.Equal([1, 4, 5, 6, 7, 8], read.Select(r => (r.Claim?.Place ?? r.Error!.Place)!.Segment));
        Assert.Equal([false, true, false, true, true, false], read.Select(r => r.Error is not null));
        Assert.All(read, r => Assert.Equal("x.jsonl", (r.Claim?.Place ?? r.Error!.Place)!.File));
    }

    [Fact]
    public async Task A_line_without_end_costs_no_memory()
    {
        var read = new List<ReadClaim>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        await foreach (var one in ClaimJson.ReadLinesAsync(new Endless(64 << 20), "x", TestContext.Current.CancellationToken)) read.Add(one);
        Assert.Equal("$: expected a claim of at most 1 MB.", Assert.Single(read).Error!.Error);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 8 << 20);
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).OfType<JsonNode>().SelectMany(Leaves),
        JsonArray a => a.OfType<JsonNode>().SelectMany(Leaves),
        _ => [node],
    };

    private static byte[] Changed(byte[] bytes, int[] places, byte value)
    {
        var changed = bytes.ToArray();
        foreach (var place in places) changed[place] = value;
        return changed;
    }

    private static ReadClaim Read(string text) => ClaimJson.Read(Encoding.UTF8.GetBytes(text));

    private static Claim ReadOne(string text)
    {
        var (claim, error) = Read(text);
        Assert.True(claim is not null, error?.Error);
        return claim;
    }

    private sealed class Slow(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(buffer.Length, 777)], cancellationToken);
    }

    private sealed class Endless(int length) : MemoryStream
    {
        private int left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = Math.Min(left, buffer.Length);
            buffer.Span[..count].Fill((byte)'{');
            left -= count;
            return ValueTask.FromResult(count);
        }
    }
}
