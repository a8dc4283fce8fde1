using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace CodingAhead.Cli;

/// <summary><c>codingahead serve</c>: starts the web site, which is a program of its own.</summary>
internal static class ServeCommand
{
    private const string Assembly = "CodingAhead.Site.dll";

    public static Command Make(Shell shell)
    {
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1 (default: 5080).", HelpName = "N", DefaultValueFactory = static _ => 5080 };
        var book = Options.Book();
        var command = new Command("serve", "Start the web site.") { port, book };
        command.SetAction(async (parsed, cancel) =>
        {
            var site = Candidates(shell).FirstOrDefault(File.Exists)
                ?? throw new UserException(ExitCode.NoData, $"The site is not built: ./run.sh builds and starts it, or 'dotnet build -c Release src/Site' makes {Assembly}.");
            var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, WorkingDirectory = Path.GetDirectoryName(site)! };
            start.ArgumentList.Add(site);
            start.ArgumentList.Add("--urls");
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{parsed.GetValue(port)}"));
            start.Environment["CODINGAHEAD_BOOK"] = BookFile.PathOf(shell, parsed.GetValue(book));
            try
            {
                using var process = Process.Start(start)!;
                await process.WaitForExitAsync(cancel);
                return process.ExitCode;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                throw new UserException(ExitCode.NoData, "The .NET 10 runtime is needed to serve the site, and 'dotnet' is not on the PATH.");
            }
        });
        return command;
    }

    private static IEnumerable<string> Candidates(Shell shell)
    {
        yield return Path.Combine(AppContext.BaseDirectory, "site", Assembly);
        yield return Path.Combine(AppContext.BaseDirectory, Assembly);
        if (shell.Repository is not { } root) yield break;
        yield return Path.Combine(root, ".cache", "site", Assembly);
        foreach (var configuration in (string[])["Release", "Debug"]) yield return Path.Combine(root, "src", "Site", "bin", configuration, "net10.0", Assembly);
    }
}
