using CodingAhead.Codes.Import;
using static CodingAhead.Codes.Tests.Import.PaymentSamples;

namespace CodingAhead.Codes.Tests.Import;

public class PfsRvuTests
{
    [Theory]
    [InlineData("pfs/2025D/PPRRVU2025_Oct.csv", "pfs-rvu")]
    [InlineData("pfs/2025D/PPRRVU2025_Oct.txt", "pfs-rvu-text")]
    public void The_October_2025_release_is_read(string path, string importer)
    {
        var read = Imported.Read(Mirror.File(path), importer);

        Assert.Equal(("pfs", "RVU25D", new DateOnly(2025, 10, 1), new DateOnly(2025, 12, 31)), (read.Edition.Dataset, read.Edition.Label, read.Edition.From, read.Edition.To));
        Assert.Equal(19_090, read.Rows.Count(r => r.Table.Name == "pfs-rvu"));
        var row = Assert.Single(read.Of("pfs-rvu", "64635"));
        Assert.Equal(
            ("3.32", "9.39", "2.16", "0.29", "13", "5.77", "010", "2", "1", "32.3465"),
            (row["workRvu"], row["nonFacilityPe"], row["facilityPe"], row["mp"], row["nonFacilityTotal"], row["facilityTotal"], row["global"], row["multiple"], row["bilateral"], row["conversionFactor"]));
        Assert.Equal(CodeSet.Cpt, row.Key.Set);
    }

    [Fact]
    public void Both_variants_of_the_release_hold_the_same_rows()
    {
        var csv = Imported.Read(Mirror.File("pfs/2025D/PPRRVU2025_Oct.csv"), "pfs-rvu");
        var text = Imported.Read(Mirror.File("pfs/2025D/PPRRVU2025_Oct.txt"), "pfs-rvu-text");

        Assert.Equal(csv.Edition, text.Edition);
        Assert.Equal(Lines(csv), Lines(text));
    }

    [Fact]
    public void Both_variants_of_invented_rows_are_equal()
    {
        var csv = Of("pfs-rvu", "csv").Read();
        Assert.Equal(Lines(csv), Lines(Of("pfs-rvu-text", "txt").Read()));
        Assert.Equal(["1.5", "2.25", "yes", "7A"], [csv.Rows[0]["workRvu"], csv.Rows[0]["nonFacilityPe"], csv.Of("pfs-rvu", "9999T").Single()["notUsedForMedicarePayment"], csv.Of("pfs-rvu", "99992").Single()["supervision"]]);
    }

    [Theory]
    [InlineData(Licence.Public, new[] { "G9991" })]
    [InlineData(Licence.Ama, new[] { "99991", "99992", "9999T", "G9991" })]
    [InlineData(Licence.Ada, new[] { "G9991", "D9991" })]
    public void Numbers_stay_when_the_words_are_withheld(Licence accepted, string[] described)
    {
        var read = Imported.Read(Of("pfs-rvu", "csv").File, "pfs-rvu", accepted);

        Assert.Equal(5, read.Rows.Count(r => r.Table.Name == "pfs-rvu"));
        Assert.Equal(described, read.Rows.Where(r => r.Table.Name == "descriptor").Select(r => r.Key.Code));
        Assert.Equal(5 - described.Length, read.Withheld);
    }

    [Theory]
    [InlineData("January", "RVU25A", "2025-01-01")]
    [InlineData("April", "RVU25B", "2025-04-01")]
    [InlineData("July", "RVU25C", "2025-07-01")]
    [InlineData("October", "RVU25D", "2025-10-01")]
    public void The_heading_is_the_edition(string month, string label, string from)
    {
        var edition = Imported.Text("x.csv", RvuCsv(RvuHeading.Replace("October", month, StringComparison.Ordinal), RvuRows), "pfs-rvu").Edition;
        Assert.Equal((label, from), (edition.Label, Day.Text(Day.Of(edition.From))));
    }

    [Theory]
    [InlineData("PPRRVU2026_Jan_nonQPP.csv", "33.4009", "nonqpp")]
    [InlineData("rvu26a.zip!PPRRVU2026_Jan_QPP.csv", "33.5675", "qpp")]
    [InlineData("PPRRVU2026_Jan.csv", "33.5675", "qpp")]
    [InlineData("PPRRVU2026_Jan.csv", "33.4009", "nonqpp")]
    public void From_2026_there_are_two_files_with_a_conversion_factor_each(string path, string factor, string variant)
    {
        var read = Imported.Text(path, RvuCsv("2026 National Physician Fee Schedule Relative Value File January Release", [With(RvuRows[0], 24, factor)]), "pfs-rvu");
        Assert.Equal(("RVU26A", variant), (read.Edition.Label, read.Rows[0]["variant"]));
    }

    [Theory]
    [InlineData("PPRRVU2026_Jan_nonQPP.csv", "33.5675")]
    [InlineData("PPRRVU2026_Jan.csv", "35.0000")]
    public void A_conversion_factor_that_contradicts_the_name_or_cannot_be_told_is_refused(string path, string factor) =>
        Assert.Throws<ReleaseFormatException>(() => Imported.Text(path, RvuCsv("2026 National Physician Fee Schedule Relative Value File January Release", [With(RvuRows[0], 24, factor)]), "pfs-rvu"));

    [Theory]
    [InlineData(3, "Z", "status code 'Z'")]
    [InlineData(3, "", "status code ''")]
    [InlineData(4, "x", "'not used for Medicare payment' 'x'")]
    [InlineData(5, "one", "work RVU 'one'")]
    [InlineData(5, "", "no work RVU")]
    [InlineData(7, "N", "non-facility NA indicator 'N'")]
    [InlineData(13, "", "PC/TC indicator ''")]
    [InlineData(14, "91", "global days '91'")]
    [InlineData(18, "8", "multiple procedure indicator '8'")]
    [InlineData(19, "4", "bilateral indicator '4'")]
    [InlineData(20, "3", "assistant at surgery indicator '3'")]
    [InlineData(21, "3", "co-surgeon indicator '3'")]
    [InlineData(22, "5", "team surgery indicator '5'")]
    [InlineData(23, "ABC", "code 'ABC'")]
    [InlineData(25, "08", "supervision indicator '08'")]
    [InlineData(27, "12", "imaging family '12'")]
    [InlineData(0, "9999", "code '9999'")]
    [InlineData(0, "W1234", "code 'W1234'")]
    [InlineData(1, "2", "modifier '2'")]
    public void An_unknown_value_is_refused_with_its_line(int column, string value, string message)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text("x.csv", RvuCsv(RvuHeading, [RvuRows[1], With(RvuRows[0], column, value)]), "pfs-rvu"));
        Assert.Equal((5, "x.csv"), (e.Line, e.File));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_twice_a_short_row_and_a_wrong_year_are_refused()
    {
        Assert.Throws<ReleaseFormatException>(() => Imported.Text("x.csv", RvuCsv(RvuHeading, [RvuRows[0], RvuRows[0]]), "pfs-rvu"));
        Assert.Throws<ReleaseFormatException>(() => Imported.Text("x.csv", RvuCsv(RvuHeading, [RvuRows[0][..30]]), "pfs-rvu"));
        Assert.Throws<ReleaseFormatException>(() => Imported.Text("PPRRVU2024_Oct.csv", RvuCsv(RvuHeading, RvuRows), "pfs-rvu"));
        Assert.Throws<ReleaseFormatException>(() => Imported.Text("rvu25c.zip!x.csv", RvuCsv(RvuHeading, RvuRows), "pfs-rvu"));
        Assert.Throws<ReleaseFormatException>(() => Imported.Text("x.csv", RvuCsv("Some file", RvuRows), "pfs-rvu"));
        Assert.Throws<ReleaseFormatException>(() => Imported.Text("x.csv", RvuCsv(RvuHeading, []), "pfs-rvu"));
        Assert.Throws<ReleaseFormatException>(() => Imported.Text("PPRRVU2025.txt", RvuText(RvuRows), "pfs-rvu-text"));
        Assert.Throws<ReleaseFormatException>(() => Imported.Text("PPRRVU2025_Oct.txt", RvuText(RvuRows)[..^20], "pfs-rvu-text"));
    }

    private static string[] With(string[] row, int column, string value)
    {
        var copy = row.ToArray();
        copy[column] = value;
        return copy;
    }

    internal static IEnumerable<string> Lines(Imported read) =>
        read.Rows.Select(r => $"{r.Table.Name} {r.Key} {string.Join('|', r.Columns)} {r.From} {r.To}").Order(StringComparer.Ordinal);
}
