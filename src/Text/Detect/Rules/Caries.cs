using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>Dental caries by its surface and by how deep it goes, where the note tells both: K02.5 of pit and fissure, K02.6 of smooth surfaces (Official Guidelines I.B.2).</summary>
internal static class Caries
{
    public static readonly Rule Rule = new("caries", "Guidelines I.B.2", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Has("K029", "K025", "K026") ? note.Live.Where(m => m.Entry.Under("K02")).ToList() : [])
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var pit = note.FindWord(sentence, "pit", "pits", "fissure", "fissures", "occlusal") >= 0;
            var smooth = note.FindWord(sentence, "smooth", "interproximal", "proximal", "approximal") >= 0;
            var depth = Says(note, m, "pulp", "pulpal") && note.FindWord(sentence, "into", "penetrating", "involving", "exposure", "exposed", "exposing") >= 0 && !Says(note, m, "dentin", "dentine") ? '3' : Says(note, m, "dentin", "dentine", "dentinal") ? '2' : Says(note, m, "enamel") ? '1' : '9';
            if (pit == smooth || note.Codes.Find((pit ? "K025" : "K026") + depth) is not { Billable: true } entry || m.Entry.Code.Length > 4 && depth == '9') continue;
            m.Recode(entry, Rule.Id, Rule.Source);
        }
    }

    private static bool Says(NoteCase note, Mention m, params ReadOnlySpan<string> words) => note.FindWord(note.Note.Sentences[m.Sentence], words) is >= 0 and var at && note.ScopeAt(m.Sentence, Assertion.Negated, at, at + 1) is null;
}
