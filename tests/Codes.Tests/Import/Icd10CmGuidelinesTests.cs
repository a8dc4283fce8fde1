using CodingAhead.Codes.Import;
using CsCheck;

namespace CodingAhead.Codes.Tests.Import;

public class Icd10CmGuidelinesTests
{
    private const string Cover = """
                ICD-10-CM Official Guidelines for Coding and Reporting
                         FY 2025 -- UPDATED April 1, 2025
                      (April 1, 2025 – September 30, 2025)
        Section I. Conventions and so forth ..................................................7
          A. Our first part ......................................................................7
             1. A title that the table of contents has in full, in
                   Two Lines .....................................................................7

        """;

    private const string Body = """
        Section I. Conventions and so
                   forth
            Words before the parts.

            A. Our first part

               1.   A title that the table of contents has in full, in
                    Two Lines
                    A sentence that goes on across the foot of a page, with codes E08-
                    E13 and a non-

                                   ICD-10-CM Official Guidelines for Coding and Reporting
                                                                                  FY 2025
                                                                             Page 7 of 90
        hyphenated word.

        1. a list inside the text is no paragraph
        2. Nor is this, as it is
        3. Nor is the third

             2.   Second
                  Names I11.-, Z79.4 and S00.0 through T88.9, nothing wider than that.

        B. Our second part
          C. Not due here, as blank lines are missing
        Text.

        C. Chapters
         1.   Chapter 1: Certain things (A00-B99), U07.1,
              U09.9
                    Reserved for future guideline expansion
         3.   Chapter 3: More things (C00-D49)

                a. General
                       1)    Numbered
                             (a) Lettered
                                 Text.

                                 (i) Roman
                                     Text.

                                 (ii)Roman without a blank
                                     Text.

                             (b) Lettered again
                                 Text.

        Section II. Selection
           A. One
              Text.

        Section III. Additional
           Text.

        Section IV. Outpatients
           Text of the last.

                                  Appendix I
                  Not read.
        """;

    [Fact]
    public void Paragraphs_follow_the_numbering_and_lists_inside_them_do_not()
    {
        var got = Read(Cover + "\f" + Body);
        Assert.Equal(("icd10cm-guidelines", "FY2025 April", new DateOnly(2025, 4, 1), new DateOnly(2025, 9, 30)),
            (got.Edition.Dataset, got.Edition.Label, got.Edition.From, got.Edition.To));
        Assert.Equal(
            ["I", "I.A", "I.A.1", "I.A.2", "I.B", "I.C", "I.C.1", "I.C.3", "I.C.3.a", "I.C.3.a.1", "I.C.3.a.1.a", "I.C.3.a.1.a.i", "I.C.3.a.1.a.ii", "I.C.3.a.1.b", "II", "II.A", "III", "IV"],
            Paragraphs(got).Select(p => p["paragraph"]));
    }

    [Theory]
    [InlineData("I", "Conventions and so forth")]
    [InlineData("I.A.1", "A title that the table of contents has in full, in Two Lines")]
    [InlineData("I.C.1", "Chapter 1: Certain things (A00-B99), U07.1, U09.9")]
    [InlineData("I.C.3.a.1.a.ii", "Roman without a blank")]
    public void A_title_ends_where_its_heading_does(string number, string title) =>
        Assert.Equal(title, Paragraphs(Read(Cover + "\f" + Body)).Single(p => p["paragraph"] == number)["title"]);

    [Fact]
    public void Text_runs_on_over_the_foot_of_a_page_and_keeps_real_hyphens()
    {
        var text = Paragraphs(Read(Cover + "\f" + Body)).Single(p => p["paragraph"] == "I.A.1")["text"];
        Assert.StartsWith("A sentence that goes on across the foot of a page, with codes E08-E13 and a non-hyphenated word.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Page 7", text, StringComparison.Ordinal);
        Assert.Equal("Text of the last.", Paragraphs(Read(Cover + "\f" + Body)).Single(p => p["paragraph"] == "IV")["text"]);
    }

    [Fact]
    public void Codes_and_ranges_named_lead_back_to_their_paragraph()
    {
        var names = Read(Cover + "\f" + Body).Rows.Where(r => r.Table.Name == "icd10cm-guideline-name").Select(r => (r.Key.Display, r["named"], r["paragraph"])).ToList();
        Assert.Contains(("I11", "I11", "I.A.2"), names);
        Assert.Contains(("Z79.4", "Z79.4", "I.A.2"), names);
        Assert.Contains(("RANGES", "E08-E13", "I.A.1"), names);
        Assert.Contains(("RANGES", "S00.0-T88.9", "I.A.2"), names);
        Assert.Contains(("U09.9", "U09.9", "I.C.1"), names);
    }

    [Theory]
    [InlineData("codes E08 – E13 apply", "E08-E13")]
    [InlineData("from T81.41 to T81.43, or T81.49.", "T81.41-T81.43 T81.49")]
    [InlineData("R40.21- to R40.24-", "R40.21-R40.24")]
    [InlineData("A00.0 through T88.9, Z00-Z99.8", "Z00-Z99.8")]
    [InlineData("O9A.1- and M1A and (Q00-QA1)", "O9A.1 M1A Q00-QA1")]
    [InlineData("E11-, T45.1X5- and B20.", "E11 T45.1X5 B20")]
    [InlineData("COVID-19, ICD-10-CM, A1C, H1N1, FY2026, HIV, 2019", "")]
    [InlineData("X", "")]
    public void Codes_are_found_as_the_guidelines_write_them(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', GuidelineCodes.In(text).Select(n => n.Display)));

    [Theory]
    [InlineData("I.C.9.a.1", "1C09A01")]
    [InlineData("Section I.C.4.a.6.(b)", "1C04A06B")]
    [InlineData("I.C.1.d.1.a.iv", "1C01D01A04")]
    [InlineData("I.C.9.a.1)", "1C09A01")]
    [InlineData("II", "2")]
    [InlineData("IV.F.2", "4F02")]
    [InlineData("IIII", null)]
    [InlineData("I.9", null)]
    [InlineData("I.C.9.a.b", null)]
    [InlineData("", null)]
    public void A_paragraph_number_has_one_key(string number, string? key) => Assert.Equal(key, Guidelines.Key(number)?.Code);

    [Fact]
    public void Text_of_another_shape_is_refused()
    {
        Assert.Contains("no paragraph IV", Assert.Throws<ReleaseFormatException>(() => Read(Cover + "\f" + Body[..Body.IndexOf("Section IV", StringComparison.Ordinal)])).Message, StringComparison.Ordinal);
        Assert.Contains("no paragraph I.B", Assert.Throws<ReleaseFormatException>(() => Read(Cover)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_text_is_read_or_refused_and_never_crashes()
    {
        var all = (Cover + "\f" + Body).Split('\n');
        Gen.Select(Gen.Int[0, all.Length - 1].Array[0, 6], Gen.Int[0, all.Length - 1], Gen.Int[0, 80]).Sample((dropped, cut, at) =>
        {
            var lines = all.ToList();
            lines[cut] = lines[cut].Length > at ? lines[cut][at..] : "";
            foreach (var d in dropped.Distinct().OrderDescending()) if (d > 3) lines.RemoveAt(d);
            var parsed = GuidelineText.Parse(GuidelineLines.Read(Imported.Bytes("g.txt", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)))));
            // Whatever is read keeps the order of the document and has numbers that can be cited.
            var keys = parsed.Select(p => Guidelines.Key(p.Number)!.Value).ToList();
            return keys.Zip(keys.Skip(1)).All(k => k.First < k.Second);
        });
    }

    [Fact]
    public void The_fiscal_year_2026_guidelines_have_their_paragraphs()
    {
        var got = Imported.Read(Mirror.File("icd10cm/2026/ICD-10-CM-October-2025-Guidelines.layout.txt"), "icd10cm-guidelines");
        Assert.Equal(("FY2026", new DateOnly(2025, 10, 1), new DateOnly(2026, 9, 30)), (got.Edition.Label, got.Edition.From, got.Edition.To));
        var numbers = Paragraphs(got).Select(p => p["paragraph"]).ToList();
        Assert.Equal(491, numbers.Count);
        var byChapter = Enumerable.Range(1, 22).Select(c => numbers.Count(n => n == $"I.C.{c}" || n.StartsWith($"I.C.{c}.", StringComparison.Ordinal)));
        // Every line that begins with a mark, save three of a list in I.C.19.d.1 and two words in brackets in chapter 12.
        Assert.Equal([65, 34, 1, 18, 10, 15, 8, 1, 27, 12, 1, 13, 10, 5, 52, 20, 1, 11, 44, 27, 21, 1], byChapter);
        var heart = Paragraphs(got).Single(p => p["paragraph"] == "I.C.9.a.1");
        Assert.Equal("Hypertension with Heart Disease", heart["title"]);
        Assert.Contains(got.Rows, r => r.Table.Name == "icd10cm-guideline-name" && r["paragraph"] == "I.C.9.a.1" && r.Key.Display == "I11");
        Assert.Contains(got.Rows, r => r.Table.Name == "icd10cm-guideline-name" && r["paragraph"] == "I.C.4.a" && r["named"] == "E08-E13");
        Assert.Contains(got.Rows, r => r.Table.Name == "icd10cm-guideline-name" && r["paragraph"] == "I.C.4" && r["named"] == "E00-E89");
        Assert.DoesNotContain(Paragraphs(got), p => p["text"].Contains("Page ", StringComparison.Ordinal) && p["text"].Contains(" of 121", StringComparison.Ordinal));
    }

    private static Imported Read(string text) => Imported.Text("Guidelines.txt", text, "icd10cm-guidelines");

    private static IEnumerable<ImportedRow> Paragraphs(Imported got) => got.Rows.Where(r => r.Table.Name == "icd10cm-guideline");
}
