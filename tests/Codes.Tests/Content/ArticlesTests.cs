using System.Globalization;
using System.Text;
using CodingAhead.Codes.Build;
using CodingAhead.Codes.Import;
using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Tests.Content;

/// <summary>The articles of <c>content/</c>: their form, and that what they say agrees with the releases.</summary>
[Collection(nameof(MirrorBook))]
public sealed class ArticlesTests(MirrorBook mirror)
{
    public static TheoryData<string> All => [.. Articles.Files.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void An_article_keeps_to_the_format(string name)
    {
        var article = Of(name);
        var words = article.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.InRange(words, 250, 900);
        Assert.DoesNotContain(article.Text, c => char.IsControl(c) && c != '\n' || char.IsSurrogate(c));
        Assert.True(article.Title.Length <= 90, "a title of one line");
    }

    [Fact]
    public void No_code_has_two_articles_and_no_two_have_one_title()
    {
        var all = Articles.Files.Select(ArticleFile.Read).ToList();
        Assert.Empty(all.SelectMany(a => a.Codes).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key.Display));
        Assert.Empty(all.GroupBy(a => a.Title).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_an_article_says_agrees_with_the_releases(string name)
    {
        var problems = new ArticleFacts(mirror.Book).Problems(Of(name));
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    // Official short texts are cut words ("Destroy l/s facet jnt"), so that of them only whole ones are looked for; of long ones, seven words running.
    [Theory]
    [MemberData(nameof(All))]
    public void No_article_repeats_an_official_text_of_CPT(string name)
    {
        var article = Of(name);
        var text = $" {Plain($"{article.Title} {article.Text}")} ";
        var table = mirror.Book.Tables.Single(t => t.Name == "descriptor");
        foreach (var code in ArticleFacts.Named(article.Text).Concat(article.Codes).Distinct().Where(c => c.Set == CodeSet.Cpt))
        {
            foreach (var official in mirror.Book.Rows(code, table).Select(r => Plain(r[1]).Split(' ')))
            {
                for (var i = 0; i + Math.Min(7, official.Length) <= official.Length; i++)
                {
                    var run = string.Join(' ', official.Skip(i).Take(7));
                    Assert.False(run.Contains(' ', StringComparison.Ordinal) && text.Contains($" {run} ", StringComparison.Ordinal), $"{code.Display}: words {i + 1} to {i + 7} of its official text");
                }
            }
        }
    }

    [Theory]
    [InlineData("64635 global 090", "64635 global 090: the book has 010")]
    [InlineData("64635 addons 64634", "64635 addons 64634: the book has 64636")]
    [InlineData("64635 addons 64634 64636", "64635 addons 64634 64636: the book has 64636")]
    [InlineData("99213 addon G2211", "")]
    [InlineData("99213 addon G2212", "99213 addon G2212: the book has ")]
    [InlineData("64636 addon-type 1", "")]
    [InlineData("64622 successors 64635", "")]
    [InlineData("64622 successors 64633", "64622 successors 64633: the book has 64635")]
    [InlineData("64622 deleted 2012-01-01", "")]
    [InlineData("64635 deleted 2012-01-01", "64635 deleted 2012-01-01: the book has no such value")]
    [InlineData("icd10cm:M47.816 billable yes", "")]
    [InlineData("64635 mue 2", "64635 mue 2: the book has 1")]
    public void A_fact_that_the_releases_contradict_is_found(string fact, string problem)
    {
        var problems = new ArticleFacts(mirror.Book).Problems(Sample("64635", $"64635 global 010; 64635 bilateral 1; {fact}", "Nothing."));
        if (problem.Length == 0) Assert.Empty(problems);
        else Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("64635 has a global period of 010.", "")]
    [InlineData("64635 has a global period of 090.", "global period of 090")]
    [InlineData("It has a 10-day global.", "")]
    [InlineData("It has a 90-day global.", "90-day global")]
    [InlineData("64636 has a 10-day global.", "10-day global")]
    [InlineData("64635 has bilateral indicator 0.", "bilateral indicator 0")]
    [InlineData("64635 has multiple procedure indicator 2. 64636 has multiple procedure indicator 0.", "")]
    [InlineData("64636 has multiple procedure indicator 2.", "multiple procedure indicator 2")]
    [InlineData("64635 has an MUE of 3.", "MUE of 3")]
    [InlineData("64635 is an add-on code.", "64635 is no add-on code")]
    [InlineData("64635 with its add-on code 64636.", "")]
    [InlineData("Like 64699 or A99999.", "cpt:64699")]
    [InlineData("From 64633-64639.", "cpt:64639")]
    [InlineData("As 64622 was.", "cpt:64622 is no longer valid")]
    [InlineData("With modifiers RT and ZQ.", "modifier:ZQ")]
    [InlineData("With modifiers RT, LT and 50.", "")]
    [InlineData("For M47.816 and M47.869.", "icd10cm:M47.869")]
    [InlineData("About 12,000 dollars in 2026 at L4-L5.", "")]
    public void A_sentence_that_the_releases_contradict_is_found(string sentence, string problem)
    {
        var problems = new ArticleFacts(mirror.Book).Problems(Sample("64635", "64635 global 010; 64635 bilateral 1", sentence));
        if (problem.Length == 0) Assert.Empty(problems);
        else Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_CPT_code_owes_its_global_days_and_a_deleted_one_its_successors()
    {
        var problems = new ArticleFacts(mirror.Book).Problems(Sample("64635, 64622", "64636 global ZZZ", "Nothing."));
        Assert.Equal(
            ["64635: the facts do not state 'global'", "64635: the facts do not state 'bilateral'", "64622: the facts do not state 'deleted'", "64622: the facts do not state 'successors'"],
            problems);
    }

    private static ArticleFile Of(string name) => ArticleFile.Read(Articles.Files.Single(f => f.Name == name));

    private static ArticleFile Sample(string codes, string facts, string text) => ArticleFileTests.Read("sample.md", ArticleFileTests.Text(codes: codes, facts: facts, notes: text));

    private static string Plain(string text) => string.Join(' ', new string([.. text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
