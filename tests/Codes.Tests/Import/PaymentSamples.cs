using System.Globalization;
using System.Text;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>
/// A small valid file in the layout of each payment importer. Every row is invented; codes such as 99991 exist only here.
/// Workbooks are kept as grids so that tests can change a cell.
/// </summary>
public static class PaymentSamples
{
    /// <summary>A sample: text, or the sheets of a workbook.</summary>
    public sealed record Sample(string Importer, string Path, string? Text, (string Sheet, string[][] Rows)[]? Sheets = null)
    {
        public ReleaseFile File => Imported.Bytes(Path, Text is null ? Xlsx.Of(Sheets!) : Encoding.UTF8.GetBytes(Text));

        public Imported Read() => Imported.Read(File, Importer);

        public override string ToString() => $"{Importer}: {Path}";
    }

    public const string RvuHeading = "2025 National Physician Fee Schedule Relative Value File October Release";

    public static readonly string[] RvuColumns =
    [
        "HCPCS", "MOD", "DESCRIPTION", "CODE", "PAYMENT", "RVU", "PE RVU", "INDICATOR", "PE RVU", "INDICATOR", "RVU", "TOTAL", "TOTAL", "IND", "DAYS",
        "OP", "OP", "OP", "PROC", "SURG", "SURG", "SURG", "SURG", "BASE", "FACTOR", "PROCEDURES", "FLAG", "INDICATOR", "AMOUNT", "AMOUNT", "AMOUNT",
    ];

    public static readonly string[][] RvuRows =
    [
        ["99991", "", "Invented procedure", "A", "", "1.50", "2.25", "", "1.10", "", "0.10", "3.85", "2.70", "0", "010", "0.10", "0.80", "0.10", "2", "1", "1", "0", "0", "", "32.3465", "09", "0", "99", "0.00", "0.00", "0.00"],
        ["99992", "26", "Invented picture", "A", "", "1.00", "0.50", "NA", "0.50", "", "0.05", "1.55", "1.55", "1", "XXX", "0.00", "0.00", "0.00", "4", "3", "0", "0", "0", "", "32.3465", "7A", "0", "88", "0.40", "0.40", "0.02"],
        ["9999T", "", "Invented, quoted", "C", "+", "0.00", "0.00", "NA", "0.00", "NA", "0.00", "0.00", "0.00", "9", "YYY", "0.00", "0.00", "0.00", "9", "9", "9", "9", "9", "99991", "32.3465", "", "0", "99", "0.00", "0.00", "0.00"],
        ["G9991", "", "Invented service", "R", "", "0.40", "0.00", "", "0.00", "", "0.01", "0.41", "0.41", "0", "ZZZ", "0.00", "0.00", "0.00", "0", "0", "0", "0", "0", "", "32.3465", "09", "0", "99", "0.00", "0.00", "0.00"],
        ["D9991", "", "Invented tooth", "N", "", "0.00", "0.00", "", "0.00", "", "0.00", "0.00", "0.00", "9", "XXX", "0.00", "0.00", "0.00", "9", "9", "9", "9", "9", "", "32.3465", "09", "0", "99", "0.00", "0.00", "0.00"],
    ];

    public static string Csv(IEnumerable<string[]> rows) =>
        string.Concat(rows.Select(r => string.Join(',', r.Select(c => c.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? c : $"\"{c.Replace("\"", "\"\"")}\"")) + "\r\n"));

    public static string RvuCsv(string heading, IEnumerable<string[]> rows) => Csv(
    [
        ["", "", heading, .. Enumerable.Repeat("", 28)],
        ["", "", "Copyright 2024 of somebody", .. Enumerable.Repeat("", 28)],
        RvuColumns, .. rows,
    ]);

    public static string RvuText(IEnumerable<string[]> rows) => "HDR COPYRIGHT 2031 SOMEBODY\r\n" + string.Concat(rows.Select(r =>
        $"{r[0],-5}{r[1],-2}{r[2],-50}{r[3],1}{r[4],1}{r[5],6} {r[6],6}{r[7],2} {r[8],6}{r[9],2} {r[10],5} {r[11],6}{r[12],6}{r[13]}{r[14],3}{Percent(r[15])}{Percent(r[16])}{Percent(r[17])}{r[18]}{r[19]}{r[20]}{r[21]}{r[22]}       {r[23],-5}{r[24],8} {r[25],-2}{r[26]} {r[27],2}    {r[28],6} {r[29],6} {r[30],6}\r\n"));

    private static string Percent(string value) => value[1..];

    public static readonly IReadOnlyList<Sample> All =
    [
        new("pfs-rvu", "rvu25d.zip!PPRRVU2025_Oct.csv", RvuCsv(RvuHeading, RvuRows)),
        new("pfs-rvu-text", "rvu25d.zip!PPRRVU2025_Oct.txt", RvuText(RvuRows)),
        new("gpci", "GPCI2025.csv", Csv(
        [
            ["ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE", "", "", "", "", "", ""],
            ["", "", "", "", "", "", ""],
            ["Medicare Administrative Contractor (MAC)", "State", "Locality Number", "Locality Name", "2025 PW GPCI (with 1.0 Floor)", "2025 PE GPCI", "2025 MP GPCI"],
            ["99112", "AL", "00", "NOWHERE*", "1", "0.869", "0.575"],
            ["9912", "AK", "1", "ELSEWHERE", "1.5", "1.081", "0.592"],
            ["*A footnote, with a comma.", "", "", "", "", "", ""],
        ])),
        new("gpci", "GPCI2025.txt", "ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE\r\n\r\nMedicare Admi State  Locality      Locality Name      2025 PW GPCI (with 1.0 Floor)2025 PE GPCI2025 MP GPCI\r\n"
            + $"{"99112",-16}{"AL",-8}{"00",-5}{"NOWHERE*",-92}{"1.000",-12}{"0.869",-12}0.575\r\n{"09912",-16}{"AK",-8}{"01",-5}{"ELSEWHERE",-92}{"1.500",-12}{"1.081",-12}0.592\r\n*A footnote, with a comma.\r\n"),
        new("locality-county", "25LOCCO.csv", Csv(
        [
            ["COUNTIES INCLUDED IN 2025 LOCALITIES. (ALPHABETICALLY)", "", "", "", ""],
            ["Medicare Adminstrative Contractor", "Locality Number", "State ", "Fee Schedule Area ", "Counties"],
            ["", "", "", "", ""], ["9112", "0", "ALABAMA ", "STATEWIDE ", "ALL COUNTIES "], ["", "", "", "", ""],
            ["9912", "3", "FLORIDA ", "SOMEWHERE*", "ONE, TWO"], ["9912", "99", "", "REST OF STATE", "ALL OTHER COUNTIES"], ["*  A footnote.", "", "", "", ""],
        ])),
        new("locality-county", "25LOCCO.txt", "COUNTIES INCLUDED IN 2025 LOCALITIES. (ALPHABETICALLY)\r\n\r\nMedicare AdmiLocality         State             Fee Schedule Area               Counties\r\n\r\n"
            + $"    {"09112",-12}{"00",-6}{"ALABAMA",-23}{"STATEWIDE",-98}ALL COUNTIES\r\n\r\n    {"09912",-12}{"03",-6}{"FLORIDA",-23}{"SOMEWHERE",-98}ONE, TWO\r\n    {"09912",-12}{"99",-6}{"",-23}{"REST OF STATE",-98}ALL OTHER COUNTIES\r\n*  A footnote.\r\n"),
        new("anes-cf", "ANES2025.csv", "Contractor,Locality,Locality Name,National Anes CF of 20.3178\r\n99112 ,00 ,NOWHERE*,19.31 \r\n09912 ,01 ,ELSEWHERE,27.86 \r\n,,,\r\n"),
        new("anes-cf", "ANES2025.txt", $"{"99112",-12}{"00",-6}{"NOWHERE",-55}1931\r\n{"09912",-12}{"01",-6}{"ELSEWHERE",-55}2786\r\n"),
        new("opps-cap", "RVU25D.zip!OPPSCAP_Oct.csv", "HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE\r\n9999T,TC,C,99112,05,150.69,1150.69\r\n99992,TC,A,09912,00,93.37,93.37\r\n,,,,,,\r\n"),
        new("opps-cap", "RVU25D.zip!OPPSCAP_Oct.txt", "9999TTC C 99112  05   150.69   1150.69\r\n99992TC A 09912  00    93.37     93.37\r\n"),
        new("zip", "ZIP5_OCT2025.txt", $"AK999010210201 Z9   0 A{"",52}20254\r\nAL99902991120{"0R"}Z1B  1 A{"",52}20254\r\n"),
        new("zip", "ZIP5_OCT2025.xlsx", null, [("ZIP5", [
            ["STATE", "ZIP CODE", "CARRIER", "LOCALITY", "RURAL IND", "LAB CB LOCALITY", "RURAL IND2", "PLUS 4 FLAG", "PART B DRUG INDICATOR", "YEAR/QTR"],
            ["AK", "99901", "02102", "01", "", "Z9", "", "0", "A", "20254"], ["AL", "99902", "99112", "00", "R", "Z1", "B", "1", "A", "20254"]])]),
        new("zip", "ZIP9_OCT2025.txt", $"AL999029911200R     10001{"",6}A{"",43}20254\r\nAL999029911201      10002{"",6}A{"",43}20254\r\n"),
        new("hcpcs-anweb", "HCPC2025_OCT_ANWEB.txt",
            Anweb("   Z9", "00100", '7', "Invented circumstance", "Invented circumst", cov: "C", added: "20020701", action: "N")
            + Anweb("A9991", "00100", '3', "Invented supply, of which the description goes on over two lines and then some", "Invented supply", price: "32", multiple: "A", cov: "D", betos: "D1A", tos: "PR", units: "000", added: "20200101", acted: "20210101", ended: "20241231", action: "D", xref: "A9992A9993")
            + "A9991002004" + "more" + new string(' ', 305) + "\r\n"
            + Anweb("D9991", "00100", '3', "Invented tooth", "Tooth", price: "00", multiple: "9", cov: "I", units: "000", added: "20200101", action: "N")),
        new("hcpcs-anweb", "HCPC2025_OCT_ANWEB.xlsx", null, [("A", [
            ["***Disclaimers"], ["HCPC", "SEQNUM", "RECID", "LONG DESCRIPTION", "SHORT DESCRIPTION", "PRICE1", "PRICE2", "PRICE3", "PRICE4", "MULT_PI", "CIM1", "CIM2", "CIM3",
                "MCM1", "MCM2", "MCM3", "STATUTE", "LABCERT1", "LABCERT2", "LABCERT3", "LABCERT4", "LABCERT5", "LABCERT6", "LABCERT7", "LABCERT8",
                "XREF1", "XREF2", "XREF3", "XREF4", "XREF5", "COV", "ASC_GRP", "ASC_DT", "OPPS", "OPPS_PI", "OPPS_DT", "PROCNOTE", "BETOS",
                "TOS1", "TOS2", "TOS3", "TOS4", "TOS5", "ANEST_BU", "ADD DT", "ACT EFF DT", "TERM DT", "ACTION CD"],
            AnwebRow("   Z9", "7", "Invented circumstance", "Invented circumst", cov: "C", added: "20020701", action: "N"),
            AnwebRow("A9991", "3", "Invented supply, of which the description goes on over two lines and then some more", "Invented supply", price: "32", multiple: "A", cov: "D", betos: "D1A", tos: "PR", units: "000", added: "20200101", acted: "20210101", ended: "20241231", action: "D", xref: "A9992A9993"),
            AnwebRow("D9991", "3", "Invented tooth", "Tooth", price: "00", multiple: "9", cov: "I", units: "000", added: "20200101", action: "N")])]),
        new("hcpcs-processing-note", "proc_notes_2019.txt", "                    PROCESSING NOTES\r\n ______________\r\n\r\n          0001--THIS NOTE IS INVENTED.          *\r\n                                    *\r\n          0002--THIS ONE GOES ON             *\r\n                OVER TWO LINES.          *\r\n"),
        new("hcpcs-noc", "NOC_Codes_2019.prn", $"    NOC CODES - HCPCS 2019\r\n\r\n  HCPCS  LONG DESCRIPTION         ADD DATE  TERM DATE\r\n\r\n  {"A9999",-7}{"Invented thing; miscellaneous",-80}19870101\r\n  {"A9998",-7}{"Invented long thing of which the description",-80}20140101  20171231\r\n  {"A9998",-7}goes on\r\n    \u001a\r\n"),
        new("hcpcs-noc", "NOC_Codes_2019.xlsx", null, [("NOC", [["", "NOC CODES - HCPCS 2019"], ["HCPCS", "LONG DESCRIPTION", "ADD DATE", "TERM DATE"], ["A9999", "Invented thing; miscellaneous", "19870101"], ["A9998", "Invented", "20140101", "20171231"], ["A9998", "goes on"]])]),
        new("ncci-ptp", "medicare-ncci-2024q3-practitioner-ptp-edits-ccipra-v302r0-f1.zip!ccipra-v302r0-f1.TXT", Ptp("\t", "\r\n")),
        new("ncci-ptp", "ccioph-v302r0-f1.xlsx", null, [("Sheet1", Ptp("\t", "\r\n").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToArray())]),
        new("ncci-mue", "MCR_MUE_PractitionerServices_Eff_04-01-2026.csv", "\"Copyright 2025 of somebody\nover lines.\",,,\r\n\"HCPCS/\nCPT Code\",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n99991,1,2 Date of Service Edit: Policy,Invented Policy\r\nA9991,12,3 Date of Service Edit: Clinical,Invented Data\r\n"),
        new("ncci-addon", "AOC_V2026Q2-MCR.xlsx", null, [("AOC", [["Copyright 2025 of somebody"],
            ["AOC_Edit_Type", "Add-On_Code", "AOC_DelDT", "Primary_Code", "Primary_Code_DelDT", "AOC_Edit_EffDT", "AOC_Edit_DelDT", "Special_Instruction_Notes"],
            ["2", "9998T", "", "CCCCC", "", "2013091", "", "Contractor Defined Primary Codes"], ["1", "99993", "", "99991", "", "2020001", "2022365", ""], ["3", "99993", "", "99991", "", "2023001", "", "\"quoted\""]])]),
        new("opps-addendum-b", "addendum_b_2025_january.xlsx", null, [("2025 January Addendum B", [["", "Addendum B.-- OPPS Payment by HCPCS Code for CY 2025"], ["", "Copyright 2024"],
            ["HCPCS Code", "Short Descriptor", "SI", "APC", "Relative Weight", "Payment Rate", "National Unadjusted Copayment", "Minimum Unadjusted Copayment", "IRA Coinsurance percentage", "Adjusted Beneficiary Copayment", "Drug and Device Pass-Through Expiration during Calendar Year", "Note", "* Indicates a Change"],
            ["99991", "Invented procedure", "J1", "5414", "35.6573", "3179.53", ".", "$635.91", "", "", "", "", "*"], ["A9991\u00a0", "Invented supply", "N", "", "", " ", "", "", "19.648%", "", "*", "Invented note", ""]])]),
        new("opps-addendum-b", "addendum_b_2025-04.csv", "HCPCSCode,ShortDescriptor,StatusIndicator,PaymentRate,Changed?,Source\n\"99991\",\"Invented procedure\",\"J1\",\"3179.53\",true,\"2025-04\"\n\"A9991\u00a0\",\"Invented supply\",\"N\",\"\",false,\"2025-04\"\n\n"),
        new("opps-apc", "apc-rate-2024.csv", "apc,statusIndicator,effectiveDate,paymentRate,nationalCoinsurance,minimumCoinsurance\n05414,J1,20240101,003179.53,00000.00,00635.91\n"),
        new("opps-status", "status-indicators.csv", "StatusIndicator,Paid,Description\nJ1, Always,    An invented meaning\nC,  Never,\"Another, with a comma\"\n"),
        new("wage-index", "cbsa-wage-index-2024.csv", "cbsa,effectiveDate,geographicWageIndex,reclassifiedWageIndex,imputedFloorWageIndex,name\n01,20240101,0.7121,0.7121,0.0000,NOWHERE\n99740,20240101,0.9953,0.9953,0.0000,Elsewhere AZ\n"),
        new("asc-addenda", "july_2020_asc_addenda.xlsx", null, [
            ("AA", [["Addendum AA -- ASC Covered Surgical Procedures for CY 2020"], ["Copyright 2019"], ["HCPCS Code", "", "Short Descriptor", "Subject to Multiple Procedure Discounting", " July CY 2020 Payment Indicator", "July CY 2020 Payment Weight  ", "July CY 2020 Payment Rate "], ["99991", "*", "Invented procedure", "Y", "A2", "5.1", "232.42"], ["NOTE 1: invented"]]),
            ("BB", [["Addendum BB -- ASC Covered Ancillary Services"], ["HCPCS Code", "", "Short Descriptor", "July CY 2020 Payment Indicator", "July CY 2020 Payment Weight", "July CY 2020 Payment Rate"], ["99992", "", "Invented picture", "N1"]]),
            ("DD1", [["Addendum DD1 -- ASC Payment Indicators for CY 2020"], ["Indicator", "Payment Indicator Definition"], ["A2", "An invented meaning"]]),
            ("DD2", [["Addendum DD2 -- ASC Comment Indicators for CY 2020"], ["CI", "Comment  Indicator Meanings"], ["CH", "Another"]]),
            ("EE", [["Addendum EE -- Surgical Procedures Excluded"], ["HCPCS Code", "Short Descriptior"], ["99994", "Invented big procedure"]])]),
        new("clfs", "PUF_CLFS_CY2026_Q3V1.csv", "2026 Clinical Diagnostic Laboratory Fee Schedule\nCopyright 2026\n\nYEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC,LONGDESC,EXTENDEDLONGDESC\r\n2026,9999U,,20260101,N,00720.00,Invented test,A test that was invented,\"Invented test, with all its words\"\r\n2026,G9992,QW,20260701,L,00035.92,Invented lab,Invented laboratory,Invented laboratory service\r\n"),
        new("clfs", "PUF_CLFS_CY2026_Q3V1.xlsx", null, [("2026Q3", [["2026 Clinical Diagnostic Laboratory Fee Schedule"], ["YEAR", "HCPCS", "MOD", "EFF_DATE", "INDICATOR", "RATE", "SHORTDESC", "LONGDESC", "EXTENDEDLONGDESC"],
            ["2026", "9999U", "", "20260101", "N", "00720.00", "Invented test", "A test that was invented", "Invented test, with all its words"], ["2026", "G9992", "QW", "20260701", "L", "00035.92", "Invented lab", "Invented laboratory", "Invented laboratory service"]])]),
        new("clfs", "PUF_CLFS_CY2026_Q3V1.txt", "2026 Clinical Diagnostic Laboratory Fee Schedule\r\nCopyright 2026\r\n\r\nYEAR~HCPCS~MOD~EFF_DATE~INDICATOR~RATE~SHORTDESC\n2026~9999U~  ~20260101~N~00720.00~Invented test\n2026~G9992~QW~20260701~L~00035.92~Invented lab\n"),
        new("dmepos", "DMEPOS26_JAN.xlsx", null, [("DMEPOS", [["Durable Medical Equipment,"], ["January 2026 Fee Schedule"], ["HCPCS", "Mod", "Mod2", "JURIS", "CATG", "Ceiling", "Floor", "AL (NR)", "AL (R)", "VI (NR)", "VI (R)", "Description"],
            ["A9991", "NU", "KE", "J", "OS", "0.63", "0.54", "0.58", "0", "0.6", "", "Invented"]])]),
        new("pen", "DMEPEN26_JAN.xlsx", null, [("PEN", [["2026 Parenteral and Enteral Nutrition"], ["January 2026 Fee Schedule"], ["HCPCS", "MOD", "MOD2", "AL(NR)", "AL(R)", "Desc"], ["B9991", "", "", "3.94", "6.16", "Invented"]])]),
        new("asp-pricing", "October 2025 ASP Pricing File.csv", "Payment Allowance Limits,,,,,,,,,,\r\n\"Effective October 1, 2025 through December 31, 2025\",,,,,,,,,,\r\nHCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Vaccine AWP%,Vaccine Limit,Blood AWP%,Blood limit,Clotting Factor,Notes\r\n99995,Invented vaccine,1 ML,134.194,0.000,95,98.160,,,,\r\nJ9991,Invented drug,1 MG,N/A,20.000,,,,,,\"A note,\nin two lines\"\r\n"),
        new("asp-crosswalk", "October 2025 ASP NDC-HCPCS Crosswalk.csv", "October 2025 ASP NDC - HCPCS Crosswalk,,,,,,,,,,,\r\n\"     Effective October 1, 2025 through December 31, 2025\",,,,,,,,,,,\r\n_2025_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG,,\r\nJ9991,Invented drug,\"Nobody, Inc.\",99999-0636-01,Inventix,1 MG,0.5,1,45,45,,\r\nQ9991,Invented skin,Nobody,GG100,Skinvent,1 SQ CM,2.25,1,2.25,3,,\r\n"),
        new("rbcs", "RBCS_RY_2025.csv", "hcpcs_cd,rbcs_id,rbcs_cat,rbcs_cat_desc,rbcs_cat_subcat,rbcs_subcat_desc,rbcs_famnumb,rbcs_family_desc,rbcs_major_ind,hcpcs_cd_add_dt,hcpcs_cd_end_dt,rbcs_latest_assignment,first_rbcs_release_year,rbcs_analysis_start_dt,rbcs_analysis_end_dt,alt_assignment_method,rbcs_id_ever_reassigned\r\n"
            + "99991,PM000M,P,Procedure,PM,Invented,000,No RBCS Family,M,01/01/1984,12/31/9999,0,2020,01/01/2014,12/31/2022,0,1\r\n99991,PM001M,P,Procedure,PM,Invented,001,\"Family, invented\",M,01/01/1984,12/31/9999,1,2025,01/01/2014,12/31/9999,0,1\r\nG9991,TL001N,T,Test,TL,Invented,001,Invented,N,01/01/2013,12/31/2018,1,2023,01/01/2014,12/31/2018,0,0\r\n"),
        new("ccs-services", "terminology__ccs_services_procedures.csv", "hcpcs_code,ccs_category,ccs_category_description\n9999T,1,Invented category\n872,230,\"Another, invented\"\n"),
        new("place-of-service", "pos_codes_2024.csv", "pos_code,pos_type,pos_name,pos_description\r\n11,Non-Facility,Invented office,\"A place, invented.\"\r\n21,Facility,Invented hospital,Invented.\r\n28,Unassigned,Unassigned,Unassigned\r\n"),
        new("revenue-centre", "terminology__revenue_center.csv", "revenue_center_code,revenue_center_description\n0001,Invented total\n091X,Invented category\n"),
        new("ama-cpt", "LONGULT.txt", AmaPreamble + "99991\tInvented procedure, in all its length\r\n9999U\tInvented test\r\n"),
        new("ama-cpt", "LONGULF.txt", AmaPreamble + "99991 01 Invented procedure,\r\n99991 02 in all its length\r\n9999U 01 Invented test\r\n"),
        new("ama-cpt", "MEDU.txt", AmaPreamble + "99991 INVENTED PROCEDURE\r\n9999U INVENTED TEST\r\n"),
        new("ama-cpt", "SHORTU.txt", AmaPreamble + "99991 INVENTED PROC\r\n9999U INVENTED TEST\r\n"),
        new("ama-cpt", "ConsolidatedCodeList.txt", AmaPreamble + "Concept Id\tCPT Code\tLong\tMedium\tShort\tConsumer\tSpanish Consumer\r\n1\t99991\tInvented procedure, in all its length\tINVENTED PROCEDURE\tINVENTED PROC\tSomething invented\tAlgo inventado\r\n"),
        new("pfs-fee", "PFREV26B_QP.zip!PFREV26B.txt", "\"2026\",\"99112\",\"05\",\"99991\",\"  \",\"0001344.00\",\"0001244.00\",\" \",\"0\",\"A\",\"2\",\"0000000.00\",\"0000000.00\",\"9\",\"0000000.00\",\"0000000.00\"\r\n\"2026\",\"99112\",\"05\",\"99991\",\" \",\"0001344.00\",\"0001244.00\",\" \",\"0\",\"A\",\"2\",\"0000000.00\",\"0000000.00\",\"9\",\"0000000.00\",\"0000000.00\"\r\nTRL- COPYRIGHT 2026 SOMEBODY.\r\n"),
    ];

    private const string AmaPreamble = "CPT codes and descriptors are copyright 2025 American Medical Association.\r\nEffective January 1, 2026\r\n\r\n";

    public static Sample Of(string importer, string extension) => All.First(s => s.Importer == importer && s.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static string Ptp(string tab, string end) => string.Concat(new[]
    {
        new[] { "CPT only copyright 2023 American Medical Association.", "", "", "", "", "", "" },
        ["", "Column1/Column 2 Edits", "", "", "", "", ""],
        ["Column 1", "Column 2", "*=in existence prior to 1996", "Effective Date", "Deletion Date *=no data", "Modifier 0=not allowed 1=allowed 9=not applicable", "PTP Edit Rationale"],
        ["99991", "99992", "*", "19960101", "*", "1", "Invented rationale"],
        ["99991", "G9991", "", "", "20231231", "0", "Invented rationale"],
        ["9999T", "99991", "", "20200101", "", "9", "Another"],
    }.Select(r => string.Join(tab, r) + end));

    private static string Anweb(
        string code, string sequence, char kind, string text, string brief, string price = "", string multiple = "", string cov = "", string betos = "", string tos = "",
        string units = "", string added = "", string acted = "", string ended = "", string action = "", string xref = "") =>
        $"{code}{sequence}{kind}{text,-80}{brief,-28}{price,-8}{multiple,-1}{"",76}{xref,-25}{cov,-1}{"",26}{betos,-3} {tos,-5}{units,-3}{added,-8}{acted,-8}{ended,-8}{action,-1}{"",27}\r\n";

    private static string[] AnwebRow(
        string code, string kind, string text, string brief, string price = "", string multiple = "", string cov = "", string betos = "", string tos = "",
        string units = "", string added = "", string acted = "", string ended = "", string action = "", string xref = "")
    {
        var row = Enumerable.Repeat("", 48).ToArray();
        (row[0], row[1], row[2], row[3], row[4], row[5], row[9], row[30], row[37], row[43], row[44], row[45], row[46], row[47]) =
            (code, "0010", kind, text, brief, price, multiple, cov, betos, units, added, acted, ended, action);
        for (var i = 0; i < xref.Length / 5; i++) row[25 + i] = xref.Substring(i * 5, 5);
        for (var i = 0; i < tos.Length; i++) row[38 + i] = tos[i].ToString(CultureInfo.InvariantCulture);
        return row;
    }
}
