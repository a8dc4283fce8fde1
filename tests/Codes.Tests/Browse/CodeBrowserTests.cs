using CodingAhead.Codes.Browse;
using CodingAhead.Codes.Tests.Page;

namespace CodingAhead.Codes.Tests.Browse;

/// <summary>Trees on small books: the starter's, and one with an invented tabular list.</summary>
public sealed class CodeBrowserTests(InventedBook invented, StarterBook starter) : IClassFixture<InventedBook>, IClassFixture<StarterBook>
{
    private static readonly DateOnly Jan2026 = new(2026, 1, 1);

    [Fact]
    public void A_diagnosis_stands_below_its_category_block_and_chapter()
    {
        var level = new CodeBrowser(invented.Book).Find(CodeSet.Icd10Cm, "a000", Jan2026)!;
        Assert.Equal(("A00.0", "code"), (level.Node.Id, level.Node.Kind));
        Assert.Equal(["", "CH01", "A00-A09", "A00"], level.Parents.Select(p => p.Id));
        Assert.Equal(["set", "chapter", "block", "heading"], level.Parents.Select(p => p.Kind));
        Assert.Contains(level.Siblings, s => s.Id == "A00.0");
        Assert.Null(level.Headings);
    }

    [Fact]
    public void A_date_without_a_tabular_list_takes_the_nearest_headings_and_says_so() =>
        Assert.Equal("FY2026", new CodeBrowser(invented.Book).Root(CodeSet.Icd10Cm, new DateOnly(2027, 1, 1)).Headings);

    [Fact]
    public void Without_a_tabular_list_diagnoses_stand_by_letter()
    {
        var browser = new CodeBrowser(starter.Book);
        Assert.All(browser.Root(CodeSet.Icd10Cm, Jan2026).Children, c => Assert.Equal("letter", c.Kind));
        Assert.Contains(browser.Find(CodeSet.Icd10Cm, "M", Jan2026)!.Children, c => c.Id.StartsWith('M'));
    }

    [Theory]
    [InlineData(CodeSet.Cpt, "64633-64636", "64633 64634 64635 64636")]
    [InlineData(CodeSet.Cpt, "64636-64636", "64636")]
    [InlineData(CodeSet.Cpt, "64636-64633", null)]
    [InlineData(CodeSet.Cpt, "64637-64639", null)]
    [InlineData(CodeSet.Cpt, "6463-6464", null)]
    [InlineData(CodeSet.Cpt, "64633", null)]
    [InlineData(CodeSet.Cpt, "", null)]
    [InlineData(CodeSet.Cpt, "-", null)]
    [InlineData(CodeSet.Icd10Pcs, "I", null)]
    [InlineData(CodeSet.Icd10Cm, "ZZZ", null)]
    [InlineData(CodeSet.Modifier, "nothing", null)]
    public void A_range_holds_the_codes_between_its_ends(CodeSet set, string id, string? codes) =>
        Assert.Equal(codes, new CodeBrowser(starter.Book).Find(set, id, Jan2026) is { } level ? string.Join(' ', level.Children.Select(c => c.Id)) : null);

    [Fact]
    public void A_code_deleted_before_the_date_is_in_no_range()
    {
        var browser = new CodeBrowser(starter.Book);
        Assert.Null(browser.Find(CodeSet.Cpt, "64622-64622", Jan2026));
        Assert.NotNull(browser.Find(CodeSet.Cpt, "64622-64622", new DateOnly(2011, 6, 30)));
    }
}

/// <summary>The trees of the real code sets, where there are any.</summary>
[Collection(nameof(MirrorBook))]
public sealed class MirrorBrowserTests(MirrorBook mirror)
{
    [Theory]
    [InlineData(CodeSet.Icd10Cm, "2026-09-30", 74719)] // as many as CDC counts
    [InlineData(CodeSet.Icd10Cm, "2025-09-30", 74260)]
    [InlineData(CodeSet.Icd10Pcs, "2025-03-31", 78948)] // as many as CMS counts
    [InlineData(CodeSet.Icd10Pcs, "2025-09-30", 78998)] // 50 more since April
    [InlineData(CodeSet.Cpt, "2025-10-15", null)]
    [InlineData(CodeSet.Hcpcs, "2025-10-15", null)]
    [InlineData(CodeSet.Icd9Cm, "2015-09-30", null)]
    [InlineData(CodeSet.Icd9Proc, "2015-09-30", null)]
    [InlineData(CodeSet.Modifier, "2024-11-01", null)]
    [InlineData(CodeSet.Pos, "2024-11-01", null)]
    public void Every_code_is_in_the_tree_once(CodeSet set, string on, int? expected)
    {
        var browser = new CodeBrowser(mirror.Book);
        var date = DateOnly.ParseExact(on, "yyyy-MM-dd");
        var root = browser.Root(set, date);
        Assert.True(root.Node.Codes > 0);
        if (expected is { } n) Assert.Equal(n, root.Node.Codes);
        Assert.Equal(root.Node.Codes, root.Children.Sum(c => c.Codes));
        // Headings and tables have thousands of levels of their own: there every twentieth is walked.
        var walked = 0;
        var next = new Queue<BrowseNode>(root.Children);
        while (next.TryDequeue(out var node))
        {
            if (node.Kind is "code") continue;
            if (node.Kind is "heading" or "table" or "beginning" && walked++ % 20 != 0) continue;
            var level = browser.Find(set, node.Id, date);
            Assert.True(level is not null, $"{node.Id} leads nowhere");
            Assert.Equal(node.Codes, level.Node.Codes);
            Assert.True(level.ChildCount > CodeBrowser.MaxChildren || node.Codes == level.Children.Sum(c => c.Codes), $"{node.Id}: {node.Codes} codes, {level.Children.Sum(c => c.Codes)} below");
            Assert.Equal(level.Children.Count, level.Children.DistinctBy(c => c.Id).Count());
            Assert.Contains(level.Siblings, s => s.Id == node.Id);
            foreach (var child in level.Children) next.Enqueue(child);
        }
    }

    [Theory]
    [InlineData("C4A", "C43-C44")] // after C49 by its characters
    [InlineData("C7A", "C7A-C7A")]
    [InlineData("E11", "E08-E13")]
    [InlineData("E36", "E36-E36")]
    public void A_category_is_in_the_block_of_the_tabular_list(string category, string block) =>
        Assert.Equal(block, new CodeBrowser(mirror.Book).Find(CodeSet.Icd10Cm, category, new DateOnly(2025, 10, 1))!.Parents[^1].Id);
}
