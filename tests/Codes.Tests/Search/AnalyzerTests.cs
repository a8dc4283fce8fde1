using CodingAhead.Codes.Search;

namespace CodingAhead.Codes.Tests.Search;

public sealed class AnalyzerTests
{
    [Theory]
    // Spelling variants.
    [InlineData("anaemia", "anemia")]
    [InlineData("oesophagus", "esophagus")]
    [InlineData("tumour of the lung", "tumor of lung")]
    [InlineData("malignant tumours", "malignant tumor")]
    [InlineData("leukaemia", "leukemia")]
    [InlineData("goitre", "goiter")]
    [InlineData("immunisation", "immunization")]
    [InlineData("Ménière", "Meniere")]
    // Forms of a word.
    [InlineData("fractures", "fracture")]
    [InlineData("biopsies", "biopsy")]
    [InlineData("ischemic", "ischemia")]
    [InlineData("stenotic", "stenosis")]
    [InlineData("psoriatic", "psoriasis")]
    [InlineData("keratoses", "keratosis")]
    [InlineData("metastases", "metastasis")]
    [InlineData("prostheses", "prosthesis")]
    [InlineData("paralyses", "paralysis")]
    [InlineData("crises", "crisis")]
    // The same concept in other words.
    [InlineData("renal failure", "kidney failure")]
    [InlineData("lung cancer", "malignant neoplasm of lung")]
    [InlineData("heart attack", "myocardial infarction")]
    [InlineData("T2DM type ii", "T2DM type 2")]
    [InlineData("bleeding gums", "gingival hemorrhage")]
    [InlineData("palsy of the XII nerve", "paralysis of hypoglossal nerve")]
    [InlineData("fx femur", "fracture femur")]
    // Hyphens, possessives, fillers.
    [InlineData("non-toxic", "nontoxic")]
    [InlineData("non toxic", "nontoxic")]
    [InlineData("Crohn's disease", "Crohn disease")]
    [InlineData("Chagas' disease", "Chagas disease")]
    [InlineData("pain in the left knee", "pain left knee")]
    [InlineData("w/o", "without")]
    [InlineData("d/t", "due to")]
    public void Means_the_same(string a, string b) => Assert.Equal(Stems(a), Stems(b));

    [Theory]
    [InlineData("hyponatremia", "hypernatremia")]
    [InlineData("with obstruction", "without obstruction")]
    [InlineData("left knee", "right knee")]
    [InlineData("type 1", "type 2")]
    [InlineData("neuritis", "neurosis")]
    [InlineData("ileum", "ilium")]
    [InlineData("toe", "foot")]
    [InlineData("perineal", "peroneal")]
    public void Means_something_else(string a, string b) => Assert.NotEqual(Stems(a), Stems(b));

    [Fact]
    public void Words_in_brackets_are_optional()
    {
        var terms = new List<Term>();
        Analyzer.Analyze("Fistula (acquired) of bladder", terms);
        Assert.Equal([("fistula", false), ("acquired", true), ("bladder", false)], terms.Select(t => (t.Surface, t.Optional)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ,;- ")]
    [InlineData("(((")]
    [InlineData("'''s")]
    [InlineData("😀 — …")]
    public void Text_without_words_has_no_terms(string text) => Assert.Empty(Stems(text));

    [Fact]
    public void Any_text_is_read_without_an_error()
    {
        CsCheck.Check.Sample(CsCheck.Gen.String, text => Stems(text).Length >= 0);
    }

    private static string[] Stems(string text)
    {
        var terms = new List<Term>();
        Analyzer.Analyze(text, terms);
        return [.. terms.Select(t => t.Text).Order(StringComparer.Ordinal)];
    }
}
