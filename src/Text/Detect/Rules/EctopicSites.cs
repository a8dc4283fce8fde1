using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// An ectopic pregnancy by its place, its side, and whether one in the womb is beside it (Tabular List, O00; Alphabetic Index: Pregnancy, ectopic).
/// </summary>
internal static class EctopicSites
{
    public static readonly Rule Rule = new("ectopic-site", "Tabular List, O00", Apply);

    private static readonly (string Code, string[] Words)[] Places =
    [
        ("O001", ["tube", "tubal", "fallopian", "ampullary", "ampulla", "isthmic", "isthmus", "fimbrial", "fimbria", "adnexal"]),
        ("O002", ["ovary", "ovarian"]),
        ("O000", ["abdominal", "peritoneal", "omental"]),
        ("O008", ["cervical", "cornual", "interstitial", "intraligamentous", "heterotopic", "scar"]),
    ];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("O009")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            foreach (var (code, words) in Places)
            {
                var at = note.FindWord(sentence, words);
                // "Abdominal pain" names no place of the pregnancy.
                if (at < 0 || at + 1 < sentence.To && note.Word(at + 1) is "pain" or "tenderness" or "exam" or "ultrasound" or "reserve" || note.ScopeAt(m.Sentence, Assertion.Negated, at, at + 1) is not null) continue;
                var beside = m.Entry.Code[^1];
                var side = Side.Of(note, m) switch { "right" => "1", "left" => "2", _ => "9" };
                if (note.Codes.Find(code + beside + (code is "O001" or "O002" ? side : "")) is not { } entry) break;
                m.Recode(entry, Rule.Id, Rule.Source);
                m.Also.Add((at, at + 1));
                break;
            }
        }
    }
}
