namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.C.9.a.</summary>
[Collection(nameof(DetectBook))]
public class HypertensionTests(DetectBook book)
{
    [Theory]
    [InlineData("Hypertension with CKD stage 3a.", "outpatient", "I12.9 N18.31", "I10")]
    [InlineData("HTN, CHF and CKD stage 4.", "outpatient", "I13.0 I50.9 N18.4", "I10")]
    [InlineData("Hypertension and end stage renal disease on dialysis.", "outpatient", "I12.0 N18.6 Z99.2", "I10")]
    [InlineData("Elevated blood pressure reading, no diagnosis of hypertension.", "outpatient", "R03.0", "I10")]
    [InlineData("Essential hypertension and chronic diastolic heart failure.", "outpatient", "I11.0 I50.32", "I10")]
    [InlineData("Hypertension, CKD stage 3a.", "outpatient", "I12.9 N18.31", "I15")]
    [InlineData("Hypertension and CKD.", "outpatient", "I12.9 N18.9", "I15")]
    [InlineData("Hypertension, heart disease.", "outpatient", "I11.9", "I15")]
    [InlineData("Hypertension secondary to renal artery stenosis.", "outpatient", "I15.0 I70.1", "I10")]
    [InlineData("Hypertensive heart disease with heart failure and CKD stage 2.", "outpatient", "I13.0 I50.9 N18.2", "I11")]
    [InlineData("Hypertensive heart disease with heart failure.", "outpatient", "I11.0 I50.9", "I10")]
    [InlineData("Hypertensive heart disease with heart failure; chronic systolic heart failure.", "outpatient", "I11.0 I50.22", "I50.9")]
    [InlineData("White coat hypertension.", "outpatient", "R03.0", "I10")]
    public void Heart_and_kidney_disease_belong_to_hypertension(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
