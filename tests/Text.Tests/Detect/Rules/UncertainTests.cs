namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines II.H, IV.H: what is uncertain is coded only for inpatients; its symptom otherwise.</summary>
[Collection(nameof(DetectBook))]
public class UncertainTests(DetectBook book)
{
    [Theory]
    [InlineData("Dyspnea on exertion, rule out pulmonary embolism.", "outpatient", "R06.09", "I26")]
    [InlineData("Hematuria. Question of bladder cancer.", "outpatient", "R31.9", "C67")]
    [InlineData("Left flank pain, likely kidney stone.", "outpatient", "R10.A2", "N20")]
    [InlineData("CT findings suspicious for diverticulitis. Abdominal pain and fever.", "outpatient", "R10.9 R50.9", "K57")]
    [InlineData("Fatigue; suspect hypothyroidism.", "outpatient", "R53.83", "E03")]
    [InlineData("Chest pain, possibly GERD versus costochondritis.", "outpatient", "R07.9", "K21 M94")]
    [InlineData("Discharge diagnosis: probable aspiration pneumonia.", "inpatient", "J69.0", "")]
    [InlineData("Discharge diagnosis: suspected influenza A.", "inpatient", "J11.1", "J10")]
    [InlineData("Final diagnosis: likely acute pancreatitis.", "inpatient", "K85.90", "")]
    [InlineData("Discharge: possible Zika virus infection. Rash.", "inpatient", "R21", "A92.5")]
    [InlineData("Syncope, cannot rule out seizure.", "outpatient", "R55", "R56 G40")]
    [InlineData("Presumed bacterial conjunctivitis of the left eye. Red eye.", "outpatient", "", "H10")]
    public void An_uncertain_diagnosis_is_coded_only_in_hospital(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
