using CodingAhead.Codes.Build;

namespace CodingAhead.Codes.Tests;

/// <summary>The book of the whole mirror, built once for all tests that read it.</summary>
public sealed class MirrorBook : IDisposable
{
    private readonly Lazy<(BuildReport Report, Book Book)> built;
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("mirror-book-").FullName;

    public MirrorBook() => built = new(() =>
    {
        var path = Path.Combine(folder, "mirror.book");
        var report = BookCompiler.Build(new BuildOptions { Releases = Mirror.Require(), Output = path, Accepted = Licence.Ama | Licence.Ada | Licence.Nubc }, TimeProvider.System);
        return (report, Book.Open(path));
    });

    public BuildReport Report => Mirror.Require() is null ? null! : built.Value.Report;

    public Book Book => Mirror.Require() is null ? null! : built.Value.Book;

    public void Dispose()
    {
        if (built.IsValueCreated) built.Value.Book.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition(nameof(MirrorBook))]
public sealed class MirrorBookCollection : ICollectionFixture<MirrorBook>;
