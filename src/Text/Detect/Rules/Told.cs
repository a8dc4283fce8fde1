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

    /// <summary>The first of these words in a mention's sentence that is not another diagnosis's own, within so many words of it; -1 when there is none.</summary>
    public static int Own(NoteCase note, Mention m, int reach, params ReadOnlySpan<string> words)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        for (var i = Math.Max(sentence.From, m.From - reach); i < Math.Min(sentence.To, m.To + reach); i++)
        {
            foreach (var w in words) if (note.Word(i) == w && !OfAnother(note, m, i)) return i;
        }

        return -1;
    }

    /// <summary>
    /// Whether a word on the other side of a comma or an "and" goes with another diagnosis: it stands in its name or right beside it, and is not all of it. "Acute pancreatitis, hepatitis C"
    /// has no acute hepatitis, "dementia, mild asthma" no mild dementia; but "cystitis, hematuria" is a cystitis with hematuria.
    /// </summary>
    public static bool OfAnother(NoteCase note, Mention m, int from, int to = -1)
    {
        if (to < 0) to = from + 1;
        if (from < m.To && to > m.From) return false;
        var (low, high) = from < m.From ? (to, m.From) : (m.To, from);
        var parted = false;
        for (var w = low; w <= high && !parted; w++) parted = note.Note.Words[w].Has(Mark.Comma | Mark.Semicolon) || w > 0 && note.Note.Words[w].SlashedFrom(note.Note.Words[w - 1]) || w < high && note.Word(w) is "and" or "&" or "plus";
        if (!parted) return false;
        foreach (var o in note.Touching(from, to))
        {
            // "Major depression, severe with psychotic features" is all one.
            if (o.Entry.Code[0] == 'F' && m.Entry.Under("F3") && o.Entry.Code[1] is '2' or '3' or '4') continue;
            if (o == m || o.From < m.To && o.To > m.From || o.From == from && o.To == to) continue;
            if (o.From < to && o.To > from || o.From == to && !note.Note.Words[to].Has(Mark.Comma | Mark.Semicolon) || o.To == from && !note.Note.Words[from].Has(Mark.Comma | Mark.Semicolon)) return true;
        }

        // "Opioid use disorder, severe, glaucoma": a word alone between two commas goes with what is before it.
        var words = note.Note.Words;
        return m.To != from && words[from].Has(Mark.Comma) && (to >= words.Count || words[to].Has(Mark.Comma | Mark.Stop | Mark.Begin)) && note.Touching(from - 1, from).Any(o => o != m && o.To == from);
    }

    private static bool Is(NoteCase note, int sentence, int at, ReadOnlySpan<string> words)
    {
        foreach (var w in words) if (note.Word(at) == w) return !Denied(note, sentence, at);
        return false;
    }
}
