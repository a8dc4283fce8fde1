using CodingAhead.Codes;
using CodingAhead.Codes.Build;

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

    /// <summary>Opens the book; one that the user named must exist.</summary>
    public static Book Open(Shell shell, string? named) => Book.Open(PathOf(shell, named));

    /// <summary>Opens the book; where there is none and none was named, builds the starter book beside its place, once.</summary>
    public static Book OpenOrStarter(Shell shell, string? named)
    {
        var path = PathOf(shell, named);
        if (named is not null || File.Exists(path)) return Book.Open(path);
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

        BookCompiler.Build(new BuildOptions { Output = starter }, shell.Clock);
        return Book.Open(starter);
    }

    // The starter's data is inside the program: a newer program has newer data.
    private static bool IsCurrent(string starter) =>
        File.Exists(starter) && (Environment.ProcessPath is not { } program || !File.Exists(program) || File.GetLastWriteTimeUtc(program) <= File.GetLastWriteTimeUtc(starter));
}
