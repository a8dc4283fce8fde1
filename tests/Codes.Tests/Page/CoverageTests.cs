using CodingAhead.Codes.Build;
using CodingAhead.Codes.Page;
using CodingAhead.Codes.Tests.Import;

namespace CodingAhead.Codes.Tests.Page;

/// <summary>A book with an invented download of the coverage database.</summary>
public sealed class CoverageBook : IDisposable
{
    private readonly string work = Directory.CreateTempSubdirectory("coverage-").FullName;

    public CoverageBook()
    {
        var releases = Directory.CreateDirectory(Path.Combine(work, "releases")).FullName;
        File.WriteAllBytes(Path.Combine(releases, "current_article.zip"), McdSamples.Download("current_article_csv.zip"));
        Directory.CreateDirectory(Path.Combine(releases, "pfs"));
        File.WriteAllText(Path.Combine(releases, "pfs", "PPRRVU2025_Oct.csv"), PaymentSamples.RvuCsv(PaymentSamples.RvuHeading, PaymentSamples.RvuRows));
        File.WriteAllText(Path.Combine(releases, "icd10cm-order-2026.txt"), IcdSamples.CmOrder);
        var path = Path.Combine(work, "coverage.book");
        Report = BookCompiler.Build(new BuildOptions { Releases = releases, Output = path }, TimeProvider.System);
        Book = Book.Open(path);
    }

    public BuildReport Report { get; }

    public Book Book { get; }

    public void Dispose()
    {
        Book.Dispose();
        Directory.Delete(work, recursive: true);
    }
}

public sealed class CoverageTests(CoverageBook coverage, StarterBook starter) : IClassFixture<CoverageBook>, IClassFixture<StarterBook>
{
    private static readonly DateOnly Oct2025 = new(2025, 10, 15);

    [Fact]
    public void The_download_is_read_without_errors() => Assert.Empty(coverage.Report.Errors.Select(e => e.Message));

    [Fact]
    public void A_procedure_lists_the_documents_that_name_it()
    {
        var page = Page(CodeSet.Cpt, "99991", Oct2025).Coverage!;
        Assert.Equal(["999.1", "L30001", "A50001", "A50002"], page.Documents.Select(d => d.Id));
        Assert.Equal(["ncd", "lcd", "article", "article"], page.Documents.Select(d => d.Kind));
        Assert.All(page.Documents, d => Assert.True(d.InForce));
        var article = page.Documents[2];
        Assert.Equal("Billing and Coding: Invented Service & More", article.Title);
        Assert.Equal(["1"], article.Groups);
        Assert.Equal(["Invented Administrators"], article.Contractors);
        Assert.Equal(["Illinois"], article.States);
        Assert.Equal(new DateOnly(2024, 3, 1), article.From);
        Assert.Equal(["A50001"], page.Documents[0].Via);
        Assert.Equal("Covered when invented.", page.Documents[0].Statement);
    }

    [Fact]
    public void A_procedure_shows_each_group_of_diagnoses_of_its_articles()
    {
        var groups = Page(CodeSet.Cpt, "99991", Oct2025).Coverage!.Diagnoses!;
        Assert.Equal(["A50001 covered 1: E11.9 E11.21", "A50001 covered 2: I10", "A50002 noncovered 1: E11.9"],
            groups.Select(g => $"{g.Document} {g.Verdict} {g.Group}: {string.Join(' ', g.First.Select(c => c.Code))}"));
        Assert.Equal(2, groups[0].Count);
        Assert.Equal("For the first code: one of these", groups[0].Text);
        Assert.Null(groups[1].Text);
    }

    [Fact]
    public void A_version_that_is_over_speaks_only_on_its_days()
    {
        // 99992 and I11.0 stand in version 1 of the article, which ended on 2024-02-29.
        Assert.Empty(Page(CodeSet.Cpt, "99992", Oct2025).Coverage!.Documents);
        var key = CodeKey.Of(CodeSet.Coverage, "A50001");
        Assert.Equal(["I11.0"], CoverageLists.Diagnoses(coverage.Book, key, "covered", "1", new DateOnly(2021, 6, 1)).Select(k => k.Display));
        Assert.Equal(["E11.9", "E11.21"], CoverageLists.Diagnoses(coverage.Book, key, "covered", "1", Oct2025).Select(k => k.Display));
        Assert.Empty(CoverageLists.Diagnoses(coverage.Book, key, "covered", "9", Oct2025));
    }

    [Fact]
    public void A_document_before_its_first_day_is_marked()
    {
        var documents = Page(CodeSet.Cpt, "99991", new DateOnly(2025, 9, 30)).Coverage!.Documents;
        Assert.False(documents.Single(d => d.Id == "A50002").InForce);
        Assert.Equal("A50002", documents[^1].Id);
    }

    [Fact]
    public void A_diagnosis_lists_the_articles_and_the_procedures_it_supports()
    {
        var key = coverage.Book.Keys(CodeSet.Icd10Cm).First(k => k.Display == "I10");
        Assert.Equal(["99991", "G9991"], CoverageLists.Procedures(coverage.Book, key, Oct2025).Select(k => k.Display));
        Assert.Equal(["99991", "G9991"], CoverageLists.Procedures(coverage.Book, CodeKey.Of(CodeSet.Icd10Cm, "E119"), Oct2025).Select(k => k.Display));
    }

    [Fact]
    public void Without_coverage_releases_there_is_no_section_rather_than_an_empty_one()
    {
        var page = CodePageBuilder.Build(starter.Book, CodeKey.Of(CodeSet.Cpt, "64635"), Oct2025);
        Assert.Null(page.Coverage);
        Assert.Null(page.Guidelines);
    }

    private CodePage Page(CodeSet set, string code, DateOnly on) => CodePageBuilder.Build(coverage.Book, CodeKey.Of(set, code), on);
}
