using Spectre.Console;

namespace CodingAhead.Cli;

/// <summary>Rows for a person as a table, for a pipe as tab-separated lines.</summary>
internal static class Tables
{
    /// <summary>Writes a table. In a pipe the header line can be left out, for lists that other programs read line by line.</summary>
    public static void Write(Shell shell, string[] headers, IEnumerable<string[]> rows, bool headerInPipe = true)
    {
        if (!shell.OutIsTerminal)
        {
            if (headerInPipe) shell.Out.WriteLine(string.Join('\t', headers));
            foreach (var row in rows) shell.Out.WriteLine(string.Join('\t', row.Select(c => c.Replace('\t', ' '))));
            return;
        }

        var table = new Table().Border(TableBorder.Minimal);
        foreach (var header in headers) table.AddColumn(new TableColumn(new Text(header, new Style(decoration: Decoration.Bold))));
        foreach (var row in rows) table.AddRow(row.Select(c => new Text(c)));
        Console(shell).Write(table);
    }

    /// <summary>A console that draws on standard output.</summary>
    public static IAnsiConsole Console(Shell shell) => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(shell.Out) });

    /// <summary>A console that draws on standard error.</summary>
    public static IAnsiConsole ErrorConsole(Shell shell) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(shell.Error),
        Interactive = shell.ErrorIsTerminal ? InteractionSupport.Yes : InteractionSupport.No,
    });
}
