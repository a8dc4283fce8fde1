using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>Symptoms of the lower urinary tract that the note tells with an enlarged prostate are coded beside N40.1 (use additional code note at N40.1).</summary>
internal static class LowerTract
{
    public static readonly Rule Rule = new("lower-urinary-tract", "Use additional code note at N40.1", Apply);

    private static readonly string[] Symptoms = ["R338", "R339", "R350", "R351", "R3911", "R3912", "R3914", "R3915", "R3916", "N394"];

    private static void Apply(NoteCase note)
    {
        if (!note.Has("N40")) return;
        foreach (var m in note.Live.Where(m => !m.Kept && m.Assertion == Assertion.Present && Array.Exists(Symptoms, m.Entry.Under)).ToList())
        {
            if (!note.Live.Any(p => p.Entry.Under("N40") && p.Sentence == m.Sentence)) continue;
            m.Kept = true;
            m.Why.Add(new Reason("rule", Rule.Id, Rule.Source));
        }
    }
}
