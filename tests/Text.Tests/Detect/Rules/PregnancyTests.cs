namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.C.15.a and I.C.21.c.11.</summary>
[Collection(nameof(DetectBook))]
public class PregnancyTests(DetectBook book)
{
    [Theory]
    [InlineData("Pregnant at 10 weeks gestation with hyperemesis gravidarum.", "outpatient", "O21.0 Z3A.10", "")]
    [InlineData("Gestational diabetes controlled with insulin, 30 weeks gestation.", "outpatient", "O24.414 Z3A.30", "")]
    [InlineData("Severe preeclampsia, 36 weeks pregnant.", "outpatient", "O14.13 Z3A.36", "")]
    public void Chapter_15_comes_first_with_the_weeks(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }

    [Theory]
    // Weeks and a child that moves.
    [InlineData("22w4d, good fetal movement. Smokes half a pack per day.", "F17.210 O99.332 Z3A.22")]
    [InlineData("32 weeks, baby kicking a lot, FHT 140. Migraine.", "G43.909 O99.353 Z3A.32")]
    // I.C.15.a.1: the provider calls the pregnancy incidental.
    [InlineData("Pregnancy at 15 weeks is unrelated to today's left ankle sprain.", "S93.402A Z33.1")]
    [InlineData("20 weeks pregnant, laceration of the right thumb. Injury does not affect the pregnancy.", "S61.011A Z33.1")]
    // After birth.
    [InlineData("Nine days postpartum, breastfeeding. Mastitis of the left breast.", "O91.23")]
    [InlineData("Ten days postpartum, bottle feeding. Right breast abscess drained in clinic.", "O91.12")]
    // What belongs to it.
    [InlineData("34 weeks pregnant with intrahepatic cholestasis, itching, jaundice.", "O26.643 Z3A.34")]
    // Group B streptococcus has one code.
    [InlineData("Group B strep colonization, 37 weeks pregnant.", "O99.820 Z3A.37")]
    [InlineData("36 weeks pregnant. GBS carrier.", "O99.820 Z3A.36")]
    [InlineData("36 weeks pregnant. GBS negative.", "Z3A.36")]
    // The age and the count in any order.
    [InlineData("Multigravida of advanced maternal age, 24 weeks.", "O09.522 Z3A.24")]
    [InlineData("Gravida 1 para 0 at 12 weeks, AMA.", "O09.511 Z3A.12")]
    // What only may come (I.C.15.i), and what is feared.
    [InlineData("GDM, diet controlled, 28 weeks; insulin will be added if fasting values stay high.", "O24.410 Z3A.28")]
    [InlineData("GDM on insulin, 30 weeks.", "O24.414 Z3A.30")]
    [InlineData("GDM, diet controlled, 32 weeks pregnant. Stillbirth and shoulder dystocia risks discussed.", "O24.410 Z3A.32")]
    // An earlier birth.
    [InlineData("24 weeks pregnant. Previous delivery with postpartum hemorrhage.", "Z3A.24")]
    // The scale for mothers.
    [InlineData("Postpartum visit. Edinburgh depression screening negative.", "Z13.32 Z39.2")]
    public void What_a_pregnancy_makes_of_it(string text, string codes) => Assert.Equal(codes, book.Codes(text));

    [Theory]
    [InlineData("Baby boy born at 35 weeks by cesarean, 2,300 grams. Transient tachypnea.", "P07.18 P07.38 P22.1 Z38.01")]
    [InlineData("Live-born girl, vaginally, in this hospital at 40 weeks.", "Z38.00")]
    [InlineData("Liveborn infant, vaginal delivery in hospital, 29w4d, birth weight 1,120 g. RDS.", "P07.14 P07.32 P22.0 Z38.00")]
    [InlineData("Term newborn, ABO incompatibility with positive Coombs, jaundice, phototherapy.", "P55.1")]
    [InlineData("Newborn, anti-D: Rh isoimmunization, jaundice.", "P55.0")]
    [InlineData("3-day-old observed for suspected sepsis; cultures negative, sepsis ruled out.", "Z05.1")]
    [InlineData("Newborn monitored for suspected seizures, EEG normal. Seizures ruled out.", "Z05.2")]
    [InlineData("Newborn watched for suspected pneumonia. Film clear, pneumonia ruled out.", "Z05.3")]
    public void A_newborns_own_record(string text, string codes) => Assert.Equal(codes, book.Codes(text, "inpatient"));
}
