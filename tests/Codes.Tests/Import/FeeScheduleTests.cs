using CodingAhead.Codes.Import;
using static CodingAhead.Codes.Tests.Import.PaymentSamples;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>Clfs, Dmepos, DmePen, AspPricing, AspCrosswalk and PfsFee.</summary>
public class FeeScheduleTests
{
    [Fact]
    public void The_three_variants_of_the_laboratory_schedule_are_equal()
    {
        var csv = Imported.Read(Mirror.File("clfs/clfs_cy2026_q3v1.zip!PUF_CLFS_CY2026_Q3V1.csv"), "clfs");
        var text = Imported.Read(Mirror.File("clfs/clfs_cy2026_q3v1.zip!PUF_CLFS_CY2026_Q3V1.txt"), "clfs");
        var book = Imported.Read(Mirror.File("clfs/clfs_cy2026_q3v1.zip!PUF_CLFS_CY2026_Q3V1.xlsx"), "clfs");

        Assert.Equal(("2026 Q3", 2_206), (csv.Edition.Label, csv.Rows.Count(r => r.Table.Name == "clfs")));
        Assert.Equal(["", "2026-01-01", "N", "720"], csv.Of("clfs", "0001U").Single().Columns);
        Assert.Equal(["short", "long", "consumer"], csv.Of("descriptor", "0001U").Select(r => r["kind"]));
        Assert.Equal(PfsRvuTests.Lines(csv), PfsRvuTests.Lines(book));
        Assert.Equal(Fees(csv), Fees(text));

        static IEnumerable<string> Fees(Imported read) => PfsRvuTests.Lines(read).Where(l => l.StartsWith("clfs", StringComparison.Ordinal));
    }

    [Fact]
    public void Equipment_and_nutrition_fees_are_read_for_every_state()
    {
        var equipment = Imported.Read(Mirror.File("dmepos/DMEPOS26_JAN.xlsx"), "dmepos");
        Assert.Equal(("2026 Q1", 3_515), (equipment.Edition.Label, equipment.Rows.Count));
        var row = equipment.Of("dmepos", "A4216").Single();
        Assert.Equal(("J", "OS", "0.63", "0.54"), (row["jurisdiction"], row["category"], row["ceiling"], row["floor"]));
        Assert.StartsWith("AL:NR=0.58;AL:R=0;AR:NR=0.63;", row["fees"], StringComparison.Ordinal);

        var nutrition = Imported.Read(Mirror.File("dmepos/DMEPEN26_JAN.xlsx"), "pen");
        Assert.Equal(50, nutrition.Rows.Count);
        Assert.StartsWith("AL:NR=3.94;AL:R=6.16;", nutrition.Of("pen", "B4034").Single()["fees"], StringComparison.Ordinal);
    }

    [Fact]
    public void Drug_prices_and_their_packages_are_read()
    {
        var prices = Imported.Read(Mirror.File("asp/asp_pricing.csv"), "asp-pricing");
        Assert.Equal(("2025 Q4", 1_012), (prices.Edition.Label, prices.Rows.Count(r => r.Table.Name == "asp")));
        Assert.Equal(["1 ML", "134.194", "20", "", "", "", "", "", ""], prices.Of("asp", "90371").Single().Columns);
        Assert.Equal("", prices.Of("asp", "A9606").Single()["paymentLimit"]);

        var packages = Imported.Read(Mirror.File("asp/asp_crosswalk.csv"), "asp-crosswalk");
        Assert.Equal((7_007, 1), (packages.Rows.Count, packages.Notes.Count));
        Assert.Equal(["90371", "Grifols USA, LLC", "HyperHepB", "1 ML", "1", "1", "1", "1"], packages.Of("ndc-crosswalk", "13533063601").Single().Columns);
    }

    [Theory]
    [InlineData("pfs/revisions/PFREV26B_QP.zip!PFREV26B.txt", "PFREV26B", "2026-04-01", 4_033, "qp")]
    [InlineData("pfs/revisions/PFREV26B_nonQP.txt", "PFREV26B", "2026-04-01", 4_033, "nonqp")]
    [InlineData("pfs/revisions/PFREV25C.txt", "PFREV25C", "2025-07-01", 109, "")]
    [InlineData("pfs/revisions/PFREV4.txt", "PFREV25D", "2025-10-01", 763, "")]
    public void Revised_locality_fees_are_read(string path, string label, string from, int rows, string variant)
    {
        var read = Imported.Read(Mirror.File(path), "pfs-fee");
        Assert.Equal((label, from, rows), (read.Edition.Label, Day.Text(Day.Of(read.Edition.From)), read.Rows.Count));
        Assert.All(read.Rows, r => Assert.Equal(variant, r["variant"]));
    }

    [Fact]
    public void A_revised_fee_has_its_indicators()
    {
        var read = Imported.Read(Mirror.File("pfs/revisions/PFREV26B_QP.txt"), "pfs-fee");
        Assert.Equal(["2026", "01112", "05", "", "1344", "1344", "0", "A", "2", "0", "0", "9", "0", "0", "qp"], read.Of("pfs-fee", "21610").First().Columns);
    }

    [Fact]
    public void Variants_of_an_invented_laboratory_schedule_are_equal() =>
        Assert.Equal(PfsRvuTests.Lines(Of("clfs", "csv").Read()), PfsRvuTests.Lines(Of("clfs", "xlsx").Read()));

    [Theory]
    [InlineData("clfs", "csv", ",L,", ",X,", "indicator 'X'")]
    [InlineData("clfs", "csv", "2026,G9992", "2025,G9992", "year '2025'")]
    [InlineData("clfs", "txt", "~00035.92", "~", "no rate")]
    [InlineData("asp-pricing", "csv", "134.194", "134,194,0", "columns")]
    [InlineData("asp-pricing", "csv", "J9991", "99995", "99995 a second time")]
    [InlineData("asp-pricing", "csv", "December 31", "November 30", "a calendar quarter")]
    [InlineData("asp-crosswalk", "csv", "99999-0636-01", "", "no NDC")]
    [InlineData("asp-crosswalk", "csv", "45,45,,", "45,45,x,", "a value in column 11")]
    [InlineData("pfs-fee", "txt", "\" \",\"0001344.00\",\"0001244.00\"", "\" \",\"0001344.01\",\"0001244.00\"", "a second time, with other amounts")]
    [InlineData("pfs-fee", "txt", "\"9\",\"0000000.00\",\"0000000.00\"\r\nTRL", "\"9\",\"0000000.00\"\r\nTRL", "15 columns")]
    public void Bad_input_is_refused(string importer, string extension, string replace, string by, string message) =>
        Assert.Contains(message, Assert.Throws<ReleaseFormatException>(() => PfsLocalityTests.Damaged(importer, extension, replace, by)).Message, StringComparison.Ordinal);
}
