using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Tests.Page;

/// <summary>What the page of a diagnosis or an inpatient procedure says, on the real releases where there are any.</summary>
[Collection(nameof(MirrorBook))]
public sealed class DiagnosisPageTests(MirrorBook mirror)
{
    [Theory]
    [InlineData("S52.501A", "2025-10-01", "right S52.501A, left S52.502A, unspecified S52.509A")]
    [InlineData("S52.501A", "2016-01-01", "right S52.501A, left S52.502A, unspecified S52.509A")]
    [InlineData("S52.501A", "2027-01-01", "right S52.501A, left S52.502A, unspecified S52.509A")]
    [InlineData("M16.11", "2025-10-01", "right M16.11, left M16.12, bilateral M16.0, unspecified M16.10")]
    [InlineData("M25.559", "2025-10-01", "right M25.551, left M25.552, unspecified M25.559")]
    [InlineData("C34.11", "2025-10-01", "right C34.11, left C34.12, unspecified C34.10")]
    [InlineData("H40.1131", "2025-10-01", "right H40.1111, left H40.1121, bilateral H40.1131, unspecified H40.1191")]
    [InlineData("E11.3211", "2025-10-01", "right E11.3211, left E11.3212, bilateral E11.3213, unspecified E11.3219")]
    [InlineData("E11.321", "2025-10-01", "right E11.3211, left E11.3212, bilateral E11.3213, unspecified E11.3219")]
    [InlineData("S52.50", "2025-10-01", "right S52.501, left S52.502, unspecified S52.509")]
    [InlineData("M47.816", "2025-10-01", "")]
    [InlineData("E11.9", "2025-10-01", "")]
    public void The_same_condition_on_another_side_is_found(string code, string on, string sides) =>
        Assert.Equal(sides, string.Join(", ", Page(code, on).Choices.Where(c => c.Axis == "laterality").Select(c => $"{c.Value} {c.Code}")));

    [Theory]
    [InlineData("S52.501", 16, "S52.501A", "A seventh character is missing.")]
    [InlineData("S52.501A", 16, "S52.501A", null)]
    [InlineData("W19", 3, "W19.XXXA", "A seventh character is missing; the placeholder XXX stands between W19 and it.")]
    [InlineData("T36.0X1", 3, "T36.0X1A", "A seventh character is missing.")]
    [InlineData("E11.9", 0, null, null)]
    public void A_heading_names_the_seventh_characters_it_lacks(string code, int count, string? first, string? missing)
    {
        var page = Page(code, "2025-10-01");
        var sevenths = page.Choices.Where(c => c.Axis == "seventhCharacter").ToList();
        Assert.Equal((count, first, missing), (sevenths.Count, sevenths.FirstOrDefault()?.Code, page.Missing));
        Assert.All(sevenths, c => Assert.True(c.Billable));
        Assert.Equal(page.Billable == true && count > 0 ? [page.Code] : [], sevenths.Where(c => c.Current).Select(c => c.Code));
    }

    [Fact]
    public void Choices_are_known_codes_and_lead_back()
    {
        var on = new DateOnly(2025, 10, 1);
        var some = mirror.Book.Keys(CodeSet.Icd10Cm).Where((k, i) => i % 211 == 0 && mirror.Book.Find(k, on).Status == CodeStatus.Active).ToList();
        var withSide = 0;
        foreach (var key in some)
        {
            var page = CodePageBuilder.Build(mirror.Book, key, on);
            foreach (var choice in page.Choices)
            {
                var other = CodeKey.Of(CodeSet.Icd10Cm, choice.Code);
                Assert.Equal(CodeStatus.Active, mirror.Book.Find(other, on).Status);
                Assert.Equal(choice.Billable, Titles.Billable(mirror.Book, other, on));
                Assert.Equal(choice.Current, choice.Code == page.Code);
            }

            Assert.True(page.Siblings.Count == 0 || page.Siblings.Any(s => s.Code == page.Code), page.Code);
            var sides = page.Choices.Where(c => c.Axis == "laterality").ToList();
            if (sides.Count == 0 || page.Billable != true) continue;
            withSide++;
            Assert.Equal(sides.Count, sides.Select(s => s.Value).Distinct().Count());
            foreach (var side in sides) Assert.Contains(page.Code, CodePageBuilder.Build(mirror.Book, CodeKey.Of(CodeSet.Icd10Cm, side.Code), on).Choices.Select(c => c.Code));
        }

        Assert.True(withSide > 100, $"{withSide} of {some.Count} with sides");
    }

    [Theory]
    [InlineData("E11.9", "2014-01-01", "not-yet-valid")]
    [InlineData("E11.9", "2025-10-01", "active")]
    [InlineData("E11.9", "2027-01-01", "no-edition")]
    [InlineData("M47.816", "2025-10-01", "active")]
    [InlineData("S52.501A", "2015-09-30", "not-yet-valid")]
    public void A_seed_has_its_siblings_on_every_date(string code, string on, string status)
    {
        var page = Page(code, on);
        Assert.Equal(status, page.Status);
        Assert.Contains(code, page.Siblings.Select(s => s.Code));
        Assert.True(page.Siblings.Count > 5);
    }

    [Theory]
    [InlineData("Z37.0", "2025-10-01", "maternity 9-64, unacceptable -, delout -")]
    [InlineData("Z37.0", "2024-09-30", "maternity 9-64, female -, unacceptable -, delout -")]
    [InlineData("Z37.0", "2019-09-30", "maternity 12-55, female -, unacceptable -, delout -")]
    [InlineData("E11.9", "2025-10-01", "qadm -")]
    public void Edits_are_those_of_the_date(string code, string on, string edits)
    {
        var page = Page(code, on);
        Assert.Equal(edits, string.Join(", ", page.Edits.Where(e => e.Flag != "poa-exempt").Select(e => $"{e.Flag} {e.AgeFrom}-{e.AgeTo}")));
        Assert.All(page.Edits, e => Assert.NotNull(e.Meaning));
    }

    [Fact]
    public void Risk_categories_carry_the_coefficients_of_their_model()
    {
        var category = Page("E10.10", "2026-03-01").Hcc.Single(h => h.Model == "CMS-HCC Model V28");
        Assert.Equal("36", category.Category);
        Assert.Equal(0.166m, category.Coefficients.Single(c => c.Name == "CNA_HCC36").Value);
        Assert.Equal(7, category.Coefficients.Count);
        Assert.Equal(0.408m, Page("E10.10", "2026-03-01").Hcc.Single(h => h.Model == "RxHCC Model V05").Coefficients.Single(c => c.Name == "Rx_CE_NoLowAged_RXHCC30").Value);
        // Two values stand under each name of this version.
        Assert.Empty(Page("E10.10", "2026-03-01").Hcc.Single(h => h.Model == "RxHCC Model V08").Coefficients);
    }

    [Fact]
    public void The_maps_are_read_from_both_sides()
    {
        var page = CodePageBuilder.Build(mirror.Book, CodeKey.Of(CodeSet.Icd9Cm, "250.00"), new DateOnly(2015, 9, 30));
        Assert.Equal(["to E11.9", "from E11.9", "from E13.9"], page.IcdMaps.Select(m => $"{m.Direction} {m.Code}"));
        Assert.All(page.IcdMaps, m => Assert.True(m.Approximate));
        var eye = Page("E11.3211", "2025-10-01");
        Assert.Equal(["1", "2", "3"], eye.IcdMaps.Where(m => m.Direction == "to").Select(m => m.ChoiceList));
        Assert.Contains(eye.Crosswalks, c => c is { Kind: "ccsr", Code: "END003" } && c.Detail["inpatientDefault"] == "Y" && c.Title is not null);
        Assert.Contains(eye.Crosswalks, c => c is { Kind: "conversion", Code: "E11.321" });
    }

    [Theory]
    [InlineData("2025-10-01", "active")]
    [InlineData("2024-10-01", "active")]
    [InlineData("2015-09-30", "not-yet-valid")]
    [InlineData("2027-01-01", "no-edition")]
    public void A_procedure_shows_the_row_it_stands_in(string on, string status)
    {
        var page = CodePageBuilder.Build(mirror.Book, CodeKey.Of(CodeSet.Icd10Pcs, "0SG00A0"), DateOnly.ParseExact(on, "yyyy-MM-dd"));
        Assert.Equal(status, page.Status);
        // The tables loaded are of FY2025; a date before them has none.
        if (status == "not-yet-valid") { Assert.Empty(page.PcsRows); return; }
        var row = Assert.Single(page.PcsRows);
        Assert.Equal((2, 18), (row.Number, row.Codes));
        Assert.Equal("00A0", string.Concat(row.Columns.Select(c => c.Values.Single(v => v.Current).Value)));
        Assert.Contains(row.Columns.SelectMany(c => c.Values), v => v.Code == "0SG30A0");
        Assert.All(row.Columns.SelectMany(c => c.Values).Where(v => !v.Current), v => Assert.NotNull(v.Code));
        Assert.Contains(page.Characters, c => c is { Position: 5, Label: "Open" } && c.Definition is not null);
        Assert.Contains(page.Characters, c => c.Position == 6 && c.Includes.Count > 5);
        Assert.Contains(page.Index, i => i.Path == "Arthrodesis");
    }

    [Theory]
    [InlineData("0DTJ4ZZ", "Appendectomy")]
    [InlineData("0FT44ZZ", "Cholecystectomy")]
    public void Of_an_index_that_leads_to_the_whole_table_what_names_the_organ_comes_first(string code, string path)
    {
        var page = CodePageBuilder.Build(mirror.Book, CodeKey.Of(CodeSet.Icd10Pcs, code), new DateOnly(2025, 3, 1));
        Assert.Equal(path, page.Index[0].Path);
    }

    [Fact]
    public void The_rows_of_a_table_make_exactly_its_codes()
    {
        // The tables are those of October; April brought codes that they do not have.
        var on = new DateOnly(2025, 3, 31);
        foreach (var table in (string[])["0SG", "0SR", "B24", "XW0"])
        {
            var key = CodeKey.Of(CodeSet.Icd10Pcs, table);
            Assert.Equal(
                mirror.Book.KeysUnder(key).Count(k => k.Code.Length == 7 && mirror.Book.Find(k, on).Status == CodeStatus.Active),
                CodePageBuilder.Build(mirror.Book, key, on).PcsRows.Sum(r => r.Codes));
        }
    }

    [Theory]
    [InlineData("0SG0XA0", "Table 0SG has no approach X.")]
    [InlineData("0SG0ZA0", "Table 0SG has no approach Z.")]
    [InlineData("0SG00AZ", "qualifier Z")]
    [InlineData("0ZZ00ZZ", "ICD-10-PCS has no table 0ZZ.")]
    public void A_procedure_that_is_none_says_which_character_is_wrong(string code, string why)
    {
        var page = CodePageBuilder.Build(mirror.Book, CodeKey.Of(CodeSet.Icd10Pcs, code), new DateOnly(2025, 10, 1));
        Assert.Equal("unknown-code", page.Status);
        Assert.Contains(why, page.Because!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_category_lists_its_diagnoses()
    {
        var category = CcsrCategory.Of(mirror.Book, CodeKey.Of(CodeSet.Ccsr, "DIG001"), new DateOnly(2025, 9, 1))!;
        Assert.NotNull(category.Title);
        Assert.Contains(category.Members, m => m.Key.Display == "A00.0");
        Assert.Equal(category.Members.Count, category.Members.Distinct().Count());
        Assert.Null(CcsrCategory.Of(mirror.Book, CodeKey.Of(CodeSet.Ccsr, "NONE"), new DateOnly(2025, 9, 1)));
    }

    private CodePage Page(string code, string on) => CodePageBuilder.Build(mirror.Book, CodeKey.Of(CodeSet.Icd10Cm, code), DateOnly.ParseExact(on, "yyyy-MM-dd"));
}
