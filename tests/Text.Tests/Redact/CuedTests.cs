using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>Names by what stands around them: each cue with a word that alone would not be enough.</summary>
public class CuedTests
{
    private static readonly Redactor Default = new();

    [Theory]
    [InlineData("The pt is asking for Bernadine today.", "Bernadine")]
    [InlineData("TC from Earlene at 2210, pain is worse.", "Earlene")]
    [InlineData("Gave report to Shanice, pain is 3/10.", "Shanice")]
    [InlineData("Last seen in clinic by Castaneda.", "Castaneda")]
    [InlineData("MD Okonjo paged about the fever.", "Okonjo")]
    [InlineData("Oyelowo declines insulin.", "Oyelowo")]
    [InlineData("Two children, Signe (12) and Leif (9), have asthma.", "Leif")]
    [InlineData("Her daughters Faith, Joy and Summer saw the surgeon.", "Joy")]
    [InlineData("The Rx is ready.\n\nKind regards,\nPriscilla", "Priscilla")]
    [InlineData("Hello Marguerite,\nyour biopsy is benign.", "Marguerite")]
    [InlineData("J.R. is a 9-year-old boy with asthma.", "J.R.")]
    [InlineData("Baby Boy Cartwright was delivered at term.", "Cartwright")]
    [InlineData("Mr. Theodore \"Ted\" Blankenship has diabetes.", "Ted")]
    [InlineData("Case was reviewed with O. March on rounds; biopsy pending.", "March")]
    [InlineData("Emergency contact is Mohammed May, son; biopsy pending.", "May")]
    [InlineData("Dr. Rosenbaum saw her. Rosenbaum's pain is controlled.", "Rosenbaum")]
    [InlineData("I met Mr. Gallagher about the tumor. The Gallaghers prefer hospice.", "Gallaghers")]
    [InlineData("dad jim says the fever broke. mom trish gave tylenol.", "trish")]
    [InlineData("gonzalez no show for the ekg.", "gonzalez")]
    [InlineData("per nurse candace the fever is gone.", "candace")]
    public void A_cue_and_a_word_make_a_name(string text, string name) => Assert.DoesNotContain(name, Default.Redact(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("He works nights at Golden Harvest Poultry with back pain.", "Golden Harvest")]
    [InlineData("The patient attends Pierce Elementary.", "Pierce")]
    [InlineData("Comparison MRI from Oak Valley Imaging.", "Oak Valley")]
    [InlineData("The family attends Iglesia Nueva Esperanza; asthma stable.", "Esperanza")]
    [InlineData("Employer        | Tillman & Sons Feed and Grain\nDiagnosis | asthma", "Tillman")]
    [InlineData("77 yo m from sunny acres snf, febrile.", "sunny acres")]
    public void Where_one_works_or_learns_goes(string text, string name) => Assert.DoesNotContain(name, Default.Redact(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("He attends Alcoholics Anonymous and has cirrhosis.")]
    [InlineData("Followed by Cardiology and Oncology.")]
    [InlineData("Discussed with Neurosurgery; treated with Rituxan.")]
    [InlineData("Consulted in Interventional Radiology.")]
    [InlineData("CC: Dysarthria.")]
    [InlineData("Cycle length 600 ms.  RA-ERP was 250 ms.")]
    public void Departments_drugs_and_findings_stay(string text) => Assert.Equal(text, Default.Redact(text).Text);

    [Theory]
    [InlineData("Zsófia asked whether Lennart Öberg could come.", "[NAME-1] asked whether [NAME-2] could come.")]
    [InlineData("i met kwabena in kumasi.", "i met [NAME-1] in [CITY-1].")]
    public void A_text_that_is_not_clinical_leans_to_names(string text, string expected) => Assert.Equal(expected, Default.Redact(text).Text);
}
