namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Drugs that harm, pregnancies, newborns, tumours, and what somebody comes for, in other words than the lists': Official Guidelines I.C.2, I.C.15, I.C.16, I.C.19.e, I.C.21.</summary>
[Collection(nameof(DetectBook))]
public class ReasonsTests(DetectBook book)
{
    [Theory]
    [InlineData("Pancytopenia due to methotrexate.", "D61.810 T45.1X5A")]
    [InlineData("Acute pancreatitis secondary to azathioprine.", "K85.30 T45.1X5A")]
    [InlineData("Orthostatic hypotension due to tamsulosin.", "I95.2 T44.6X5A")]
    [InlineData("Cisplatin neuropathy.", "G62.0 T45.1X5A")]
    [InlineData("Constipation due to opioids.", "K59.03 T40.2X5A")]
    [InlineData("Hyperkalemia sec to spironolactone, taken as directed.", "E87.5 T50.0X5A")]
    [InlineData("Rash due to a beta blocker.", "L27.0 T44.7X5A")]
    [InlineData("Prednisone-induced osteoporosis.", "M81.8 T38.0X5A")]
    [InlineData("Type 2 diabetes with hyperglycemia due to steroids.", "E11.65 T38.0X5A")]
    [InlineData("Levothyroxine, hypothyroidism stable.", "E03.9")]
    [InlineData("On prednisone for rheumatoid arthritis. Osteoporosis.", "M06.9 M81.0")]
    [InlineData("Fatigue due to low testosterone.", "R53.83")]
    [InlineData("Neuropathy, on gabapentin.", "G62.9")]
    [InlineData("Took a double dose of amlodipine by mistake, dizzy.", "R42 T46.1X1A")]
    [InlineData("Took metoprolol this morning, no dizziness.", "")]
    [InlineData("Seizure; he forgot to take his levetiracetam.", "R56.9 T42.6X6A Z91.138")]
    [InlineData("Atrial fibrillation, off apixaban for the procedure.", "I48.91")]
    public void A_drug_and_what_it_did(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    [Theory]
    [InlineData("Pre-eclampsia, 33 weeks pregnant.", "O14.93 Z3A.33")]
    [InlineData("Breast abscess while breastfeeding.", "O91.13")]
    [InlineData("Mastitis 10 days postpartum.", "O91.22")]
    [InlineData("Mastitis of the right breast, not lactating.", "N61.0")]
    [InlineData("Ectopic pregnancy in the left ovary.", "O00.202")]
    [InlineData("OB visit, G1P0, 18 weeks, feeling well.", "Z34.02 Z3A.18")]
    [InlineData("AMA multigravida, 20 weeks pregnant.", "O09.522 Z3A.20")]
    [InlineData("Left AMA before the CT. Chest pain.", "R07.9")]
    [InlineData("Gestational diabetes with her second pregnancy. Hypertension.", "I10 Z86.32")]
    [InlineData("Gestational diabetes controlled with glyburide, 30 weeks gestation.", "O24.415 Z3A.30")]
    [InlineData("Status post hysterectomy for endometriosis.", "Z90.710")]
    public void A_pregnancy_and_after_it(string text, string codes) => Assert.Equal(codes, DetectBook.Sorted(book.Detect(text, sex: 'F').Codes.Select(c => c.Code)));

    [Theory]
    [InlineData("Preemie born at 33 weeks, birth weight 1900 g.", "inpatient", "P07.17 P07.36")]
    [InlineData("Newborn check, 12 days of life, doing well.", "outpatient", "Z00.111")]
    public void A_newborn(string text, string setting, string codes) => Assert.Equal(codes, book.Codes(text, setting));

    [Theory]
    [InlineData("Breast cancer with lung and bone metastases.", "C50.919 C78.00 C79.51")]
    [InlineData("Lung cancer, no brain mets.", "C34.90")]
    [InlineData("Right breast cancer LIQ.", "C50.311")]
    [InlineData("Hormone-sensitive prostate cancer.", "C61 Z19.1")]
    [InlineData("Subserosal and intramural leiomyomas of the uterus.", "D25.1 D25.2")]
    [InlineData("Cecal polyp, tubular adenoma. Rectal polyp, hyperplastic.", "D12.0 K62.1")]
    [InlineData("Cocaine use disorder, severe, clean for two years, sustained remission.", "F14.21")]
    [InlineData("Alcohol use disorder, severe, not in remission.", "F10.20")]
    [InlineData("Duodenal ulcer with H. pylori.", "B96.81 K26.9")]
    [InlineData("Gastritis. H. pylori stool antigen ordered.", "K29.70")]
    public void A_tumour_or_a_course(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    [Theory]
    [InlineData("Refuses Shingrix.", "Z28.21")]
    [InlineData("MMR titers drawn, vaccine next visit.", "")]
    [InlineData("DEXA screening for osteoporosis in a postmenopausal woman.", "Z13.820 Z78.0")]
    [InlineData("Postmenopausal bleeding.", "N95.0")]
    [InlineData("Overwhelmed with caring for her father at home.", "Z63.6")]
    [InlineData("Cares for his wife with dementia.", "")]
    [InlineData("Caregiver education given to the daughter. Dementia.", "F03.90")]
    [InlineData("Roommate has COVID-19. Patient without symptoms.", "Z20.822")]
    [InlineData("Partner tested positive for chlamydia; here because of exposure.", "Z20.2")]
    [InlineData("Coworker had tuberculosis years ago. Cough.", "R05.9")]
    [InlineData("Annual eye exam due. Hypertension.", "I10")]
    [InlineData("Normal eye exam.", "Z01.00")]
    [InlineData("Old lateral MI (2014), stable.", "I25.2")]
    [InlineData("Per mom: cough and fever since Monday.", "R05.9 R50.9")]
    [InlineData("Flu neg. Cough.", "R05.9")]
    public void A_reason_to_come(string text, string codes) => Assert.Equal(codes, book.Codes(text));
}
