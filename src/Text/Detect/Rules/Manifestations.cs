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
            if (Reversed(note, m)) continue;
            if ((heading.Billable ? heading : Specificity.Default(note.Codes, heading)) is not { } entry) continue;
            if (note.Add(entry.Code, m.Sentence, m.From, m.To, m.Assertion, Rule.Id, Rule.Source) is { } added) Specificity.Refine(note, added);
        }
    }

    // The index has "pyelonephritis in sepsis"; "sepsis from pyelonephritis" is told the other way.
    private static bool Reversed(NoteCase note, Mention m)
    {
        for (var i = m.From + 1; i < m.To; i++)
        {
            if (note.Word(i) is not ("from" or "due" or "secondary" or "causing" or "caused")) continue;
            var main = m.Why.Find(w => w.Kind == "index")?.Id.Split(' ', ',', '(')[0].ToLowerInvariant() ?? "";
            if (main.Length < 4) return false;
            var before = false;
            for (var k = m.From; k < i; k++) before |= note.Word(k).StartsWith(main.AsSpan(0, 4), StringComparison.Ordinal);
            return before == (note.Word(i) == "causing");
        }

        return false;
    }
}
