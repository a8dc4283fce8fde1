using CodingAhead.Codes.Build;

namespace CodingAhead.Site.Tests;

/// <summary>The site on the starter book with one invented quarter of NCCI pairs: 64635 with 120 other codes, and two with a history.</summary>
public sealed class PairSite : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pair-site-").FullName;

    public PairSite()
    {
        var releases = Directory.CreateDirectory(Path.Combine(folder, "releases")).FullName;
        File.WriteAllText(Path.Combine(releases, "ccipra-v302r0-f1.TXT"), "Invented pairs\t\t\t\t\t\t\r\n\tColumn1/Column 2 Edits\t\t\t\t\t\r\n"
            + "Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date *=no data\tModifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale\r\n"
            + string.Concat(Enumerable.Range(0, 120).Select(i => $"64635\t{36000 + i}\t\t20150101\t\t{i % 2}\tInvented rationale\r\n"))
            + "64635\t64493\t\t20120101\t\t1\tInvented rationale\r\n"
            + "27447\t64635\t\t20120101\t20240331\t1\tInvented rationale\r\n"
            + "27447\t64635\t\t20240401\t\t0\tInvented rationale\r\n");
        var book = Path.Combine(folder, "pairs.book");
        Assert.Empty(BookCompiler.Build(new BuildOptions { Output = book, Releases = releases }, TimeProvider.System).Errors);
        Site = new TestSite(book);
    }

    public TestSite Site { get; }

    public void Dispose()
    {
        Site.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
