namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// What was impending or threatened and did not come is coded by the index entry that says so ("threatened abortion"), else not at all: the condition that existed is
/// (Official Guidelines I.B.11).
/// </summary>
internal static class Threatened
{
    public static readonly Rule Rule = new("threatened", "Guidelines I.B.11", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            if (m.From > sentence.From && note.Word(m.From - 1) is "impending" or "threatened" or "averted") m.Reject(RejectReasons.Uncertain, Rule.Source);
        }
    }
}
