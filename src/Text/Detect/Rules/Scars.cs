using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A scar that an injury left is coded first, and the injury with the seventh character of a sequela beside it (Official Guidelines I.B.10, I.C.19.d.4): the injury is past, what it left is
/// there.
/// </summary>
internal static class Scars
{
    public static readonly Rule Rule = new("scar", "Guidelines I.B.10", Apply);

    private static readonly string[] Left = ["L910", "L905", "M245", "L576", "L578", "M2041", "H1770"];

    private static readonly string[] Links = ["from", "after", "due", "following", "secondary", "s/p", "caused", "at", "of", "since"];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("scar", "scars", "scarring", "keloid", "keloids", "contracture", "contractures", "cicatrix")) return;
        foreach (var scar in note.Mentions.Where(m => (m.Live || m.Rejected == RejectReasons.Historical) && Array.Exists(Left, m.Entry.Under)).ToList())
        {
            if (scar.Section is SectionKind.Family or SectionKind.Instructions || scar.Assertion is not (Assertion.Present or Assertion.Historical)) continue;
            var sentence = note.Note.Sentences[scar.Sentence];
            foreach (var injury in note.Mentions.Where(m => m.Live && m.Sentence == scar.Sentence && m.From >= scar.To && m.Assertion is Assertion.Present or Assertion.Historical && (m.Entry.Code[0] == 'S' || IsBurn(m.Entry))).ToList())
            {
                if (note.FindWord(sentence with { From = scar.To, To = Math.Min(sentence.To, injury.To) }, Links) < 0) continue;
                var code = injury.Entry.Under("T30") ? Burns.Within(note, sentence) ?? injury.Entry.Code : injury.Entry.Code;
                if (code.Length == 7 && note.Codes.Find(code[..6] + 'S') is { } late) injury.Recode(late, Rule.Id, Rule.Source);
                else if (!injury.Entry.Under("T30")) continue;
                (injury.Assertion, injury.Cue, injury.HistoryCue, injury.Kept) = (Assertion.Present, null, null, true);
                // "Scar, three years ago": the years are those of the injury.
                (scar.Assertion, scar.Cue, scar.HistoryCue, scar.Kept) = (Assertion.Present, null, null, true);
            }
        }
    }

    private static bool IsBurn(CodeEntry entry) => entry.Under("T2") && string.CompareOrdinal(entry.Code, "T20") >= 0 && string.CompareOrdinal(entry.Code, "T26") < 0 || entry.Under("T30") || entry.Under("T33") || entry.Under("T34");
}
