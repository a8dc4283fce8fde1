using CodingAhead.Codes.Import;
using static CodingAhead.Codes.Tests.Import.PaymentSamples;

namespace CodingAhead.Codes.Tests.Import;

public class HcpcsAnwebTests
{
    [Theory]
    [InlineData("hcpcs/2025-10/HCPC2025_OCT_ANWEB_rebuilt.txt", "October 2025", 8463, 383, "2025-10-01")]
    [InlineData("hcpcs/2024-10/HCPC2024_OCT_rebuilt_320.txt", "October 2024", 8091, 383, "2024-10-01")]
    [InlineData("hcpcs/2019/2019-Alpha-Numeric-HCPCS-File.zip!HCPC2019_CONTR_ANWEB.txt", "2019", 6440, 360, "2019-01-01")]
    [InlineData("hcpcs/2019/2019-Alpha-Numeric-HCPCS-File.zip!HCPC2019_CONTR_ANWEB.xlsx", "2019", 6440, 360, "2019-01-01")]
    public void Codes_and_modifiers_of_a_release_are_read(string path, string label, int codes, int modifiers, string from)
    {
        var read = Imported.Read(Mirror.File(path), "hcpcs-anweb");

        Assert.Equal((label, from), (read.Edition.Label, Day.Text(Day.Of(read.Edition.From))));
        Assert.Equal((codes, modifiers), (read.Rows.Count(r => r.Key.Set == CodeSet.Hcpcs), read.Rows.Count(r => r.Key.Set == CodeSet.Modifier)));
        var row = Assert.Single(read.Of("hcpcs", "J0135"));
        Assert.Equal(("Injection, adalimumab, 20 mg", "51", "A", "O1E", "1P", "2005-01-01"), (Sentence(row["long"]), row["pricing"], row["multiplePricing"], row["betos"], row["typeOfService"], row["addDate"]));
        Assert.Equal(("2005-01-01", (string?)null), (row.From, row.To));
        var ended = Assert.Single(read.Of("hcpcs", "CP"));
        Assert.Equal(("2016-01-01", "2017-12-31"), (ended.From, ended.To));
    }

    [Fact]
    public void Text_and_workbook_of_2019_hold_the_same_rows()
    {
        var text = Imported.Read(Mirror.File("hcpcs/2019/2019-Alpha-Numeric-HCPCS-File.zip!HCPC2019_CONTR_ANWEB.txt"), "hcpcs-anweb");
        var book = Imported.Read(Mirror.File("hcpcs/2019/2019-Alpha-Numeric-HCPCS-File.zip!HCPC2019_CONTR_ANWEB.xlsx"), "hcpcs-anweb");

        // The workbook leaves the action date of 115 codes blank, gives E0210 and E0776 a type of service more, and breaks long descriptions elsewhere.
        static IEnumerable<string> Rows(Imported read) => read.Rows.Where(r => r.Key.Code is not ("E0210" or "E0776")).Select(r => $"{r.Key} {string.Join('|', r.Columns.Where((_, i) => i > 1 && i != r.Table["actionDate"]))} {r.From} {r.To}").Order(StringComparer.Ordinal);
        Assert.Equal(115, text.Rows.Zip(book.Rows).Count(p => p.First["actionDate"] != p.Second["actionDate"] && p.Second["actionDate"].Length == 0));
        Assert.Equal(Rows(text), Rows(book));
        var differing = text.Rows.Zip(book.Rows).Count(p => p.First["long"].Replace(" ", "", StringComparison.Ordinal) != p.Second["long"].Replace(" ", "", StringComparison.Ordinal));
        Assert.True(differing < 10, $"{differing} long descriptions differ");
    }

    [Fact]
    public void Processing_notes_are_joined_over_their_lines()
    {
        var read = Imported.Read(Mirror.File("hcpcs/2019/2019-Alpha-Numeric-HCPCS-File.zip!proc_notes_2019.txt"), "hcpcs-processing-note");
        Assert.Equal("THIS IS NOT A LAB TEST AND IS NOT CERTIFIED.", read.Of("hcpcs-processing-note", "NOTE-0006").Single()["text"]);
        Assert.Equal("MEDICARE BENEFIT POLICY MANUAL, PUB 100.2, CHAPTER 15, SECTION 110.3 (100.02,15,110.3).", read.Of("hcpcs-processing-note", "NOTE-0135").Single()["text"]);
    }

    [Fact]
    public void Both_variants_of_the_unclassified_codes_are_equal()
    {
        var text = Imported.Read(Mirror.File("hcpcs/2019/2019-HCPCS-NOC-Codes.zip!NOC_Codes_2019.prn"), "hcpcs-noc");
        var book = Imported.Read(Mirror.File("hcpcs/2019/2019-HCPCS-NOC-Codes.zip!NOC_Codes_2019.xlsx"), "hcpcs-noc");
        Assert.Equal(PfsRvuTests.Lines(text), PfsRvuTests.Lines(book));
        Assert.Equal(["2014-01-01", "2017-12-31"], text.Of("hcpcs-noc", "A9599").Single().Columns);
    }

    [Fact]
    public void Invented_text_and_workbook_are_equal()
    {
        var text = Of("hcpcs-anweb", "txt").Read();
        Assert.Equal(PfsRvuTests.Lines(text), PfsRvuTests.Lines(Of("hcpcs-anweb", "xlsx").Read()));
        Assert.Equal(PfsRvuTests.Lines(Of("hcpcs-noc", "prn").Read()), PfsRvuTests.Lines(Of("hcpcs-noc", "xlsx").Read()));
        var row = text.Of("hcpcs", "A9991").Single();
        Assert.EndsWith("and then some more", row["long"], StringComparison.Ordinal);
        Assert.Equal(("PR", "A9992|A9993", "2020-01-01", "2024-12-31"), (row["typeOfService"], row["crossReference"], row.From, row.To));
    }

    [Fact]
    public void Words_of_the_dental_association_are_kept_apart()
    {
        var read = Imported.Read(Of("hcpcs-anweb", "txt").File, "hcpcs-anweb", Licence.Public);
        Assert.Equal(["", ""], read.Of("hcpcs", "D9991").Single().Columns[..2]);
        Assert.Equal(2, read.Withheld);
        Assert.Equal("Invented tooth", Of("hcpcs-anweb", "txt").Read().Of("descriptor", "D9991").First()["text"]);
    }

    [Fact]
    public void Trailing_blanks_may_be_trimmed_but_a_field_may_not_be_cut()
    {
        var sample = Of("hcpcs-anweb", "txt");
        var trimmed = string.Join("\r\n", sample.Text!.Split("\r\n").Select(l => l.TrimEnd()));
        Assert.Equal(PfsRvuTests.Lines(sample.Read()), PfsRvuTests.Lines(Imported.Text(sample.Path, trimmed, "hcpcs-anweb")));

        var lines = sample.Text.Split("\r\n");
        for (var cut = 12; cut < 276; cut++)
        {
            lines[1] = sample.Text.Split("\r\n")[1][..cut];
            var text = string.Join("\r\n", lines);
            Assert.Throws<ReleaseFormatException>(() => Imported.Text(sample.Path, text, "hcpcs-anweb"));
        }
    }

    [Theory]
    [InlineData("A9991002004more", "A9992002004more", "a continuation of 'A9992'")]
    [InlineData("A9991002004more", "A9991001004more", "sequence number 100")]
    [InlineData("A9991002004more", "A9991002008more", "a continuation of 'A9991'")]
    [InlineData("A9991002004more", "A9991002005more", "record identification code '5'")]
    [InlineData("20200101202101012024123", "20200101202101012019123", "an end on 2019-12-31 before its beginning")]
    [InlineData("20200101202101012024123", "20200141202101012024123", "add date '20200141'")]
    [InlineData("D99910010", "A99910010", "A9991 a second time")]
    public void Bad_input_is_refused(string replace, string by, string message) =>
        Assert.Contains(message, Assert.Throws<ReleaseFormatException>(() => PfsLocalityTests.Damaged("hcpcs-anweb", "txt", replace, by)).Message, StringComparison.Ordinal);

    // One rebuilt file of the mirror is upper-cased.
    private static string Sentence(string text) => text.Any(char.IsAsciiLetterLower) ? text : text[..1] + text[1..].ToLowerInvariant();
}
