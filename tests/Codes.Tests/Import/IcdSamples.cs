using System.Text;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>A small valid file of every layout of the ICD family, with invented rows.</summary>
public static class IcdSamples
{
    public static string OrderLine(int number, string code, char flag, string title) => $"{number:00000} {code,-7} {flag} {title,-60} {title}";

    public static string Lines(params string[] lines) => string.Join("\r\n", lines) + "\r\n";

    public static readonly string CmOrder = Lines(OrderLine(1, "A00", '0', "Sample fever"), OrderLine(2, "A000", '1', "Sample fever, mild"), OrderLine(3, "QA00101", '1', "Sample disorder"));

    public static readonly string PcsOrder = Lines(OrderLine(1, "001", '0', "Sample System, Bypass"), OrderLine(2, "0016070", '1', "Bypass Sample, Open Approach"));

    public static readonly string CmAddenda = Lines(
        $"Add:         1 A000    {"Sample fever, mild",-60} Sample fever, mild",
        $"Revise from: 0 A00     {"Sample fevr",-60} Sample fevr",
        $"Revise to:   0 A00     {"Sample fever",-60} Sample fever",
        "", "Headers", "  23324 headers in icd10cm_order_2025.txt", "  23467 headers in icd10cm_order_2026.txt", "      0 additions", "of which", "      0 revisions to short title only");

    public static readonly string PcsAddenda = Lines($"Delete:      0016070 {"Bypass Sample, Open",-60} Bypass Sample, Open Approach");

    public static readonly string Codes = Lines("A000    Sample fever, mild", "A001    Sample fever, severe");

    public const string Tabular = """
        <?xml version="1.0" encoding="utf-8"?>
        <ICD10CM.tabular><version>2026</version><introduction><introSection type="title"><title>Sample</title></introSection></introduction>
        <chapter><name>1</name><desc>Samples (A00-B99)</desc><includes><note>all samples</note></includes>
        <sectionIndex><sectionRef first="A00" id="A00-A09" last="A09">Fevers</sectionRef></sectionIndex>
        <section id="A00-A09"><desc>Fevers (A00-A09)</desc><excludes2><note>chills (R68.83)</note></excludes2>
        <diag><name>A00</name><desc>Sample fever</desc><excludes1><note>one</note><note>two</note></excludes1>
        <sevenChrNote><note>Add a 7th character</note></sevenChrNote>
        <sevenChrDef><extension char="A">initial encounter</extension><note>first visit</note><extension char="D">subsequent encounter</extension></sevenChrDef>
        <diag><name>A00.0</name><desc>Sample fever, mild</desc><diag placeholder="true"><name>A00.0X</name><desc>Sample fever, mild</desc></diag></diag>
        </diag></section></chapter></ICD10CM.tabular>
        """;

    public const string Index = """
        <?xml version="1.0" encoding="utf-8"?>
        <ICD10CM.index><version>2026</version><title>ICD-10-CM INDEX TO DISEASES and INJURIES</title>
        <letter><title>S</title><mainTerm><title>Sample<nemod>(mild) (old)</nemod> NEC</title><code>A00.0-</code><manif>H35.0-</manif>
        <term level="1"><title>late</title><see>Sample, old</see><term level="2"><title>very<nemod>(very)</nemod></title><code>I63.-</code><seeAlso>Fever</seeAlso></term></term>
        <term level="1"><title>unknown</title></term></mainTerm></letter></ICD10CM.index>
        """;

    public const string Neoplasm = """
        <?xml version="1.0" encoding="utf-8"?>
        <ICD10CM.index><version>2026</version><indexHeading><head col="1">Neoplasm</head><head col="2">Malignant Primary</head><head col="3">Benign</head></indexHeading>
        <letter><title>N</title><mainTerm><title>Neoplasm, neoplastic</title><cell col="2">C80.1</cell><cell col="3">D36.9-</cell>
        <term level="1"><title>sample<nemod>(deep)</nemod></title><cell col="2">-</cell><cell col="3">D05.-</cell></term></mainTerm></letter></ICD10CM.index>
        """;

    public const string PcsTables = """
        <?xml version="1.0" encoding="utf-8"?>
        <ICD10PCS.tabular><version>2026</version><title>2026 ICD-10-PCS Tables</title><pcsTable>
        <axis pos="1" values="1"><title>Section</title><label code="0">Sample</label></axis>
        <axis pos="2" values="1"><title>Body System</title><label code="0">Nerves</label></axis>
        <axis pos="3" values="1"><title>Operation</title><label code="1">Bypass</label><definition>Going round</definition></axis>
        <pcsRow codes="2"><axis pos="4" values="1"><title>Body Part</title><label code="6">Part</label></axis>
        <axis pos="5" values="2"><title>Approach</title><label code="0">Open</label><label code="3">Percutaneous</label></axis>
        <axis pos="6" values="1"><title>Device</title><label code="7">Tube</label></axis>
        <axis pos="7" values="1"><title>Qualifier</title><label code="Z">No Qualifier</label></axis></pcsRow></pcsTable></ICD10PCS.tabular>
        """;

    public const string PcsIndex = """
        <?xml version="1.0" encoding="utf-8"?>
        <ICD10PCS.index><version>2026</version><title>2026 ICD-10-PCS Index</title><letter><title>S</title>
        <mainTerm><title>Sampling</title><term level="1"><see>Excision, Part<codes>0UT9</codes></see></term><term level="1"><title>Twice</title><code>0016070</code></term></mainTerm>
        <mainTerm><title>Samplitis</title><use>Part, Upper</use></mainTerm><mainTerm><title>Table</title><tab>F02</tab></mainTerm></letter></ICD10PCS.index>
        """;

    public const string PcsDefinitions = """
        <?xml version="1.0" encoding="utf-8"?>
        <ICD10PCS.definitions><version>2026</version><title>2026 ICD-10-PCS Definitions</title><section code="0"><title>Sample</title>
        <axis pos="4"><title>Body Part</title><terms><title>Part, Left</title><title>Part, Right</title><includes>Bit</includes><includes>Piece</includes></terms></axis></section>
        <deviceAggregation><aggregate><device>Tube</device><operation>All applicable</operation><bodySys>Nerves</bodySys><parent value="7">Pipe</parent></aggregate></deviceAggregation></ICD10PCS.definitions>
        """;

    public static readonly string Gem10 = Lines("A000    0010  00000", "A001    NoDx  11000");

    public static readonly string Gem9Proc = Lines("0001  6A750Z4 10000", "0002  NoPCS   11000");

    public static readonly string MceValidity = Lines("code,valid_from,valid_to", "A000,20151001,20200930", "A000,20201001,");

    public static readonly string MceFlags = Lines("code,start_date,end_date,flags", "0016070,20151001,,", "0016071,20151001,,male|lcov");

    public static readonly string MceAge = Lines("age_group,start_age,end_age,start_date,end_date", "Newborn,0,0,19840301,");

    public static readonly string MceDischarge = Lines("discharge_status,start_date,end_date", "1,19801001,");

    public static readonly string CcsrList = Lines("CCSR_category_code,vocabulary_id,code,code_description", "DIG001,ICD10CM,A000,\"Sample fever, mild\"", ",ICD10CM,End of Content,");

    public static readonly string HccCategories = Lines("diagnosis_code,cc,model_name", "A000,6,CMS-HCC Model V28");

    public static readonly string HccCoefficients = Lines("coefficient,value,model_domain,model_version", "CNA_HCC1,0.300,CMS-HCC,C28");

    public static readonly string Poa = Lines("Order26\tPOAexemptCode\tDescription", "01238\tB90.0\t\"Sequelae of sample, \"\"old\"\"\"");

    public static readonly string[] ConversionHeader = ["Current code assignment", "Effective", "Previous Code(s) Assignment"];

    public static readonly string[] PcsConversionHeader =
        ["Current code(s) assignment", "Code title", "Effective year", "Previous code(s) assignment", "Predecessor code title", "Change type", "Comment", "Effective month/day [MM.DD]"];

    public static byte[] Conversion(params string[][] rows) => TestWorkbook.Make(("Table", [["The National Center has published …"], ConversionHeader, .. rows]));

    public static byte[] PcsConversion(params string[][] rows) => TestWorkbook.Make(("PCS", [PcsConversionHeader, .. rows]));

    public static byte[] CcsrWorkbook(string[][] categories, string[][] codes) => TestWorkbook.Make(
        ("Table_of_Contents", [["Contents"]]),
        ("Naming_Conventions", [["List of body systems, v2023.1"], ["CCSR for ICD-10-CM Body System", "3-Character Abbreviation"], ["Diseases of the sample", "DIG"]]),
        ("CCSR_Categories", [["Searchable list of CCSR categories, v2023.1"], ["CCSR Category", "CCSR Category Description"], .. categories]),
        ("DX_to_CCSR_Mapping",
        [
            ["Searchable list of codes, v2023.1"],
            ["ICD-10-CM Code", "ICD-10-CM Code Description", "CCSR Category", "CCSR Category Description", "Inpatient Default CCSR (Y/N/X)", "Outpatient Default CCSR (Y/N/X)"],
            .. codes,
        ]));

    /// <summary>Name, importer and content of each.</summary>
    public static IReadOnlyList<(string Path, string Importer, byte[] Content)> All =>
    [
        ("icd10cm-order-2026.txt", "icd10cm-order", Bytes(CmOrder)),
        ("icd10pcs_order_2026.txt", "icd10pcs-order", Bytes(PcsOrder)),
        ("icd10cm-order-addenda-2026.txt", "icd10-order-addenda", Bytes(CmAddenda)),
        ("order_addenda_2026.txt", "icd10-order-addenda", Bytes(PcsAddenda)),
        ("icd10cm-codes-2026.txt", "icd10-codes", Bytes(Codes)),
        ("icd10cm-tabular-2026.xml", "icd10cm-tabular", Bytes(Tabular)),
        ("icd10cm-index-2026.xml", "icd10cm-index", Bytes(Index)),
        ("icd10cm-neoplasm-2026.xml", "icd10cm-drug-neoplasm", Bytes(Neoplasm)),
        ("icd10pcs_tables_2026.xml", "icd10pcs-tables", Bytes(PcsTables)),
        ("icd10pcs_index_2026.xml", "icd10pcs-index", Bytes(PcsIndex)),
        ("icd10pcs_definitions_2026.xml", "icd10pcs-definitions", Bytes(PcsDefinitions)),
        ("2018_I10gem.txt", "gems", Bytes(Gem10)),
        ("gem_pcs_i9i10_2018.txt", "gems", Bytes(Gem9Proc)),
        ("mce_v43.1_dx_validity.csv", "mce", Bytes(MceValidity)),
        ("mce_v43.1_flags.csv", "mce", Bytes(MceFlags)),
        ("mce_v43.1_age.csv", "mce", Bytes(MceAge)),
        ("mce_v43.1_discharge.csv", "mce", Bytes(MceDischarge)),
        ("DXCCSR_v2025-1.csv", "ccsr", Bytes(CcsrList)),
        ("DXCCSR-v2023-1.xlsx", "ccsr", CcsrWorkbook([["DIG001", "Sample"], ["NoDX1", "Missing"]], [["A000", "Sample fever, mild", "DIG001", "Sample", "Y", "X"]])),
        ("ra_dx_to_cc_2026.csv", "hcc", Bytes(HccCategories)),
        ("ra_coefficients_2026.csv", "hcc", Bytes(HccCoefficients)),
        ("POAexemptCodesFY26.txt", "icd10cm-poa-exempt", Bytes(Poa)),
        ("POAexemptCodesFY26.xlsx", "icd10cm-poa-exempt", TestWorkbook.Make(("Sheet1", [["Order26", "POAexemptCode", "Description"], ["01238", "B90.0", "Sequelae of sample"]]))),
        ("conversion-FY2026.xlsx", "icd10-conversion", Conversion(["A04.71", "2017", "A04.7"])),
        ("icd10pcs_conversion_table_2022.xlsx", "icd10-conversion", PcsConversion(["0016070", "New", "2019", "00H60YZ", "Old", "New", "", "10.01"])),
    ];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
