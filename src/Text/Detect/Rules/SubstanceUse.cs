namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A substance use disorder is abuse when mild and dependence when moderate or severe (Alphabetic Index: Disorder, alcohol use and the like); remission keeps that distinction
/// (Official Guidelines I.C.5.b.1).
/// </summary>
internal static class SubstanceUse
{
    public static readonly Rule Rule = new("use-disorder", "Guidelines I.C.5.b", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("F1") && m.Entry.Code.Length >= 4).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            if (note.FindWord(sentence, "disorder") < 0) continue;
            var severe = false;
            var mild = false;
            for (var i = Math.Max(sentence.From, m.From - 3); i < Math.Min(sentence.To, m.To + 4); i++)
            {
                if (Told.OfAnother(note, m, i)) continue;
                severe |= note.Word(i) is "severe" or "moderate";
                mild |= note.Word(i) is "mild";
            }

            var wanted = severe ? '2' : mild ? '1' : '\0';
            if (wanted == '\0' || m.Entry.Code[3] == wanted || m.Entry.Code[3] is not ('1' or '2')) continue;
            var code = m.Entry.Code[..3] + wanted + m.Entry.Code[4..];
            if (note.Codes.Find(code) is { Billable: true } entry) m.Recode(entry, Rule.Id, Rule.Source);
        }
    }
}
