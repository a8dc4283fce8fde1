using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text;
using CodingAhead.Claims;

namespace CodingAhead.Cli;

/// <summary>The claims a command is given: files of any form, told from their content, or standard input.</summary>
internal static class ClaimInput
{
    public static Argument<string[]> Files() =>
        new Argument<string[]>("FILE") { Description = "Files of claims; - is standard input. The form is told from the content.", Arity = ArgumentArity.ZeroOrMore }.NoOptions();

    /// <summary>The files named; standard input for lines when none is.</summary>
    public static IReadOnlyList<string> Named(string[] files, ClaimForm form) => files.Length > 0 ? files
        : form == ClaimForm.JsonLines ? ["-"]
        : throw new UserException(ExitCode.Usage, "Nothing to read: give FILE, or - for standard input. ('--help' shows the usage)");

    /// <summary>Reads them as they are asked for.</summary>
    public static async IAsyncEnumerable<ReadClaim> ReadAsync(Shell shell, IReadOnlyList<string> files, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var file in files)
        {
            using var stream = Open(shell, file);
            await foreach (var claim in ClaimFiles.ReadAsync(stream, file == "-" ? "stdin" : file, cancellation: cancel)) yield return claim;
        }
    }

    private static Stream Open(Shell shell, string file)
    {
        // The process reads bytes; a test has text.
        if (file == "-") return shell.In is StreamReader process ? process.BaseStream : new MemoryStream(Encoding.UTF8.GetBytes(shell.In.ReadToEnd()));
        try
        {
            return new FileStream(shell.Full(file), new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new UserException(ExitCode.Usage, $"{Requested.Cut(file)} cannot be read: {(e is UnauthorizedAccessException ? "no permission, or a folder" : "there is no such file")}.");
        }
    }
}
