using System.Text.Json;

namespace CodingAhead.Cli.Tests;

/// <summary>Redaction on the command line: formats, folders, long texts. All people are invented.</summary>
public sealed class RedactTests : IDisposable
{
    private const string Note = "Mrs. Farnsby was seen by Dr. Quellmont on 3/4/2023. MRN 55-12-087. Foley catheter draining.\n";
    private const string Hl7 = "MSH|^~\\&|LAB|LARKMOOR|EHR||20230304101500||ORU^R01|M55120|P|2.5\rPID|1||5512087^^^LARK^MR||FARNSBY^OTTOLINE\rOBX|1|TX|8251-1^Comment^LN||Told zupfgeige that Farnsby was seen on 3/4/2023; Foley catheter.||||||F\r";
    private const string Fhir = """{"resourceType":"Patient","id":"p5512087","name":[{"family":"Farnsby"}],"birthDate":"1961-02-11"}""";

    private readonly string folder = Directory.CreateTempSubdirectory("redact-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<Ran> RunAsync(string command, string input = "") => Ran.RunAsync(command.Split(' '), input, folder, []);

    private string File(string name, string content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    private string Read(string name) => System.IO.File.ReadAllText(Path.Combine(folder, name));

    [Theory]
    [InlineData("redact", Note, "Mrs. [NAME-1] was seen by Dr. [NAME-2] on [DATE-1:2023]. MRN [MRN-1]. Foley catheter draining.\n")]
    [InlineData("redact --csv --column note", "id,note\n1,\"Dr. Quellmont, MD\"\n", "id,note\n1,\"Dr. [NAME-1], MD\"\n")]
    [InlineData("redact", Fhir, """{"resourceType":"Patient","id":"ID-1","name":[{"family":"[NAME-1]"}],"birthDate":"1961"}""")]
    public async Task A_text_of_each_form_comes_back_in_its_form(string command, string input, string expected)
    {
        var ran = await RunAsync(command, input);
        Assert.Equal((0, expected), (ran.ExitCode, ran.Out));
    }

    [Fact]
    public async Task Hl7_honours_what_is_known_the_manifest_spans_and_the_mode()
    {
        File("known.json", """{"names":["Anna Zupfgeige"]}""");
        File("m.hl7", Hl7);
        var ran = await RunAsync("redact m.hl7 --known known.json --manifest proof.json");
        Assert.DoesNotContain("zupfgeige", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Foley catheter", ran.Out, StringComparison.Ordinal);
        using var proof = JsonDocument.Parse(Read("proof.json"));
        Assert.True(proof.RootElement.GetProperty("counts").GetProperty("A").GetInt32() >= 3);
        using var spans = JsonDocument.Parse((await RunAsync("redact m.hl7 --spans")).Out);
        Assert.Contains(spans.RootElement.GetProperty("spans").EnumerateArray(), s => Hl7[s.GetProperty("start").GetInt32()..s.GetProperty("end").GetInt32()] == "FARNSBY^OTTOLINE");
        using var label = JsonDocument.Parse((await RunAsync("redact m.hl7 --mode label")).Out);
        Assert.Equal(Hl7, label.RootElement.GetProperty("text").GetString());
        using var audit = JsonDocument.Parse((await RunAsync("redact m.hl7 --mode audit")).Out);
        Assert.Equal("", audit.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Labels_are_written_as_brat_and_i2b2_do()
    {
        File("n.txt", "🙂 Dr. Quellmont");
        Assert.Equal("T1\tNAME 6 15\tQuellmont\n", (await RunAsync("redact n.txt --mode label --as brat")).Out);
        Assert.Contains("<NAME id=\"P0\" start=\"6\" end=\"15\" text=\"Quellmont\" TYPE=\"PATIENT\" comment=\"\" />", (await RunAsync("redact n.txt --mode label --as i2b2")).Out, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("redact n.txt --as brat")).ExitCode);
    }

    [Fact]
    public async Task A_folder_is_read_by_content_with_a_manifest_beside_each_file()
    {
        File("in/a.txt", Note);
        File("in/a.ann", "T1\tNAME 5 12\tFarnsby\n");
        File("in/deep/b.dat", Hl7);
        File("in/c.json", Fhir);
        File("in/d.csv", "id,note\n1,Dr. Quellmont left.\n");
        File("in/e.bin", "Farnsby\0");
        var ran = await RunAsync("redact in --out clean --column note --manifest proof.json");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("e.bin: The input is binary", ran.Error, StringComparison.Ordinal);
        Assert.Contains("4 redacted, 1 refused.\n1 files of labels were left out.", ran.Error, StringComparison.Ordinal);
        var all = Directory.EnumerateFiles(Path.Combine(folder, "clean"), "*", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(Path.Combine(folder, "clean"), p)).Order(StringComparer.Ordinal);
        Assert.Equal(["a.txt", "a.txt.proof.json", "c.json", "c.json.proof.json", "d.csv", Path.Combine("deep", "b.dat"), Path.Combine("deep", "b.dat.proof.json")], all);
        foreach (var name in all) Assert.DoesNotMatch("(?i)farnsby|quellmont|5512087|55-12-087", Read(Path.Combine("clean", name)));
        Assert.Equal(0, (await RunAsync("redact in/deep --out spans --mode label --as brat")).ExitCode);
        Assert.Contains("FARNSBY", Read("spans/b.ann"), StringComparison.Ordinal);
    }

    // More than is read at once: the parts must agree with the whole, from a file and from a pipe.
    [Theory]
    [InlineData(" ")]
    [InlineData("\n\n")]
    public async Task A_long_text_is_streamed_and_says_the_same(string between)
    {
        var text = string.Concat(Enumerable.Range(0, 6_000).Select(i => $"Line {i}: strength 5/5, lungs clear, sutures removed; follow up as planned with zwickelbart.{between}")) + "Patient: Zwickelbart, Anna\n" + Note;
        File("long.txt", text);
        var expected = new CodingAhead.Text.Redact.Redactor().Redact(text).Text;
        var (file, pipe) = (await RunAsync("redact long.txt --manifest m.json"), await RunAsync("redact -", text));
        Assert.Equal((0, 0), (file.ExitCode, pipe.ExitCode));
        // Found once, at the end, and gone everywhere.
        Assert.DoesNotContain("zwickelbart", file.Out, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(expected, file.Out);
        Assert.Equal(expected, pipe.Out);
        using var manifest = JsonDocument.Parse(Read("m.json"));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))), manifest.RootElement.GetProperty("inputSha256").GetString());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(expected))), manifest.RootElement.GetProperty("outputSha256").GetString());
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\uFFFD")]
    public async Task A_long_text_that_is_refused_is_not_written_at_all(string bad)
    {
        var ran = await RunAsync("redact -", new string('a', 100) + string.Concat(Enumerable.Repeat(Note, 8_000)) + bad);
        Assert.Equal((1, ""), (ran.ExitCode, ran.Out));
        Assert.DoesNotContain("Farnsby", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redact --csv", "a\n", 2, "--column")]
    [InlineData("redact --column a", "a\n", 2, "--csv")]
    [InlineData("redact --csv --column note", "note\nDr. Quellmont\n\"Farnsby", 1, "Row 3")]
    [InlineData("redact", "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Farnsby\"}", 1, "JSON at line 1")]
    [InlineData("redact", "<?xml version=\"1.0\"?><!DOCTYPE a><a>Farnsby</a>", 1, "document type")]
    public async Task What_cannot_be_read_is_named_and_not_repeated(string command, string input, int code, string message)
    {
        var ran = await RunAsync(command, input);
        Assert.Equal(code, ran.ExitCode);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Farnsby", ran.Out + ran.Error, StringComparison.Ordinal);
    }
}
