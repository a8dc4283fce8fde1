using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// An injury of the brain is coded by how long consciousness was lost, where the note tells the time in minutes or hours (Tabular List, S06: the sixth character; Official
/// Guidelines I.B.2).
/// </summary>
internal static class Unconsciousness
{
    public static readonly Rule Rule = new("loss-of-consciousness", "Tabular List, S06", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Has("S06") || !note.Speaks("consciousness", "loc", "unconscious", "unresponsive", "blacked", "knocked")) return;
        var brain = note.Live.Where(m => m.Entry.Under("S06") && m.Entry.Code.Length == 7 && m.Entry.Code[5] is '0' or '1' or '9' or 'A' or 'X').ToList();
        for (var s = 0; s < note.Note.Sentences.Count && brain.Count > 0; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions) continue;
            var at = Lost(note, s, sentence);
            if (at < 0 || Minutes(note, sentence, at, out var place) is not { } minutes) continue;
            foreach (var m in brain)
            {
                var digit = minutes switch { <= 30 => '1', < 60 => '2', < 360 => '3', <= 1440 => '4', _ => '9' };
                if (note.Codes.Find(m.Entry.Code[..5] + digit + m.Entry.Code[6]) is not { Billable: true } entry) continue;
                m.Recode(entry, Rule.Id, Rule.Source);
                m.Also.Add((Math.Min(at, place), Math.Max(at, place) + 1));
            }

            return;
        }
    }

    // The word that says so, not denied.
    private static int Lost(NoteCase note, int s, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            var next = i + 1 < sentence.To ? note.Word(i + 1) : "";
            var lost = note.Word(i) switch
            {
                "loc" or "unconscious" or "unresponsive" => true,
                "consciousness" => note.FindWord(sentence, "loss", "lost") >= 0,
                "blacked" or "knocked" => next == "out",
                _ => false,
            };
            if (lost && !Told.Denied(note, s, i)) return i;
        }

        return -1;
    }

    // "About 5 minutes", "20-30 min", "2 h", "a few seconds", within a few words.
    private static double? Minutes(NoteCase note, Sentence sentence, int at, out int place)
    {
        for (var d = 1; d <= 8; d++)
        {
            foreach (var i in (ReadOnlySpan<int>)[at + d, at - d])
            {
                place = i;
                if (i < sentence.From + 1 || i >= sentence.To) continue;
                if (note.Word(i) is "second" or "seconds" or "sec" or "secs") return 1;
                var unit = note.Word(i) switch { "minute" or "minutes" or "min" or "mins" => 1d, "hour" or "hours" or "hr" or "hrs" or "h" => 60d, "day" or "days" => 1440d, _ => 0d };
                // "3 hours ago" and "in 2 days" tell when, not how long.
                if (unit == 0 || i + 1 < sentence.To && note.Word(i + 1) is "ago" or "later" or "earlier" or "prior" or "before") continue;
                if (i >= sentence.From + 2 && note.Word(i - 2) is "in" or "after" or "within") continue;
                if (note.Word(i - 1) is "few" or "several" or "couple" && unit == 1) return 5;
                if (note.Word(i - 1) is "one" or "an" or "a") return unit;
                if (double.TryParse(note.Word(i - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number * unit;
            }
        }

        place = -1;
        return null;
    }
}
