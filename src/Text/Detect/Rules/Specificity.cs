using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A code is used to the highest number of characters that the note supports; where the note is silent, the unspecified code is right and the physician is asked (Official
/// Guidelines I.B.2, I.B.13 laterality, I.B.18 unspecified codes).
/// </summary>
internal static class Specificity
{
    public static readonly Rule Rule = new("specificity", "Guidelines I.B.2", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.ToList())
        {
            if (!m.Entry.Billable && Default(note.Codes, m.Entry) is { } entry) m.Entry = entry;
        }
    }

    /// <summary>The code under a heading that silence means: on each level the unspecified entry; null when none is.</summary>
    public static CodeEntry? Default(CodeTable codes, CodeEntry heading)
    {
        var at = heading;
        for (var level = 0; level < 5 && !at.Billable; level++)
        {
            CodeEntry? best = null;
            var bestScore = int.MinValue;
            foreach (var child in codes.Children(at))
            {
                var score = Silence(child.Title, at.Title);
                if (score > bestScore) (best, bestScore) = (child, score);
            }

            if (best is null || bestScore <= 0) return null;
            at = best;
        }

        return at.Billable ? at : null;
    }

    // How well an entry stands for silence: "unspecified" in what it adds to the heading, or "without complication", or "initial encounter".
    private static int Silence(string title, string heading)
    {
        var said = heading.Contains("unspecified", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        var count = 0;
        for (var i = title.IndexOf("unspecified", StringComparison.OrdinalIgnoreCase); i >= 0; i = title.IndexOf("unspecified", i + 5, StringComparison.OrdinalIgnoreCase)) count++;
        var score = (count - said) * 10;
        if (title.Contains("without ", StringComparison.OrdinalIgnoreCase) && !heading.Contains("without ", StringComparison.OrdinalIgnoreCase)) score += 4;
        if (title.EndsWith("NOS", StringComparison.Ordinal)) score += 10;
        if (title.Contains("initial encounter", StringComparison.OrdinalIgnoreCase)) score += title.Contains("closed", StringComparison.OrdinalIgnoreCase) || !title.Contains("open", StringComparison.OrdinalIgnoreCase) ? 8 : 2;
        if (title.StartsWith("Other", StringComparison.Ordinal)) score -= 5;
        return score;
    }
}
