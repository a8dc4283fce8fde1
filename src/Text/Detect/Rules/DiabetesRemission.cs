using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>Type 2 diabetes in remission, without complications, is E11.A, which no other code of E11 goes with (Official Guidelines I.C.4.a.7).</summary>
internal static class DiabetesRemission
{
    public static readonly Rule Rule = new("diabetes-remission", "Guidelines I.C.4.a", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("remission") || !note.Has("E119") || note.Codes.Find("E11A") is not { } entry) return;
        if (note.Live.Any(m => m.Entry.Under("E11") && m.Entry.Code != "E119")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Code == "E119").ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var at = note.FindWord(sentence, "remission");
            if (at < 0 || note.ScopeAt(m.Sentence, Assertion.Negated, at, at + 1) is not null || note.ScopeAt(m.Sentence, Assertion.Hypothetical, at, at + 1) is not null) continue;
            // "Diabetes, leukemia in remission": of the nearest.
            if (note.Mentions.Exists(o => o.Sentence == m.Sentence && o.Entry.Code[..3] != "E11" && o.From >= m.To && o.To <= at)) continue;
            foreach (var same in note.Live.Where(o => o.Entry.Code == "E119").ToList())
            {
                same.Recode(entry, Rule.Id, Rule.Source);
                if (same.Assertion == Assertion.Historical) (same.Assertion, same.Cue) = (Assertion.Present, null);
            }

            m.Also.Add((at, at + 1));
            return;
        }
    }
}
