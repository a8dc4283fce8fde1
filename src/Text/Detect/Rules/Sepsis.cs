using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Severe sepsis has the underlying infection first, or A41.9 when the organism is unknown, then R65.2-, then the organ failure (Official Guidelines I.C.1.d.1.b); sepsis with
/// an acute organ dysfunction is severe. COVID-19 pneumonia is two codes (I.C.1.g.1.c).
/// </summary>
internal static class Sepsis
{
    public static readonly Rule Rule = new("sepsis", "Guidelines I.C.1.d.1.b", Apply);

    private static void Apply(NoteCase note)
    {
        if (note.First("R652") is { } severe)
        {
            severe.Kept = true;
            if (!note.Has("A40", "A41", "A327", "A427", "B377", "A021", "A227", "A267", "A282", "A5486", "B007", "O85", "P36")) note.Add("A419", severe.Sentence, severe.From, severe.To, severe.Assertion, Rule.Id, Rule.Source);
        }

        if (note.First("J1282") is { } pneumonia && !note.Has("U071")) note.Add("U071", pneumonia.Sentence, pneumonia.From, pneumonia.To, pneumonia.Assertion, "covid-19", "Guidelines I.C.1.g.1.c");
        foreach (var m in note.Live.ToList())
        {
            // One pack per day is cigarettes (Alphabetic Index: Dependence, drug, nicotine).
            if (!m.Entry.Under("F17200")) continue;
            var sentence = note.Note.Sentences[m.Sentence];
            if (note.FindWord(sentence, "pack", "packs", "ppd", "cigarette", "cigarettes") >= 0 && note.Codes.Find("F17210") is { } cigarettes) m.Recode(cigarettes, "cigarettes", "Alphabetic Index");
        }
    }
}
