using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A condition that COVID-19 left behind is coded with U09.9 beside it; the infection that is over is not (Official Guidelines I.C.1.g.1.m).
/// </summary>
internal static class PostCovid
{
    public static readonly Rule Rule = new("post-covid-19", "Guidelines I.C.1.g.1.m", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("covid", "covid-19", "covid19", "post-covid", "post-covid-19", "postcovid", "pasc")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (!Says(note, sentence, i, out var to) || note.ScopeAt(s, Assertion.Negated, i, to) is not null || note.ScopeAt(s, Assertion.Uncertain, i, to) is not null) continue;
                if (!note.Live.Any(m => m.Sentence == s && !m.Entry.Under("U0") && m.Entry.Code[0] != 'Z')) continue;
                if (!note.Has("U099")) note.Add("U099", s, i, to, Assertion.Present, Rule.Id, Rule.Source);
                foreach (var m in note.Live.Where(m => m.Entry.Under("U07") && (m.Sentence == s || m.Assertion == Assertion.Historical) || m.Entry.Under("J1282") && m.Assertion == Assertion.Historical || m.Entry.Under("Z8616")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "U09.9");
                return;
            }
        }
    }

    // "Post-COVID-19 fibrosis", "long COVID", "fatigue due to prior COVID".
    private static bool Says(NoteCase note, Sentence sentence, int at, out int to)
    {
        var word = note.Word(at);
        to = at + 1;
        if (word is "pasc" || word.StartsWith("post-covid", StringComparison.Ordinal) || word.StartsWith("postcovid", StringComparison.Ordinal)) return true;
        // "Six weeks after recovery from COVID-19".
        if (word is "after" or "since" or "following" && at + 3 < sentence.To && note.Word(at + 1) is "recovery" or "recovering" && note.Word(at + 2) == "from" && note.Word(at + 3).StartsWith("covid", StringComparison.Ordinal))
        {
            to = at + 4;
            return true;
        }

        for (var i = at + 1; i < Math.Min(sentence.To, at + 4); i++)
        {
            if (!note.Word(i).StartsWith("covid", StringComparison.Ordinal)) continue;
            to = i + 1;
            return i == at + 1 ? word is "post" or "long" : i == at + 2 && note.Word(at + 1) is "prior" or "previous" or "past" && word is "to" or "after" or "following" or "from" or "of" && (word != "of" || note.FindWord(sentence, "sequela", "sequelae") >= 0);
        }

        return false;
    }
}
