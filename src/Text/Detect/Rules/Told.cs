using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>Whether words stand beside a mention and are affirmed: what the rules of site and kind ask.</summary>
internal static class Told
{
    /// <summary>The place of the nearest of these words within so many words of a mention, not over a semicolon and not denied; -1 when there is none.</summary>
    public static int Beside(NoteCase note, Mention m, int reach, params ReadOnlySpan<string> words)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        for (var i = m.From; i < m.To; i++) if (Is(note, m.Sentence, i, words)) return i;
        var (before, after) = (true, true);
        for (var d = 1; d <= reach && (before || after); d++)
        {
            var (b, a) = (m.From - d, m.To + d - 1);
            before &= b >= sentence.From && !note.Note.Words[b + 1].Has(Mark.Semicolon);
            after &= a < sentence.To && !note.Note.Words[a].Has(Mark.Semicolon);
            if (before && Is(note, m.Sentence, b, words)) return b;
            if (after && Is(note, m.Sentence, a, words)) return a;
        }

        return -1;
    }

    /// <summary>Whether one of these words is affirmed beside it.</summary>
    public static bool Says(NoteCase note, Mention m, int reach, params ReadOnlySpan<string> words) => Beside(note, m, reach, words) >= 0;

    /// <summary>Whether a word is denied, by a cue before it or by "without" and its short forms right there.</summary>
    public static bool Denied(NoteCase note, int sentence, int at) =>
        note.ScopesOf[sentence].Exists(x => x.Kind is Assertion.Negated or Assertion.Hypothetical or Assertion.Family && x.From <= at && x.To > at);

    private static bool Is(NoteCase note, int sentence, int at, ReadOnlySpan<string> words)
    {
        foreach (var w in words) if (note.Word(at) == w) return !Denied(note, sentence, at);
        return false;
    }
}
