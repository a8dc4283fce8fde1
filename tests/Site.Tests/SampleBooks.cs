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
