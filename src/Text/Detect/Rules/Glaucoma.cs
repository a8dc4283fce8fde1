using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Glaucoma by eye and stage: both eyes in one stage have one code, eyes in different stages one each (Official Guidelines I.C.7.a.2, I.C.7.a.3).
/// </summary>
internal static class Glaucoma
{
    public static readonly Rule Rule = new("glaucoma-stage", "Guidelines I.C.7.a", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Has("H401", "H402") ? note.Live.Where(m => m.Entry.Code.Length == 7 && (m.Entry.Under("H401") || m.Entry.Under("H402"))).ToList() : [])
        {
            var stages = new Dictionary<char, char>();
            for (var s = m.Sentence; s < Math.Min(note.Note.Sentences.Count, m.Sentence + 3); s++) Read(note, note.Note.Sentences[s], stages);
            if (!stages.TryGetValue('1', out var right) || !stages.TryGetValue('2', out var left))
            {
                // One stage said of the eye or of both: "POAG OU, mod stage".
                if (m.Entry.Code[6] == '0' && stages.Count == 0 && One(note, note.Note.Sentences[m.Sentence]) is { } one && note.Codes.Find(m.Entry.Code[..6] + one) is { } staged) m.Recode(staged, Rule.Id, Rule.Source);
                continue;
            }

            var stem = m.Entry.Code[..5];
            if (note.Codes.Find(right == left ? $"{stem}3{right}" : $"{stem}1{right}") is not { } first) continue;
            m.Recode(first, Rule.Id, Rule.Source);
            if (right != left && note.Codes.Find($"{stem}2{left}") is { } second && !note.Has(second.Code)) note.Add(second.Code, m.Sentence, m.From, m.To, m.Assertion, Rule.Id, Rule.Source);
        }
    }

    private static char? One(NoteCase note, Sentence sentence)
    {
        for (var i = sentence.From; i + 1 < sentence.To; i++)
        {
            if (note.Word(i + 1) is "stage" or "staged" && note.Word(i) switch { "mild" or "early" => '1', "moderate" or "mod" => '2', "severe" or "advanced" => '3', "indeterminate" => '4', _ => '\0' } is not '\0' and var stage) return stage;
        }

        return null;
    }

    // "Right eye mild stage, left eye moderate", "severe OD and mild OS".
    private static void Read(NoteCase note, Sentence sentence, Dictionary<char, char> stages)
    {
        char? eye = null, waiting = null;
        for (var i = sentence.From; i < sentence.To; i++)
        {
            var word = note.Note.Words[i];
            if (word.Has(Mark.Semicolon)) (eye, waiting) = (null, null);
            var side = word.Text switch { "right" => '1', "left" => '2', "od" when word.Capitals => '1', "os" when word.Capitals => '2', _ => '\0' };
            var stage = word.Text switch { "mild" => '1', "moderate" or "mod" => '2', "severe" => '3', "indeterminate" => '4', _ => '\0' };
            if (side != '\0')
            {
                eye = side;
                if (waiting is { } earlier) { stages.TryAdd(side, earlier); (eye, waiting) = (null, null); }
            }
            else if (stage != '\0')
            {
                if (eye is { } known) { stages.TryAdd(known, stage); eye = null; }
                else waiting = stage;
            }
        }
    }
}
