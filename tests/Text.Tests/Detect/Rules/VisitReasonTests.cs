namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Why somebody comes who has no new disease: a drug against a cancer, a device, the time after an operation, an organ that is taken out before it falls ill.</summary>
[Collection(nameof(DetectBook))]
public class VisitReasonTests(DetectBook book)
{
    [Theory]
    // I.C.2.e.2: given at this visit, by regimen or drug.
    [InlineData("Presents for cycle 4 day 1 of carboplatin and pemetrexed. Adenocarcinoma of the right lower lobe.", "C34.31 Z51.11")]
    [InlineData("C2D1 R-CHOP today for diffuse large B-cell lymphoma, tolerated well.", "C83.30 Z51.11 Z51.12")]
    [InlineData("Multiple myeloma, here for daratumumab dose 5.", "C90.00 Z51.12")]
    [InlineData("Breast cancer, right. Trastuzumab infusion given today without reaction.", "C50.911 Z51.12")]
    [InlineData("Here today to receive her weekly docetaxel. Left breast cancer.", "C50.912 Z51.11")]
    [InlineData("Here for intravesical BCG instillation 3 of 6. Bladder cancer.", "C67.9 Z51.12")]
    [InlineData("Admitted for scheduled cycle 2 of BEP. Cancer of the left testis.", "C62.92 Z51.11")]
    // Planned, held, over, of another disease.
    [InlineData("Colon cancer, sigmoid. FOLFOX cycle 6 scheduled for next week.", "C18.7")]
    [InlineData("Colon cancer, sigmoid. Completed 12 cycles of FOLFOX in May.", "C18.7")]
    [InlineData("Chemo held today. Pancreatic cancer.", "C25.9")]
    [InlineData("Lung cancer. Pembrolizumab was discussed.", "C34.90")]
    [InlineData("Rheumatoid arthritis. Rituximab infusion today.", "M06.9")]
    public void A_drug_against_a_cancer_given_today_is_the_reason(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    [Theory]
    // I.C.21.c.7: fitted, adjusted, changed or taken out; the status of the same device is not coded beside it.
    [InlineData("Presents for first fitting of left above-knee prosthesis. S/p left AKA 2023.", "Z44.112 Z89.612")]
    [InlineData("Prosthetic leg socket adjusted today. Right BKA 2020.", "Z44.121 Z89.511")]
    [InlineData("Below-elbow prosthesis delivered and adjusted today, right. Right forearm amputation 2018.", "Z44.021 Z89.211")]
    [InlineData("Hearing aid left ear repaired today. Sensorineural hearing loss, bilateral.", "H90.3 Z46.1")]
    [InlineData("Hearing aid evaluation recommended. Sensorineural hearing loss, bilateral.", "H90.3")]
    [InlineData("Denture adjustment: lower partial denture relined.", "Z46.3")]
    [InlineData("New contact lenses fitted. Myopia both eyes.", "H52.13 Z46.0")]
    [InlineData("Custom orthotics dispensed today. Plantar fasciitis, right.", "M72.2 Z46.89")]
    [InlineData("Cochlear implant reprogrammed. Bilateral sensorineural hearing loss.", "H90.3 Z45.321")]
    [InlineData("Prosthetic eye polished and refitted, left.", "Z44.22")]
    [InlineData("Here for removal of double-J stent after ureteroscopy.", "Z46.6")]
    [InlineData("Right ureteral stent pulled in the office today.", "Z46.6")]
    [InlineData("Foley catheter exchanged today in clinic. Neurogenic bladder.", "N31.9 Z46.6")]
    [InlineData("Ureteral stent removed 2 weeks ago. Gout of the left knee.", "M10.9")]
    [InlineData("Foley removed on postoperative day 2. BPH.", "N40.0")]
    public void A_device_that_is_fitted_or_taken_out_is_the_reason(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    [Theory]
    [InlineData("Mirena inserted today without complication.", "Z30.430")]
    [InlineData("IUD string check, strings visible.", "Z30.431")]
    [InlineData("Kyleena pulled today with ring forceps.", "Z30.432")]
    [InlineData("Paragard expired; removed and replaced with Liletta today.", "Z30.433")]
    [InlineData("IUD exchange performed today.", "Z30.433")]
    [InlineData("Nexplanon removed today.", "Z30.46")]
    [InlineData("IUD placed 3 years ago. Acute pharyngitis.", "J02.9")]
    [InlineData("Considering IUD insertion. Acute pharyngitis.", "J02.9")]
    public void An_intrauterine_device_by_what_is_done_with_it(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    [Theory]
    [InlineData("6 weeks s/p right total hip arthroplasty, incision healed, walking without a cane.", "Z47.1 Z96.641")]
    [InlineData("Physical therapy session 6, five weeks after bilateral total knee arthroplasty.", "Z47.1 Z96.653")]
    [InlineData("Rehab visit: 10 days post left shoulder replacement for osteoarthritis.", "Z47.1 Z96.612")]
    [InlineData("s/p TKA left 2015. Here for hypertension, BP check.", "I10 Z96.652")]
    [InlineData("Post-op check: s/p right rotator cuff repair 10 days ago, doing well.", "Z47.89")]
    [InlineData("Postoperative visit, 2 weeks after laparoscopic appendectomy for acute appendicitis. Incisions clean.", "Z48.815")]
    [InlineData("Post op day 1 check after right cataract extraction. IOP 16.", "Z48.810")]
    [InlineData("Postop visit, 3 weeks after abdominal myomectomy. Healing well.", "Z48.816")]
    [InlineData("Postop follow up 3 weeks after ORIF right distal radius fracture, healing.", "S52.501D")]
    [InlineData("Hernia repair scheduled. Left inguinal hernia.", "K40.90")]
    public void A_visit_after_an_operation_is_aftercare(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    [Theory]
    [InlineData("Admitted for risk-reducing bilateral salpingo-oophorectomy, BRCA2 positive.", "Z15.01 Z40.02 Z40.03")]
    [InlineData("Underwent prophylactic colectomy for familial adenomatous polyposis.", "D13.91 Z40.09")]
    [InlineData("Here for prophylactic mastectomy, left. PALB2 mutation.", "Z15.01 Z40.01")]
    [InlineData("Prophylactic mastectomy was discussed. BRCA1 mutation.", "Z15.01")]
    public void An_organ_is_taken_out_for_fear_of_a_cancer(string text, string codes) => Assert.Equal(codes, book.Codes(text, "inpatient"));

    [Theory]
    [InlineData("Follow-up visit three years after right upper lobectomy for lung adenocarcinoma. CT chest: no recurrence.", "Z08 Z85.118 Z90.2")]
    [InlineData("Annual surveillance after colectomy for sigmoid cancer 2019. Colonoscopy without recurrence.", "Z08 Z85.038 Z90.49")]
    [InlineData("Surveillance, 4 years after left nephrectomy for clear cell carcinoma. CT: no recurrence.", "Z08 Z85.528 Z90.5")]
    // The primary is past, and its metastases are not (I.C.2.d).
    [InlineData("Liver metastases from colon cancer. Hemicolectomy 2021, no local recurrence.", "C78.7 Z85.038 Z90.49")]
    [InlineData("Left mastectomy 2019 for breast cancer, no chest wall recurrence. Bone metastases, on letrozole.", "C79.51 Z79.811 Z85.3 Z90.12")]
    // Still treated (I.C.2.m).
    [InlineData("Right breast cancer. Mastectomy 2024, no evidence of disease. Continues adjuvant tamoxifen.", "C50.911 Z79.810 Z90.11")]
    public void A_cancer_that_was_removed_is_past(string text, string codes) => Assert.Equal(codes, book.Codes(text));
}
