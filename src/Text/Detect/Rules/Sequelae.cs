using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A deficit left by a stroke is coded with the stroke as its sequela, I69, never with the acute stroke or a history code beside it (Official Guidelines I.B.10, I.C.9.d.1). An
/// unspecified side of dominance follows the defaults: right is dominant, left is not (I.C.6.a).
/// </summary>
internal static class Sequelae
{
    public static readonly Rule Rule = new("sequela", "Guidelines I.C.9.d.1", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var stroke in note.Mentions.Where(m => m.Live && (m.Entry.Under("I63") || m.Entry.Under("I61") || m.Entry.Under("I60") || m.Entry.Under("I62"))).ToList())
        {
            var sentence = note.Note.Sentences[stroke.Sentence];
            var cue = note.FindWord(sentence, "residual", "sequela", "sequelae", "residuals", "deficit", "deficits", "late", "after", "from", "following", "due", "secondary");
            if (cue < 0) continue;
            var old = stroke.Assertion == Assertion.Historical || note.FindWord(sentence, "residual", "sequela", "sequelae", "old", "prior", "previous", "last", "ago", "history", "residuals", "late") >= 0;
            if (!old) continue;
            var group = stroke.Entry.Under("I63") ? "I693" : stroke.Entry.Under("I61") ? "I691" : stroke.Entry.Under("I60") ? "I690" : "I692";
            var found = false;
            foreach (var deficit in note.Live.Where(m => m.Sentence == stroke.Sentence && m != stroke).ToList())
            {
                var tail = Tail(note, deficit, sentence);
                if (tail is null || note.Codes.Find(group + tail) is not { } entry) continue;
                deficit.Recode(entry, Rule.Id, Rule.Source);
                deficit.Kept = true;
                deficit.Also.Add((stroke.From, stroke.To));
                found = true;
            }

            if (found) foreach (var m in note.Live.Where(m => m.Entry.Under("I63") || m.Entry.Under("I61") || m.Entry.Under("I60") || m.Entry.Under("I62") || m.Entry.Under("Z8673")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source);
        }
    }

    private static string? Tail(NoteCase note, Mention m, Sentence sentence)
    {
        if (m.Entry.Under("G81") || m.Entry.Under("R531"))
        {
            var side = Side.Of(note, m);
            var dominant = note.FindWord(sentence, "dominant") >= 0 && note.FindWord(sentence, "nondominant", "non") < 0;
            var nondominant = note.FindWord(sentence, "nondominant", "non") >= 0;
            return side switch { "right" => nondominant ? "53" : "51", "left" => dominant ? "52" : "54", _ => "59" };
        }

        return m.Entry.Code switch { "R4701" => "20", "R471" => "22", "R1310" => "91", "R2981" or "R29810" => "92", "R270" => "93", _ => m.Entry.Under("R13") ? "91" : null };
    }
}
