using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The seventh character of an open fracture, by the Gustilo type where the bone has one: A, D, G, K and P are said of closed ones (Official Guidelines I.C.19.c; the lists of
/// seventh characters of the Tabular List, whose labels are read here). A fracture not said to be open is closed.
/// </summary>
internal static class OpenFractures
{
    /// <summary>The character in place of that of a closed fracture; the same when the note does not call it open.</summary>
    public static char Of(NoteCase note, Mention m, char closed)
    {
        if (closed is not ('A' or 'D' or 'G' or 'K' or 'P') || !IsOpen(note, m, out var severe)) return closed;
        var episode = closed switch { 'A' => "initial encounter", 'D' => "routine healing", 'G' => "delayed healing", 'K' => "nonunion", _ => "malunion" };
        var labels = note.Codes.SeventhOf(m.Entry).Where(l => l.Label.Contains("open fracture", StringComparison.OrdinalIgnoreCase) && l.Label.Contains(episode, StringComparison.OrdinalIgnoreCase)).ToList();
        if (labels.Count == 0) return closed;
        return labels.Find(l => severe == l.Label.Contains("III", StringComparison.Ordinal)).Character is not '\0' and var fits ? fits : labels[0].Character;
    }

    private static bool IsOpen(NoteCase note, Mention m, out bool severe)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        var open = false;
        severe = false;
        for (var i = Math.Max(sentence.From, m.From - 8); i < Math.Min(sentence.To, m.To + 8); i++)
        {
            if (Told.OfAnother(note, m, i)) continue;
            var next = i + 1 < sentence.To ? note.Word(i + 1) : "";
            switch (note.Word(i))
            {
                // An open operation, an open growth plate.
                case "open" when next is "reduction" or "treatment" or "physis" or "physes" or "repair" or "growth" or "book" or "wound" or "surgical" or "biopsy": continue;
                case "open" or "gustilo": open |= !Told.Denied(note, m.Sentence, i); continue;
                case "compound": open |= next is "fracture" or "fractures" or "fx" or "comminuted" or "displaced"; continue;
                case "iii" or "iiia" or "iiib" or "iiic" or "3a" or "3b" or "3c": severe |= i > sentence.From && note.Word(i - 1) is "type" or "grade" or "gustilo" or "anderson" or "class"; continue;
                case "3": severe |= i > sentence.From && note.Word(i - 1) is "gustilo" or "anderson" || i > sentence.From + 1 && note.Word(i - 1) is "type" or "grade" && note.FindWord(sentence, "gustilo", "open") >= 0; continue;
            }
        }

        return open;
    }
}
