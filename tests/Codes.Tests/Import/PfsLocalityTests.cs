using CodingAhead.Codes.Import;
using static CodingAhead.Codes.Tests.Import.PaymentSamples;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>Gpci, LocalityCounty, AnesthesiaCf, OppsCap and ZipLocality: what a payment depends on beside the code.</summary>
public class PfsLocalityTests
{
    [Fact]
    public void Both_variants_of_the_practice_cost_indices_are_equal()
    {
        var csv = Imported.Read(Mirror.File("pfs/2025D/GPCI2025.csv"), "gpci");
        var text = Imported.Read(Mirror.File("pfs/2025D/GPCI2025.txt"), "gpci");

        Assert.Equal(109, csv.Rows.Count);
        Assert.Equal(["AL", "ALABAMA", "1", "0.869", "0.575", "yes"], csv.Of("gpci", "1011200").Single().Columns);
        Assert.Equal(["AK", "ALASKA", "1.5", "1.081", "0.592", "yes"], csv.Of("gpci", "0210201").Single().Columns);
        // The text variant's header leaves the floor out.
        Assert.Equal(csv.Rows.Select(r => string.Join('|', r.Columns[..5])), text.Rows.Select(r => string.Join('|', r.Columns[..5])));
    }

    [Fact]
    public void Counties_of_a_block_without_a_state_do_not_get_the_state_above()
    {
        var csv = Imported.Read(Mirror.File("pfs/2025D/25LOCCO.csv"), "locality-county");
        var text = Imported.Read(Mirror.File("pfs/2025D/25LOCCO.txt"), "locality-county");

        Assert.Equal(109, csv.Rows.Count);
        Assert.Equal(csv.Rows.Select(r => r.Key).Order(), text.Rows.Select(r => r.Key).Order());
        Assert.Equal(["CALIFORNIA", "BAKERSFIELD", "KERN"], csv.Of("locality-county", "0111254").Single().Columns);
        Assert.Equal(["", "BAKERSFIELD", "KERN"], text.Of("locality-county", "0111254").Single().Columns);
        Assert.Equal(["FLORIDA", "MIAMI", "DADE AND MONROE"], text.Of("locality-county", "0910204").Single().Columns);
    }

    [Fact]
    public void Anaesthesia_factors_come_with_the_national_one_from_the_csv()
    {
        var csv = Imported.Read(Mirror.File("pfs/2025D/ANES2025.csv"), "anes-cf");
        var text = Imported.Read(Mirror.File("pfs/2025D/ANES2025.txt"), "anes-cf");

        Assert.Equal(["NATIONAL", "20.3178"], csv.Of("anes-cf", "ANESCF").Single().Columns);
        Assert.Equal(["ALABAMA", "19.31"], csv.Of("anes-cf", "1011200").Single().Columns);
        Assert.Equal((110, 109), (csv.Rows.Count, text.Rows.Count));
        Assert.Equal(csv.Rows.Skip(1).Select(r => $"{r.Key} {r["conversionFactor"]}"), text.Rows.Select(r => $"{r.Key} {r["conversionFactor"]}"));
    }

    [Fact]
    public void Both_variants_of_the_imaging_caps_are_equal()
    {
        var csv = Imported.Read(InFolder("pfs/2025D/OPPSCAP_Oct.csv"), "opps-cap");
        var text = Imported.Read(InFolder("pfs/2025D/OPPSCAP_Oct.txt"), "opps-cap");

        Assert.Equal((16_100, "RVU25D"), (csv.Rows.Count, csv.Edition.Label));
        Assert.Equal(PfsRvuTests.Lines(csv), PfsRvuTests.Lines(text));
        Assert.Equal(["TC", "C", "01112", "05", "150.69", "150.69"], csv.Of("opps-cap", "0633T").First().Columns);
        Assert.Throws<ReleaseFormatException>(() => Imported.Read(Mirror.File("pfs/2025D/OPPSCAP_Oct.csv"), "opps-cap"));
    }

    [Theory]
    [InlineData("pfs/zip/ZIP5_OCT2025.txt", "2025 Q4", 580)]
    [InlineData("pfs/zip/ZIP5_JAN2026.xlsx", "2026 Q1", 581)]
    public void Zip_codes_have_their_locality(string path, string label, int plusFour)
    {
        var read = Imported.Read(Mirror.File(path), "zip");

        Assert.Equal((label, 42_956), (read.Edition.Label, read.Rows.Count));
        Assert.Equal(["AK", "02102", "01", "", "Z9", "", "0", "A"], read.Of("zip", "99501").Single().Columns);
        Assert.Equal(plusFour, read.Rows.Count(r => r["plusFour"] == "1"));
    }

    [Fact]
    public void A_zip_plus_four_is_keyed_by_nine_digits()
    {
        var read = All.Single(s => s.Path.StartsWith("ZIP9", StringComparison.Ordinal)).Read();
        Assert.Equal("zip9", read.Edition.Dataset);
        Assert.Equal(["AL", "99112", "00", "R", "", "", "1", "A"], read.Of("zip", "999020001").Single().Columns);
        Assert.Equal(["AL", "99112", "01", "", "", "", "1", "A"], read.Of("zip", "999020002").Single().Columns);
    }

    [Theory]
    [InlineData("gpci", "csv")]
    [InlineData("locality-county", "csv")]
    [InlineData("opps-cap", "csv")]
    public void The_two_variants_of_an_invented_file_are_equal(string importer, string extension) =>
        Assert.Equal(PfsRvuTests.Lines(Of(importer, extension).Read()), PfsRvuTests.Lines(Of(importer, "txt").Read()));

    [Fact]
    public void The_two_variants_of_an_invented_zip_file_are_equal() =>
        Assert.Equal(PfsRvuTests.Lines(Of("zip", "OCT2025.txt").Read()), PfsRvuTests.Lines(Of("zip", "xlsx").Read()));

    [Theory]
    [InlineData("gpci", "csv", ",1.081,", ",x,", "index 'x'")]
    [InlineData("gpci", "csv", "9912,AK,1,", "99112,AK,00,", "9911200 a second time")]
    [InlineData("gpci", "txt", "0.592", "0.59", "a record of 149 characters")]
    [InlineData("locality-county", "csv", "9912,99,,REST OF STATE", "9912,3,,REST OF STATE", "0991203 a second time")]
    [InlineData("anes-cf", "csv", "27.86", "", "no conversion factor")]
    [InlineData("anes-cf", "txt", "2786", "27.8", "a record of another form")]
    [InlineData("opps-cap", "csv", "99992,TC,A", "99992,TC,K", "status code 'K'")]
    [InlineData("opps-cap", "csv", ",93.37,93.37", ",93.37", "6 columns")]
    [InlineData("zip", "txt", "20254\r\nAL", "20253\r\nAL", "year and quarter '20254'")]
    [InlineData("zip", "txt", "0R", "0X", "rural indicator 'X'")]
    [InlineData("zip", "txt", "AL99902", "AK99901", "99901 a second time")]
    public void Bad_input_is_refused(string importer, string extension, string replace, string by, string message) =>
        Assert.Contains(message, Assert.Throws<ReleaseFormatException>(() => Damaged(importer, extension, replace, by)).Message, StringComparison.Ordinal);

    internal static Imported Damaged(string importer, string extension, string replace, string by)
    {
        var sample = Of(importer, extension);
        Assert.Contains(replace, sample.Text, StringComparison.Ordinal);
        return Imported.Text(sample.Path, sample.Text!.Replace(replace, by, StringComparison.Ordinal), importer);
    }

    private static ReleaseFile InFolder(string path)
    {
        var file = Mirror.File(path);
        return new ReleaseFile(path, file.Sha256, file.Length, file.Open);
    }
}
