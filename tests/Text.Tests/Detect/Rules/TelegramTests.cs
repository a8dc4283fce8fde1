namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Notes as they are typed between two patients: letters for words, signs for findings, entries without verbs.</summary>
[Collection(nameof(DetectBook))]
public class TelegramTests(DetectBook book)
{
    [Theory]
    // Signs: a result, a joint, a box.
    [InlineData("Gastroenteritis, rotavirus antigen +. Vomiting + diarrhea.", "outpatient", "A08.0")]
    [InlineData("Colitis, campylobacter PCR positive, gastroenteritis x 2 d", "outpatient", "A04.5")]
    [InlineData("MRSA nasal swab +, no infection.", "outpatient", "Z22.322")]
    [InlineData("[ ] cough [x] sore throat [ ] fever", "outpatient", "J02.9")]
    [InlineData("strep neg, covid neg. mono spot POS, infectious mono.", "outpatient", "B27.90")]
    // Relatives without a verb.
    [InlineData("mom bipolar, dad alcoholic. Here for acne.", "outpatient", "L70.9 Z81.1 Z81.8")]
    // What is denied ends with its bracket, its full stop, the next dated entry.
    [InlineData("GERD w/ esophagitis (no bleed), NASH.", "outpatient", "K21.00 K75.81")]
    [InlineData("PMH: TIA 2019 no deficits, CABG 2021", "outpatient", "Z86.73 Z95.1")]
    [InlineData("denys chest pain, has palpitations", "outpatient", "R00.2")]
    // An abbreviation lends no single adjective.
    [InlineData("Acute hypoxic resp failure from COPD exacerbation.", "inpatient", "J44.1 J96.01")]
    // "Without" belongs to what follows it.
    [InlineData("Acute saddle embolus of the pulmonary artery without cor pulmonale.", "inpatient", "I26.92")]
    [InlineData("No LOC, no concussion. Scalp laceration.", "outpatient", "S01.01XA")]
    // Shortened words.
    [InlineData("2nd deg burn R palm", "outpatient", "T23.251A")]
    [InlineData("R displ trimal fx", "outpatient", "S82.851A")]
    [InlineData("L intertroch hip fx after GLF", "inpatient", "S72.142A")]
    [InlineData("Parkinsons, Hashimotos.", "outpatient", "E06.3 G20.A1")]
    [InlineData("s/p gastric sleeve; B12 def", "outpatient", "E53.8 Z98.84")]
    [InlineData("Subconj heme OS", "outpatient", "H11.32")]
    [InlineData("mod AS on echo", "outpatient", "I35.0")]
    [InlineData("c-spine DJD", "outpatient", "M47.812")]
    [InlineData("now dehydrated, numb L hand", "outpatient", "E86.0 R20.0")]
    [InlineData("2 mo WCC, nl exam.", "outpatient", "Z00.129")]
    [InlineData("vit D defisency, hyponatrima, vomitting", "outpatient", "E55.9 E87.1 R11.10")]
    [InlineData("quit cigs 2015", "outpatient", "Z87.891")]
    [InlineData("poss gout vs septic knee, R knee pain", "outpatient", "M25.561")]
    // A sign before each word or behind it.
    [InlineData("-fever, -chills, +cough", "outpatient", "R05.9")]
    [InlineData("edema (-), wheeze (+)", "outpatient", "R06.2")]
    [InlineData("PMH -HTN -gout", "outpatient", "I10 M10.9")]
    // Secondary to, and a count.
    [InlineData("Cirrhosis 2/2 EtOH", "outpatient", "K70.30")]
    [InlineData("2\u00B0 hyperparathyroidism, 2\u00B0 burn L hand", "outpatient", "N25.81 T23.202A")]
    // Of the test, and of what stands before it.
    [InlineData("numb L arm x1h, MRI neg", "outpatient", "R20.0")]
    // Kin by letters, and the patient again.
    [InlineData("MGM breast ca. Here for acne.", "outpatient", "L70.9 Z80.3")]
    [InlineData("FHx: dad gout. 44F w/ HLD", "outpatient", "E78.5 Z82.69")]
    // Two letters in each other's place.
    [InlineData("low back pian, no fveer", "outpatient", "M54.50")]
    [InlineData("chset pain, left knee sparin", "outpatient", "R07.9 S83.92XA")]
    // Words cut short.
    [InlineData("Hep C, chr", "outpatient", "B18.2")]
    [InlineData("Hep B #2 given. Asthma.", "outpatient", "J45.909")]
    [InlineData("mitral regurg, palps", "outpatient", "I34.0 R00.2")]
    [InlineData("chronic ASA and clopidogrel", "outpatient", "Z79.02 Z79.82")]
    public void It_is_read(string text, string setting, string codes) => Assert.Equal(codes, book.Codes(text, setting));

    [Theory]
    // The second code of the index (I.A.13).
    [InlineData("Polyneuropathy in vitamin B12 deficiency.", "outpatient", "E53.8 G63")]
    // Growth plates, tumours, weak bones.
    [InlineData("Salter-Harris III fracture of the distal tibia, right.", "outpatient", "S89.131A")]
    [InlineData("Pathological fracture of the left humerus due to bone metastasis from kidney cancer.", "inpatient", "C64.9 C79.51 M84.522A")]
    [InlineData("Osteoporosis. Left wrist fracture after a ground-level fall.", "outpatient", "M80.032A")]
    [InlineData("Severe pain due to bone metastases of breast cancer.", "outpatient", "C50.919 C79.51 G89.3")]
    // Levels, kinds, what was done about it.
    [InlineData("Alcohol dependence with intoxication, BAC 0.21.", "outpatient", "F10.229 Y90.7")]
    [InlineData("Resistant essential hypertension on four drugs.", "outpatient", "I10 I1A.0")]
    [InlineData("COPD with severe persistent asthma.", "outpatient", "J44.89 J45.50")]
    [InlineData("Hypothyroidism since radioiodine ablation.", "outpatient", "E89.0")]
    [InlineData("Tetralogy of Fallot repaired in infancy, no residual shunt.", "outpatient", "Z87.74")]
    [InlineData("Ventricular septal defect, repair scheduled.", "outpatient", "Q21.0")]
    [InlineData("CAD of a saphenous vein graft with unstable angina.", "inpatient", "I25.710")]
    [InlineData("Knee replacement cancelled because of a urinary tract infection.", "outpatient", "N39.0 Z53.09")]
    [InlineData("Neutropenic fever due to FOLFIRI.", "inpatient", "D70.1 R50.81 T45.1X5A")]
    [InlineData("Cerebral infarction as a complication of mitral valve surgery.", "inpatient", "I63.9 I97.820")]
    [InlineData("Newborn, one day old, evaluated for suspected sepsis, ruled out.", "inpatient", "Z05.1")]
    [InlineData("Pressure ulcer of the sacrum, completely healed.", "outpatient", "")]
    [InlineData("Drowsy after drinking wine with her zolpidem.", "outpatient", "R40.0 T42.6X1A T51.0X1A")]
    [InlineData("Earache for two days. It is the right one.", "outpatient", "H92.01")]
    [InlineData("Sensorineural hearing loss of the left ear.", "outpatient", "H90.42")]
    [InlineData("Conductive hearing loss, right ear, restricted hearing on the other side.", "outpatient", "H90.A11")]
    [InlineData("Laceration of the right ring finger with damage to the nail.", "outpatient", "S61.314A")]
    [InlineData("Laceration of the right ring finger, no nail damage.", "outpatient", "S61.214A")]
    [InlineData("Monoplegia of the right arm, dominant, as a late effect of cerebral infarction.", "outpatient", "I69.331")]
    [InlineData("PID, chlamydia PCR positive.", "outpatient", "A56.11")]
    [InlineData("Hyperemesis at 11 weeks of pregnancy with dehydration.", "outpatient", "O21.1 Z3A.11")]
    [InlineData("Pregnant, 28 weeks, class 1 obesity, BMI 33.", "outpatient", "E66.811 O99.213 Z3A.28")]
    [InlineData("Father has familial hypercholesterolemia. Acne.", "outpatient", "L70.9 Z83.42")]
    [InlineData("HIV counseling done, gout.", "outpatient", "M10.9 Z71.7")]
    public void The_rule_holds(string text, string setting, string codes) => Assert.Equal(codes, book.Codes(text, setting));
}
