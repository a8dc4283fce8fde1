using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>Whether a cancer still answers to hormone treatment, beside the cancer: Z19.1, Z19.2 (Tabular List; use additional code note at C61).</summary>
internal static class HormoneResponse
{
    public static readonly Rule Rule = new("hormone-response", "Use additional code note at C61", Apply);

    private static void Apply(NoteCase note)
    {
        if (note.Has("Z19") || !note.Has("C61", "C50") || !note.Speaks("castration", "castrate", "hormone", "crpc", "mcrpc", "nmcrpc", "mhspc", "mcspc", "cspc")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                var pair = note.Word(i) is "castration" or "castrate" or "hormone" && i + 1 < sentence.To;
                var code = note.Word(i) switch
                {
                    "crpc" or "mcrpc" or "nmcrpc" => "Z192",
                    "mhspc" or "mcspc" or "cspc" => "Z191",
                    _ when pair && note.Word(i + 1) is "resistant" or "refractory" => "Z192",
                    _ when pair && note.Word(i + 1) is "sensitive" or "responsive" => "Z191",
                    _ => null,
                };
                if (code is null || note.ScopesOf[s].Exists(x => x.Kind is not Assertion.Historical && x.From <= i && x.To > i)) continue;
                note.Add(code, s, i, pair ? i + 2 : i + 1, Assertion.Present, Rule.Id, Rule.Source);
                return;
            }
        }
    }
}
