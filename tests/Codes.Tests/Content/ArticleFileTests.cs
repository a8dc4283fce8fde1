using System.Text;
using CodingAhead.Codes.Build;
using CodingAhead.Codes.Import;
using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Tests.Content;

/// <summary>The reader of articles, and what becomes of one in the book.</summary>
public sealed class ArticleFileTests
{
    [Fact]
    public void An_article_is_read_whole()
    {
        var article = Read("low-back.md", Text(codes: "64635, G0260, icd10cm:E11.9, modifier:50", facts: "64635 global 010; 64635 addons 64636"));
        Assert.Equal("low-back", article.Slug);
        Assert.Equal("A title", article.Title);
        Assert.Equal("cpt:64635 hcpcs:G0260 icd10cm:E11.9 modifier:50", string.Join(' ', article.Codes));
        Assert.Equal(["64635 global 010", "64635 addons 64636"], article.Facts.Select(f => $"{f.Code.Display} {f.Name} {string.Join(' ', f.Values)}"));
        Assert.Equal(["CMS, one file", "CMS, another: with a colon"], article.Sources);
        Assert.StartsWith("What it is.\n\n## Coding notes", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: A title", "titel: A title", "line 2: key 'titel'")]
    [InlineData("author: Somebody", "title: Again", "line 4: key 'title' a second time")]
    [InlineData("author: Somebody\n", "", "line 11: no 'author'")]
    [InlineData("author: Somebody", "author:", "line 12: 'author' without a value")]
    [InlineData("written: 2026-11-20", "written: 20.11.2026", "line 5: date '20.11.2026'")]
    [InlineData("reviewed: 2026-11-22", "reviewed: 2026-11-19", "line 6: a review before the writing")]
    [InlineData("codes: 64635", "codes: 64635, 6463", "line 3: code '6463'")]
    [InlineData("codes: 64635", "codes: 64635, 64635", "line 3: code '64635' a second time")]
    [InlineData("codes: 64635", "codes: icd11:E11.9", "line 3: code 'icd11:E11.9'")]
    [InlineData("codes: 64635", "codes: 64635-64636", "line 3: code '64635-64636'")]
    [InlineData("64635 global 010", "64635 globaldays 010", "line 8: fact 'globaldays'")]
    [InlineData("64635 global 010", "64635 global", "line 8: fact '64635 global'")]
    [InlineData("64635 global 010", "64635 global 010 090", "line 8: 2 values of 'global'")]
    [InlineData("64635 global 010", "64635 global 010;", "line 8: fact ''")]
    [InlineData("author: Somebody", "author: Somebody\n  - else", "line 5: an item that belongs to no list")]
    [InlineData("author: Somebody", "author: Somebody\nand more", "line 5: 'and more'")]
    [InlineData("## Coding notes", "## Coding hints", "line 15: heading '## Coding hints'")]
    [InlineData("## Coding notes", "### Coding notes", "line 15: heading '### Coding notes'")]
    [InlineData("## Coding notes", "## Common errors\n\nX.\n\n## Coding notes", "line 19: heading 'Coding notes' out of order")]
    [InlineData("## Coding notes", "## Procedure", "no coding notes")]
    [InlineData("What it is.\n", "", "a heading at the beginning")]
    [InlineData("What it is.", "What <b>it</b> is.", "line 13: HTML")]
    [InlineData("What it is.", "What [it](http://example.org) is.", "line 13: a link")]
    [InlineData("What it is.", "| What | it is |", "line 13: a table")]
    [InlineData("---\nWhat", "What", "line 12: 'What it is.'")]
    public void What_the_format_does_not_allow_is_refused_with_its_line(string good, string bad, string error)
    {
        var text = Text();
        Assert.Contains(good, text, StringComparison.Ordinal);
        var at = text.IndexOf(good, StringComparison.Ordinal);
        var e = Assert.Throws<ReleaseFormatException>(() => Read("sample.md", text[..at] + bad + text[(at + good.Length)..]));
        Assert.Contains("sample.md", e.Message, StringComparison.Ordinal);
        Assert.Contains(error, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sample.md")]
    [InlineData("two words.md")]
    [InlineData("sample.markdown")]
    public void A_name_that_is_no_address_is_refused(string name) => Assert.Throws<ReleaseFormatException>(() => Read(name, Text()));

    [Theory]
    [InlineData("")]
    [InlineData("one line")]
    [InlineData("a\n\nb\n- c \\n d\\\n")]
    [InlineData("\\\\n\n\\")]
    public void A_text_survives_the_row(string text)
    {
        var escaped = Articles.Escape(text);
        Assert.DoesNotContain('\n', escaped);
        Assert.Equal(text, Articles.Unescape(escaped));
    }

    [Fact]
    public void The_starter_book_has_every_article_under_each_of_its_codes_and_its_text_once()
    {
        var folder = Directory.CreateTempSubdirectory("articles-");
        try
        {
            var path = Path.Combine(folder.FullName, "starter.book");
            Assert.Empty(BookCompiler.Build(new BuildOptions { Output = path }, TimeProvider.System).Errors);
            using var book = Book.Open(path);
            var on = new DateOnly(2025, 10, 15);
            Assert.True(book.IsStarter);
            Assert.NotEmpty(Articles.Files);
            Assert.Equal(Articles.Files.Count, Article.All(book, on).Count);
            foreach (var file in Articles.Files.Select(ArticleFile.Read))
            {
                foreach (var code in file.Codes.Where(c => book.Find(c, on).Status != CodeStatus.UnknownCode))
                {
                    var page = CodePageBuilder.Build(book, code, on);
                    Assert.Equal(file.Slug, page.Article?.Slug);
                    Assert.Equal(file.Title, page.Article!.Title);
                    Assert.Equal($"content/{file.Slug}.md", page.Sources.Single(s => s.Id == page.Article.Source).File);
                }

                var article = Article.Find(book, file.Slug, on)!;
                var whole = article.Summary + string.Concat(article.Sections.Select(s => $"\n\n## {s.Heading}\n\n{s.Text}"));
                Assert.Equal(Lines(file.Text), Lines(whole));
            }

            var bytes = File.ReadAllBytes(path).AsSpan();
            var sample = Encoding.UTF8.GetBytes("Three neighbouring nerves reach two joints");
            var first = bytes.IndexOf(sample);
            Assert.True(first > 0);
            Assert.Equal(-1, bytes[(first + 1)..].IndexOf(sample));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static ArticleFile Read(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return ArticleFile.Read(new ReleaseFile("content/" + name, "", bytes.Length, () => new MemoryStream(bytes)));
    }

    internal static string Text(string codes = "64635", string facts = "64635 global 010", string notes = "Notes.") => $"""
        ---
        title: A title
        codes: {codes}
        author: Somebody
        written: 2026-11-20
        reviewed: 2026-11-22
        facts:
          - {facts}
        sources:
          - CMS, one file
          - CMS, another: with a colon
        ---
        What it is.

        ## Coding notes

        {notes}

        """;

    private static string[] Lines(string text) => [.. text.Split('\n').Where(l => l.Length > 0)];
}
