using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>Names by their label, by a post or a relation before them, by the form of their line, by what somebody is called; and medicine in the same forms. All persons are invented.</summary>
public sealed class PersonFormsTests
{
    private static readonly Redactor Default = new();

    // A clinical sentence beside the line, so that the text is read as a note.
    private const string Note = "\n\nAssessment: asthma on insulin; biopsy of the lesion pending.";

    private static void Gone(string text, string names)
    {
        var redacted = Default.Redact(text).Text;
        Assert.All(names.Split(' '), name => Assert.DoesNotContain(name, redacted, StringComparison.Ordinal));
        Assert.Equal(redacted, Default.Redact(redacted).Text);
    }

    [Theory]
    [InlineData("Decedent ....... Harlan \"Buck\" Ostrander Sr.", "Harlan Buck Ostrander Sr")]
    [InlineData(" 4. Informant ......... Odell Ray Stamper", "Odell Stamper")]
    [InlineData("Beneficiary: Ottoline Frost II     Item: walker", "Ottoline Frost II")]
    [InlineData("Recipient of care: Delphine Marsh", "Delphine Marsh")]
    [InlineData("Proband: Tzipora (II-1), 29, BRCA1 positive.", "Tzipora")]
    [InlineData("PATIENT   OKAFOR, NNEKA   Sex F", "OKAFOR NNEKA")]
    [InlineData("insulin 10 units  prescriber MARSH, L   Qty 30", "MARSH")]
    [InlineData("Guarantor: LUISA M. STA. CRUZ      Acct", "LUISA STA CRUZ")]
    [InlineData("Tech: Shanelle    RN: P. Dimaano", "Shanelle Dimaano")]
    [InlineData("DDS: Gurpreet Kaur   RDA: Kaylin T", "Gurpreet Kaur Kaylin")]
    [InlineData("ATT: LAMB, ELOISE R MD      CONS: O'DOWD, FERGUS MD", "LAMB ELOISE O'DOWD FERGUS")]
    [InlineData("Seniors: Marsh & Delgado", "Marsh Delgado")]
    [InlineData("Team: Quist/Bhatt/Okeke", "Quist Bhatt Okeke")]
    [InlineData("Surgeon(s): Bhatt; Okeke", "Bhatt Okeke")]
    [InlineData("Parent 1: Anneke, cell phone on file", "Anneke")]
    [InlineData("PCP = Bhatt @ the clinic", "Bhatt")]
    [InlineData("Insured's Name (Last, First): Lamb, Otis", "Lamb Otis")]
    [InlineData("Policyholder: Lamb/Otis", "Lamb Otis")]
    [InlineData("Read back by: Tonya", "Tonya")]
    [InlineData("WHO: Marsh, Delphine, room near the desk", "Marsh Delphine")]
    [InlineData("Participants: Okafor, Lindqvist\nAttendees: V. Stokes (wife), O. Lamb Jr.", "Okafor Lindqvist Stokes")]
    [InlineData("To: Okafor, Chidi; Lindqvist, K", "Okafor Chidi Lindqvist")]
    public void A_label_of_persons_and_its_value(string text, string names) => Gone(text + Note, names);

    [Theory]
    [InlineData("DON Violetta Marsh and SW Patience Agyeman attended.", "Violetta Marsh Patience Agyeman")]
    [InlineData("CRNA Marsh relieved at 0900.", "Marsh")]
    [InlineData("Chaplain Pope visited; pain better.", "Pope")]
    [InlineData("Volunteer Grace reads to him daily.", "Grace")]
    [InlineData("adjuster Dawn approved therapy", "Dawn")]
    [InlineData("Note from helpdesk agent Kowal, portal reset", "Kowal")]
    [InlineData("He came with Gunny Ortega.", "Gunny Ortega")]
    [InlineData("CM Tanisha arranges the transfer. SLP Rosalie saw pt.", "Tanisha Rosalie")]
    [InlineData("signed by contractor RN J. Arceneaux", "Arceneaux")]
    [InlineData("Her tia Lupe will drive. Tutu Leilani at bedside.", "Lupe Leilani")]
    [InlineData("also his ex yolanda is calling the desk", "yolanda")]
    [InlineData("w/ mom grace, cell on file, fever", "grace")]
    [InlineData("nephew J-Ray fills the pill box", "J-Ray")]
    [InlineData("Sister and SIL Kiara at bedside", "Kiara")]
    [InlineData("rn cody took report; sw tanisha will call", "cody tanisha")]
    [InlineData("K 6.1. RN TANISHA AT BEDSIDE.", "TANISHA")]
    [InlineData("Dr. Osei's nurse, Pat, called about it", "Pat")]
    public void A_post_or_a_relation_before_a_name(string text, string names) => Gone(text + Note, names);

    [Theory]
    [InlineData("1) Tanaka, Saburo 68M. LUL adeno, PFT ok.\n2) Marsh-Delgado, R. 59F. SCLC.", "Tanaka Saburo Marsh Delgado")]
    [InlineData(">> Watcher: Frost, Mai / 61F / sepsis\n>> Stable: Delgado Peña, José R / 40M / cellulitis", "Frost Mai Delgado Peña José")]
    [InlineData("Pt H. Three Stars 77M A&Ox3", "Three Stars")]
    [InlineData("FROST, LILY  F/72\nBed 3 - Frost - 44F - DKA", "FROST LILY Frost")]
    [InlineData("Kasia W  9:02   pt refuses insulin\nDr Marsh 9:05   which one\nKasia W  9:07   room 4", "Kasia Marsh")]
    [InlineData("[10:42] Priya B: pt is febrile\n10:45 - Priya Bhatt - ok", "Priya Bhatt")]
    [InlineData("Gus: pt wants a refill\nGus - please call", "Gus")]
    [InlineData("Subject: chair\n\nLupe, she can't do mornings.", "Lupe")]
    [InlineData("> On 9/1/24, at 8:10 AM, Noelani Kahale-Fong wrote:\n> Which patient?", "Noelani Kahale Fong")]
    [InlineData("I will see her again.\n\nYours, B.T.W.", "B.T.W")]
    [InlineData("OR may slip to 11:00. — Lupe", "Lupe")]
    [InlineData("T. Osei-Lund MT(ASCP) / medical director Tesfaye", "Osei Lund Tesfaye")]
    [InlineData("N. Marsden, MS, CGC", "Marsden")]
    [InlineData("Signature: //R. Dimaano//   Dated today", "Dimaano")]
    [InlineData("pt tolerated it well. kp/NP", "kp")]
    [InlineData("WASHBURN,DELMAR Q2217 is a 70 y/o veteran", "WASHBURN DELMAR")]
    [InlineData("I, Kit Farrow, am scribing for the physician", "Kit Farrow")]
    [InlineData("her name is spelled P I C K E T T", "K")]
    [InlineData("AK = Anneke Kruger RN\n0800 pain 4/10 AK", "AK Anneke Kruger")]
    [InlineData("pt otis lamb 45m c/o cp", "otis lamb")]
    [InlineData("VIDEO VISIT - Adaora Mgbeke / Dr. Wm. Underhill", "Adaora Mgbeke Wm Underhill")]
    [InlineData("My insulin dose may be off. Adaora Okonjo\"", "Adaora Okonjo")]
    public void A_line_of_persons(string text, string names) => Gone(text + Note, names);

    [Theory]
    [InlineData("She goes by \"Teddy.\" Depression stable.", "Teddy")]
    [InlineData("nickname  Bear      Age 9", "Bear")]
    [InlineData("ALIAS Flaco, \"Lil Ace-Ace\"   heroin use", "Flaco Lil Ace")]
    [InlineData("2. AKA ............... Bo", "Bo")]
    [InlineData("parents plan to name him Tuan-Anh", "Tuan Anh")]
    [InlineData("parents call the baby Shabnam", "Shabnam")]
    [InlineData("Zuzia, as her parents call her, has otitis.", "Zuzia")]
    [InlineData("Resident: Hildegard Snow (\"Hilly\")", "Hildegard Snow Hilly")]
    [InlineData("ID card says the real name may be Friday Okonkwo", "Friday Okonkwo")]
    [InlineData("Dr. Adebayo-June and Dr. Chas. Underhill", "Adebayo June Chas Underhill")]
    [InlineData("relieved by Ma. Teresa Pangilinan", "Ma Teresa Pangilinan")]
    [InlineData("Noelani & baby boy Kainoa, breastfeeding well", "Noelani Kainoa")]
    public void What_somebody_is_called(string text, string names) => Gone(text + Note, names);

    [Theory]
    [InlineData("this is doctor omid rastegar dictating a clinic note on wanda sue pickett medical record number on file patient is a woman with copd", "omid rastegar wanda pickett")]
    [InlineData("patient is here with her grandson dwayne for follow up of asthma and copd", "dwayne")]
    [InlineData("please send the biopsy to doctor young in macon as she is moving with her asthma", "young")]
    public void Dictation_without_capitals(string text, string names) => Gone(text, names);

    [Theory]
    [InlineData("pt_last,pt_first,dob,mrn,provider,a1c\nStone,Rain,01/01/1960,55012,Marsh,7.1\nvan der Berg,Page,01/01/1961,55013,White,8.2", "Stone Rain 55012 Marsh Berg Page White")]
    [InlineData("| Patient | DOB | Nurse |\n|---|---|---|\n| Rain Stone | 01/01/1960 | Dolores |", "Rain Stone Dolores")]
    [InlineData("<record><last>Stone</last><first>Rain</first><mi>T</mi></record>", "Stone Rain >T<")]
    public void Columns_and_elements_of_persons(string text, string names) => Gone(text + Note, names);

    [Theory]
    [InlineData("Recipient: none. Donor: deceased. Witness: None. Signature: Electronic.")]
    [InlineData("Mother: Hypertension, diabetes. Father: CAD, MI. Sister: Breast cancer.")]
    [InlineData("Tech: Poor quality study. RN: Wound care done. SLP: Dysphagia diet. CM: Dispo barriers.")]
    [InlineData("RT Knee pain, RT Hand swelling. 3 CM Left renal mass. SW Consult placed. RD recs TF.")]
    [InlineData("Chaplain Services offered. Senior Living reviewed. Agent Orange exposure. Team Green will follow.")]
    [InlineData("Drawn by: lab. Read back by: receiver. To: Radiology. From: ER")]
    [InlineData("1) Sepsis, Pneumonia 71M. On vancomycin.\n2. Stroke Alert 66F, NIHSS 4.\nTrauma 45M vs tree.\nRoom 12: Fall Risk, 72M, CHF")]
    [InlineData("Hepatitis C. Patient is stable. Vitamin D. Supplement started. E. Coli grew; S. Aureus negative.")]
    [InlineData("Lasix  8:02   given\nMetoprolol  9:00  held\nBreakfast  9:30  ate 50%\n10:44 Vitals: stable")]
    [InlineData("Overall, she is doing well.\n\nCurrently, he denies pain.\n\nWarfarin, she was told, is held.")]
    [InlineData("- Lisinopril\n- Aspirin\nPain resolved. - Stable")]
    [InlineData("SODIUM,POTASSIUM normal. CBC,BMP pending.")]
    [InlineData("name,dose,route\nMetoprolol,25 mg,PO\nLisinopril,10 mg,PO")]
    [InlineData("| Time | HR | Nurse |\n|---|---|---|\n| 0800 | 88 | none |")]
    [InlineData("Left AKA. Right AKA with stump pain. aka Brown-Sequard syndrome. call him Monday. He goes by wheelchair.")]
    [InlineData("his mom nice and supportive, her dad will drive, wife may call, mother rose early, daughter X-Ray normal")]
    [InlineData("S O A P note. A B C D E assessment. PA/NP notified. MD/RN aware. PT/OT consult.")]
    [InlineData("Hawkins-Kennedy +, Speed -. Wolff-Parkinson-White s/p ablation. VISION: OD>OS.")]
    [InlineData("MA = mental age. PE = pulmonary embolism. HTN, DM  F/72")]
    [InlineData("she saw the doctor last week and called doctor about pain, went to doctor long ago")]
    [InlineData("Ex Lap, ex Fix, ex smoker; ate Ensure. BB Coreg held. BIL Total 1.2.")]
    [InlineData("Patient, provider, and family agree.\nMother, father, and sister present, all well.")]
    [InlineData("I, Herbert's sign absent, am well. Medic alert bracelet worn. Nurse call light in reach.")]
    [InlineData("Neuro: no deficits\nDerm: no rash\nMax: 40 mg daily\nGait: steady\n-Aspirin\n-Rose hips")]
    [InlineData("Team: ICU / Nephrology / Surgery. cc: knee pain; back pain. Charge: 400 USD.")]
    [InlineData("BENCE JONES        NEG\nRecipient: CMV negative. Interpreter: Spanish phone. Pt: Awake.")]
    [InlineData("to be called Friday with results. Appreciate Renal recs. bring Tylenol.")]
    public void Medicine_in_the_same_forms_stays(string text) => Assert.Equal(text + Note, Default.Redact(text + Note).Text);
}
