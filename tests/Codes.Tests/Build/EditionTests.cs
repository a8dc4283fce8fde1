using CodingAhead.Codes.Build;

namespace CodingAhead.Codes.Tests.Build;

/// <summary>What several editions say together.</summary>
public sealed class EditionTests : IDisposable
{
    private const string PtpHead = "CPT only copyright\t\t\t\t\t\t\r\n\tColumn1/Column 2 Edits\t\t\t\t\t\r\n"
        + "Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date *=no data\tModifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale\r\n";

    private readonly string folder = Directory.CreateTempSubdirectory("editions-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_pair_ended_in_a_later_quarter_is_not_kept_open_by_the_earlier_one()
    {
        Write("medicare-ncci-2024q3-practitioner-ptp-edits-ccipra-v302r0-f1.txt", PtpHead + "99991\t99992\t\t20200101\t*\t1\tInvented\r\n99991\t99993\t\t20200101\t*\t1\tInvented\r\n");
        Write("medicare-ncci-2024q4-practitioner-ptp-edits-ccipra-v303r0-f1.txt", PtpHead + "99991\t99992\t\t20200101\t20240930\t1\tInvented\r\n99991\t99993\t\t20200101\t*\t1\tInvented\r\n");
        using var book = Build();
        var pairs = book.PairsWithColumn1(CodeKey.Of(CodeSet.Cpt, "99991")).ToList();
        Assert.Equal([("99992", (DateOnly?)new DateOnly(2024, 9, 30), "2024 Q4"), ("99993", null, "2024 Q4")], pairs.Select(p => (p.Column2.Code, p.To, p.Source.File.Edition)));
        Assert.Equal((2, 0), book.PairCounts(CodeKey.Of(CodeSet.Cpt, "99991")));
        Assert.Equal((0, 1), book.PairCounts(CodeKey.Of(CodeSet.Cpt, "99992")));
    }

    [Fact]
    public void A_code_that_the_addendum_calls_discontinued_is_not_valid()
    {
        Write("addendum_b_2025-04.csv", Addendum("J1", "T"));
        Write("addendum_b_2025-07.csv", Addendum("D", "T"));
        using var book = Build();
        Assert.Equal(CodeStatus.Active, book.Find(CodeSet.Cpt, "99991", new DateOnly(2025, 5, 1)).Status);
        Assert.Equal(CodeStatus.Deleted, book.Find(CodeSet.Cpt, "99991", new DateOnly(2025, 8, 1)).Status);
        Assert.Equal(CodeStatus.Active, book.Find(CodeSet.Cpt, "99992", new DateOnly(2025, 8, 1)).Status);
    }

    private static string Addendum(string first, string second) =>
        $"HCPCSCode,ShortDescriptor,StatusIndicator,PaymentRate,Changed?,Source\n\"99991\",\"Invented\",\"{first}\",\"1.00\",true,\"x\"\n\"99992\",\"Invented\",\"{second}\",\"1.00\",true,\"x\"\n";

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "releases")).FullName, name), content);

    private Book Build()
    {
        var path = Path.Combine(folder, "editions.book");
        Assert.Empty(BookCompiler.Build(new BuildOptions { Releases = Path.Combine(folder, "releases"), Output = path }, TimeProvider.System).Errors.Select(e => e.Message));
        return Book.Open(path);
    }
}
