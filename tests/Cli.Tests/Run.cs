using CodingAhead.Codes.Build;

namespace CodingAhead.Cli.Tests;

/// <summary>A folder with the starter book, built once for all flow tests.</summary>
public sealed class StarterFolder : IDisposable
{
    public StarterFolder()
    {
        Book = System.IO.Path.Combine(Path, "starter.book");
        BookCompiler.Build(new BuildOptions { Output = Book }, TimeProvider.System);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("cli-").FullName;

    public string Book { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Runs a command line against the starter book, on 15 October 2025.</summary>
    public Task<Ran> RunAsync(string command, string input = "", params (string Name, string Value)[] variables) =>
        Ran.RunAsync(command.Split(' ', StringSplitOptions.RemoveEmptyEntries), input, Path, [("CODINGAHEAD_BOOK", Book), .. variables]);
}

/// <summary>What a command line did.</summary>
public sealed record Ran(int ExitCode, string Out, string Error)
{
    public static readonly DateTimeOffset Noon = new(2025, 10, 15, 12, 0, 0, TimeSpan.Zero);

    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static async Task<Ran> RunAsync(string[] args, string input, string directory, (string Name, string Value)[] variables)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var shell = new Shell
        {
            In = new StringReader(input),
            Out = output,
            Error = error,
            Clock = new FixedClock(Noon),
            Directory = directory,
            Variable = name => variables.LastOrDefault(v => v.Name == name).Value,
        };
        var exitCode = await App.RunAsync(args, shell, TestContext.Current.CancellationToken);
        return new Ran(exitCode, output.ToString(), error.ToString());
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
