namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>What a note tells beside the name of a disease decides about its code: place, degree, eye, stage, receptors, pathology, the year it was.</summary>
[Collection(nameof(DetectBook))]
public class ToldBesideTests(DetectBook book)
{
    [Theory]
    // Words that are no disease there.
    [InlineData("Growth and development are normal.", "", "D49")]
    [InlineData("Follow up with PCP.", "", "F16")]
    [InlineData("PSA 1.8. WBC 7.2. LDL 90. BP 120/70.", "", "N42 D72 R92 D75")]
    [InlineData("Sent over from the ED. Enlarged prostate.", "N40.0", "N52")]
    [InlineData("Erectile dysfunction, ED for two years, enlarged prostate.", "N40.0 N52.9", "")]
    [InlineData("Tetanus up to date.", "", "A35")]
    [InlineData("Tetanus with lockjaw.", "A35", "")]
    [InlineData("Callus of the left heel, pared.", "L84", "")]
    [InlineData("No ICD shocks since the last device check.", "", "Z45")]
    [InlineData("Living donor kidney transplant in 2016.", "Z94.0", "Z52")]
    [InlineData("Referred for hearing aid evaluation.", "", "Z97")]
    // Long over.
    [InlineData("Myocardial infarction in 2017.", "I25.2", "I21")]
    [InlineData("Optic neuritis (2020).", "", "H46")]
    [InlineData("Sinusitis, which has resolved.", "", "J32 J01")]
    [InlineData("Type 2 diabetes diagnosed in 2018.", "E11.9", "")]
    // Injuries in one stage.
    [InlineData("Closed fracture of the left distal radius. Cast removed, good callus.", "S52.502D", "S52.502A L84")]
    [InlineData("Ankle pain, a late effect of the bimalleolar fracture of the right ankle.", "M25.571 S82.841S", "S82.841A")]
    [InlineData("Nondisplaced fracture of the right fifth metatarsal, follow-up in 2 weeks.", "S92.354A", "S92.354D")]
    // Burns by site and degree.
    [InlineData("3rd degree burn of right foot.", "T25.321A", "")]
    [InlineData("Left forearm, blistered, no charring = second-degree burn.", "T22.212A", "")]
    [InlineData("Second-degree burn of the left thigh and first-degree burn of the abdomen.", "T21.12XA T24.212A", "")]
    // Eyes.
    [InlineData("Primary open angle glaucoma, right eye severe, left eye mild.", "H40.1113 H40.1121", "H40.1130")]
    [InlineData("POAG OU: right eye mild stage, left eye moderate stage.", "H40.1111 H40.1122", "")]
    [InlineData("Proliferative diabetic retinopathy.", "E11.3599", "E11.3591")]
    [InlineData("Type 1 DM. OS: proliferative diabetic retinopathy.", "E10.3592", "E10.3591 E10.3599")]
    // Teeth.
    [InlineData("Occlusal caries extending into dentin.", "K02.52", "K02.9")]
    [InlineData("Dental caries on the smooth surface limited to enamel.", "K02.61", "K02.9")]
    [InlineData("Dental caries.", "K02.9", "")]
    // Joints.
    [InlineData("Post-traumatic arthritis, left ankle.", "M19.172", "M19.92")]
    [InlineData("Primary osteoarthritis of both hips.", "M16.0", "M16.11 M16.12")]
    [InlineData("Primary osteoarthritis of the left hip.", "M16.12", "M16.0")]
    [InlineData("1) Hearing loss, bilateral 2) tinnitus, left.", "H91.93 H93.12", "H93.13")]
    public void What_stands_beside_it_decides(string text, string codes, string never) => Check(text, codes, never);

    [Theory]
    // Receptors of a breast cancer.
    [InlineData("Breast cancer of the left breast, ER+/PR+/HER2-.", "C50.912 Z17.0 Z17.21 Z17.32", "Z17.1 Z17.411")]
    [InlineData("Left breast cancer, ER negative, PR negative, HER2 positive.", "C50.912 Z17.1 Z17.22 Z17.31", "Z17.0 Z17.420")]
    [InlineData("Triple negative breast cancer, right.", "C50.911 Z17.421", "")]
    [InlineData("HER2 negative breast cancer, left, with bone metastases.", "C50.912 C79.51 Z17.32", "Z17.31")]
    // Pathology.
    [InlineData("Polyp of the sigmoid colon removed. Pathology: tubular adenoma.", "D12.5", "K63.5 D36.9")]
    [InlineData("Polyp of the sigmoid colon removed. Pathology: hyperplastic, no adenoma.", "K63.5", "D12")]
    [InlineData("Papule, left nasal ala - biopsy returned basal cell carcinoma.", "C44.311", "C44.91")]
    [InlineData("Nodule of the right cheek, pathology: basal cell carcinoma.", "C44.319", "C44.91")]
    [InlineData("Left forearm lesion, biopsy shows squamous cell carcinoma.", "C44.629", "C44.92")]
    // Cancers that were treated.
    [InlineData("Prostatectomy for prostate cancer in 2019. PSA rising. Assessment: history of prostate cancer.", "R97.21 Z85.46", "C61 R97.20")]
    [InlineData("Surveillance colonoscopy. History of colon cancer, hemicolectomy 2018, no recurrence.", "Z08 Z85.038 Z90.49", "C18")]
    [InlineData("Prostate cancer on active surveillance.", "C61", "Z08")]
    // COVID-19.
    [InlineData("Fatigue due to long COVID.", "R53.83 U09.9", "U07.1")]
    [InlineData("COVID-19 with cough.", "U07.1", "U09.9")]
    // Drugs.
    [InlineData("Hypertension. He stopped taking losartan because he could not afford it.", "I10 T46.5X6A Z91.120", "")]
    [InlineData("Hypertension. Losartan was stopped because of cough.", "I10 R05.9", "T46.5X6A")]
    [InlineData("Severe opioid use disorder, still using fentanyl daily.", "F11.20", "Z79.891")]
    [InlineData("Type 2 diabetes without complications on metformin.", "E11.9 Z79.84", "")]
    [InlineData("Kidney transplant recipient. Immunosuppression: tacrolimus.", "Z79.621 Z94.0", "")]
    // Diabetes in remission.
    [InlineData("Type 2 diabetes in remission.", "E11.A", "E11.9")]
    [InlineData("Type 2 diabetes. Leukemia in remission.", "C95.91 E11.9", "E11.A")]
    // The prostate and its symptoms; lists.
    [InlineData("A: BPH with lower urinary tract symptoms - nocturia and urinary retention.", "N40.1 R33.8 R35.1", "N40.0")]
    [InlineData("Impression: 1) atypical chest pain, 2) hypertension.", "I10 R07.89", "R07.9")]
    [InlineData("Generalized anxiety disorder; alcohol use disorder, moderate.", "F10.20 F41.1", "F10.280")]
    [InlineData("Chronic cholecystitis with cholelithiasis, no fever.", "K80.10", "K80.20")]
    // Visits.
    [InlineData("Aftercare visit, 6 weeks s/p left total hip arthroplasty.", "Z47.1 Z96.642", "")]
    [InlineData("10-day-old girl for newborn check.", "Z00.111", "Z00.129")]
    [InlineData("5-day-old boy for newborn check.", "Z00.110", "Z00.129")]
    [InlineData("Laceration of the left hand. Tdap given.", "S61.412A Z23", "")]
    public void What_is_told_once_more_decides(string text, string codes, string never) => Check(text, codes, never);

    private void Check(string text, string codes, string never)
    {
        var found = book.Codes(text, "outpatient");
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' ', StringSplitOptions.RemoveEmptyEntries), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
