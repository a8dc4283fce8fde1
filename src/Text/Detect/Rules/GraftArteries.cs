using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Atherosclerosis of a coronary bypass graft is coded by the kind of graft and its angina: I25.70 to I25.73, without angina I25.810 (Tabular List, I25.7 and I25.81; Official Guidelines
/// I.C.9.b).
/// </summary>
internal static class GraftArteries
{
    public static readonly Rule Rule = new("graft-arteries", "Tabular List, I25.7", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("I2511") || m.Entry.Code is "I2510" or "I25810" || m.Entry.Code.Length > 4 && m.Entry.Under("I70") && m.Entry.Code[3] is >= '3' and <= '7').ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            // "Atherosclerosis of an autologous vein coronary bypass graft" is none of a leg.
            if (m.Entry.Under("I70") && note.FindWord(sentence, "coronary") < 0) continue;
            var at = Told.Beside(note, m, 6, "graft", "grafts", "svg");
            if (at < 0 || note.FindWord(sentence with { From = Math.Max(sentence.From, at - 8), To = Math.Min(sentence.To, at + 1) }, "s/p", "after", "post", "patent", "previous", "prior") >= 0) continue;
            // "CAD of a saphenous vein graft", and not "CAD, bypass grafts 2012".
            if (m.To <= at && note.FindWord(sentence with { From = m.From, To = at }, "of", "in", "involving", "affecting") < 0 && note.Word(at) != "svg" && at >= m.To) continue;
            var kind = note.Word(at) == "svg" || note.FindWord(sentence, "vein", "saphenous", "venous") >= 0 ? '1' : note.FindWord(sentence, "mammary", "lima", "rima", "radial", "artery") is >= 0 and var artery && artery > at - 4 && artery < at ? '2' : note.FindWord(sentence, "nonautologous", "biological", "synthetic") >= 0 ? '3' : '0';
            var angina = m.Entry.Under("I70") ? note.Live.FirstOrDefault(o => o.Sentence == m.Sentence && o.Entry.Under("I20") && o.Entry.Code.Length > 3) : null;
            var code = m.Entry.Under("I2511") ? $"I257{kind}{m.Entry.Code[5]}" : angina is not null ? $"I257{kind}{angina.Entry.Code[3]}" : "I25810";
            if (note.Codes.Find(code) is not { Billable: true } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            angina?.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
            m.Also.Add((at, at + 1));
        }
    }
}
