using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>"Acute on chronic renal failure" is two conditions, each with its code (Official Guidelines I.B.8): the words between belong to both, and no name has them together.</summary>
internal static class AcuteOnChronic
{
    public static readonly Rule Rule = new("acute-on-chronic", "Guidelines I.B.8", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Has("N18", "N19") || note.Has("N17")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("N18") || m.Entry.Under("N19")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            for (var i = Math.Max(sentence.From, m.From - 4); i + 3 < sentence.To && i < m.To; i++)
            {
                if (note.Word(i) != "acute" || note.Word(i + 1) != "on" || note.Word(i + 2) != "chronic" || note.Word(i + 3) is not ("renal" or "kidney")) continue;
                var failed = note.FindWord(sentence with { From = i + 4, To = Math.Min(sentence.To, i + 6) }, "failure", "injury");
                if (failed < 0 || Told.Denied(note, m.Sentence, i)) continue;
                note.Add("N179", m.Sentence, i, failed + 1, m.Assertion, Rule.Id, Rule.Source);
                return;
            }
        }
    }
}
