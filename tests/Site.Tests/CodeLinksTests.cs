using CodingAhead.Codes;
using CodingAhead.Site.Codes;

namespace CodingAhead.Site.Tests;

public sealed class CodeLinksTests
{
    [Theory]
    [InlineData("spondylosis (M47.816)", "M47.816")]
    [InlineData("see M47.81-, M47.816 and M47", "M47.81 M47.816 M47")]
    [InlineData("M47.816-M47.817", "M47.816 M47.817")]
    [InlineData("M47.8169 is none", "")]
    [InlineData("XM47.816 is none", "")]
    [InlineData("vitamin B12 deficiency", "")]
    [InlineData("", "")]
    public void Codes_in_a_note_are_links_and_no_text_is_lost(string text, string codes)
    {
        using var book = Book.Open(SampleBooks.Icd);
        var pieces = CodeLinks.Of(book, CodeSet.Icd10Cm, text);
        Assert.Equal(text, string.Concat(pieces.Select(p => p.Text)));
        Assert.Equal(codes, string.Join(' ', pieces.Where(p => p.Key is not null).Select(p => p.Key!.Value.Display)));
    }

    [Theory]
    [InlineData("bill 64635 with 64636", "64635 64636")]
    [InlineData("64635-64636, 20610/G0439.", "64635 64636 20610 G0439")]
    [InlineData("for M47.816", "M47.816")]
    [InlineData("A99999, 646355, x64635, $64635, 64,635 and 0.64635", "")]
    [InlineData("no such code: 00000", "")]
    public void Codes_of_every_set_in_a_text_of_ours_are_links(string text, string codes)
    {
        using var book = Book.Open(SampleBooks.Starter);
        var pieces = CodeLinks.OfAnySet(book, TestSite.Today, text);
        Assert.Equal(text, string.Concat(pieces.Select(p => p.Text)));
        Assert.Equal(codes, string.Join(' ', pieces.Where(p => p.Key is not null).Select(p => p.Key!.Value.Display)));
    }
}
