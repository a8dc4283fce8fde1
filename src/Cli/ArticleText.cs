using System.Globalization;
using CodingAhead.Codes.Page;

namespace CodingAhead.Cli;

/// <summary>An article on a terminal: its Markdown as it is written, wrapped; a list's further lines stand under its text.</summary>
internal static class ArticleText
{
    private const int Width = 110;

    public static void Write(Shell shell, Article article, Action<Shell, string> heading)
    {
        shell.Out.WriteLine();
        heading(shell, $"Article: {article.Title}");
        foreach (var line in Lines(article.Summary)) shell.Out.WriteLine($"  {line}");
        foreach (var part in article.Sections)
        {
            shell.Out.WriteLine();
            shell.Out.WriteLine($"  ## {part.Heading}");
            foreach (var line in Lines(part.Text)) shell.Out.WriteLine($"  {line}");
        }

        shell.Out.WriteLine();
        shell.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {article.Author}, written {article.Written:yyyy-MM-dd}, reviewed {article.Reviewed:yyyy-MM-dd}. Rests on:"));
        foreach (var line in article.Sources.SelectMany(s => Lines($"- {s}"))) shell.Out.WriteLine($"  {line}");
    }

    // A line of Markdown continues the one before unless that ended a paragraph or it begins an item.
    internal static IEnumerable<string> Lines(string markdown)
    {
        var paragraph = "";
        foreach (var line in markdown.Split('\n'))
        {
            var starts = line.Length == 0 || Indent(line) > 0;
            if (starts && paragraph.Length > 0)
            {
                foreach (var wrapped in Wrap(paragraph)) yield return wrapped;
                paragraph = "";
            }

            if (line.Length == 0) yield return "";
            else paragraph = paragraph.Length == 0 ? line : $"{paragraph} {line.Trim()}";
        }

        foreach (var wrapped in Wrap(paragraph)) yield return wrapped;
    }

    private static IEnumerable<string> Wrap(string text)
    {
        var indent = Indent(text);
        while (text.Length > Width)
        {
            var at = text.LastIndexOf(' ', Width);
            if (at <= indent) break;
            yield return text[..at];
            text = new string(' ', indent) + text[(at + 1)..];
        }

        yield return text;
    }

    // Width of "- " or "12. " at the beginning; 0 where there is none.
    private static int Indent(string line)
    {
        if (line.StartsWith("- ", StringComparison.Ordinal)) return 2;
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && line.AsSpan(digits).StartsWith(". ") ? digits + 2 : 0;
    }
}
