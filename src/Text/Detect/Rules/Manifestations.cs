using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Where the Alphabetic Index prints a second code in brackets, the disease comes first and what it causes beside it: "Polyneuropathy in vitamin B12 deficiency E53.8 [G63]" (Official
/// Guidelines I.A.13).
/// </summary>
internal static class Manifestations
{
    public static readonly Rule Rule = new("manifestation", "Guidelines I.A.13", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Second is not null && m.Assertion is Assertion.Present or Assertion.Uncertain).ToList())
        {
            // The rules of dementia read its severity; what the note names itself is more exact.
            if (note.Codes.Find(m.Second!) is not { } heading || m.Why.Exists(w => w.Kind == "rule") || note.Has(heading.Code[..3])) continue;
            if ((heading.Billable ? heading : Specificity.Default(note.Codes, heading)) is not { } entry) continue;
            if (note.Add(entry.Code, m.Sentence, m.From, m.To, m.Assertion, Rule.Id, Rule.Source) is { } added) Specificity.Refine(note, added);
        }
    }
}
