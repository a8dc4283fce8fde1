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
        foreach (var header in headers) table.AddColumn(new TableColumn(new Spectre.Console.Text(header, new Style(decoration: Decoration.Bold))));
        foreach (var row in rows) table.AddRow(row.Select(c => new Spectre.Console.Text(c)));
        Console(shell).Write(table);
    }

    /// <summary>Writes rows as lines whose columns stand below each other, two blanks in; a row's last cell, or a cell too wide for a column, takes what it needs.</summary>
    public static void WriteAligned(Shell shell, IEnumerable<string[]> rows, int widest = 28)
    {
        var list = rows.ToList();
        var widths = new List<int>();
        foreach (var row in list)
        {
            for (var c = 0; c < row.Length - 1; c++)
            {
                if (widths.Count == c) widths.Add(0);
                if (row[c].Length <= widest) widths[c] = Math.Max(widths[c], row[c].Length);
            }
        }

        foreach (var row in list)
        {
            shell.Out.WriteLine($"  {string.Concat(row.Select((cell, c) => c == row.Length - 1 ? cell : cell.PadRight(widths[c]) + "  "))}".TrimEnd());
        }
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
