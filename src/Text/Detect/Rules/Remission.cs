using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A leukemia or myeloma "not in remission" has not achieved remission, though the words of the other code stand there (Tabular List, C90 to C95; Official Guidelines I.C.2.n).
/// </summary>
internal static class Remission
{
    public static readonly Rule Rule = new("remission", "Guidelines I.C.2.n", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("remission")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("C9") && m.Entry.Code.Length == 5 && m.Entry.Title.EndsWith("in remission", StringComparison.Ordinal)).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var at = note.FindWord(sentence, "remission");
            if (at < 0 || !Denied(note, sentence, at) || note.Codes.Find(m.Entry.Code[..4] + "0") is not { Billable: true } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
        }
    }

    private static bool Denied(NoteCase note, Sentence sentence, int at)
    {
        for (var i = Math.Max(sentence.From, at - 4); i < at; i++) if (note.Word(i) is "not" or "without" or "never" or "no") return true;
        return false;
    }
}
