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

    /// <summary>With invented fee schedules of 2025 Q4.</summary>
    public static string Fees => Once("fees.book", path => Build(path, SampleFees.Write(Path.Combine(Folder, "fees"))));

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
        Assert.Empty(BookCompiler.Build(new BuildOptions { Output = path, Releases = releases }, TimeProvider.System).Errors);

    // Order file of CDC: order number, code, 0 heading or 1 billable, short title to column 76, long title.
    private static string Line(int number, string code, bool billable, string title) =>
        $"{number:D5} {code,-7} {(billable ? 1 : 0)} {(title.Length > 60 ? title[..60] : title),-60} {title}\n";
}
