using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>An allergy that is only listed is a status, Z88 or Z91.0 (Official Guidelines I.C.21.c.3), by <c>data/detect/allergies.txt</c>.</summary>
internal static class Allergies
{
    public static readonly Rule Rule = new("allergy-status", "Guidelines I.C.21.c.3", Apply);

    private static readonly Dictionary<string, string> Table = WordLists.Read("allergies.txt").SelectMany(c => c[1].Split(' ').Select(w => (w, c[0]))).ToDictionary(p => p.w, p => p.Item2, StringComparer.Ordinal);

    private static void Apply(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Consent or SectionKind.Instructions) continue;
            var listed = sentence.Section.Kind == SectionKind.Allergies;
            var cue = listed ? -1 : note.FindWord(sentence, "allergic", "allergy", "allergies");
            if (!listed && cue < 0) continue;
            // A reaction now is no status.
            if (!listed && note.FindWord(sentence, "reaction", "sting", "stung", "after", "presents", "dermatitis", "rhinitis") >= 0) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (!Table.TryGetValue(note.Word(i), out var code) || Math.Abs(i - cue) > 8 && !listed) continue;
                if (!listed && i < cue && !Own(note, sentence, i, cue)) continue;
                if (note.ScopeAt(s, Assertion.Negated, i, i + 1) is not null || note.ScopeAt(s, Assertion.Family, i, i + 1) is not null) continue;
                if (note.Has(code)) continue;
                if (note.Add(code, s, i, i + 1, Assertion.Present, Rule.Id, Rule.Source) is { } added && cue >= 0) added.Also.Add((cue, cue + 1));
            }
        }
    }

    // "Started on clindamycin since he is sulfa allergic": what stands right before the word is the allergy, and no other drug before that, unless they are one list.
    private static bool Own(NoteCase note, Sentence sentence, int at, int cue)
    {
        if (cue == sentence.From || !Table.ContainsKey(note.Word(cue - 1))) return true;
        for (var i = at + 1; i < cue; i++) if (!Table.ContainsKey(note.Word(i)) && note.Word(i) is not ("and" or "or" or "drug" or "drugs")) return false;
        return true;
    }
}
