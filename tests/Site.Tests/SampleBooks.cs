using CodingAhead.Codes.Tests;
using CodingAhead.Codes.Build;

namespace CodingAhead.Site.Tests;

/// <summary>Books for tests: the starter book, and one with a made-up edition of ICD-10-CM that ends before the tests' today.</summary>
public static class SampleBooks
{
    private static readonly Lock Gate = new();
    private static readonly string Folder = Directory.CreateTempSubdirectory("codingahead-site-tests-").FullName;

    static SampleBooks() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    public static string Starter => Once("starter.book", path => Build(path, null));

    public static string Icd => Once("icd.book", path =>
    {
        var releases = Directory.CreateDirectory(Path.Combine(Folder, "releases")).FullName;
        File.WriteAllText(Path.Combine(releases, "icd10cm-order-2026.txt"), string.Concat(
            Line(1, "M47", false, "Spondylosis"),
            Line(2, "M478", false, "Other spondylosis"),
            Line(3, "M4781", false, "Spondylosis without myelopathy or radiculopathy"),
            Line(4, "M47816", true, "Spondylosis without myelopathy or radiculopathy, lumbar region"),
            Line(5, "M47817", true, "Spondylosis without myelopathy or radiculopathy, lumbosacral region")));
        File.WriteAllText(Path.Combine(releases, "guidelines.txt"), Guidelines);
        File.WriteAllText(Path.Combine(releases, "article.csv"), "article_id,article_version,title,article_eff_date\n50001,3,Billing and Coding: Invented Facet Article,2025-01-01\n");
        File.WriteAllText(Path.Combine(releases, "article_x_hcpc_code.csv"),
            "article_id,article_version,hcpc_code_id,hcpc_code_version,hcpc_code_group,range\n50001,3,64635,1,1,N\n");
        File.WriteAllText(Path.Combine(releases, "article_x_icd10_covered.csv"),
            "article_id,article_version,icd10_code_id,icd10_code_version,icd10_covered_group,range\n50001,3,M47.816,1,1,N\n50001,3,M47.817,1,1,N\n");
        Build(path, releases);
    });

    /// <summary>The real ICD-10-CM of FY2026: titles and tabular list; skips the test where there is no mirror.</summary>
    public static string MirrorDiagnoses
    {
        get
        {
            var releases = Path.Combine(CodingAhead.Codes.Tests.Mirror.Require(), "icd10cm", "2026");
            return Once("mirror-diagnoses.book", path => Build(path, releases));
        }
    }

    /// <summary>With invented fee schedules of 2025 Q4.</summary>
    public static string Fees => Once("fees.book", path => Build(path, SampleFees.Write(Path.Combine(Folder, "fees"))));
    /// <summary>Lines of our own in the layouts of the four GEM files and of a list of CCSR categories: equal, approximate, combined and without a map.</summary>
    public static string Maps => Once("maps.book", path =>
    {
        var releases = Directory.CreateDirectory(Path.Combine(Folder, "maps")).FullName;
        Write("icd10cm-order-2018.txt", Line(1, "M47816", true, "Lumbar"), Line(2, "M47817", true, "Lumbosacral"), Line(3, "A001", true, "First"), Line(4, "E119", true, "Second"), Line(5, "A419", true, "Third"), Line(6, "R6520", true, "Fourth"));
        Write("icd10pcs_order_2018.txt", Line(1, "5A1221Z", true, "Support"));
        Write("2018_I9gem.txt", "0011  A001    00000\n", "25000 E119    10000\n", "99592 A419    10111\n", "99592 R6520   10112\n", "V8739 NoDx    11000\n");
        Write("2018_I10gem.txt", "M47816  7213  10000\n", "M47817  NoDx  11000\n");
        Write("gem_pcs_i10i9_2018.txt", "5A1221Z 3961  00000\n");
        Write("gem_i9pcs_2018.txt", "3961  5A1221Z 10000\n");
        Write("ccsr_v2018-1.csv", "CCSR_category_code,vocabulary_id,code,code_description\n", "MUS011,ICD10CM,M47816,Lumbar\n", ",,End of Content,\n");
        Build(path, releases);

        void Write(string name, params string[] lines) => File.WriteAllText(Path.Combine(releases, name), string.Concat(lines));
    });

    // Invented, in the shape of the Official Guidelines.
    private const string Guidelines = """
        ICD-10-CM Official Guidelines for Coding and Reporting
                  (October 1, 2025 - September 30, 2026)

        Section I. Conventions

          A. Ours

          B. Ours too

          C. Chapters

             13. Chapter 13: Bones (M00-M99)

                  a. Spines
                     An invented rule about M47.81- and no other category.

        Section II. Selection

        Section III. Additional

        Section IV. Outpatients
        """;
    /// <summary>Two made-up editions of ICD-10-CM: a code added, one deleted, one split, and one revised to a title that would be markup.</summary>
    public static string TwoEditions => Once("two.book", path =>
    {
        var releases = Directory.CreateDirectory(Path.Combine(Folder, "two")).FullName;
        File.WriteAllText(Path.Combine(releases, "icd10cm-order-2025.txt"), string.Concat(
            Line(1, "M47", false, "Spondylosis"), Line(2, "M470", true, "Invented, old words"), Line(3, "M471", true, "Invented, to go"), Line(4, "M479", true, "Invented, to be split")));
        File.WriteAllText(Path.Combine(releases, "icd10cm-order-2026.txt"), string.Concat(
            Line(1, "M47", false, "Spondylosis"), Line(2, "M470", true, Hostile), Line(3, "M472", true, "Invented, new"), Line(4, "M479", false, "Invented, to be split"),
            Line(5, "M4791", true, "Invented, first part"), Line(6, "M4792", true, "Invented, second part")));
        Build(path, releases);
    });

    /// <summary>A title that a page or feed must show as text.</summary>
    public const string Hostile = "<script>alert(1)</script> ]]> & \"quoted\"";

    /// <summary>A place of its own for a test that replaces the file.</summary>
    public static string Copy(string book)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, Guid.NewGuid().ToString("N"))).FullName, "codes.book");
        File.Copy(book, path);
        return path;
    }

    /// <summary>Replaces a book as a build does: beside it, then renamed over it.</summary>
    public static void Replace(string path, string with)
    {
        File.Copy(with, path + ".new", overwrite: true);
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>The whole mirror, with no licence accepted, built once, or the book that <c>CODINGAHEAD_TEST_BOOK</c> names; skips the test where there is none.</summary>
    public static string OfMirror => Environment.GetEnvironmentVariable("CODINGAHEAD_TEST_BOOK") is { Length: > 0 } built && Mirror.Require() is not null ? built : Once("mirror.book", path => Build(path, Mirror.Require()));

    private static string Once(string name, Action<string> make)
    {
        lock (Gate)
        {
            var path = Path.Combine(Folder, name);
            if (!File.Exists(path)) make(path);
            return path;
        }
    }

    private static void Build(string path, string? releases) =>
        Assert.Empty(BookCompiler.Build(new BuildOptions { Output = path, Releases = releases, Lexicon = Text.Detect.LexiconStore.Make }, TimeProvider.System).Errors);

    // Order file of CDC: order number, code, 0 heading or 1 billable, short title to column 76, long title.
    private static string Line(int number, string code, bool billable, string title) =>
        $"{number:D5} {code,-7} {(billable ? 1 : 0)} {(title.Length > 60 ? title[..60] : title),-60} {title}\n";
}
