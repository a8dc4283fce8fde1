using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The receptors of a breast cancer, beside it, each with its code; Z17.4- names them together and is only for notes that do too: "hormone receptor positive, HER2 negative",
/// "triple negative" (Tabular List, notes at C50 and at Z17.4).
/// </summary>
internal static class Receptors
{
    public static readonly Rule Rule = new("receptors", "Use additional code note at C50", Apply);

    private static void Apply(NoteCase note)
    {
        Cancer(note);
        if (!note.Speaks("her2", "her2+", "her2neu", "her-2", "her2/neu", "triple", "her2-negative", "her2-positive", "er", "pr", "er+", "pr+") || !note.Has("C50", "C77", "C78", "C79")) return;
        var told = new Dictionary<string, (bool Positive, int Sentence, int From, int To)>(StringComparer.Ordinal);
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var at = note.Note.Sentences[s];
            if (at.Section.Kind is SectionKind.Family or SectionKind.Instructions) continue;
            for (var i = at.From; i < at.To; i++)
            {
                var word = note.Word(i).TrimEnd('+');
                var triple = word == "triple" && i + 1 < at.To && note.Word(i + 1) is "negative" or "positive";
                // "Hormone receptor positive".
                if (word == "hormone" && i + 1 < at.To && note.Word(i + 1) is "receptor" or "receptors") word = "hr";
                if (word.StartsWith("her2", StringComparison.Ordinal) || word == "her-2") word = "her2";
                if (!triple && word is not ("er" or "pr" or "hr" or "her2")) continue;
                if ((triple ? note.Word(i + 1) == "positive" : Sign(note, at, i)) is { } sign) told.TryAdd(triple ? "triple" : word, (sign, s, i, i + (triple ? 2 : 1)));
            }
        }

        if (told.Count == 0) return;
        var (estrogen, progesterone, human) = (told.GetValueOrDefault("er"), told.GetValueOrDefault("pr"), told.GetValueOrDefault("her2"));
        foreach (var m in note.Live.Where(m => told.ContainsKey("er") && m.Entry.Code == (estrogen.Positive ? "Z171" : "Z170") || told.ContainsKey("pr") && m.Entry.Code == (progesterone.Positive ? "Z1722" : "Z1721") || told.ContainsKey("her2") && m.Entry.Code == (human.Positive ? "Z1732" : "Z1731")).ToList()) m.Reject(RejectReasons.Negated, Rule.Source);
        // Only where nothing but the combination is told.
        if (told.TryGetValue("triple", out var all) || !told.ContainsKey("er") && !told.ContainsKey("pr") && told.ContainsKey("her2") && told.TryGetValue("hr", out all))
        {
            var both = (all.Positive ? "Z1741" : "Z1742") + ((told.ContainsKey("triple") ? all : human).Positive ? '0' : '1');
            if (note.Add(both, all.Sentence, all.From, all.To, Assertion.Present, Rule.Id, Rule.Source) is not { } added) return;
            foreach (var m in note.Live.Where(m => m != added && m.Entry.Under("Z17") && m.Entry.Code != both).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, added.Entry.Display);
            return;
        }

        if (told.ContainsKey("er") || told.ContainsKey("pr")) foreach (var m in note.Live.Where(m => m.Entry.Under("Z174")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "Z17.0");
        foreach (var (name, yes, no) in (ReadOnlySpan<(string, string, string)>)[("er", "Z170", "Z171"), ("pr", "Z1721", "Z1722"), ("her2", "Z1731", "Z1732")])
        {
            if (told.TryGetValue(name, out var one) && !note.Has(one.Positive ? yes : no)) note.Add(one.Positive ? yes : no, one.Sentence, one.From, one.To, Assertion.Present, Rule.Id, Rule.Source);
        }
    }

    // "Triple negative breast cancer" is the name of the status; the cancer has its own code before it.
    private static void Cancer(NoteCase note)
    {
        if (note.Has("C50", "Z853")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("Z174") && m.Assertion == Assertion.Present).ToList())
        {
            var named = false;
            for (var i = m.From; i < m.To; i++) named |= note.Word(i) is "cancer" or "carcinoma" or "ca";
            var side = Side.Of(note, m) switch { "right" => '1', "left" => '2', _ => '9' };
            if (!named || note.Add((note.Patient.Sex == 'M' ? "C5092" : "C5091") + side, m.Sentence, m.From, m.To, m.Assertion, Rule.Id, Rule.Source) is null) continue;
            m.Kept = true;
            return;
        }
    }

    // The sign behind a name, or behind the names that are told with it ("ER/PR positive").
    private static bool? Sign(NoteCase note, Sentence sentence, int at)
    {
        for (var i = at; i < Math.Min(sentence.To, at + 6); i++)
        {
            var word = note.Note.Words[i];
            // "HER2 IHC 1+": up to one is negative, three positive, two undecided.
            if (i > at && note.Word(i - 1) == "ihc" && word.Text.TrimEnd('+') is "0" or "1" or "2" or "3") return word.Text[0] == '3' ? true : word.Text[0] == '2' ? null : false;
            // "ER 95%": from one percent on it is positive.
            if (i == at + 1 && word.End < note.Note.Text.Length && note.Note.Text[word.End] == '%' && double.TryParse(word.Text, System.Globalization.CultureInfo.InvariantCulture, out var percent)) return percent >= 1;
            if (i > at && word.Text is "positive" or "pos" or "amplified") return !(i > at && note.Word(i - 1) is "not" or "non");
            if (i > at && word.Text is "negative" or "neg" or "nonamplified") return false;
            if (word.Text.EndsWith('+') || word.Text.EndsWith("-positive", StringComparison.Ordinal)) return true;
            if (word.Text.EndsWith("-negative", StringComparison.Ordinal)) return false;
            if (word.End < note.Note.Text.Length && note.Note.Text[word.End] is '+' or '-' or '\u2212' && (word.End + 1 >= note.Note.Text.Length || !char.IsLetterOrDigit(note.Note.Text[word.End + 1]))) return note.Note.Text[word.End] == '+';
            if (i > at && word.Has(Mark.Comma | Mark.Semicolon) && word.Text is not ("er" or "pr" or "her2")) return null;
        }

        return null;
    }
}
