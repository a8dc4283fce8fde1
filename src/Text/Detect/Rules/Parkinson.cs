namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Parkinson's disease is coded by its dyskinesia and its fluctuations (Tabular List, G20): denied or not mentioned they are G20.A1, told they are the second letter or the
/// second number.
/// </summary>
internal static class Parkinson
{
    public static readonly Rule Rule = new("parkinson", "Tabular List, G20", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("G20A") || m.Entry.Under("G20B")).ToList())
        {
            var fluctuating = Says(note, m, "fluctuations", "fluctuation", "fluctuating", "off");
            var moving = Says(note, m, "dyskinesia", "dyskinesias");
            // What the sentence does not speak of stays as the name says it.
            if (fluctuating is null && moving is null) continue;
            if (note.Codes.Find($"G20{(moving == true ? 'B' : 'A')}{(fluctuating == true ? '2' : '1')}") is { } entry) m.Recode(entry, Rule.Id, Rule.Source);
        }
    }

    private static bool? Says(NoteCase note, Mention m, params ReadOnlySpan<string> words)
    {
        var at = note.FindWord(note.Note.Sentences[m.Sentence], words);
        if (at < 0) return null;
        return !note.ScopesOf[m.Sentence].Exists(x => x.Kind == Language.Assertion.Negated && x.From <= at && x.To > at) && !(at > 0 && note.Word(at - 1) is "no" or "without");
    }
}
