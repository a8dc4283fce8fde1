using System.Text;

namespace CodingAhead.Cli;

/// <summary>What a command meets of the world: its streams, the clock, the environment. A test passes its own.</summary>
public sealed record Shell
{
    /// <summary>Standard input.</summary>
    public required TextReader In { get; init; }

    /// <summary>Standard output: results only.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error: notes, progress and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Today's date.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Environment variables; null when not set or empty.</summary>
    public Func<string, string?> Variable { get; init; } = static _ => null;

    /// <summary>The current directory.</summary>
    public string Directory { get; init; } = Environment.CurrentDirectory;

    /// <summary>The checkout the program belongs to; null when it is installed elsewhere.</summary>
    public string? Repository { get; init; }

    /// <summary>A person reads standard output: colours and tables are welcome.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>A person reads standard error: progress may move.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>A person can be asked.</summary>
    public bool CanAsk { get; init; }

    /// <summary>The day of service when none is given.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    /// <summary>The streams and environment of this process.</summary>
    public static Shell OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Shell
        {
            In = new StreamReader(Console.OpenStandardInput(), utf8),
            Out = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 14) { AutoFlush = true },
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            Variable = static name => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null,
            Repository = Checkout(AppContext.BaseDirectory) ?? Checkout(Environment.CurrentDirectory),
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            CanAsk = !Console.IsInputRedirected && !Console.IsErrorRedirected,
        };
    }

    /// <summary>A path as the user means it: relative to the current directory.</summary>
    public string Full(string path) => Path.GetFullPath(path, Directory);

    private static string? Checkout(string from)
    {
        for (var d = new DirectoryInfo(from); d is not null; d = d.Parent)
        {
            if (File.Exists(Path.Combine(d.FullName, "CodingAhead.slnx"))) return d.FullName;
        }

        return null;
    }
}
