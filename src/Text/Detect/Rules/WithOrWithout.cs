namespace CodingAhead.Text.Detect.Rules;

/// <summary>Two codes of one category that differ only in "with" and "without" deny each other: what the note affirms stands (Official Guidelines I.A.12.a, I.B.2).</summary>
internal static class WithOrWithout
{
    public static readonly Rule Rule = new("with-or-without", "Guidelines I.B.2", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.ToList())
        {
            var at = m.Entry.Title.IndexOf(" without ", StringComparison.Ordinal);
            if (at < 0) continue;
            foreach (var other in note.Mentions)
            {
                if (!other.Live || other.Entry.Code == m.Entry.Code || !other.Entry.Category.SequenceEqual(m.Entry.Category) || other.Entry.Title.Length != m.Entry.Title.Length - 3) continue;
                if (!other.Entry.Title.StartsWith(m.Entry.Title[..at], StringComparison.Ordinal) || !other.Entry.Title.EndsWith(m.Entry.Title[(at + 8)..], StringComparison.Ordinal)) continue;
                m.Reject(RejectReasons.Combined, Rule.Source, other.Entry.Display);
                break;
            }
        }
    }
}
