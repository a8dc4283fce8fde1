using System.Globalization;
using CodingAhead.Codes.Modifiers;
using CodingAhead.Codes.Page;
using CodingAhead.Codes.Tests.Modifiers;

namespace CodingAhead.Codes.Tests.Page;

/// <summary>Values seen wrong in other products, as far as a code's page shows them.</summary>
public sealed class WrongValueTests(ModifierBook small) : IClassFixture<ModifierBook>
{
    [Theory]
    // status names, not shifted by one
    [InlineData("status", "A", "Active")]
    [InlineData("status", "B", "Bundled")]
    [InlineData("status", "C", "Contractor-priced")]
    [InlineData("status", "E", "Excluded by regulation")]
    [InlineData("status", "I", "Not valid for Medicare")]
    [InlineData("status", "J", "Anesthesia")]
    [InlineData("status", "M", "Measurement")]
    [InlineData("status", "N", "Non-covered")]
    [InlineData("status", "P", "Bundled or excluded")]
    [InlineData("status", "R", "Restricted coverage")]
    [InlineData("status", "T", "Paid only if alone")]
    [InlineData("status", "X", "Excluded by statute")]
    // MAI 3 is no encounter, MAI 2 is absolute
    [InlineData("mue-mai", "1", "Claim line")]
    [InlineData("mue-mai", "2", "Date of service, policy")]
    [InlineData("mue-mai", "3", "Date of service, clinical")]
    [InlineData("mue-mai", "2", "Absolute")]
    [InlineData("mue-mai", "3", "evidence")]
    // indicator 9 is no denial
    [InlineData("ptp-modifier", "0", "Never together")]
    [InlineData("ptp-modifier", "1", "Modifier may open it")]
    [InlineData("ptp-modifier", "9", "nothing is denied")]
    // OPPS A is paid, by another schedule
    [InlineData("opps-status", "A", "Paid by another fee schedule")]
    // the third procedure is paid at 50 percent, therapy loses practice expense only
    [InlineData("multiple", "2", "the first at 100 percent, the next four at 50 percent")]
    [InlineData("multiple", "3", "is not paid beside its family")]
    [InlineData("multiple", "4", "professional parts lose 5 percent")]
    [InlineData("multiple", "5", "Practice expense, not the whole fee")]
    [InlineData("multiple", "6", "loses 25 percent")]
    [InlineData("multiple", "7", "loses 20 percent")]
    [InlineData("bilateral", "1", "before multiple-procedure cuts")]
    [InlineData("bilateral", "2", "Already bilateral")]
    [InlineData("bilateral", "3", "100 percent each")]
    [InlineData("assistant", "0", "Only with documentation")]
    [InlineData("assistant", "1", "Never, by law")]
    [InlineData("assistant", "2", "Payable")]
    public void A_value_means_what_its_publisher_says(string kind, string value, string says)
    {
        var found = IndicatorValues.Of(small.Book, IndicatorValues.Kinds.Single(k => k.Id == kind), new DateOnly(2025, 10, 15)).Single(v => v.Value == value);
        Assert.Contains(says, $"{found.Label}: {found.Meaning}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mue-mai", "3", "encounter")]
    [InlineData("ptp-modifier", "9", "not paid")]
    [InlineData("opps-status", "A", "Not covered")]
    [InlineData("multiple", "2", "25 percent")]
    public void A_value_does_not_mean_what_others_say(string kind, string value, string wrong)
    {
        var found = IndicatorValues.Of(small.Book, IndicatorValues.Kinds.Single(k => k.Id == kind), new DateOnly(2025, 10, 15)).Single(v => v.Value == value);
        Assert.DoesNotContain(wrong, $"{found.Label}: {found.Meaning}", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Adjudication_indicator_2_stands_between_1_and_3() =>
        Assert.Equal(["1", "2", "3"], IndicatorValues.Of(small.Book, IndicatorValues.Kinds.Single(k => k.Id == "mue-mai"), new DateOnly(2025, 10, 15)).Select(v => v.Value));

    [Theory]
    [InlineData("82", "resident", "physician modifier", "non-physician assistant is AS")]
    [InlineData("78", "return to the operating room", "related", "operating share")]
    [InlineData("79", "Unrelated", "Pays in full", "global period")]
    [InlineData("59", "distinct", "either code", "2019-07-01")]
    public void A_modifier_says_what_it_is(string modifier, params string[] says)
    {
        var row = small.Book.Rows(CodeKey.Of(CodeSet.Modifier, modifier)).SelectMany(r => r.Columns);
        var text = string.Join(' ', row);
        Assert.All(says, s => Assert.Contains(s, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Modifier_82_is_paid_as_a_physician_and_AS_is_not()
    {
        var verdicts = small.Page("27447").Modifiers!.ToDictionary(m => m.Code, m => m.Because);
        Assert.Contains("16 percent of the fee", verdicts["82"], StringComparison.Ordinal);
        Assert.Contains("85 percent", verdicts["AS"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2019-06-30", "64493", "column2")]
    [InlineData("2019-07-01", "64493", "either")]
    [InlineData("2024-08-01", "64493", "either")]
    public void Modifier_59_counts_on_either_code_since_july_2019(string on, string other, string columns)
    {
        var day = DateOnly.Parse(on, CultureInfo.InvariantCulture);
        var answer = TwoCodes.Of(small.Book, CodeKey.Of(CodeSet.Cpt, "64635"), CodeKey.Of(CodeSet.Cpt, other), day);
        Assert.All(NcciAssociated.Distinct, m => Assert.Equal(columns, answer.Modifiers.Single(b => b.Code == m).Columns));
        Assert.Equal("either", answer.Modifiers.Single(b => b.Code == "58").Columns);
    }

    [Theory]
    [InlineData("27447", "2019-06-30", false)] // only column 1 of pairs of indicator 1 in force
    [InlineData("27447", "2019-07-01", true)]
    [InlineData("64635", "2019-06-30", true)] // also column 2 of one
    public void A_code_that_is_only_column_1_took_59_since_july_2019(string code, string on, bool allowed) =>
        Assert.Equal(allowed, small.Page(code, on).Modifiers!.Any(m => m is { Code: "59", Verdict: "allowed" }));

    [Fact]
    public void A_pair_of_indicator_9_denies_nothing()
    {
        var answer = TwoCodes.Of(small.Book, CodeKey.Of(CodeSet.Cpt, "64635"), CodeKey.Of(CodeSet.Cpt, "71046"), new DateOnly(2020, 1, 1));
        Assert.All(answer.Settings, s => Assert.Equal("no-pair", s.State));
        Assert.False(Assert.Single(answer.History).InForce);
    }

    [Theory]
    [InlineData("64622", "64635")]
    [InlineData("64623", "64636")]
    [InlineData("64626", "64633")]
    [InlineData("64627", "64634")]
    public void A_code_deleted_for_2012_is_deleted_and_names_its_successor(string code, string successor)
    {
        var page = small.Page(code);
        Assert.Equal(("deleted", new DateOnly(2011, 12, 31)), (page.Status, page.ValidTo));
        Assert.Equal([successor], page.Successors);
        Assert.Equal("active", small.Page(code, "2011-12-31").Status);
    }

    [Theory]
    [InlineData("64635")]
    [InlineData("64493")]
    public void A_finger_toe_eyelid_or_coronary_modifier_never_fits_the_spine(string code)
    {
        var verdicts = small.Page(code).Modifiers!.ToDictionary(m => m.Code, m => m.Verdict);
        string[] elsewhere = [.. NcciAssociated.All.Where(m => m[0] is 'E' or 'F' or 'T' || m is "LC" or "LD" or "LM" or "RC" or "RI")];
        Assert.Equal(29, elsewhere.Length);
        Assert.All(elsewhere, m => Assert.Equal("never", verdicts[m]));
    }

    [Fact]
    public void The_office_fee_of_64635_in_2026_is_13_92_times_33_4009() // not 480.90
    {
        var row = Assert.Single(small.Page("64635", "2026-01-15").Payment!.Rows);
        Assert.Equal(("nonqpp", 464.94m), (row.Variant, row.NonFacility!.Amount));
    }
}

/// <summary>The same on the real releases, where there are any.</summary>
[Collection(nameof(MirrorBook))]
public sealed class MirrorWrongValueTests(MirrorBook mirror)
{
    [Fact]
    public void Every_value_the_releases_use_has_its_meaning()
    {
        foreach (var kind in IndicatorValues.Kinds.Where(k => k.Columns.Count > 0))
        {
            var known = IndicatorValues.Of(mirror.Book, kind, new DateOnly(2026, 4, 15));
            Assert.True(known.Sum(v => v.Codes) > 0, $"{kind.Id}: no code");
            foreach (var row in mirror.Book.Keys(CodeSet.Cpt).Concat(mirror.Book.Keys(CodeSet.Hcpcs)).SelectMany(k => kind.Columns.DistinctBy(c => c.Table).SelectMany(c =>
                         mirror.Book.Rows(k, mirror.Book.Tables[mirror.Book.TableNumber(c.Table)]).SelectMany(r => IndicatorSection.Values(kind.Id, r[c.Column])))).Where(v => v.Length > 0).ToHashSet())
                Assert.True(known.Any(v => v.Value == row), $"{kind.Id}: no meaning for {row}");
        }
    }

    [Theory]
    [InlineData("64635", "80", "never")]
    [InlineData("64635", "50", "pays-differently")]
    [InlineData("64635", "T5", "never")]
    [InlineData("27447", "80", "pays-differently")]
    [InlineData("99213", "25", "allowed")]
    [InlineData("71046", "TC", "pays-differently")]
    [InlineData("00100", "QX", "pays-differently")]
    public void Verdicts_of_well_known_codes(string code, string modifier, string verdict) =>
        Assert.Equal(verdict, CodePageBuilder.Build(mirror.Book, CodeKey.Of(CodeSet.Cpt, code), new DateOnly(2025, 10, 15)).Modifiers!.Single(m => m.Code == modifier).Verdict);

    [Fact]
    public void A_pair_whose_indicator_changed_is_answered_by_the_row_of_the_date() // 58573 and 58571: 1 until 2024-03-31, then 0
    {
        var answer = TwoCodes.Of(mirror.Book, CodeKey.Of(CodeSet.Cpt, "58573"), CodeKey.Of(CodeSet.Cpt, "58571"), new DateOnly(2024, 8, 1));
        Assert.Equal(0, answer.Settings.Single(s => s.Setting == "practitioner").Indicator);
        Assert.Contains(answer.History, h => h.Indicator == 1 && h.To == new DateOnly(2024, 3, 31));
        Assert.Empty(answer.Modifiers);
    }
}
