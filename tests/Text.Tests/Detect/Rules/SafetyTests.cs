namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Guidelines IV.H and IV.J: doubt, relatives, denials, advice and consent.</summary>
[Collection(nameof(DetectBook))]
public class SafetyTests(DetectBook book)
{
    [Theory]
    [InlineData("IMPRESSION: Suspected right-sided pneumonia, cannot exclude PE.\nPLAN: CT angiogram.", "outpatient", "", "J18 I26")]
    [InlineData("A/P:\n# Chest pain - likely musculoskeletal\n# HTN - stable", "outpatient", "I10 R07.9", "")]
    [InlineData("Assessment: Headache, r/o temporal arteritis. Plan: ESR.", "outpatient", "R51.9", "M31")]
    [InlineData("The mass is worrisome for lymphoma.", "outpatient", "", "C85")]
    [InlineData("May have early dementia.", "outpatient", "", "F03")]
    [InlineData("Lesion most consistent with basal cell carcinoma.", "outpatient", "", "C44")]
    [InlineData("Evaluate for sleep apnea. Snoring.", "outpatient", "R06.83", "G47")]
    [InlineData("It appears that he may be developing pneumonia.", "outpatient", "", "J18")]
    [InlineData("Could be gout or pseudogout. Right great toe pain.", "outpatient", "M79.674", "M10 M11")]
    [InlineData("Working dx: Lyme disease. Rash.", "outpatient", "R21", "A69")]
    [InlineData("Diagnosis of lupus is questionable.", "outpatient", "", "L93 M32")]
    [InlineData("Asthma is suspected.", "outpatient", "", "J45")]
    [InlineData("I suspect that she has fibromyalgia.", "outpatient", "", "M79.7")]
    [InlineData("Tests ordered to rule out anemia.", "outpatient", "", "D64")]
    [InlineData("Her father, who is 80, has Parkinson's disease.", "outpatient", "Z82.0", "G20")]
    [InlineData("Mother: breast cancer, age 45. Father: alive and well.", "outpatient", "Z80.3", "C50")]
    [InlineData("FHx positive for MI and stroke.", "outpatient", "Z82.3 Z82.49", "I21 I63")]
    [InlineData("There is a strong family history of colon cancer.", "outpatient", "Z80.0", "C18")]
    [InlineData("Siblings are healthy except for a sister with asthma.", "outpatient", "Z82.5", "J45")]
    [InlineData("Patient cares for her husband with Alzheimer disease.", "outpatient", "", "G30")]
    [InlineData("The donor had hepatitis C.", "outpatient", "", "B18 B19")]
    [InlineData("Instructed to call for fever, redness or drainage.", "outpatient", "", "R50 L53")]
    [InlineData("Handout on diabetes prevention was given.", "outpatient", "", "E11")]
    [InlineData("Consent: risks of bleeding, infection, nerve injury and death were explained.", "outpatient", "", "R58 S14")]
    [InlineData("Educated on signs and symptoms of stroke.", "outpatient", "", "I63")]
    [InlineData("Statin for prevention of heart disease.", "outpatient", "", "I51")]
    [InlineData("Pneumonia vaccine given last year.", "outpatient", "", "J18")]
    [InlineData("Discharge Instructions: Seek care for chest pain, shortness of breath, or bleeding.", "outpatient", "", "R07 R06 R58")]
    [InlineData("No murmurs, rubs, or gallops. No edema. No rashes.", "outpatient", "", "R01 R60 R21")]
    [InlineData("Patient denies having had seizures.", "outpatient", "", "G40 R56")]
    [InlineData("HEENT: no icterus. Lungs: no wheezes.", "outpatient", "", "R17 R06")]
    [InlineData("Negative for COVID-19, influenza and strep.", "outpatient", "", "U07 J10 J11 J02")]
    [InlineData("She has never had cancer.", "outpatient", "", "C80")]
    [InlineData("Without any sign of infection.", "outpatient", "", "B99")]
    [InlineData("Absence of hypertension.", "outpatient", "", "I10")]
    [InlineData("DVT prophylaxis with heparin.", "outpatient", "", "I82")]
    [InlineData("CC: cough\nHPI: 45 yo M with cough x 3 days, no fever.\nPMH: HTN, DM2, CAD s/p CABG 2015\nMeds: metformin, lisinopril\nExam: lungs clear\nA/P: 1. Acute bronchitis 2. HTN 3. DM2", "outpatient", "E11.9 I10 I25.10 J20.9 Z79.84 Z95.1", "R05 R50")]
    [InlineData("Subjective: Patient reports left ear pain for two days.\nObjective: TM red and bulging.\nAssessment: Acute otitis media, left.\nPlan: Amoxicillin.", "outpatient", "H66.92", "H92")]
    public void Nothing_uncertain_of_others_or_to_come_is_coded(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
