namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>What office notes say besides diagnoses: tests ordered, risks explained, feelings, similes, what is over, and findings that are worked up.</summary>
[Collection(nameof(DetectBook))]
public class OfficeNoteTests(DetectBook book)
{
    [Theory]
    // A header in a bullet speaks of its entry only.
    [InlineData("ASSESSMENT AND PLAN\n1. Gout.\n- Patient Education and Counseling: We talked about kidney stones.\n- Medical Treatment: Allopurinol.\n\n2. Psoriasis.\n- Medical Reasoning: Stable.", "L40.9 M10.9")]
    [InlineData("PLAN\n• Eczema: steroid cream.\n• Counseling: stroke, heart attack.\nOsteoporosis: repeat scan.", "L30.9 M81.0")]
    // What is tested or screened for.
    [InlineData("A COVID-19 test was ordered. Assessment: acute sinusitis.", "J01.90")]
    [InlineData("COVID-19 test positive today.", "U07.1")]
    [InlineData("Hepatitis C Ab and Lyme titer sent. Assessment: fatigue.", "R53.83")]
    [InlineData("We will screen him today for syphilis, gonorrhea and hepatitis B. Assessment: tinea pedis.", "B35.3")]
    [InlineData("He learned to bake during the COVID-19 pandemic. Assessment: plantar fasciitis.", "M72.2")]
    [InlineData("Her spirometry was reviewed. Assessment: eczema.", "L30.9")]
    // What it was like, and what was thought.
    [InlineData("It felt like a heart attack. Assessment: costochondritis.", "M94.0")]
    [InlineData("She attributes this to a panic attack. Assessment: hyperthyroidism.", "E05.90")]
    [InlineData("Possible causes of her cough include asthma, reflux and sarcoidosis.", "R05.9")]
    [InlineData("Symptoms similar to a migraine. Assessment: headache.", "R51.9")]
    [InlineData("Assessment: most likely mitral stenosis. We discussed the severity of her mitral stenosis. Dyspnea.", "R06.00")]
    // Side effects that are explained, and a drug that is named.
    [InlineData("Counseled about minoxidil side effects, including edema and tachycardia. Assessment: alopecia areata.", "L63.9")]
    [InlineData("Risks discussed including infection, DVT and stroke. Assessment: left inguinal hernia.", "K40.90")]
    [InlineData("Advised to cut down on alcohol and caffeine. Assessment: gastritis.", "K29.70")]
    [InlineData("He was given nerve pain medicine. Assessment: psoriasis.", "L40.9")]
    [InlineData("Return to ED for chest pain or fever. Assessment: acute bronchitis.", "J20.9")]
    [InlineData("Referred to an infectious disease specialist. Assessment: osteoporosis.", "M81.0")]
    // Smoking, told by the verb.
    [InlineData("Smokes half a pack of cigarettes daily. Assessment: COPD.", "F17.210 J44.9")]
    [InlineData("He is currently smoking 5 cigarettes per day, previously two packs. Assessment: COPD.", "F17.210 J44.9")]
    [InlineData("Dad smokes outside. Assessment: croup.", "J05.0")]
    [InlineData("Ceased tobacco use years ago. Assessment: COPD.", "J44.9 Z87.891")]
    // The place told beside.
    [InlineData("A 4 mm kidney stone in the distal left ureter.", "N20.1")]
    [InlineData("Type 2 diabetes. Non-healing ulcer, left foot.", "E11.621 L97.529")]
    [InlineData("Nodular sclerosis Hodgkin lymphoma, axillary nodes.", "C81.14")]
    [InlineData("AML, in complete remission.", "C92.01")]
    [InlineData("3.1 cm mass in the right upper lobe.", "R91.8")]
    [InlineData("Wet macular degeneration.", "H35.3290")]
    // The unspecified beside the named.
    [InlineData("Assessment: vitamin B12 deficiency anemia. Low hemoglobin.", "D51.9")]
    [InlineData("Hypercholesterolemia. History of hyperlipidemia.", "E78.00")]
    [InlineData("Rosacea. Perioral dermatitis.", "L71.0 L71.9")]
    [InlineData("Assessment: fluctuating blood pressure; hypertension.", "I10")]
    [InlineData("CC: right ankle injury. Assessment: right ankle sprain.", "S93.401A")]
    // Plain words.
    [InlineData("Reports limping. Assessment: hip osteoarthritis, right.", "M16.11")]
    [InlineData("The pain is localized to the heel, he localizes pain there. Assessment: plantar fasciitis.", "M72.2")]
    [InlineData("She is anxious about the results. Assessment: breast cyst, left.", "N60.02")]
    [InlineData("Adenomyosis.", "N80.03")]
    [InlineData("Imp: 1) HTN, 2) hypothyroidism, 3) hyperlipidemia", "E03.9 E78.5 I10")]
    [InlineData("Viral infection.", "B34.9")]
    [InlineData("Panic disorder without agoraphobia.", "F41.0")]
    [InlineData("Spastic diplegic CP.", "G80.1")]
    [InlineData("He tested positive for HIV.", "Z21")]
    [InlineData("58-year-old male. Assessment: hypogonadism.", "E29.1")]
    [InlineData("Nurse visit for vaccines: Tdap and pneumococcal #2 given today.", "Z23")]
    [InlineData("My differential now includes anxiety, pheochromocytoma and thyroid storm. Palpitations.", "R00.2")]
    [InlineData("Placed in the left lateral decubitus position. Estimated blood loss was minimal.", "")]
    [InlineData("Removal of foreign body.", "")]
    [InlineData("History of abdominal aortic aneurysm repair. Assessment: gout.", "M10.9")]
    [InlineData("Rarely drinks ETOH. Assessment: gout.", "M10.9")]
    [InlineData("Left upper extremity neuropathy.", "G56.92")]
    public void Only_what_the_patient_has_is_coded(string text, string codes) => Assert.Equal(codes, book.Codes(text));
}
