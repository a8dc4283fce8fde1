namespace CodingAhead.Cli;

/// <summary>What the program's exit code says to a script.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, with errors in the input or a failed verdict.</summary>
    public const int Errors = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 2;

    /// <summary>No book, or no edition for the date.</summary>
    public const int NoData = 3;
}

/// <summary>Something the user has to know or change, in one line.</summary>
public sealed class UserException(int exitCode, string message) : Exception(message)
{
    /// <summary>One of <see cref="Cli.ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
