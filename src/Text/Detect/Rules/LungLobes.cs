using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Lobes that are called upper, middle and lower are those of the lungs: a carcinoma there is coded by lobe and side (Table of Neoplasms: lung, upper, middle and lower lobe;
/// Official Guidelines I.B.2), though its name says neither lung nor bronchus.
/// </summary>
internal static class LungLobes
{
    public static readonly Rule Rule = new("lobe", "Table of Neoplasms", Apply);

    private static readonly (string Word, char Lobe, char Side)[] Short = [("rul", '1', '1'), ("rml", '2', '\0'), ("rll", '3', '1'), ("lul", '1', '2'), ("lll", '3', '2')];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("lobe", "rul", "rml", "rll", "lul", "lll")) return;
        foreach (var m in note.Mentions.Where(m => m.Live && (m.Entry.Under("C349") || m.Entry.Under("C801"))).ToList())
        {
            if (Lobe(note, m) is not var (lobe, side, from)) continue;
            if (side == '\0' && lobe != '2') side = Side.Of(note, m) switch { "right" => '1', "left" => '2', _ => '0' };
            if (note.Codes.Find(lobe == '2' ? "C342" : $"C34{lobe}{side}") is not { Billable: true } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            m.Also.Add((from, from + 1));
        }
    }

    private static (char Lobe, char Side, int At)? Lobe(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        for (var i = Math.Max(sentence.From, m.From - 5); i < Math.Min(sentence.To, m.To + 6); i++)
        {
            if (i > m.To && note.Note.Words[i].Has(Mark.Semicolon)) return null;
            if (Array.Find(Short, s => s.Word == note.Word(i)) is { Word: not null } known) return (known.Lobe, known.Side, i);
            if (note.Word(i) != "lobe" || i == sentence.From) continue;
            if (note.Word(i - 1) switch { "upper" => '1', "middle" => '2', "lower" => '3', _ => '\0' } is not '\0' and var lobe) return (lobe, '\0', i);
        }

        return null;
    }
}
