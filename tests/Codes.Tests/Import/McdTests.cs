using CodingAhead.Codes.Import;
using CsCheck;

namespace CodingAhead.Codes.Tests.Import;

public class McdTests
{
    [Fact]
    public void Each_table_of_the_downloads_is_read_by_one_importer_and_has_no_dates_but_its_own()
    {
        foreach (var (name, importer, text) in McdSamples.All)
        {
            var got = Imported.Text($"mcd/current_article.zip!current_article_csv.zip!{name}", text, importer, Licence.Public);
            Assert.Equal("undated", got.Edition.Label);
            Assert.NotEmpty(got.Rows);
            Assert.DoesNotContain(got.Rows, r => r.Columns.Any(c => c.Contains("AMA", StringComparison.Ordinal)));
            if (importer is not ("mcd-documents" or "mcd-ncd")) Assert.All(got.Rows, r => Assert.Equal((null, null), (r.From, r.To)));
        }
    }

    [Fact]
    public void A_version_holds_from_its_revision_and_its_title_is_plain_text()
    {
        var got = Imported.Text("article.csv", McdSamples.Article, "mcd-documents");
        var newer = got.Rows.Single(r => r.Key.Code == "A50001" && r["version"] == "2");
        Assert.Equal("Billing and Coding: Invented Service & More", newer["title"]);
        Assert.Equal(("2024-03-01", null), (newer.From, newer.To));
        var older = got.Rows.Single(r => r.Key.Code == "A50001" && r["version"] == "1");
        Assert.Equal(("2020-01-01", "2024-02-29"), (older.From, older.To));
        Assert.Equal("2025-10-01", got.Rows.Single(r => r.Key.Code == "A50002").From);
    }

    [Fact]
    public void A_code_listed_once_a_version_of_the_code_is_one_row_of_its_group()
    {
        var got = Imported.Text("article_x_hcpc_code.csv", McdSamples.ArticleProcedures, "mcd-procedures", Licence.Public);
        Assert.Equal(["A50001|2|1", "A50002|7|1"], got.Of("coverage-procedure", "99991").Select(r => string.Join('|', r.Columns)));
        Assert.Equal(["2|1|99991", "2|2|G9991", "1|1|99992"], got.Of("coverage-procedures", "A50001").Select(r => string.Join('|', r.Columns)));
        Assert.Contains("1 rows say that no code applies (XX000)", got.Notes);
        Assert.Equal(0, got.Withheld);
    }

    [Fact]
    public void Diagnoses_keep_their_list_group_and_order()
    {
        var covered = Imported.Text("article_x_icd10_covered.csv", McdSamples.Covered, "mcd-diagnoses");
        Assert.Equal(["2|covered|1|E119 E1121", "2|covered|2|I10", "1|covered|1|I110"], covered.Of("coverage-diagnoses", "A50001").Select(r => string.Join('|', r.Columns)));
        Assert.Equal("A50002|7|noncovered|1", string.Join('|', Imported.Text("x.csv", McdSamples.Noncovered, "mcd-diagnoses").Of("coverage-diagnosis", "E11.9").Single().Columns));
    }

    [Theory]
    [InlineData("<p>One</p><p>Two &lt; 3&nbsp;mg</p>", "One Two < 3 mg")]
    [InlineData("bo<b>ld</b>, H<sub>2</sub>O", "bold, H2O")]
    [InlineData("<!-- hidden --><style>p{}</style>seen", "seen")]
    [InlineData("First sentence of it. Second one that is too long to fit.", "First sentence of it. …")]
    [InlineData("no end of a sentence in all these words of it", "no end of a sentence in all these …")]
    public void Html_becomes_plain_text_cut_at_a_sentence(string html, string expected) => Assert.Equal(expected, McdCsv.Plain(html, 40));

    [Fact]
    public void Plain_text_of_anything_is_no_longer_than_asked_for() =>
        Gen.String[Gen.Char["<>&;/ ab.\"'!-\n\u00A0é"], 0, 200].Sample(html => McdCsv.Plain(html, 60).Length <= 61 && !McdCsv.Plain(html, 60).Contains('\n', StringComparison.Ordinal));

    [Theory]
    [InlineData("article_x_hcpc_code.csv", "99991,75", "9999,75", "five characters")]
    [InlineData("article_x_icd10_covered.csv", "I10,10", "10,10", "ICD-10-CM")]
    [InlineData("article.csv", "50002,7,A second article", "50002,7,", "its title")]
    [InlineData("article_x_contractor.csv", ",268,", ",x,", "a number")]
    [InlineData("ncd_trkg.csv", "999.1", "chapter one", "a section of the NCD Manual")]
    [InlineData("lcd.csv", "2023-01-01", "soon", "a date")]
    public void What_the_layout_does_not_allow_is_refused(string name, string right, string wrong, string expected)
    {
        var sample = McdSamples.All.Single(s => s.Name == name);
        var e = Assert.Throws<ReleaseFormatException>(() => Imported.Text(name, sample.Text.Replace(right, wrong, StringComparison.Ordinal), sample.Importer));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_inside_a_zip_is_opened_one_level_deep()
    {
        var folder = Directory.CreateTempSubdirectory("mcd-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "current_article.zip"), McdSamples.Download("current_article_csv.zip"));
            var files = ReleaseDirectory.Scan(folder, e => throw e).ToList();
            Assert.Equal(McdSamples.All.Select(s => $"current_article.zip!current_article_csv.zip!{s.Name}").Order(StringComparer.Ordinal), files.Select(f => f.Path));
            Assert.Equal("mcd-documents", Importers.All.Single(i => i.Recognises(new FileProbe(files[0]))).Name);
            Assert.NotEmpty(Imported.Read(files[0], "mcd-documents").Rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_procedures_of_the_2024_policies_are_read()
    {
        var got = Imported.Read(Mirror.File("mcd/lcd_x_hcpc_code_2024.csv"), "mcd-procedures", Licence.Public);
        Assert.Equal(("mcd-lcd-procedures", "CY 2024"), (got.Edition.Dataset, got.Edition.Label));
        Assert.Equal(2183, got.Rows.Count(r => r.Table.Name == "coverage-procedure"));
        Assert.Equal(66, got.Rows.Where(r => r.Table.Name == "coverage-procedures").Select(r => r.Key).Distinct().Count());
        Assert.Equal("L33312|34|3", string.Join('|', got.Of("coverage-procedure", "E0955").First().Columns));
        Assert.Equal("2024-01-01", got.Rows[0].From);
    }

    [Fact]
    public void The_national_determinations_of_2024_are_read()
    {
        var got = Imported.Read(Mirror.File("mcd/ncd_2024.csv"), "mcd-ncd");
        Assert.Equal(350, got.Rows.Count);
        Assert.Equal(350, got.Rows.Select(r => r["section"]).Distinct().Count());
        var trials = got.Rows.Single(r => r.Key.Code == "N1");
        Assert.Equal(("310.1", "2007-07-09", null), (trials["section"], trials.From, trials.To));
        Assert.Equal(13, got.Rows.Count(r => r.To is not null));
        Assert.Contains("2 rows repeat a version: the first is kept", got.Notes);
        // Retired, in a version that begins after the end it states.
        Assert.Equal((null, "2021-01-01"), got.Rows.Where(r => r["section"] == "30.4").Select(r => (r.From, r.To)).Single());
        Assert.All(got.Rows, r => Assert.True(r["statement"].Length <= 502 && !r["statement"].Contains("<p", StringComparison.Ordinal)));
    }
}
