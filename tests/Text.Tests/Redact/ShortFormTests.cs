using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>Days, ages and numbers as notes in a hurry write them, and as dictation says them: what goes, and what looks like it and stays.</summary>
public class ShortFormTests
{
    private static readonly Redactor Default = new();

    [Theory]
    [InlineData("Off work:    03/08 - 03/12\nLight duty after.", "03/08")]
    [InlineData("Excused from gym 2/16 thru 2/19.", "2/16")]
    [InlineData("Camp session 8/8-8/21, asthma.", "8/8")]
    [InlineData("PEG done 9/7; feeds at 55.", "9/7")]
    [InlineData("Recheck INR tmrw 9/2.", "9/2")]
    [InlineData("Seen 9/30/2024. No bed til 10/14, family aware.", "10/14")]
    [InlineData("DEA lapsed 12/31, pls update the chart.", "12/31")]
    [InlineData("Page signed 11/02/24. Agbaje   9-13-24\n", "9-13-24")]
    [InlineData("DOB 4-11-24 22:50, collected 4-12-24 23:15, IRT 91.\n 4-18 0905 no answer\n 4-19 sweat test booked 4-28 10:00", "4-18")]
    [InlineData("DOB 4-11-24 22:50, collected 4-12-24 23:15, IRT 91.\n 4-18 0905 no answer\n 4-19 sweat test booked 4-28 10:00", "4-28")]
    [InlineData("Pt chart   5.28.23\nHTN, on amlodipine.", "5.28.23")]
    [InlineData("Date held: Tues 5/28/2024\nAsthma group.", "Tues")]
    [InlineData("Transplant note, Sat 18 May 2024, kidney offer.", "Sat")]
    [InlineData("Return visit on the twelfth of March, or sooner.", "twelfth")]
    [InlineData("Can we move the infusion to the morning of the 14th?", "14th")]
    [InlineData("rash on both arms since memorial day and itching", "memorial")]
    [InlineData("no falls since thanksgiving, gait steady, she moves in before october", "thanksgiving")]
    [InlineData("no falls since thanksgiving, gait steady, she moves in before october", "october")]
    [InlineData("date of service may thirty first twenty twenty two patient has asthma", "thirty")]
    [InlineData("date of birth six twelve thirty nine she has asthma", "thirty")]
    public void A_day_goes(string text, string part) => Assert.DoesNotContain(part, Default.Redact(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Mr. Adeyemi 92M with CHF.", "92")]
    [InlineData("Mrs Castellanos / 95F / Ogilvie, neostigmine given.", "95")]
    [InlineData("Her grandfather is alive, 94, prostate cancer at 88.", "94")]
    [InlineData("She says she is \"about 92\"; raised on a farm.", "92")]
    [InlineData("His mother is 101. Asthma.", "101")]
    [InlineData("Her sister, ninety-six, visited; asthma.", "ninety-six")]
    public void An_age_goes(string text, string part) => Assert.DoesNotContain(part, Default.Redact(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("my number is five oh two, five five five, oh one three one about the asthma", "three one")]
    [InlineData("the card number is K as in Kilo two two five one, oh oh nine six okay asthma", "Kilo")]
    [InlineData("medical record number seven six one four oh two asthma", "seven six")]
    [InlineData("SURGICAL PATHOLOGY  S22-10834\nColon, biopsy.", "10834")]
    [InlineData("Case No. ME 22-00454\nDecedent found at home.", "22-00454")]
    [InlineData("Unit       W1204 23 448120   RBC transfused", "448120")]
    [InlineData("Wrist band no. QTL 8821 checked before transfusion.", "QTL")]
    [InlineData("BOOKING # 2023-004411   Intake health screen, asthma", "004411")]
    [InlineData("PRINTS: AFIS no. B-0031 55180, tattoo on the arm", "55180")]
    [InlineData("Found in a pickup, plate GRT 7K2, parked near the road. Asthma.", "7K2")]
    [InlineData("Arrived by car, NM plate QRX-D48. Asthma.", "QRX")]
    [InlineData("Arresting vehicle tow tag 6613, asthma.", "6613")]
    [InlineData("Driver form, licence no. 31 550 226, passed.", "550")]
    [InlineData("Your DEA on file FK 3380162 lapsed.", "FK")]
    [InlineData("Insurance: HMO card QPN 61 118 902, asthma.", "QPN")]
    [InlineData("Delta plan ID OR 8112-40577, crown prep.", "8112")]
    [InlineData("Subscriber known, policy K5512 07741, asthma.", "07741")]
    [InlineData("Knee: lot 4RX22C, size 3.", "4RX22C")]
    [InlineData("IOL serial 33018854 117 implanted.", "117")]
    [InlineData("Client # RTP-4417   methadone", "4417")]
    [InlineData("IMHOFF,LARS I8823 is a veteran with PTSD.", "I8823")]
    [InlineData("Donor QRTX318, kidney offer.", "QRTX318")]
    [InlineData("Census # 118,204, diabetes visit.", "118,204")]
    [InlineData("LOGIN_OK user=orrin58 ip=10.2.4.9 test=TSH", "orrin58")]
    [InlineData("User login on the device site: lani_q_1962, CPAP data.", "lani_q_1962")]
    [InlineData("pt_last,pt_first,dob,mrn,a1c\nOrrick,Nadia,07/19/1962,610031,8.4", "610031")]
    public void A_number_goes(string text, string part) => Assert.DoesNotContain(part, Default.Redact(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Pain today 4/10. Pain tonight 6/10. GCS 11/15. MMSE 12/30, PHQ 9/27.")]
    [InlineData("Seen for asthma. VA 6/12 - 6/9 without glasses. We placed a 10/12 Visiport trocar.")]
    [InlineData("Take 2-3 tablets, repeat 1-2 times. Chapter 3.5.2 of the manual on asthma.")]
    [InlineData("On the 9th rib; the third finger; a second look. May first try ibuprofen.")]
    [InlineData("Technetium 99m scan. Temp 99F, then 101F. O2 sat 94, pulse is 98. Weight is now 97 kg.")]
    [InlineData("Blood pressure one twenty eight over seventy, weight one eighteen, two point five twice a day.")]
    [InlineData("Digit span five eight two six nine four, repeated without error.")]
    [InlineData("Rx: 4h00, BFR 400, DFR 600. Log 3.2 reduction of viral load. Donor 350 ml.")]
    [InlineData("Locking plate LCP 3.5 mm with six screws; band 2 cm; census 24 beds.")]
    [InlineData("Plan: 2000 calorie diet. Study of 1200 patients with asthma.")]
    public void Medicine_stays(string text) => Assert.Equal(text, Default.Redact(text).Text);
}
