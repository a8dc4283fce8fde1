using CodingAhead.Codes.Import;
using static CodingAhead.Codes.Tests.Import.PaymentSamples;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>The AMA's data files: no real ones here, so codes and texts are invented.</summary>
public class AmaCptTests
{
    [Theory]
    [InlineData("LONGULT.txt", "long", "Invented procedure, in all its length")]
    [InlineData("LONGULF.txt", "long", "Invented procedure, in all its length")]
    [InlineData("MEDU.txt", "medium", "INVENTED PROCEDURE")]
    [InlineData("SHORTU.txt", "short", "INVENTED PROC")]
    public void A_descriptor_file_lists_codes_and_words(string path, string kind, string text)
    {
        var read = All.Single(s => s.Path == path).Read();
        Assert.Equal(("cpt", "CPT 2026", new DateOnly(2026, 1, 1)), (read.Edition.Dataset, read.Edition.Label, read.Edition.From));
        Assert.Equal([kind, text], read.Of("descriptor", "99991").Single().Columns);
        Assert.Equal(["99991", "9999U"], read.Rows.Where(r => r.Table.Name == "cpt-code").Select(r => r.Key.Code));
    }

    [Fact]
    public void The_consolidated_file_has_all_kinds() =>
        Assert.Equal(["long", "medium", "short", "consumer"], All.Single(s => s.Path == "ConsolidatedCodeList.txt").Read().Of("descriptor", "99991").Select(r => r["kind"]));

    [Fact]
    public void Without_the_licence_codes_stay_and_words_go()
    {
        var read = Imported.Read(Of("ama-cpt", "LONGULT.txt").File, "ama-cpt", Licence.Public);
        Assert.Equal(["cpt-code", "cpt-code"], read.Rows.Select(r => r.Table.Name));
        Assert.Equal(2, read.Withheld);
    }

    [Theory]
    [InlineData("LONGULT.txt", "99991\tInvented", "99991\t", "a record of another form")]
    [InlineData("LONGULT.txt", "9999U\tInvented test", "9999U\t", "a record of another form")]
    [InlineData("LONGULT.txt", "9999U\t", "99991\t", "99991 a second time")]
    [InlineData("LONGULT.txt", "9999U\t", "G9991\t", "a record of another form")]
    [InlineData("CODES.txt", "9999U\t", "9999U\t", "which descriptors")]
    [InlineData("LONGULT-2025.txt", "9999U\t", "9999U\t", "content of 2026")]
    public void Bad_input_is_refused(string path, string replace, string by, string message)
    {
        var text = Of("ama-cpt", "LONGULT.txt").Text!.Replace(" procedure, in all its length", "", StringComparison.Ordinal).Replace(replace, by, StringComparison.Ordinal);
        var e = Assert.Throws<ReleaseFormatException>(() => new AmaCpt().Read(Imported.Bytes(path, System.Text.Encoding.UTF8.GetBytes(text)), Sink(path), CancellationToken.None));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    private static FactSink Sink(string path) => new(Imported.Bytes(path, []), new StringPool(), Licence.Ama);
}
