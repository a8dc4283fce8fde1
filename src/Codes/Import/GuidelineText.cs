using System.Text;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>A paragraph of the guidelines as parsed.</summary>
/// <param name="Number"><c>I.C.9.a.1</c>.</param>
/// <param name="Title">Its heading without the mark.</param>
/// <param name="Text">Its own text, without that of the paragraphs below it; line ends between its parts.</param>
/// <param name="Line">Line of the heading.</param>
internal sealed record ParsedParagraph(string Number, string Title, string Text, int Line);

/// <summary>
/// Parses the body of the guidelines, from Section I up to Appendix I. The table of contents serves to tell where a heading of two
/// lines ends; what it lacks (deeper levels, headings added late) is told by the wording.
/// </summary>
internal static partial class GuidelineText
{
    private const int LongestHeading = 4;

    public static List<ParsedParagraph> Parse(IReadOnlyList<GuidelineLine> lines)
    {
        var begin = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (FirstSection().IsMatch(lines[i].Text)) begin = i;
        }

        var paragraphs = new List<ParsedParagraph>();
        if (begin < 0) return paragraphs;
        var contents = Contents(lines.Take(begin));
        var outline = new GuidelineOutline();
        var body = new List<GuidelineLine>();
        var (title, line, afterHeading) = ("", 0, true);
        for (var i = begin; i < lines.Count; i++)
        {
            var here = lines[i];
            if (paragraphs.Count > 0 && Appendix().IsMatch(here.Text)) break;
            var number = outline.Number;
            if ((here.AfterBlank || afterHeading || outline.IsChapter(here)) && outline.Opens(here, out var opened))
            {
                if (number.Length > 0) paragraphs.Add(new ParsedParagraph(number, title, Join(body), line));
                body.Clear();
                var used = HeadingLines(lines, i, opened, contents);
                title = used == 1 ? opened : Join([here with { Text = opened }, .. lines.Skip(i + 1).Take(used - 1).Select(l => l with { AfterBlank = false, TopOfPage = false })]);
                (line, afterHeading) = (here.Number, true);
                i += used - 1;
                continue;
            }

            afterHeading = false;
            body.Add(here);
        }

        if (outline.Number.Length > 0) paragraphs.Add(new ParsedParagraph(outline.Number, title, Join(body), line));
        return paragraphs;
    }

    /// <summary>Joins lines to running text; a hyphen at a line's end is always a real one, as the publisher hyphenates no words.</summary>
    public static string Join(IReadOnlyList<GuidelineLine> lines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var next = lines[i].Text;
            var bullet = Bullets.Contains(next[0]);
            if (bullet) next = "• " + next[1..].TrimStart();
            if (text.Length == 0) text.Append(next);
            else if (bullet || NewParagraph(lines[i - 1], lines[i])) text.Append('\n').Append(next);
            else if (EndsInHyphen().IsMatch(text.ToString(Math.Max(0, text.Length - 12), Math.Min(12, text.Length))) && StartsWord().IsMatch(next)) text.Append(next);
            else text.Append(' ').Append(next);
        }

        return text.ToString();
    }

    private const string Bullets = "•\uF0A7\uF0B7▪";

    private static bool NewParagraph(GuidelineLine before, GuidelineLine here)
    {
        if (!before.Full && ListedCode().IsMatch(here.Text)) return true;
        if (!here.AfterBlank || char.IsAsciiLetterLower(here.Text[0])) return false;
        // A page may end within a sentence, or within a paragraph whose last line is full.
        return !here.TopOfPage || (".:;?!)”".Contains(before.Text[^1], StringComparison.Ordinal) && !before.Full);
    }

    private static int HeadingLines(IReadOnlyList<GuidelineLine> lines, int at, string opened, HashSet<string> contents)
    {
        var longest = 1;
        while (longest < LongestHeading && at + longest < lines.Count && !lines[at + longest].AfterBlank && !AnyMark().IsMatch(lines[at + longest].Text)) longest++;
        var joined = opened;
        if (contents.Contains(Letters(joined))) return 1;
        for (var n = 1; n < longest; n++)
        {
            joined += " " + lines[at + n].Text;
            if (contents.Contains(Letters(joined))) return n + 1;
        }

        var (used, title) = (1, opened);
        while (used < longest && GoesOn(title, lines[at + used].Text)) title += " " + lines[at + used++].Text;
        return used;
    }

    // A heading goes on in the next line when it cannot end where it does, or when the next line cannot begin a sentence.
    private static bool GoesOn(string title, string next)
    {
        if (char.IsAsciiLetterLower(next[0]) || Dangling().IsMatch(title) || title.Count(c => c == '(') > title.Count(c => c == ')')) return true;
        if (next[0] == '(' && next[^1] == ')') return true;
        return next.Length <= 24 && char.IsAsciiLetterUpper(next[0]) && !".:;".Contains(next[^1], StringComparison.Ordinal) && !next.StartsWith("See ", StringComparison.Ordinal);
    }

    // The titles of the table of contents: a line with a row of dots, and the lines before it that have none.
    private static HashSet<string> Contents(IEnumerable<GuidelineLine> lines)
    {
        var titles = new HashSet<string>(StringComparer.Ordinal);
        var pending = "";
        foreach (var line in lines)
        {
            var text = AnyMark().Replace(line.Text, "");
            if (text.Length < line.Text.Length) pending = "";
            var dots = Leader().Match(text);
            pending = pending.Length == 0 ? text[..(dots.Success ? dots.Index : text.Length)] : pending + " " + text[..(dots.Success ? dots.Index : text.Length)];
            if (!dots.Success) continue;
            titles.Add(Letters(pending));
            pending = "";
        }

        return titles;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"\ASection I\. ?Conventions", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FirstSection();

    [GeneratedRegex(@"\AAppendix I\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Appendix();

    [GeneratedRegex(@"(?:[,\-–/]| (?:a|an|the|and|or|of|to|for|with|in|by|as|other|versus|not|from|due|on))\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Dangling();

    [GeneratedRegex(@" ?\.{3,}[ .]*[0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Leader();

    [GeneratedRegex(@"\A(?:(?:Section [IVX]+\.|[A-Z]\.|[0-9]{1,2}\.|[a-z]\.) |(?:[0-9]{1,2}|\([a-z]{1,4})\) ?)", RegexOptions.CultureInvariant)]
    private static partial Regex AnyMark();

    // A letter or digit and a hyphen or slash; not a code that is printed with a dash for the characters it lacks (T86.-, E10.A-).
    [GeneratedRegex(@"(?<!\b[A-Z][0-9A][0-9AB]\.[0-9A-Z]{0,4})(?<=[0-9A-Za-z])[-/]\z", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInHyphen();

    // "U07.1 COVID-19": a line of a list of codes.
    [GeneratedRegex(@"\A[A-Z][0-9A][0-9AB](?:\.[0-9A-Z]{0,4})?-? [A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex ListedCode();

    [GeneratedRegex(@"\A[0-9A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex StartsWord();
}
