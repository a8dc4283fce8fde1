using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>Acute pancreatitis by its cause (Tabular List, K85): gallstones, alcohol or a drug that the note names beside it.</summary>
internal static class Pancreatitis
{
    public static readonly Rule Rule = new("pancreatitis", "Tabular List, K85", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code == "K8590").ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            for (var i = Math.Max(sentence.From, m.From - 3); i < Math.Min(sentence.To, m.To + 5); i++)
            {
                // Behind it the word needs a link: "due to alcohol".
                if (i >= m.To && note.Word(m.To) is not ("due" or "secondary" or "from" or "related" or "caused") && !(note.Inpatient && note.Word(m.To) is "likely" or "probable" or "probably" or "presumed" or "suspected")) break;
                var code = note.Word(i) switch { "gallstone" or "gallstones" or "biliary" or "choledocholithiasis" => "K8510", "alcohol" or "alcoholic" or "etoh" => "K8520", _ => null };
                if (code is null || i < m.From && Parted(note, i, m.From) || note.Codes.Find(code) is not { } entry) continue;
                m.Recode(entry, Rule.Id, Rule.Source);
                // The alcohol that did it is no dependence by itself.
                foreach (var word in note.Live.Where(o => o.Entry.Under("F10") && o.From == i && o.To == i + 1).ToList()) word.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
                break;
            }
        }
    }

    private static bool Parted(NoteCase note, int from, int to)
    {
        for (var i = from + 1; i <= to; i++)
        {
            if (note.Note.Words[i].Has(Mark.Comma | Mark.Semicolon) || note.Word(i) == "and") return true;
        }

        return false;
    }
}
