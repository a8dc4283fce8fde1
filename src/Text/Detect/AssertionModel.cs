using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>What a sentence says of words in it: the assertion model by itself, as <c>eval assert</c> measures it.</summary>
public static class AssertionModel
{
    /// <summary>What is said of a part of a text.</summary>
    /// <param name="Negated">It is denied.</param>
    /// <param name="Historical">It is told as past.</param>
    /// <param name="Hypothetical">It is a possibility of the future, a risk, or an instruction.</param>
    /// <param name="Uncertain">It is called probable, suspected and the like.</param>
    /// <param name="Other">It is somebody else's.</param>
    public readonly record struct Verdict(bool Negated, bool Historical, bool Hypothetical, bool Uncertain, bool Other);

    /// <summary>Judges the part <c>[start, end)</c> (UTF-16) of a text.</summary>
    public static Verdict Judge(string text, int start, int end)
    {
        var note = NoteOutline.Of(text);
        var scopes = new List<Scope>();
        var verdict = default(Verdict);
        foreach (var sentence in note.Sentences)
        {
            var from = -1;
            var to = -1;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (note.Words[i].End <= start || note.Words[i].Start >= end) continue;
                if (from < 0) from = i;
                to = i + 1;
            }

            if (from < 0) continue;
            Scopes.Find(note, sentence, scopes);
            bool Is(Assertion kind) => scopes.Any(s => s.Kind == kind && s.From <= from && s.To >= Math.Min(to, from + 1) && !(s.Cue.From >= from && s.Cue.To <= to));
            var family = sentence.Section.Kind == SectionKind.Family;
            verdict = new Verdict(
                Is(Assertion.Negated), Is(Assertion.Historical) || sentence.Section.Kind is SectionKind.Pmh or SectionKind.Psh or SectionKind.Social or SectionKind.Allergies or SectionKind.Family, !Is(Assertion.Negated) && (Is(Assertion.Hypothetical) || Is(Assertion.Instruction)),
                Is(Assertion.Uncertain), family || Is(Assertion.Family) || Is(Assertion.OtherPerson));
            break;
        }

        return verdict;
    }
}
