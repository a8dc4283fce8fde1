using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Chronic obstructive disease with an acute infection of the lower airways is J44.0 with the infection beside it, and J44.1 too where the note says that the disease is worse
/// (Official Guidelines I.C.10.a; notes at J44.0 and J44.1).
/// </summary>
internal static class Respiratory
{
    public static readonly Rule Rule = new("copd-infection", "Guidelines I.C.10.a", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("J44")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var at = note.FindWord(sentence, "bronchitis");
            if (at <= sentence.From || note.Word(at - 1) != "acute" || note.ScopeAt(m.Sentence, Assertion.Negated, at - 1, at + 1) is not null || note.Has("J20")) continue;
            note.Add("J209", m.Sentence, at - 1, at + 1, m.Assertion, Rule.Id, Rule.Source);
        }
    }
}
