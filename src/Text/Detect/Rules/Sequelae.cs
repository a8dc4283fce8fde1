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
        Dominance(note);
        foreach (var stroke in note.Mentions.Where(m => m.Live && (m.Entry.Under("I63") || m.Entry.Under("I61") || m.Entry.Under("I60") || m.Entry.Under("I62") || m.Entry.Code is "I6900" or "I6910" or "I6920" or "I6930" or "I6980")).ToList())
        {
            var sentence = note.Note.Sentences[stroke.Sentence];
            // "Stroke: right MCA infarct in June. Residual: left hemiparesis".
            var next = stroke.Sentence + 1 < note.Note.Sentences.Count && note.Word(note.Note.Sentences[stroke.Sentence + 1].From) is "residual" or "residuals" or "deficits" ? stroke.Sentence + 1 : -1;
            var cue = next >= 0 ? note.Note.Sentences[next].From : note.FindWord(sentence, "residual", "sequela", "sequelae", "residuals", "deficit", "deficits", "late", "after", "from", "following", "due", "secondary", "with", "s/p", "post", "since");
            if (cue < 0) continue;
            var old = stroke.Assertion == Assertion.Historical || note.FindWord(sentence, "residual", "sequela", "sequelae", "old", "prior", "previous", "last", "ago", "history", "residuals", "late") >= 0 || next >= 0;
            // "Aphasia from a stroke in 2022".
            for (var i = stroke.To; !old && i < Math.Min(sentence.To, stroke.To + 3); i++) old = note.IsPastYear(i);
            if (!old && !Behind(note, stroke, sentence)) continue;
            var group = stroke.Entry.Under("I69") ? stroke.Entry.Code[..4] : stroke.Entry.Under("I63") ? "I693" : stroke.Entry.Under("I61") ? "I691" : stroke.Entry.Under("I60") ? "I690" : "I692";
            var found = false;
            foreach (var deficit in note.Live.Where(m => (m.Sentence == stroke.Sentence || m.Sentence == next) && m != stroke).ToList())
            {
                var tail = Tail(note, deficit, note.Note.Sentences[deficit.Sentence]);
                if (tail is null || note.Codes.Find(group + tail) is not { } entry) continue;
                Turn(note, deficit, entry);
                deficit.Also.Add((stroke.From, stroke.To));
                found = true;
            }

            // The same deficit told elsewhere in the note, and perhaps with its side.
            if (found)
            {
                foreach (var deficit in note.Live.Where(m => m.Entry.Under("G81") || m.Entry.Under("R13")).ToList())
                {
                    if (Tail(note, deficit, note.Note.Sentences[deficit.Sentence]) is not { } tail || note.Codes.Find(group + tail) is not { } entry) continue;
                    if (!note.Has($"{group}{tail[0]}")) continue;
                    Turn(note, deficit, entry);
                }
            }

            if (found) foreach (var m in note.Live.Where(m => m.Entry.Under("I63") || m.Entry.Under("I61") || m.Entry.Under("I60") || m.Entry.Under("I62") || m.Entry.Under("Z8673") || m.Entry.Code is "I6900" or "I6910" or "I6920" or "I6930" or "I6980").ToList()) m.Reject(RejectReasons.Combined, Rule.Source);
        }

        OldInfarct(note);
    }

    // The deficit becomes the sequela; the phase of a dysphagia is told beside it (use additional code at I69.391).
    private static void Turn(NoteCase note, Mention deficit, CodeEntry entry)
    {
        if (deficit.Entry.Under("R13") && deficit.Entry.Code != "R1310")
        {
            (deficit.Kept, deficit.Assertion, deficit.Cue) = (true, Assertion.Present, null);
            if (!note.Has(entry.Code)) note.Add(entry.Code, deficit.Sentence, deficit.From, deficit.To, Assertion.Present, Rule.Id, Rule.Source);
            return;
        }

        deficit.Recode(entry, Rule.Id, Rule.Source);
        (deficit.Kept, deficit.Assertion, deficit.Cue) = (true, Assertion.Present, null);
    }

    // "Old left MCA infarct with right hemiparesis": the index knows no old infarct, and the stroke is not read as one of today.
    private static void OldInfarct(NoteCase note)
    {
        if (!note.Speaks("infarct", "infarction", "stroke", "cva")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions) continue;
            var at = note.FindWord(sentence, "infarct", "infarction", "stroke", "cva");
            if (at < 0 || Told.Denied(note, s, at) || note.FindWord(sentence, "myocardial", "mi", "lacunae", "renal", "splenic", "spinal") >= 0) continue;
            var old = false;
            for (var i = Math.Max(sentence.From, at - 5); i < at; i++) old |= note.Word(i) is "old" or "prior" or "previous" or "remote";
            if (!old) continue;
            foreach (var deficit in note.Touching(at + 1, at + 14).Where(m => m.Live && m.Sentence == s && m.From > at).ToList())
            {
                if (note.FindWord(sentence with { From = at, To = deficit.From }, "with", "residual", "causing", "leaving") < 0 || Tail(note, deficit, sentence) is not { } tail || note.Codes.Find("I693" + tail) is not { } entry) continue;
                Turn(note, deficit, entry);
                deficit.Also.Add((at, at + 1));
                foreach (var m in note.Live.Where(m => m.Entry.Under("I63") && (m.Sentence == s || m.Assertion == Assertion.Historical) || m.Entry.Under("Z8673")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
            }
        }
    }

    // "Dysphagia following CVA", "hemiplegia s/p CVA", and no word of a stroke that is new.
    private static bool Behind(NoteCase note, Mention stroke, Sentence sentence)
    {
        if (note.FindWord(sentence, "acute", "new", "today", "onset", "presenting", "presented", "evolving", "subacute") >= 0) return false;
        for (var i = Math.Max(sentence.From + 1, stroke.From - 4); i < stroke.From; i++)
        {
            if (note.Word(i) is "s/p" or "following" or "after" or "sp" or "since" || note.Word(i) == "post" && note.Word(i - 1) == "status") return note.Live.Any(m => m.Sentence == stroke.Sentence && m.To <= i && Tail(note, m, sentence) is not null);
        }

        return false;
    }

    // Hemiplegia and monoplegia of a named side whose dominance is not said (I.C.6.a).
    private static void Dominance(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code is { Length: 5 } c && c[4] == '0' && (m.Entry.Under("G81") || m.Entry.Under("G831") || m.Entry.Under("G832") || m.Entry.Under("G833"))).ToList())
        {
            var side = Side.Of(note, m);
            var (dominant, nondominant) = Dominant(note, note.Note.Sentences[m.Sentence], side);
            var digit = side switch { "right" => nondominant ? '3' : '1', "left" => dominant ? '2' : '4', _ => '\0' };
            if (digit == '\0' || note.Codes.Find(m.Entry.Code[..4] + digit) is not { } entry) continue;
            m.Recode(entry, "dominance", "Guidelines I.C.6.a");
            m.Found.Add("laterality:" + side);
        }
    }

    private static (bool Dominant, bool Nondominant) Dominant(NoteCase note, Sentence sentence, string? side)
    {
        // Either hand of an ambidextrous patient is the dominant one (I.C.6.a).
        if (note.Speaks("ambidextrous", "ambidexterity")) return (true, false);
        var nondominant = note.FindWord(sentence, "nondominant", "non") >= 0;
        var dominant = !nondominant && note.FindWord(sentence, "dominant") >= 0;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var at = note.FindWord(note.Note.Sentences[s], "handed", "handedness");
            if (at <= note.Note.Sentences[s].From) continue;
            var hand = note.Word(at - 1) switch { "l" or "lt" => "left", "r" or "rt" => "right", var word => word };
            if (hand is not ("left" or "right")) continue;
            return (hand == side, hand != side);
        }

        return (dominant, nondominant);
    }

    private static string? Tail(NoteCase note, Mention m, Sentence sentence)
    {
        if (m.Entry.Under("G81") || m.Entry.Under("R531"))
        {
            var side = Side.Of(note, m);
            var (dominant, nondominant) = Dominant(note, sentence, side);
            return side switch { "right" => nondominant ? "53" : "51", "left" => dominant ? "52" : "54", _ => "59" };
        }

        // Monoplegia: of a leg 4, of an arm 3.
        if (m.Entry.Under("G831") || m.Entry.Under("G832"))
        {
            var side = Side.Of(note, m);
            var (dominant, nondominant) = Dominant(note, sentence, side);
            return (m.Entry.Under("G831") ? "4" : "3") + (side switch { "right" => nondominant ? "3" : "1", "left" => dominant ? "2" : "4", _ => "9" });
        }

        return m.Entry.Code switch { "R413" => "11", "R41840" => "10", "R4189" or "R419" => "19", "R482" => "90", "R4702" => "21", "R4782" => "23", "R4701" => "20", "R471" => "22", "R1310" => "91", "R2981" or "R29810" => "92", "R270" => "93", _ => m.Entry.Under("R13") ? "91" : null };
    }
}
