using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Tests.Page;

[Collection(nameof(MirrorBook))]
public sealed class GuidelinePageTests(MirrorBook mirror)
{
    [Theory]
    // What names the code comes first, then its category, ranges from narrow to wide, and its chapter.
    [InlineData("I11.0", "I.C.9.a.1 I11", "I.C.9.a.3 I11", "I.C.9.a.5 I10-I15", "I.C.9 I00-I99")]
    [InlineData("E11.9", "I.C.4.a.2 E11", "I.C.4.a.3 E11", "I.C.4.a E08-E13", "I.C.15.g E08-E13", "I.C.4 E00-E89")]
    [InlineData("U07.1", "I.C.1 U07.1", "I.C.1.g.1.a U07.1", "I.C.22 U07.1")]
    public void Paragraphs_that_name_a_code_are_listed_nearest_first(string code, params string[] expected)
    {
        var page = CodePageBuilder.Build(mirror.Book, CodeKey.Of(CodeSet.Icd10Cm, code), new DateOnly(2025, 10, 15));
        var listed = page.Guidelines!.Select(g => $"{g.Paragraph} {g.Names}").ToList();
        Assert.Equal(expected, listed.Where(expected.Contains));
        Assert.All(page.Guidelines!, g => Assert.Contains(page.Sources, s => s.Id == g.Source && s.Edition == "FY2026"));
        Assert.DoesNotContain(page.Guidelines!, g => g.Stale);
    }

    [Fact]
    public void Guidelines_that_are_over_are_marked_and_those_to_come_are_not_shown()
    {
        var code = CodeKey.Of(CodeSet.Icd10Cm, "I11.0");
        Assert.All(CodePageBuilder.Build(mirror.Book, code, new DateOnly(2026, 10, 15)).Guidelines!, g => Assert.True(g.Stale));
        Assert.Empty(CodePageBuilder.Build(mirror.Book, code, new DateOnly(2025, 9, 30)).Guidelines!);
        Assert.Null(CodePageBuilder.Build(mirror.Book, CodeKey.Of(CodeSet.Cpt, "64635"), new DateOnly(2025, 10, 15)).Guidelines);
    }

    [Theory]
    [InlineData("I.C.9.a.1", "2025-10-15", "Hypertension with Heart Disease")]
    [InlineData("Section I.C.9.a.1)", "2026-09-30", "Hypertension with Heart Disease")]
    [InlineData("I.C.9.a.1", "2025-09-30", null)]
    [InlineData("I.C.9.a.99", "2025-10-15", null)]
    [InlineData("nine", "2025-10-15", null)]
    public void A_paragraph_is_found_by_its_number_on_a_date(string number, string on, string? title) =>
        Assert.Equal(title, Guidelines.Find(mirror.Book, number, DateOnly.ParseExact(on, "yyyy-MM-dd"))?.Title);

    [Fact]
    public void All_paragraphs_come_in_the_order_of_the_document()
    {
        var all = Guidelines.All(mirror.Book, new DateOnly(2025, 10, 15)).ToList();
        Assert.Equal(491, all.Count);
        Assert.Equal(("I", "I.A", "IV.Q"), (all[0].Number, all[1].Number, all[^1].Number));
        Assert.True(all.Zip(all.Skip(1)).All(p => p.First.Source.Line < p.Second.Source.Line));
    }

    [Fact]
    public void The_2024_policies_are_shown_and_after_their_year_marked()
    {
        var key = CodeKey.Of(CodeSet.Hcpcs, "E0955");
        var then = CodePageBuilder.Build(mirror.Book, key, new DateOnly(2024, 10, 15)).Coverage!;
        Assert.Equal(("lcd", "L33312", null, false), then.Documents.Select(d => (d.Kind, d.Id, d.Title, d.Stale)).Single());
        Assert.Null(then.Documents[0].InForce);
        Assert.Null(then.Diagnoses);
        Assert.True(CodePageBuilder.Build(mirror.Book, key, new DateOnly(2025, 10, 15)).Coverage!.Documents.Single().Stale);
        Assert.Null(CodePageBuilder.Build(mirror.Book, CodeKey.Of(CodeSet.Icd10Cm, "I11.0"), new DateOnly(2025, 10, 15)).Coverage);
    }
}
