namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Short notes of many kinds, one rule each, told in the words of daily practice.</summary>
[Collection(nameof(DetectBook))]
public class ShortNoteTests(DetectBook book)
{
    [Theory]
    // The place of an infection and its organism (I.C.1.b).
    [InlineData("Kidney infection due to Klebsiella.", "outpatient", "B96.1 N12")]
    [InlineData("Skin infection due to MRSA on the left forearm.", "outpatient", "B95.62 L08.9")]
    [InlineData("Urinary tract infection caused by Proteus mirabilis.", "outpatient", "B96.4 N39.0")]
    // Trimester and weeks of a labor that is early (I.C.15.a.3), and of a rupture of the membranes (Tabular List, O42).
    [InlineData("Preterm labor at 26 weeks, not delivered.", "outpatient", "O60.02 Z3A.26")]
    [InlineData("PROM at 39 weeks, contractions began two hours later.", "inpatient", "O42.92 Z3A.39")]
    [InlineData("PPROM at 30 weeks.", "inpatient", "O42.913 Z3A.30")]
    // The bone that osteoporosis broke (I.C.13.d.2), and one that a car broke.
    [InlineData("Postmenopausal osteoporosis with left wrist fracture after a stumble.", "outpatient", "M80.032A")]
    [InlineData("Osteoporosis with left hip fracture after slipping off a chair.", "outpatient", "M80.052A")]
    [InlineData("Osteoporosis. Right tibia fracture, hit by a car.", "outpatient", "M81.0 S82.201A")]
    // Stages of wet macular degeneration (Tabular List, H35.32).
    [InlineData("Exudative AMD right eye, CNV inactive now.", "outpatient", "H35.3212")]
    [InlineData("Wet AMD left eye. The neovascular membrane is active.", "outpatient", "H35.3221")]
    [InlineData("Wet AMD left eye. Disciform scar.", "outpatient", "H35.3223")]
    // What flew into an eye (Tabular List, T15), and what somebody works with.
    [InlineData("Sawdust under the left upper lid.", "outpatient", "T15.12XA")]
    [InlineData("Grain of sand in the left cornea.", "outpatient", "T15.02XA")]
    [InlineData("Metal worker with eye pain.", "outpatient", "H57.10")]
    // Sequelae (I.C.9.d.1).
    [InlineData("Left hemiparesis since an ischemic stroke in 2022.", "outpatient", "I69.354")]
    [InlineData("Dysarthria since an intracerebral hemorrhage in 2021.", "outpatient", "I69.122")]
    // Queried, asked and answered.
    [InlineData("Palpitations, ? atrial fibrillation.", "outpatient", "R00.2")]
    [InlineData("Nausea - yes. Vomiting - no.", "outpatient", "R11.0")]
    [InlineData("Chronic cough, likely due to postnasal drip.", "outpatient", "R05.3")]
    [InlineData("Fatigue; differential lies between hypothyroidism and anemia.", "outpatient", "R53.83")]
    // What is over (I.C.21.c.4, I.C.2.m, IV.J).
    [InlineData("Gastric ulcer in 2017, healed.", "outpatient", "Z87.11")]
    [InlineData("Prior left nephrectomy for renal cell carcinoma.", "outpatient", "Z85.528 Z90.5")]
    [InlineData("Prior right mastectomy for breast cancer, now on anastrozole.", "outpatient", "C50.911 Z79.811 Z90.11")]
    [InlineData("PREOPERATIVE DIAGNOSIS: acute appendicitis.\nPOSTOPERATIVE DIAGNOSIS: torsion of the right ovary.", "inpatient", "N83.511")]
    // Taken for years (I.C.21.c.3).
    [InlineData("Has taken methotrexate weekly since 2019 for rheumatoid arthritis.", "outpatient", "M06.9 Z79.631")]
    // Symptoms that are one code are no less symptoms (I.B.5).
    [InlineData("Viral gastroenteritis with nausea and vomiting.", "outpatient", "A08.4")]
    [InlineData("Code status: DNI/DNR.\nAssessment: community acquired pneumonia.", "inpatient", "J18.9 Z66")]
    // Slips of the pen.
    [InlineData("Eczma of both hands.", "outpatient", "L30.9")]
    [InlineData("Ashtma, hemmorhoids.", "outpatient", "J45.909 K64.9")]
    [InlineData("Acute pancreatits.", "outpatient", "K85.90")]
    [InlineData("Enema given.", "outpatient", "")]
    // An abbreviation that something beside it decides.
    [InlineData("CP, spastic diplegic, wears AFOs.", "outpatient", "G80.1")]
    [InlineData("AS, B27 positive, on etanercept.", "outpatient", "M45.9 Z79.620")]
    [InlineData("Severe AS on echo, valve area 0.8.", "outpatient", "I35.0")]
    public void One_rule_each(string text, string setting, string codes) => Assert.Equal(codes, book.Codes(text, setting));
}
