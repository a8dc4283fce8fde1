using CodingAhead.Codes.Build;
using CodingAhead.Codes.Search;

namespace CodingAhead.Codes.Tests.Search;

/// <summary>Books to search in, built once for a run of the tests.</summary>
internal static class SearchBooks
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("search-").FullName;
    private static readonly Lazy<Searcher> StarterBook = new(() => Build("starter.book", null));
    private static readonly Lazy<Searcher> MirrorBook = new(() => Build("mirror.book", Tests.Mirror.Directory));

    static SearchBooks() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>A date of service within fiscal year 2026.</summary>
    public static DateOnly Day { get; } = new(2026, 5, 1);

    public static Searcher Starter => StarterBook.Value;

    /// <summary>All releases of the mirror; skips the test where there is none.</summary>
    public static Searcher Mirror
    {
        get
        {
            Tests.Mirror.Require();
            return MirrorBook.Value;
        }
    }

    public static IReadOnlyList<Hit> Find(Searcher searcher, string text, int top = 10, params CodeSet[] sets) =>
        searcher.Find(new SearchQuery { Text = text, On = Day, Top = top, Sets = sets }).Hits;

    private static Searcher Build(string name, string? releases)
    {
        var path = Path.Combine(Folder, name);
        BookCompiler.Build(new BuildOptions { Releases = releases, Output = path, Accepted = Licence.Ama | Licence.Ada }, TimeProvider.System);
        return new Searcher(Book.Open(path));
    }
}
