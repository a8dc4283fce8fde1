using CodingAhead.Codes.Build;
using CodingAhead.Codes.Page;
using CodingAhead.Codes.Tests.Import;

namespace CodingAhead.Codes.Tests.Modifiers;

/// <summary>A book of small releases: fee schedule rows whose indicators tests choose, and NCCI pairs of two quarters, one before 59 counted on either code.</summary>
public sealed class ModifierBook : IDisposable
{
    private const string PairHeading = "Invented pairs\t\t\t\t\t\t\r\n\tColumn1/Column 2 Edits\t\t\t\t\t\r\n"
        + "Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date *=no data\tModifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale\r\n";

    private readonly string work = Directory.CreateTempSubdirectory("modifiers-").FullName;

    public ModifierBook()
    {
        Write("pfs/RVU25D/PPRRVU2025_Oct.csv", PaymentSamples.RvuCsv(PaymentSamples.RvuHeading,
        [
            //                code     mod   status pctc global multiple bilateral assistant co team
            Rvu("64635", "", "A", "0", "010", "2", "1", "1", "0", "0"),
            Rvu("64493", "", "A", "0", "000", "2", "1", "1", "0", "0"),
            Rvu("27447", "", "A", "0", "090", "2", "1", "2", "2", "0"),
            Rvu("33533", "", "A", "0", "090", "2", "0", "0", "1", "2"),
            Rvu("67800", "", "A", "0", "010", "2", "2", "1", "0", "1"),
            Rvu("26055", "", "A", "0", "090", "2", "0", "1", "0", "0"),
            Rvu("28285", "", "A", "0", "090", "2", "0", "1", "0", "0"),
            Rvu("92928", "", "A", "0", "000", "2", "0", "1", "0", "0"),
            Rvu("99213", "", "A", "0", "XXX", "0", "0", "0", "0", "0"),
            Rvu("71046", "", "A", "1", "XXX", "4", "0", "0", "0", "0"), Rvu("71046", "26", "A", "1", "XXX", "4", "0", "0", "0", "0"),
            Rvu("76641", "", "A", "1", "XXX", "4", "3", "0", "0", "0"),
            Rvu("93010", "", "A", "2", "XXX", "0", "0", "0", "0", "0"),
            Rvu("93005", "", "A", "3", "XXX", "0", "0", "0", "0", "0"),
            Rvu("93000", "", "A", "4", "XXX", "0", "0", "0", "0", "0"),
            Rvu("96360", "", "A", "5", "XXX", "0", "0", "0", "0", "0"),
            Rvu("84165", "", "X", "9", "XXX", "9", "9", "9", "9", "9"), Rvu("84165", "26", "A", "6", "XXX", "0", "0", "0", "0", "0"),
            Rvu("80053", "", "X", "9", "XXX", "9", "9", "9", "9", "9"),
            Rvu("45378", "", "A", "0", "000", "3", "0", "1", "0", "0"), Rvu("45378", "53", "A", "0", "000", "3", "0", "1", "0", "0"),
            Rvu("97110", "", "A", "7", "XXX", "5", "0", "0", "0", "0"),
            Rvu("97161", "", "A", "7", "XXX", "5", "0", "0", "0", "0"),
            Rvu("00100", "", "J", "9", "XXX", "9", "9", "9", "9", "9"),
            Rvu("99091", "", "I", "9", "XXX", "9", "9", "9", "9", "9"),
        ]));
        Write("pfs/RVU26A/PPRRVU2026_Jan_nonQPP.csv", PaymentSamples.RvuCsv(
            PaymentSamples.RvuHeading.Replace("2025", "2026", StringComparison.Ordinal).Replace("October", "January", StringComparison.Ordinal),
            [Rvu("64635", "", "A", "0", "010", "2", "1", "1", "0", "0", total: "13.92", factor: "33.4009")]));
        Write("ncci/ccipra-v251r0-f1.TXT", PairHeading + "64635\t64493\t\t20120101\t\t1\tInvented rationale\r\n64635\t27447\t\t20150101\t20190531\t1\tInvented rationale\r\n");
        Write("ncci/ccipra-v302r0-f1.TXT", PairHeading
            + "64635\t64493\t\t20120101\t\t1\tInvented rationale\r\n"
            + "27447\t64635\t\t20120101\t20240331\t1\tInvented rationale\r\n"
            + "27447\t64635\t\t20240401\t\t0\tInvented rationale\r\n"
            + "64635\t71046\t\t20200101\t20200101\t9\tAnother rationale\r\n"
            + "64635\t99213\t\t20000605\t\t1\tInvented rationale\r\n");
        Write("ncci/ccioph-v302r0-f1.TXT", PairHeading + "64493\t64635\t\t20180101\t\t0\tInvented rationale\r\n");
        var path = Path.Combine(work, "modifiers.book");
        Report = BookCompiler.Build(new BuildOptions { Releases = Path.Combine(work, "releases"), Output = path }, TimeProvider.System);
        Book = Book.Open(path);
    }

    public BuildReport Report { get; }

    public Book Book { get; }

    public CodePage Page(string code, string on = "2025-10-15") =>
        CodePageBuilder.Build(Book, CodeKey.Of(char.IsAsciiLetter(code[0]) ? CodeSet.Hcpcs : CodeSet.Cpt, code), DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture));

    public void Dispose()
    {
        Book.Dispose();
        Directory.Delete(work, recursive: true);
    }

    private static string[] Rvu(
        string code, string modifier, string status, string pctc, string global, string multiple, string bilateral, string assistant, string coSurgeon, string team, string total = "2.10", string factor = "32.3465") =>
    [
        code, modifier, "Invented words", status, "", "1.00", "1.00", "", "1.00", "", "0.10", total, total, pctc, global, "0.10", "0.80", "0.10", multiple, bilateral, assistant, coSurgeon, team, "",
        factor, "09", "0", "99", "0.00", "0.00", "0.00",
    ];

    private void Write(string path, string text)
    {
        var full = Path.Combine(work, "releases", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
