namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>
/// A list of diagnoses is coded entry by entry: what is said of one is not said of its neighbour, and no word of two neighbours makes a third diagnosis.
/// </summary>
[Collection(nameof(DetectBook))]
public class ListedTests(DetectBook book)
{
    // Diagnoses that no rule joins with each other, each with all its codes.
    private static readonly (string Name, string Codes)[] Independent =
    [
        ("atrial fibrillation", "I48.91"), ("coronary artery disease", "I25.10"), ("COPD", "J44.9"), ("GERD", "K21.9"), ("hypothyroidism", "E03.9"), ("hyperlipidemia", "E78.5"), ("migraine", "G43.909"), ("gout", "M10.9"),
        ("rheumatoid arthritis", "M06.9"), ("osteoarthritis of the right knee", "M17.11"), ("kidney stones", "N20.0"), ("UTI", "N39.0"), ("psoriasis", "L40.9"), ("glaucoma", "H40.9"), ("cataract", "H26.9"), ("hearing loss", "H91.90"),
        ("prostate cancer", "C61"), ("breast cancer", "C50.919"), ("carpal tunnel syndrome", "G56.00"), ("hiatal hernia", "K44.9"), ("fibromyalgia", "M79.7"), ("cirrhosis", "K74.60"), ("stroke", "I63.9"), ("multiple sclerosis", "G35.D"),
        ("Crohn disease", "K50.90"), ("pericarditis", "I31.9"), ("allergic rhinitis", "J30.9"), ("lymphedema", "I89.0"), ("alcohol abuse", "F10.10"), ("severe aortic stenosis", "I35.0"), ("ovarian cyst", "N83.209"), ("iron deficiency anemia", "D50.9"),
    ];

    [Theory]
    [InlineData(", ")]
    [InlineData(" and ")]
    [InlineData("; ")]
    public void Two_diagnoses_have_the_codes_of_both(string joint)
    {
        var wrong = new List<string>();
        foreach (var (first, codes) in Independent)
        {
            foreach (var (second, more) in Independent)
            {
                if (first == second) continue;
                var text = char.ToUpperInvariant(first[0]) + first[1..] + joint + second + ".";
                var found = book.Codes(text);
                if (found != DetectBook.Sorted($"{codes} {more}".Split(' '))) wrong.Add($"{text} {found}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Independent.Length * (Independent.Length - 1)}:\n{string.Join('\n', wrong.Take(20))}");
    }

    [Theory]
    [InlineData("Hypertension, TIA, insomnia, COPD.", "G45.9 G47.00 I10 J44.9")]
    [InlineData("Parkinson disease, tobacco use.", "G20.A1 Z72.0")]
    [InlineData("HIV disease, heart failure.", "B20 I50.9")]
    [InlineData("Heart failure, asthma, cirrhosis.", "I50.9 J45.909 K74.60")]
    [InlineData("Acute pancreatitis, hepatitis C.", "B19.20 K85.90")]
    [InlineData("Dementia, mild asthma.", "F03.90 J45.909")]
    [InlineData("Osteoarthritis of the right knee, otitis media.", "H66.90 M17.11")]
    [InlineData("Left ear pain, otitis media.", "H66.92")]
    [InlineData("Cellulitis and abscess of the mouth.", "K12.2")]
    [InlineData("Cellulitis and abscess of the left leg.", "L02.416 L03.116")]
    [InlineData("Bladder cancer, bone metastases.", "C67.9 C79.51")]
    [InlineData("Asthma, alcohol dependence in remission.", "F10.21 J45.909")]
    [InlineData("Old MI and psoriasis.", "I25.2 L40.9")]
    [InlineData("Contact dermatitis, scabies.", "B86 L25.9")]
    [InlineData("Pulmonary embolism, stroke.", "I26.99 I63.9")]
    [InlineData("Carotid stenosis, stroke.", "I63.9 I65.29")]
    [InlineData("COPD, emphysema.", "J43.9")]
    [InlineData("Emphysema, COPD.", "J43.9")]
    [InlineData("Depression, bipolar disorder.", "F31.9")]
    [InlineData("Asthma and allergic rhinitis.", "J45.909")]
    [InlineData("Anemia, iron deficiency.", "D50.9")]
    [InlineData("Fracture, left femur.", "S72.92XA")]
    [InlineData("Cystitis, hematuria.", "N30.91")]
    [InlineData("Major depression, single episode, severe with psychotic features.", "F32.3")]
    public void What_is_said_of_one_is_not_said_of_its_neighbour(string text, string codes) =>
        Assert.Equal(codes, book.Codes(text));
}
