using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>Addresses and telephone numbers of other countries, and places that only a sentence gives away.</summary>
public class AbroadTests
{
    private static readonly Redactor Default = new();

    private static string Redacted(string text) => Default.Redact(text).Text;

    [Theory]
    [InlineData("Seen at home, Ahornstrasse 12, 80331 Regensburg, for pneumonia.", "Seen at home, [STREET-1], [ZIP-1] [CITY-1], for pneumonia.")]
    [InlineData("The patient lives at 9 bis, rue des Lilas, 69003 Lyon.", "The patient lives at [STREET-1], [ZIP-1] [CITY-1].")]
    [InlineData("Patient's address: Via Verdi 4, 37121 Verona.", "Patient's address: [STREET-1], [ZIP-1] [CITY-1].")]
    [InlineData("Patient's address: Calle Mayor 17, 50001 Zaragoza.", "Patient's address: [STREET-1], [ZIP-1] [CITY-1].")]
    [InlineData("The patient moved to ul. Polna 4, 31-005 Kraków.", "The patient moved to [STREET-1], [ZIP-1] [CITY-1].")]
    [InlineData("The patient lives at Keizersgracht 88, 1015 CT Amsterdam.", "The patient lives at [STREET-1], [ZIP-1] [CITY-1].")]
    [InlineData("The patient lives in Kettlewick LS29 8QQ.", "The patient lives in [CITY-1] [ZIP-1].")]
    [InlineData("The patient is at Kossuth Lajos utca 12.", "The patient is at [STREET-1].")]
    public void A_street_a_postcode_and_a_town_go(string text, string expected) => Assert.Equal(expected, Redacted(text));

    [Theory]
    [InlineData("Ring the patient on 01947 555 0182.", "01947 555 0182")]
    [InlineData("Pt phone: +41 44 555 01 73.", "+41 44 555 01 73")]
    [InlineData("Patient's mobile 0176 5550 1834.", "0176 5550 1834")]
    [InlineData("Fax the patient's chart: 463-612-0138x036.", "463-612-0138x036")]
    [InlineData("Pager 88-4417 for the surgeon.", "88-4417")]
    [InlineData("Surgeon paged at #3391.", "#3391")]
    public void A_number_of_any_grouping_goes(string text, string number) => Assert.DoesNotContain(number.Trim('#'), Redacted(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("The patient was born in 1932 in Bratislava.", "Bratislava")]
    [InlineData("A 72-year-old lady from Upper Tansley with anemia.", "Tansley")]
    [InlineData("The patient moved from Ibadan to Wichita.", "Wichita")]
    [InlineData("Anna K. from Boston has asthma.", "Boston")]
    [InlineData("She presented with fever after travel to Abidjan.", "Abidjan")]
    [InlineData("The patient was found at the corner of Fifth and Alder.", "Alder")]
    [InlineData("Mail to PSC 12, Box 34, APO AE 09012 for the patient.", "PSC 12")]
    public void A_place_in_a_sentence_goes(string text, string place) => Assert.DoesNotContain(place, Redacted(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("The circle of Willis is patent.")]
    [InlineData("Vancomycin trough 15, 4000 Da cutoff.")]
    [InlineData("Grade III Killip, 2 Kocher clamps, 3 Mayo stands.")]
    [InlineData("T2 3CM lesion, L4 5MM spacer.")]
    [InlineData("Traveled via ambulance 4 times; given via NG tube 60 mL.")]
    [InlineData("She emigrated from Estonia and is Polish.")]
    public void Medicine_and_countries_stay(string text) => Assert.Equal(text, Redacted(text));
}
