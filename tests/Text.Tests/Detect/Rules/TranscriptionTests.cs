namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>What dictated reports name on the way: instruments, tissues, the steps of an operation, words that are also the names of discoverers, lists of what was not found.</summary>
[Collection(nameof(DetectBook))]
public class TranscriptionTests(DetectBook book)
{
    [Theory]
    // Words of every note that the index has as names.
    [InlineData("Her condition is stable. Assessment: gout.", "M10.9")]
    [InlineData("In my opinion this condition will improve. Assessment: gout.", "M10.9")]
    [InlineData("A Kelly clamp and a Fox shield were used. Assessment: gout.", "M10.9")]
    [InlineData("Assessment: Fox-Fordyce disease.", "L75.2")]
    [InlineData("The arc of motion is 30 degrees. Assessment: frozen shoulder, left.", "M75.02")]
    [InlineData("A pin was placed in the tibia last year. Assessment: gout.", "M10.9")]
    [InlineData("The screws were locked to the plate. Assessment: gout.", "M10.9")]
    [InlineData("She ate at a Taco place. Assessment: gout.", "M10.9")]
    [InlineData("An infant with congestion and fever. Assessment: acute nasopharyngitis.", "J00")]
    [InlineData("Bleeders were cauterized. Assessment: internal hemorrhoids.", "K64.8")]
    [InlineData("Assessment: hemophilia A.", "D66")]
    // Another sense of the word.
    [InlineData("A skin wheal was raised with lidocaine. Assessment: carpal tunnel syndrome, right.", "G56.01")]
    [InlineData("The globe was intact. Assessment: pterygium of the right eye.", "H11.001")]
    [InlineData("Small skin tears of the forearms. Assessment: gout.", "M10.9")]
    [InlineData("Watery eyes with constant tearing. Assessment: allergic conjunctivitis.", "H10.10 H10.13 H10.1-")]
    [InlineData("A lumbar puncture was clear. Assessment: migraine.", "G43.909")]
    [InlineData("Collar button PE tubes were placed. Assessment: chronic serous otitis media, bilateral.", "H65.23")]
    [InlineData("Loops of bowel look normal. Assessment: biliary colic.", "K80.50")]
    [InlineData("The right ventricular lead was replaced. Assessment: sick sinus syndrome.", "I49.5")]
    [InlineData("Low-potassium diet sheet given. Assessment: hypertension.", "I10")]
    [InlineData("ACS/Guidant wire was used. Assessment: gout.", "M10.9")]
    [InlineData("65M, anxious about the scan. Assessment: gout.", "M10.9")]
    [InlineData("Incision and drainage of a buttock abscess was done. Assessment: gout.", "M10.9 L02.31")]
    [InlineData("EtOH <10 on arrival. Assessment: alcohol dependence.", "F10.20")]
    [InlineData("INR 1.03 on 05/18, on warfarin. Assessment: atrial fibrillation.", "I48.91 Z79.01")]
    // The story of an operation, and the body of a report.
    [InlineData("PREOPERATIVE DIAGNOSIS: Gallstones.\nPOSTOPERATIVE DIAGNOSIS: Gallstones.\nDESCRIPTION OF THE PROCEDURE: Adhesions of the omentum were taken down. The scar was excised.\nCLOSURE: Some oozing, fat necrosis removed.", "K80.20")]
    [InlineData("EXAM: CT abdomen\nTECHNIQUE: helical\nFINDINGS: Hepatic steatosis. Diverticulosis of the colon.\nIMPRESSION: Acute appendicitis.", "K35.80")]
    [InlineData("B. SKIN, RIGHT UPPER BACK: COMPOUND MELANOCYTIC NEVUS.", "D22.5")]
    // Lists that say at their head what is not there.
    [InlineData("Dx: 1. Chest wall strain\nNot present: heart failure, diabetes (A1c 5.4), pericarditis.", "S29.011A")]
    [InlineData("DIAGNOSES EXCLUDED: pulmonary embolism, pneumonia\nASSESSMENT: gout", "M10.9")]
    [InlineData("| Looked for and not found | DVT, osteomyelitis |\nAssessment: gout", "M10.9")]
    [InlineData("Inactive: depression 1998, shingles 2017. Assessment: gout.", "M10.9")]
    [InlineData("Diabetic: N   Smoker: N\nAssessment: gout", "M10.9")]
    [InlineData("Edema 0, urine prot 0, glucose 0. Assessment: gout.", "M10.9")]
    [InlineData("Assessment: migraine. Rule out sinusitis, lupus, vasculitis and sarcoidosis.", "G43.909")]
    [InlineData("Assessment: psoriasis on methotrexate (liver, marrow toxicity, pneumonitis).", "L40.9 Z79.631")]
    [InlineData("Handout: tell us about dark urine, rash or joint pain. Assessment: streptococcal pharyngitis.", "J02.0")]
    [InlineData("Potential complications include but are not limited to,\n1. Postoperative pain.\n2. Incisional hernia.\n\nASSESSMENT: gout", "M10.9")]
    [InlineData("Informed consent was obtained after explanation of risk factors of bleeding, perforation and sepsis. Assessment: gout.", "M10.9")]
    [InlineData("He was told to seek immediate medical attention for chest pain, fever or weakness. Assessment: gout.", "M10.9")]
    [InlineData("He walks without difficulty. Assessment: gout.", "M10.9")]
    // Relatives, other stays, other years.
    [InlineData("His father had his first heart attack at 52. Assessment: gout.", "M10.9 Z82.49")]
    [InlineData("Mom on sertraline for anxiety. Assessment: gout.", "M10.9 Z81.8")]
    [InlineData("His mother had colon cancer, but she died of a stroke. Assessment: gout.", "M10.9 Z80.0 Z82.3")]
    [InlineData("FAMILY   mother migraine; aunt multiple sclerosis\nASSESSMENT   gout", "M10.9 Z82.0")]
    [InlineData("FAMILY PSYCHIATRIC HISTORY: Three siblings, one with bipolar disorder.\nASSESSMENT: gout", "M10.9 Z81.8")]
    [InlineData("She was admitted 2/2023 with acute respiratory failure. Assessment: gout.", "M10.9")]
    [InlineData("PMH: diabetes mellitus dx 1 year ago. Assessment: gout.", "M10.9 E11.9")]
    [InlineData("AKI 5/2023, back to baseline. Assessment: gout.", "M10.9")]
    [InlineData("PMH: hypothyroid? - told so once. Assessment: gout.", "M10.9")]
    // Headers and their joints.
    [InlineData("OBJECTIVE\nLungs clear.\n\nASSESSMENT / PLAN\n1. Asthma.", "J45.909")]
    [InlineData("PREOPERATIVE DIAGNOSES: cerebral palsy, asthma, developmental delay, and reflux.", "G80.9 J45.909 R62.50 K21.9")]
    // What the words add.
    [InlineData("Assessment: moderate malnutrition.", "E44.0")]
    [InlineData("Assessment: direct right inguinal hernia.", "K40.90")]
    [InlineData("Assessment: bilateral breast carcinoma.", "C50.911 C50.912")]
    [InlineData("Assessment: pericardial tamponade.", "I31.4")]
    [InlineData("Assessment: tachybrady syndrome.", "I49.5")]
    [InlineData("Assessment: thrombocytopenia secondary to sepsis.", "D69.59 A41.9")]
    [InlineData("Assessment: ESRD due to type 2 diabetes and hypertension.", "E11.22 I12.0 N18.6")]
    [InlineData("Assessment: melena secondary to ulcerative esophagitis.", "K22.11")]
    public void A_word_is_what_the_text_means_by_it(string note, string codes)
    {
        var may = codes.Split(' ').ToHashSet(StringComparer.Ordinal);
        var found = book.Detect(note, "outpatient").Codes.Select(c => c.Code).ToList();
        Assert.NotEmpty(found);
        Assert.Equal([], found.Except(may, StringComparer.Ordinal));
        Assert.Contains(codes.Split(' ')[0], found);
    }
}
