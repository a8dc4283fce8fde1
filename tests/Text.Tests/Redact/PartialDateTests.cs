using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>Month and day without a year, days with a name, and persons named by a relation or a nickname: what goes, and what looks like it and stays.</summary>
public class PartialDateTests
{
    private static readonly Redactor Default = new();

    [Theory]
    [InlineData("Labs 11/3 at 0615: K 4.1.", "11/3")]
    [InlineData("Labs from 11/3. Culture 11/3 grew E. coli.", "11/3")]
    [InlineData("Seen on 11/3. Cr 1.1 (11/3), then 1.4 (11/5).", "11/5")]
    [InlineData("CT 11/3 negative.", "11/3")]
    [InlineData("Next visit 4/12 9am.", "4/12")]
    [InlineData("Admitted 4/21/2022. MRI brain 4/21 negative.", "4/21")]
    [InlineData("11/3: stable, afebrile.", "11/3")]
    [InlineData("Onset on All Saints' Day.", "Saints")]
    [InlineData("Fasting since Yom Kippur.", "Kippur")]
    [InlineData("Her son-in-law Bram drove her.", "Bram")]
    [InlineData("Seen by Dr. Quell-Åström. Quell-Åström advised rest.", "Quell")]
    [InlineData("Report faxed, attn: H. Yamamoto.", "Yamamoto")]
    [InlineData("Elizabeth (Betsy) Orr has asthma.", "Orr")]
    [InlineData("Asthma in William \"Bill\" Tanaka.", "Tanaka")]
    [InlineData("Her brother deshawn gives the insulin.", "deshawn")]
    public void It_goes(string text, string part) => Assert.DoesNotContain(part, Default.Redact(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Strength 4/5, pulses 2/4, murmur 2/6, pain 7/10, vision 20/40.")]
    [InlineData("Admission labs pending. Took 1/2 tab. X-ray, 3/4 views. Apgars 8/9.")]
    [InlineData("Inspiratory to expiratory ratio 2/1. BP 120/80.")]
    [InlineData("CT with 3/8 positive nodes.")]
    [InlineData("Her mother died of cancer, her father had a stroke, her son has asthma, her brother is well.")]
    [InlineData("Mother (deceased) had diabetes; sister (healthy) smokes.")]
    public void It_stays(string text) => Assert.Equal(text, Default.Redact(text).Text);
}
