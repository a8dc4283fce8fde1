namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Records of hospital stays: what belongs together there, and what is only told on the way.</summary>
[Collection(nameof(DetectBook))]
public class InpatientTests(DetectBook book)
{
    [Theory]
    [InlineData("UTI due to Klebsiella pneumoniae.", "B96.1 N39.0")]
    [InlineData("Acute pyelonephritis. Urine culture: Proteus mirabilis.", "B96.4 N10")]
    [InlineData("Cellulitis of left leg, wound culture grew MSSA.", "B95.61 L03.116")]
    [InlineData("MRSA nares swab positive. Cellulitis of the right arm.", "L03.113 Z22.322")]
    [InlineData("Cellulitis of the right arm, vancomycin for MRSA coverage.", "L03.113")]
    [InlineData("UTI, culture negative for E. coli.", "N39.0")]
    [InlineData("Catheter related UTI, Enterococcus faecalis.", "B95.2 N39.0 T83.511A")]
    [InlineData("CLABSI with MRSA bacteremia.", "B95.62 R78.81 T80.211A")]
    [InlineData("Ventilator associated pneumonia due to MSSA.", "B95.61 J95.851")]
    [InlineData("Pneumonia due to MSSA, on the ventilator.", "J15.211")]
    [InlineData("C. difficile colitis.", "A04.72")]
    [InlineData("UTI due to indwelling Foley.", "N39.0 T83.511A")]
    [InlineData("UTI. Foley placed for retention.", "N39.0")]
    [InlineData("Severe sepsis from pyelonephritis, urine cultures positive.", "A41.9 N12 R65.20")]
    public void An_infection_has_its_organism_and_its_catheter(string text, string codes) => Assert.Equal(codes, book.Codes(text, "inpatient"));

    [Theory]
    [InlineData("Acute right MCA infarct due to thrombosis. NIHSS score of 12 on admission.", "I63.311 R29.712")]
    [InlineData("Acute embolic infarct in the left PCA territory.", "I63.432")]
    [InlineData("Acute stroke, left MCA territory, NIHSS 8. Atrial fibrillation, cardioembolic.", "I48.91 I63.412 R29.708")]
    [InlineData("Renal infarct, embolic. NIHSS 0.", "N28.0")]
    [InlineData("Delirium due to pneumonia.", "F05 J18.9")]
    [InlineData("Acute confusion.", "R41.0")]
    [InlineData("Late-onset Alzheimer's dementia, moderate, with agitation.", "F02.B11 G30.1")]
    [InlineData("Alcohol dependence, alcohol withdrawal delirium with tremor and visual hallucinations.", "F10.231")]
    [InlineData("Opioid dependence. Alcohol abuse with intoxication.", "F10.129 F11.20")]
    [InlineData("Parkinson disease, no dyskinesia, no motor fluctuations.", "G20.A1")]
    [InlineData("Parkinson disease with dyskinesia and motor fluctuations.", "G20.B2")]
    public void A_disease_of_the_brain_is_told_in_full(string text, string codes) => Assert.Equal(codes, book.Codes(text, "inpatient"));

    [Theory]
    [InlineData("Saddle pulmonary embolus. Acute saddle PE with acute cor pulmonale.", "I26.02")]
    [InlineData("Acute DVT right femoral vein, left leg clear.", "I82.411")]
    [InlineData("Alcoholic cirrhosis with ascites, no SBP.", "K70.31")]
    [InlineData("Esophageal varices due to cirrhosis, no bleeding.", "I85.10 K74.60")]
    [InlineData("Melena. Gastric ulcer seen on EGD.\nFinal diagnosis: bleeding gastric ulcer.", "K25.4")]
    [InlineData("Admitted for chest pain. Final dx: costochondritis.", "M94.0")]
    [InlineData("Pneumonia was considered, no infiltrate.\nDischarge diagnosis: COPD exacerbation.", "J44.1")]
    [InlineData("Discharge diagnosis: possible pneumonia.", "J18.9")]
    [InlineData("Septic shock due to MRSA sepsis (norepinephrine for 3 days).", "A41.02 R65.21")]
    [InlineData("Neutropenic fever due to chemotherapy.", "D70.1 R50.81 T45.1X5A")]
    [InlineData("AML not in remission.", "C92.00")]
    [InlineData("AML in remission.", "C92.01")]
    [InlineData("Acute pyelonephritis, sepsis ruled out.", "N10")]
    [InlineData("Chest pain. PE, pneumonia and dissection ruled out.", "R07.9")]
    [InlineData("Alcohol dependence with alcohol intoxication.", "F10.229")]
    [InlineData("Acute pancreatitis due to alcohol.", "K85.20")]
    [InlineData("Acute gallstone pancreatitis.", "K85.10")]
    [InlineData("Small cell carcinoma of the right lower lobe with mediastinal lymph node metastases.", "C34.31 C77.1")]
    [InlineData("Sacral pressure ulcer stage 4, bone biopsy: osteomyelitis of sacrum.", "L89.154 M46.28")]
    [InlineData("Stage 3 pressure ulcer of coccyx, deep tissue injury of right heel, stage 2 left buttock.", "L89.153 L89.322 L89.616")]
    [InlineData("Right heel intact, no pressure ulcer.", "")]
    [InlineData("Oropharyngeal dysphagia on barium swallow.", "R13.12")]
    public void What_is_told_twice_is_coded_once(string text, string codes) => Assert.Equal(codes, book.Codes(text, "inpatient"));

    [Theory]
    [InlineData("Vertebral compression fracture L1 due to osteoporosis.", "M80.08XA")]
    [InlineData("Osteoporotic fracture of the right distal radius.", "M80.031A")]
    [InlineData("Senile osteoporosis. Left femoral neck fracture, a fragility fracture.", "M80.052A")]
    [InlineData("Osteoporosis, no fracture.", "M81.0")]
    public void A_weak_bone_breaks_of_its_disease(string text, string codes) => Assert.Equal(codes, DetectBook.Sorted(book.Detect(text, "inpatient", 'F', 80).Codes.Select(c => c.Code)));

    [Theory]
    [InlineData("NSVD of a viable female infant at 40w1d, Apgars 8 and 9. Second degree laceration repaired.", "O70.1 Z37.0 Z3A.40")]
    [InlineData("Normal spontaneous vaginal delivery at 39 weeks of a single liveborn infant, no lacerations.", "O80 Z37.0 Z3A.39")]
    [InlineData("Repeat low transverse cesarean at 39w1d, liveborn girl.", "O34.211 Z37.0 Z3A.39")]
    [InlineData("Severe preeclampsia, induced at 37w1d. Vaginal delivery of liveborn boy.", "O14.14 Z37.0 Z3A.37")]
    [InlineData("Postpartum day 1, s/p SVD at 38w5d of a live male, intact perineum. Gestational diabetes, diet controlled.", "O24.420 Z37.0 Z3A.38")]
    [InlineData("Preterm labor at 33w4d, delivered liveborn female by SVD, Apgars 6/8.", "O60.14X0 Z37.0 Z3A.33")]
    [InlineData("SVD at 39w0d of a live male, Apgars 8/9. GBS positive.", "O99.824 Z37.0 Z3A.39")]
    public void A_delivery_is_coded_with_what_it_had(string text, string codes) => Assert.Equal(codes, DetectBook.Sorted(book.Detect(text, "inpatient", 'F', 29).Codes.Select(c => c.Code)));

    [Theory]
    [InlineData("Newborn male born at 39 weeks by SVD. Evaluated for sepsis, cultures negative, sepsis ruled out.", "Z05.1 Z38.00")]
    [InlineData("Liveborn girl by cesarean at 34w5d, BW 2150 g. Respiratory distress syndrome.", "P07.18 P07.37 P22.0 Z38.01")]
    [InlineData("Newborn of mother with opioid dependence, neonatal abstinence syndrome. Term vaginal delivery.", "P96.1 Z38.00")]
    [InlineData("Newborn girl, vaginal birth at 40 weeks, BW 3400 g. No sepsis.", "Z38.00")]
    public void A_newborn_has_its_own_record(string text, string codes) => Assert.Equal(codes, DetectBook.Sorted(book.Detect(text, "inpatient", null, 0).Codes.Select(c => c.Code)));
}
