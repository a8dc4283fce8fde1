using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Follows the numbering of the guidelines: Section I, A., 1., a., 1), (a), (i). A line opens a paragraph when its mark is the next one
/// due at some level: the first below the paragraph that is open, or the one after an open one. Numbered lists inside a paragraph are
/// never the next one due, so they stay text. "9. Chapter 9: …" is due wherever it stands in Section I.C, so that whatever is amiss in one chapter
/// ends with it.
/// </summary>
internal sealed partial class GuidelineOutline
{
    private const int Levels = 7;

    private readonly int[] open = new int[Levels];
    private readonly int[] indents = new int[Levels];
    private int depth = -1;

    /// <summary>The open paragraph's number, as in <c>I.C.9.a.1</c>; empty before Section I.</summary>
    public string Number => string.Join('.', Enumerable.Range(0, depth + 1).Select(l => Mark(l, open[l])));

    /// <summary>Whether the line opens a paragraph; then it is open and <paramref name="title"/> is the rest of the line.</summary>
    public bool Opens(GuidelineLine line, out string title)
    {
        title = "";
        var best = -1;
        for (var level = 0; level < Levels; level++)
        {
            if (Match(level, line.Text) is not { } found || !(Due(level, found.Ordinal) || (level == 2 && IsChapter(line)))) continue;
            // "(i)" may follow (h) or begin below it: the margin decides.
            if (best < 0 || line.Indent > indents[best] + 2) { best = level; title = found.Title; }
        }

        if (best < 0) return false;
        open[best] = Match(best, line.Text)!.Value.Ordinal;
        indents[best] = line.Indent;
        depth = best;
        return true;
    }

    /// <summary>Whether the line is the heading of a chapter in Section I.C, which needs no blank line before it.</summary>
    public bool IsChapter(GuidelineLine line) => depth >= 1 && open[0] == 1 && open[1] == 3 && ChapterHeading().IsMatch(line.Text);

    private bool Due(int level, int ordinal) =>
        level <= depth ? ordinal == open[level] + 1 : level == depth + 1 && ordinal == 1;

    private static (int Ordinal, string Title)? Match(int level, string text)
    {
        var match = level switch
        {
            0 => Section().Match(text),
            1 => Capital().Match(text),
            2 => Arabic().Match(text),
            3 => Small().Match(text),
            4 => ArabicBracket().Match(text),
            5 => SmallBrackets().Match(text),
            _ => RomanBrackets().Match(text),
        };
        if (!match.Success) return null;
        var mark = match.Groups[1].Value;
        var ordinal = level switch
        {
            0 or 6 => Guidelines.Roman(mark),
            2 or 4 => int.Parse(mark, NumberStyles.None, CultureInfo.InvariantCulture),
            _ => char.ToUpperInvariant(mark[0]) - 'A' + 1,
        };
        return (ordinal, match.Groups[2].Value);
    }

    private static string Mark(int level, int ordinal) => level switch
    {
        0 => Guidelines.Roman(ordinal),
        1 => ((char)('A' + ordinal - 1)).ToString(),
        3 or 5 => ((char)('a' + ordinal - 1)).ToString(),
        6 => Guidelines.Roman(ordinal).ToLowerInvariant(),
        _ => ordinal.ToString(CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"\A([0-9]{1,2})\. Chapter \1: ", RegexOptions.CultureInvariant)]
    private static partial Regex ChapterHeading();

    // No title begins with a small letter, save a quoted one.
    [GeneratedRegex(@"\ASection ([IVX]{1,4})\. ?([^a-z].*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex(@"\A([A-Z])\. ([^a-z].*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();

    [GeneratedRegex(@"\A([0-9]{1,2})\. ([^a-z].*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Arabic();

    [GeneratedRegex(@"\A([a-z])\. ([^a-z].*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Small();

    [GeneratedRegex(@"\A([0-9]{1,2})\) ?([^a-z ,.;:)].*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ArabicBracket();

    [GeneratedRegex(@"\A\(([a-z])\) ?([^a-z ,.;:)].*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex SmallBrackets();

    [GeneratedRegex(@"\A\(([ivx]{1,5})\) ?([^a-z ,.;:)].*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex RomanBrackets();
}
