using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>Who carries a gene and has not the disease: Z14 (Alphabetic Index: Carrier; Official Guidelines I.C.21.c.3).</summary>
internal static class Carriers
{
    public static readonly Rule Rule = new("carrier", "Guidelines I.C.21.c.3", Apply);

    // The disease, and the code of its carrier; of hemophilia A by whether it shows.
    private static readonly (string[] Words, string Code)[] Genes =
    [
        (["hemophilia", "haemophilia"], "Z1401"), (["cystic", "cf"], "Z141"),
        (["tay-sachs", "tay", "gaucher", "canavan", "hemochromatosis", "duchenne", "huntington", "galactosemia", "phenylketonuria", "atrophy", "fragile", "wilson"], "Z148"),
    ];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("carrier", "carriers")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, "carrier");
            if (at < 0 || sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions || note.ScopesOf[s].Exists(x => x.From <= at && x.To > at && x.Kind is Assertion.Negated or Assertion.Family or Assertion.Hypothetical or Assertion.Uncertain && x.Cue.From > sentence.From)) continue;
            foreach (var (words, code) in Genes)
            {
                if (note.FindWord(sentence, words) is not (>= 0 and var gene)) continue;
                var shows = code == "Z1401" && note.FindWord(sentence, "symptomatic") >= 0;
                foreach (var m in note.Live.Where(m => m.Sentence == s && m.From <= gene && m.To > gene && m.Entry.Code[0] != 'Z').ToList()) m.Reject(RejectReasons.Combined, Rule.Source, code);
                note.Add(shows ? "Z1402" : code, s, Math.Min(at, gene), Math.Max(at, gene) + 1, Assertion.Present, Rule.Id, "Alphabetic Index: Carrier");
                return;
            }
        }
    }
}
