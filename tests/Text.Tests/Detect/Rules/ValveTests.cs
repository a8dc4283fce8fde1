namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Tabular List, I08: diseases of several valves; I27.2: pulmonary hypertension by its cause; I15: secondary hypertension.</summary>
[Collection(nameof(DetectBook))]
public class ValveTests(DetectBook book)
{
    [Theory]
    [InlineData("Moderate MR and mild TR.", "I08.1")]
    [InlineData("Aortic stenosis and mitral regurgitation.", "I08.0")]
    [InlineData("Aortic stenosis, mitral regurgitation, tricuspid regurgitation.", "I08.3")]
    [InlineData("Nonrheumatic aortic stenosis and nonrheumatic mitral regurgitation.", "I34.0 I35.0")]
    [InlineData("Severe aortic stenosis, no mitral regurgitation.", "I35.0")]
    [InlineData("Mitral regurgitation.", "I34.0")]
    public void Several_valves_are_one_code(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    [Theory]
    [InlineData("Pulmonary hypertension due to COPD.", "I27.23 J44.9")]
    [InlineData("Pulmonary hypertension due to lung disease.", "I27.23")]
    [InlineData("Pulmonary hypertension, COPD.", "I27.20 J44.9")]
    [InlineData("Hypertension due to primary aldosteronism.", "E26.09 I15.2")]
    [InlineData("Hypertension due to polycystic kidney disease.", "I15.1 Q61.3")]
    [InlineData("Hypertension due to anxiety.", "F41.9 I10")]
    public void Hypertension_is_coded_by_its_cause_where_the_note_names_it(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    [Theory]
    [InlineData("Mech AVR 2011 on warf.", "Z79.01 Z95.2")]
    [InlineData("AVR (mechanical) 2010, takes coumadin daily.", "Z79.01 Z95.2")]
    [InlineData("S/p MVR 2016 on apix.", "Z79.01 Z95.2")]
    [InlineData("Bioprosthetic AVR 2019.", "Z95.3")]
    [InlineData("s/p MVR 2012, tissue valve.", "Z95.3")]
    [InlineData("Severe MR, MVR planned.", "I34.0")]
    public void A_valve_that_was_replaced_is_a_status(string text, string codes) => Assert.Equal(codes, book.Codes(text));
}
