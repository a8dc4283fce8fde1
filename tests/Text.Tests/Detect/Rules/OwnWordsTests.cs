namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Invented lines for the rules of injuries, drugs and combinations that notes tell in their own words; each method names its paragraph.</summary>
[Collection(nameof(DetectBook))]
public class OwnWordsTests(DetectBook book)
{
    /// <summary>What caused an injury, told in plain verbs (Official Guidelines I.C.20.a).</summary>
    [Theory]
    [InlineData("Slipped from the third rung of a stepladder. Closed displaced fracture of the left calcaneus.", "S92.002A W11.XXXA")]
    [InlineData("Fell through the roof of a shed, contusion of the right hip.", "S70.01XA W13.2XXA")]
    [InlineData("Tumbled down the stairs, sprain of left ankle.", "S93.402A W10.9XXA")]
    [InlineData("Rolled off the couch, contusion of forehead.", "S00.83XA W08.XXXA")]
    [InlineData("Right hand bitten by a stray cat yesterday, two punctures.", "S61.451A W55.01XA")]
    [InlineData("Bitten on the left calf by her own large dog.", "S81.852A W54.0XXA")]
    [InlineData("Bucked off a pony at riding camp. Contusion of left thigh.", "S70.12XA V80.010A")]
    [InlineData("Kicked by a horse, contusion of left thigh.", "S70.12XA W55.12XA")]
    [InlineData("Restrained passenger, their van struck a tree at low speed. Contusion of right knee.", "S80.01XA V57.6XXA")]
    [InlineData("He was driving when the car collided with a moose. Contusion of left shoulder.", "S40.012A V40.5XXA")]
    [InlineData("Passenger in a sedan that hit an SUV. Sprain of right wrist.", "S63.501A V43.61XA")]
    [InlineData("Pedestrian struck by a car in a crosswalk. Fracture of left pubic ramus.", "S32.502A V03.10XA")]
    [InlineData("Bicyclist collided with a parked car, abrasion of left elbow.", "S50.312A V13.4XXA")]
    [InlineData("Driver rear-ended at a red light. Sprain of left wrist.", "S63.502A V43.52XA")]
    [InlineData("Gored by a bull. Laceration of right thigh.", "S71.111A W55.22XA")]
    [InlineData("Stepped on a rusty nail, puncture wound of the right foot, no foreign body.", "S91.331A W45.0XXA")]
    public void A_plain_verb_tells_the_cause(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    /// <summary>Open fractures, and fractures that do not heal (Official Guidelines I.C.19.c).</summary>
    [Theory]
    [InlineData("Open displaced comminuted fracture of the right femoral shaft, Gustilo IIIB.", "S72.351C")]
    [InlineData("Gustilo II open transverse displaced fracture, left humeral shaft.", "S42.322B")]
    [InlineData("Left scaphoid waist fracture eight months ago, has not healed. Bone graft planned.", "S62.022K")]
    [InlineData("Right radius shaft fracture last spring, now malunited, corrective osteotomy.", "S52.301P")]
    [InlineData("Fracture of left humeral shaft 4 months ago, delayed union on x-ray.", "S42.302G")]
    [InlineData("Comminuted right tibial shaft fracture a year ago. Hypertrophic non-union, revision nailing next week.", "S82.251K")]
    [InlineData("Recurrent dislocation of the left patella; the kneecap slips out when she pivots.", "M22.02")]
    public void A_fracture_has_its_stage(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    /// <summary>Foreign bodies, needle sticks and scars (Official Guidelines I.B.10, I.C.21.c.1).</summary>
    [Theory]
    [InlineData("Puncture wound of right thumb with a splinter embedded, no nail damage.", "S61.041A W45.8XXA")]
    [InlineData("Laceration of right foot, glass shard still in wound.", "S91.321A W25.XXXA")]
    [InlineData("Laceration of right foot, no foreign body.", "S91.311A")]
    [InlineData("Surgical resident jabbed right ring finger with a suture needle; source patient has hepatitis C.", "S61.234A W46.0XXA Z20.5")]
    [InlineData("Phlebotomist, needlestick to left palm from a clean needle.", "S61.432A W46.0XXA")]
    [InlineData("Medical student splashed in the eye with blood from HIV+ patient.", "Z20.6")]
    [InlineData("HIV, on antiretrovirals, here with a needlestick to the left thumb.", "B20 S61.032A W46.0XXA")]
    [InlineData("Nurse had blood splash to eye from a patient with HIV.", "Z20.6")]
    [InlineData("Hypertrophic scar of the left forearm after a scald burn last year.", "L91.0 T22.012S")]
    [InlineData("Keloid of the left shoulder from a burn of the left shoulder in childhood.", "L91.0 T22.052S")]
    public void A_wound_is_told_with_what_it_holds_or_left(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    /// <summary>Official Guidelines I.C.19.f.</summary>
    [Theory]
    [InlineData("9-year-old boy, confirmed physical abuse by stepfather, bruises of back.", "S20.229A T74.12XA")]
    [InlineData("81-year-old, suspected neglect by caregiver, dehydration.", "E86.0 T76.01XA")]
    [InlineData("5-month-old infant, concern for non-accidental trauma, left femur fracture.", "S72.92XA T76.12XA")]
    [InlineData("34-year-old woman, suspected sexual abuse by partner.", "T76.21XA")]
    [InlineData("45-year-old man with alcohol abuse.", "F10.10")]
    public void Abuse_is_coded_by_kind_certainty_and_age(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    /// <summary>Official Guidelines I.C.19.e.5.c.</summary>
    [Theory]
    [InlineData("Heart failure. She has been skipping furosemide because she forgets.", "I50.9 T50.1X6A Z91.138")]
    [InlineData("Hypertension. Cut his nebivolol tablets in half to stretch them, copay too high.", "I10 T44.7X6A Z91.120")]
    [InlineData("Type 2 DM with hyperglycemia, rationing insulin glargine since he lost insurance.", "E11.65 T38.3X6A Z91.120")]
    [InlineData("Seizure in a 6-year-old with epilepsy; mother ran out of levetiracetam and could not afford the refill.", "G40.909 T42.6X6A Z91.A20")]
    [InlineData("Hypothyroidism, stopped levothyroxine on her own because she felt better.", "E03.9 T38.1X6A Z91.128")]
    [InlineData("COPD exacerbation; using tiotropium every other day to save money.", "J44.1 T48.6X6A Z91.120")]
    [InlineData("85-year-old with dementia forgets to take her donepezil.", "F03.90 T44.0X6A Z91.130")]
    [InlineData("Hypertension, well controlled on lisinopril. She forgot her umbrella.", "I10")]
    public void Less_than_prescribed_is_coded_with_its_reason(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    /// <summary>Official Guidelines I.C.19.e.5.b.</summary>
    [Theory]
    [InlineData("Pharmacy dispensing error: received metoprolol at triple the prescribed dose. Bradycardia.", "R00.1 T44.7X1A")]
    [InlineData("Took oxycodone as prescribed with several beers. Somnolent from mixing the two.", "R40.0 T40.2X1A T51.0X1A")]
    [InlineData("Overdose of fentanyl with xylazine, suicide attempt.", "T40.412A T65.842A")]
    [InlineData("Drank antifreeze in a suicide attempt.", "T52.8X2A")]
    [InlineData("Inhaled carbon monoxide from a generator by accident, headache.", "R51.9 T58.91XA")]
    [InlineData("4-year-old swallowed her brother's clonidine by mistake, drowsy.", "R40.0 T46.5X1A")]
    [InlineData("Prednisone-induced osteoporosis, fragility fracture of the left femoral neck.", "M80.852A T38.0X5A")]
    [InlineData("Osteoporosis due to long-term steroids with T9 compression fracture while coughing.", "M80.88XA T38.0X5A")]
    public void A_wrong_dose_or_a_drug_with_alcohol_is_a_poisoning(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    /// <summary>Official Guidelines IV.D.</summary>
    [Theory]
    [InlineData("Asthma. TB blood test drawn at employee health.", "J45.909")]
    [InlineData("Psoriasis, hepatitis panel and HIV antibody before the biologic.", "L40.9")]
    [InlineData("Hypertension. Syphilis serology sent.", "I10")]
    [InlineData("Chronic hepatitis C, viral load ordered.", "B18.2")]
    public void The_name_of_a_test_is_no_diagnosis(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    /// <summary>Official Guidelines I.C.4.a.6 and I.A.15.</summary>
    [Theory]
    [InlineData("Cystic fibrosis-related diabetes with gastroparesis, on insulin.", "E08.43 E84.8 K31.84 Z79.4")]
    [InlineData("Diabetes secondary to hemochromatosis with diabetic CKD stage 3a.", "E08.22 E83.119 N18.31")]
    [InlineData("Diabetes from chronic pancreatitis with diabetic nephropathy, on insulin.", "E08.21 K86.1 Z79.4")]
    [InlineData("Cystic fibrosis with pancreatic insufficiency and CFRD on insulin.", "E08.9 E84.8 Z79.4")]
    [InlineData("Diabetes after total pancreatectomy, takes insulin.", "E13.9 E89.1 Z79.4 Z90.410")]
    [InlineData("Type 2 diabetes; numbness from alcoholic neuropathy, not diabetic.", "E11.9 G62.1")]
    [InlineData("Type 2 diabetes. Peripheral neuropathy, which is attributed to B12 deficiency rather than diabetes.", "E11.9 E53.8 G62.9")]
    [InlineData("Type 2 diabetes. CKD stage 3a from obstruction and not from diabetes.", "E11.9 N18.31")]
    [InlineData("Type 2 diabetes. CKD stage 3a.", "E11.22 N18.31")]
    public void Diabetes_follows_its_cause(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    /// <summary>Official Guidelines I.B.9.</summary>
    [Theory]
    [InlineData("Varicose veins of the left leg with an ulcer of the left ankle, fat layer exposed.", "I83.023 L97.322")]
    [InlineData("Crohn disease of jejunum and colon with fistula.", "K50.813")]
    [InlineData("Ileocolonic Crohn disease without complications.", "K50.80")]
    [InlineData("Crohn disease of the terminal ileum; colon normal.", "K50.00")]
    [InlineData("Ulcerative pancolitis; rectal bleeding for 3 weeks.", "K51.011")]
    [InlineData("Internal hemorrhoids, grade II. Small internal hemorrhoids on retroflexion.", "K64.1")]
    [InlineData("SIRS due to acute pancreatitis, with acute kidney injury.", "K85.90 N17.9 R65.11")]
    [InlineData("Descending colon diverticula, not bleeding.", "K57.30")]
    [InlineData("Diverticulosis without bleeding or inflammation on colonoscopy.", "K57.30")]
    [InlineData("4 mm right UVJ stone with mild hydroureteronephrosis.", "N13.2")]
    [InlineData("Left kidney stone. Moderate hydronephrosis.", "N13.2")]
    [InlineData("Osteomyelitis of L3.", "M46.26")]
    [InlineData("Vertebral osteomyelitis at T9.", "M46.24")]
    [InlineData("C5 fracture after diving.", "S12.400A")]
    [InlineData("Right arm and leg hemiplegia. Ambidextrous.", "G81.91")]
    [InlineData("Left spastic hemiplegia, ambidextrous.", "G81.12")]
    [InlineData("Recurrent major depression, severe, psychotic features present", "F33.3")]
    [InlineData("MDD single ep sev w psychotic fx", "F32.3")]
    [InlineData("MDD recurr, severe, psych features.", "F33.3")]
    public void Site_side_and_complication_are_one_code(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    /// <summary>Official Guidelines I.B.13, I.C.12.b.</summary>
    [Theory]
    [InlineData("XR LEFT KNEE 3 VIEWS\nFindings: joint space narrowing.\nImpression:\n1. Primary osteoarthritis of the knee.", "M17.12")]
    [InlineData("MRI LEFT SHOULDER\nImpression:\n1. Full-thickness supraspinatus tear.\n2. Acromioclavicular joint osteoarthritis.", "M19.012 M75.122")]
    [InlineData("Exam: Left foot: ulcer 2 x 1 cm, muscle exposed.\nAssessment:\n1. Diabetic foot ulcer, type 2 diabetes.", "E11.621 L97.525")]
    public void The_side_stands_in_the_title_or_in_the_examination(string text, string codes) => Assert.Equal(codes, book.Codes(text));
}
