using CodingAhead.Codes;
using CodingAhead.Codes.Build;

namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>How everyday English turns the names of diseases round, and official titles that a record system prints.</summary>
[Collection(nameof(DetectBook))]
public class WordingTests(DetectBook book)
{
    [Theory]
    // A modifier of the index between the words of its entry.
    [InlineData("Aortic valve stenosis.", "I35.0")]
    [InlineData("Aortic valve insufficiency.", "I35.1")]
    [InlineData("Mitral stenosis and aortic valve insufficiency.", "I08.0")]
    // A word with a code of its own inside a longer name.
    [InlineData("Lupus.", "L93.0")]
    [InlineData("Lupus panniculitis.", "L93.2")]
    [InlineData("Wandering atrial pacemaker rhythm without a device.", "I49.8")]
    [InlineData("De Quervain's tenosynovitis of the left wrist.", "M65.4")]
    [InlineData("De Quervain's thyroiditis.", "E06.1")]
    [InlineData("Acute hepatitis A.", "B15.9")]
    [InlineData("Consumption coagulopathy.", "D65")]
    // The adjective behind a comma.
    [InlineData("Hepatitis, alcoholic.", "K70.10")]
    [InlineData("Cirrhosis, alcoholic", "K70.30")]
    [InlineData("Hemorrhoids, prolapsed", "K64.8")]
    [InlineData("Colitis, eosinophilic", "K52.82")]
    [InlineData("Tongue dry, fissured. Assessment: gout.", "M10.9")]
    // Complications of openings, and the openings.
    [InlineData("Colostomy prolapse.", "K94.09")]
    [InlineData("Tracheostomy stricture.", "J95.03")]
    [InlineData("Has a colostomy.", "Z93.3")]
    // Words that are no names: anatomy, flatus, drugs against pain, a pes.
    [InlineData("The gingivae are normal. Assessment: gout.", "M10.9")]
    [InlineData("She passed flatus. Assessment: gout.", "M10.9")]
    [InlineData("Oral pain medications only. Assessment: gout.", "M10.9")]
    [InlineData("right acquired pes planus", "M21.41")]
    [InlineData("Continue her medications, and if the rash persists call us. Assessment: gout.", "M10.9")]
    // Severity, sex and sides of titles.
    [InlineData("Vascular dementia, unspecified severity", "F01.50")]
    [InlineData("Urethral stricture, male", "N35.919")]
    [InlineData("Corneal abrasion of the left eye.", "S05.02XA")]
    [InlineData("Allergic conjunctivitis, acute. Both eyes are affected.", "H10.13")]
    [InlineData("Hemiplegia of the right dominant side following a stroke.", "I69.351")]
    [InlineData("Acute appendicitis with perforation and generalized peritonitis, no abscess.", "K35.201")]
    [InlineData("Acute appendicitis with generalized peritonitis.", "K35.209")]
    // Told as history, behind the name or in a verb.
    [InlineData("Prostate cancer, history of", "Z85.46")]
    [InlineData("Former cigarette smoker, quit in 2012.", "Z87.891")]
    [InlineData("He wants a patch and help to quit smoking.", "F17.200")]
    [InlineData("History of tobacco use.", "Z87.891")]
    [InlineData("He was recently hospitalized for pneumonia. Assessment: gout.", "M10.9")]
    [InlineData("HPI: Her last colonoscopy was in 2018. Pathology of a polyp showed an adenoma.\\nAssessment: gout.", "M10.9 Z86.0100")]
    [InlineData("Left hip replacement in 2019 due to osteoarthritis.", "Z96.642")]
    // What is not said to be there.
    [InlineData("Assessment: 1. Hyperglycemia. Unknown whether she is diabetic.", "R73.9")]
    [InlineData("It is highly likely that he has a glioma. Assessment: headache.", "R51.9")]
    [InlineData("We discussed that criteria for patients with melanoma differ. Assessment: gout.", "M10.9")]
    [InlineData("She is not able to say whether she had heartburn. Assessment: gout.", "M10.9")]
    [InlineData("CHIEF COMPLAINT: Esophagitis.\nHPI: Seen for suspected esophagitis.\nASSESSMENT: Chest pain.", "R07.9")]
    [InlineData("Immunizations were updated with hepatitis B.", "Z23")]
    // One thing told in two places.
    [InlineData("RESULTS: CT shows a 4 cm left upper lobe mass.\nASSESSMENT: Non-small cell lung cancer.", "C34.12")]
    [InlineData("RESULTS: CT shows a stone in the right proximal ureter.\nASSESSMENT: Right kidney stone.", "N20.1")]
    [InlineData("HPI: Melanoma of the back.\nASSESSMENT: Newly diagnosed melanoma.", "C43.59")]
    [InlineData("PATHOLOGY: Esophagus biopsy, distal third: adenocarcinoma.", "C15.9")]
    [InlineData("EXAM: A wound is present on the right heel.\nASSESSMENT: Right diabetic foot ulcer.", "E11.621 L97.419")]
    [InlineData("PMH: Asthma.\nASSESSMENT:\n1. Shortness of breath.\n2. Gout.", "J45.909 M10.9 R06.02")]
    [InlineData("DISCHARGE DIAGNOSIS: Nausea of unclear cause.\nSECONDARY DIAGNOSIS: Migraine.", "G43.909 R11.0")]
    [InlineData("Enlarged lymph nodes in the neck.", "R59.0")]
    [InlineData("Adjustment disorder, depressed mood", "F43.21")]
    [InlineData("Septic shock due to MRSA sepsis.", "A41.02 R65.21")]
    [InlineData("Twisted her ankle when she stumbled and caught herself. Assessment: right ankle sprain.", "S93.401A W18.40XA")]
    // By weeks.
    [InlineData("False labor at 38 weeks.", "O47.1 Z3A.38")]
    [InlineData("False labor at 33 weeks.", "O47.03 Z3A.33")]
    // Verbs and lay words.
    [InlineData("Cut her right index finger.", "S61.210A")]
    [InlineData("Swollen left knee", "M25.462")]
    [InlineData("Torn anterior cruciate ligament of the right knee.", "S83.511A")]
    [InlineData("Calcium is low.", "E83.51")]
    [InlineData("Frequent falls.", "R29.6")]
    public void Wordings(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    [Theory]
    [InlineData("PROBLEM LIST:\n1. Other specified disorders of nose and nasal sinuses (J34.89)\n2. Gout", "J34.89 M10.9")]
    [InlineData("Unspecified dementia, unspecified severity, with anxiety", "F03.94")]
    [InlineData("Acute respiratory failure, unspecified whether with hypoxia or hypercapnia", "J96.00")]
    [InlineData("Malignant neoplasm of unspecified part of unspecified bronchus or lung", "C34.90")]
    [InlineData("Encounter for general adult medical examination without abnormal findings", "Z00.00")]
    [InlineData("Laceration without foreign body of left little finger without damage to nail, subsequent encounter", "S61.217D")]
    [InlineData("Denies other specified anxiety disorders. Gout.", "M10.9")]
    public void Titles_that_are_printed_are_their_codes(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    /// <summary>A title that stands in a problem list gives its own code, of every chapter: .80 did before titles were read whole.</summary>
    [Fact]
    public void Most_official_titles_lead_to_their_code()
    {
        var codes = book.Detector.Book.Keys(CodeSet.Icd10Cm).Where(k => k.Code[0] is not ('V' or 'W' or 'X' or 'Y' or 'T' or 'Z') && Titles.Billable(book.Detector.Book, k, DetectBook.On)).Where((_, i) => i % 25 == 0).ToList();
        var wrong = new List<string>();
        foreach (var key in codes)
        {
            var title = Titles.Of(book.Detector.Book, key, DetectBook.On);
            if (!book.Detect(title).Codes.Any(c => c.Code.Replace(".", "", StringComparison.Ordinal) == key.Code)) wrong.Add($"{key.Code} {title}");
        }

        Assert.True(codes.Count > 1500 && wrong.Count <= 0.04 * codes.Count, $"{wrong.Count} of {codes.Count}\n{string.Join('\n', wrong)}");
    }
}
