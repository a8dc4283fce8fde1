using CodingAhead.Codes.Build;
using CodingAhead.Codes.Page;
using CodingAhead.Codes.Tests.Import;

namespace CodingAhead.Codes.Tests.Page;

/// <summary>A book of small invented releases: two quarters of the fee schedule, one of the edits, one of ICD-10-CM.</summary>
public sealed class InventedBook : IDisposable
{
    private readonly string work = Directory.CreateTempSubdirectory("invented-").FullName;
    private readonly string folder;

    public InventedBook()
    {
        folder = Directory.CreateDirectory(Path.Combine(work, "releases")).FullName;
        var july = PaymentSamples.RvuRows.Select(r => (string[])[.. r]).ToArray();
        july[0][14] = "090";
        Write("pfs/RVU25C/PPRRVU2025_Jul.csv", PaymentSamples.RvuCsv(PaymentSamples.RvuHeading.Replace("October", "July", StringComparison.Ordinal), july));
        Write("pfs/RVU25D/PPRRVU2025_Oct.csv", PaymentSamples.RvuCsv(PaymentSamples.RvuHeading, PaymentSamples.RvuRows));
        var mue = PaymentSamples.All.First(s => s.Importer == "ncci-mue");
        Write($"ncci/{mue.Path.Replace("04-01-2026", "07-01-2025", StringComparison.Ordinal)}", mue.Text!);
        Write("icd10cm/2026/icd10cm-order-2026.txt", IcdSamples.CmOrder);
        Write("icd10cm/2026/icd10cm-tabular-2026.xml", IcdSamples.Tabular);
        var path = Path.Combine(work, "invented.book");
        Report = BookCompiler.Build(new BuildOptions { Releases = folder, Output = path, Accepted = Licence.Ama }, TimeProvider.System);
        Book = Book.Open(path);
    }

    public BuildReport Report { get; }

    public Book Book { get; }

    public void Dispose()
    {
        Book.Dispose();
        Directory.Delete(work, recursive: true);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}

public sealed class InventedPageTests(InventedBook invented) : IClassFixture<InventedBook>
{
    [Fact]
    public void Every_invented_release_is_read() => Assert.Empty(invented.Report.Errors.Select(e => e.Message));

    [Theory]
    [InlineData("99991", null, 124.53, 87.34)] // 3.85 and 2.70 × 32.3465
    [InlineData("99992", "26", 45.93, 45.93)] // the outpatient cap: 1.42 × 32.3465, lower than 1.55 × 32.3465
    [InlineData("G9991", null, 13.26, 13.26)] // 0.41 × 32.3465
    public void National_amounts_are_total_times_conversion_factor(string code, string? modifier, double nonFacility, double facility)
    {
        var payment = Page(code, 2025, 10, 15).Payment!;
        var row = payment.Rows.Single(r => r.Modifier == modifier);
        Assert.Equal((decimal)nonFacility, row.NonFacility!.Amount);
        Assert.Equal((decimal)facility, row.Facility!.Amount);
        Assert.Contains("× 32.3465", row.Facility.How, StringComparison.Ordinal);
        Assert.Contains("national", payment.Scope, StringComparison.Ordinal);
        Assert.Equal("RVU25D", payment.Edition);
        Assert.False(payment.Stale);
    }

    [Theory]
    [InlineData("9999T", "C")] // contractor-priced
    [InlineData("D9991", "N")] // not covered
    public void A_code_that_relative_values_do_not_pay_has_no_amount_and_says_why(string code, string status)
    {
        var payment = Page(code, 2025, 10, 15).Payment!;
        Assert.Empty(payment.Rows);
        Assert.Equal((null, status), (Assert.Single(payment.NotPriced).Modifier, payment.NotPriced[0].Status));
    }

    [Fact]
    public void The_official_indicator_of_the_date_counts_and_its_change_is_history()
    {
        Assert.Equal("090", Page("99991", 2025, 7, 1).Indicators.Single(i => i.Name == "globalDays").Value);
        var page = Page("99991", 2025, 10, 1);
        Assert.Equal("010", page.Indicators.Single(i => i.Name == "globalDays").Value);
        var change = page.History.Single(c => c.Field.StartsWith("global", StringComparison.Ordinal));
        Assert.Equal(("090", "010", new DateOnly(2025, 10, 1)), (change.From, change.To, change.Date));
        Assert.Equal("RVU25D", page.Sources.Single(s => s.Id == change.Source).Edition);
    }

    [Fact]
    public void A_date_after_the_last_edition_shows_the_nearest_one_and_marks_it()
    {
        var page = Page("99991", 2026, 2, 1);
        Assert.Equal("no-edition", page.Status);
        Assert.True(page.Stale);
        Assert.Equal("RVU25D", page.Edition);
        Assert.True(page.Payment!.Stale);
        Assert.All(page.Indicators, i => Assert.True(i.Stale));
        Assert.Contains(page.StaleEditions, e => e.Contains("RVU25D", StringComparison.Ordinal));
        Assert.NotNull(page.Because);
    }

    [Fact]
    public void An_edit_of_an_earlier_quarter_is_marked_and_one_of_a_later_quarter_is_not_shown()
    {
        var inForce = Page("99991", 2025, 8, 1).Mue.Single();
        Assert.Equal(("practitioner", 1, "2", false), (inForce.Setting, inForce.Units, inForce.Mai, inForce.Stale));
        Assert.True(Page("99991", 2025, 11, 1).Mue.Single().Stale);
    }

    [Fact]
    public void Short_descriptors_carry_the_copyright_of_their_owner()
    {
        var d = Page("99991", 2025, 10, 15).Descriptors;
        Assert.Equal("Invented procedure", d.Short);
        Assert.Contains("American Medical Association", d.Copyright!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagnosis_names_the_headings_above_it()
    {
        var page = CodePageBuilder.Build(invented.Book, CodeKey.Of(CodeSet.Icd10Cm, "A00.0"), new DateOnly(2026, 1, 1));
        Assert.Equal("FY2026", page.Edition);
        Assert.True(page.Billable);
        Assert.Equal("A00", page.Hierarchy!.Parents[^1].Code);
        Assert.Contains(page.Notes, n => (n.Kind, n.Text, n.From) == ("excludes1", "one", "A00"));
        Assert.Contains(page.Notes, n => (n.Kind, n.From) == ("excludes2", "A00-A09"));
        Assert.Contains(page.SeventhCharacters, c => (c.Character, c.From) == ("D", "A00"));
        var heading = CodePageBuilder.Build(invented.Book, CodeKey.Of(CodeSet.Icd10Cm, "A00"), new DateOnly(2026, 1, 1));
        Assert.False(heading.Billable);
        Assert.Contains("A00.0", heading.Hierarchy!.Children.Select(c => c.Code));
    }

    [Fact]
    public void Every_source_cited_is_listed()
    {
        var page = Page("99991", 2025, 10, 15);
        var cited = page.Indicators.Select(i => i.Source).Concat(page.Mue.Select(m => m.Source)).Concat(page.History.Select(h => h.Source)).OfType<int>();
        Assert.Subset(page.Sources.Select(s => s.Id).ToHashSet(), cited.ToHashSet());
        Assert.Equal(page.Sources.Count, page.Sources.Select(s => s.Id).Distinct().Count());
        Assert.All(page.Sources, s => Assert.Equal(64, s.Sha256.Length));
    }

    private CodePage Page(string code, int year, int month, int day) =>
        CodePageBuilder.Build(invented.Book, CodeKey.Of(char.IsAsciiLetter(code[0]) ? CodeSet.Hcpcs : CodeSet.Cpt, code), new DateOnly(year, month, day));
}

/// <summary>The same on the real releases, where there are any.</summary>
[Collection(nameof(MirrorBook))]
public sealed class MirrorPageTests(MirrorBook mirror)
{
    [Fact]
    public void The_page_of_64635_follows_the_october_2025_release()
    {
        var page = Page(CodeSet.Cpt, "64635");
        var values = page.Indicators.Where(i => i.Modifier is null).ToDictionary(i => i.Name, i => i.Value);
        Assert.Equal(("A", "010", "1", "2", "J1"), (values["status"], values["globalDays"], values["bilateral"], values["multipleProcedures"], values["oppsStatus"]));
        Assert.Equal((420.50m, 186.64m), (page.Payment!.Rows[0].NonFacility!.Amount, page.Payment.Rows[0].Facility!.Amount));
        Assert.Equal(["64636"], page.AddOns.Select(a => a.Code));
        Assert.True(page.Ptp!.Stale);
        Assert.Equal("2024 Q3", page.Ptp.Edition);
        Assert.True(page.Ptp.AsColumn1 >= page.Ptp.Practitioner.AsColumn1);
        Assert.Equal("pays-differently", page.Modifiers!.Single(m => m.Code == "50").Verdict);
    }

    [Fact]
    public void Notes_of_headings_are_inherited_and_named()
    {
        var page = Page(CodeSet.Icd10Cm, "E11.9");
        Assert.Contains(page.Notes, n => n.Kind == "excludes1" && n.From == "E11" && n.Text.Contains("E10", StringComparison.Ordinal));
        Assert.DoesNotContain(page.Notes, n => n.Kind == "inclusionTerm" && n.From is not null);
        Assert.Equal(["CH04", "E08-E13", "E11"], page.Hierarchy!.Parents.Select(p => p.Code));
        Assert.Empty(page.Successors);
        Assert.Contains(page.Crosswalks, c => c.Kind == "gem" && c.Code == "250.00");
        Assert.Contains(page.Index, i => i.Path.StartsWith("Diabetes", StringComparison.Ordinal));
    }

    [Fact]
    public void Seventh_characters_come_from_the_heading_that_defines_them()
    {
        var page = Page(CodeSet.Icd10Cm, "S72.001A");
        Assert.Contains(page.SeventhCharacters, c => c.Character == "A" && c.From == "S72");
    }

    [Fact]
    public void Each_character_of_a_procedure_code_is_explained()
    {
        var page = CodePageBuilder.Build(mirror.Book, CodeKey.Of(CodeSet.Icd10Pcs, "0SR9019"), new DateOnly(2025, 1, 1));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], page.Characters.Select(c => c.Position));
        Assert.Equal("Cemented", page.Characters[^1].Label);
    }

    private CodePage Page(CodeSet set, string code) => CodePageBuilder.Build(mirror.Book, CodeKey.Of(set, code), new DateOnly(2025, 10, 15));
}
