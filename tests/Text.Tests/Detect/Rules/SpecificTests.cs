namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.B.2 and I.B.18.</summary>
[Collection(nameof(DetectBook))]
public class SpecificTests(DetectBook book)
{
    [Theory]
    [InlineData("Moderate recurrent major depression.", "outpatient", "F33.1", "")]
    [InlineData("Generalized anxiety disorder and insomnia.", "outpatient", "F41.1 G47.00", "")]
    [InlineData("Productive cough and chronic kidney disease.", "outpatient", "N18.9 R05.9", "R05.3")]
    [InlineData("Chronic kidney disease; she comes with a cough.", "outpatient", "N18.9 R05.9", "R05.3")]
    [InlineData("Chronic cough and acute sinusitis.", "outpatient", "J01.90 R05.3", "")]
    [InlineData("Chronic migraine without aura, intractable.", "outpatient", "G43.719", "")]
    [InlineData("Crohn's disease of the small intestine with rectal bleeding.", "outpatient", "K50.011", "")]
    [InlineData("Iron deficiency anemia due to chronic blood loss.", "outpatient", "D50.0", "")]
    [InlineData("Stage 2 pressure ulcer of left heel.", "outpatient", "L89.622", "")]
    [InlineData("Acute bacterial sinusitis of the frontal sinus.", "outpatient", "J01.10", "")]
    [InlineData("Chronic kidney disease stage 3b.", "outpatient", "N18.32", "")]
    [InlineData("Alcohol dependence in remission.", "outpatient", "F10.21", "")]
    [InlineData("Opioid use disorder, severe.", "outpatient", "F11.20", "")]
    [InlineData("Lumbar radiculopathy.", "outpatient", "M54.16", "")]
    [InlineData("Lumbar spinal stenosis with neurogenic claudication.", "outpatient", "M48.062", "")]
    [InlineData("Benign paroxysmal vertigo, right ear.", "outpatient", "H81.11", "")]
    [InlineData("Mild intermittent asthma.", "outpatient", "J45.20", "")]
    [InlineData("Vitamin D deficiency.", "outpatient", "E55.9", "")]
    [InlineData("Atopic dermatitis.", "outpatient", "L20.9", "")]
    [InlineData("Peripheral artery disease with intermittent claudication of the right leg.", "outpatient", "I73.9", "")]
    [InlineData("Hyperkalemia and hyponatremia.", "outpatient", "E87.1 E87.5", "")]
    [InlineData("Multiple sclerosis.", "outpatient", "G35.D", "")]
    [InlineData("Paroxysmal atrial fibrillation.", "outpatient", "I48.0", "")]
    [InlineData("Obstructive sleep apnea.", "outpatient", "G47.33", "")]
    [InlineData("Acute hypoxic respiratory failure.", "outpatient", "J96.01", "")]
    [InlineData("Chronic obstructive pulmonary disease.", "outpatient", "J44.9", "")]
    [InlineData("Flank pain.", "outpatient", "R10.A0", "")]
    [InlineData("Restless legs syndrome. Essential tremor.", "outpatient", "G25.0 G25.81", "")]
    [InlineData("Diverticulosis of the colon.", "outpatient", "K57.30", "")]
    [InlineData("Acne vulgaris. Rosacea.", "outpatient", "L70.0 L71.9", "")]
    [InlineData("Bacterial vaginosis.", "outpatient", "N76.0", "")]
    [InlineData("Postmenopausal bleeding.", "outpatient", "N95.0", "")]
    [InlineData("Acute gouty arthritis of the right great toe.", "outpatient", "M10.9", "")]
    [InlineData("Polycystic kidney disease.", "outpatient", "Q61.3", "")]
    [InlineData("Erectile dysfunction.", "outpatient", "N52.9", "")]
    [InlineData("Hashimoto thyroiditis.", "outpatient", "E06.3", "")]
    [InlineData("Hyperlipidemia, mixed.", "outpatient", "E78.2", "")]
    [InlineData("Tobacco abuse, smokes one pack per day.", "outpatient", "F17.210", "")]
    [InlineData("Cervical radiculopathy and neck pain.", "outpatient", "M54.12", "")]
    [InlineData("Bipolar disorder, current episode manic, severe with psychotic features.", "outpatient", "F31.2", "")]
    [InlineData("Low hemoglobin.", "outpatient", "D64.9", "")]
    [InlineData("Lupus.", "outpatient", "L93.0", "")]
    [InlineData("Upper respiratory infection.", "outpatient", "J06.9", "")]
    public void The_most_specific_code_that_is_said(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
