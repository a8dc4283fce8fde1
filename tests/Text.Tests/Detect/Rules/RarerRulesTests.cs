namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Paragraphs of the Guidelines that seldom apply, each with the words that call for it and with words that look like it and do not.</summary>
[Collection(nameof(DetectBook))]
public class RarerRulesTests(DetectBook book)
{
    [Theory]
    // A diet not kept, a dialysis missed (Z91.1-).
    [InlineData("Skipped hemodialysis twice this week, ESRD.", "outpatient", "N18.6 Z91.158 Z99.2")]
    [InlineData("Noncompliant with the renal diet due to cost.", "outpatient", "Z91.110")]
    [InlineData("He does not follow his diabetic diet because he eats out. Type 2 diabetes.", "outpatient", "E11.9 Z91.118")]
    [InlineData("Never misses dialysis. ESRD on hemodialysis.", "outpatient", "N18.6 Z99.2")]
    // Who carries a gene (Z14).
    [InlineData("Asymptomatic carrier of hemophilia A.", "outpatient", "Z14.01")]
    [InlineData("Hemophilia A carrier, symptomatic with heavy bruising.", "outpatient", "Z14.02")]
    [InlineData("Cystic fibrosis carrier.", "outpatient", "Z14.1")]
    // After a treatment that is completed (Z09, I.C.21.c.8).
    [InlineData("Recheck after completed antibiotics for cellulitis, leg now clear.", "outpatient", "Z09 Z87.2")]
    [InlineData("Follow-up after completing treatment for Lyme disease, feels well.", "outpatient", "Z09 Z86.19")]
    [InlineData("Follow-up of chronic hepatitis C, treatment not completed.", "outpatient", "B18.2")]
    // Vision by category, or without one (I.C.7.b).
    [InlineData("Low vision of the right eye.", "outpatient", "H54.61")]
    [InlineData("Blindness in both eyes, category 4.", "outpatient", "H54.0X44")]
    [InlineData("Blind in the left eye, category 5; right eye normal.", "outpatient", "H54.42A5")]
    [InlineData("Legally blind.", "outpatient", "H54.8")]
    // An INR far above its range.
    [InlineData("INR 6.2 on warfarin, no bleeding.", "outpatient", "R79.1 T45.515A Z79.01")]
    [InlineData("INR 2.4 on warfarin for atrial fibrillation.", "outpatient", "I48.91 Z79.01")]
    // A second infarction within four weeks (I.C.9.e.4), and one of the small vessels.
    [InlineData("NSTEMI 10 days after an inferior STEMI.", "inpatient", "I21.19 I22.2")]
    [InlineData("NSTEMI three months after an anterior STEMI.", "inpatient", "I21.4 I25.2")]
    [InlineData("CT head: old lacunar infarct. Headache.", "outpatient", "R51.9 Z86.73")]
    // After a pregnancy that ended early.
    [InlineData("Endometritis after termination of pregnancy.", "outpatient", "O04.5")]
    [InlineData("Heavy bleeding after miscarriage last week.", "outpatient", "O03.6")]
    [InlineData("Sepsis after a spontaneous abortion.", "inpatient", "O03.87")]
    [InlineData("Puerperal sepsis due to E. coli.", "inpatient", "B96.20 O85")]
    // Where a lymphoma is.
    [InlineData("Follicular lymphoma grade 1 with bone marrow involvement.", "outpatient", "C82.09")]
    [InlineData("Diffuse large B-cell lymphoma, axillary nodes.", "outpatient", "C83.34")]
    // Newborns.
    [InlineData("Preterm, 33 weeks, birth weight 1,480 g, day 3 of life, E. coli sepsis.", "inpatient", "P07.15 P07.36 P36.4")]
    // What the note says diabetes caused.
    [InlineData("Erectile dysfunction due to type 1 diabetes.", "outpatient", "E10.69 N52.1")]
    [InlineData("Type 2 diabetes. Erectile dysfunction since his radical prostatectomy.", "outpatient", "E11.9 N52.31 Z90.79")]
    // One ulcer of two stages.
    [InlineData("Pressure ulcer of the sacrum, stage 2 on admission, worsened to stage 3.", "inpatient", "L89.152 L89.153")]
    // A drug with drinks.
    [InlineData("Confusion after her prescribed lorazepam with three glasses of wine.", "outpatient", "R41.0 T42.4X1A T51.0X1A")]
    // A broken prosthesis is no broken bone.
    [InlineData("Right hip prosthesis, femoral stem fractured, revision planned.", "outpatient", "T84.010A")]
    // Receptors each with its own code, unless only the combination is told (note at Z17.4).
    [InlineData("Left breast cancer, ER 95%, PR 0%, HER2 IHC 1+.", "outpatient", "C50.912 Z17.0 Z17.22 Z17.32")]
    [InlineData("Triple negative right breast cancer.", "outpatient", "C50.911 Z17.421")]
    // A part of a limb is the limb where the index goes no farther.
    [InlineData("Abscess of the left forearm.", "outpatient", "L02.414")]
    [InlineData("Cellulitis of right calf.", "outpatient", "L03.115")]
    [InlineData("Scald of the right thigh from boiling water, second degree.", "outpatient", "T24.211A X12.XXXA")]
    // The attack has the degree of the asthma.
    [InlineData("Moderate persistent asthma. Status asthmaticus today.", "inpatient", "J45.42")]
    // The place behind a comma.
    [InlineData("Neoplasm of unspecified behavior, bladder.", "outpatient", "D49.4")]
    public void It_is_coded(string text, string setting, string codes) => Assert.Equal(codes, book.Codes(text, setting));
}
