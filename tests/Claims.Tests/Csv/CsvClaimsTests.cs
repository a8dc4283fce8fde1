using System.Text;
using CodingAhead.Claims.Csv;
using CsCheck;

namespace CodingAhead.Claims.Tests.Csv;

/// <summary>Tables of service lines: rows of a claim together, columns by name, errors by line and column.</summary>
public class CsvClaimsTests
{
    private const string Sample =
        """
        claim,sex,npi,zip,diagnoses,code,modifiers,units,charge,date,pos,dx
        A,F,1234567893,60601,M47.816 I10,64635,50,1,1200.00,2025-10-15,11,1 2
        A,,,,,77003,,1,"100.00",2025-10-15,11,1
        B,M,,,I10,99213,25,1,,2025-10-15,,
        """;

    [Fact]
    public async Task Rows_of_a_claim_are_its_lines()
    {
        var read = await Read(Sample);
        Assert.Equal(["A", "B"], read.Select(r => r.Claim!.Id));
        var claim = read[0].Claim!;
        Assert.Equal(("F", "1234567893", "60601"), (claim.Patient.Sex, claim.Provider.Npi, claim.Provider.Zip));
        Assert.Equal(["M47.816", "I10"], claim.Diagnoses);
        Assert.Equal(["64635:50:1200.00:1 2", "77003::100.00:1"], claim.Lines.Select(l => $"{l.Code}:{string.Join(' ', l.Modifiers)}:{l.Charge}:{string.Join(' ', l.Dx)}"));
        Assert.Equal((new Origin("x.csv", 2), new Origin("x.csv", 4)), (claim.Place, read[1].Claim!.Place));
        Assert.Null(read[1].Claim!.Lines[0].Charge);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task Other_separators_and_line_ends_are_read(string separator)
    {
        var read = await Read("\uFEFF" + Sample.Replace(",", separator, StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n");
        Assert.Equal([2, 1], read.Select(r => r.Claim!.Lines.Count));
    }

    [Theory]
    [InlineData("A,1,0,2025-10-15", "Line 3: expected in units ")]
    [InlineData("A,1,-1,2025-10-15", "Line 3: expected in units ")]
    [InlineData("A,1,1,2025-02-30", "Line 3: expected in date ")]
    [InlineData("A,1,1,", "Line 3: expected in date ")]
    [InlineData("A,,1,2025-10-15", "Line 3: expected in code ")]
    [InlineData("A,SECRET NAME,1,2025-10-15", "Line 3: expected in code ")]
    [InlineData("A,1,1,2025-10-15,SECRET", "Line 3: expected no more cells")]
    [InlineData("A,\"1,1,2025-10-15", "Line 3: expected a row ")]
    public async Task A_bad_row_spoils_its_claim_and_no_other(string row, string error)
    {
        var read = await Read($"claim,code,units,date\n0,99213,1,2025-10-15\n{row}\nA,99213,1,2025-10-15\nB,99213,1,2025-10-15");
        Assert.Equal("B", read[^1].Claim!.Id);
        var bad = Assert.Single(read, r => r.Error is not null).Error!;
        Assert.StartsWith(error, bad.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", bad.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("code,SECRET,date", "Column 2 of the first row")]
    [InlineData("code,code,date", "each name once")]
    [InlineData("code,units", "a column date")]
    [InlineData("date,units", "a column code")]
    public async Task A_first_row_that_names_no_columns_is_refused(string head, string error)
    {
        var bad = Assert.Single(await Read(head)).Error!;
        Assert.Contains(error, bad.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_about_the_claim_is_said_once_or_always_the_same()
    {
        var read = await Read("claim,zip,code,date\nA,60601,99213,2025-10-15\nA,60602,99214,2025-10-15\n");
        Assert.Equal("Line 3: expected in zip the same as in the claim's first row, or nothing.", Assert.Single(read).Error!.Error);
    }

    [Fact]
    public async Task More_than_999_rows_are_no_claim() =>
        Assert.Contains("999", Assert.Single(await Read("code,date\n" + string.Concat(Enumerable.Repeat("99213,2025-10-15\n", 1500)))).Error!.Error, StringComparison.Ordinal);

    [Fact]
    public async Task Damage_throws_nothing()
    {
        var bytes = Encoding.UTF8.GetBytes(Sample);
        await Gen.Select(Gen.Int[0, bytes.Length - 1].Array[1, 5], Gen.Byte).SampleAsync(async (places, value) =>
        {
            var damaged = bytes.ToArray();
            foreach (var place in places) damaged[place] = (place & 1) == 0 ? value : (byte)",\"\n\t; "[value % 6];
            await foreach (var (claim, error) in CsvClaims.ReadAsync(new MemoryStream(damaged), "x")) Assert.True(claim is null != error is null);
        }, iter: 5_000);
    }

    private static async Task<List<ReadClaim>> Read(string text)
    {
        var read = new List<ReadClaim>();
        await foreach (var one in CsvClaims.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "folder/x.csv", TestContext.Current.CancellationToken)) read.Add(one);
        return read;
    }
}
