namespace CodingAhead.Codes.Browse;

/// <summary>A stretch of a code set under a name of ours. A stretch whose ends are digits holds no code that ends in a letter, and the other way round.</summary>
internal sealed record NamedRange(string From, string To, string Name, params NamedRange[] Parts)
{
    public string Id => $"{From}-{To}";
}

/// <summary>
/// The large parts of the sets that have no published tree: where CPT, HCPCS Level II and ICD-9-CM divide their numbers is a fact; the names are ours.
/// </summary>
internal static class NamedRanges
{
    public static IReadOnlyList<NamedRange> Of(CodeSet set) => set switch
    {
        CodeSet.Cpt => Cpt,
        CodeSet.Hcpcs => Hcpcs,
        CodeSet.Icd9Cm => Icd9,
        CodeSet.Icd9Proc => Icd9Proc,
        _ => [],
    };

    private static readonly NamedRange[] Cpt =
    [
        new("00100", "01999", "Anaesthesia"),
        new("10000", "69999", "Operations",
            new("10000", "10999", "Small procedures at any site"), new("11000", "19999", "Skin and breast"), new("20000", "29999", "Bones, joints and muscles"),
            new("30000", "32999", "Nose, airways and lungs"), new("33000", "37999", "Heart and vessels"), new("38000", "38999", "Spleen, marrow and lymph"), new("39000", "39999", "Mediastinum and diaphragm"),
            new("40000", "49999", "Digestive organs"), new("50000", "53999", "Urinary organs"), new("54000", "55919", "Male organs"), new("55920", "55999", "Reproductive organs, other"),
            new("56000", "58999", "Female organs"), new("59000", "59999", "Pregnancy and birth"), new("60000", "60999", "Glands"), new("61000", "64999", "Nervous system"),
            new("65000", "68999", "Eye"), new("69000", "69979", "Ear"), new("69980", "69999", "Operating microscope")),
        new("70000", "79999", "Imaging and radiation",
            new("70000", "76499", "X-ray, CT and MR"), new("76500", "76999", "Ultrasound"), new("77000", "77022", "Guidance by imaging"), new("77023", "77067", "Breast imaging"),
            new("77068", "77099", "Bone and joint studies"), new("77100", "77999", "Radiation treatment"), new("78000", "79999", "Nuclear medicine")),
        new("80000", "89999", "Laboratory and pathology"),
        new("90000", "99199", "Medicine",
            new("90000", "90756", "Immune globulins, vaccines"), new("90757", "90899", "Mental health"), new("90900", "90999", "Biofeedback and dialysis"), new("91000", "91999", "Digestive tests"), new("92000", "92499", "Eye services"),
            new("92500", "92700", "Ear, voice and swallowing"), new("92701", "93999", "Heart and vessel services"), new("94000", "94999", "Lung services"), new("95000", "95199", "Allergy"),
            new("95200", "96020", "Nerve, muscle and sleep services"), new("96021", "96999", "Testing, infusions, skin services"), new("97000", "97999", "Physical therapy, nutrition, acupuncture"),
            new("98000", "98999", "Manual treatment, education, remote services"), new("99000", "99199", "Special services and sedation")),
        new("99200", "99499", "Visits and care management"),
        new("99500", "99999", "Home services and medication management"),
        new("0001A", "9999A", "Giving of certain vaccines"),
        new("0001F", "9999F", "Performance measures (category II)"),
        new("0001M", "9999M", "Multi-analyte laboratory tests"),
        new("0001T", "9999T", "New technology (category III)"),
        new("0001U", "9999U", "Laboratory tests of single makers"),
    ];

    private static readonly NamedRange[] Hcpcs =
    [
        Letter('A', "Ambulance, supplies, radiopharmaceuticals"), Letter('B', "Feeding through tube or vein"), Letter('C', "Hospital outpatient items"), Letter('D', "Dental procedures"),
        Letter('E', "Durable equipment"), Letter('G', "Professional services named by CMS"), Letter('H', "Mental health and addiction services"), Letter('J', "Drugs that are given"),
        Letter('K', "Equipment, temporary numbers"), Letter('L', "Orthoses and prostheses"), Letter('M', "Quality measures and other services"), Letter('P', "Laboratory and blood"),
        Letter('Q', "Temporary numbers"), Letter('R', "Transport of X-ray equipment"), Letter('S', "Numbers of private payers"), Letter('T', "Numbers of Medicaid agencies"),
        Letter('U', "Laboratory tests of the pandemic"), Letter('V', "Vision, hearing and speech"),
    ];

    private static readonly NamedRange[] Icd9 =
    [
        new("001", "139", "Infections"), new("140", "239", "Neoplasms"), new("240", "279", "Hormones, nutrition, metabolism, immunity"), new("280", "289", "Blood"), new("290", "319", "Mental disorders"),
        new("320", "389", "Nervous system and senses"), new("390", "459", "Circulation"), new("460", "519", "Breathing"), new("520", "579", "Digestion"), new("580", "629", "Kidneys and sex organs"),
        new("630", "679", "Pregnancy and birth"), new("680", "709", "Skin"), new("710", "739", "Bones, joints and muscles"), new("740", "759", "Conditions from birth"), new("760", "779", "Around birth"),
        new("780", "799", "Symptoms"), new("800", "999", "Injury and poisoning"), new("E000", "E999", "External causes"), new("V01", "V99", "Reasons for contact other than illness"),
    ];

    private static readonly NamedRange[] Icd9Proc =
    [
        new("00", "00", "Procedures not classified elsewhere"), new("01", "05", "Nervous system"), new("06", "07", "Glands"), new("08", "16", "Eye"), new("17", "17", "Other diagnostic and therapeutic procedures"),
        new("18", "20", "Ear"), new("21", "29", "Nose, mouth, throat"), new("30", "34", "Airways and lungs"), new("35", "39", "Heart and vessels"), new("40", "41", "Blood and lymph"), new("42", "54", "Digestive organs"),
        new("55", "59", "Urinary organs"), new("60", "64", "Male organs"), new("65", "71", "Female organs"), new("72", "75", "Birth"), new("76", "84", "Bones, joints and muscles"), new("85", "86", "Breast and skin"),
        new("87", "99", "Tests, imaging and treatment without surgery"),
    ];

    private static NamedRange Letter(char letter, string name) => new($"{letter}0000", $"{letter}9999", name);
}
