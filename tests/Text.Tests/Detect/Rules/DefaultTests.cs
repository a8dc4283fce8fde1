namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>What silence means where the classification says so, what the index leads to by way of other entries, and small words that turned diagnoses into others.</summary>
[Collection(nameof(DetectBook))]
public class DefaultTests(DetectBook book)
{
    [Theory]
    // The Tabular List gives the heading's own title to one of the codes below it.
    [InlineData("Influenza B.", "J10.1")]
    [InlineData("Varicose veins of the left lower extremity.", "I83.92")]
    [InlineData("Mumps.", "B26.9")]
    [InlineData("Barrett's esophagus.", "K22.70")]
    // Entries of the index for what has no place of its own are not meant by the general word.
    [InlineData("Bacterial pneumonia.", "J15.9")]
    [InlineData("Sepsis, organism not known.", "A41.9")]
    // A heading that only sorts: "Lipoma, site classification, arms".
    [InlineData("Lipoma of the left leg.", "D17.24")]
    // References: into the Table of Neoplasms, and to an entry of two names.
    [InlineData("Osteoma.", "D16.9")]
    [InlineData("Chondrosarcoma.", "C41.9")]
    [InlineData("Septic arthritis.", "M00.9")]
    // Words whose endings leave the same stem.
    [InlineData("Regional enteritis.", "K50.90")]
    [InlineData("Broken front tooth.", "S02.5XXA")]
    [InlineData("Fainted: seizure versus vasovagal episode.", "R55")]
    [InlineData("Migrane without aura.", "G43.009")]
    // One side behind a comma, and a detail that only a neighbour makes one.
    [InlineData("Right bundle branch block.", "I45.10")]
    [InlineData("Bundle branch block, right", "I45.10")]
    [InlineData("Carotid stenosis, bilateral", "I65.23")]
    [InlineData("Pulmonary emphysema.", "J43.9")]
    [InlineData("Fracture of the neck of the left fifth metacarpal, displaced.", "S62.337A")]
    // Nicotine by what it is taken with.
    [InlineData("Nicotine dependence, smokes a pipe.", "F17.290")]
    [InlineData("Nicotine dependence, chewing tobacco.", "F17.220")]
    [InlineData("Nicotine dependence, one pack per day.", "F17.210")]
    public void Silence_and_references(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    [Theory]
    // The index has the one under "with" of the other (I.A.15).
    [InlineData("COPD and moderate persistent asthma, both stable.", "J44.89 J45.40")]
    [InlineData("COPD. No asthma.", "J44.9")]
    [InlineData("Sigmoid diverticulitis with abscess and bleeding.", "K57.21")]
    [InlineData("Sigmoid diverticulitis with abscess, no bleeding.", "K57.20")]
    [InlineData("Acute on chronic renal failure.", "N17.9 N18.9")]
    [InlineData("DM2, poorly controlled", "E11.65")]
    [InlineData("Hyperkalemia with ECG changes.", "E87.5")]
    [InlineData("HTN urgency.", "I10 I16.0")]
    [InlineData("Chronic myeloid leukemia in remission.", "C92.11")]
    [InlineData("Diabetes due to chronic pancreatitis, on insulin glargine.", "E08.9 K86.1 Z79.4")]
    [InlineData("Preop cardiac clearance, right inguinal hernia repair next week.", "K40.90 Z01.810")]
    [InlineData("ADMISSION: Acute cholecystitis.\nCOURSE: CT showed stones of the gallbladder and the common bile duct.", "K80.62")]
    // Known osteoporosis and a fall that breaks no healthy bone (I.C.13.d.2).
    [InlineData("Osteoporosis. Rolled out of bed, fracture of the right wrist.", "M80.031A")]
    [InlineData("Osteoporosis. Fell off a ladder, fracture of the right wrist.", "M81.0 S62.101A W11.XXXA")]
    // What a stroke of a past year left (I.C.9.d.1).
    [InlineData("Aphasia due to a stroke in 2021.", "I69.320")]
    [InlineData("Ataxia from an intracerebral hemorrhage in 2019.", "I69.193")]
    [InlineData("BPD in a former preemie.", "P27.1")]
    [InlineData("PPD 9, breastfeeding, left breast mastitis.", "O91.23")]
    // Behind a preoperative examination comes what is operated on (IV.M).
    [InlineData("Preop cardiac clearance for cataract surgery.", "H26.9 Z01.810")]
    [InlineData("Annual physical; an inguinal hernia on the right was newly found.", "K40.90 Z00.01")]
    [InlineData("History of osteomyelitis of the foot.", "Z87.39")]
    public void Two_things_that_belong_together(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    [Theory]
    // What is denied, and what an exception takes out again.
    [InlineData("No c/o chest pain or cough. Assessment: gout.", "M10.9")]
    [InlineData("ROS negative except for cough.", "R05.9")]
    [InlineData("No car, takes the bus. Food insecurity.", "Z59.41")]
    [InlineData("Exposure to asbestos years ago, hypertension.", "I10 Z77.090")]
    [InlineData("He was drowsy, either due to urosepsis or to opioids. Assessment: gout.", "M10.9")]
    [InlineData("DIFFERENTIAL DIAGNOSES: Arteriovenous malformation, stroke.\nASSESSMENT: Headache.", "R51.9")]
    [InlineData("ASSESSMENT: 1. Gout. 2. Prophylaxis. 3. Debility. Continue therapy.", "M10.9 R53.81")]
    [InlineData("Her AV fistula of the left wrist works well. Assessment: gout.", "M10.9")]
    // Names of specialties, of tests, of places in an examination.
    [InlineData("Antibiotics per infectious disease. Assessment: gout.", "M10.9")]
    [InlineData("HCT showed increased enhancement. Assessment: glioblastoma of the frontal lobe.", "C71.1")]
    [InlineData("Good pain control with oral tablets. Assessment: gout.", "M10.9")]
    [InlineData("VITAL SIGNS: BP 120/80.\n\nNOSE: Dry.\n\nNECK: Mass on the left.\n\nASSESSMENT: Gout, stable at this time.", "M10.9")]
    [InlineData("Started on clindamycin since he is sulfa allergic. Assessment: dental pain.", "K08.89 Z88.2")]
    // Acute diseases that only the story of an office visit tells.
    [InlineData("HPI: Spent a week in the hospital with acute myocardial infarction.\nASSESSMENT: Stage 3b chronic kidney disease.", "N18.32")]
    [InlineData("IMPRESSION: The patient has hematuria and benign prostatic hyperplasia.", "N40.0 R31.9")]
    [InlineData("1. Thrombocytopenia.\n2. Cryoglobulinemia.", "D69.6 D89.1")]
    [InlineData("UGIB due to a Mallory-Weiss tear.", "K22.6")]
    [InlineData("Lateral epicondylitis for six weeks. It's the left elbow.", "M77.12")]
    public void What_is_not_a_diagnosis(string text, string codes) => Assert.Equal(codes, book.Codes(text));
}
