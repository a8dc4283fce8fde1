using CodingAhead.Codes.Build;
using CodingAhead.Codes.Import;
using CodingAhead.Codes.Search;

namespace CodingAhead.Codes.Tests;

/// <summary>What the book of the whole mirror says, against figures counted from the files or stated by their publishers.</summary>
[Collection(nameof(MirrorBook))]
public sealed class MirrorBookTests(MirrorBook mirror)
{
    private Book Book => mirror.Book;

    [Fact]
    public void No_file_of_the_mirror_is_refused() => Assert.Empty(mirror.Report.Errors.Select(e => e.Message));

    [Fact]
    public void Every_layout_the_product_reads_is_in_the_mirror_and_read()
    {
        // These have no file in the mirror: their tests use invented content.
        string[] absent = ["ama-cpt", "starter", "mcd-documents", "mcd-diagnoses", "mcd-groups", "mcd-links", "mcd-names"];
        var read = mirror.Report.Files.Select(f => f.Importer).ToHashSet();
        Assert.Equal([], Importers.All.Select(i => i.Name).Except(absent).Except(read!));
    }

    [Theory]
    [InlineData("2026-09-30", 74719)]
    [InlineData("2025-09-30", 74260)]
    public void Billable_diagnoses_are_as_many_as_their_publisher_says(string on, int expected)
    {
        var date = DateOnly.ParseExact(on, "yyyy-MM-dd");
        var order = Book.Tables.Single(t => t.Name == "icd10cm-order");
        Assert.Equal(expected, Book.Keys(CodeSet.Icd10Cm).Count(k => Book.RowOn(k, order, date) is { } row && row["billable"] == "1"));
    }

    [Theory]
    // The order file of FY2023 is that of its April update; what that made headings could be billed until then.
    [InlineData("Z59.1", "2023-03-31", true)]
    [InlineData("Z59.1", "2023-04-01", false)]
    [InlineData("Z59.11", "2023-04-01", true)]
    [InlineData("Z28.3", "2022-03-31", true)]
    [InlineData("Z28.3", "2022-04-01", false)]
    [InlineData("Z59", "2023-03-31", false)]
    public void A_code_is_billable_until_the_day_it_becomes_a_heading(string code, string on, bool billable)
    {
        var (key, date) = (CodeKey.Of(CodeSet.Icd10Cm, code), DateOnly.ParseExact(on, "yyyy-MM-dd"));
        Assert.Equal(billable, Titles.Billable(Book, key, date));
        Assert.Equal(billable, new Searcher(Book).Find(new SearchQuery { Text = Titles.Of(Book, key, date), Sets = [CodeSet.Icd10Cm], On = date, Top = 20 }).Hits.Single(h => h.Key == key).Billable);
    }

    [Fact]
    public void Procedure_pairs_are_as_many_as_the_files_hold()
    {
        Assert.Equal(2_546_017 + 1_775_818, Book.PairCount);
        Assert.Equal(2_546_017 + 1_775_818, Book.Keys(CodeSet.Cpt).Concat(Book.Keys(CodeSet.Hcpcs)).Sum(k => Book.PairCounts(k).AsColumn1));
        Assert.Equal(2_546_017 + 1_775_818, Book.Keys(CodeSet.Cpt).Concat(Book.Keys(CodeSet.Hcpcs)).Sum(k => Book.PairCounts(k).AsColumn2));
    }

    [Fact]
    public void A_pair_is_found_from_both_sides_with_its_line()
    {
        var first = CodeKey.Of(CodeSet.Cpt, "0001A");
        var pair = Book.PairsWithColumn1(first).Single(p => p.Column2.Code == "0591T" && p.Setting == PtpSetting.Practitioner);
        Assert.Equal((1, new DateOnly(2023, 12, 31)), (pair.Indicator, pair.To));
        Assert.Null(pair.From);
        Assert.Equal(4, pair.Source.Line);
        Assert.Contains(Book.PairsWithColumn2(pair.Column2), p => p.Column1 == first && p.Setting == PtpSetting.Practitioner);
        Assert.False(pair.Holds(new DateOnly(2024, 1, 1)));
    }

    [Theory]
    // code, date, status, nearest, successors
    [InlineData(CodeSet.Cpt, "64635", "2025-10-15", CodeStatus.Active, "2025-10-15", "")]
    [InlineData(CodeSet.Cpt, "64635", "2011-12-31", CodeStatus.NotYetValid, "2012-01-01", "")]
    [InlineData(CodeSet.Cpt, "64622", "2025-10-15", CodeStatus.Deleted, "2011-12-31", "64635")]
    [InlineData(CodeSet.Cpt, "64476", "2011-06-01", CodeStatus.Deleted, "2009-12-31", "64494 64495")]
    [InlineData(CodeSet.Cpt, "99999", "2025-10-15", CodeStatus.UnknownCode, null, "")]
    [InlineData(CodeSet.Icd10Cm, "e119", "2025-10-15", CodeStatus.Active, "2025-10-15", "")]
    [InlineData(CodeSet.Icd10Cm, "E11.9", "2026-11-22", CodeStatus.NoEdition, "2026-09-30", "")]
    [InlineData(CodeSet.Icd10Cm, "E11.9", "2015-09-30", CodeStatus.NotYetValid, "2015-10-01", "")]
    [InlineData(CodeSet.Icd10Pcs, "0016070", "2014-01-01", CodeStatus.NotYetValid, "2015-10-01", "")]
    [InlineData(CodeSet.Cpt, "250.00", "2015-01-01", CodeStatus.UnknownCode, null, "")]
    [InlineData(CodeSet.Icd10Cm, "A04.7", "2018-01-01", CodeStatus.Active, "2018-01-01", "A04.71 A04.72")]
    [InlineData(CodeSet.Icd10Cm, "Z28.310", "2022-03-31", CodeStatus.NotYetValid, "2022-04-01", "")]
    [InlineData(CodeSet.Icd10Cm, "Z28.310", "2022-04-01", CodeStatus.Active, "2022-04-01", "")]
    [InlineData(CodeSet.Icd10Cm, "U07.1", "2020-04-01", CodeStatus.Active, "2020-04-01", "")]
    [InlineData(CodeSet.Icd10Pcs, "XW023X7", "2022-04-01", CodeStatus.Active, "2022-04-01", "")]
    [InlineData(CodeSet.Icd10Pcs, "0016070", "2026-01-01", CodeStatus.Active, "2026-01-01", "")]
    [InlineData(CodeSet.Hcpcs, "G0439", "2025-10-15", CodeStatus.Active, "2025-10-15", "")]
    [InlineData(CodeSet.Icd9Cm, "250.00", "2015-09-30", CodeStatus.Active, "2015-09-30", "")]
    [InlineData(CodeSet.Icd9Cm, "250.00", "2015-10-01", CodeStatus.Deleted, "2015-09-30", "")]
    [InlineData(CodeSet.Pos, "11", "2024-06-01", CodeStatus.Active, "2024-06-01", "")]
    public void A_code_on_a_date_is_what_the_releases_say(CodeSet set, string code, string on, CodeStatus status, string? nearest, string successors)
    {
        var found = Book.Find(set, code, DateOnly.ParseExact(on, "yyyy-MM-dd"));
        Assert.Equal(status, found.Status);
        Assert.Equal(nearest, found.Nearest?.ToString("yyyy-MM-dd"));
        Assert.Equal(successors, string.Join(' ', found.Successors.Select(s => s.Display)));
        Assert.Equal(status == CodeStatus.Active, found.Because is null);
    }

    [Theory]
    [InlineData(CodeSet.Cpt, "64635", "2025-10-15", "2012-01-01")]
    [InlineData(CodeSet.Icd10Cm, "E11.9", "2025-10-15", "2015-10-01")]
    [InlineData(CodeSet.Icd10Cm, "Z28.310", "2025-10-15", "2022-04-01")]
    [InlineData(CodeSet.Pos, "11", "2024-06-01", null)]
    public void A_beginning_that_no_release_states_stays_unknown(CodeSet set, string code, string on, string? from) =>
        Assert.Equal(from, Book.Find(set, code, DateOnly.ParseExact(on, "yyyy-MM-dd")).ValidFrom?.ToString("yyyy-MM-dd"));

    [Fact]
    public void A_value_cites_file_hash_and_line()
    {
        var table = Book.Tables.Single(t => t.Name == "pfs-rvu");
        var row = Book.RowOn(CodeKey.Of(CodeSet.Cpt, "64635"), table, new DateOnly(2025, 10, 15))!.Value;
        Assert.Equal(("3.32", "9.39", "0.29", "010", "1"), (row["workRvu"], row["nonFacilityPe"], row["mp"], row["global"], row["bilateral"]));
        var source = row.SourceOn(new DateOnly(2025, 10, 15));
        Assert.Equal("pfs/2025D/PPRRVU2025_Oct.csv", source.File.Path);
        Assert.Equal("RVU25D", source.File.Edition);
        var file = Path.Combine(Mirror.Require(), source.File.Path);
        Assert.StartsWith("64635,", File.ReadLines(file).ElementAt(source.Line - 1), StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))), source.File.Sha256);
    }

    [Fact]
    public void A_title_that_did_not_change_is_one_row_with_a_source_in_every_edition()
    {
        var table = Book.Tables.Single(t => t.Name == "icd10cm-order");
        var rows = Book.Rows(CodeKey.Of(CodeSet.Icd10Cm, "A00.0"), table).ToList();
        Assert.Single(rows);
        Assert.Equal(14, rows[0].Sources.Count);
        Assert.Contains(rows[0].Sources, s => s.File.Edition == "FY2025 April");
        Assert.Equal("FY2025 April", rows[0].SourceOn(new DateOnly(2025, 5, 1)).File.Edition);
        Assert.Equal("FY2025", rows[0].SourceOn(new DateOnly(2025, 2, 1)).File.Edition);
    }

    [Fact]
    public void Without_the_licence_no_cpt_text_is_in_the_book()
    {
        var folder = Directory.CreateTempSubdirectory("public-book-");
        try
        {
            var path = Path.Combine(folder.FullName, "public.book");
            // The fee schedule alone shows it: its short descriptors are the AMA's.
            var releases = Directory.CreateDirectory(Path.Combine(folder.FullName, "releases"));
            File.Copy(Path.Combine(Mirror.Require(), "pfs/2025D/PPRRVU2025_Oct.csv"), Path.Combine(releases.FullName, "PPRRVU2025_Oct.csv"));
            var report = BookCompiler.Build(new BuildOptions { Releases = releases.FullName, Output = path }, TimeProvider.System);
            Assert.Empty(report.Errors);
            Assert.True(report.Withheld > 10_000);
            using var book = Book.Open(path);
            var key = CodeKey.Of(CodeSet.Cpt, "64635");
            Assert.DoesNotContain(book.Rows(key), r => r.Table.Name == "descriptor");
            Assert.Contains(book.Rows(key), r => r.Table.Name == "pfs-rvu");
            Assert.Contains(book.Rows(key), r => r.Table.Name == "starter-label");
            var descriptor = File.ReadLines(Path.Combine(releases.FullName, "PPRRVU2025_Oct.csv")).Single(l => l.StartsWith("64635,", StringComparison.Ordinal)).Split(',')[2];
            Assert.False(File.ReadAllBytes(path).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(descriptor)) >= 0, "a CPT short descriptor is in the file");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
