using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Tests.Page;

/// <summary>What the editions of the real releases changed, against the figures of their publishers.</summary>
[Collection(nameof(MirrorBook))]
public sealed class EditionChangesTests(MirrorBook mirror)
{
    [Theory]
    // CDC/NCHS and CMS, summaries of the addenda and conversion tables of each fiscal year: codes new, deleted, revised.
    [InlineData(CodeSet.Icd10Cm, "2025-10-01", 487, 28, 38)]
    [InlineData(CodeSet.Icd10Cm, "2024-10-01", 252, 36, 13)]
    [InlineData(CodeSet.Icd10Cm, "2023-10-01", 395, 25, 13)]
    [InlineData(CodeSet.Icd10Cm, "2025-04-01", 0, 0, 0)]
    [InlineData(CodeSet.Icd10Cm, "2023-04-01", 42, 7, 0)] // the seven became headings, in the only order file of the year
    [InlineData(CodeSet.Icd10Cm, "2022-10-01", 1176, 287, 28)]
    [InlineData(CodeSet.Icd10Cm, "2022-04-01", 3, 1, 0)] // Z28.3 became a heading
    [InlineData(CodeSet.Icd10Pcs, "2025-10-01", 156, 39, 2)]
    [InlineData(CodeSet.Icd10Pcs, "2024-10-01", 371, 61, 0)]
    [InlineData(CodeSet.Icd10Pcs, "2025-04-01", 50, 0, 0)]
    public void An_edition_changed_as_many_codes_as_its_publisher_says(CodeSet set, string date, int added, int deleted, int revised)
    {
        var step = EditionStep.Of(mirror.Book, set).Single(s => s.Date == Mirrors.Date(date));
        var codes = EditionChanges.Between(mirror.Book, set, step.Before, step.Date).Changes.Where(c => c.Billable).ToList();
        Assert.Equal((added, deleted, revised), (Count(ChangeKind.Added), Count(ChangeKind.Deleted), Count(ChangeKind.Revised)));
        int Count(ChangeKind kind) => codes.Count(c => c.Kind == kind);
    }

    [Theory]
    [InlineData("S30.1XXA", ChangeKind.Deleted, "S30.11XA S30.12XA S30.13XA")]
    [InlineData("E78.01", ChangeKind.Deleted, "E78.010 E78.011 E78.019")]
    [InlineData("E78.010", ChangeKind.Added, "")]
    public void A_code_that_went_names_what_is_coded_instead(string code, ChangeKind kind, string successors)
    {
        var change = EditionChanges.Between(mirror.Book, CodeSet.Icd10Cm, Mirrors.Date("2025-09-30"), Mirrors.Date("2025-10-01")).Changes.Single(c => c.Key.Display == code);
        Assert.Equal(kind, change.Kind);
        Assert.Equal(successors, string.Join(' ', change.Successors.Select(s => s.Display)));
    }

    [Theory]
    // A national code for state agencies that Addendum B never lists, and one that it lists until it ends.
    [InlineData("T1502", false)]
    [InlineData("G6006", true)]
    public void That_a_list_never_had_a_code_does_not_delete_it(string code, bool deleted)
    {
        var changes = EditionChanges.Between(mirror.Book, CodeSet.Hcpcs, Mirrors.Date("2025-12-31"), Mirrors.Date("2026-01-01")).Changes;
        Assert.Equal(deleted, changes.Any(c => c.Key.Code == code && c.Kind == ChangeKind.Deleted));
    }

    [Fact]
    public void Turned_round_what_was_added_is_deleted()
    {
        var (before, after) = (Mirrors.Date("2025-09-30"), Mirrors.Date("2025-10-01"));
        var there = EditionChanges.Between(mirror.Book, CodeSet.Icd10Cm, before, after).Changes;
        var back = EditionChanges.Between(mirror.Book, CodeSet.Icd10Cm, after, before).Changes;
        Assert.Equal(Keys(there, ChangeKind.Added), Keys(back, ChangeKind.Deleted));
        Assert.Equal(Keys(there, ChangeKind.Deleted), Keys(back, ChangeKind.Added));
        Assert.Equal(Keys(there, ChangeKind.Revised), Keys(back, ChangeKind.Revised));
        static List<CodeKey> Keys(IEnumerable<CodeChange> changes, ChangeKind kind) => [.. changes.Where(c => c.Kind == kind).Select(c => c.Key)];
    }

    [Fact]
    public void Editions_between_which_none_is_loaded_say_so()
    {
        var steps = EditionStep.Of(mirror.Book, CodeSet.Hcpcs);
        Assert.Equal(["October 2024"], steps.Where(s => s.Gap).Select(s => s.Edition));
        Assert.DoesNotContain(EditionStep.Of(mirror.Book, CodeSet.Icd10Cm), s => s.Date <= new DateOnly(2015, 10, 1));
    }

    [Theory]
    [InlineData("FY2026", 74_719)]
    [InlineData("FY2025", 74_260)]
    public void Codes_by_edition_are_as_many_as_their_publisher_says(string edition, int count) =>
        Assert.Equal(count, EditionCount.Of(mirror.Book, CodeSet.Icd10Cm).Single(c => c.Edition == edition).Count);

    [Theory]
    [InlineData(CodeSet.Icd10Cm, "E78.010", "E00-E89")]
    [InlineData(CodeSet.Icd10Cm, "S30.11XA", "S00-T88")]
    [InlineData(CodeSet.Cpt, "64635", "10000-69999")]
    [InlineData(CodeSet.Cpt, "0001U", "U")]
    [InlineData(CodeSet.Hcpcs, "G0439", "G")]
    [InlineData(CodeSet.Icd10Pcs, "0SR9019", "0")]
    public void A_code_has_a_chapter_that_selects_it(CodeSet set, string code, string under)
    {
        var key = CodeKey.Of(set, code);
        var chapter = Chapter.Of(mirror.Book, key, new DateOnly(2025, 10, 1));
        Assert.Equal(under, chapter.Under);
        Assert.True(CodeRange.Parse(chapter.Under).Contains(key));
    }
}

public sealed class ChapterTests
{
    [Theory]
    [InlineData("E08-E13", "E11.9", true)]
    [InlineData("e08–e13", "E13.9", true)]
    [InlineData("E08-E13", "E14", false)]
    [InlineData("E11.6", "E11.65", true)]
    [InlineData("E11.6", "E11.9", false)]
    [InlineData("O00-O9A", "O9A.1", true)]
    public void A_range_holds_the_whole_branch_of_its_last_code(string under, string code, bool holds) =>
        Assert.Equal(holds, CodeRange.Parse(under).Contains(CodeKey.Of(CodeSet.Icd10Cm, code)));
}
