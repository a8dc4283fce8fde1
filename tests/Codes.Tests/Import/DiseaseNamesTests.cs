using System.Text.RegularExpressions;
using CodingAhead.Codes.Import;
using CodingAhead.Codes.Search;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>Our own list of what diseases are also called.</summary>
[Collection(nameof(MirrorBook))]
public sealed partial class DiseaseNamesTests(MirrorBook mirror)
{
    private static List<ImportedRow> All() => [.. DiseaseNames.Files.SelectMany(f => Imported.Read(f, "disease-name").Rows)];

    [Fact]
    public void Each_name_leads_to_one_code()
    {
        var rows = All();
        Assert.NotEmpty(rows);
        Assert.Empty(rows.SelectMany(r => DiseaseNames.Of(r["names"]).Select(n => (n.Name, r.Key.Display))).GroupBy(n => n.Name).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(' ', g.Select(n => n.Display))}"));
    }

    /// <summary>Two rows of a code would read like two editions of it.</summary>
    [Fact]
    public void Each_code_has_one_line() => Assert.Empty(All().GroupBy(r => r.Key).Where(g => g.Count() > 1).Select(g => g.Key.Display));

    [Fact]
    public void Names_are_written_alike()
    {
        var names = All().SelectMany(r => DiseaseNames.Of(r["names"])).Select(n => n.Name).ToList();
        Assert.Equal([], names.Where(n => !Form().IsMatch(n)));
    }

    [Fact]
    public void Each_code_is_one_of_the_year()
    {
        var on = new DateOnly(2026, 6, 1);
        Assert.Empty(All().Where(r => mirror.Book.Find(r.Key, on).Status is not CodeStatus.Active).Select(r => r.Key.Display));
    }

    /// <summary>A name that search does not follow is of no use; the last tenth competes with words of other codes.</summary>
    [Fact]
    public void Search_finds_the_code_by_the_name()
    {
        var searcher = new Searcher(mirror.Book);
        var asked = All().SelectMany(r => DiseaseNames.Of(r["names"]).Select(n => (n.Name, r.Key))).ToList();
        var found = asked.Count(a => searcher.Find(new SearchQuery { Text = a.Name, Sets = [CodeSet.Icd10Cm], On = new DateOnly(2026, 6, 1), Top = 5 }).Hits.Any(h => h.Key == a.Key));
        Assert.True(found * 100 >= asked.Count * 97, $"{found} of {asked.Count}");
    }

    [Theory]
    [InlineData("G12.21", "'G12.21'")]
    [InlineData("G12.21 | ", "'G12.21 | '")]
    [InlineData("G1!.21 | a name", "code 'G1!.21'")]
    [InlineData("A00.0 | another name", "each key once")]
    public void A_line_off_the_form_is_refused(string line, string message)
    {
        var error = Assert.Throws<ReleaseFormatException>(() => Imported.Text("names/x.txt", $"# a comment\nA00.0 | name | ~other name\n{line}\n", "disease-name"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(3, error.Line);
    }

    [Fact]
    public void A_tilde_says_that_a_name_is_for_search_alone() =>
        Assert.Equal([("name", false), ("other name", true)], DiseaseNames.Of(Assert.Single(Imported.Text("names/x.txt", "A00.0 | name | ~other name", "disease-name").Rows)["names"]));

    [GeneratedRegex(@"^[a-z0-9][a-z0-9 '/\-+]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
