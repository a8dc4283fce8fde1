using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Tests.Page;

/// <summary>A code on two dates, in a book of two invented quarters.</summary>
public sealed class InventedComparisonTests(InventedBook invented) : IClassFixture<InventedBook>
{
    [Fact]
    public void An_indicator_that_changed_is_told_in_words_with_the_line_of_either_side()
    {
        var compared = Of("99991", "2025-09-30", "2025-10-01");
        var indicators = Assert.Single(compared.Sections, s => s.Id == "indicators");
        var global = Assert.Single(indicators.Differences, d => d.What == "Global days");
        Assert.Equal("changed", global.Kind);
        Assert.StartsWith("090", global.From, StringComparison.Ordinal);
        Assert.StartsWith("010", global.To, StringComparison.Ordinal);
        Assert.Equal("RVU25C", compared.From.Sources.Single(s => s.Id == global.FromSource).Edition);
        Assert.Equal("RVU25D", compared.To.Sources.Single(s => s.Id == global.ToSource).Edition);
        Assert.False(compared.Same);
    }

    [Theory]
    [InlineData("99991", "2025-09-30", "2025-10-01")]
    [InlineData("99991", "2025-06-30", "2026-02-01")]
    [InlineData("99992", "2025-07-01", "2025-12-31")]
    [InlineData("G9991", "2025-01-01", "2025-12-31")]
    public void Turned_round_everything_is_turned_round(string code, string from, string to) => Mirrors.Check(Of(code, from, to), Of(code, to, from));

    [Theory]
    [InlineData("99991", "2025-10-01")]
    [InlineData("99991", "2026-02-01")]
    [InlineData("D9991", "2025-07-01")]
    public void A_date_does_not_differ_from_itself(string code, string on)
    {
        var compared = Of(code, on, on);
        Assert.True(compared.Same);
        Assert.Empty(compared.Sections);
    }

    private PageComparison Of(string code, string from, string to) =>
        PageComparison.Of(invented.Book, CodeKey.Of(char.IsAsciiLetter(code[0]) ? CodeSet.Hcpcs : CodeSet.Cpt, code), Mirrors.Date(from), Mirrors.Date(to));
}

/// <summary>The same on the real releases.</summary>
[Collection(nameof(MirrorBook))]
public sealed class MirrorComparisonTests(MirrorBook mirror)
{
    [Theory]
    // set, code, first date, second date, section, kind, what, before, after
    [InlineData(CodeSet.Cpt, "64622", "2011-12-31", "2012-01-01", "status", "changed", "Status", "Active", "Deleted")]
    [InlineData(CodeSet.Cpt, "64622", "2011-12-31", "2012-01-01", "status", "added", "Replaced by", null, "64635")]
    [InlineData(CodeSet.Cpt, "64635", "2011-12-31", "2012-01-01", "status", "changed", "Status", "not yet valid", "Active")]
    [InlineData(CodeSet.Icd10Cm, "E78.01", "2025-09-30", "2025-10-01", "status", "changed", "Billable", "yes", "no")]
    [InlineData(CodeSet.Cpt, "99213", "2013-09-30", "2023-12-31", "ncci", "changed", "Practitioner: pairs with this code in column 1", "164", "123")]
    [InlineData(CodeSet.Cpt, "99213", "2013-09-30", "2023-12-31", "ncci", "removed", "Practitioner: pays over 99354", "0, never together", null)]
    public void A_change_between_two_dates_is_found(CodeSet set, string code, string from, string to, string section, string kind, string what, string? before, string? after)
    {
        var compared = PageComparison.Of(mirror.Book, CodeKey.Of(set, code), Mirrors.Date(from), Mirrors.Date(to));
        Assert.Contains(compared.Sections.Single(s => s.Id == section).Differences, d => (d.Kind, d.What, d.From, d.To) == (kind, what, before, after));
    }

    [Fact]
    public void A_code_that_was_split_names_the_new_codes_below_it()
    {
        var compared = PageComparison.Of(mirror.Book, CodeKey.Of(CodeSet.Icd10Cm, "E78.01"), Mirrors.Date("2025-09-30"), Mirrors.Date("2025-10-01"));
        Assert.Equal(["More specific code E78.010 Homozygous familial hypercholesterolemia [HoFH]", "To complete it More detail is missing: choose one of the codes below."], compared.Sections.Single(s => s.Id == "choices").Differences.Where(d => !d.To!.StartsWith("E78.01", StringComparison.Ordinal) || d.To.StartsWith("E78.010", StringComparison.Ordinal)).Select(d => $"{d.What} {d.To}"));
        Assert.Equal(["E78.010", "E78.011", "E78.019"], compared.Sections.Single(s => s.Id == "below").Differences.Where(d => d.Kind == "added").Select(d => d.To![..7]));
    }

    [Fact]
    public void The_fee_schedule_of_a_quarter_that_is_not_loaded_is_no_difference()
    {
        // The mirror's relative values begin with October 2025.
        var compared = PageComparison.Of(mirror.Book, CodeKey.Of(CodeSet.Cpt, "64635"), Mirrors.Date("2025-09-30"), Mirrors.Date("2025-10-15"));
        Assert.Empty(compared.Sections.Single(s => s.Id == "indicators").Differences);
        Assert.Contains("pfs", compared.Sections.Single(s => s.Id == "indicators").Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CodeSet.Cpt, "64635", "2011-06-01", "2025-10-15")]
    [InlineData(CodeSet.Cpt, "64622", "2011-06-01", "2025-10-15")]
    [InlineData(CodeSet.Cpt, "99213", "2013-09-30", "2023-12-31")]
    [InlineData(CodeSet.Icd10Cm, "E78.01", "2025-09-30", "2025-10-01")]
    [InlineData(CodeSet.Icd10Cm, "U07.1", "2021-01-01", "2025-12-31")]
    [InlineData(CodeSet.Icd10Cm, "E11.9", "2014-01-01", "2026-11-22")]
    [InlineData(CodeSet.Icd10Pcs, "0SR9019", "2016-01-01", "2026-01-01")]
    [InlineData(CodeSet.Hcpcs, "G0439", "2019-06-01", "2026-05-01")]
    public void Turned_round_everything_is_turned_round_and_a_date_does_not_differ_from_itself(CodeSet set, string code, string from, string to)
    {
        var key = CodeKey.Of(set, code);
        var (first, second) = (Mirrors.Date(from), Mirrors.Date(to));
        Mirrors.Check(PageComparison.Of(mirror.Book, key, first, second), PageComparison.Of(mirror.Book, key, second, first));
        Assert.True(PageComparison.Of(mirror.Book, key, first, first).Same);
        Assert.True(PageComparison.Of(mirror.Book, key, second, second).Same);
    }

    [Fact]
    public void Every_pair_that_ended_is_counted_on_the_day_after()
    {
        // The mirror's pairs state their last day; their first is blank.
        var key = CodeKey.Of(CodeSet.Cpt, "64635");
        var days = PairHistory.Of(mirror.Book, key).Where(p => p.Setting == "practitioner").ToList();
        var ended = mirror.Book.PairsWithColumn1(key).Where(p => p.Setting == Codes.Import.PtpSetting.Practitioner && p.Indicator != 9 && p.To is not null).ToList();
        Assert.NotEmpty(ended);
        Assert.Equal(ended.Count, days.Sum(d => d.DeletedAsColumn1));
        Assert.All(ended, p => Assert.Contains(days, d => d.Date == p.To!.Value.AddDays(1) && d.DeletedAsColumn1 > 0));
    }
}

/// <summary>What two comparisons of the same dates in either order have in common.</summary>
internal static class Mirrors
{
    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    public static void Check(PageComparison there, PageComparison back)
    {
        Assert.Equal(there.Same, back.Same);
        Assert.Equal(there.From.Sources, back.To.Sources);
        Assert.Equal(there.To.Sources, back.From.Sources);
        Assert.Equal(there.Sections.Select(s => (s.Id, s.Note)), back.Sections.Select(s => (s.Id, s.Note)));
        foreach (var (one, two) in there.Sections.Zip(back.Sections))
        {
            var turned = two.Differences.Select(d => d with
            {
                Kind = d.Kind switch { "added" => "removed", "removed" => "added", var same => same },
                From = d.To, To = d.From, FromSource = d.ToSource, ToSource = d.FromSource,
            });
            Assert.Equal(one.Differences.OrderBy(Sorted, StringComparer.Ordinal), turned.OrderBy(Sorted, StringComparer.Ordinal));
        }

        static string Sorted(Difference d) => $"{d.Field}|{d.Kind}|{d.From}|{d.To}";
    }
}
