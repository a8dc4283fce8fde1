namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>How lists and names are written: numbers, slashes, signs, possessives, titles of persons.</summary>
[Collection(nameof(DetectBook))]
public class WrittenTests(DetectBook book)
{
    [Theory]
    // The entries of a list in one line.
    [InlineData("1) R acute suppurative OM, no TM rupture 2) viral URI 3) diaper rash", "H66.001 J06.9 L22")]
    [InlineData("1) GERD without esophagitis 2) osteoporosis", "K21.9 M81.0")]
    [InlineData("MGUS / iron deficiency without anemia / essential tremor", "D47.2 E61.1 G25.0")]
    [InlineData("External hemorrhoids, not thrombosed / seborrheic dermatitis", "K64.4 L21.9")]
    // A sign before each.
    [InlineData("ROS: (-) fever, (-) cough. Assessment: psoriasis.", "L40.9")]
    // A possessive stands for the disease; a name does not.
    [InlineData("Hashimoto's; celiac disease.", "E06.3 K90.0")]
    [InlineData("Crohn's, no flare.", "K50.90")]
    [InlineData("Crohn's colitis.", "K50.10")]
    [InlineData("Dr. Graves referred him for psoriasis.", "L40.9")]
    [InlineData("Thank you for sending Mr. Alder for gout.", "M10.9")]
    [InlineData("Neurogenic bladder due to MS. Vitamin D deficiency.", "E55.9 G35.D N31.9")]
    // A stage behind a comma, a number with one, letters of tests, and who signs.
    [InlineData("Diabetic CKD, stage 3b.", "E11.22 N18.32")]
    [InlineData("HIV, RPR NR. Assessment: gout.", "M10.9")]
    [InlineData("Attending: fragility fracture of the left hip due to age-related osteoporosis. HTN.", "I10 M80.052A")]
    // Two senses of a word.
    [InlineData("PVD OS.", "H43.812")]
    [InlineData("PVD.", "I73.9")]
    [InlineData("Vit D deficiency.", "E55.9")]
    [InlineData("6 mm nodule LUL.", "R91.1")]
    [InlineData("CLL in remission.", "C91.11")]
    [InlineData("Nicotine dependence, e-cigarettes.", "F17.290")]
    [InlineData("Cigarettes: nicotine dependence.", "F17.210")]
    [InlineData("Osteoarthritis of the left knee.", "M17.12")]
    [InlineData("Osteoarthritis of the knee.", "M17.9")]
    [InlineData("Here for screening colonoscopy; no personal history of polyps, mother had colon cancer.", "Z12.11 Z80.0")]
    [InlineData("Lymphedema of the left arm, arthralgia, hypertriglyceridemia.", "E78.1 I89.0 M25.50")]
    public void What_is_written_is_read(string text, string codes) => Assert.Equal(codes, book.Codes(text));
}
