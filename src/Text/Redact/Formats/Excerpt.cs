using System.Text;

namespace CodingAhead.Text.Redact.Formats;

/// <summary>
/// A text that stands in a source in another spelling (escaped, quoted) or in several places (between tags), and knows for each of its characters where it came
/// from. Offsets are UTF-16 units.
/// </summary>
internal sealed class Excerpt
{
    private readonly record struct Run(int At, int Length, int Start, int End);

    private readonly StringBuilder text = new();
    private readonly List<Run> runs = [];

    /// <summary>The text as a reader sees it.</summary>
    public string Text => text.ToString();

    public int Length => text.Length;

    /// <summary>A source's part that stands there as it is read.</summary>
    public static Excerpt Of(string source, int start, int end)
    {
        var excerpt = new Excerpt();
        excerpt.Add(source, start, end);
        return excerpt;
    }

    public void Add(string source, int start, int end)
    {
        if (end <= start) return;
        runs.Add(new Run(text.Length, end - start, start, end));
        text.Append(source, start, end - start);
    }

    /// <summary>A spelling that is read as something else: <c>&amp;amp;</c>, <c>\u00e9</c>, <c>""</c>.</summary>
    public void AddEscape(int start, int end, ReadOnlySpan<char> read)
    {
        if (read.Length == 0) return;
        runs.Add(new Run(text.Length, read.Length, start, end));
        text.Append(read);
    }

    /// <summary>What parts two places for a reader but is not in the source, such as the end of a paragraph.</summary>
    public void Break(char with = '\n')
    {
        if (text.Length > 0 && text[^1] != with) text.Append(with);
    }

    /// <summary>What parts two cells of a table for a reader.</summary>
    public void BreakCell()
    {
        if (text.Length > 0 && text[^1] != '\n') text.Append(" | ");
    }

    /// <summary>The places in the source of a part of the text, in order; what is escaped is taken whole.</summary>
    public List<(int Start, int End)> Places(int from, int to)
    {
        var places = new List<(int Start, int End)>();
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].At + runs[middle].Length <= from) low = middle + 1;
            else high = middle;
        }

        for (; low < runs.Count && runs[low].At < to; low++)
        {
            var run = runs[low];
            var verbatim = run.Length == run.End - run.Start;
            var start = verbatim ? run.Start + Math.Max(0, from - run.At) : run.Start;
            var end = verbatim ? run.Start + Math.Min(run.Length, to - run.At) : run.End;
            if (places.Count > 0 && places[^1].End == start) places[^1] = (places[^1].Start, end);
            else places.Add((start, end));
        }

        return places;
    }
}
