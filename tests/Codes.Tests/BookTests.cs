using CodingAhead.Codes.Build;

namespace CodingAhead.Codes.Tests;

public sealed class BookTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("book-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_starter_book_builds_and_finds_codes()
    {
        var path = Path.Combine(folder, "starter.book");
        var report = BookCompiler.Build(new BuildOptions { Output = path }, TimeProvider.System);
        Assert.Empty(report.Errors);
        using var book = Book.Open(path);
        Assert.True(book.IsStarter);
        Assert.Empty(book.Verify());
        var found = book.Find(CodeSet.Cpt, "64635", new DateOnly(2025, 10, 15));
        Assert.Equal(CodeStatus.Active, found.Status);
        var gone = book.Find(CodeSet.Cpt, "64622", new DateOnly(2025, 10, 15));
        Assert.Equal(CodeStatus.Deleted, gone.Status);
        Assert.Equal(new DateOnly(2011, 12, 31), gone.Nearest);
        Assert.Equal(["64635"], gone.Successors.Select(s => s.Display));
    }
}
