namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>What whole notes say around their diagnoses: warnings, relatives, what is over, the operation and its report, the side named elsewhere.</summary>
[Collection(nameof(DetectBook))]
public class WholeNoteTests(DetectBook book)
{
    [Theory]
    // What a drug or an operation may do.
    [InlineData("1. Psoriasis - methotrexate can raise liver enzymes and cause pneumonitis.\n2. Gout - stable.", "L40.9 M10.9")]
    [InlineData("Plan: Discussed insomnia, sexual dysfunction, akathisia with the new drug. Assessment: panic disorder.", "F41.0")]
    [InlineData("Assessment: left inguinal hernia. Risks - chronic pain, seroma, ischemic orchitis.", "K40.90")]
    [InlineData("Assessment: osteoporosis. Osteonecrosis of the jaw has been reported with this drug.", "M81.0")]
    [InlineData("Assessment: eczema. Bloating possible with the tablets.", "L30.9")]
    [InlineData("Immunotherapy discussed: hives, eosinophilic esophagitis, anaphylaxis. Assessment: allergic rhinitis.", "J30.9")]
    [InlineData("ASSESSMENT\n1. Rheumatoid arthritis. Told about shingles, tuberculosis.\n2. Osteopenia.\n\nPATIENT EDUCATION (printed): Gout attacks come at night.", "M06.9 M85.80")]
    [InlineData("Assessment/Plan:\n1. Migraine. Topiramate: kidney stones, glaucoma; drink a lot.\n2. Hypothyroidism - same dose.", "E03.9 G43.909")]
    [InlineData("A/P\n1. Onychomycosis: terbinafine after liver tests.\n2. Plantar fasciitis. Night splint; rash, taste loss, hepatitis reviewed.", "B35.1 M72.2")]
    [InlineData("Impr.\n1/ Vitamin D deficiency\nPlan.\nShort steroid: insomnia, hyperglycemia, glaucoma.", "E55.9")]
    [InlineData("Go to the ER for any new headache or loss of vision. Assessment: giant cell arteritis.", "M31.6")]
    [InlineData("Immunization today: influenza, recombinant zoster. Assessment: gout.", "M10.9 Z23")]
    [InlineData("I told her of bleeding, pneumothorax and infection. Assessment: gout.", "M10.9")]
    [InlineData("Assessment: actinic keratosis of the scalp. Untreated it can turn into squamous cell carcinoma.", "L57.0")]
    [InlineData("Assessment: breast mass, left. Trastuzumab risk of cardiomyopathy reviewed.", "N63.20")]
    [InlineData("DDx considered: PE, pneumonia, costochondritis, GERD. Assessment: atypical chest pain.", "R07.89")]
    // What the patient fears, and what others said.
    [InlineData("He is sure it's cancer. Assessment: lipoma of the back.", "D17.1")]
    [InlineData("She was told at another clinic that she had lupus. Assessment: fibromyalgia.", "M79.7")]
    [InlineData("Her husband, who came along, has a pacemaker. Assessment: gout.", "M10.9")]
    // What is over.
    [InlineData("PMH: R breast ca 1999, mastectomy, no treatment since. Assessment: gout.", "M10.9 Z85.3 Z90.11")]
    [InlineData("38M. Last DKA 2018. Assessment: type 1 diabetes.", "E10.9")]
    [InlineData("Optic neuritis 2017, full recovery. Assessment: gout.", "M10.9")]
    [InlineData("PMH: migraine in her 30s. Assessment: atrophic vaginitis.", "N95.2")]
    [InlineData("Had a urinary infection in July that was treated and cleared. Assessment: gout.", "M10.9 Z87.440")]
    [InlineData("PMH: asthma as a toddler, outgrown. Assessment: tinea cruris.", "B35.6")]
    [InlineData("9-year-old girl. PMH: croup at age 3. Assessment: impetigo.", "L01.00")]
    [InlineData("3-year-old boy. PMH: neonatal jaundice. Assessment: acute bronchitis.", "J20.9")]
    [InlineData("Hepatitis C, cured in 2019. Assessment: gout.", "M10.9 Z86.19")]
    [InlineData("PSH: inguinal hernia, cataract. Assessment: gout.", "M10.9")]
    [InlineData("Latent tuberculosis, treated with rifampin for 4 months. Assessment: psoriasis.", "L40.9 Z86.15")]
    // Relatives, told in a line of their own.
    [InlineData("FHx: dad glaucoma, aunt psoriasis\nVA 20/20\nAssessment: dry eye syndrome of both lacrimal glands", "H04.123 Z83.511 Z84.0")]
    [InlineData("Her sister carries a diagnosis of lupus nephritis. Assessment: gout.", "M10.9 Z82.69")]
    // Pseudo-negation and denial.
    [InlineData("No interval growth of the known hepatic hemangioma.", "D18.03")]
    [InlineData("Scleroderma not supported by serology. Assessment: Raynaud's syndrome.", "I73.00")]
    [InlineData("He does not meet criteria for fibromyalgia. Assessment: low back pain.", "M54.50")]
    [InlineData("Prostate not enlarged. Assessment: nocturia.", "R35.1")]
    [InlineData("No sleep apnea on testing. Assessment: gout.", "M10.9")]
    [InlineData("She has no diabetes; metformin is not because she has diabetes. Assessment: polycystic ovary syndrome.", "E28.2")]
    // Words that name something else.
    [InlineData("TBI 0.8, ABI 1.0. Assessment: gout.", "M10.9")]
    [InlineData("CT CAP without metastasis. Walks over 4 METs. Assessment: gout.", "M10.9")]
    [InlineData("Wound base red granulation. Screen breaks for his eyes. Assessment: gout.", "M10.9")]
    [InlineData("Three days of fever. Assessment: influenza A.", "J10.1")]
    [InlineData("Hearing aids were recommended. Assessment: presbycusis of both ears.", "H91.13")]
    [InlineData("SLE: cornea clear, lens clear OU. Assessment: chalazion of the right upper eyelid.", "H00.11")]
    [InlineData("Allergy & Asthma Center. Assessment: contact dermatitis.", "L25.9")]
    [InlineData("He had a TURP in 2015. Assessment: gout.", "M10.9")]
    [InlineData("Pleuritic chest pain.", "R07.81")]
    [InlineData("Exercise-induced asthma.", "J45.990")]
    // The side of the part that the note speaks of.
    [InlineData("HPI: right knee pain for two years. The left knee was replaced in 2019. Assessment: Primary osteoarthritis of the knee.", "M17.11")]
    [InlineData("MRI LEFT SHOULDER\nReason: shoulder pain.\nImpression: adhesive capsulitis.", "M75.02")]
    [InlineData("Right hand dominant. Left hand: 2 cm laceration of the palm. Assessment: laceration of hand.", "S61.412A")]
    [InlineData("Right ear otitis externa and labyrinthitis, both treated.", "H60.91 H83.01")]
    // Stages and combinations.
    [InlineData("Intermediate dry AMD of the left eye.", "H35.3122")]
    [InlineData("Type 1 diabetes with PDR and DME of the right eye.", "E10.3511")]
    [InlineData("Hemorrhoids, internal, grade II.", "K64.1")]
    public void Only_what_the_patient_has_is_coded(string text, string codes) =>
        Assert.Equal(codes, book.Codes(text));

    [Theory]
    // The postoperative diagnosis decides, and the description of the operation names none.
    [InlineData("PREOPERATIVE DIAGNOSIS: Acute appendicitis.\nPOSTOPERATIVE DIAGNOSIS: Crohn's disease of the terminal ileum.\nDESCRIPTION OF PROCEDURE: The old scar was excised and adhesions were freed.", "K50.00", "K35.80 L90.5 K66.0")]
    [InlineData("PREOPERATIVE DIAGNOSIS: Trigger finger, right ring finger.\nPOSTOPERATIVE DIAGNOSIS: Same.\nANESTHESIA: MAC.", "M65.341", "A31.0")]
    public void Operations_have_the_later_diagnosis(string text, string code, string others)
    {
        var found = book.Detect(text, "outpatient").Codes.Select(c => c.Code).ToList();
        Assert.Contains(code, found);
        foreach (var other in others.Split(' ')) Assert.DoesNotContain(other, found);
    }

    [Theory]
    // What a stay leaves uncertain counts, what it drops does not.
    [InlineData("DISCHARGE DIAGNOSES\n1. Gout flare.\n2. Possible pneumonia was raised on day 1; chest film clear, diagnosis discarded.", "J18.9")]
    [InlineData("HPI: First thought it was acid reflux.\nPrincipal diagnosis: acute pericarditis", "K21.9")]
    [InlineData("The team did not feel he had sepsis. Discharge diagnosis: cellulitis of the left leg.", "A41.9")]
    [InlineData("DVT px no longer needed. Discharge diagnosis: cellulitis of the left leg.", "I82.409")]
    public void A_stay_codes_no_more_than_its_end_knows(string text, string code) => Assert.DoesNotContain(code, book.Detect(text, "inpatient").Codes.Select(c => c.Code));
}
