using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Blood under the dura after a fall or a blow is an injury; without one it is a bleeding of its own (Alphabetic Index: Hematoma, subdural (traumatic), see Hemorrhage, intracranial;
/// Hemorrhage, subdural (nontraumatic)).
/// </summary>
internal static class SubduralBleeds
{
    public static readonly Rule Rule = new("subdural", "Alphabetic Index: Hematoma, subdural", Apply);

    private static readonly string[] Blows = ["fall", "fell", "falling", "trauma", "traumatic", "mvc", "mva", "collision", "struck", "assault", "assaulted", "accident", "crash", "blow"];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Has("I620") ? note.Live.Where(m => m.Entry.Under("I620")).ToList() : [])
        {
            for (var s = Math.Max(0, m.Sentence - 1); s <= m.Sentence; s++)
            {
                var sentence = note.Note.Sentences[s];
                var at = note.FindWord(sentence, Blows);
                if (at < 0 || Told.Denied(note, s, at) || note.FindWord(sentence, "nontraumatic", "spontaneous", "atraumatic", "precautions", "risk") >= 0) continue;
                var awake = note.FindWord(note.Note.Sentences[m.Sentence], "loc", "consciousness") is >= 0 and var loss && Told.Denied(note, m.Sentence, loss);
                if (note.Codes.Find(awake ? "S065X0A" : "S065XAA") is not { } entry) break;
                m.Recode(entry, Rule.Id, Rule.Source);
                m.Also.Add((at, at + 1));
                break;
            }
        }
    }
}
