namespace CodingAhead.Site.Tests;

/// <summary>Invented releases of the fee schedules, 2025 Q4: three localities, two ZIP codes, and a code for each way of being paid. Codes such as 99991 exist only here.</summary>
public static class SampleFees
{
    /// <summary>Writes them below a folder, and names it.</summary>
    public static string Write(string folder)
    {
        Put("pfs/2025D/PPRRVU2025_Oct.csv", string.Concat(
            ",,2025 National Physician Fee Schedule Relative Value File October Release" + new string(',', 28) + "\r\n",
            "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT\r\n",
            Rvu("00199", "J", "0.00,0.00,,0.00,,0.00,0.00,0.00", "0.00,0.00,0.00"),
            Rvu("99991", "A", "1.50,2.25,,1.10,,0.10,3.85,2.70", "0.00,0.00,0.00"),
            Rvu("99993", "A", "1.00,3.00,,3.00,NA,0.10,4.10,4.10", "2.00,2.00,0.05"),
            Rvu("J9991", "E", "0.00,0.00,,0.00,,0.00,0.00,0.00", "0.00,0.00,0.00")));
        Put("pfs/2025D/GPCI2025.csv", string.Concat(
            "ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE,,,,,,\r\n",
            "Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2025 PW GPCI (with 1.0 Floor),2025 PE GPCI,2025 MP GPCI\r\n",
            "09912,AK,01,ELSEWHERE,1.5,1.081,0.592\r\n99112,AL,00,NOWHERE,1,0.869,0.575\r\n99112,CA,05,\"SOMEWHERE <BY THE SEA>\",1.088,1.419,0.445\r\n"));
        Put("pfs/2025D/25LOCCO.csv", "COUNTIES INCLUDED IN 2025 LOCALITIES. (ALPHABETICALLY),,,,\r\nMedicare Adminstrative Contractor,Locality Number,State ,Fee Schedule Area ,Counties\r\n,,,,\r\n99112,0,ALABAMA ,STATEWIDE ,ALL COUNTIES \r\n");
        Put("pfs/2025D/ANES2025.csv", "Contractor,Locality,Locality Name,National Anes CF of 20.3178\r\n99112 ,00 ,NOWHERE*,19.31 \r\n09912 ,01 ,ELSEWHERE,27.86 \r\n");
        Put("pfs/zip/ZIP5_OCT2025.txt", $"AK999010991201 Z9   0 A{"",52}20254\r\nAL99902991120{"0R"}Z1B  1 A{"",52}20254\r\nAL999039911277 Z1   0 A{"",52}20254\r\n");
        Put("opps/addendum_b_2025-10.csv", "HCPCSCode,ShortDescriptor,StatusIndicator,PaymentRate,Changed?,Source\n\"99991\",\"Invented procedure\",\"J1\",\"3179.53\",true,\"2025-10\"\n\"J9991\",\"Invented drug\",\"N\",\"\",false,\"2025-10\"\n");
        Put("opps/addendum_b_2025-07.csv", "HCPCSCode,ShortDescriptor,StatusIndicator,PaymentRate,Changed?,Source\n\"99991\",\"Invented procedure\",\"J1\",\"3000.00\",true,\"2025-07\"\n");
        Put("asp/October 2025 ASP Pricing File.csv", "Payment Allowance Limits,,,,,,,,,,\r\n\"Effective October 1, 2025 through December 31, 2025\",,,,,,,,,,\r\nHCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Vaccine AWP%,Vaccine Limit,Blood AWP%,Blood limit,Clotting Factor,Notes\r\nJ9991,Invented drug,1 MG,0.094,20.000,,,,,,\r\n");
        Put("asp/October 2025 ASP NDC-HCPCS Crosswalk.csv", "October 2025 ASP NDC - HCPCS Crosswalk,,,,,,,,,,,\r\n\"     Effective October 1, 2025 through December 31, 2025\",,,,,,,,,,,\r\n_2025_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG,,\r\nJ9991,Invented drug,\"Nobody, Inc.\",99999-0636-01,Inventix,1 MG,0.5,1,45,45,,\r\n");
        return folder;

        void Put(string path, string text)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static string Rvu(string code, string status, string units, string opps) =>
        $"{code},,Invented,{status},,{units},0,XXX,0.00,0.00,0.00,0,0,0,0,0,,32.3465,09,0,99,{opps}\r\n";
}
