using CodingAhead.Codes;
using CodingAhead.Codes.Build;

namespace CodingAhead.Claims.Tests.Edits;

/// <summary>A book of small invented releases beside the embedded starter data: fee schedule rows whose indicators tests choose, a quarter of pairs, one of limits, a page of the tabular list and editor flags.</summary>
public sealed class SmallClaims : IDisposable
{
    private const string Columns =
        "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT";

    private const string PairHeading = "Invented pairs\t\t\t\t\t\t\r\n\tColumn1/Column 2 Edits\t\t\t\t\t\r\n"
        + "Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date *=no data\tModifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale\r\n";

    private readonly string folder = Directory.CreateTempSubdirectory("small-claims-").FullName;

    public SmallClaims()
    {
        var commas = new string(',', 28);
        Write("pfs/RVU25D/PPRRVU2025_Oct.csv", $",,2025 National Physician Fee Schedule Relative Value File October Release{commas}\r\n,,Copyright 2024 of somebody{commas}\r\n{Columns}\r\n" + string.Join("\r\n",
        [
            //   code     mod   status pctc global mult bil asst co team
            Rvu("64635", "", "A", "0", "010", "2", "1", "1", "0", "0"),
            Rvu("27447", "", "A", "0", "090", "2", "1", "2", "1", "0"),
            Rvu("99213", "", "A", "0", "XXX", "0", "0", "0", "0", "0"),
            Rvu("71046", "", "A", "1", "XXX", "4", "0", "0", "0", "0"), Rvu("71046", "26", "A", "1", "XXX", "4", "0", "0", "0", "0"), Rvu("71046", "TC", "A", "1", "XXX", "4", "0", "0", "0", "0"),
            Rvu("93005", "", "A", "3", "XXX", "0", "0", "0", "0", "0"),
            Rvu("77003", "", "B", "0", "XXX", "0", "0", "0", "0", "0"),
            Rvu("88141", "", "A", "8", "XXX", "0", "0", "0", "0", "0"),
        ]) + "\r\n");
        Write("ncci/ccipra-v313r0-f1.TXT", PairHeading
            + "64635\t77003\t\t20120101\t\t1\tInvented rationale\r\n27447\t64635\t\t20120101\t20251031\t1\tInvented rationale\r\n27447\t64635\t\t20251101\t\t0\tInvented rationale\r\n"
            + "71046\t64635\t\t20200101\t\t9\tInvented rationale\r\n");
        Write("ncci/MCR_MUE_PractitionerServices_Eff_10-01-2025.csv",
            "\"Copyright 2025 of somebody\nover lines.\",,,\r\n\"HCPCS/\nCPT Code\",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n64635,1,2 Date of Service Edit: Policy,Invented\r\n99213,2,3 Date of Service Edit: Clinical,Invented\r\n71046,2,1 Line Edit,Invented\r\n");
        var path = Path.Combine(folder, "small.book");
        Report = BookCompiler.Build(new BuildOptions { Releases = Path.Combine(folder, "releases"), Output = path }, TimeProvider.System);
        Checker = new ClaimChecker(Book.Open(path));
    }

    public BuildReport Report { get; }

    public ClaimChecker Checker { get; }

    public void Dispose()
    {
        Checker.Book.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Rvu(string code, string modifier, string status, string pctc, string global, string multiple, string bilateral, string assistant, string coSurgeon, string team) => string.Join(',',
    [
        code, modifier, "Invented words", status, "", "1.00", "1.00", "", "1.00", "", "0.10", "2.10", "2.10", pctc, global, "0.10", "0.80", "0.10", multiple, bilateral, assistant, coSurgeon, team, "",
        "32.3465", "09", "0", "99", "0.00", "0.00", "0.00",
    ]);

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder, "releases", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
