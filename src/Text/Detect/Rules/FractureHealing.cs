using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A fracture that has not healed is the fracture still, though it happened long ago: nonunion, malunion and delayed healing are its seventh characters, and it has no history code
/// (Official Guidelines I.C.19.c.1).
/// </summary>
internal static class FractureHealing
{
    public static readonly Rule Rule = new("fracture-healing", "Guidelines I.C.19.c.1", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("nonunion", "non-union", "ununited", "malunion", "mal-union", "malunited", "union", "unhealed", "pseudarthrosis", "pseudoarthrosis", "delayed", "healed", "heal")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Code.Length == 7 && m.Entry.Code[0] == 'S' && m.Entry.Title.Contains("racture", StringComparison.Ordinal)).ToList())
        {
            if (Of(note, m) is '\0' or 'S') continue;
            // The accident is past, the fracture is not.
            if (m.Assertion == Assertion.Historical) (m.Assertion, m.Cue, m.HistoryCue) = (Assertion.Present, null, null);
            m.Kept = true;
        }
    }

    /// <summary>K, P or G where the note says so of a fracture, in its sentence or in the next two; else none.</summary>
    public static char Of(NoteCase note, Mention m)
    {
        var last = Math.Min(note.Note.Sentences.Count - 1, m.Sentence + 2);
        for (var s = m.Sentence; s <= last; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (s > m.Sentence && (sentence.Section.Kind is SectionKind.Instructions or SectionKind.Consent or SectionKind.Family || note.Live.Any(o => o != m && o.Sentence == s && o.Entry.Code[0] == 'S' && o.Entry.Title.Contains("racture", StringComparison.Ordinal) && o.Entry.Code[..4] != m.Entry.Code[..4]))) break;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (Failed(note, sentence, i) is not '\0' and var how && !Told.Denied(note, s, i) && !note.ScopesOf[s].Exists(x => x.Kind is Assertion.Uncertain && x.From <= i && x.To > i && !note.Inpatient)) return how;
                // "Has not healed", "failed to unite": the "not" is the finding.
                if (note.Word(i) is "healed" or "united" or "heal" or "unite" && i > sentence.From && (note.Word(i - 1) is "not" or "never" || note.Word(i - 1) == "to" && i > sentence.From + 1 && note.Word(i - 2) is "failed" or "failure" or "failing")) return 'K';
            }
        }

        return '\0';
    }

    private static char Failed(NoteCase note, Sentence sentence, int at)
    {
        var next = at + 1 < sentence.To ? note.Word(at + 1) : "";
        return note.Word(at) switch
        {
            "nonunion" or "non-union" or "ununited" or "pseudarthrosis" or "pseudoarthrosis" or "unhealed" => 'K',
            "non" when next == "union" => 'K',
            "malunion" or "mal-union" or "malunited" => 'P',
            "mal" when next == "union" => 'P',
            "delayed" when next is "healing" or "union" or "unions" => 'G',
            "slow" when next is "healing" or "union" => 'G',
            _ => '\0',
        };
    }
}
