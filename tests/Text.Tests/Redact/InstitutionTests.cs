using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>Institutions, towns, counties and streets by the form of a line or the kind of business: what goes, and what looks like it and stays.</summary>
public class InstitutionTests
{
    private static readonly Redactor Default = new();

    [Theory]
    [InlineData("Resident of Sunny Manor, room 12B; COPD.", "Manor")]
    [InlineData("The pharmacy is on 5th Ave, asthma.", "5th")]
    [InlineData("Pt's ride (Dial-A-Bus Transit) late; dialysis.", "Dial")]
    [InlineData("Imaging done at Silver Coast Imaging, asthma.", "Coast")]
    [InlineData("Thank you for choosing West Prairie Cardiology.", "Prairie")]
    [InlineData("He is a roofer (Twin Lakes Exteriors) who fell; shoulder pain.", "Exteriors")]
    [InlineData("Employer ..........  Low Country Lumber  (retired)\nAsthma.", "Lumber")]
    [InlineData("Driver, employer Dakota Reefer Lines; seizures no.", "Reefer")]
    [InlineData("Place: Gilroy Birth Pavilion, term infant", "Gilroy")]
    [InlineData("PCP = Tansley Family Health\nAsthma.", "Tansley")]
    [InlineData("RN visit, wound care. Arcadian Home Health", "Arcadian")]
    [InlineData("Fax to Cordero & Lindgren LLP, psychotherapy notes.", "Lindgren")]
    [InlineData("Anesthesia (2018, St. Brigid's), no problems.", "Brigid")]
    [InlineData("Sweat test booked at Marlow Children's.", "Marlow")]
    [InlineData("Called by Ames Pharmacy 2207\nLamictal dose clarified.", "2207")]
    [InlineData("Her husband's church, Cedar Grove AME, brings meals; dementia.", "Cedar")]
    [InlineData("She works as a cook at Grill on the Wharf and has asthma.", "Wharf")]
    [InlineData("SNF choices: (1) Corona Gardens no bed; (2) Astin Subacute reviewing; CVA.", "Corona")]
    [InlineData("Seen near home (Tulsa), asthma.", "Tulsa")]
    [InlineData("Uncle in Limerick, Ireland, had muscle biopsy.", "Limerick")]
    [InlineData("DEPARTMENT OF HEALTH, Pinal County\nAsthma.", "Pinal")]
    [InlineData("Seen by the nurse of Ellis Cty follow-up, asthma.", "Ellis")]
    [InlineData("Home: Sparta, Alleghany Co., NC 28675. COPD.", "Alleghany")]
    [InlineData("LOC: US 12 at Larch Rd, chest pain.", "US 12")]
    [InlineData("No loitering at E. Allen Ave & Ruby. Methadone.", "Ruby")]
    [InlineData("Found down at 7th & Alamosa, Todd paresis.", "Alamosa")]
    [InlineData("Lives at 2290 Cherry Grove Church Rd, COPD.", "Church")]
    [InlineData("Pickup parked off Old Miller Hwy near the creek.", "Miller")]
    [InlineData("Cushion sent to P.O. Box 512, Hanapepe 96716. CPAP.", "96716")]
    public void It_goes(string text, string part) => Assert.DoesNotContain(part, Default.Redact(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("The Hospitalist Service was contacted. To the Postanesthesia Recovery Unit in good condition. Call EMS.")]
    [InlineData("Site: Left Breast. Location: Right Knee. Follow up: Primary Care.")]
    [InlineData("St. John's wort and Queen Anne's lace tea on hold.")]
    [InlineData("Preferred language Spanish; interpreter services used.")]
    [InlineData("Wound Care and Home Health ordered. Physical Therapy twice weekly. Mental Health follow-up.")]
    [InlineData("Visual acuity OD>OS. POAG OD>OS, Xalatan nightly.")]
    [InlineData("Wolff-Parkinson-White s/p ablation. Bence Jones protein negative. Howell-Jolly bodies. Kell, Duffy, Kidd, Lewis screens negative.")]
    [InlineData("Hodgkin lymphoma, Ann Arbor IIB bulky. Hawkins-Kennedy positive. Montgomery-Asberg 31.")]
    public void It_stays(string text) => Assert.Equal(text, Default.Redact(text).Text);

    [Theory]
    [InlineData("Mrs. Prader was seen. Prader-Willi syndrome is excluded in her son.", "Prader-Willi")]
    [InlineData("Dr. Lewis called. Kell, Duffy, Kidd, Lewis screens negative.", "Kell, Duffy, Kidd, Lewis")]
    public void An_eponym_stays_beside_its_namesake(string text, string part) => Assert.Contains(part, Default.Redact(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Mr. Jackson Pratt has asthma. Jackson Pratt was seen again.", "Jackson Pratt was")]
    [InlineData("She lives in Ann Arbor with asthma and returns to Ann Arbor.", "Ann Arbor")]
    public void A_namesake_goes(string text, string part) => Assert.DoesNotContain(part, Default.Redact(text).Text, StringComparison.Ordinal);
}
