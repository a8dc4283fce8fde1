namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Words and abbreviations that name a disease and mean something else, results told in short, what is over, what a test is to exclude.</summary>
[Collection(nameof(DetectBook))]
public class OtherSenseTests(DetectBook book)
{
    [Theory]
    // Abbreviations with a second sense.
    [InlineData("SLE: cornea clear, IOP 14 both eyes.", "", "M32")]
    [InlineData("SLE on hydroxychloroquine.", "M32.9", "")]
    [InlineData("Saturating 96% RA.", "", "M06")]
    [InlineData("Weaned from CPAP to RA on day 3.", "", "M06")]
    [InlineData("RA on methotrexate.", "M06.9", "")]
    [InlineData("NPH 14 units at bedtime.", "", "G91")]
    [InlineData("NPH with gait apraxia, shunt placed.", "G91.2", "")]
    [InlineData("HUS: no IVH.", "", "D59")]
    [InlineData("Colonoscopy under MAC, propofol.", "", "A31")]
    [InlineData("Left radiocephalic AVF with good thrill.", "", "I77")]
    [InlineData("US for HCC surveillance every 6 months.", "", "C22")]
    // Words beside which it is no disease.
    [InlineData("Artificial tears four times a day.", "", "H04.20")]
    [InlineData("Pallor of the optic disc, left.", "", "R23")]
    [InlineData("Seen by addiction medicine.", "", "F19")]
    [InlineData("Flashbacks and nightmares since the assault. Chronic PTSD.", "F43.12", "F16 F51")]
    [InlineData("Chronic PTSD, still in therapy.", "F43.12", "M08")]
    [InlineData("Still's disease is active.", "M08.20", "")]
    [InlineData("Opioid dependence, followed by addiction medicine.", "F11.20", "F19")]
    [InlineData("Headache, normal neurologic exam.", "R51.9", "")]
    [InlineData("Hypertension, screening labs today.", "I10", "")]
    [InlineData("Keloid scar of the chest, laser treatment planned.", "L91.0", "")]
    [InlineData("MOVEMENT DISORDERS\nEssential tremor, stable on propranolol.", "G25.0", "G25.9")]
    public void A_second_sense_is_no_disease(string text, string codes, string never) => Check("outpatient", text, codes, never);

    [Theory]
    [InlineData("Flu/RSV/COVID neg. Sore throat.", "J02.9", "J11 U07 J10 B97")]
    [InlineData("Flu, RSV and COVID neg.", "", "J11 U07 B97")]
    [InlineData("HIV nonreactive.", "", "B20 Z21")]
    [InlineData("Hepatitis B and C neg.", "", "B19 B18 B16 K75")]
    [InlineData("MRI neg for osteomyelitis.", "", "M86")]
    [InlineData("Strep positive, flu negative. Streptococcal pharyngitis.", "J02.0", "J11 J10")]
    [InlineData("COVID positive.", "U07.1", "")]
    [InlineData("Here for colon cancer screening.", "Z12.11", "C18")]
    public void Results_told_in_short(string text, string codes, string never) => Check("outpatient", text, codes, never);

    [Theory]
    [InlineData("Resolved: pneumonia 2021; ankle sprain; UTI.\nAssessment: hypertension.", "I10", "J18 S93 N39")]
    [InlineData("PMH: cataract surgery 2018.\nAssessment: gout.", "M10.9", "H26")]
    [InlineData("Mother ovarian ca at 58.", "Z80.41", "C56")]
    [InlineData("Brother MI age 44.", "Z82.49", "I21 I25")]
    [InlineData("Avoid hypotension with anesthesia.", "", "I95")]
    [InlineData("Runny nose last week, now better.", "", "J34")]
    public void What_is_over_or_elsewhere(string text, string codes, string never) => Check("outpatient", text, codes, never);

    [Theory]
    [InlineData("COPD exacerbation with impending respiratory failure.", "J44.1", "J96")]
    [InlineData("Threatened abortion.", "O20.0", "")]
    [InlineData("Bleeding gastric ulcer. Repeat EGD in 8 weeks to exclude gastric cancer.", "K25.4", "C16")]
    [InlineData("Discharge diagnosis: probable gastric cancer.", "C16.9", "")]
    [InlineData("Moderate persistent asthma. Acute exacerbation of moderate persistent asthma.", "J45.41", "J45.40")]
    [InlineData("Alcoholic cirrhosis with portal hypertension.", "K70.30 K76.6", "I10")]
    [InlineData("NASH cirrhosis with portal hypertension and ascites.", "K74.60 K76.6 R18.8", "I10 K74.69")]
    [InlineData("Portal cirrhosis.", "K74.69", "K76.6")]
    [InlineData("Major depressive disorder, recurrent severe without psychotic features. Suicidal ideation.", "F33.2 R45.851", "")]
    public void A_stay(string text, string codes, string never) => Check("inpatient", text, codes, never);

    private void Check(string setting, string text, string codes, string never)
    {
        var found = book.Detect(text, setting).Codes.Select(c => c.Code).ToList();
        foreach (var code in codes.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Assert.True(found.Contains(code), $"{code} is not among {string.Join(' ', found)}");
        foreach (var code in never.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Assert.DoesNotContain(found, c => c.StartsWith(code, StringComparison.Ordinal));
    }
}
