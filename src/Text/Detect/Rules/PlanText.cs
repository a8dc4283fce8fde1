using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// In an itemized assessment each entry begins with its diagnosis; what follows tells how it is managed, what a treatment may do and when to call. A disease that is named only
/// there, without a word that the patient has it or is treated for it, is not documented as a diagnosis (Official Guidelines IV.J: conditions that exist and are treated).
/// </summary>
internal static class PlanText
{
    public static readonly Rule Rule = new("plan-text", "Guidelines IV.J", Apply);

    // Words of a sentence that say that the disease is there or looked after.
    private static readonly string[] Says =
    [
        "has", "had", "have", "is", "was", "are", "were", "with", "due", "secondary", "from", "stable", "controlled", "uncontrolled", "improved", "improving", "worse", "worsening", "diagnosed", "confirmed", "shows", "showed", "revealed", "found", "noted", "also", "chronic", "acute", "known",
        "underlying", "complicated", "causing", "contributing", "continue", "continues", "continued", "start", "started", "treat", "treated", "treating", "resume", "given", "prescribed", "likely", "positive", "consistent", "associated", "active", "persistent", "ongoing", "resolved", "history", "status", "s/p", "on", "seems", "appears", "remains", "well",
    ];

    // What is told of them when they are only possible.
    private static readonly string[] Explains = ["discussed", "reviewed", "explained", "mentioned", "warned", "counseled", "counselled", "caution", "cautions", "precautions", "report", "call"];

    private static void Apply(NoteCase note)
    {
        Effects(note);
        if (!Itemized(note)) return;
        foreach (var m in note.Live.Where(m => m.Section is SectionKind.Assessment or SectionKind.Plan && !m.Kept && m.Assertion == Assertion.Present && m.Entry.Code[0] is not ('Z' or 'R' or 'O' or 'P' or 'V' or 'W' or 'X' or 'Y') && !Heads(note, m)).ToList())
        {
            if (note.Live.Any(o => o != m && o.Entry.Category.SequenceEqual(m.Entry.Category) && (o.Section is not (SectionKind.Assessment or SectionKind.Plan) || Heads(note, o)))) continue;
            var sentence = note.Note.Sentences[m.Sentence];
            if (note.FindWord(sentence, Says) >= 0 && note.FindWord(sentence, Explains) < 0 || TreatedFor(note, sentence, m)) continue;
            m.Reject(RejectReasons.Unsupported, Rule.Source);
        }
    }

    // "Terbinafine: rash, loss of taste", "short steroid - insomnia, high sugar": what a drug may do, in a plan; one disease behind a drug is what it is given for.
    private static void Effects(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Section is SectionKind.Assessment or SectionKind.Plan && m.Assertion == Assertion.Present && m.Entry.Code[0] != 'Z').ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var mark = m.From;
            while (mark > sentence.From && !note.Note.Words[mark].Has(Mark.Colon) && !(note.Note.Words[mark].Has(Mark.Dash) && note.Note.Text[note.Note.Words[mark].Start - 1] == ' ')) mark--;
            if (mark == sentence.From || mark - sentence.From > 5) continue;
            var drug = false;
            for (var i = sentence.From; i < mark; i++) drug |= note.Word(i) is "steroid" or "steroids" || note.Lexicon.Drugs.StemOf(note.Word(i)) is not null;
            var commas = 0;
            for (var i = mark + 1; i < sentence.To; i++) commas += note.Note.Words[i].Has(Mark.Comma) ? 1 : 0;
            if (drug && commas > 0) m.Reject(RejectReasons.Instruction, Rule.Source);
        }
    }

    // At least two entries that begin with a sign or a number.
    private static bool Itemized(NoteCase note) => note.Note.Sentences.Count(s => s.Section.Kind is SectionKind.Assessment && Begins(note, s) && (note.Note.Words[s.From].Has(Mark.Bullet) || char.IsAsciiDigit(note.Word(s.From)[0]))) >= 2;

    private static bool Begins(NoteCase note, Sentence s) => note.Note.Words[s.From].Has(Mark.Line | Mark.Bullet) || s.From == 0;

    private static bool Heads(NoteCase note, Mention m) => Begins(note, note.Note.Sentences[m.Sentence]) || m.Titular || m.Sentence > 0 && note.Note.Sentences[m.Sentence].From == note.Note.Sentences[m.Sentence - 1].To && note.Note.Sentences[m.Sentence - 1].Section != note.Note.Sentences[m.Sentence].Section;

    // "Metoprolol for hypertension".
    private static bool TreatedFor(NoteCase note, Sentence sentence, Mention m)
    {
        for (var i = m.From - 1; i >= Math.Max(sentence.From, m.From - 3); i--)
        {
            if (note.Word(i) is not ("for" or "of")) continue;
            for (var k = sentence.From; k < i; k++) if (note.Lexicon.Drugs.StemOf(note.Word(k)) is not null) return true;
        }

        return false;
    }
}
