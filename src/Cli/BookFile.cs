using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Build;
using CodingAhead.Text.Detect;

namespace CodingAhead.Cli;

/// <summary>Where the book is, and a starter book where there is none, so that looking a code up always works.</summary>
internal static class BookFile
{
    /// <summary>
    /// The file named by <c>--book</c>, else by <c>CODINGAHEAD_BOOK</c>, else <c>.cache/codingahead.book</c> of the checkout, else
    /// <c>$XDG_DATA_HOME/codingahead/codingahead.book</c>.
    /// </summary>
    public static string PathOf(Shell shell, string? named)
    {
        if ((named ?? shell.Variable("CODINGAHEAD_BOOK")) is { } path) return shell.Full(path);
        if (shell.Repository is { } root) return Path.Combine(root, ".cache", "codingahead.book");
        var data = shell.Variable("XDG_DATA_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        return Path.Combine(data, "codingahead", "codingahead.book");
    }

    /// <summary>Opens the book; one that the user named must exist. Its checksums are the caller's to look at: 'book verify' reports them.</summary>
    public static Book Open(Shell shell, string? named) => Book.Open(PathOf(shell, named));

    /// <summary>Opens the book and refuses a damaged one.</summary>
    public static Book OpenWhole(Shell shell, string? named, CancellationToken cancel) => Whole(Book.Open(PathOf(shell, named)), cancel);

    /// <summary>Opens the book; where there is none and none was named, builds the starter book beside its place, once.</summary>
    public static Book OpenOrStarter(Shell shell, string? named, CancellationToken cancel)
    {
        var path = PathOf(shell, named);
        if (named is not null || File.Exists(path)) return Whole(Book.Open(path), cancel);
        var starter = Path.Combine(Path.GetDirectoryName(path)!, "starter.book");
        shell.Error.WriteLine($"No book at {path}: answering from the small starter book. 'codingahead book build --from DIR' compiles the official releases.");
        if (IsCurrent(starter))
        {
            try
            {
                return Book.Open(starter);
            }
            catch (BookException)
            {
                // Of an earlier program, or cut short: made again below.
            }
        }

        BookCompiler.Build(new BuildOptions { Output = starter, Lexicon = LexiconStore.Make }, shell.Clock, cancel: cancel);
        return Book.Open(starter);
    }

    // Every checksum, once for a file: a note beside it (book.verified) says which file was found whole, so that the next command starts at once.
    private static Book Whole(Book book, CancellationToken cancel)
    {
        var note = book.Path + ".verified";
        var stamp = string.Create(CultureInfo.InvariantCulture, $"{book.Version} {book.Length} {File.GetLastWriteTimeUtc(book.Path).Ticks}");
        try
        {
            if (File.Exists(note) && File.ReadAllText(note) == stamp) return book;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Verified anew below.
        }

        IReadOnlyList<string> damaged;
        try
        {
            damaged = book.Verify(cancel);
        }
        catch
        {
            book.Dispose();
            throw;
        }

        if (damaged.Count > 0)
        {
            book.Dispose();
            throw new BookException(book.Path, $"{string.Join(", ", damaged)} is damaged (the checksum differs); build it again with 'codingahead book build'");
        }

        try
        {
            File.WriteAllText(note, stamp);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that may not be written to: the next command verifies again.
        }

        return book;
    }

    // The starter's data is inside the program: a newer program has newer data.
    private static bool IsCurrent(string starter) =>
        File.Exists(starter) && (Environment.ProcessPath is not { } program || !File.Exists(program) || File.GetLastWriteTimeUtc(program) <= File.GetLastWriteTimeUtc(starter));
}
