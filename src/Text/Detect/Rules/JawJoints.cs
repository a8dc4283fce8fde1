using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Disorders of the temporomandibular joint by kind and side (Tabular List, M26.60 to M26.69): a disc, a pain or an arthritis named beside that joint belongs to it and not to
/// the spine or to a joint of unknown site.
/// </summary>
internal static class JawJoints
{
    public static readonly Rule Rule = new("jaw-joint", "Tabular List, M26.6", Apply);

    // The kind that is most exact first.
    private static readonly (char Digit, string[] Words)[] Kinds =
    [
        ('3', ["disc", "disk", "meniscus"]), ('1', ["ankylosis", "adhesions", "adhesion"]), ('4', ["arthritis", "osteoarthritis", "arthritic"]), ('5', ["arthropathy", "arthrosis"]), ('2', ["arthralgia", "pain", "painful", "tenderness"]), ('0', ["disorder", "dysfunction", "syndrome", "disease"]),
    ];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("tmj", "temporomandibular", "tmd")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Ros or SectionKind.Exam or SectionKind.Psh) continue;
            var at = note.FindWord(sentence, "tmj", "temporomandibular", "tmd");
            if (at < 0 || note.ScopesOf[s].Exists(x => x.From <= at && x.To > at && x.Kind is not Assertion.Present)) continue;
            var (digit, word) = Kind(note, s, sentence, at);
            if (word < 0) continue;
            var (from, to) = (Math.Min(at, word), Math.Max(at, word) + 1);
            // What else was read from these words: a disc of the spine, a pain of a joint, the joint less exactly. A dislocation or an injury stays.
            foreach (var m in note.Live.Where(m => m.Sentence == s && m.From < to && m.To > from && (m.Entry.Code[0] == 'M' || m.Entry.Under("R"))).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "M26.6");
            if (note.Add($"M266{digit}9", s, from, to, Assertion.Present, Rule.Id, Rule.Source) is not { } added) return;
            var side = Side.Of(note, added) switch { "right" => '1', "left" => '2', "bilateral" => '3', _ => '9' };
            if (note.Codes.Find($"M266{digit}{side}") is { Billable: true } entry) added.Entry = entry;
            return;
        }
    }

    private static (char Digit, int Word) Kind(NoteCase note, int s, Sentence sentence, int at)
    {
        foreach (var (digit, words) in Kinds)
        {
            for (var i = Math.Max(sentence.From, at - 6); i < Math.Min(sentence.To, at + 6); i++)
            {
                if (Array.IndexOf(words, note.Word(i)) >= 0 && !Told.Denied(note, s, i)) return (digit, i);
            }
        }

        return note.Word(at) == "tmd" ? ('0', at) : ('0', -1);
    }
}
