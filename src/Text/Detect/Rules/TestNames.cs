using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The name of a test holds the name of what it looks for: "measles titer", "herpes swab", "rubella antibody". Without a positive result it is no diagnosis (Official Guidelines III.B, IV.D).
/// </summary>
internal static class TestNames
{
    public static readonly Rule Rule = new("test-name", "Guidelines IV.D", Apply);

    private static readonly string[] Looked = ["A", "B", "J09", "J10", "J11", "U07", "Z21", "K75", "K900", "R75", "Z22", "E801", "N70"];

    private static readonly string[] Tests = ["test", "tests", "testing", "tested", "screen", "screens", "screening", "screened", "panel", "panels", "serology", "serologies", "antibody", "antibodies", "antigen", "titer", "titers", "pcr", "naat", "quantiferon", "igra", "ppd", "smear", "rpr", "vdrl", "elisa", "assay", "swab", "swabs", "immunity"];

    private static readonly string[] Between = ["blood", "skin", "serum", "urine", "stool", "a", "b", "c", "e", "rapid", "igg", "igm", "gold", "surface", "core", "viral", "dna", "rna", "ag", "ab", "total", "plus", "combo", "antigen/antibody", "1", "2", "and", "or", "acute", "gen", "4th", "generation", "yearly", "annual", "throat", "nasal", "breath"];

    private static readonly string[] Found = ["positive", "pos", "reactive", "detected", "detectable", "elevated", "confirmed", "copies", "came", "shows", "showed", "undetectable", "suppressed"];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks(Tests)) return;
        foreach (var m in note.Live.Where(m => Array.Exists(Looked, m.Entry.Under)).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var at = m.From;
            // The word of the test may have been read into the name: "TB skin".
            while (at < Math.Min(sentence.To, m.To + 5) && Array.IndexOf(Tests, note.Word(at)) < 0 && (at < m.To || Array.IndexOf(Between, note.Word(at)) >= 0 && !note.Note.Words[at].Has(Mark.Comma | Mark.Semicolon))) at++;
            if (at >= sentence.To || Array.IndexOf(Tests, note.Word(at)) < 0 || at > m.From && note.Note.Words[at].Has(Mark.Comma | Mark.Semicolon | Mark.Open)) continue;
            // "HIV: screening for hepatitis" is a heading.
            if (note.Note.Words[at].Has(Mark.Colon | Mark.Dash)) continue;
            if (note.FindWord(sentence with { From = at + 1, To = Math.Min(sentence.To, at + 7) }, Found) is >= 0 and var result && !Told.Denied(note, m.Sentence, result)) continue;
            if (m.From > sentence.From && note.Word(m.From - 1) is "positive" or "reactive" or "known" or "with") continue;
            if (note.Mentions.Any(o => o != m && o.Live && o.Entry.Category.SequenceEqual(m.Entry.Category) && (o.Sentence != m.Sentence || o.To <= m.From))) continue;
            m.Reject(RejectReasons.Unsupported, Rule.Source);
        }
    }
}
