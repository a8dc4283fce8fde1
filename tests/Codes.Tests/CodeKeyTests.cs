using CsCheck;

namespace CodingAhead.Codes.Tests;

public class CodeKeyTests
{
    [Theory]
    [InlineData(CodeSet.Icd10Cm, "m47.816", "M47816", "M47.816")]
    [InlineData(CodeSet.Icd10Cm, "M47816", "M47816", "M47.816")]
    [InlineData(CodeSet.Icd10Cm, " A00 ", "A00", "A00")]
    [InlineData(CodeSet.Icd9Cm, "0010", "0010", "001.0")]
    [InlineData(CodeSet.Icd9Cm, "E8000", "E8000", "E800.0")]
    [InlineData(CodeSet.Icd9Cm, "V0179", "V0179", "V01.79")]
    [InlineData(CodeSet.Icd9Proc, "0010", "0010", "00.10")]
    [InlineData(CodeSet.Icd10Pcs, "0016070", "0016070", "0016070")]
    [InlineData(CodeSet.Hcpcs, "g0439", "G0439", "G0439")]
    [InlineData(CodeSet.Icd10CmBlock, "A00-A09", "A00-A09", "A00-A09")]
    [InlineData(CodeSet.Ndc, "00003029305", "00003029305", "00003029305")]
    public void A_code_is_read_in_any_written_form(CodeSet set, string typed, string stored, string written)
    {
        Assert.True(CodeKey.TryParse(set, typed, out var key));
        Assert.Equal((set, stored, written), (key.Set, key.Code, key.Display));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("64635*")]
    [InlineData("123456789012")]
    [InlineData(".")]
    public void What_is_no_code_is_refused(string typed) => Assert.False(CodeKey.TryParse(CodeSet.Cpt, typed, out _));

    [Theory]
    [InlineData(CodeSet.Cpt, "250.00")]
    [InlineData(CodeSet.Icd10Cm, "E1.19")]
    [InlineData(CodeSet.Icd9Proc, "250.0")]
    [InlineData(CodeSet.Icd9Cm, "25.000")]
    [InlineData(CodeSet.Icd10Pcs, "001.6070")]
    public void A_dot_where_the_set_writes_none_says_that_the_code_is_of_another_set(CodeSet set, string typed) => Assert.False(CodeKey.TryParse(set, typed, out _));

    [Fact]
    public void Keys_sort_as_sets_and_codes_do() =>
        Gen.Select(Gen.Int[1, 16], Gen.String[Gen.Char["0123456789ABCXYZ"], 1, 11], Gen.Int[1, 16], Gen.String[Gen.Char["0123456789ABCXYZ"], 1, 11])
            .Sample((s1, c1, s2, c2) =>
            {
                var byKey = CodeKey.Of((CodeSet)s1, c1).CompareTo(CodeKey.Of((CodeSet)s2, c2));
                var byText = s1 != s2 ? s1.CompareTo(s2) : string.CompareOrdinal(c1, c2);
                return Math.Sign(byKey) == Math.Sign(byText);
            });

    [Fact]
    public void A_prefix_bounds_exactly_the_codes_that_begin_with_it()
    {
        var category = CodeKey.Of(CodeSet.Icd10Cm, "M47");
        Assert.True(CodeKey.Of(CodeSet.Icd10Cm, "M47ZZZZ") < category.EndOfPrefix);
        Assert.True(CodeKey.Of(CodeSet.Icd10Cm, "M48") >= category.EndOfPrefix);
    }
}
