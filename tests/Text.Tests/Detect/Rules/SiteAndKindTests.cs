namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Site, side, stage, kind and seventh character (Official Guidelines I.B.2, I.B.9, I.B.13, I.C.12.a, I.C.13, I.C.19).</summary>
[Collection(nameof(DetectBook))]
public class SiteAndKindTests(DetectBook book)
{
    [Theory]
    [InlineData("Posterior dislocation of right hip after dashboard injury.", "S73.014A")]
    [InlineData("Dislocated left elbow, posterior.", "S53.125A")]
    [InlineData("Anterior dislocation of right knee.", "S83.114A")]
    [InlineData("Left shoulder dislocation, anterior, recurrent.", "M24.412")]
    public void A_dislocation_has_its_direction(string text, string codes) => Assert.Equal(codes, book.Codes(text, "outpatient"));

    [Theory]
    [InlineData("Open fracture of right tibia shaft, Gustilo IIIB.", "S82.201C")]
    [InlineData("Grade I open displaced fracture of left ulnar shaft.", "S52.202B")]
    [InlineData("Malunion of open fracture of right radius shaft.", "S52.301Q")]
    [InlineData("Right femoral shaft fracture, open grade II.", "S72.301B")]
    [InlineData("Closed fracture of left femur shaft, open reduction internal fixation planned.", "S72.302A")]
    [InlineData("Right tibial shaft fracture.", "S82.201A")]
    [InlineData("Left scaphoid fracture, proximal pole, nonunion.", "S62.032K")]
    [InlineData("Closed displaced fracture right ulnar styloid.", "S52.611A")]
    [InlineData("Right distal radius fracture with ulnar styloid avulsion fracture.", "S52.501A S52.611A")]
    [InlineData("Base of femoral neck fracture, left.", "S72.042A")]
    public void A_fracture_has_its_part_and_its_seventh_character(string text, string codes) => Assert.Equal(codes, book.Codes(text, "outpatient"));

    [Theory]
    [InlineData("Traumatic subarachnoid hemorrhage, unconscious for 45 minutes.", "S06.6X2A", "S06.6X9")]
    [InlineData("Concussion 2 hours ago, loss of consciousness, duration unknown.", "S06.0X9A", "S06.0X1")]
    [InlineData("Concussion, no LOC.", "S06.0X0A", "S06.0X1")]
    public void Consciousness_was_lost_for_a_time(string text, string code, string never)
    {
        var found = book.Codes(text, "outpatient");
        Assert.Contains(code, found, StringComparison.Ordinal);
        Assert.DoesNotContain(never, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cat bite of left hand, punctures.", "S61.452A W55.01XA")]
    [InlineData("Human bite to left cheek, lacerated.", "S01.452A W50.3XXA")]
    [InlineData("Puncture wound right foot from nail.", "S91.331A")]
    [InlineData("Dog bite to right forearm, abrasion only.", "S50.811A W54.0XXA")]
    public void A_bite_is_no_puncture(string text, string codes) => Assert.Equal(codes, book.Codes(text, "outpatient"));

    [Theory]
    [InlineData("Bowen's disease of the left shin.", "D04.72")]
    [InlineData("SCC in situ of right ear", "D04.21")]
    [InlineData("Squamous cell carcinoma in situ: R temple.", "D04.39")]
    [InlineData("Melanoma of left upper eyelid.", "C43.121")]
    [InlineData("SCC of the scalp.", "C44.42")]
    [InlineData("Basal cell carcinoma, nose.", "C44.311")]
    [InlineData("Skin cancer of right lower leg, basal cell.", "C44.712")]
    [InlineData("Squamous cell carcinoma of the lung.", "C34.90")]
    [InlineData("Squamous cell carcinoma in situ of the cervix.", "D06.9")]
    [InlineData("Spinal meningioma at T6.", "D32.1")]
    [InlineData("Meningioma, left frontal convexity.", "D32.0")]
    public void A_tumour_has_its_place(string text, string codes) => Assert.Equal(codes, book.Codes(text, "outpatient"));

    [Theory]
    [InlineData("Seropositive rheumatoid arthritis of both hands, wrists and knees.", "M05.79")]
    [InlineData("Rheumatoid arthritis.", "M06.9")]
    [InlineData("RA seronegative of right wrist.", "M06.031")]
    [InlineData("Pseudogout of left knee.", "M11.262")]
    [InlineData("Chronic gout due to renal impairment, left elbow, no tophi.", "M1A.3220")]
    [InlineData("Gout attack, left great toe.", "M10.9")]
    [InlineData("TMJ pain on left.", "M26.622")]
    [InlineData("TMJ disc displacement without reduction, left.", "M26.632")]
    [InlineData("AVN of right humeral head.", "M87.021")]
    [InlineData("Steroid-induced osteoporosis.", "M81.8 T38.0X5A")]
    [InlineData("Osteoporosis due to aging.", "M81.0")]
    [InlineData("Osteoarthritis of both knees, right worse than left.", "M17.0")]
    [InlineData("Left knee pain > right.", "M25.561 M25.562")]
    [InlineData("Left hip pain. Right knee fine.", "M25.552")]
    [InlineData("Osteoarthritis of left hand.", "M19.042")]
    [InlineData("Juvenile RA of both knees.", "M08.061 M08.062")]
    [InlineData("Fragility fracture L1, osteoporosis.", "M80.08XA")]
    [InlineData("L > R knee osteoarthritis.", "M17.0")]
    [InlineData("Otitis media AD.", "H66.91")]
    [InlineData("AS severe on echo; hearing loss.", "I35.0 H91.90")]
    [InlineData("Bilateral undescended testes, inguinal.", "Q53.212")]
    [InlineData("Retractile testis.", "Q55.22")]
    [InlineData("Bilateral clubfeet, equinovarus.", "Q66.01 Q66.02")]
    [InlineData("Left clubfoot.", "Q66.89")]
    public void A_part_of_the_body_has_its_code(string text, string codes) => Assert.Equal(codes, Sorted(book.Codes(text, "outpatient"), codes));

    [Theory]
    [InlineData("Ulcerative pancolitis with rectal bleeding.", "K51.011")]
    [InlineData("Crohn's colitis, no fistula or abscess.", "K50.10")]
    [InlineData("Crohn's disease of large intestine with abscess.", "K50.114")]
    [InlineData("Adhesive small bowel obstruction.", "K56.50")]
    [InlineData("SBO, partial.", "K56.600")]
    [InlineData("Choledocholithiasis and cholelithiasis with chronic cholecystitis.", "K80.64")]
    [InlineData("HbSS disease with acute chest syndrome.", "D57.01")]
    [InlineData("Refractory epilepsy, no status epilepticus.", "G40.919")]
    [InlineData("Migraine with aura, not intractable, without status migrainosus.", "G43.109")]
    [InlineData("Migraine without aura, intractable, with status migrainosus.", "G43.011")]
    [InlineData("Hypertension; portal vein thrombosis.", "I10 I81")]
    [InlineData("Atherosclerosis of bypass graft of left leg with ulcer of ankle.", "I70.343 L97.329")]
    [InlineData("Atherosclerosis of right leg with rest pain.", "I70.221")]
    [InlineData("Atherosclerosis native arteries left leg with ulcer of heel and gangrene.", "I70.262 L97.429")]
    [InlineData("Chronic myeloid leukaemia, not in remission.", "C92.10")]
    [InlineData("Subdural hematoma.", "I62.00")]
    [InlineData("Subdural hematoma with LOC of 2 hours after MVC.", "S06.5X3A V89.2XXA")]
    [InlineData("Chronic subdural hematoma, spontaneous.", "I62.03")]
    [InlineData("SLE with class V LN.", "M32.14")]
    [InlineData("Axillary LN, class 2 obesity.", "E66.812")]
    [InlineData("Aphasia following stroke in 2020.", "I69.320")]
    [InlineData("Prior stroke, no residual deficit.", "Z86.73")]
    [InlineData("Old stroke with left hemiparesis.", "I69.354")]
    [InlineData("Pressure ulcers: right heel stage 2 and left heel stage 3.", "L89.612 L89.623")]
    [InlineData("Stage 2 pressure ulcers of right and left heel.", "L89.612 L89.622")]
    [InlineData("2nd degree burn R thigh; 1st degree burn L dorsal hand; 5% TBSA.", "T23.162A T24.211A T31.0")]
    public void Conditions_that_one_code_joins(string text, string codes) => Assert.Equal(codes, Sorted(book.Codes(text, "outpatient"), codes));

    [Theory]
    [InlineData("Hasimoto thyroiditis", "E06.3")]
    [InlineData("Addisson's disease", "E27.1")]
    [InlineData("Parkinsson disease", "G20.A1")]
    public void A_name_with_the_wrong_letter_doubled_is_read(string text, string codes) => Assert.Equal(codes, book.Codes(text, "outpatient"));

    // The order of codes is the matter of other tests.
    private static string Sorted(string found, string wanted) =>
        found.Split(' ').Order(StringComparer.Ordinal).SequenceEqual(wanted.Split(' ').Order(StringComparer.Ordinal)) ? wanted : found;
}
