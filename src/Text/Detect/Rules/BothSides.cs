namespace CodingAhead.Text.Detect.Rules;

/// <summary>A condition of one side takes the code of that side, where the code differs in nothing else; a condition of both sides without a bilateral code takes the codes of the right and of the left side (Official Guidelines I.B.13).</summary>
internal static class BothSides
{
    public static readonly Rule Rule = new("both-sides", "Guidelines I.B.13", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => !m.Printed).ToList())
        {
            // A hernia of the groin is of one side where nobody says both.
            if ((m.Entry.Under("K40") || m.Entry.Under("K41")) && m.Entry.Title.StartsWith("Bilateral", StringComparison.Ordinal) && note.FindWord(note.Note.Sentences[m.Sentence], "bilateral", "bilat", "both", "b/l", "bilaterally", "bih") < 0 && Side.Of(note, m) != "bilateral"
                && note.Codes.Find($"{m.Entry.Code[..3]}{(m.Entry.Code[3] == '2' ? '9' : (char)(m.Entry.Code[3] + 3))}{m.Entry.Code[4..]}") is { } groin)
            {
                m.Recode(groin, Rule.Id, Rule.Source);
                continue;
            }

            // One side, of a code whose neighbour has the same title with it: "aseptic necrosis of unspecified femur".
            if (m.Entry.Code[0] is 'M' or 'G' or 'H' && m.Entry.Billable && m.Entry.Title.Contains("unspecified", StringComparison.OrdinalIgnoreCase) && Side.Of(note, m) is { } side && side != "bilateral" && note.Codes.Parent(m.Entry) is { } above && Of(m.Entry, [.. note.Codes.Children(above)], side) is { } one)
            {
                m.Recode(one, Rule.Id, Rule.Source);
                m.Found.Add("laterality:" + side);
                continue;
            }

            // "Left knee pain > right": the words name one side, and what is said behind them the other.
            if (m.Entry.Code[0] is 'M' or 'G' or 'H' && m.Entry.Billable && (Only(m.Entry.Title, "left") ?? Only(m.Entry.Title, "right")) is { } sideless && Side.Of(note, m) == "bilateral" && note.Codes.Parent(m.Entry) is { } group)
            {
                var both = note.Codes.Children(group).Where(c => c.Code.Length == m.Entry.Code.Length && c.Code != m.Entry.Code).ToList();
                if (both.Exists(c => c.Title.Contains("bilateral", StringComparison.OrdinalIgnoreCase))) continue;
                if (both.Find(c => (Only(c.Title, "left") ?? Only(c.Title, "right")) == sideless) is { } opposite && !note.Has(opposite.Code)) note.Add(opposite.Code, m.Sentence, m.From, m.To, m.Assertion, Rule.Id, Rule.Source);
                continue;
            }

            // "Bilateral breast carcinoma" is two cancers, where the word stands beside it.
            if (m.Entry.Code[0] is 'Z' or 'O' || m.Entry.Code[0] == 'C' && !(m.Entry.Under("C50") && m.From > 0 && note.Word(m.From - 1) is "bilateral" or "bilat") || !m.Entry.Title.Contains("unspecified", StringComparison.OrdinalIgnoreCase) || Side.Of(note, m) != "bilateral" || note.Codes.Parent(m.Entry) is not { } parent) continue;
            var near = note.Codes.Children(parent).ToList();
            if (Bilateral(note, m.Entry, parent) is { } whole) { m.Recode(whole, Rule.Id, Rule.Source); continue; }
            if (near.Exists(c => c.Title.Contains("bilateral", StringComparison.OrdinalIgnoreCase)) || Of(m.Entry, near, "right") is not { } right || Of(m.Entry, near, "left") is not { } left) continue;
            m.Recode(right, Rule.Id, Rule.Source);
            if (!note.Has(left.Code) && note.Add(left.Code, m.Sentence, m.From, m.To, m.Assertion, Rule.Id, Rule.Source) is { } added) (added.Cue, added.Kept) = (m.Cue, m.Kept);
        }
    }

    // "Unilateral primary osteoarthritis, unspecified knee" has "Bilateral primary osteoarthritis of knee" beside its own heading.
    private static CodeEntry? Bilateral(NoteCase note, CodeEntry silent, CodeEntry parent)
    {
        if (!silent.Title.StartsWith("Unilateral ", StringComparison.Ordinal) || note.Codes.Parent(parent) is not { } above) return null;
        var words = note.Lexicon.TitleStems(silent);
        return note.Codes.Children(above).FirstOrDefault(c => c.Billable && c.Title.StartsWith("Bilateral ", StringComparison.Ordinal) && note.Lexicon.TitleStems(c).Skip(1).All(words.Contains) && note.Lexicon.TitleStems(c).Length + 1 >= words.Length);
    }

    // The neighbour whose title differs only by the side: "unspecified knee", "right knee".
    private static CodeEntry? Of(CodeEntry silent, List<CodeEntry> near, string side)
    {
        var wanted = Only(silent.Title, "unspecified");
        return wanted is null ? null : near.Find(c => c.Code.Length == silent.Code.Length && Only(c.Title, side) == wanted);
    }

    // Without the word, where it stands last, and the blank behind it; null where it stands not once.
    private static string? Only(string title, string word)
    {
        // The last one is that of the side: "Unspecified juvenile rheumatoid arthritis, unspecified knee".
        var at = title.LastIndexOf(word + " ", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : title.Remove(at, word.Length + 1);
    }
}
