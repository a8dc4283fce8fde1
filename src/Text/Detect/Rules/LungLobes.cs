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
            if ((Lobe(note, m) ?? (m.Entry.Under("C349") && m.Assertion == Assertion.Present ? Elsewhere(note) : null)) is not var (lobe, side, from)) continue;
            if (side == '\0' && lobe != '2') side = Side.Of(note, m) switch { "right" => '1', "left" => '2', _ => '0' };
            if (note.Codes.Find(lobe == '2' ? "C342" : $"C34{lobe}{side}") is not { Billable: true } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            m.Also.Add((from, from + 1));
        }

        if (!note.Has("R911", "R918", "C34", "C780")) Nodules(note);
    }

    private static readonly string[] Growths = ["nodule", "mass", "tumor", "tumour", "lesion", "cancer", "carcinoma", "adenocarcinoma", "neoplasm", "malignancy"];

    // "Lung cancer" of the assessment is the mass that the films show in a lobe, where the note tells of one lobe only.
    private static (char Lobe, char Side, int At)? Elsewhere(NoteCase note)
    {
        (char Lobe, char Side, int At)? only = null;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (LobeAt(note, sentence, i) is not var (lobe, side, at)) continue;
                if (side == '\0' && lobe != '2') side = at - 2 < sentence.From ? '\0' : note.Word(at - 2) switch { "right" => '1', "left" => '2', _ => '\0' };
                if (side == '\0' && lobe != '2') continue;
                var growth = note.FindWord(sentence with { From = Math.Max(sentence.From, i - 6), To = Math.Min(sentence.To, i + 7) }, Growths);
                if (growth < 0 || note.ScopesOf[s].Exists(x => x.Kind is not Assertion.Uncertain && x.From <= growth && x.To > growth)) continue;
                if (only is { } known && (known.Lobe, known.Side) != (lobe, side)) return null;
                only ??= (lobe, side, at);
            }
        }

        return only;
    }

    // "6 mm nodule LUL", "nodules in the right lower lobe": a lobe that is upper, middle or lower is one of a lung (Alphabetic Index: Nodule, lung, solitary and multiple).
    private static void Nodules(NoteCase note)
    {
        if (!note.Speaks("nodule", "nodules", "mass")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions) continue;
            var at = note.FindWord(sentence, "nodule", "nodules", "mass");
            if (at < 0 || note.Mentions.Exists(m => m.Sentence == s && m.From <= at && m.To > at) || note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Historical or Assertion.Hypothetical && x.From <= at && x.To > at)) continue;
            for (var i = Math.Max(sentence.From, at - 5); i < Math.Min(sentence.To, at + 6); i++)
            {
                if (!Array.Exists(Short, known => known.Word == note.Word(i)) && !(note.Word(i) == "lobe" && i > sentence.From && note.Word(i - 1) is "upper" or "middle" or "lower")) continue;
                note.Add(note.Word(at) == "nodule" ? "R911" : "R918", s, Math.Min(at, i), Math.Max(at, i) + 1, Assertion.Present, Rule.Id, "Alphabetic Index: Nodule, lung");
                return;
            }
        }
    }

    private static (char Lobe, char Side, int At)? Lobe(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        for (var i = Math.Max(sentence.From, m.From - 5); i < Math.Min(sentence.To, m.To + 6); i++)
        {
            if (i > m.To && note.Note.Words[i].Has(Mark.Semicolon)) return null;
            if (LobeAt(note, sentence, i) is { } found) return found;
        }

        return null;
    }

    private static (char Lobe, char Side, int At)? LobeAt(NoteCase note, Sentence sentence, int i)
    {
        if (Array.Find(Short, s => s.Word == note.Word(i)) is { Word: not null } known) return (known.Lobe, known.Side, i);
        if (note.Word(i) != "lobe" || i == sentence.From) return null;
        return note.Word(i - 1) switch { "upper" => ('1', '\0', i), "middle" => ('2', '\0', i), "lower" => ('3', '\0', i), _ => null };
    }
}
