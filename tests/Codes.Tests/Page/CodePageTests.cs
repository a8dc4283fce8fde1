using System.Text.Json;
using CodingAhead.Codes.Build;
using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Tests.Page;

/// <summary>The starter book, built once for all tests that only read it.</summary>
public sealed class StarterBook : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("page-").FullName;

    public StarterBook()
    {
        var path = Path.Combine(folder, "starter.book");
        BookCompiler.Build(new BuildOptions { Output = path }, TimeProvider.System);
        Book = Book.Open(path);
    }

    public Book Book { get; }

    public void Dispose()
    {
        Book.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

public sealed class CodePageTests(StarterBook starter) : IClassFixture<StarterBook>
{
    private static readonly DateOnly Oct2025 = new(2025, 10, 15);

    [Fact]
    public void A_page_of_the_starter_book_has_our_words_and_no_official_ones()
    {
        var page = Page(CodeSet.Cpt, "64635");
        Assert.Equal("active", page.Status);
        Assert.NotNull(page.Descriptors.Plain);
        Assert.Null(page.Descriptors.Long);
        Assert.Null(page.Descriptors.Copyright);
        Assert.Null(page.Ptp);
        Assert.Null(page.Payment);
        Assert.Equal("pays-differently", page.Modifiers!.Single(m => m.Code == "50").Verdict);
        Assert.DoesNotContain(page.Modifiers!, m => m.Code is "80" or "26" or "62");
        Assert.Empty(page.Mue);
        Assert.False(page.Stale);
    }

    [Fact]
    public void Indicators_carry_their_meaning_and_source()
    {
        var global = Page(CodeSet.Cpt, "64635").Indicators.Single(i => i.Name == "globalDays");
        Assert.Equal("010", global.Value);
        Assert.False(string.IsNullOrEmpty(global.Meaning));
        Assert.Contains(Page(CodeSet.Cpt, "64635").Sources, s => s.Id == global.Source && s.File == "starter/cpt.csv");
    }

    [Fact]
    public void A_deleted_code_names_its_successor_and_the_nearest_date()
    {
        var page = Page(CodeSet.Cpt, "64622");
        Assert.Equal("deleted", page.Status);
        Assert.Equal(["64635"], page.Successors);
        Assert.Equal(new DateOnly(2011, 12, 31), page.Nearest);
        Assert.Contains(page.History, c => c.Date == new DateOnly(2012, 1, 1));
    }

    [Fact]
    public void An_add_on_code_names_its_primaries()
    {
        Assert.Contains(Page(CodeSet.Cpt, "64636").Primaries, p => p.Code == "64635");
    }

    [Fact]
    public void A_date_without_an_edition_shows_the_nearest_content_and_says_so()
    {
        var page = CodePageBuilder.Build(starter.Book, CodeKey.Of(CodeSet.Cpt, "64635"), new DateOnly(2027, 1, 1));
        Assert.Equal("active", Page(CodeSet.Cpt, "64635").Status);
        if (page.Status == "no-edition") Assert.True(page.Stale);
    }

    [Fact]
    public void The_json_has_the_agreed_fields()
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(Page(CodeSet.Cpt, "64635"), CodesJson.Line.CodePage));
        var root = json.RootElement;
        foreach (var field in (string[])["set", "code", "on", "status", "validFrom", "validTo", "nearest", "because", "successors", "descriptors", "billable", "indicators",
                     "addOns", "primaries", "modifiers", "ptp", "mue", "payment", "notes", "hierarchy", "index", "crosswalks", "history", "edition", "stale", "sources"])
            Assert.True(root.TryGetProperty(field, out _), field);
        Assert.Equal("2025-10-15", root.GetProperty("on").GetString());
        Assert.Equal("cpt", root.GetProperty("set").GetString());
        Assert.Equal("starter/cpt.csv", root.GetProperty("sources")[0].GetProperty("file").GetString());
    }

    private CodePage Page(CodeSet set, string code) => CodePageBuilder.Build(starter.Book, CodeKey.Of(set, code), Oct2025);
}
