using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class GemsTests
{
    [Theory]
    [InlineData("icd9/Dxgem_2018.zip!2018_I10gem.txt", "gem-icd10cm", CodeSet.Icd10Cm, 81593, 71704)]
    [InlineData("icd9/Dxgem_2018.zip!2018_I9gem.txt", "gem-icd9cm", CodeSet.Icd9Cm, 24860, 14567)]
    [InlineData("icd9/2018_gem_pcs_I10I9.txt.gz!2018_gem_pcs_I10I9.txt", "gem-icd10pcs", CodeSet.Icd10Pcs, 101025, 78705)]
    [InlineData("icd9/2018_gem_pcs_I9I10.txt.gz!2018_gem_pcs_I9I10.txt", "gem-icd9proc", CodeSet.Icd9Proc, 73593, 3882)]
    public void The_four_files_are_told_apart_and_read(string path, string dataset, CodeSet set, int rows, int codes)
    {
        var read = Imported.Read(Mirror.File(path), "gems");
        Assert.Equal((dataset, "2018 GEMs"), (read.Edition.Dataset, read.Edition.Label));
        Assert.All(read.Rows, r => Assert.Equal(set, r.Key.Set));
        Assert.Equal((rows, codes), (read.Rows.Count, read.Rows.Select(r => r.Key).Distinct().Count()));
    }

    [Fact]
    public void An_ICD_9_code_is_defined_until_ICD_10_came()
    {
        var read = Imported.Read(Mirror.File("icd9/Dxgem_2018.zip!2018_I9gem.txt"), "gems");
        var row = Assert.Single(read.Of("gem-icd9", "250.00"));
        Assert.Equal(["icd10cm", "E119", "1", "0", "0", "0", "0"], row.Columns);
        Assert.Equal((null, "2015-09-30", true), (row.From, row.To, row.Table.Defines));
    }

    [Fact]
    public void No_equivalent_is_a_blank_target() =>
        Assert.Equal([("0010", "0"), ("", "1")], Imported.Text("2018_I10gem.txt", IcdSamples.Gem10, "gems").Rows.Select(r => (r["target"], r["noMap"])));

    [Theory]
    [InlineData("A001    0011  0000", "19")]
    [InlineData("A001    0011  20000", "0 or 1")]
    [InlineData("A001    0011  0000x", "five digits")]
    [InlineData("A001    B011  00000", "a code of ICD-9-CM")]
    [InlineData("a001    0011  00000", "a code of ICD-10-CM")]
    [InlineData("A001   x0011  00000", "blanks between")]
    [InlineData("A001    0011  11000", "NoDx")]
    public void A_line_off_the_layout_is_refused(string line, string expected)
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text("2018_I10gem.txt", IcdSamples.Lines("A000    0010  00000", line), "gems"));
        Assert.Equal(2, e.Line);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }
}
