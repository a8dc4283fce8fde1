using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A gastroenteritis or an inflammation of the pelvis whose germ a test has shown is that germ's (Alphabetic Index: Gastroenteritis, by organism; Disease, pelvis, inflammatory), told in the
/// same sentence or the next: "norovirus PCR positive".
/// </summary>
internal static class Pathogens
{
    public static readonly Rule Rule = new("pathogen", "Alphabetic Index: Gastroenteritis", Apply);

    private static readonly (string Word, string Code)[] Germs =
    [
        ("norovirus", "A0811"), ("norwalk", "A0811"), ("rotavirus", "A080"), ("adenovirus", "A082"), ("astrovirus", "A0832"), ("sapovirus", "A0831"), ("campylobacter", "A045"), ("salmonella", "A020"), ("shigella", "A039"), ("yersinia", "A046"), ("giardia", "A071"),
        ("cryptosporidium", "A072"), ("cyclospora", "A074"), ("difficile", "A0472"), ("diff", "A0472"), ("cdiff", "A0472"), ("etec", "A041"), ("stec", "A043"), ("ehec", "A043"),
    ];

    private static readonly (string Word, string Code)[] OfThePelvis = [("gc", "A5424"), ("gonorrhea", "A5424"), ("gonorrhoeae", "A5424"), ("chlamydia", "A5611"), ("ct", "A5611")];

    private static void Apply(NoteCase note)
    {
        Shown(note, Germs, "K529", "A09", "A084", "A049");
        Shown(note, OfThePelvis, "N739", "N730", "N709");
    }

    private static void Shown(NoteCase note, (string Word, string Code)[] germs, params string[] diseases)
    {
        foreach (var m in note.Live.Where(m => Array.IndexOf(diseases, m.Entry.Code) >= 0 && m.Assertion == Assertion.Present).ToList())
        {
            for (var s = m.Sentence; s <= Math.Min(m.Sentence + 1, note.Note.Sentences.Count - 1); s++)
            {
                var sentence = note.Note.Sentences[s];
                if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Pmh) continue;
                var (word, code) = Array.Find(germs, g => note.FindWord(sentence, g.Word) >= 0);
                if (code is null || note.Codes.Find(code) is not { } entry) continue;
                var at = note.FindWord(sentence, word);
                if (note.ScopesOf[s].Exists(x => x.From <= at && x.To > at)) continue;
                var shown = note.FindWord(sentence, "positive", "pos", "detected", "grew", "grows", "growing", "confirmed", "due", "from", "caused") >= 0 || Math.Abs(at - m.From) <= 1;
                if (!shown || note.FindWord(sentence, "pending", "negative", "neg", "exposure", "sent") >= 0) continue;
                m.Recode(entry, Rule.Id, Rule.Source);
                if (at < m.From || at >= m.To) m.Also.Add((at, at + 1));
                break;
            }
        }
    }
}
