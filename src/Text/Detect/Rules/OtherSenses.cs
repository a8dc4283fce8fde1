using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A word that names a disease may mean something else beside other words: the callus of a healing fracture, the tetanus that a vaccine keeps away. Then it is no diagnosis
/// (Official Guidelines III, IV.J). By <c>data/detect/other-senses.txt</c>.
/// </summary>
internal static class OtherSenses
{
    public static readonly Rule Rule = new("other-sense", "Guidelines IV.J", Apply);

    private static readonly string[] Modes = ["only ", "next ", "followed "];

    private static readonly List<(string[] Prefixes, string[] Read, string How, string[] Beside)> Table =
        [.. WordLists.Read("other-senses.txt").Select(c => (c[0].Split(' '), c[1].Split(' '), Mode(c[2]), c[2][Mode(c[2]).Length..].Split(' ')))];

    private static void Apply(NoteCase note)
    {
        // "MOVEMENT DISORDERS" over a note: whose clinic it is.
        foreach (var m in note.Live.Where(m => m.Sentence == 0 && note.Note.Words[m.From].Capitals && note.Word(m.To - 1) is "disorders" or "diseases").ToList())
        {
            if (m.To >= note.Note.Words.Count || note.Note.Words[m.To].Has(Mark.Line)) m.Reject(RejectReasons.Unsupported, Rule.Source);
        }

        foreach (var (prefixes, read, how, beside) in Table)
        {
            if (!note.Speaks(read)) continue;
            foreach (var m in note.Live.Where(m => Array.Exists(prefixes, m.Entry.Under) && Said(note, m, read)).ToList())
            {
                var sentence = note.Note.Sentences[m.Sentence];
                var other = how switch
                {
                    "only " => note.FindWord(sentence, beside) < 0,
                    "next " => note.FindWord(sentence with { From = m.To, To = Math.Min(sentence.To, m.To + 2) }, beside) < 0,
                    "followed " => note.FindWord(sentence with { From = m.To, To = Math.Min(sentence.To, m.To + 1) }, beside) >= 0,
                    _ => note.FindWord(sentence, beside) >= 0,
                };
                if (other) m.Reject(RejectReasons.Unsupported, Rule.Source);
            }
        }
    }

    private static string Mode(string beside) => Array.Find(Modes, m => beside.StartsWith(m, StringComparison.Ordinal)) ?? "";

    // No other word is in the name: "opioid dependence" is one, whoever is asked about it.
    private static bool Said(NoteCase note, Mention m, string[] read)
    {
        for (var i = m.From; i < m.To; i++) if (Array.IndexOf(read, note.Word(i)) < 0) return false;
        return true;
    }
}
