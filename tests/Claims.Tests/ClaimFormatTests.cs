using System.Text;

namespace CodingAhead.Claims.Tests;

/// <summary>The form of a file is told from how it begins.</summary>
public class ClaimFormatTests
{
    [Theory]
    [InlineData("ISA*00*", ClaimFormat.X12)]
    [InlineData("\uFEFF\r\n ISA*00*", ClaimFormat.X12)]
    [InlineData("{\"id\":1}", ClaimFormat.Json)]
    [InlineData("{\n \"id\":1\n}\n", ClaimFormat.Json)]
    [InlineData("{\"id\":1,\"lines\":[\n{\"code\":\"1\"},\n{\"code\":\"2\"}]}\n", ClaimFormat.Json)] // a line of the claim on each line of the file
    [InlineData("[{\"id\":1}]", ClaimFormat.Json)]
    [InlineData("{\"id\":1}\n{\"id\":2}\n", ClaimFormat.JsonLines)]
    [InlineData("{\"id\":1\n{\"id\":2}\n", ClaimFormat.JsonLines)]
    [InlineData("{\"id\":1}\nnonsense\n", ClaimFormat.JsonLines)]
    [InlineData("{\"resourceType\":\"Claim\"}", ClaimFormat.Fhir)]
    [InlineData("{\n\"id\":\"x\",\n\"contained\":[{\"resourceType\":\"Patient\"}],\"resourceType\":\"Claim\"}", ClaimFormat.Fhir)]
    [InlineData("{\"contained\":[{\"resourceType\":\"Patient\"}]}", ClaimFormat.Json)]
    [InlineData("{\"resourceType\":\"Claim\"}\n{\"resourceType\":\"Claim\"}\n", ClaimFormat.FhirLines)]
    [InlineData("code,date\n99213,2025-10-15", ClaimFormat.Csv)]
    [InlineData("code;date\r\n", ClaimFormat.Csv)]
    [InlineData("what,ever\n", ClaimFormat.Csv)]
    [InlineData("hello", ClaimFormat.Unknown)]
    [InlineData("", ClaimFormat.Unknown)]
    [InlineData("PK\u0003\u0004", ClaimFormat.Unknown)]
    public void Begin(string text, ClaimFormat expected) => Assert.Equal(expected, ClaimFormats.Detect(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("{\"id\":\"a\",\"lines\":[{\"code\":\"1\",\"date\":\"2025-10-15\"}]}", "a")]
    [InlineData("[{\"id\":\"a\",\"lines\":[{\"code\":\"1\",\"date\":\"2025-10-15\"}]}, {\"id\":\"b\"}]", "a b!")]
    [InlineData("[{\"id\":\"a\",\"lines\":[{\"code\":\"1\",\"date\":\"2025-10-15\"}]}, {\"id\":", "a !")]
    [InlineData("{\"id\":\"a\",\"lines\":[{\"code\":\"1\",\"date\":\"2025-10-15\"}]}\n{\"id\":\"b\"}", "a b!")]
    [InlineData("claim,code,date\na,1,2025-10-15\n", "a")]
    [InlineData("hello", "!")]
    public async Task Files_of_any_form_are_read(string text, string expected)
    {
        var read = new List<string>();
        await foreach (var (claim, error) in ClaimFiles.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x", cancellation: TestContext.Current.CancellationToken)) read.Add(claim?.Id ?? error!.Id + "!");
        Assert.Equal(expected, string.Join(' ', read));
    }
}
