namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A lymphoid or myeloid leukemia is acute or chronic by the word before it: where the remission told behind it led to the unspecified code, the course still counts (Alphabetic
/// Index: Leukemia, lymphoid and myeloid).
/// </summary>
internal static class Leukemias
{
    public static readonly Rule Rule = new("leukemia-course", "Alphabetic Index: Leukemia", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Has("C919", "C929") ? note.Live.Where(m => m.Entry.Code.Length == 5 && (m.Entry.Under("C919") || m.Entry.Under("C929"))).ToList() : [])
        {
            var course = '\0';
            for (var i = Math.Max(note.Note.Sentences[m.Sentence].From, m.From - 2); i < m.To && course == '\0'; i++) course = note.Word(i) switch { "acute" => '0', "chronic" or "chr" => '1', _ => '\0' };
            if (course != '\0' && note.Codes.Find($"{m.Entry.Code[..3]}{course}{m.Entry.Code[4]}") is { Billable: true } entry) m.Recode(entry, Rule.Id, Rule.Source);
        }
    }
}
