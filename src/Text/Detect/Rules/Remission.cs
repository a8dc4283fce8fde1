using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A leukemia or myeloma "not in remission" has not achieved remission, though the words of the other code stand there (Tabular List, C90 to C95; Official Guidelines I.C.2.n). A
/// use disorder whose sentence says "in remission" is one (I.C.5.b.1), also where other words stand between.
/// </summary>
internal static class Remission
{
    public static readonly Rule Rule = new("remission", "Guidelines I.C.2.n", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("remission")) return;
        Achieved(note);
        foreach (var m in note.Live.Where(m => m.Entry.Under("F1") && m.Entry.Code.Length == 5 && m.Entry.Code[3] is '1' or '2' or '9' && m.Entry.Code[4] == '0').ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var at = note.FindWord(sentence with { From = m.To }, "remission");
            if (at < 0 || Denied(note, sentence, at) || note.ScopeAt(m.Sentence, Assertion.Negated, at, at + 1) is not null || note.Touching(m.To, at).Any(o => o != m && o.From >= m.To && o.Entry.Code[0] is 'F' or 'C' && !o.Entry.Category.SequenceEqual(m.Entry.Category))) continue;
            if (note.Codes.Find(m.Entry.Code[..4] + "1") is not { Billable: true } entry) continue;
            m.Recode(entry, Rule.Id, "Guidelines I.C.5.b.1");
            m.Also.Add((at, at + 1));
        }

        // "Opioid dependence; depression in remission": another disease's remission.
        foreach (var m in note.Live.Where(m => m.Entry.Under("F1") && m.Entry.Code.Length == 5 && m.Entry.Code[4] == '1').ToList())
        {
            var at = note.FindWord(note.Note.Sentences[m.Sentence] with { From = m.To }, "remission");
            if (at < 0 || !note.Touching(m.To, at).Any(o => o.From >= m.To && o.From < at && o.Entry.Code[0] == 'F' && !o.Entry.Category.SequenceEqual(m.Entry.Category) && note.Note.Words[o.From].Has(Mark.Semicolon))) continue;
            if (note.Codes.Find(m.Entry.Code[..4] + "0") is { Billable: true } entry) m.Recode(entry, Rule.Id, "Guidelines I.C.5.b.1");
        }

        foreach (var m in note.Live.Where(m => m.Entry.Under("C9") && m.Entry.Code.Length == 5 && m.Entry.Title.EndsWith("in remission", StringComparison.Ordinal)).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var at = note.FindWord(sentence, "remission");
            if (at < 0 || !Denied(note, sentence, at) || note.Codes.Find(m.Entry.Code[..4] + "0") is not { Billable: true } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
        }
    }

    // "AML, in complete remission".
    private static void Achieved(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("C9") && m.Entry.Code.Length == 5 && m.Entry.Title.EndsWith("not having achieved remission", StringComparison.Ordinal)).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var at = note.FindWord(sentence with { From = m.To }, "remission");
            if (at < 0 || at > m.To + 4 || Denied(note, sentence, at) || note.Touching(m.To, at).Any(o => o != m && o.From >= m.To) || note.Codes.Find(m.Entry.Code[..4] + "1") is not { Billable: true } entry || !entry.Title.EndsWith("in remission", StringComparison.Ordinal)) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            m.Also.Add((at, at + 1));
        }
    }

    private static bool Denied(NoteCase note, Sentence sentence, int at)
    {
        for (var i = Math.Max(sentence.From, at - 4); i < at; i++) if (note.Word(i) is "not" or "without" or "never" or "no") return true;
        return false;
    }
}
