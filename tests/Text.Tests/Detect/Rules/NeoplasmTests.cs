namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.C.2.</summary>
[Collection(nameof(DetectBook))]
public class NeoplasmTests(DetectBook book)
{
    [Theory]
    [InlineData("Carcinoma of the upper outer quadrant of the left breast.", "outpatient", "C50.412", "")]
    [InlineData("Metastatic cancer to the liver from colon cancer.", "outpatient", "C18.9 C78.7", "")]
    [InlineData("Squamous cell carcinoma of the lip.", "outpatient", "C44.02", "")]
    [InlineData("Lipoma of the back.", "outpatient", "D17.1", "")]
    [InlineData("Basal cell carcinoma of the nose.", "outpatient", "C44.311", "")]
    [InlineData("Multiple myeloma in remission.", "outpatient", "C90.01", "")]
    public void A_tumour_is_coded_by_site_and_behaviour(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Lung cancer. Mediastinal node biopsy positive for metastatic adenocarcinoma.", "C34.90 C77.1")]
    [InlineData("Right breast cancer, 3 of 14 axillary nodes positive.", "C50.911 C77.3")]
    [InlineData("Supraclavicular node positive for metastasis.", "C77.0")]
    [InlineData("Excision of left cervical lymph node: metastatic carcinoma, primary unknown.", "C77.0 C80.1")]
    [InlineData("No metastatic carcinoma in 12 axillary nodes. Right breast cancer.", "C50.911")]
    [InlineData("Bone metastasis in the right humerus from renal cell carcinoma.", "C64.9 C79.51")]
    [InlineData("Flushing, wheezing and diarrhea of carcinoid syndrome.", "E34.00")]
    [InlineData("Breast lump, left. Biopsy: carcinoma of the left breast, ER 90%, HER2 negative.", "C50.912 Z17.0 Z17.32")]
    [InlineData("Breast cancer, left, hormone receptor positive, HER2 negative.", "C50.912 Z17.411")]
    [InlineData("Bone metastasis from thyroid cancer.", "C73 C79.51")]
    public void Nodes_metastases_and_what_belongs_to_a_tumour(string text, string codes) => Assert.Equal(codes, book.Codes(text));
}
